// Owns: what a schema found, as diagnostics.
#pragma once

#include <string>
#include <vector>

#include "check/diagnostic.h"
#include "schema/validator.h"

namespace claudestep::check {

// One diagnostic a finding, "schema/" and the keyword for its code. A hint of the finding's own
// ("did you mean `high`?") goes before that of the rule.
[[nodiscard]] std::vector<Diagnostic> schema_diagnostics(
    const std::vector<schema::Finding>& findings, const std::string& file);

}  // namespace claudestep::check
