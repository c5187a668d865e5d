// Merging pull requests and their AI operations.
#include <algorithm>
#include <tuple>

#include "model/derive_parts.h"
#include "model/merge_parts.h"
#include "model/merge_record.h"

namespace claudestep::model::merging {

namespace {

PrOutcome outcome_of(const PullRequest& pr) {
  return {pr.state, pr.merged_at, pr.merge_commit, pr.closed_at};
}

TaskRef task_ref_of(const PullRequest& pr) {
  return {pr.task_id, pr.task_index};
}

RunId run_id_of(const AiOperation& operation) {
  return {operation.workflow_run_id, operation.run_id_is_number};
}

// The group that `of` takes out of a record, merged. Its base is made for the occasion.
template <typename Record, typename Of>
auto join_group(const Record* base, const Record& ours, const Record& theirs, const Of& of,
                std::string_view member, const Notes& notes) {
  using Group = decltype(of(ours));
  const Group old = base == nullptr ? Group() : of(*base);
  return join(base == nullptr ? nullptr : &old, of(ours), of(theirs), member, notes);
}

PullRequest merge_pr(const PullRequest* base, const PullRequest& ours, const PullRequest& theirs,
                     const Notes& notes) {
  using Pr = PullRequest;
  PullRequest merged;
  merged.number = join(part(base, &Pr::number), ours.number, theirs.number, "pr_number", notes);
  const TaskRef task = join_group(base, ours, theirs, task_ref_of, "task", notes);
  merged.task_id = task.id;
  merged.task_index = task.index;
  merged.branch_name = join(part(base, &Pr::branch_name), ours.branch_name, theirs.branch_name,
                            "branch_name", notes);
  merged.reviewer =
      join(part(base, &Pr::reviewer), ours.reviewer, theirs.reviewer, "reviewer", notes);
  const PrOutcome outcome = join_group(base, ours, theirs, outcome_of, "pr_state", notes);
  merged.state = outcome.state;
  merged.merged_at = outcome.merged_at;
  merged.merge_commit = outcome.merge_commit;
  merged.closed_at = outcome.closed_at;
  merged.created_at = join(part(base, &Pr::created_at), ours.created_at, theirs.created_at,
                           "created_at", notes, Earliest());
  merged.title = join(part(base, &Pr::title), ours.title, theirs.title, "title", notes);
  merged.extra = join_extra(part(base, &Pr::extra), ours.extra, theirs.extra, notes);
  return merged;
}

AiOperation merge_operation(const AiOperation* base, const AiOperation& ours,
                            const AiOperation& theirs, const Notes& notes) {
  using Op = AiOperation;
  const auto one = [&](auto Op::*member, std::string_view name) {
    return join(part(base, member), ours.*member, theirs.*member, name, notes);
  };
  AiOperation merged;
  merged.type = one(&Op::type, "type");
  merged.model = one(&Op::model, "model");
  merged.cost_usd = one(&Op::cost_usd, "cost_usd");
  merged.created_at = join(part(base, &Op::created_at), ours.created_at, theirs.created_at,
                           "created_at", notes, Earliest());
  const RunId run = join_group(base, ours, theirs, run_id_of, "workflow_run_id", notes);
  merged.workflow_run_id = run.id;
  merged.run_id_is_number = run.is_number;
  merged.operation_id = one(&Op::operation_id, "operation_id");
  merged.tokens_input = one(&Op::tokens_input, "tokens_input");
  merged.tokens_output = one(&Op::tokens_output, "tokens_output");
  merged.duration_seconds = one(&Op::duration_seconds, "duration_seconds");
  merged.tokens_cache_read = one(&Op::tokens_cache_read, "tokens_cache_read");
  merged.tokens_cache_write = one(&Op::tokens_cache_write, "tokens_cache_write");
  merged.extra = join_extra(part(base, &Op::extra), ours.extra, theirs.extra, notes);
  return merged;
}

Receipt receipt_for_operation(const PlacedOperation& placed) {
  const AiOperation& operation = *placed.operation;
  Receipt receipt = receipt_for(placed.pr);
  if (operation.operation_id) {
    receipt.operation = operation.operation_id->value;
    return receipt;
  }
  receipt.operation = text_or_empty(operation.type);
  if (operation.workflow_run_id) receipt.operation += "/" + std::string(run_of(operation));
  if (operation.created_at)
    receipt.operation += "/" + format_instant(operation.created_at->value.instant());
  return receipt;
}

bool runs_before(const AiOperation& a, const AiOperation& b) {
  const auto rank = [](const AiOperation& one) {
    const Instant at = one.created_at ? one.created_at->value.instant() : Instant{};
    return std::tuple(one.created_at.has_value(), at,
                      std::string_view(text_or_empty(one.workflow_run_id)),
                      std::string_view(text_or_empty(one.type)),
                      std::string_view(text_or_empty(one.operation_id)));
  };
  return rank(a) < rank(b);
}

// The record after which receipts name an operation that both sides have, whoever asks: one with an
// id, then that of the greater pull request.
const PlacedOperation& naming(const PlacedOperation& ours, const PlacedOperation& theirs) {
  const auto rank = [](const PlacedOperation& one) {
    return std::pair(one.operation->operation_id.has_value(), one.pr);
  };
  return rank(ours) < rank(theirs) ? theirs : ours;
}

using Prs = std::map<PrKey, PullRequest>;

// A pull request that one side deleted stays when the other side changed it.
Prs merge_present(const Work& work) {
  std::set<PrKey> keys;
  for (const Version* side : {&work.ours, &work.theirs}) {
    for (const auto& [key, pr] : side->prs) keys.insert(key);
  }
  Prs merged;
  for (const PrKey& key : keys) {
    const PullRequest* base = work.base == nullptr ? nullptr : find_in(work.base->prs, key);
    const PullRequest* ours = find_in(work.ours.prs, key);
    const PullRequest* theirs = find_in(work.theirs.prs, key);
    const Notes notes(work.receipts, receipt_for(key));
    if (ours != nullptr && theirs != nullptr) {
      merged.emplace(key, merge_pr(base, *ours, *theirs, notes));
      continue;
    }
    const PullRequest& left = ours != nullptr ? *ours : *theirs;
    if (base != nullptr && is_unchanged(left, *base)) continue;
    if (base != nullptr) notes.add("deletion", "the pull request", "deleted");
    merged.emplace(key, left).first->second.ai_operations.clear();
  }
  return merged;
}

// The pull request `key`, brought back when one side deleted it.
PullRequest& need_pr(const Work& work, Prs& merged, const PrKey& key) {
  const auto found = merged.find(key);
  if (found != merged.end()) return found->second;
  const PullRequest* ours = find_in(work.ours.prs, key);
  const PullRequest& left = ours != nullptr ? *ours : *find_in(work.theirs.prs, key);
  Notes(work.receipts, receipt_for(key)).add("deletion", "the pull request", "deleted");
  PullRequest& back = merged.emplace(key, left).first->second;
  back.ai_operations.clear();
  return back;
}

void merge_operations(const Work& work, Prs& merged) {
  std::set<OperationKey> keys;
  for (const Version* side : {&work.ours, &work.theirs}) {
    for (const auto& [key, operation] : side->operations) keys.insert(key);
  }
  for (const OperationKey& key : keys) {
    const PlacedOperation base =
        work.base == nullptr ? PlacedOperation{} : find_in(work.base->operations, key);
    const PlacedOperation ours = find_in(work.ours.operations, key);
    const PlacedOperation theirs = find_in(work.theirs.operations, key);
    const PlacedOperation& left = ours.operation != nullptr ? ours : theirs;
    const bool on_both = ours.operation != nullptr && theirs.operation != nullptr;
    const Notes notes(work.receipts, receipt_for_operation(on_both ? naming(ours, theirs) : left));
    if (on_both) {
      const std::int64_t pr = join(base.operation == nullptr ? nullptr : &base.pr.first,
                                   ours.pr.first, theirs.pr.first, "pr_number", notes);
      const PrKey place = pr == ours.pr.first ? ours.pr : theirs.pr;
      need_pr(work, merged, place)
          .ai_operations.push_back(
              merge_operation(base.operation, *ours.operation, *theirs.operation, notes));
      continue;
    }
    const bool deleted = base.operation != nullptr;
    if (deleted && base.pr == left.pr && is_unchanged(*left.operation, *base.operation)) continue;
    if (deleted) notes.add("deletion", "the operation", "deleted");
    need_pr(work, merged, left.pr).ai_operations.push_back(*left.operation);
  }
}

}  // namespace

bool is_unchanged(const PullRequest& a, const PullRequest& b) {
  return is_same(a.number, b.number) && is_same(task_ref_of(a), task_ref_of(b)) &&
         is_same(a.branch_name, b.branch_name) && is_same(a.reviewer, b.reviewer) &&
         is_same(outcome_of(a), outcome_of(b)) && is_same(a.created_at, b.created_at) &&
         is_same(a.title, b.title) && is_same(a.extra, b.extra);
}

bool is_unchanged(const AiOperation& a, const AiOperation& b) {
  return is_same(a.type, b.type) && is_same(a.model, b.model) && is_same(a.cost_usd, b.cost_usd) &&
         is_same(a.created_at, b.created_at) && is_same(run_id_of(a), run_id_of(b)) &&
         is_same(a.operation_id, b.operation_id) && is_same(a.tokens_input, b.tokens_input) &&
         is_same(a.tokens_output, b.tokens_output) &&
         is_same(a.duration_seconds, b.duration_seconds) &&
         is_same(a.tokens_cache_read, b.tokens_cache_read) &&
         is_same(a.tokens_cache_write, b.tokens_cache_write) && is_same(a.extra, b.extra);
}

std::vector<PullRequest> merge_pull_requests(const Work& work) {
  Prs merged = merge_present(work);
  merge_operations(work, merged);
  std::vector<PullRequest> prs;
  prs.reserve(merged.size());
  for (auto& [key, pr] : merged) {
    std::stable_sort(pr.ai_operations.begin(), pr.ai_operations.end(), runs_before);
    prs.push_back(std::move(pr));
  }
  std::stable_sort(prs.begin(), prs.end(),
                   [](const PullRequest& a, const PullRequest& b) { return comes_after(b, a); });
  return prs;
}

}  // namespace claudestep::model::merging
