#include "model/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace claudestep::model {
namespace {

// Takes the digits that `text` starts with, without leading zeros.
std::string_view take_number(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

// Less than, equal to or greater than 0, as digit strings of any length compare.
int compare_digits(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

template <typename P>
auto find_number(P& project, std::int64_t number) -> decltype(project.pull_requests.data()) {
  for (auto& pr : project.pull_requests) {
    if (pr.number.value == number) return &pr;
  }
  return nullptr;
}

}  // namespace

std::string_view run_of(const AiOperation& operation) {
  return operation.workflow_run_id ? trim(operation.workflow_run_id->value) : std::string_view();
}

bool has_run_key(const AiOperation& operation) {
  return operation.workflow_run_id && operation.created_at;
}

std::string run_key_of(const AiOperation& operation) {
  std::string key = text_or_empty(operation.type) + '\0' + std::string(run_of(operation));
  if (operation.created_at) {
    const Instant at = operation.created_at->value.instant();
    key += '\0' + std::to_string(at.seconds) + "." + std::to_string(at.nanos);
  }
  return key;
}

bool is_same_operation(const AiOperation& a, const AiOperation& b) {
  if (a.operation_id && b.operation_id) return a.operation_id == b.operation_id;
  return has_run_key(a) && has_run_key(b) && run_key_of(a) == run_key_of(b);
}

std::string_view to_string(TaskStatus status) {
  switch (status) {
    case TaskStatus::kPending:
      return "pending";
    case TaskStatus::kInProgress:
      return "in_progress";
    case TaskStatus::kCompleted:
      return "completed";
  }
  abort_with(__FILE__, __LINE__, "a task status that is none");
}

std::string_view to_string(PrState state) {
  switch (state) {
    case PrState::kOpen:
      return "open";
    case PrState::kClosed:
      return "closed";
    case PrState::kMerged:
      return "merged";
  }
  abort_with(__FILE__, __LINE__, "a pull request state that is none");
}

std::optional<TaskStatus> parse_task_status(std::string_view word) {
  for (const auto status :
       {TaskStatus::kPending, TaskStatus::kInProgress, TaskStatus::kCompleted}) {
    if (word == to_string(status)) return status;
  }
  return std::nullopt;
}

std::optional<PrState> parse_pr_state(std::string_view word) {
  for (const auto state : {PrState::kOpen, PrState::kClosed, PrState::kMerged}) {
    if (word == to_string(state)) return state;
  }
  return std::nullopt;
}

std::string_view describe(Dialect dialect) {
  switch (dialect) {
    case Dialect::kHybrid:
      return "2.0";
    case Dialect::kSpecAndExecutions:
      return "spec and executions";
    case Dialect::kPullRequestCentred:
      return "pull-request centred";
    case Dialect::kSteps:
      return "1.0 steps";
    case Dialect::kLegacyTasks:
      return "1.0 legacy tasks";
  }
  abort_with(__FILE__, __LINE__, "a dialect that is none");
}

bool equal_but_for_last_updated(const Project& a, const Project& b) {
  return a.schema_version == b.schema_version && a.name == b.name && a.created_at == b.created_at &&
         a.former_names == b.former_names && a.plan == b.plan && a.tasks == b.tasks &&
         a.pull_requests == b.pull_requests && a.extra == b.extra;
}

bool Project::operator==(const Project& other) const {
  return last_updated == other.last_updated && equal_but_for_last_updated(*this, other);
}

bool is_newer_schema(std::string_view schema_version) {
  std::string_view ours = kSchemaVersion;
  std::string_view theirs = schema_version;
  while (!theirs.empty() || !ours.empty()) {
    const int order = compare_digits(take_number(theirs), take_number(ours));
    if (order != 0) return order > 0;
    // What is no number ends the comparison: "2.x" is not above 2.0.
    if (!theirs.empty() && theirs.front() != '.') return false;
    if (!theirs.empty()) theirs.remove_prefix(1);
    if (!ours.empty()) ours.remove_prefix(1);
  }
  return false;
}

Error newer_schema(std::string_view cannot, std::string_view schema_version,
                   std::string_view what) {
  return Error{ErrorCode::kSchemaUnusable,
               fmt::format("{}: {} was written by a newer claudestep (schema {})", cannot, what,
                           escape_for_terminal(schema_version))}
      .hint(fmt::format("this claudestep writes schema {}: use a newer one", kSchemaVersion));
}

const PullRequest* find_pr(const Project& project, std::int64_t number) {
  return find_number(project, number);
}

PullRequest* find_pr(Project& project, std::int64_t number) {
  return find_number(project, number);
}

const Task* find_task(const Project& project, std::int64_t index) {
  for (const Task& task : project.tasks) {
    if (task.index.value == index) return &task;
  }
  return nullptr;
}

const Task* find_task_by_id(const Project& project, std::string_view id) {
  for (const Task& task : project.tasks) {
    if (task.id && task.id->value == id) return &task;
  }
  return nullptr;
}

}  // namespace claudestep::model
