#include "query/period.h"

#include "model/kept.h"

namespace claudestep::query {

namespace {

const model::Opt<model::Time>& first_given(const model::Opt<model::Time>& time,
                                           const model::Opt<model::Time>& otherwise) {
  return time ? time : otherwise;
}

const model::Opt<model::Time>& time_of_state(const model::PullRequest& pr) {
  if (pr.state == model::PrState::kMerged) return first_given(pr.merged_at, pr.created_at);
  if (pr.state == model::PrState::kClosed) return first_given(pr.closed_at, pr.created_at);
  return pr.created_at;
}

}  // namespace

std::optional<Instant> moment_of(const model::FactsView& facts, const model::PullRequestFacts& pr) {
  model::Packed moment = model::kNoNumber;
  if (pr.state == model::PrState::kMerged) moment = pr.merged_at;
  if (pr.state == model::PrState::kClosed) moment = pr.closed_at;
  return facts.instant(moment != model::kNoNumber ? moment : pr.created_at);
}

std::optional<Instant> moment_of(const model::PullRequest& pr) {
  const model::Opt<model::Time>& time = time_of_state(pr);
  if (!time) return std::nullopt;
  return time->value.instant();
}

bool is_within(const PrScope& scope, const std::optional<Instant>& moment) {
  if (scope.since && !(moment && *moment >= *scope.since)) return false;
  return !scope.until || (moment && *moment < *scope.until);
}

bool is_in(const PrScope& scope, const model::FactsView& facts, const model::PullRequestFacts& pr) {
  if (scope.reviewer && facts.name(pr.reviewer) != *scope.reviewer) return false;
  if (!scope.since && !scope.until) return true;
  return is_within(scope, moment_of(facts, pr));
}

}  // namespace claudestep::query
