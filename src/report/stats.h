// Owns: how `stats` shows.
#pragma once

#include <string>

#include "query/stats.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string stats_text(const query::Stats& stats, const Style& style);
[[nodiscard]] std::string stats_json(const query::Stats& stats);

}  // namespace claudestep::report
