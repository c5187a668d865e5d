#include "store/view.h"

#include <algorithm>

#include "base/text.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/project_name.h"
#include "model/shelf.h"
#include "store/history.h"

namespace claudestep::store {

namespace {

std::size_t index_of(model::Shelf shelf) {
  return static_cast<std::size_t>(shelf);
}

// What stands in the way of reading an entry of this mode as a file; empty when nothing does.
std::string obstacle_of(git::FileMode mode) {
  switch (mode) {
    case git::FileMode::kTree:
      return "is a folder";
    case git::FileMode::kSymlink:
      return "is a symbolic link";
    case git::FileMode::kSubmodule:
      return "is a submodule";
    case git::FileMode::kFile:
    case git::FileMode::kExecutable:
      break;
  }
  return {};
}

constexpr std::string_view kTwice = "is in its folder twice";
constexpr std::string_view kTwiceHint = "claudestep explain tree/duplicate-entry";

// Two entries of one name, which git never writes, are one file of which nobody can say what it
// holds: the first is marked and the others go. `from` is where the folder's entries begin.
void mark_doubles(std::vector<ProjectEntry>& entries, std::size_t from) {
  for (std::size_t at = from; at + 1 < entries.size();) {
    if (entries[at].name != entries[at + 1].name) {
      ++at;
      continue;
    }
    entries[at].obstacle = kTwice;
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at + 1));
  }
}

}  // namespace

std::string ProjectEntry::path() const {
  return path_of(name, shelf);
}

std::optional<ProjectEntry> entry_of(const git::TreeEntry& item, model::Shelf shelf) {
  const auto name = model::name_in_file_name(item.name);
  if (!name) return std::nullopt;
  ProjectEntry entry;
  entry.name = *name;
  entry.shelf = shelf;
  entry.blob = item.id;
  entry.obstacle = obstacle_of(item.mode);
  if (const auto flaw = model::project_name_flaw(entry.name)) {
    entry.obstacle = "is not named like a project: " + *flaw;
  }
  return entry;
}

Result<model::Project> read_entry(const git::Repository& repository, const ProjectEntry& entry) {
  if (!entry.obstacle.empty()) {
    Error error =
        Error{ErrorCode::kCorrupt, "the project file " + entry.obstacle}.at(Place{entry.path()});
    if (entry.obstacle == kTwice) error.hints.emplace_back(kTwiceHint);
    return fail(std::move(error));
  }
  CS_ASSIGN(const std::string bytes, repository.read_blob(entry.blob));
  return read_entry(entry, bytes);
}

Result<model::Project> read_entry(const ProjectEntry& entry, std::string_view bytes) {
  CS_ASSIGN(model::Project project, codec::read_project(bytes, entry.path()));
  // The file's name is what everybody calls the project by; one that says otherwise inside is a
  // finding of fsck, not a second name.
  if (project.name.value != entry.name) project.name = model::Text(entry.name);
  model::settle(project);
  return project;
}

Status View::find_folders() {
  if (!tree_) return {};
  for (const model::Shelf shelf : model::kShelves) {
    CS_ASSIGN(auto entry, repository_->find_entry(*tree_, folder_name(shelf)));
    if (!entry) continue;
    if (entry->mode == git::FileMode::kTree) {
      folders_[index_of(shelf)] = entry->id;
    } else {
      const std::string what = obstacle_of(entry->mode);
      folder_obstacle_[index_of(shelf)] = what.empty() ? "is a file, not a folder" : what;
    }
  }
  return {};
}

Status View::check_folder(model::Shelf shelf) const {
  const std::string& obstacle = folder_obstacle_[index_of(shelf)];
  if (obstacle.empty()) return {};
  const std::string folder(folder_name(shelf));
  return fail(Error{ErrorCode::kCorrupt, quoted(folder) + " on the metadata branch " + obstacle}
                  .hint("git log " + commit_->hex().substr(0, 7) + " -- " + folder)
                  .at(Place{folder}));
}

Status View::check_folders() const {
  for (const model::Shelf shelf : model::kShelves) CS_TRY(check_folder(shelf));
  return {};
}

