// Owns: how `pr import` shows what it did not record.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "query/forge_import.h"
#include "report/style.h"

namespace claudestep::report {

// What a person may want to look at: doubts, then pull requests that belong to no task, those
// whose branch is named for one first; of each kind the first twenty. "" when there is nothing.
[[nodiscard]] std::string forge_left_text(const query::ForgeImport& import, const Style& style);

// The members "known", "unknown" and "doubts" of the kind "pr_import".
void write_forge_left(JsonWriter& writer, const query::ForgeImport& import);

}  // namespace claudestep::report
