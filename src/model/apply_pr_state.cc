// The states of a pull request: open <-> closed, and from both to merged, which is final unless it
// is doubted.
#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kSha1Digits = 40;
constexpr std::size_t kSha256Digits = 64;

bool is_object_id(std::string_view text) {
  return (text.size() == kSha1Digits || text.size() == kSha256Digits) &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// Refuses a time or a commit that the state asked for has no place for.
Status check_members(const SetPrState& op, std::string_view cannot) {
  if (op.at && op.state == PrState::kOpen) {
    return refuse(ErrorCode::kInvalidInput, cannot, "a reopening has no time of its own",
                  "leave out --at-time");
  }
  if (!op.merge_commit) return {};
  if (op.state != PrState::kMerged) {
    return refuse(ErrorCode::kInvalidInput, cannot, "a merge commit is given",
                  "leave out --merge-commit, or record a merge");
  }
  if (!is_object_id(*op.merge_commit)) {
    return refuse(ErrorCode::kInvalidInput, cannot,
                  fmt::format("the merge commit {} is no object id", quoted(*op.merge_commit)),
                  "give all 40 or 64 hex digits, as git rev-parse prints them");
  }
  return {};
}

// Sets what the caller gave and the record lacks; refuses what the record has otherwise. True when
// something was set.
Result<bool> complete_state(PullRequest& pr, const SetPrState& op, std::string_view cannot) {
  bool changed = false;
  if (op.at && op.state != PrState::kOpen) {
    Opt<Time>& recorded = op.state == PrState::kMerged ? pr.merged_at : pr.closed_at;
    if (recorded && recorded->value != *op.at) {
      return refuse(ErrorCode::kConflict, cannot,
                    fmt::format("it is already recorded as {} at {}", to_string(op.state),
                                recorded->value.text()),
                    "leave out --at-time: the recorded time stands");
    }
    if (!recorded) {
      recorded = Time(with_zone(*op.at));
      changed = true;
    }
  }
  if (op.merge_commit) {
    const std::string given = to_lower_ascii(*op.merge_commit);
    if (pr.merge_commit && to_lower_ascii(pr.merge_commit->value) != given) {
      return refuse(ErrorCode::kConflict, cannot,
                    fmt::format("it is already recorded as merged by {}",
                                escape_for_terminal(pr.merge_commit->value)),
                    "leave out --merge-commit: the recorded commit stands");
    }
    if (!pr.merge_commit) {
      pr.merge_commit = Text(given);
      changed = true;
    }
  }
  return changed;
}

void change_state(PullRequest& pr, const SetPrState& op, Instant now) {
  const Time at(op.at ? with_zone(*op.at) : Timestamp(now));
  if (pr.state == PrState::kMerged) {
    pr.merged_at.reset();
    pr.merge_commit.reset();
  }
  pr.state = op.state;
  if (pr.closed_at) pr.closed_at.reset();  // an explicit null keeps its spelling
  if (op.state == PrState::kClosed) pr.closed_at = at;
  if (op.state == PrState::kMerged) pr.merged_at = at;
  if (op.merge_commit) pr.merge_commit = Text(to_lower_ascii(*op.merge_commit));
}

// Taken as it was said, but not in silence: clocks differ by minutes.
void warn_of_order(Branch& branch, const SetPrState& op, const PullRequest& pr) {
  constexpr std::int64_t kSlack = 300;
  if (!op.at || !pr.created_at || op.state == PrState::kOpen) return;
  const Timestamp& opened = pr.created_at->value;
  if (!(op.at->instant() < plus_seconds(opened.instant(), -kSlack))) return;
  branch.warn(fmt::format("#{} in {} is recorded as {} at {}, before it was opened at {}", op.pr,
                          quoted(op.project), to_string(op.state), op.at->text(), opened.text()));
}

}  // namespace

Status apply_to(Branch& branch, const SetPrState& op, Instant now) {
  const std::string cannot =
      fmt::format("{} #{} in {}", verb_for(op.state), op.pr, quoted(op.project));
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* pr, pr_in(*project, op.pr));
  CS_TRY(check_members(op, cannot));
  const bool corrects = op.doubted && op.merge_commit && pr->merge_commit &&
                        to_lower_ascii(pr->merge_commit->value) != to_lower_ascii(*op.merge_commit);
  if (pr->state == op.state && !corrects) {
    CS_ASSIGN(const bool completed, complete_state(*pr, op, cannot));
    if (completed) touch(branch, *project, now);
    return {};
  }
  if (pr->state == PrState::kMerged && !op.doubted) {
    return refuse(ErrorCode::kConflict, cannot, "it is merged",
                  "if that was recorded by mistake: claudestep undo COMMIT");
  }
  CS_ASSIGN(Task * task, task_of_pr(*project, *pr));
  change_state(*pr, op, now);
  warn_of_order(branch, op, *pr);
  if (task != nullptr) {
    if (op.state == PrState::kOpen) note_opened(branch, *project, *task);
    task->status = derive_status(*project, *task);
  }
  touch(branch, *project, now);
  return {};
}

}  // namespace claudestep::model
