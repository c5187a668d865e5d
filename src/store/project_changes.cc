#include "store/project_changes.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "model/shelf.h"

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

void erase_empty(std::vector<ProjectChange>& changes) {
  std::erase_if(changes,
                [](const ProjectChange& change) { return !change.before && !change.after; });
}

// Joins the change by which a project went with the one by which it came, where `same` says that
// they are about one project.
template <typename Same>
void join(std::vector<ProjectChange>& changes, const Same& same) {
  for (ProjectChange& came : changes) {
    if (!came.is_new()) continue;
    for (ProjectChange& went : changes) {
      if (!went.is_gone() || !same(*went.before, *came.after)) continue;
      came.before = std::move(went.before);
      went.before.reset();
      break;
    }
  }
  erase_empty(changes);
}

std::set<std::string> former_names(ProjectReader& reader, const ProjectEntry& entry) {
  std::set<std::string> names;
  const auto project = reader.read(entry);
  if (!*project || !(*project)->former_names) return names;
  for (const model::Text& name : *(*project)->former_names) names.insert(name.value);
  return names;
}

// Those that were there before by their names, and by those that they once had.
class NamesBefore {
 public:
  void add(ProjectReader& reader, const ProjectEntry& before, std::size_t at) {
    named_[before.name].push_back(at);
    for (const auto& name : former_names(reader, before)) once_named_[name].push_back(at);
  }

  // The first that `is_it` takes of those of which one had the name of the other.
  template <typename IsIt>
  std::optional<std::size_t> find(ProjectReader& reader, const ProjectEntry& after,
                                  const IsIt& is_it) const {
    std::optional<std::size_t> first;
    const auto look = [&](const Places& places, const std::string& name) {
      const auto found = places.find(name);
      if (found == places.end()) return;
      const auto& all = found->second;
      const auto one = std::find_if(all.begin(), all.end(), is_it);
      if (one != all.end() && (!first || *one < *first)) first = *one;
    };
    look(once_named_, after.name);
    for (const std::string& name : former_names(reader, after)) look(named_, name);
    return first;
  }

 private:
  using Places = std::map<std::string, std::vector<std::size_t>>;

  Places named_;
  Places once_named_;
};

// Joins those of which one had the name of the other, where `same` says that they are one project.
template <typename Same>
void join_renamed(ProjectReader& reader, std::vector<ProjectChange>& changes, const Same& same) {
  const auto is_new = std::mem_fn(&ProjectChange::is_new);
  if (std::none_of(changes.begin(), changes.end(), is_new)) return;
  NamesBefore gone;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    if (changes[at].is_gone()) gone.add(reader, *changes[at].before, at);
  }
  for (ProjectChange& came : changes) {
    if (!came.is_new()) continue;
    const auto found = gone.find(reader, *came.after, [&](std::size_t at) {
      // Who was joined is out.
      return changes[at].before && same(*changes[at].before, *came.after);
    });
    if (found) came.before.swap(changes[*found].before);
  }
  erase_empty(changes);
}

// Whether `later` can be `earlier` under another name: made at the same time, it remembers that
// name and all before it.
bool remembers(ProjectReader& reader, const ProjectEntry& earlier, const ProjectEntry& later) {
  const auto was = reader.read(earlier);
  const auto is = reader.read(later);
  if (!*was || !*is || (*was)->created_at != (*is)->created_at) return false;
  const auto known = former_names(reader, later);
  auto names = former_names(reader, earlier);
  names.erase(later.name);
  names.insert(earlier.name);
  return earlier.name != later.name &&
         std::includes(known.begin(), known.end(), names.begin(), names.end());
}

// Whether one remembers the other: a rename that was taken back is forgotten by the later one.
bool are_one(ProjectReader& reader, const ProjectEntry& before, const ProjectEntry& after) {
  return remembers(reader, before, after) || remembers(reader, after, before);
}