Result<std::vector<ProjectEntry>> View::entries() const {
  std::vector<ProjectEntry> found;
  for (const model::Shelf shelf : model::kShelves) {
    CS_TRY(check_folder(shelf));
    const auto& folder = folders_[index_of(shelf)];
    if (!folder) continue;
    CS_ASSIGN(const git::Tree tree, repository_->read_tree(*folder));
    const std::size_t active = found.size();
    found.reserve(active + tree.entries.size());
    for (const git::TreeEntry& item : tree.entries) {
      auto entry = entry_of(item, shelf);
      if (!entry) continue;
      if (entry->obstacle.empty() && shelf == model::Shelf::kArchive &&
          find(entry->name) == model::Shelf::kProjects) {
        entry->obstacle = "lies in projects/ as well";
      }
      found.push_back(*std::move(entry));
    }
    mark_doubles(found, active);
    // git sorts by the name with its suffix, in which "a-b.json" comes before "a.json": often the
    // same order.
    const auto begin = found.begin() + static_cast<std::ptrdiff_t>(active);
    const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
    if (!std::is_sorted(begin, found.end(), by_name)) std::sort(begin, found.end(), by_name);
  }
  return found;
}

Result<std::optional<git::TreeEntry>> View::find_file(std::string_view path) const {
  if (!tree_) return std::optional<git::TreeEntry>{};
  return repository_->find_path(*tree_, path);
}

Result<std::optional<std::string>> View::read_file(std::string_view path) const {
  std::optional<std::string> none;
  CS_ASSIGN(const auto entry, find_file(path));
  if (!entry || !obstacle_of(entry->mode).empty()) return none;
  CS_ASSIGN(auto bytes, repository_->read_blob(entry->id));
  return std::optional(std::move(bytes));
}

Result<model::Project> View::read(const ProjectEntry& entry) const {
  return read_entry(*repository_, entry);
}

Result<std::optional<git::TreeEntry>> View::lookup(std::string_view name,
                                                   model::Shelf shelf) const {
  const auto& folder = folders_[index_of(shelf)];
  if (!folder) return std::optional<git::TreeEntry>{};
  auto entry = repository_->find_entry(*folder, model::file_name_of(name));
  if (!entry && entry.error().message.ends_with(" twice")) {
    return fail(Error{ErrorCode::kCorrupt, "the project file " + std::string(kTwice)}
                    .at(Place{path_of(name, shelf)})
                    .hint(std::string(kTwiceHint)));
  }
  return entry;
}

std::optional<model::Shelf> View::find(std::string_view name) const {
  if (!model::check_project_name(name)) return std::nullopt;
  for (const model::Shelf shelf : model::kShelves) {
    // A tree that cannot be read must not look like a missing project: load() will say what is
    // wrong.
    const auto entry = lookup(name, shelf);
    if (!entry || entry->has_value()) return shelf;
  }
  return std::nullopt;
}

bool View::is_taken(std::string_view name, model::Shelf shelf) const {
  const auto entry = lookup(name, shelf);
  return !entry || entry->has_value();
}

Result<model::Project> View::load(std::string_view name) const {
  const auto shelf = find(name);
  CS_CHECK(shelf.has_value());
  CS_ASSIGN(const auto item, lookup(name, *shelf));
  CS_CHECK(item.has_value());
  const ProjectEntry entry{std::string(name), *shelf, item->id, obstacle_of(item->mode)};
  auto project = read(entry);
  if (!project) return fail(lost_project(*repository_, entry, std::move(project).error()));
  return project;
}

std::vector<std::string> View::names() const {
  std::vector<std::string> names;
  const auto all = entries();
  if (!all) return names;
  for (const ProjectEntry& entry : *all) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::string> View::once_called(std::string_view name) const {
  std::vector<std::string> found;
  const auto all = entries();
  // No project name has a character that JSON may write in another way, unless by an escape that
  // nobody uses: so few files need to be parsed.
  const std::string token = '"' + std::string(name) + '"';
  for (const ProjectEntry& entry : all ? *all : std::vector<ProjectEntry>()) {
    if (!entry.obstacle.empty()) continue;
    const auto bytes = repository_->read_blob(entry.blob);
    if (!bytes || bytes->find(token) == std::string::npos) continue;
    const auto project = codec::read_project(*bytes, entry.path());
    if (project && model::was_called(*project, name)) found.push_back(entry.name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace claudestep::store
