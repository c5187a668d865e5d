#include "model/derive.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "model/derive_parts.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kHashDigits = 8;

bool has_id(const Opt<Text>& id) {
  return id && !id->value.empty();
}

std::string with_suffix(const std::string& hash, std::int64_t number) {
  return number == 1 ? hash : hash + "-" + std::to_string(number);
}

// Gives the id of its task to each pull request that names one by index alone.
void tie_by_index(Project& project) {
  std::unordered_map<std::int64_t, const Task*> by_index;
  for (const Task& task : project.tasks) by_index.emplace(task.index.value, &task);
  for (PullRequest& pr : project.pull_requests) {
    if (has_id(pr.task_id)) continue;
    const auto task = by_index.find(pr.task_index.value);
    if (task == by_index.end()) continue;
    pr.task_id = Text(task->second->id->value);
    project.lacks_ids = true;
  }
}

// Makes the index of each pull request that of the task it names by id.
void follow_tasks(Project& project) {
  std::unordered_map<std::string_view, std::int64_t> index_of;
  for (const Task& task : project.tasks) {
    if (has_id(task.id)) index_of.emplace(task.id->value, task.index.value);
  }
  for (PullRequest& pr : project.pull_requests) {
    if (!has_id(pr.task_id)) continue;
    const auto found = index_of.find(pr.task_id->value);
    if (found != index_of.end() && pr.task_index.value != found->second) {
      pr.task_index = found->second;
    }
  }
}

TaskStatus status_by(const Task& task, const PullRequest* deciding) {
  return status_given(task.is_checked(),
                      deciding == nullptr ? std::nullopt : std::optional(deciding->state));
}

// An index as an argument spells it: digits without a leading zero.
std::optional<std::int64_t> parse_index(std::string_view word) {
  if (word.empty() || word.front() == '0' ||
      word.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t index = 0;
  if (std::from_chars(word.data(), word.data() + word.size(), index).ec != std::errc()) {
    return std::nullopt;
  }
  return index;
}

Error recorded_twice(const Project& project, std::string_view word) {
  return Error{ErrorCode::kCorrupt,
               "task " + quoted(word) + " is recorded twice in " + quoted(project.name.value)}
      .hint("claudestep fsck");
}

// The one task for which `named` holds, null when there is none.
template <typename Predicate>
Result<const Task*> only_task(const Project& project, std::string_view word, Predicate named) {
  const Task* found = nullptr;
  for (const Task& task : project.tasks) {
    if (!named(task)) continue;
    if (found != nullptr) return fail(recorded_twice(project, word));
    found = &task;
  }
  return found;
}

Result<const Task*> only_task_of_id(const Project& project, std::string_view id) {
  return only_task(project, id, [&](const Task& task) { return task.id && task.id->value == id; });
}

}  // namespace

std::string description_hash(std::string_view description) {
  return sha256_hex(collapse_whitespace(description)).substr(0, kHashDigits);
}

std::string fresh_id(const Project& project, std::string_view description) {
  const std::string hash = description_hash(description);
  std::unordered_set<std::string_view> taken;
  for (const Task& task : project.tasks) {
    if (task.id && task.id->value.starts_with(hash)) taken.insert(task.id->value);
  }
  std::int64_t number = 1;
  while (taken.contains(with_suffix(hash, number))) ++number;
  return with_suffix(hash, number);
}

bool give_ids(std::vector<Task>& tasks) {
  std::vector<Task*> without;
  std::unordered_set<std::string> taken;
  for (Task& task : tasks) {
    if (has_id(task.id)) {
      taken.insert(task.id->value);
    } else {
      without.push_back(&task);
    }
  }
  std::stable_sort(without.begin(), without.end(),
                   [](const Task* a, const Task* b) { return a->index < b->index; });
  // The number to try next for each hash, so that many equal descriptions stay linear.
  std::unordered_map<std::string, std::int64_t> next;
  for (Task* task : without) {
    const std::string hash = description_hash(task->description.value);
    std::int64_t& number = next.emplace(hash, 1).first->second;
    while (!taken.insert(with_suffix(hash, number)).second) ++number;
    task->id = Text(with_suffix(hash, number++));
  }
  return !without.empty();
}

