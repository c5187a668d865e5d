// The rules about pull requests and their AI operations.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "check/record_checks.h"
#include "model/derive.h"

namespace claudestep::check {
namespace {

using model::AiOperation;
using model::PullRequest;

std::string label(const PullRequest& pr) {
  return "#" + std::to_string(pr.number.value);
}

// Goes through the pull requests in document order and remembers what earlier ones said. A number
// that was met before is one finding, and its record is not compared with others any more.
class PullRequestChecks {
 public:
  explicit PullRequestChecks(const Records& records) : records_(records), tasks_(records.settled) {}

  void check(std::size_t place) {
    const PullRequest& pr = records_.settled.pull_requests[place];
    const Spot spot = records_.outline.pull_request(place);
    check_task(pr, spot);
    if (pr.ai_operations.empty()) {
      records_.add("pr/no-operations", spot.member("ai_operations"),
                   label(pr) + " has no AI operations");
    }
    if (!numbers_.insert(pr.number.value).second) {
      records_.add("pr/duplicate-number", spot.member("pr_number"),
                   label(pr) + " is recorded a second time");
      return;
    }
    check_open(pr, spot);
    check_branch(pr, spot);
    check_order(pr, spot, pr.merged_at, "merged_at");
    check_order(pr, spot, pr.closed_at, "closed_at");
  }

 private:
  void check_task(const PullRequest& pr, const Spot& spot) {
    if (tasks_.of(pr) != nullptr) return;
    const std::string& id = model::text_or_empty(pr.task_id);
    const bool by_id = !id.empty();
    records_.add("pr/unknown-task", spot.member(by_id ? "task_id" : "task_index"),
                 label(pr) + " belongs to task " +
                     (by_id ? quoted(id, 40) : std::to_string(pr.task_index.value)) +
                     ", which there is not");
  }

  void check_open(const PullRequest& pr, const Spot& spot) {
    if (pr.state != model::PrState::kOpen) return;
    const model::Task* task = tasks_.of(pr);
    if (task == nullptr) return;
    const auto [first, is_new] = open_.emplace(task, &pr);
    if (is_new) return;
    records_.add(
        "pr/two-open", spot.member("pr_state"),
        label(pr) + " is open for " + task_label(*task) + ", as " + label(*first->second) + " is");
  }

  void check_branch(const PullRequest& pr, const Spot& spot) {
    const std::string& branch = model::text_or_empty(pr.branch_name);
    if (branch.empty()) return;
    const auto [first, is_new] = branches_.emplace(branch, &pr);
    if (is_new) return;
    records_.add("pr/shared-branch", spot.member("branch_name"),
                 label(pr) + " is on the branch " + quoted(branch, 80) + ", as " +
                     label(*first->second) + " is");
  }

  // Clocks of a forge and of whoever records it may differ by as much as time/future grants.
  void check_order(const PullRequest& pr, const Spot& spot, const model::Opt<model::Time>& ended,
                   std::string_view member) {
    constexpr std::int64_t kSlack = 300;
    if (!ended || !pr.created_at) return;
    const Instant opened = pr.created_at->value.instant();
    if (!(ended->value.instant() < plus_seconds(opened, -kSlack))) return;
    records_.add("time/order", spot.member(member),
                 label(pr) + " ended at " + ended->value.text() + ", before it was opened at " +
                     pr.created_at->value.text());
  }

  const Records& records_;
  model::TaskTable tasks_;
  std::unordered_set<std::int64_t> numbers_;
  std::unordered_map<const model::Task*, const PullRequest*> open_;
  std::unordered_map<std::string_view, const PullRequest*> branches_;
};

std::string operation_label(const AiOperation& operation) {
  const std::string& type = model::text_or_empty(operation.type);
  return type.empty() ? "an operation" : quoted(type, 40);
}

class OperationChecks {
 public:
  explicit OperationChecks(const Records& records) : records_(records) {}

  void check(std::size_t pr_place) {
    const PullRequest& pr = records_.settled.pull_requests[pr_place];
    // Of a pull request that is recorded twice, so are its operations.
    if (!numbers_.insert(pr.number.value).second) return;
    std::unordered_map<std::string, bool> keys;  // and whether only records with an id have them
    for (std::size_t at = 0; at < pr.ai_operations.size(); ++at) {
      const AiOperation& operation = pr.ai_operations[at];
      const Spot spot = records_.outline.operation(pr_place, at);
      const bool has_id = operation.operation_id.has_value();
      if (has_id) check_id(operation.operation_id->value, pr, spot);
      if (!model::has_run_key(operation)) continue;
      const auto [first, is_new] = keys.emplace(model::run_key_of(operation), has_id);
      if (is_new || (first->second && has_id)) continue;
      records_.add("op/duplicate", spot,
                   operation_label(operation) + " of run " +
                       quoted(operation.workflow_run_id->value, 40) + " is recorded twice for " +
                       label(pr) +
                       (first->second == has_id ? "" : ", once without its operation_id"));
    }
  }

 private:
  void check_id(const std::string& id, const PullRequest& pr, const Spot& spot) {
    const auto [first, is_new] = ids_.emplace(id, &pr);
    if (is_new) return;
    const bool same = first->second == &pr;
    records_.add("op/duplicate", spot.member("operation_id"),
                 "operation " + quoted(id, 40) + " is recorded " +
                     (same ? "twice for " + label(pr)
                           : "for " + label(pr) + " and for " + label(*first->second)));
  }

  const Records& records_;
  std::unordered_set<std::int64_t> numbers_;
  std::unordered_map<std::string_view, const PullRequest*> ids_;
};

}  // namespace

void check_pull_requests(const Records& records) {
  PullRequestChecks checks(records);
  for (std::size_t at = 0; at < records.settled.pull_requests.size(); ++at) checks.check(at);
}

void check_operations(const Records& records) {
  OperationChecks checks(records);
  for (std::size_t at = 0; at < records.settled.pull_requests.size(); ++at) checks.check(at);
}

}  // namespace claudestep::check
