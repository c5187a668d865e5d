// Owns: how `costs` and `budget check` show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "query/costs.h"
#include "report/style.h"

namespace claudestep::report {

// The parts that `report` shows as well: the table of the rows with their shares of `total`, and a
// member of rows, or of sums.
[[nodiscard]] std::string cost_table(query::CostsBy by, const std::vector<query::CostRow>& rows,
                                     Money total, const Style& style);
void write_cost_rows(JsonWriter& writer, std::string_view key,
                     const std::vector<query::CostRow>& rows);
void write_cost_sums(JsonWriter& writer, std::string_view key, const query::CostSums& sums);

[[nodiscard]] std::string costs_text(const query::Costs& costs, const Style& style);
[[nodiscard]] std::string costs_json(const query::Costs& costs);

// A limit, and the sums that are held to it.
struct Budget {
  Money limit;
  query::Costs costs;

  [[nodiscard]] Money spent() const { return costs.total.sums.cost; }
  [[nodiscard]] Money left() const { return {limit.units - spent().units}; }  // below 0: over
  [[nodiscard]] bool is_exceeded() const { return spent() > limit; }
};

[[nodiscard]] std::string budget_text(const Budget& budget, const Style& style);
[[nodiscard]] std::string budget_json(const Budget& budget);

}  // namespace claudestep::report
