#include "store/fsck_undo.h"

#include "model/revert.h"
#include "store/undo_parts.h"

namespace claudestep::store {

Status UndoneCommits::look_up(const std::string& commit) {
  if (commit == commit_) return {};
  const auto id = git::ObjectId::parse(commit);
  if (!id) return fail(ErrorCode::kCorrupt, "it names no commit");
  CS_ASSIGN(const git::Commit undone, repository_.read_commit(*id));
  if (undone.parents.size() != 1) return fail(ErrorCode::kCorrupt, "it has not one parent");
  CS_ASSIGN(const git::Commit parent, repository_.read_commit(undone.parents.front()));
  CS_ASSIGN(const Shelves before, shelves_of(repository_, parent.tree));
  CS_ASSIGN(const Shelves after, shelves_of(repository_, undone.tree));
  CS_ASSIGN(changes_, project_changes(repository_, reader_, before, after));
  commit_ = commit;
  return {};
}

Result<model::Project> UndoneCommits::read(const ProjectEntry& entry) {
  return *reader_.read(entry);
}

Result<UndoneProject> UndoneCommits::as(const ProjectEntry& entry) {
  CS_ASSIGN(const model::Project project, read(entry));
  return UndoneProject{entry, facts_of(project)};
}

// The change that left a project which is called `name` before the undo.
const ProjectChange* UndoneCommits::change_of(const std::string& name,
                                              const std::optional<ProjectEntry>& now) {
  const ProjectChange* found = nullptr;
  for (const ProjectChange& change : changes_) {
    if (change.name() == name) found = &change;
  }
  if (!now) return found;
  const auto project = read(*now);
  if (!project || (found != nullptr && is_of(*found, *project))) return found;
  for (const ProjectChange& change : changes_) {
    if (!model::was_called(*project, change.name())) continue;
    if (is_of(change, *project)) return &change;
    if (found == nullptr) found = &change;
  }
  return found;
}

// Whether the change is one of that project, as undo tells them apart.
bool UndoneCommits::is_of(const ProjectChange& change, const model::Project& now) {
  const auto left = read(change.after ? *change.after : *change.before);
  return !left || can_be(identity_of(*left), identity_of(now));
}

Result<UndoneProject> UndoneCommits::after(const NamedOperation& undo,
                                           const std::optional<ProjectEntry>& now) {
  CS_TRY(look_up(undo.key("commit")));
  const ProjectChange* change = change_of(undo.project, now);
  if (!now) {
    const bool was_deleted = change != nullptr && !change->after;
    return was_deleted ? as(*change->before) : UndoneProject{};
  }
  if (change != nullptr && change->before && *now == change->after) return as(*change->before);
  CS_ASSIGN(UndoneProject same, as(*now));
  if (change == nullptr || !change->after) return same;
  if (!change->before) {
    CS_ASSIGN(const UndoneProject made, as(*change->after));
    const bool untouched = now->shelf == change->after->shelf && made.facts == same.facts;
    return untouched ? UndoneProject{} : same;
  }
  CS_ASSIGN(const model::Project before, read(*change->before));
  CS_ASSIGN(const model::Project left, read(*change->after));
  CS_ASSIGN(const model::Project current, read(*now));
  const model::Reverted reverted = model::revert(before, left, current);
  UndoneProject undone{now, facts_of(reverted.project)};
  undone.place->name = reverted.project.name.value;
  if (change->before->shelf != change->after->shelf) undone.place->shelf = change->before->shelf;
  return undone;
}

}  // namespace claudestep::store
