#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "report/costs.h"
#include "report/table.h"
#include "report/text.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kShareCells = 8;
constexpr std::size_t kLeastKey = 26;  // the names of models
constexpr Int128 kAll = 1000;

std::string key_text(const std::optional<std::string>& key) {
  return key ? safe(*key) : std::string("(none)");
}

std::string heading_of(query::CostsBy by) {
  return to_upper_ascii(query::to_string(by));
}

// Permille of the whole, cut; 0 where there is no whole or a share would have no meaning.
int share_of(Money part, Money whole) {
  if (whole.units <= 0 || part.units <= 0) return 0;
  // Divided first where multiplying could overflow: nobody sees the digits that are lost.
  constexpr Int128 kLargest = Int128{1} << 110;
  const Int128 permille = std::max(part, whole).units < kLargest
                              ? part.units * kAll / whole.units
                              : part.units / std::max<Int128>(whole.units / kAll, 1);
  return static_cast<int>(std::min<Int128>(permille, kAll));
}

std::string signed_dollars(Money money) {
  return (money > Money{} ? "+" : "") + format_dollars(money);
}

}  // namespace

std::string cost_table(query::CostsBy by, const std::vector<query::CostRow>& rows, Money total,
                       const Style& style) {
  Table table({{heading_of(by), Align::kLeft, kLeastKey},
               {"SHARE", Align::kLeft, 0, 5},
               {"COST", Align::kRight},
               {"OPS", Align::kRight},
               {"PRS", Align::kRight, 0, 3},
               {"TOKENS IN", Align::kRight, 0, 2},
               {"OUT", Align::kRight, 0, 2},
               {"TIME", Align::kRight, 0, 4}});
  for (const query::CostRow& row : rows) {
    table.add({{key_text(row.key), row.key ? Tone::kPlain : Tone::kFaint},
               {bar(share_of(row.sums.cost, total), kShareCells, style)},
               {format_dollars(row.sums.cost)},
               {grouped(row.sums.ai_operations)},
               {grouped(row.sums.pull_requests)},
               {grouped(row.sums.tokens_input)},
               {grouped(row.sums.tokens_output)},
               {duration_text(row.sums.duration)}});
  }
  return table.render(style);
}

namespace {

std::string recomputed_table(const query::Costs& costs, const Style& style) {
  Table table({{heading_of(costs.by), Align::kLeft, kLeastKey},
               {"OPS", Align::kRight, 0, 1},
               {"REPORTED", Align::kRight},
               {"RECOMPUTED", Align::kRight},
               {"DIFFERENCE", Align::kRight}});
  for (const query::CostRow& row : costs.rows) {
    const query::Recomputed& sums = row.recomputed;
    if (sums.ai_operations == 0) continue;
    const Money difference = sums.difference();
    table.add(
        {{key_text(row.key), row.key ? Tone::kPlain : Tone::kFaint},
         {grouped(sums.ai_operations)},
         {format_dollars(sums.reported)},
         {format_dollars(sums.recomputed)},
         {signed_dollars(difference), difference == Money{} ? Tone::kPlain : Tone::kWarning}});
  }
  return table.empty() ? std::string() : "\n" + table.render(style);
}

std::string sums_lines(const query::CostSums& sums, const Style& style) {
  std::string text = grouped_count(sums.ai_operations, "AI operation") + " for " +
                     grouped_count(sums.pull_requests, "pull request") + ": " +
                     format_dollars(sums.cost) + ", " + grouped(sums.tokens_input) +
                     " tokens in, " + grouped(sums.tokens_output) + " out";
  if (sums.tokens_cache_read != 0 || sums.tokens_cache_write != 0) {
    text += ", cache " + grouped(sums.tokens_cache_read) + " read, " +
            grouped(sums.tokens_cache_write) + " written";
  }
  return in_lines(text + ", " + duration_text(sums.duration), style);
}

std::string recomputed_lines(const query::Recomputed& sums, const Style& style) {
  return in_lines(grouped_count(sums.ai_operations, "AI operation") + " recomputed: reported " +
                      format_dollars(sums.reported) + ", their tokens come to " +
                      format_dollars(sums.recomputed) + ", difference " +
                      signed_dollars(sums.difference()),
                  style);
}

std::string left_out(std::string_view why, const std::vector<query::NotRecomputed>& rows,
                     const Style& style) {
  if (rows.empty()) return "";
  std::string text = "\n" + toned(why, Tone::kWarning, style) + "\n";
  for (const query::NotRecomputed& row : rows) {
    text += "  - " + key_text(row.model) + ": " + grouped_count(row.ai_operations, "AI operation") +
            ", " + format_dollars(row.cost) + "\n";
  }
  return text;
}

std::string recomputed_text(const query::Costs& costs, const Style& style) {
  return recomputed_table(costs, style) + "\n" + recomputed_lines(costs.total.recomputed, style) +
         left_out("no price known (see `claudestep prices`), not recomputed:", costs.without_price,
                  style) +
         left_out("no tokens recorded, not recomputed:", costs.without_tokens, style);
}

std::string costs_summary(const query::Costs& costs, const Style& style) {
  std::string text;
  if (!costs.rows.empty()) {
    text += "\n" + cost_table(costs.by, costs.rows, costs.total.sums.cost, style);
  }
  return text + "\n" + sums_lines(costs.total.sums, style);
}

}  // namespace

std::string costs_text(const query::Costs& costs, const Style& style) {
  std::string text = branch_heading(costs.ref, costs.commit, style);
  text += costs.has_recomputed ? recomputed_text(costs, style) : costs_summary(costs, style);
  if (!costs.unreadable.empty()) text += "\n" + unreadable_text(costs.unreadable, style);
  return text;
}

std::string budget_text(const Budget& budget, const Style& style) {
  const Money apart = budget.is_exceeded() ? Money{-budget.left().units} : budget.left();
  const std::string verdict = format_dollars(apart) + (budget.is_exceeded() ? " over" : " left");
  return format_dollars(budget.spent()) + " of " + format_dollars(budget.limit) + " spent, " +
         toned(verdict, budget.is_exceeded() ? Tone::kWarning : Tone::kGood, style) + " (" +
         grouped_count(budget.costs.total.sums.ai_operations, "AI operation") + ")\n";
}

}  // namespace claudestep::report
