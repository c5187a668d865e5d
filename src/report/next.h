// Owns: how `next` shows.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "query/next.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string next_text(const query::Next& next, const Style& style);
[[nodiscard]] std::string next_json(const query::Next& next);
// The members of that answer, for one that has more.
void write_next(JsonWriter& writer, const query::Next& next);

}  // namespace claudestep::report
