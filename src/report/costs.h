// Owns: how `costs` and `budget check` show.
#pragma once

#include <optional>
#include <string>

#include "query/costs.h"
#include "report/style.h"

namespace claudestep::report {

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
