// Owns: the options by which `costs` and `budget check` say which AI operations they are about, and
// getting their sums. Leaves to others: the sums themselves (query/costs.h).
#pragma once

#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/reading.h"
#include "model/prices.h"
#include "query/costs.h"

namespace claudestep::cli {

inline const OptionSpec kCostProjectOption = {
    .name = "project",
    .type = ValueType::kProject,
    .value_name = "GLOB",
    .help = "only this project, archived or not, or those whose names match a pattern",
    .repeatable = true};
inline const OptionSpec kCostReviewerOption = {
    .name = "reviewer",
    .type = ValueType::kText,
    .value_name = "R",
    .help = "only for pull requests that R reviews; '' for those that name nobody"};
inline const OptionSpec kCostSinceOption = {
    .name = "since",
    .type = ValueType::kMoment,
    .value_name = "T",
    .help = "only operations at or after T: 30d, 2w, a date, an instant"};
inline const OptionSpec kCostUntilOption = {.name = "until",
                                            .type = ValueType::kMoment,
                                            .value_name = "T",
                                            .help = "only operations before T"};
inline const OptionSpec kCostArchivedOption = {.name = "archived",
                                               .help = "of archived projects as well"};

// The sums of the operations that those options choose. `prices` may be null: nothing is
// recomputed then. kInvalidInput when --since is not before --until, kNotFound for a project that
// is named and is not there.
[[nodiscard]] Result<query::Costs> ask_costs(const Context& context, const Arguments& arguments,
                                             const Reading& reading, query::CostsBy by,
                                             const model::PriceTable* prices);

}  // namespace claudestep::cli
