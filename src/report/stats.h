// Owns: how `stats` shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "model/derive.h"
#include "query/stats.h"
#include "report/style.h"

namespace claudestep::report {

// The parts that `report` shows as well: tables, and the sums below them, three lines
// or what they take in the width.
[[nodiscard]] std::string stats_project_table(const std::vector<query::StatsProject>& rows,
                                              const Style& style);
[[nodiscard]] std::string stats_reviewer_table(const std::vector<query::StatsReviewer>& rows,
                                               const Style& style);
[[nodiscard]] std::string stats_summary(const model::Totals& totals, std::int64_t projects,
                                        std::int64_t stale, const Style& style);
// The members `totals`, `projects` and `reviewers`; `projects` of the totals is given.
void write_stats(JsonWriter& writer, const query::Stats& stats, std::int64_t projects);

[[nodiscard]] std::string stats_text(const query::Stats& stats, const Style& style);
[[nodiscard]] std::string stats_json(const query::Stats& stats);

}  // namespace claudestep::report
