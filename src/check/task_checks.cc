// The rules about tasks, one by one and as a row.
#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "check/record_checks.h"

namespace claudestep::check {
namespace {

using model::Task;

// The member of a task's record that holds its index, whatever the dialect calls it.
Spot index_of(const Spot& task) {
  for (const std::string_view name : {"index", "step_index", "task_index"}) {
    if (task.value->find(name) != nullptr) return task.member(name);
  }
  return task;
}

void check_doubles(const Records& records) {
  std::unordered_map<std::int64_t, const Task*> by_index;
  std::unordered_map<std::string_view, const Task*> by_id;
  for (std::size_t at = 0; at < records.stored.tasks.size(); ++at) {
    const Task& task = records.stored.tasks[at];
    if (!by_index.emplace(task.index.value, &task).second) {
      records.add("task/duplicate-index", index_of(records.outline.task(records.stored, at)),
                  "a second task has the index " + std::to_string(task.index.value));
    }
    const std::string& id = model::text_or_empty(task.id);
    if (id.empty()) continue;
    const auto [first, is_new] = by_id.emplace(id, &task);
    if (is_new) continue;
    records.add("task/duplicate-id", records.outline.task(records.stored, at).member("id"),
                task_label(task) + " has the id " + quoted(id) + ", as " +
                    task_label(*first->second) + " has");
  }
}

// "2", or "2 to 4".
std::string range_of(std::int64_t first, std::int64_t last) {
  std::string text = std::to_string(first);
  return first == last ? text : text + " to " + std::to_string(last);
}

void check_gaps(const Records& records) {
  // The place of the first task with each index, in the order of indices.
  std::map<std::int64_t, std::size_t> places;
  for (std::size_t at = 0; at < records.stored.tasks.size(); ++at) {
    places.emplace(records.stored.tasks[at].index.value, at);
  }
  std::int64_t last = 0;
  for (const auto& [index, place] : places) {
    if (index != last + 1) {
      const std::string before =
          last == 0 ? "the first index is " + std::to_string(index)
                    : "the index " + std::to_string(index) + " follows " + std::to_string(last);
      records.add("task/index-gap", index_of(records.outline.task(records.stored, place)),
                  before + ": no task has " + range_of(last + 1, index - 1));
    }
    last = index;
  }
}

bool is_stand_in(const Task& task) {
  return task.is_placeholder() ||
         collapse_whitespace(task.description.value) == "Task " + std::to_string(task.index.value);
}

void check_one(const Records& records, std::size_t at) {
  const Task& task = records.stored.tasks[at];
  const Spot spot = records.outline.task(records.stored, at);
  if (!task.is_removed() && is_stand_in(task)) {
    records.add("task/placeholder", spot.member("description"),
                "the description of " + task_label(task) + " is a stand-in, " +
                    quoted(task.description.value, 40));
  }
  const Value* stored_status = spot.value->find("status");
  const bool says_status =
      at < records.outline.tasks.size() && stored_status != nullptr && stored_status->is_string();
  const model::TaskStatus derived = records.settled.tasks[at].status;
  if (says_status && task.status != derived) {
    records.add("task/status-mismatch", spot.member("status"),
                task_label(task) + " is stored as " + std::string(to_string(task.status)) +
                    ", but what is recorded makes it " + std::string(to_string(derived)));
  }
}

}  // namespace

void check_tasks(const Records& records) {
  check_doubles(records);
  check_gaps(records);
  for (std::size_t at = 0; at < records.stored.tasks.size(); ++at) check_one(records, at);
}

}  // namespace claudestep::check
