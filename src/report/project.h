// Owns: how `show` shows one project.
#pragma once

#include <string>
#include <string_view>

#include "query/project_page.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string project_text(const query::ProjectPage& page, const Style& style);

// `document`: the project in 2.0 form, as compact JSON.
[[nodiscard]] std::string project_json(std::string_view document, const query::ProjectRow& row);

}  // namespace claudestep::report
