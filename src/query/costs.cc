#include "query/costs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace claudestep::query {

namespace {

constexpr std::size_t kMonthLength = 7;  // 2026-01

constexpr std::array<std::pair<CostsBy, std::string_view>, 6> kCostsByNames = {{
    {CostsBy::kModel, "model"},
    {CostsBy::kProject, "project"},
    {CostsBy::kReviewer, "reviewer"},
    {CostsBy::kType, "type"},
    {CostsBy::kDay, "day"},
    {CostsBy::kMonth, "month"},
}};

CostOperation cost_operation(const model::AiOperation& operation) {
  CostOperation row;
  row.type = model::text_or_empty(operation.type);
  row.model = model::text_or_empty(operation.model);
  if (operation.created_at) row.time = operation.created_at->value.instant();
  if (operation.cost_usd) row.cost = operation.cost_usd->value;
  if (operation.tokens_input) row.tokens.input = operation.tokens_input->value;
  if (operation.tokens_output) row.tokens.output = operation.tokens_output->value;
  if (operation.tokens_cache_read) row.tokens.cache_read = operation.tokens_cache_read->value;
  if (operation.tokens_cache_write) row.tokens.cache_write = operation.tokens_cache_write->value;
  if (operation.duration_seconds) row.duration = operation.duration_seconds->value;
  return row;
}

std::optional<std::string> key_or_none(std::string_view key) {
  if (key.empty()) return std::nullopt;
  return std::string(key);
}

bool is_dearer(const CostRow& a, const CostRow& b) {
  if (a.sums.cost != b.sums.cost) return a.sums.cost > b.sums.cost;
  if (a.key.has_value() != b.key.has_value()) return a.key.has_value();
  return a.key < b.key;
}

bool is_earlier(const CostRow& a, const CostRow& b) {
  if (a.key.has_value() != b.key.has_value()) return a.key.has_value();
  return a.key < b.key;
}

void note_missing(std::map<std::string, NotRecomputed, std::less<>>& missing,
                  const CostOperation& operation) {
  NotRecomputed& row = missing[std::string(operation.model)];
  row.model = key_or_none(operation.model);
  ++row.ai_operations;
  row.cost += operation.cost;
}

// The map has the empty name first; nobody's comes last.
std::vector<NotRecomputed> in_order(std::map<std::string, NotRecomputed, std::less<>> missing) {
  std::vector<NotRecomputed> rows;
  for (auto& [model, row] : missing) rows.push_back(std::move(row));
  std::stable_partition(rows.begin(), rows.end(),
                        [](const NotRecomputed& row) { return row.model.has_value(); });
  return rows;
}

}  // namespace

std::string_view to_string(CostsBy by) {
  for (const auto& [value, name] : kCostsByNames) {
    if (value == by) return name;
  }
  abort_with(__FILE__, __LINE__, "a side of costs that is none");
}

std::optional<CostsBy> parse_costs_by(std::string_view word) {
  for (const auto& [value, name] : kCostsByNames) {
    if (name == word) return value;
  }
  return std::nullopt;
}

CostPullRequest cost_pull_request(const model::Project& project, const model::PullRequest& pr) {
  CostPullRequest row;
  row.project = project.name.value;
  row.reviewer = model::text_or_empty(pr.reviewer);
  if (pr.created_at) row.created_at = pr.created_at->value.instant();
  row.operations.reserve(pr.ai_operations.size());
  for (const model::AiOperation& operation : pr.ai_operations) {
    row.operations.push_back(cost_operation(operation));
  }
  return row;
}

CostsBuilder::CostsBuilder(CostsBy by, CostFilter filter, const model::PriceTable* prices)
    : by_(by), filter_(std::move(filter)), prices_(prices) {}

void CostsBuilder::add(const model::Project& project) {
  for (const model::PullRequest& pr : project.pull_requests) add(cost_pull_request(project, pr));
}

void CostsBuilder::add(const CostPullRequest& pr) {
  if (filter_.reviewer && pr.reviewer != *filter_.reviewer) return;
  ++prs_;
  for (const CostOperation& operation : pr.operations) {
    const std::optional<Instant> time = operation.time ? operation.time : pr.created_at;
    if (!lets_through(time)) continue;
    Row& row = rows_[key_of(pr, operation, time)];
    count(row, operation);
    count(total_, operation);
    if (prices_ != nullptr) recompute(row, operation);
  }
}

bool CostsBuilder::lets_through(const std::optional<Instant>& time) const {
  if (filter_.since && !(time && *time >= *filter_.since)) return false;
  return !filter_.until || (time && *time < *filter_.until);
}

// Empty for an operation that does not say.
std::string CostsBuilder::key_of(const CostPullRequest& pr, const CostOperation& operation,
                                 const std::optional<Instant>& time) const {
  switch (by_) {
    case CostsBy::kModel:
      return std::string(operation.model);
    case CostsBy::kProject:
      return std::string(pr.project);
    case CostsBy::kReviewer:
      return std::string(pr.reviewer);
    case CostsBy::kType:
      return std::string(operation.type);
    case CostsBy::kDay:
      return time ? format_date(*time) : std::string();
    case CostsBy::kMonth:
      return time ? format_date(*time).substr(0, kMonthLength) : std::string();
  }
  abort_with(__FILE__, __LINE__, "a side of costs that is none");
}

void CostsBuilder::count(Row& row, const CostOperation& operation) const {
  CostSums& sums = row.row.sums;
  ++sums.ai_operations;
  if (row.last_pr != prs_) {
    row.last_pr = prs_;
    ++sums.pull_requests;
  }
  sums.cost += operation.cost;
  sums.tokens_input += operation.tokens.input;
  sums.tokens_output += operation.tokens.output;
  sums.tokens_cache_read += operation.tokens.cache_read;
  sums.tokens_cache_write += operation.tokens.cache_write;
  sums.duration += operation.duration;
}

void CostsBuilder::recompute(Row& row, const CostOperation& operation) {
  const model::Price* price = model::find_price(*prices_, operation.model);
  if (price == nullptr) return note_missing(without_price_, operation);
  // A record that says no tokens does not say that there were none; one that cost nothing may.
  if (!operation.tokens.any() && operation.cost != Money{}) {
    return note_missing(without_tokens_, operation);
  }
  const Money recomputed = model::cost_at(*price, operation.tokens);
  for (Recomputed* sums : {&row.row.recomputed, &total_.row.recomputed}) {
    ++sums->ai_operations;
    sums->reported += operation.cost;
    sums->recomputed += recomputed;
  }
}

Costs CostsBuilder::finish() && {
  Costs costs;
  costs.by = by_;
  for (auto& [key, row] : rows_) {
    row.row.key = key_or_none(key);
    costs.rows.push_back(std::move(row.row));
  }
  const bool by_time = by_ == CostsBy::kDay || by_ == CostsBy::kMonth;
  std::sort(costs.rows.begin(), costs.rows.end(), by_time ? is_earlier : is_dearer);
  costs.total = std::move(total_.row);
  costs.has_recomputed = prices_ != nullptr;
  costs.without_price = in_order(std::move(without_price_));
  costs.without_tokens = in_order(std::move(without_tokens_));
  return costs;
}

}  // namespace claudestep::query
