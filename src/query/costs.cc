#include "query/costs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace claudestep::query {

namespace {

constexpr std::size_t kMonthLength = 7;  // 2026-01

constexpr std::array<std::pair<CostsBy, std::string_view>, 7> kCostsByNames = {{
    {CostsBy::kModel, "model"},
    {CostsBy::kProject, "project"},
    {CostsBy::kReviewer, "reviewer"},
    {CostsBy::kType, "type"},
    {CostsBy::kDay, "day"},
    {CostsBy::kMonth, "month"},
    {CostsBy::kMonthAndModel, "month and model"},
}};

constexpr Int128 kNanosADay = Int128{86400} * 1'000'000'000;
constexpr std::int64_t kNoDay = -1'000'000;  // before any year that there is

std::int64_t day_of(Int128 nanos) {
  return static_cast<std::int64_t>((nanos >= 0 ? nanos : nanos - kNanosADay + 1) / kNanosADay);
}

// Without its names and its time, which are looked at where they lie.
CostOperation cost_operation(const model::FactsView& facts,
                             const model::OperationFacts& operation) {
  CostOperation row;
  row.cost = facts.money(operation.cost);
  row.tokens.input = operation.tokens_input;
  row.tokens.output = operation.tokens_output;
  row.tokens.cache_read = operation.tokens_cache_read;
  row.tokens.cache_write = operation.tokens_cache_write;
  row.duration = Duration{facts.number(operation.duration)};
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
  rows.reserve(missing.size());
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

CostsBuilder::CostsBuilder(CostsBy by, CostFilter filter, const model::PriceTable* prices)
    : by_(by), filter_(std::move(filter)), prices_(prices) {}

void CostsBuilder::add(const store::FactsRun& run) {
  by_name_.assign(run.facts.names.size(), nullptr);
  by_cell_.clear();
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    const model::Range all = run.facts.projects[i].pull_requests;
    for (const auto& pr : model::FactsView::in(run.facts.pull_requests, all)) {
      if (filter_.reviewer && run.facts.name(pr.reviewer) != *filter_.reviewer) continue;
      ++prs_;
      add_in_run(run.facts, run.entries[i].name, pr);
    }
  }
}

void CostsBuilder::add_in_run(const model::FactsView& facts, std::string_view project,
                              const model::PullRequestFacts& pr) {
  const bool bounded = filter_.since || filter_.until;
  Row* of_project = nullptr;
  bool counted = false;
  for (const auto& found : model::FactsView::in(facts.operations, pr.operations)) {
    const bool timeless = found.created_at == model::kNoNumber;
    const model::Packed time = timeless ? pr.created_at : found.created_at;
    if (bounded && !lets_through(facts.instant(time))) continue;
    Row* row = of_project;
    switch (by_) {
      case CostsBy::kModel:
        row = &row_in_run(facts, found.model);
        break;
      case CostsBy::kType:
        row = &row_in_run(facts, found.type);
        break;
      case CostsBy::kReviewer:
        row = &row_in_run(facts, pr.reviewer);
        break;
      case CostsBy::kProject:
        if (row == nullptr) row = of_project = &rows_[std::string(project)];
        break;
      case CostsBy::kDay:
      case CostsBy::kMonth:
        row = &row_of_time(facts, time);
        break;
      case CostsBy::kMonthAndModel:
        row = &row_of_cell(facts, time, found.model);
        break;
    }
    CostOperation operation = cost_operation(facts, found);
    count(*row, operation);
    counted = true;
    if (prices_ == nullptr) continue;
    operation.model = facts.name(found.model);
    recompute(*row, operation);
  }
  if (counted) ++counted_prs_;
}

CostsBuilder::Row& CostsBuilder::row_in_run(const model::FactsView& facts, std::uint32_t name) {
  Row*& row = by_name_[name];
  if (row == nullptr) row = &rows_[std::string(facts.name(name))];
  return *row;
}

CostsBuilder::Row& CostsBuilder::row_of_time(const model::FactsView& facts, model::Packed time) {
  if (time == model::kNoNumber) {
    if (timeless_ == nullptr) timeless_ = &rows_[std::string()];
    return *timeless_;
  }
  Row*& row = by_day_[day_of(facts.number(time))];
  if (row == nullptr) {
    const std::string date = format_date(*facts.instant(time));
    row = &rows_[by_ == CostsBy::kMonth ? date.substr(0, kMonthLength) : date];
  }
  return *row;
}

CostsBuilder::Row& CostsBuilder::row_of_cell(const model::FactsView& facts, model::Packed time,
                                             std::uint32_t name) {
  constexpr int kBitsOfName = 32;
  const bool timeless = time == model::kNoNumber;
  const std::int64_t day = timeless ? kNoDay : day_of(facts.number(time));
  Row*& row = by_cell_[(day << kBitsOfName) + name];
  if (row == nullptr) {
    const std::string month =
        timeless ? std::string() : format_date(*facts.instant(time)).substr(0, kMonthLength);
    row = &rows_[month + " " + std::string(facts.name(name))];
  }
  return *row;
}

void CostsBuilder::add(const CostPullRequest& pr) {
  if (filter_.reviewer && pr.reviewer != *filter_.reviewer) return;
  ++prs_;
  bool counted = false;
  for (const CostOperation& operation : pr.operations) {
    const std::optional<Instant> time = operation.time ? operation.time : pr.created_at;
    if (!lets_through(time)) continue;
    Row& row = rows_[key_of(pr, operation, time)];
    count(row, operation);
    counted = true;
    if (prices_ != nullptr) recompute(row, operation);
  }
  if (counted) ++counted_prs_;
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
    case CostsBy::kMonthAndModel:
      return (time ? format_date(*time).substr(0, kMonthLength) : std::string()) + " " +
             std::string(operation.model);
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
  Recomputed& sums = row.row.recomputed;
  ++sums.ai_operations;
  sums.reported += operation.cost;
  sums.recomputed += recomputed;
}

CostRow CostsBuilder::total() const {
  CostRow total;
  for (const auto& [key, row] : rows_) {
    const CostSums& sums = row.row.sums;
    total.sums.ai_operations += sums.ai_operations;
    total.sums.cost += sums.cost;
    total.sums.tokens_input += sums.tokens_input;
    total.sums.tokens_output += sums.tokens_output;
    total.sums.tokens_cache_read += sums.tokens_cache_read;
    total.sums.tokens_cache_write += sums.tokens_cache_write;
    total.sums.duration += sums.duration;
    total.recomputed.ai_operations += row.row.recomputed.ai_operations;
    total.recomputed.reported += row.row.recomputed.reported;
    total.recomputed.recomputed += row.row.recomputed.recomputed;
  }
  total.sums.pull_requests = counted_prs_;  // one may be in several rows
  return total;
}

Costs CostsBuilder::finish() && {
  Costs costs;
  costs.by = by_;
  costs.total = total();
  for (auto& [key, row] : rows_) {
    row.row.key = key_or_none(key);
    costs.rows.push_back(std::move(row.row));
  }
  const bool by_time =
      by_ == CostsBy::kDay || by_ == CostsBy::kMonth || by_ == CostsBy::kMonthAndModel;
  std::sort(costs.rows.begin(), costs.rows.end(), by_time ? is_earlier : is_dearer);
  costs.has_recomputed = prices_ != nullptr;
  costs.without_price = in_order(std::move(without_price_));
  costs.without_tokens = in_order(std::move(without_tokens_));
  return costs;
}

}  // namespace claudestep::query
