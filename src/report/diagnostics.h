// Owns: how findings show: one line each with its place first, hints once a code, a summary; and
// the JSON kind "diagnostics".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "report/style.h"

namespace claudestep::report {

// `projects/auth.json:12:7: warning: ... [time/no-zone]`, one line a finding. After the first of
// each code its hint on a line of its own. "" without findings.
[[nodiscard]] std::string diagnostics_text(const std::vector<check::Diagnostic>& diagnostics,
                                           const Style& style);

// "3 files checked: 1 error, 12 warnings", "20 files checked: nothing found".
[[nodiscard]] std::string diagnostics_summary(std::size_t files, const check::Tally& tally,
                                              const Style& style);

// What a repair did, where one was asked for.
struct Repaired {
  std::size_t findings = 0;           // that are there no more
  std::optional<std::string> commit;  // none: nothing was written
};

// The kind "diagnostics"; `repaired` adds the members of `fsck --fix`.
[[nodiscard]] std::string diagnostics_json(std::size_t files,
                                           const std::vector<check::Diagnostic>& diagnostics,
                                           const std::optional<Repaired>& repaired = std::nullopt);

}  // namespace claudestep::report