// For each change of a name that went over to another project: where in `changes` that one was
// before.
std::map<std::size_t, std::size_t> find_origins(ProjectReader& reader,
                                                const std::vector<ProjectChange>& changes) {
  std::map<std::size_t, std::size_t> origins;
  if (changes.size() < 2) return origins;
  std::vector<std::size_t> changed;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    if (changed_names(reader, changes[at])) changed.push_back(at);
  }
  if (changed.empty()) return origins;
  NamesBefore names;
  for (std::size_t from = 0; from < changes.size(); ++from) {
    if (changes[from].before) names.add(reader, *changes[from].before, from);
  }
  for (const std::size_t at : changed) {
    const ProjectEntry& after = *changes[at].after;
    const auto found = names.find(reader, after, [&](std::size_t from) {
      return are_one(reader, *changes[from].before, after);
    });
    if (found) origins.emplace(at, *found);
  }
  return origins;
}

void sort_by_name(std::vector<ProjectChange>& changes) {
  std::stable_sort(
      changes.begin(), changes.end(),
      [](const ProjectChange& a, const ProjectChange& b) { return a.name() < b.name(); });
}

model::Event unreadable(const ProjectEntry& entry, const Error& error) {
  std::string reason = error.message;
  if (error.place.line > 0) {
    reason =
        std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ": " + reason;
  }
  return model::file_event(EventKind::kUnreadable, entry.name, reason);
}

// Of a tree that cannot be asked for them, for `error`: where it can be read it has one of them
// twice.
Result<Shelves> shelves_twice(const git::Repository& repository, const git::ObjectId& tree,
                              const Error& error) {
  const auto read = repository.read_tree(tree);
  if (!read) return fail(error);
  Shelves shelves;
  for (const git::TreeEntry& entry : read->entries) {
    if (entry.mode != git::FileMode::kTree) continue;
    const auto shelf = model::shelf_named(entry.name);
    if (shelf == Shelf::kProjects) shelves.projects = std::max(shelves.projects, entry.id);
    if (shelf == Shelf::kArchive) shelves.archive = std::max(shelves.archive, entry.id);
  }
  return shelves;
}

}  // namespace

Result<Shelves> shelves_of(const git::Repository& repository, git::ObjectId tree) {
  const auto folders =
      repository.find_entries(tree, {folder_name(Shelf::kProjects), folder_name(Shelf::kArchive)});
  if (!folders) return shelves_twice(repository, tree, folders.error());
  Shelves shelves;
  const auto& projects = (*folders)[0];
  const auto& archive = (*folders)[1];
  if (projects && projects->mode == git::FileMode::kTree) shelves.projects = projects->id;
  if (archive && archive->mode == git::FileMode::kTree) shelves.archive = archive->id;
  return shelves;
}

Result<std::optional<ProjectEntry>> find_entry(const git::Repository& repository,
                                               const Shelves& shelves, std::string_view name) {
  const std::string file = model::file_name_of(name);
  for (const Shelf shelf : model::kShelves) {
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
  for (const Shelf shelf : model::kShelves) {
    CS_TRY(add_changes(repository, shelf, before, after, changes));
  }
  join(changes,
       [](const ProjectEntry& went, const ProjectEntry& came) { return went.name == came.name; });
  join(changes, [](const ProjectEntry& went, const ProjectEntry& came) {
    return went.blob == came.blob && went.obstacle == came.obstacle;
  });
  join_renamed(reader, changes, [](const ProjectEntry&, const ProjectEntry&) { return true; });
  sort_by_name(changes);
  return changes;
}

bool changed_names(ProjectReader& reader, const ProjectChange& change) {
  if (!change.before || !change.after || change.before->name != change.after->name) return false;
  const auto before = reader.read(*change.before);
  const auto after = reader.read(*change.after);
  return *before && *after &&
         ((*before)->former_names != (*after)->former_names ||
          (*before)->created_at != (*after)->created_at);
}

void untangle(ProjectReader& reader, std::vector<ProjectChange>& changes) {
  const auto origins = find_origins(reader, changes);
  if (origins.empty()) return;
  const std::vector<ProjectChange> tangled = changes;
  std::set<std::size_t> taken;
  for (const auto& [at, from] : origins) taken.insert(from);
  for (const std::size_t from : taken) changes[from].before.reset();
  for (const auto& [at, from] : origins) {
    changes[at].before = tangled[from].before;
    if (!taken.contains(at)) changes.push_back({tangled[at].before, std::nullopt});
  }
  erase_empty(changes);
  join_renamed(reader, changes, [&](const ProjectEntry& went, const ProjectEntry& came) {
    return are_one(reader, went, came);
  });
  sort_by_name(changes);
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
