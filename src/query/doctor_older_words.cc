// What is said of earlier versions that stand in the place of what is lost, and the commands that
// put them there.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

std::string names_of(const std::vector<std::string>& paths) {
  constexpr std::size_t kMostNamed = 3;
  std::string names;
  for (std::size_t at = 0; at < std::min(paths.size(), kMostNamed); ++at) {
    names += (at == 0 ? "" : ", ") + quoted(paths[at]);
  }
  return paths.size() > kMostNamed ? names + ", ..." : names;
}

// The paths of what is put back to an earlier version, and of what is left out.
struct Given {
  std::vector<std::string> back;
  std::vector<std::string> out;
};

Given given_of(const Losses& lost) {
  Given given;
  for (const OlderFile& file : lost.files) given.back.push_back(file.path);
  for (const OlderFolder& folder : lost.folders) {
    const bool is_left_out = !folder.id && folder.with.empty();
    (is_left_out ? given.out : given.back).push_back(folder.path + "/");
  }
  return given;
}

}  // namespace

std::string older_message(const Losses& lost) {
  const Given given = given_of(lost);
  const std::size_t folders = given.back.size() - lost.files.size();
  std::string message;
  if (!lost.files.empty()) message = counted(lost.files.size(), "file");
  if (folders > 0) message += (message.empty() ? "" : " and ") + counted(folders, "folder");
  if (!given.back.empty()) message += " as of an earlier version";
  if (given.out.empty()) return message;
  return message + (given.back.empty() ? "" : ", ") + counted(given.out.size(), "folder") +
         " left out";
}

std::string older_says(const Losses& lost, std::size_t hints) {
  const bool is_one = hints == 1;
  const Given given = given_of(lost);
  const std::string keeps = is_one ? " and keeps all else" : " and keep all else";
  std::string text;
  if (!given.back.empty()) {
    text = (is_one ? " puts " : " put ") + names_of(given.back) +
           " back to the newest version that is whole";
  }
  if (given.out.empty()) return text + keeps;
  return text + (given.back.empty() ? "" : ",") + (is_one ? " leaves out " : " leave out ") +
         names_of(given.out) + ", of which no version is whole," + keeps;
}

std::string older_index(const Patient& patient, const git::ObjectId& tree, const Losses& lost) {
  std::vector<OlderFile> files = lost.files;
  for (const OlderFolder& folder : lost.folders) {
    files.insert(files.end(), folder.with.begin(), folder.with.end());
  }
  std::string update;
  std::string removed;
  for (const OlderFolder& folder : lost.folders) {
    for (const std::string& path : folder.without) removed += " " + path_word(path, "PATH");
  }
  for (const OlderFile& file : files) {
    update +=
        " --cacheinfo " + path_word(fmt::format("{:06o},{},{}", static_cast<unsigned>(file.mode),
                                                file.id.hex(), file.path),
                                    "MODE,ID,PATH");
  }
  std::string reads =
      in_repository(patient, "git read-tree " + tree_word(patient, tree, lost.folders));
  if (!removed.empty()) {
    reads += " && printf '0 " + git::ObjectId().hex() + "\\t%s\\n'" + removed + " | " +
             in_repository(patient, "git update-index --index-info");
  }
  if (update.empty()) return reads;
  return reads + " && " + in_repository(patient, "git update-index --add" + update);
}

}  // namespace claudestep::query
