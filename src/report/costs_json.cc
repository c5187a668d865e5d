#include <utility>

#include "report/costs.h"
#include "report/json.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

void write_sums(JsonWriter& writer, const query::CostSums& sums) {
  write_count(writer, "ai_operations", sums.ai_operations);
  write_count(writer, "pull_requests", sums.pull_requests);
  write_cost(writer, "cost_usd", sums.cost);
  write_count(writer, "tokens_input", sums.tokens_input);
  write_count(writer, "tokens_output", sums.tokens_output);
  writer.key("duration_seconds").raw(to_string(sums.duration));
  write_count(writer, "tokens_cache_read", sums.tokens_cache_read);
  write_count(writer, "tokens_cache_write", sums.tokens_cache_write);
}

void write_recomputed(JsonWriter& writer, const query::Recomputed& sums) {
  write_count(writer, "ai_operations", sums.ai_operations);
  write_cost(writer, "reported_usd", sums.reported);
  write_cost(writer, "recomputed_usd", sums.recomputed);
  write_cost(writer, "difference_usd", sums.difference());
}

void write_left_out(JsonWriter& writer, std::string_view key,
                    const std::vector<query::NotRecomputed>& rows) {
  writer.key(key).begin_array();
  for (const query::NotRecomputed& row : rows) {
    writer.begin_object();
    write_text_or_null(writer, "model", row.model);
    write_count(writer, "ai_operations", row.ai_operations);
    write_cost(writer, "cost_usd", row.cost);
    writer.end_object();
  }
  writer.end_array();
}

void write_recompute(JsonWriter& writer, const query::Costs& costs) {
  writer.key("recompute");
  if (!costs.has_recomputed) {
    writer.null();
    return;
  }
  writer.begin_object();
  writer.key("rows").begin_array();
  for (const query::CostRow& row : costs.rows) {
    writer.begin_object();
    write_text_or_null(writer, "key", row.key);
    write_recomputed(writer, row.recomputed);
    writer.end_object();
  }
  writer.end_array();
  writer.key("total").begin_object();
  write_recomputed(writer, costs.total.recomputed);
  writer.end_object();
  write_left_out(writer, "without_price", costs.without_price);
  write_left_out(writer, "without_tokens", costs.without_tokens);
  writer.end_object();
}

}  // namespace

void write_cost_rows(JsonWriter& writer, std::string_view key,
                     const std::vector<query::CostRow>& rows) {
  writer.key(key).begin_array();
  for (const query::CostRow& row : rows) {
    writer.begin_object();
    write_text_or_null(writer, "key", row.key);
    write_sums(writer, row.sums);
    writer.end_object();
  }
  writer.end_array();
}

void write_cost_sums(JsonWriter& writer, std::string_view key, const query::CostSums& sums) {
  writer.key(key).begin_object();
  write_sums(writer, sums);
  writer.end_object();
}

std::string costs_json(const query::Costs& costs) {
  JsonWriter writer = begin_answer("costs");
  write_text(writer, "by", query::to_string(costs.by));
  write_cost_rows(writer, "rows", costs.rows);
  write_cost_sums(writer, "total", costs.total.sums);
  write_recompute(writer, costs);
  write_unreadable_files(writer, costs.unreadable);
  return end_answer(std::move(writer));
}

std::string budget_json(const Budget& budget) {
  JsonWriter writer = begin_answer("budget");
  write_cost(writer, "limit_usd", budget.limit);
  write_cost(writer, "spent_usd", budget.spent());
  write_cost(writer, "left_usd", budget.left());
  write_flag(writer, "exceeded", budget.is_exceeded());
  write_count(writer, "ai_operations", budget.costs.total.sums.ai_operations);
  write_unreadable_files(writer, budget.costs.unreadable);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
