// A tip that has lost folders: earlier versions of them that are still there.
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostLookedThrough = 1000;

const std::string kArchive = "archive";
const std::string kProjects = "projects";

// The folder in a tree, whole or not; nothing where there is none.
std::optional<git::ObjectId> folder_at(const Patient& patient, const git::ObjectId& tree,
                                       const std::string& path) {
  const auto entry = patient.repository.find_path(tree, path);
  if (!entry || !*entry || (*entry)->mode != git::FileMode::kTree) return std::nullopt;
  return (*entry)->id;
}

using Files = std::map<std::string, git::TreeEntry>;

// The files of a folder, by name.
Files files_of(const Patient& patient, const std::optional<git::ObjectId>& folder) {
  Files files;
  const auto tree = folder ? patient.repository.read_tree(*folder) : Result<git::Tree>(git::Tree());
  for (const git::TreeEntry& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
    if (entry.mode != git::FileMode::kTree) files.emplace(entry.name, entry);
  }
  return files;
}

// Looks for the newest version of a folder, with what went into the archive since.
class FolderSearch {
 public:
  FolderSearch(const Patient& patient, const git::Commit& past, OlderFolder& folder)
      : patient_(patient), past_(past), folder_(folder) {}

  void search(const git::ObjectId& tip) {
    std::size_t looked = 0;
    // Where commits are lost as well, that ends the walk.
    static_cast<void>(patient_.repository.walk(tip, [&](const git::Commit& commit) {
      if (++looked > kMostLookedThrough || folder_.id) return false;
      // Only what is built upon the past takes back nothing that it has.
      const auto stands = patient_.repository.compare(past_.id, commit.id);
      if (stands && *stands == git::Ancestry::kBehind) look_at(commit);
      return true;
    }));
    if (!folder_.id) folder_.id = folder_at(patient_, past_.tree, folder_.path);
    if (is_move_hidden_)
      note_moved(files_of(patient_, folder_at(patient_, past_.tree, kProjects)), {});
  }

  // What was moved from projects/ into the archive, by the name of the file; its newest contents.
  [[nodiscard]] const Files& moved() const { return moved_; }

 private:
  void look_at(const git::Commit& commit) {
    const auto version = folder_at(patient_, commit.tree, folder_.path);
    if (version && seen_.insert(*version).second && has_all_of(patient_, *version)) {
      folder_.id = version;
      return;
    }
    if (folder_.path != kArchive || commit.parents.size() != 1) return;
    const auto parent = patient_.repository.read_commit(commit.parents.front());
    if (!parent || folder_at(patient_, parent->tree, kArchive) == version) return;
    const auto before = folder_at(patient_, parent->tree, kProjects);
    // The same tree may have been both folders.
    if (before && !patient_.repository.has_object(*before)) is_move_hidden_ = true;
    note_moved(files_of(patient_, before),
               files_of(patient_, folder_at(patient_, commit.tree, kProjects)));
  }

  void note_moved(const Files& before, const Files& after) {
    for (const auto& file : before) {
      if (!after.contains(file.first)) moved_.insert(file);
    }
  }

  const Patient& patient_;
  const git::Commit& past_;
  OlderFolder& folder_;
  std::set<git::ObjectId> seen_;
  Files moved_;
  bool is_move_hidden_ = false;
};

// No project is on both shelves, and none on neither that was put away since.
void fit_archive(const Patient& patient, const git::Commit& tip, const Files& moved,
                 OlderFolder& archive) {
  const Files here = files_of(patient, folder_at(patient, tip.tree, kProjects));
  const Files away = files_of(patient, archive.id);
  for (const auto& [name, entry] : away) {
    if (here.contains(name)) archive.without.push_back(entry.id);
  }
  for (const auto& [name, entry] : moved) {
    if (here.contains(name) || away.contains(name)) continue;
    if (!patient.repository.read_blob(entry.id)) continue;
    archive.with.push_back({kArchive + "/" + name, entry.mode, entry.id});
  }
}

// The command whose output is the id of the tree with these edits of its listing.
std::string edits_tree(const Patient& patient, const git::ObjectId& tree,
                       const std::string& edits) {
  return in_repository(patient, "git ls-tree " + tree.hex()) + " | sed" + edits + " | " +
         in_repository(patient, "git mktree --missing");
}

// The id of the version, or the command that prints it.
std::string version_word(const Patient& patient, const OlderFolder& folder) {
  if (folder.without.empty()) return folder.id->hex();
  std::string edits;
  for (const git::ObjectId& file : folder.without) {
    edits += " -e '/^[0-7]* blob " + file.hex() + "/d'";
  }
  return "$(" + edits_tree(patient, *folder.id, edits) + ")";
}

// The same of a tree, `path` being where it is: "" or "notes/".
std::string rebuilt(const Patient& patient, const git::ObjectId& tree, const std::string& path,
                    const std::vector<OlderFolder>& folders) {
  const auto read = patient.repository.read_tree(tree);
  std::string edits;
  for (const git::TreeEntry& entry : read ? read->entries : std::vector<git::TreeEntry>()) {
    const std::string place = path + entry.name;
    const std::string listed = "^040000 tree " + entry.id.hex();
    for (const OlderFolder& folder : folders) {
      if (folder.path == place) {
        edits += folder.id
                     ? " -e \"s/" + listed + "/040000 tree " + version_word(patient, folder) + "/\""
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
                        std::vector<OlderFolder>& folders) {
  std::set<git::ObjectId> lost;
  for (OlderFolder& folder : folders) {
    // They are known by their ids.
    if (!lost.insert(folder.lost).second) return false;
    FolderSearch search(patient, past, folder);
    search.search(tip.id);
    if (folder.path == kArchive) fit_archive(patient, tip, search.moved(), folder);
  }
  return true;
}

std::string tree_word(const Patient& patient, const git::ObjectId& tree,
                      const std::vector<OlderFolder>& folders) {
  const std::string word = rebuilt(patient, tree, "", folders);
  return word.starts_with("$") ? "\"" + word + "\"" : word;
}

}  // namespace claudestep::query
