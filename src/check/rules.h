// Owns: the table of all findings: code, severity, what it means, the way out. `explain`,
// docs/rules.md and every Diagnostic come from it.
// Leaves to others: finding them (the other files of this folder, store/fsck.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"

namespace claudestep::check {

// Who settles a finding.
enum class Remedy : std::uint8_t {
  kFix,     // `fsck --fix`: there is one right answer
  kPerson,  // somebody who knows what is true
};

inline constexpr std::string_view kFixHint = "'claudestep fsck --fix' repairs it";

struct Rule {
  std::string_view code;  // "time/no-zone"
  Severity severity;
  Remedy remedy;
  std::string_view title;         // one line, no full stop
  std::string_view text;          // what it means and why it matters: paragraphs of plain sentences
  std::string_view way_out;       // one line: the hint of its diagnostics
  std::string_view example = {};  // lines that have it, or ""
};

// All rules, in the order in which docs/rules.md shows them.
[[nodiscard]] const std::vector<Rule>& rules();

// Those that `fsck` may find; the others are of documents that are no projects.
[[nodiscard]] const std::vector<Rule>& fsck_rules();

// The rule with that code, or null. Valid for ever.
[[nodiscard]] const Rule* find_rule(std::string_view code);

// docs/rules.md, the whole page.
[[nodiscard]] std::string rules_markdown();

}  // namespace claudestep::check
