#include "store/paired_changes.h"

#include <algorithm>
#include <utility>

#include "model/branch.h"
#include "store/lineages.h"

namespace claudestep::store {

namespace {

using Pair = std::pair<ProjectChange*, ProjectChange*>;

bool took_another_name(ProjectReader& reader, const ProjectEntry& before,
                       const ProjectEntry& after) {
  const auto was = reader.read(before);
  const auto is = reader.read(after);
  return *was && *is && (*was)->created_at == (*is)->created_at &&
         model::was_called(**is, before.name);
}

// Of two that have one name a merge gives one a new name, and the other looks rewritten.
void find_displaced(ProjectReader& reader, std::vector<ProjectChange>& changes) {
  std::vector<ProjectChange*> replaced;
  for (ProjectChange& change : changes) {
    if (changed_names(reader, change)) replaced.push_back(&change);
  }
  for (ProjectChange& came : changes) {
    if (came.before || !came.after) continue;
    const auto origin =
        std::find_if(replaced.begin(), replaced.end(), [&](const ProjectChange* change) {
          return change->before && took_another_name(reader, *change->before, *came.after);
        });
    if (origin != replaced.end()) std::swap(came.before, (*origin)->before);
  }
}

bool are_the_same(ProjectReader& reader, const ProjectChange& went, const ProjectChange& came) {
  if (went.after || !went.before || came.before || !came.after) return false;
  const auto was = reader.read(*went.before);
  const auto is = reader.read(*came.after);
  return *was && *is && is_the_same(identity_of(**was), identity_of(**is));
}

// As the merge takes for one project what says nothing of its other name, but when it was made and
// with which tasks.
void join_the_same(ProjectReader& reader, std::vector<ProjectChange>& changes) {
  std::vector<Pair> pairs;
  for (ProjectChange& went : changes) {
    for (ProjectChange& came : changes) {
      if (are_the_same(reader, went, came)) pairs.emplace_back(&went, &came);
    }
  }
  for (const Pair& pair : pairs) {
    // Of several copies none is taken for it.
    const bool is_alone = std::none_of(pairs.begin(), pairs.end(), [&](const Pair& other) {
      return (other.first == pair.first) != (other.second == pair.second);
    });
    if (is_alone) pair.second->before.swap(pair.first->before);
  }
  std::erase_if(changes,
                [](const ProjectChange& change) { return !change.before && !change.after; });
}

}  // namespace

Result<std::vector<ProjectChange>> paired_changes(const git::Repository& repository,
                                                  ProjectReader& reader, const Shelves& before,
                                                  const Shelves& after) {
  CS_ASSIGN(auto changes, project_changes(repository, reader, before, after));
  untangle(reader, changes);
  find_displaced(reader, changes);
  join_the_same(reader, changes);
  return changes;
}

}  // namespace claudestep::store
