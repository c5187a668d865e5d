// Merging tasks: their members, and which of them stay.
#include <algorithm>

#include "model/merge_parts.h"
#include "model/merge_record.h"

namespace claudestep::model::merging {

namespace {

using Tasks = std::map<TaskKey, Task>;

// One task in the three versions; null where there is none.
struct TaskVersions {
  const Task* base;
  const Task* ours;
  const Task* theirs;
};

TaskVersions versions_of(const Work& work, const TaskKey& key) {
  return {work.base == nullptr ? nullptr : find_in(work.base->tasks, key),
          find_in(work.ours.tasks, key), find_in(work.theirs.tasks, key)};
}

// What the plan's box of a task says when both sides are heard. A side without a plan says nothing
// of it.
bool is_ticked_in_plan(const Work& work, const TaskVersions& task) {
  const bool before = task.base != nullptr && task.base->is_ticked_in_plan();
  const auto box = [before](const Version& side, const Task* one) {
    return one != nullptr && side.project.plan ? one->is_ticked_in_plan() : before;
  };
  const bool ours = box(work.ours, task.ours);
  const bool theirs = box(work.theirs, task.theirs);
  return ours == before ? theirs : ours;
}

// Whose tick it is follows from the tick and the plan's box: who ticks a task while the other
// imports the plan has done it by hand where the plan says otherwise.
void set_by_hand(Task& task, bool is_ticked_in_plan) {
  const bool by_hand = task.is_checked() != is_ticked_in_plan;
  if (by_hand == task.is_by_hand()) return;
  task.by_hand = by_hand ? Opt<bool>(true) : Opt<bool>();
}

// A task that both sides have, in a project that follows a plan or does not.
Task merge_task(const Work& work, const TaskVersions& versions, bool has_plan, const Notes& notes) {
  const auto& [base, ours, theirs] = versions;
  const auto one = [&, base = base, ours = ours, theirs = theirs](auto Task::*member,
                                                                  std::string_view name) {
    return join(part(base, member), ours->*member, theirs->*member, name, notes);
  };
  Task merged;
  merged.id = one(&Task::id, "id");
  merged.description = one(&Task::description, "description");
  merged.depends_on = join_set(part(base, &Task::depends_on), ours->depends_on, theirs->depends_on);
  merged.checked = one(&Task::checked, "checked");
  merged.by_hand = one(&Task::by_hand, "by_hand");
  const bool agree =
      is_same(ours->checked, theirs->checked) && is_same(ours->by_hand, theirs->by_hand);
  if (has_plan && !agree) set_by_hand(merged, is_ticked_in_plan(work, versions));
  merged.placeholder = one(&Task::placeholder, "placeholder");
  merged.removed = one(&Task::removed, "removed");
  merged.source = one(&Task::source, "source");
  merged.claim = one(&Task::claim, "claim");
  merged.extra = join_extra(part(base, &Task::extra), ours->extra, theirs->extra, notes);
  return merged;
}

// One that a single side has.
Task keep_task(const Work& work, const TaskVersions& versions, bool has_plan) {
  Task left = versions.ours != nullptr ? *versions.ours : *versions.theirs;
  if (has_plan) set_by_hand(left, is_ticked_in_plan(work, versions));
  return left;
}

// The tasks that are there without looking at who needs them; in `gone` those that one side deleted
// and the other left alone.
Tasks merge_present(const Work& work, bool has_plan, std::map<std::string, TaskKey>& gone) {
  std::set<TaskKey> keys;
  for (const Version* side : {&work.ours, &work.theirs}) {
    for (const auto& [key, task] : side->tasks) keys.insert(key);
  }
  Tasks merged;
  for (const TaskKey& key : keys) {
    const TaskVersions versions = versions_of(work, key);
    const auto& [base, ours, theirs] = versions;
    const Notes notes(work.receipts, receipt_for(key));
    if (ours != nullptr && theirs != nullptr) {
      merged.emplace(key, merge_task(work, versions, has_plan, notes));
      continue;
    }
    if (base != nullptr && is_unchanged(ours != nullptr ? *ours : *theirs, *base)) {
      gone.emplace(key.first, key);
      continue;
    }
    if (base != nullptr) notes.add("deletion", "the task", "deleted");
    merged.emplace(key, keep_task(work, versions, has_plan));
  }
  return merged;
}

// Brings back what was deleted on one side and is needed on the other.
void bring_back_needed(const Work& work, const Project& project,
                       std::map<std::string, TaskKey>& gone, Tasks& merged) {
  std::vector<std::string> wanted;
  for (const PullRequest& pr : project.pull_requests) wanted.push_back(text_or_empty(pr.task_id));
  const auto want_dependencies = [&wanted](const Task& task) {
    if (!task.depends_on) return;
    for (const Text& id : *task.depends_on) wanted.push_back(id.value);
  };
  for (const auto& [key, task] : merged) want_dependencies(task);
  while (!wanted.empty()) {
    const auto found = gone.extract(wanted.back());
    wanted.pop_back();
    if (!found) continue;
    const TaskKey& key = found.mapped();
    Notes(work.receipts, receipt_for(key)).add("deletion", "the task, needed by others", "deleted");
    const Task left = keep_task(work, versions_of(work, key), project.plan.has_value());
    want_dependencies(merged.emplace(key, left).first->second);
  }
}

}  // namespace

namespace {

template <typename Same>
bool agree(const Task& a, const Task& b, const Same& same) {
  return same(a.id, b.id) && same(a.description, b.description) &&
         same(a.depends_on, b.depends_on) && same(a.checked, b.checked) &&
         same(a.by_hand, b.by_hand) && same(a.placeholder, b.placeholder) &&
         same(a.removed, b.removed) && same(a.source, b.source) && same(a.claim, b.claim) &&
         same(a.extra, b.extra);
}

}  // namespace

bool is_unchanged(const Task& a, const Task& b) {
  return agree(a, b, kMeansTheSame);
}
bool is_spelt_alike(const Task& a, const Task& b) {
  return agree(a, b, kSpeltAlike);
}

std::vector<Task> merge_tasks(const Work& work, const Project& project) {
  std::map<std::string, TaskKey> gone;
  Tasks merged = merge_present(work, project.plan.has_value(), gone);
  bring_back_needed(work, project, gone, merged);
  number_tasks(work, merged);
  std::vector<Task> tasks;
  tasks.reserve(merged.size());
  for (auto& [key, task] : merged) tasks.push_back(std::move(task));
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const Task& a, const Task& b) { return a.index < b.index; });
  cut_circles(work, tasks);
  return tasks;
}

}  // namespace claudestep::model::merging
