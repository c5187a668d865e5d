// Owns: how `leaderboard`, `capacity` and `progress` show.
#pragma once

#include <string>
#include <vector>

#include "query/capacity.h"
#include "query/leaderboard.h"
#include "query/progress.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string leaderboard_text(const query::Leaderboard& board, const Style& style);
[[nodiscard]] std::string leaderboard_json(const query::Leaderboard& board);

[[nodiscard]] std::string capacity_text(const query::Capacity& capacity, const Style& style);
[[nodiscard]] std::string capacity_json(const query::Capacity& capacity);

[[nodiscard]] std::string progress_text(const query::Progress& progress, const Style& style);
[[nodiscard]] std::string progress_json(const query::Progress& progress);

}  // namespace claudestep::report
