// Owns: how `leaderboard`, `capacity` and `progress` show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "query/capacity.h"
#include "query/leaderboard.h"
#include "query/progress.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string leaderboard_text(const query::Leaderboard& board, const Style& style);
[[nodiscard]] std::string leaderboard_json(const query::Leaderboard& board);

[[nodiscard]] std::string capacity_text(const query::Capacity& capacity, const Style& style);
[[nodiscard]] std::string capacity_json(const query::Capacity& capacity);

// A figure of the flow that there is: "merged a week", "2.5".
struct FlowFigure {
  std::string_view label;
  std::string value;
};
[[nodiscard]] std::vector<FlowFigure> flow_figures(const query::Flow& flow);
// The flow, as lines and as the member `flow`.
[[nodiscard]] std::string flow_text(const query::Flow& flow);
void write_flow(JsonWriter& writer, const query::Flow& flow);

[[nodiscard]] std::string progress_text(const query::Progress& progress, const Style& style);
[[nodiscard]] std::string progress_json(const query::Progress& progress);

}  // namespace claudestep::report
