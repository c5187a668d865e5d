// Owns: how `plan status` and `plan trace` show.
#pragma once

#include <string>

#include "plan/trace.h"
#include "report/style.h"

namespace claudestep::report {

// Two tables: requirements, where there are any, and tasks.
[[nodiscard]] std::string plan_status_text(const plan::Trace& trace, const Style& style);
[[nodiscard]] std::string plan_status_json(const plan::Trace& trace);

// The matrix: requirement, its tasks, their pull requests, what they were merged by; then what no
// requirement asked for.
[[nodiscard]] std::string plan_trace_text(const plan::Trace& trace, const Style& style);
[[nodiscard]] std::string plan_trace_json(const plan::Trace& trace);

}  // namespace claudestep::report
