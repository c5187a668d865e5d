#include "check/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "check/rules.h"

namespace claudestep::check {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  abort_with(__FILE__, __LINE__, "a severity that is none");
}

Diagnostic diagnose(std::string_view code, Place place, std::string message, std::string path) {
  const Rule* rule = find_rule(code);
  CS_CHECK(rule != nullptr);
  Diagnostic found;
  found.place = std::move(place);
  found.severity = rule->severity;
  found.code = code;
  found.message = std::move(message);
  found.hint = rule->way_out;
  found.path = std::move(path);
  found.fixable = rule->remedy == Remedy::kFix;
  return found;
}

void make_fixable(Diagnostic& diagnostic) {
  diagnostic.fixable = true;
  diagnostic.hint = kFixHint;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& found) {
    return std::tie(found.place.file, found.place.line, found.place.column, found.code);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

Tally tally_of(const std::vector<Diagnostic>& diagnostics) {
  Tally tally;
  for (const Diagnostic& found : diagnostics) {
    if (found.severity == Severity::kError) ++tally.errors;
    if (found.severity == Severity::kWarning) ++tally.warnings;
    if (found.severity == Severity::kNote) ++tally.notes;
    if (found.fixable) ++tally.fixable;
  }
  return tally;
}

}  // namespace claudestep::check