Error no_such_task(const Project& project, std::string_view word) {
  Error error{ErrorCode::kNotFound,
              "no task " + quoted(word) + " in " + quoted(project.name.value)};
  std::vector<std::string> ids;
  for (const Task& task : project.tasks) {
    if (task.id) ids.push_back(task.id->value);
  }
  if (const auto near = nearest(word, ids)) {
    return std::move(error).hint("did you mean " + quoted(*near) + "?");
  }
  return std::move(error).hint("claudestep task list " + escape_for_terminal(project.name.value));
}

bool comes_after(const PullRequest& later, const PullRequest& earlier) {
  if (later.created_at.has_value() != earlier.created_at.has_value()) {
    return later.created_at.has_value();
  }
  if (later.created_at && later.created_at->value != earlier.created_at->value) {
    return later.created_at->value > earlier.created_at->value;
  }
  return later.number > earlier.number;
}

const PullRequest* deciding_pr(const Project& project, const Task& task) {
  const PullRequest* deciding = nullptr;
  for (const PullRequest& pr : project.pull_requests) {
    if (pr.state == PrState::kClosed || !pr.task_id || pr.task_id != task.id) continue;
    if (deciding == nullptr || comes_after(pr, *deciding)) deciding = &pr;
  }
  return deciding;
}

DecidingPrs deciding_prs(const Project& project) {
  DecidingPrs deciding;
  for (const PullRequest& pr : project.pull_requests) {
    if (pr.state == PrState::kClosed || !has_id(pr.task_id)) continue;
    const PullRequest*& last = deciding[pr.task_id->value];
    if (last == nullptr || comes_after(pr, *last)) last = &pr;
  }
  return deciding;
}

void settle(Project& project) {
  if (give_ids(project.tasks)) project.lacks_ids = true;
  tie_by_index(project);
  follow_tasks(project);
  const DecidingPrs deciding = deciding_prs(project);
  for (Task& task : project.tasks) {
    const auto last = deciding.find(task.id->value);
    task.status = status_by(task, last == deciding.end() ? nullptr : last->second);
  }
}

TaskStatus status_given(bool is_checked, std::optional<PrState> deciding) {
  if (!deciding) return is_checked ? TaskStatus::kCompleted : TaskStatus::kPending;
  return *deciding == PrState::kMerged ? TaskStatus::kCompleted : TaskStatus::kInProgress;
}

TaskStatus derive_status(const Project& project, const Task& task) {
  return status_by(task, deciding_pr(project, task));
}

const Task* task_of(const Project& project, const PullRequest& pr) {
  return has_id(pr.task_id) ? find_task_by_id(project, pr.task_id->value)
                            : find_task(project, pr.task_index.value);
}

TaskTable::TaskTable(const Project& project) {
  for (const Task& task : project.tasks) {
    by_index_.emplace(task.index.value, &task);
    if (task.id) by_id_.emplace(task.id->value, &task);
  }
}

const Task* TaskTable::by_id(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const Task* TaskTable::of(const PullRequest& pr) const {
  if (has_id(pr.task_id)) return by_id(pr.task_id->value);
  const auto found = by_index_.find(pr.task_index.value);
  return found == by_index_.end() ? nullptr : found->second;
}

Result<const Task*> only_task_of(const Project& project, const PullRequest& pr) {
  const Task* task = task_of(project, pr);
  return task == nullptr ? Result<const Task*>(nullptr)
                         : only_task_of_id(project, text_or_empty(task->id));
}

Status check_ids(const Project& project) {
  std::unordered_set<std::string_view> ids;
  for (const Task& task : project.tasks) {
    const std::string& id = text_or_empty(task.id);
    if (!ids.insert(id).second) return fail(recorded_twice(project, id));
  }
  return {};
}

Result<const Task*> resolve_task(const Project& project, std::string_view word) {
  if (const auto index = parse_index(word)) {
    CS_ASSIGN(const Task* by_index, only_task(project, word, [&](const Task& task) {
                return task.index.value == *index;
              }));
    // What is done to a task is recorded with its id.
    if (by_index != nullptr) return only_task_of_id(project, text_or_empty(by_index->id));
  }
  CS_ASSIGN(const Task* by_id, only_task_of_id(project, word));
  if (by_id != nullptr) return by_id;
  return fail(no_such_task(project, word));
}

}  // namespace claudestep::model
