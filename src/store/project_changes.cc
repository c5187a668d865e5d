#include "store/project_changes.h"

#include <algorithm>

namespace claudestep::store {

namespace {

using model::EventKind;
using model::Shelf;

constexpr std::size_t kMostProjectsKept = 128;  // projects that a reader remembers

// The entries of one folder that differ.
Status add_changes(const git::Repository& repository, Shelf shelf, const Shelves& before,
                   const Shelves& after, std::vector<ProjectChange>& changes) {
  CS_ASSIGN(const auto differences, repository.diff_trees(before.of(shelf), after.of(shelf)));
  for (const git::TreeDifference& difference : differences) {
    ProjectChange change;
    if (difference.before) change.before = entry_of(*difference.before, shelf);
    if (difference.after) change.after = entry_of(*difference.after, shelf);
    // A mode that was odd and became regular changes nothing for us.
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return {};
}

// Joins the change by which a project went with the one by which it came, where `same` says that
// they are about one project.
template <typename Same>
void join(std::vector<ProjectChange>& changes, const Same& same) {
  for (ProjectChange& came : changes) {
    if (came.before || !came.after) continue;
    for (ProjectChange& went : changes) {
      if (went.after || !went.before || !same(*went.before, *came.after)) continue;
      came.before = std::move(went.before);
      went.before.reset();
      break;
    }
  }
  std::erase_if(changes,
                [](const ProjectChange& change) { return !change.before && !change.after; });
}

bool was_named(ProjectReader& reader, const ProjectEntry& entry, std::string_view name) {
  const auto project = reader.read(entry);
  if (!*project || !(*project)->former_names) return false;
  const auto& names = *(*project)->former_names;
  return std::any_of(names.begin(), names.end(),
                     [&](const model::Text& former) { return former.value == name; });
}

model::Event unreadable(const ProjectEntry& entry, const Error& error) {
  std::string reason = error.message;
  if (error.place.line > 0) {
    reason =
        std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ": " + reason;
  }
  return model::file_event(EventKind::kUnreadable, entry.name, reason);
}

}  // namespace

Result<Shelves> shelves_of(const git::Repository& repository, git::ObjectId tree) {
  Shelves shelves;
  CS_ASSIGN(const auto projects, repository.find_entry(tree, "projects"));
  if (projects && projects->mode == git::FileMode::kTree) shelves.projects = projects->id;
  CS_ASSIGN(const auto archive, repository.find_entry(tree, "archive"));
  if (archive && archive->mode == git::FileMode::kTree) shelves.archive = archive->id;
  return shelves;
}

Result<std::optional<ProjectEntry>> find_entry(const git::Repository& repository,
                                               const Shelves& shelves, std::string_view name) {
  const std::string file = std::string(name) + ".json";
  for (const Shelf shelf : {Shelf::kProjects, Shelf::kArchive}) {
    if (shelves.of(shelf).is_zero()) continue;
    CS_ASSIGN(const auto item, repository.find_entry(shelves.of(shelf), file));
    if (item) return entry_of(*item, shelf);
  }
  return std::optional<ProjectEntry>{};
}

std::shared_ptr<const Result<model::Project>> ProjectReader::read(const ProjectEntry& entry) {
  const auto key = std::pair(entry.blob, entry.path());
  const auto known = kept_.find(key);
  if (known != kept_.end() && entry.obstacle.empty()) {
    known->second.used = ++uses_;
    return known->second.project;
  }
  auto project = std::make_shared<const Result<model::Project>>(read_entry(repository_, entry));
  if (!entry.obstacle.empty()) return project;
  if (kept_.size() >= kMostProjectsKept) {
    kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) {
      return a.second.used < b.second.used;
    }));
  }
  kept_.emplace(key, Kept{project, ++uses_});
  return project;
}

Result<std::vector<ProjectChange>> project_changes(const git::Repository& repository,
                                                   ProjectReader& reader, const Shelves& before,
                                                   const Shelves& after) {
  std::vector<ProjectChange> changes;
  for (const Shelf shelf : {Shelf::kProjects, Shelf::kArchive}) {
    CS_TRY(add_changes(repository, shelf, before, after, changes));
  }
  join(changes,
       [](const ProjectEntry& went, const ProjectEntry& came) { return went.name == came.name; });
  join(changes, [](const ProjectEntry& went, const ProjectEntry& came) {
    return went.blob == came.blob && went.obstacle == came.obstacle;
  });
  join(changes, [&](const ProjectEntry& went, const ProjectEntry& came) {
    return was_named(reader, came, went.name) || was_named(reader, went, came.name);
  });
  std::stable_sort(
      changes.begin(), changes.end(),
      [](const ProjectChange& a, const ProjectChange& b) { return a.name() < b.name(); });
  return changes;
}

std::vector<model::Event> events_of(ProjectReader& reader, const ProjectChange& change) {
  std::shared_ptr<const Result<model::Project>> before;
  std::shared_ptr<const Result<model::Project>> after;
  if (change.after) {
    after = reader.read(*change.after);
    if (!*after) return {unreadable(*change.after, after->error())};
  }
  if (change.before) {
    before = reader.read(*change.before);
    if (!*before) {
      const EventKind kind = after ? EventKind::kReadable : EventKind::kProjectDeleted;
      return {model::file_event(kind, change.name())};
    }
  }
  model::Snapshot was;
  if (before) was = {&**before, change.before->shelf};
  model::Snapshot is;
  if (after) is = {&**after, change.after->shelf};
  auto events = model::events_between(was, is);
  if (events.empty()) events.push_back(model::file_event(EventKind::kRewritten, change.name()));
  return events;
}

}  // namespace claudestep::store
