// Owns: text and pictures for the page of `report --format html`: escaping, and charts as inline
// SVG with axes, units and a description for those who do not see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/burn_up.h"
#include "query/overview.h"

namespace claudestep::report {

// File content as text of an element or of a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

// One of the colours that a chart tells things apart by: the class "s0", "s1", ... of the page.
inline constexpr std::size_t kSeries = 7;  // the last one stands for all others

// Tasks planned and completed over time. Requires: at least one point. `until`: where time ends.
[[nodiscard]] std::string burn_up_svg(const std::vector<query::BurnUpPoint>& points, Instant until);

// A bar a month, in parts. Money is drawn, not counted: the numbers stand in a table beside it.
struct MonthBar {
  std::string month;
  std::vector<double> dollars;  // by series
};
[[nodiscard]] std::string months_svg(const std::vector<MonthBar>& bars);

// A bar a reviewer: open, stale and claimed work. Requires: at least one row.
[[nodiscard]] std::string load_svg(const std::vector<query::CapacityRow>& rows, std::size_t all);

}  // namespace claudestep::report
