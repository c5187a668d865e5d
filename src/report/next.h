// Owns: how `next` shows.
#pragma once

#include <string>

#include "query/next.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string next_text(const query::Next& next, const Style& style);
[[nodiscard]] std::string next_json(const query::Next& next);

}  // namespace claudestep::report
