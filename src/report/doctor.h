// Owns: how `doctor` shows.
#pragma once

#include <string>
#include <vector>

#include "query/doctor.h"
#include "report/style.h"

namespace claudestep::report {

// One line a checkup, its hints below it, and a summary.
[[nodiscard]] std::string doctor_text(const std::vector<query::Checkup>& checkups,
                                      const Style& style);
[[nodiscard]] std::string doctor_json(const std::vector<query::Checkup>& checkups);

}  // namespace claudestep::report
