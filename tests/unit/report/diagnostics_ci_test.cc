#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/diagnostic.h"
#include "report/diagnostics.h"

namespace claudestep::report {
namespace {

using check::Diagnostic;
using check::Severity;

std::vector<Diagnostic> two_findings() {
  return {{{"specs/a b/spec.yaml", 3, 13},
           Severity::kError,
           "schema/enum",
           "`priority` is `hihg`, 100%\nor so",
           "did you mean `high`?",
           "feature.priority",
           false},
          {{"/tmp/x,y:z.af", 0, 0},
           Severity::kNote,
           "document/unreadable",
           "gone \x1b[2J",
           "",
           "",
           false}};
}

TEST(DiagnosticsGithub, AreWorkflowCommandsWithTheirPlace) {
  EXPECT_EQ(diagnostics_github(two_findings()),
            "::error file=specs/a b/spec.yaml,line=3,col=13,title=schema/enum::`priority` is "
            "`hihg`, 100%25\\nor so%0Ahint: did you mean `high`?\n"
            "::notice file=/tmp/x%2Cy%3Az.af,title=document/unreadable::gone \\x1b[2J\n");
  EXPECT_EQ(diagnostics_github({}), "");
}

TEST(DiagnosticsJsonl, IsAnObjectALine) {
  EXPECT_EQ(diagnostics_jsonl(two_findings()),
            R"({"file":"specs/a b/spec.yaml","line":3,"column":13,"severity":"error",)"
            R"("code":"schema/enum","message":"`priority` is `hihg`, 100%\nor so",)"
            R"("hint":"did you mean `high`?","path":"feature.priority","fixable":false})"
            "\n"
            R"({"file":"/tmp/x,y:z.af","line":null,"column":null,"severity":"note",)"
            R"("code":"document/unreadable","message":"gone \u001b[2J","hint":"","path":null,)"
            R"("fixable":false})"
            "\n");
}

TEST(DiagnosticsSarif, HasOneRunWithItsRules) {
  const std::string sarif = diagnostics_sarif(two_findings(), "1.2.3");
  using ::testing::HasSubstr;
  EXPECT_THAT(sarif, HasSubstr("\"version\": \"2.1.0\""));
  EXPECT_THAT(sarif, HasSubstr("\"uri\": \"specs/a%20b/spec.yaml\""));
  EXPECT_THAT(sarif, HasSubstr("\"uri\": \"file:///tmp/x%2Cy%3Az.af\""));
  EXPECT_THAT(sarif, HasSubstr("\"startLine\": 3,\n                  \"startColumn\": 13"));
  EXPECT_THAT(sarif, HasSubstr("\"ruleId\": \"schema/enum\",\n          \"ruleIndex\": 1"));
  EXPECT_THAT(sarif, HasSubstr("or so\\nhint: did you mean `high`?\""));
}

TEST(DiagnosticsExcerpts, ShowLineCaretAndHint) {
  const SourceText source("a\nb\n  priority: hihg\n");
  const auto text = diagnostics_excerpts(
      two_findings(),
      [&](const std::string& file) { return file.starts_with("specs") ? &source : nullptr; },
      {80, true, false});
  EXPECT_EQ(text,
            "specs/a b/spec.yaml:3:13: error: `priority` is `hihg`, 100%\\nor so [schema/enum]\n"
            "    3 |   priority: hihg\n"
            "      |             ^\n"
            "  hint: did you mean `high`?\n"
            "/tmp/x,y:z.af: note: gone \\x1b[2J [document/unreadable]\n");
}

}  // namespace
}  // namespace claudestep::report
