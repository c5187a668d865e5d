// Merging tasks: their members, and which of them stay.
#include <algorithm>

#include "model/merge_parts.h"
#include "model/merge_record.h"

namespace claudestep::model::merging {

namespace {

using Tasks = std::map<TaskKey, Task>;

Task merge_task(const Task* base, const Task& ours, const Task& theirs, const Notes& notes) {
  const auto one = [&](auto Task::*member, std::string_view name) {
    return join(part(base, member), ours.*member, theirs.*member, name, notes);
  };
  Task merged;
  merged.id = one(&Task::id, "id");
  merged.description = one(&Task::description, "description");
  merged.depends_on = join_set(part(base, &Task::depends_on), ours.depends_on, theirs.depends_on);
  merged.checked = one(&Task::checked, "checked");
  merged.by_hand = one(&Task::by_hand, "by_hand");
  merged.placeholder = one(&Task::placeholder, "placeholder");
  merged.removed = one(&Task::removed, "removed");
  merged.source = one(&Task::source, "source");
  merged.claim = one(&Task::claim, "claim");
  merged.extra = join_extra(part(base, &Task::extra), ours.extra, theirs.extra, notes);
  return merged;
}

// The tasks that are there without looking at who needs them; in `gone` those that one side deleted
// and the other left alone.
Tasks merge_present(const Work& work, std::map<std::string, TaskKey>& gone) {
  std::set<TaskKey> keys;
  for (const Version* side : {&work.ours, &work.theirs}) {
    for (const auto& [key, task] : side->tasks) keys.insert(key);
  }
  Tasks merged;
  for (const TaskKey& key : keys) {
    const Task* base = work.base == nullptr ? nullptr : find_in(work.base->tasks, key);
    const Task* ours = find_in(work.ours.tasks, key);
    const Task* theirs = find_in(work.theirs.tasks, key);
    const Notes notes(work.receipts, receipt_for(key));
    if (ours != nullptr && theirs != nullptr) {
      merged.emplace(key, merge_task(base, *ours, *theirs, notes));
      continue;
    }
    const Task& left = ours != nullptr ? *ours : *theirs;
    if (base != nullptr && is_unchanged(left, *base)) {
      gone.emplace(key.first, key);
      continue;
    }
    if (base != nullptr) notes.add("deletion", "the task", "deleted");
    merged.emplace(key, left);
  }
  return merged;
}

// Brings back what was deleted on one side and is needed on the other.
void bring_back_needed(const Work& work, const std::set<std::string>& named,
                       std::map<std::string, TaskKey>& gone, Tasks& merged) {
  std::vector<std::string> wanted(named.begin(), named.end());
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
    const Task* ours = find_in(work.ours.tasks, key);
    const Task& left = ours != nullptr ? *ours : *find_in(work.theirs.tasks, key);
    Notes(work.receipts, receipt_for(key)).add("deletion", "the task, needed by others", "deleted");
    merged.emplace(key, left);
    want_dependencies(left);
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

std::vector<Task> merge_tasks(const Work& work, const std::set<std::string>& named) {
  std::map<std::string, TaskKey> gone;
  Tasks merged = merge_present(work, gone);
  bring_back_needed(work, named, gone, merged);
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
