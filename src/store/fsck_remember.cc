// What each commit did, as the ledger takes note of it.
#include <algorithm>
#include <string>
#include <vector>

#include "store/fsck_judge.h"
#include "store/identity.h"

namespace claudestep::store {

namespace {

// Whether what lies in a place is what lay there before, though it says that it was made at another
// time: a merge of two that were made under one name says the earlier time from then on, and people
// write another into the file. What a command made anew may have the tasks of the former one, whose
// ids come from their texts.
bool are_one(const Identity& before, const Identity& now, bool is_typed) {
  return were_made_apart(before, now) &&
         (was_made_later(now, before) || (is_typed && share_a_task(before, now)));
}

// Whether all that the commit does was done by hand, to what it found.
bool is_typed(const git::Commit& commit) {
  if (commit.parents.size() > 1) return false;
  const NamedOperations named = named_operations(commit.message);
  return named.complete && named.carried.empty() &&
         std::all_of(named.operations.begin(), named.operations.end(),
                     [](const NamedOperation& operation) { return operation.name == kByHand; });
}

}  // namespace

// Of a merge each parent has had the past that the others bring.
Status FrameJudge::remember(const git::Commit& commit, const TreeStep& step) {
  const Deed deed = deed_of(step, is_typed(commit));
  if (commit.parents.size() < 2) {
    for (const auto& [what, note] : deed) ledger_.note(note, commit.id);
    return {};
  }
  for (const auto& [what, note] : deed) ledger_.note_merged(note, commit.id);
  for (std::size_t parent = 1; parent < commit.parents.size(); ++parent) {
    CS_ASSIGN(const git::ObjectId before, tree_before(commit, parent));
    CS_ASSIGN(const TreeStep other, versions_.step(before, tree_of(commit)));
    for (const auto& [what, note] : deed_of(other, false)) {
      // What all parents had otherwise is the merge's own.
      const bool is_own = commit.parents.size() == 2 && deed.contains(what);
      is_own ? ledger_.note(note, commit.id) : ledger_.note_merged(note, commit.id);
    }
  }
  return {};
}

FrameJudge::Deed FrameJudge::deed_of(const TreeStep& step, bool is_typed) {
  Deed deed;
  std::optional<Instant> made;  // of what is looked at
  const auto add = [&](const std::string& scope, FactChange change) {
    if (change.before == change.after) return;
    std::pair what(scope, change.key);
    // A file as a whole is nobody else's.
    const auto of = change.key == kWholeFile ? std::nullopt : made;
    deed.emplace(std::move(what), FsckLedger::Note{scope, of, std::move(change)});
  };
  for (const auto& [path, ids] : step.others) {
    add(subject_at(path).name, {kWholeFile, state_of(ids.first), state_of(ids.second)});
  }
  std::map<std::string, std::string> renamed;  // by the names after
  std::set<std::string> left;
  for (const auto& [name, unused] : step.projects) {
    if (auto before = name_before(step, name)) left.insert(renamed[name] = *std::move(before));
  }
  const Facts none;
  for (const auto& [name, project] : step.projects) {
    add(name, {kWholeFile, state_of(project.before), state_of(project.after)});
    if (left.contains(name)) continue;
    const auto came_from = renamed.find(name);
    const auto& before =
        came_from == renamed.end() ? project.before : step.projects.at(came_from->second).before;
    const auto old = before ? versions_.read(before->blob) : nullptr;
    const auto now = project.after ? versions_.read(project.after->blob) : nullptr;
    made = (old ? old : now)->identity.created_at;
    if (old && now && are_one(old->identity, now->identity, is_typed)) {
      ledger_.join(*old->identity.created_at, *now->identity.created_at);
    }
    if (before && project.after) add(name, {kShelf, shelf_of(before), shelf_of(project.after)});
    for (FactChange& change : changes_between(old ? old->facts : none, now ? now->facts : none)) {
      add(name, std::move(change));
    }
  }
  return deed;
}

std::optional<std::string> FrameJudge::name_before(const TreeStep& step, const std::string& name) {
  const ProjectStep& project = step.projects.at(name);
  if (project.before || !project.after) return std::nullopt;
  const auto now = versions_.read(project.after->blob);
  std::set<std::string> former;
  add_former_names(*now, former);
  for (const std::string& one : former) {
    const auto found = step.projects.find(one);
    if (found == step.projects.end() || !found->second.before || found->second.after) continue;
    const auto old = versions_.read(found->second.before->blob);
    if (!were_made_apart(old->identity, now->identity)) return one;
  }
  return std::nullopt;
}

}  // namespace claudestep::store
