// A tip that has lost folders: earlier versions of them that are still there.
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/doctor_way_back.h"
#include "store/lost_archive.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostLookedThrough = 1000;

const std::string kArchive = "archive";
constexpr const char* kNoFolder = "no version of a folder in it is known to be its own";

// The folder in a tree, whole or not; nothing where there is none.
std::optional<git::ObjectId> folder_at(const Patient& patient, const git::ObjectId& tree,
                                       const std::string& path) {
  const auto entry = patient.repository.find_path(tree, path);
  if (!entry || !*entry || (*entry)->mode != git::FileMode::kTree) return std::nullopt;
  return (*entry)->id;
}

// Looks for the newest version of a folder that is whole.
void find_newest_version(const Patient& patient, const git::Commit& tip, const git::Commit& past,
                         const Since& since, OlderFolder& folder) {
  // Only what is built upon the past takes back nothing that it has.
  const std::set<git::ObjectId> upon = since.upon(past.id);
  std::set<git::ObjectId> seen;
  std::size_t looked = 0;
  std::size_t left = upon.size();
  // Where commits are lost as well, that ends the walk.
  static_cast<void>(patient.repository.walk(tip.id, [&](const git::Commit& commit) {
    if (++looked > kMostLookedThrough || folder.id || left == 0) return false;
    if (!upon.contains(commit.id)) return true;
    --left;
    const auto version = folder_at(patient, commit.tree, folder.path);
    if (version && seen.insert(*version).second && has_all_of(patient, *version))
      folder.id = version;
    return true;
  }));
  if (!folder.id) folder.id = folder_at(patient, past.tree, folder.path);
}

// What lies in the archive, as edits of a version of it. Nothing, or why that cannot be told.
std::optional<std::string> tell_archived(const Patient& patient, const git::Commit& tip,
                                         OlderFolder& archive) {
  auto told = store::tell_archive(patient.repository, tip);
  if (!told) return told.error().message;
  archive.id = told->version;
  const auto version =
      archive.id ? patient.repository.read_tree(*archive.id) : Result<git::Tree>(git::Tree());
  for (const git::TreeEntry& before : version ? version->entries : std::vector<git::TreeEntry>()) {
    const auto now = told->files.find(before.name);
    const bool is_so =
        now != told->files.end() && now->second.mode == before.mode && now->second.id == before.id;
    if (before.mode == git::FileMode::kTree) {
      if (!is_so || !has_all_of(patient, before.id)) return kNoFolder;
    }
    if (is_so) {
      told->files.erase(now);
    } else if (now == told->files.end()) {
      archive.without.push_back(kArchive + "/" + before.name);
    }
  }
  for (const auto& [name, file] : told->files) {
    archive.with.push_back({kArchive + "/" + name, file.mode, file.id});
    if (file.mode == git::FileMode::kTree) return kNoFolder;
  }
  return std::nullopt;
}

// The command whose output is the id of the tree with these edits of its listing.
std::string edits_tree(const Patient& patient, const git::ObjectId& tree,
                       const std::string& edits) {
  return in_repository(patient, "git ls-tree " + tree.hex()) + " | sed" + edits + " | " +
         in_repository(patient, "git mktree --missing");
}

// A tree with the versions of its folders, as a word of a shell, `path` being where it is: "" or
// "notes/".
std::string rebuilt(const Patient& patient, const git::ObjectId& tree, const std::string& path,
                    const std::vector<OlderFolder>& folders) {
  const auto read = patient.repository.read_tree(tree);
  std::string edits;
  for (const git::TreeEntry& entry : read ? read->entries : std::vector<git::TreeEntry>()) {
    const std::string place = path + entry.name;
    const std::string listed = "^040000 tree " + entry.id.hex();
    for (const OlderFolder& folder : folders) {
      if (folder.path == place) {
        edits += folder.id ? " -e \"s/" + listed + "/040000 tree " + folder.id->hex() + "/\""
                           : " -e '/" + listed + "/d'";
      } else if (folder.path.starts_with(place + "/")) {
        edits += " -e \"s/" + listed + "/040000 tree " +
                 rebuilt(patient, entry.id, place + "/", folders) + "/\"";
        break;
      }
    }
  }
  return edits.empty() ? tree.hex() : "$(" + edits_tree(patient, tree, edits) + ")";
}

}  // namespace

bool find_older_folders(const Patient& patient, const git::Commit& tip, const git::Commit& past,
                        const Since& since, Losses& lost) {
  std::set<git::ObjectId> ids;
  for (OlderFolder& folder : lost.folders) {
    // They are known by their ids.
    if (!ids.insert(folder.lost).second) return false;
    if (folder.path != kArchive) {
      find_newest_version(patient, tip, past, since, folder);
    } else if (const auto why = tell_archived(patient, tip, folder)) {
      lost.untold = *why;
      return false;
    }
  }
  return true;
}

std::string tree_word(const Patient& patient, const git::ObjectId& tree,
                      const std::vector<OlderFolder>& folders) {
  const std::string word = rebuilt(patient, tree, "", folders);
  return word.starts_with("$") ? "\"" + word + "\"" : word;
}

}  // namespace claudestep::query
