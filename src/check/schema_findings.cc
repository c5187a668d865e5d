#include "check/schema_findings.h"

#include "check/rules.h"

namespace claudestep::check {

std::vector<Diagnostic> schema_diagnostics(const std::vector<schema::Finding>& findings,
                                           const std::string& file) {
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(findings.size());
  for (const schema::Finding& finding : findings) {
    std::string code = "schema/" + finding.keyword;
    if (find_rule(code) == nullptr) code = "schema/false";
    Diagnostic& found = diagnostics.emplace_back(diagnose(
        code, Place{file, finding.mark.line, finding.mark.column}, finding.message, finding.path));
    if (!finding.hint.empty()) found.hint = finding.hint;
    found.instance = finding.instance;
    found.schema = finding.schema;
  }
  return diagnostics;
}

}  // namespace claudestep::check
