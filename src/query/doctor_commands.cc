// Commands as doctor prints them: whoever types them may stand anywhere, so they name their
// repository.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/folder.h"
#include "base/text.h"
#include "host/process.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

// Whether git, called in `folder`, takes `git_dir` for its repository.
bool leads_to_repository(const Patient& patient, const std::string& folder,
                         const std::string& git_dir) {
  if (patient.environment.get("GIT_DIR")) return false;
  const Environment environment = host::scrubbed(patient.environment);
  const auto found = git::Repository::open({.cwd = folder,
                                            .git_dir = std::nullopt,
                                            .environment = &environment,
                                            .git_accepts_owner = {}});
  return found && found->git_dir() == git_dir;
}

std::string git_at(const Patient& patient, const std::string& folder, const std::string& git_dir) {
  std::string git = "git -C " + path_word(folder, "DIR");
  if (!leads_to_repository(patient, folder, git_dir)) {
    git += " --git-dir=" + path_word(git_dir, "GIT_DIR");
  }
  return git;
}

}  // namespace

std::string path_word(const std::string& path, std::string_view placeholder) {
  if (auto plain = shell_quoted(path)) return *std::move(plain);
  // The shell takes a line break away that is the last.
  if (path.ends_with('\n')) return std::string(placeholder);
  std::string letters;
  for (const char c : path) {
    const bool is_option = c == '-' && letters.empty();
    if (c >= ' ' && c <= '~' && c != '%' && c != '\\' && c != '\'' && !is_option) {
      letters += c;
    } else {
      letters += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return "\"$(printf '" + letters + "')\"";
}

std::string git_in(const Patient& patient, const git::Worktree& worktree) {
  return git_at(patient, worktree.path, worktree.git_dir);
}

std::string in_repository(const Patient& patient, std::string_view command) {
  constexpr std::string_view kGit = "git ";
  CS_CHECK(command.starts_with(kGit));
  const std::string& git_dir = patient.repository.git_dir();
  // Relative addresses of remotes begin at the work tree.
  const std::string git = git_at(patient, patient.repository.work_dir().value_or(git_dir), git_dir);
  return git + " " + std::string(command.substr(kGit.size()));
}

std::string commits_tree(const Patient& patient, const std::string& tree,
                         const std::vector<git::ObjectId>& pasts, const std::string& message) {
  const auto self = patient.repository.signature(git::Repository::Role::kCommitter, patient.now);
  const std::string author =
      self && *self ? "" : "-c user.name=claudestep -c user.email=claudestep@localhost ";
  const auto commits = [&](const std::string& parents) {
    return in_repository(
        patient, "git " + author + "commit-tree " + tree + parents + " -m '" + message + "'");
  };
  std::string parents;
  for (std::size_t at = 0; at < pasts.size(); ++at) {
    // No guard lets in a merge of more than two.
    if (at > 1) parents = " -p \"$(" + commits(parents) + ")\"";
    parents += " -p " + pasts[at].hex();
  }
  return commits(parents);
}

std::string place_aside(const std::string& common_dir, const std::string& name) {
  const std::string first = common_dir + "/damaged-" + name;
  std::string place = first;
  for (int more = 2; is_on_disk(place); ++more) place = fmt::format("{}-{}", first, more);
  return path_word(place, "ELSEWHERE");
}

std::string place_aside(const Patient& patient, const std::string& name) {
  return place_aside(patient.repository.common_dir(), name);
}

std::string move_aside(const std::string& common_dir, const std::string& path,
                       const std::string& name) {
  return "mv -n " + path_word(path, "FILE") + " " + place_aside(common_dir, name);
}

std::string move_aside(const Patient& patient, const std::string& path, const std::string& name) {
  return move_aside(patient.repository.common_dir(), path, name);
}

std::string cat_reflog(const Patient& patient) {
  return "cat " + path_word(patient.repository.common_dir() + "/logs/" + patient.ref, "FILE");
}

std::string some_files(const std::vector<std::string>& paths) {
  constexpr std::size_t kMostNamed = 3;
  const std::size_t named = std::min(paths.size(), kMostNamed);
  std::string all;
  for (std::size_t at = 0; at < named; ++at) all += (at == 0 ? "" : ", ") + quoted(paths[at]);
  return named == paths.size() ? all : all + " and " + counted(paths.size() - named, "more file");
}

std::string next_hints(std::size_t count) {
  return count == 1 ? "the next hint"
                    : "the next " + counted(count, "hint") + ", one after the other,";
}

}  // namespace claudestep::query
