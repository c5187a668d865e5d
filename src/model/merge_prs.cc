// Merging pull requests and their AI operations.
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

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

const PlacedOperation* find_operation(const Version& version, const OperationKey& key) {
  const auto found = version.operations.find(key);
  return found == version.operations.end() ? nullptr : &found->second;
}

// Where an operation lies that both sides have: where the one side moved it that did; of two places
// the greater number.
PrKey place_of(const PlacedOperation* base, const PlacedOperation& ours,
               const PlacedOperation& theirs) {
  if (base != nullptr && ours.pr == base->pr) return theirs.pr;
  if (base != nullptr && theirs.pr == base->pr) return ours.pr;
  return std::max(ours.pr, theirs.pr);
}

// The pull requests in which `side` changed an operation, and those that one came to or left. One
// that came does not count where the merge puts it elsewhere.
std::set<PrKey> with_other_operations(const Version& base, const Version& side,
                                      const Version& other) {
  std::set<PrKey> changed;
  for (const auto& [key, now] : side.operations) {
    const PlacedOperation* before = find_operation(base, key);
    if (before != nullptr && before->pr == now.pr) {
      if (!is_unchanged(*before->operation, *now.operation)) changed.insert(now.pr);
      continue;
    }
    const PlacedOperation* there = find_operation(other, key);
    if (there == nullptr || place_of(before, now, *there) == now.pr) changed.insert(now.pr);
  }
  for (const auto& [key, before] : base.operations) {
    const PlacedOperation* now = find_operation(side, key);
    if (now == nullptr || now->pr != before.pr) changed.insert(before.pr);
  }
  return changed;
}

// Pull requests and their operations. A pull request is deleted with its operations, so what one
// side did to any of them keeps all that this side has of it.
class PrMerge {
 public:
  explicit PrMerge(const Work& work) : work_(work) {}

  Prs run() && {
    merge_records();
    merge_operations();
    return std::move(merged_);
  }

 private:
  void merge_records() {
    std::set<PrKey> keys;
    for (const Version* side : {&work_.ours, &work_.theirs}) {
      for (const auto& [key, pr] : side->prs) keys.insert(key);
    }
    for (const PrKey& key : keys) merge_record(key);
  }

  void merge_record(const PrKey& key) {
    const PullRequest* base = work_.base == nullptr ? nullptr : find_in(work_.base->prs, key);
    const PullRequest* ours = find_in(work_.ours.prs, key);
    const PullRequest* theirs = find_in(work_.theirs.prs, key);
    const Notes notes(work_.receipts, receipt_for(key));
    if (ours != nullptr && theirs != nullptr) {
      merged_.emplace(key, merge_pr(base, *ours, *theirs, notes));
      return;
    }
    const PullRequest& left = ours != nullptr ? *ours : *theirs;
    if (base != nullptr) {
      if (is_unchanged(left, *base) && !has_other_operations(ours != nullptr, key)) return;
      notes.add("deletion", "the pull request", "deleted");
      brought_back_.insert(key);
    }
    merged_.emplace(key, left).first->second.ai_operations.clear();
  }

  // Asked for those alone that the other side deleted, so it is seldom worked out.
  bool has_other_operations(bool on_ours, const PrKey& key) {
    auto& changed = on_ours ? changed_by_ours_ : changed_by_theirs_;
    const Version& side = on_ours ? work_.ours : work_.theirs;
    const Version& other = on_ours ? work_.theirs : work_.ours;
    if (!changed) changed = with_other_operations(*work_.base, side, other);
    return changed->contains(key);
  }

  void merge_operations() {
    std::set<OperationKey> keys;
    for (const Version* side : {&work_.ours, &work_.theirs}) {
      for (const auto& [key, operation] : side->operations) keys.insert(key);
    }
    for (const OperationKey& key : keys) {
      const PlacedOperation* base =
          work_.base == nullptr ? nullptr : find_operation(*work_.base, key);
      const PlacedOperation* ours = find_operation(work_.ours, key);
      const PlacedOperation* theirs = find_operation(work_.theirs, key);
      if (ours != nullptr && theirs != nullptr) {
        join_operation(base, *ours, *theirs);
      } else {
        keep_or_drop(base, ours != nullptr ? *ours : *theirs);
      }
    }
  }

  void join_operation(const PlacedOperation* base, const PlacedOperation& ours,
                      const PlacedOperation& theirs) {
    const Notes notes(work_.receipts, receipt_for_operation(naming(ours, theirs)));
    const PrKey place = place_of(base, ours, theirs);
    const PrKey& other = place == ours.pr ? theirs.pr : ours.pr;
    if (place.first != other.first && (base == nullptr || base->pr != other)) {
      notes.add("pr_number", spell(place.first), spell(other.first));
    }
    put(place, merge_operation(base == nullptr ? nullptr : base->operation, *ours.operation,
                               *theirs.operation, notes));
  }

  // One that a single side has.
  void keep_or_drop(const PlacedOperation* base, const PlacedOperation& left) {
    const bool with_its_pr =
        base != nullptr && base->pr == left.pr && brought_back_.contains(left.pr);
    if (base != nullptr && !with_its_pr) {
      if (base->pr == left.pr && is_unchanged(*left.operation, *base->operation)) return;
      Notes(work_.receipts, receipt_for_operation(left))
          .add("deletion", "the operation", "deleted");
    }
    put(left.pr, *left.operation);
  }

  // Its pull request is there: both sides have it, or it was kept for what a side put there.
  void put(const PrKey& place, AiOperation operation) {
    merged_.at(place).ai_operations.push_back(std::move(operation));
  }

  const Work& work_;
  Prs merged_;
  std::set<PrKey> brought_back_;  // that one side deleted
  std::optional<std::set<PrKey>> changed_by_ours_;
  std::optional<std::set<PrKey>> changed_by_theirs_;
};

}  // namespace

namespace {

template <typename Same>
bool agree(const PullRequest& a, const PullRequest& b, const Same& same) {
  return same(a.number, b.number) && same(task_ref_of(a), task_ref_of(b)) &&
         same(a.branch_name, b.branch_name) && same(a.reviewer, b.reviewer) &&
         same(outcome_of(a), outcome_of(b)) && same(a.created_at, b.created_at) &&
         same(a.title, b.title) && same(a.extra, b.extra);
}

}  // namespace

bool is_unchanged(const PullRequest& a, const PullRequest& b) {
  return agree(a, b, kMeansTheSame);
}
bool is_spelt_alike(const PullRequest& a, const PullRequest& b) {
  return agree(a, b, kSpeltAlike);
}

namespace {

template <typename Same>
bool agree(const AiOperation& a, const AiOperation& b, const Same& same) {
  return same(a.type, b.type) && same(a.model, b.model) && same(a.cost_usd, b.cost_usd) &&
         same(a.created_at, b.created_at) && same(run_id_of(a), run_id_of(b)) &&
         same(a.operation_id, b.operation_id) && same(a.tokens_input, b.tokens_input) &&
         same(a.tokens_output, b.tokens_output) && same(a.duration_seconds, b.duration_seconds) &&
         same(a.tokens_cache_read, b.tokens_cache_read) &&
         same(a.tokens_cache_write, b.tokens_cache_write) && same(a.extra, b.extra);
}

}  // namespace

bool is_unchanged(const AiOperation& a, const AiOperation& b) {
  return agree(a, b, kMeansTheSame);
}
bool is_spelt_alike(const AiOperation& a, const AiOperation& b) {
  return agree(a, b, kSpeltAlike);
}

std::vector<PullRequest> merge_pull_requests(const Work& work) {
  Prs merged = PrMerge(work).run();
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
