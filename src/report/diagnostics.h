// Owns: how findings show: one line each with its place first, hints once a code, a summary; the
// JSON kind "diagnostics"; annotations and SARIF for CI.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "report/excerpt.h"
#include "report/style.h"

namespace claudestep::report {

// `projects/auth.json:12:7: warning: ... [time/no-zone]`, one line a finding. After the first of
// each code its hint on a line of its own. "" without findings.
[[nodiscard]] std::string diagnostics_text(const std::vector<check::Diagnostic>& diagnostics,
                                           const Style& style);

// The text of a file by its name in diagnostics, or null where there is none to show.
using FindSource = std::function<const SourceText*(const std::string& file)>;

// The same, after each finding that has a place the line and a caret under it, then its hint.
[[nodiscard]] std::string diagnostics_excerpts(const std::vector<check::Diagnostic>& diagnostics,
                                               const FindSource& source, const Style& style);

// Each finding on a line as a JSON object with the members that it has in the kind "diagnostics".
[[nodiscard]] std::string diagnostics_jsonl(const std::vector<check::Diagnostic>& diagnostics);

// Workflow commands of GitHub Actions: an annotation each, with file, line and column.
[[nodiscard]] std::string diagnostics_github(const std::vector<check::Diagnostic>& diagnostics);

// SARIF 2.1.0: one run of `version` of this tool, with the rules of what was found.
[[nodiscard]] std::string diagnostics_sarif(const std::vector<check::Diagnostic>& diagnostics,
                                            std::string_view version);

// "3 files checked: 1 error, 12 warnings", "20 files checked: nothing found; 2 more could not be
// read and were passed over".
[[nodiscard]] std::string diagnostics_summary(std::size_t files, const check::Tally& tally,
                                              const Style& style, std::size_t passed_over = 0);

// What a repair did, where one was asked for.
struct Repaired {
  std::size_t findings = 0;           // that are there no more
  std::optional<std::string> commit;  // none: nothing was written
};

// The kind "diagnostics"; `repaired` adds the members of `fsck --fix`, `unread` that of
// `validate`: how many files more could not be read and are of no kind that can be told.
[[nodiscard]] std::string diagnostics_json(std::size_t files,
                                           const std::vector<check::Diagnostic>& diagnostics,
                                           const std::optional<Repaired>& repaired = std::nullopt,
                                           const std::optional<std::size_t>& unread = std::nullopt);

}  // namespace claudestep::report
