#include "query/progress.h"

#include <algorithm>
#include <utility>

#include "query/pr_rows.h"

namespace claudestep::query {

namespace {

constexpr Int128 kNanosASecond = 1'000'000'000;
constexpr Int128 kNanosAWeek = kNanosASecond * 7 * 86400;
constexpr std::string_view kRefinement = "PRRefinement";

Int128 nanos_of(Instant instant) {
  return (Int128{instant.seconds} * kNanosASecond) + instant.nanos;
}

// Both not negative, `by` not zero.
Int128 divided_half_up(Int128 number, Int128 by) {
  return ((number * 2) + by) / (by * 2);
}

Int128 divided_half_even(Int128 number, Int128 by) {
  const bool negative = number < 0;
  if (negative) number = -number;
  Int128 whole = number / by;
  const Int128 twice = (number % by) * 2;
  if (twice > by || (twice == by && whole % 2 != 0)) ++whole;
  return negative ? -whole : whole;
}

bool was_refined(const model::FactsView& facts, const model::PullRequestFacts& pr) {
  const auto operations = model::FactsView::in(facts.operations, pr.operations);
  return std::any_of(operations.begin(), operations.end(),
                     [&](const model::OperationFacts& operation) {
                       return facts.name(operation.type) == kRefinement;
                     });
}

Int128 cost_of_pr(const model::FactsView& facts, const model::PullRequestFacts& pr) {
  Int128 cost = 0;
  for (const auto& operation : model::FactsView::in(facts.operations, pr.operations)) {
    cost += facts.number(operation.cost);
  }
  return cost;
}

ProgressRow progress_row(const store::ProjectEntry& entry, const model::FactsView& facts,
                         const model::ProjectFacts& project, const PrScope& scope, Instant now) {
  ProgressRow row;
  row.project = entry.name;
  row.totals = model::totals_of(facts, project, now);
  row.state = model::state_of(row.totals);
  for (const model::WaitingFacts& waiting : model::FactsView::in(facts.waiting, project.waiting)) {
    const std::int64_t days = stale_days_of(scope, entry.name);
    if (is_stale(facts.instant(waiting.created_at), now, days)) ++row.stale_prs;
  }
  row.created_at = facts.instant(project.created_at);
  row.last_updated = facts.instant(project.last_updated);
  row.completed_at = facts.instant(project.completed_at);
  return row;
}

}  // namespace

void ProgressBuilder::add(const store::FactsRun& run) {
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    const model::ProjectFacts& project = run.facts.projects[i];
    if (project.unreadable.size != 0) continue;
    progress_.projects.push_back(progress_row(run.entries[i], run.facts, project, scope_, now_));
    progress_.totals += progress_.projects.back().totals;
    add_flow(run.facts, project);
  }
}

void ProgressBuilder::add_flow(const model::FactsView& facts, const model::ProjectFacts& project) {
  struct Tries {
    Int128 cost = 0;
    bool any = false;
    bool merged = false;
  };
  std::vector<Tries> tasks(project.tasks.count);
  for (const auto& pr : model::FactsView::in(facts.pull_requests, project.pull_requests)) {
    if (!is_in(scope_, facts, pr)) continue;
    ++progress_.flow.pull_requests;
    const bool merged = pr.state == model::PrState::kMerged;
    if (merged) add_merged(facts, pr);
    if (pr.task == model::kNoTask) continue;
    ++tries_;
    Tries& tries = tasks[pr.task];
    tries.any = true;
    tries.merged = tries.merged || merged;
    tries.cost += cost_of_pr(facts, pr);
  }
  for (const Tries& tries : tasks) {
    if (tries.any) ++progress_.flow.tasks;
    if (!tries.merged) continue;
    ++progress_.flow.merged_tasks;
    merged_cost_ += Money{tries.cost};
  }
}

void ProgressBuilder::add_merged(const model::FactsView& facts, const model::PullRequestFacts& pr) {
  ++progress_.flow.merged;
  if (!was_refined(facts, pr)) ++progress_.flow.first_pass;
  if (const auto moment = moment_of(facts, pr)) {
    ++dated_merges_;
    if (!first_merge_ || *moment < *first_merge_) first_merge_ = *moment;
  }
  const auto created = facts.instant(pr.created_at);
  const auto merged = facts.instant(pr.merged_at);
  if (created && merged && *created <= *merged) {
    cycles_.push_back(nanos_of(*merged) - nanos_of(*created));
  }
}

void ProgressBuilder::finish_flow() {
  Flow& flow = progress_.flow;
  if (flow.merged > 0) {
    flow.first_pass_permille = model::permille_of(flow.first_pass, flow.merged);
  }
  flow.cycles = static_cast<std::int64_t>(cycles_.size());
  if (!cycles_.empty()) {
    std::sort(cycles_.begin(), cycles_.end());
    const std::size_t count = cycles_.size();
    flow.cycle_median = Nanoseconds{(cycles_[(count - 1) / 2] + cycles_[count / 2]) / 2};
    flow.cycle_p90 = Nanoseconds{cycles_[((count * 9) + 9) / 10 - 1]};
  }
  if (first_merge_) {
    const Int128 begin = nanos_of(scope_.since ? *scope_.since : *first_merge_);
    const Int128 end = nanos_of(scope_.until && *scope_.until < now_ ? *scope_.until : now_);
    const Int128 length = std::max(end - begin, kNanosAWeek);
    flow.merges_a_week =
        Hundredths{divided_half_up(Int128{dated_merges_} * 100 * kNanosAWeek, length)};
  }
  if (flow.merged_tasks > 0) {
    flow.cost_a_merged_task = Money{divided_half_even(merged_cost_.units, flow.merged_tasks)};
  }
  if (flow.tasks > 0) {
    flow.attempts_a_task = Hundredths{divided_half_up(Int128{tries_} * 100, flow.tasks)};
  }
}

Progress ProgressBuilder::finish() && {
  finish_flow();
  std::stable_sort(
      progress_.projects.begin(), progress_.projects.end(),
      [](const ProgressRow& a, const ProgressRow& b) { return a.project < b.project; });
  return std::move(progress_);
}

}  // namespace claudestep::query
