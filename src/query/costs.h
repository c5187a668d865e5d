// Owns: the answer of `costs`: AI operations summed by one of their sides, and, where prices are
// given, what their tokens come to. A pure function of rows, wherever they come from.
// Leaves to others: which projects are asked (query/scan.h), how it looks (report/).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "model/facts.h"
#include "model/prices.h"
#include "query/unreadable.h"
#include "store/facts.h"

namespace claudestep::query {

enum class CostsBy : std::uint8_t {
  kModel,
  kProject,
  kReviewer,
  kType,
  kDay,
  kMonth,
  kMonthAndModel,  // the key is "2026-01 MODEL"; " MODEL" without a time. For charts
};
[[nodiscard]] std::string_view to_string(CostsBy by);  // "model"
[[nodiscard]] std::optional<CostsBy> parse_costs_by(std::string_view word);

// One operation as this question sees it. An empty text is one that is not there.
struct CostOperation {
  std::string_view type;
  std::string_view model;
  std::optional<Instant> time;  // its own; else that of its pull request counts
  Money cost;
  model::Tokens tokens;
  Duration duration;
};

// A pull request with its operations. Views are valid as long as what they were made from.
struct CostPullRequest {
  std::string_view project;
  std::string_view reviewer;  // empty: nobody
  std::optional<Instant> created_at;
  std::vector<CostOperation> operations;
};

// Bounds that an operation must keep, all of them. One without any time keeps no bound on it.
struct CostFilter {
  std::optional<Instant> since;         // at or after
  std::optional<Instant> until;         // before
  std::optional<std::string> reviewer;  // letter for letter; "": pull requests that name nobody
};

struct CostSums {
  std::int64_t ai_operations = 0;
  std::int64_t pull_requests = 0;  // that have at least one of the operations
  Money cost;
  Int128 tokens_input = 0;
  Int128 tokens_output = 0;
  Int128 tokens_cache_read = 0;
  Int128 tokens_cache_write = 0;
  Duration duration;

  bool operator==(const CostSums&) const = default;
};

// Over the operations that have tokens and a model with a price: what they were reported to cost
// and what their tokens come to.
struct Recomputed {
  std::int64_t ai_operations = 0;
  Money reported;
  Money recomputed;

  [[nodiscard]] Money difference() const { return {recomputed.units - reported.units}; }
  bool operator==(const Recomputed&) const = default;
};

struct CostRow {
  std::optional<std::string> key;  // none: the operations that do not say
  CostSums sums;
  Recomputed recomputed;  // all zero unless prices were given

  bool operator==(const CostRow&) const = default;
};

// Operations that could not be recomputed.
struct NotRecomputed {
  std::optional<std::string> model;  // none: the operations do not say
  std::int64_t ai_operations = 0;
  Money cost;

  bool operator==(const NotRecomputed&) const = default;
};

struct Costs {
  std::string ref;                    // the full name of the branch
  std::optional<std::string> commit;  // none: there is no metadata
  CostsBy by = CostsBy::kModel;
  // Days and months in order of time; else the dearest first, then by key. Operations that do not
  // say come last: of all days, of equal costs.
  std::vector<CostRow> rows;
  CostRow total;
  bool has_recomputed = false;
  std::vector<NotRecomputed> without_price;   // by model, nobody's last
  std::vector<NotRecomputed> without_tokens;  // the same
  std::vector<UnreadableFile> unreadable;
};

class CostsBuilder {
 public:
  // `prices` may be null: nothing is recomputed then; else it must outlive this.
  CostsBuilder(CostsBy by, CostFilter filter, const model::PriceTable* prices = nullptr);

  void add(const CostPullRequest& pr);
  // Each pull request of the run. Requires: facts with their records.
  void add(const store::FactsRun& run);

  // The sums so far; ref, commit and unreadable are the caller's to fill in.
  [[nodiscard]] Costs finish() &&;

 private:
  struct Row {
    CostRow row;
    std::int64_t last_pr = 0;  // the pull request counted last, by its place among all
  };
  using Missing = std::map<std::string, NotRecomputed, std::less<>>;

  [[nodiscard]] bool lets_through(const std::optional<Instant>& time) const;
  [[nodiscard]] std::string key_of(const CostPullRequest& pr, const CostOperation& operation,
                                   const std::optional<Instant>& time) const;
  // The row of an operation of the run that is being added.
  Row& row_in_run(const model::FactsView& facts, std::uint32_t name);
  Row& row_of_time(const model::FactsView& facts, model::Packed time);
  Row& row_of_cell(const model::FactsView& facts, model::Packed time, std::uint32_t name);
  void add_in_run(const model::FactsView& facts, std::string_view project,
                  const model::PullRequestFacts& pr);
  // What all rows come to.
  [[nodiscard]] CostRow total() const;
  void count(Row& row, const CostOperation& operation) const;
  void recompute(Row& row, const CostOperation& operation);

  CostsBy by_;
  CostFilter filter_;
  const model::PriceTable* prices_;
  std::int64_t prs_ = 0;
  std::map<std::string, Row, std::less<>> rows_;
  std::int64_t counted_prs_ = 0;  // those with an operation in some row
  Missing without_price_;
  Missing without_tokens_;
  // Rows found already, so that most operations need no look-up by text:
  std::vector<Row*> by_name_;                       // by the name's id in the run
  std::unordered_map<std::int64_t, Row*> by_day_;   // by the day since 1970
  std::unordered_map<std::int64_t, Row*> by_cell_;  // by that and the name's id in the run
  Row* timeless_ = nullptr;
};

}  // namespace claudestep::query
