#include "check/rules.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "tests/support/temp_dir.h"

namespace claudestep::check {
namespace {

const std::filesystem::path kPage = std::string(CLAUDESTEP_SOURCE_DIR) + "/docs/rules.md";

TEST(Rules, HaveEachACodeOfItsOwn) {
  std::set<std::string_view> codes;
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(codes.insert(rule.code).second) << rule.code;
    EXPECT_EQ(find_rule(rule.code), &rule);
  }
  EXPECT_EQ(find_rule("json/none"), nullptr);
}

TEST(Rules, AreExplained) {
  for (const Rule& rule : rules()) {
    SCOPED_TRACE(rule.code);
    EXPECT_FALSE(rule.title.empty());
    EXPECT_NE(rule.title.back(), '.');
    EXPECT_EQ(rule.text.back(), '.');
    EXPECT_NE(rule.way_out.back(), '.');
    EXPECT_EQ(rule.text.find("  "), std::string_view::npos);
    if (rule.remedy == Remedy::kFix) {
      EXPECT_NE(rule.way_out.find("'claudestep fsck --fix' "), std::string_view::npos);
    }
  }
}

TEST(Rules, OfDocumentsHaveAnExample) {
  for (const Rule& rule : rules()) {
    const std::string_view group = rule.code.substr(0, rule.code.find('/'));
    if (group == "spec" || group == "api" || group == "trust" || group == "agent" ||
        group == "progress" || group == "metrics" || group == "run" || group == "configuration") {
      EXPECT_FALSE(rule.example.empty()) << rule.code;
    }
  }
}

TEST(Rules, NameTheFindingsOfTheModel) {
  for (const std::string_view code :
       {"json/syntax", "json/duplicate-key", "project/name-mismatch", "project/name-case",
        "project/newer-schema", "task/duplicate-index", "task/duplicate-id",
        "task/unknown-dependency", "task/dependency-cycle", "pr/duplicate-number",
        "pr/unknown-task", "op/duplicate", "op/negative"}) {
    ASSERT_NE(find_rule(code), nullptr) << code;
    EXPECT_EQ(find_rule(code)->severity, Severity::kError) << code;
  }
  for (const std::string_view code :
       {"time/no-zone", "time/future", "time/order", "task/status-mismatch", "task/placeholder",
        "task/index-gap", "pr/no-operations", "pr/two-open", "pr/shared-branch",
        "op/cost-precision"}) {
    ASSERT_NE(find_rule(code), nullptr) << code;
    EXPECT_EQ(find_rule(code)->severity, Severity::kWarning) << code;
  }
}

TEST(Rules, ThePageOfTheManualIsMadeFromThem) {
  const std::string page = rules_markdown();
  if (std::getenv("CLAUDESTEP_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
    std::ofstream(kPage, std::ios::binary) << page;
    GTEST_SKIP() << "accepted";
  }
  ASSERT_TRUE(std::filesystem::exists(kPage)) << "CLAUDESTEP_ACCEPT=1 makes it";
  EXPECT_EQ(test::read_file(kPage), page)
      << "docs/rules.md is stale: CLAUDESTEP_ACCEPT=1 renews it";
}

TEST(Diagnostics, TakeSeverityAndWayOutFromTheirRule) {
  const Diagnostic found =
      diagnose("time/no-zone", {"projects/a.json", 3, 7}, "last_updated is odd", "last_updated");
  EXPECT_EQ(found, (Diagnostic{{"projects/a.json", 3, 7},
                               Severity::kWarning,
                               "time/no-zone",
                               "last_updated is odd",
                               "'claudestep fsck --fix' repairs it",
                               "last_updated",
                               true}));
}

TEST(Diagnostics, AreSortedByPlaceAndCode) {
  std::vector<Diagnostic> found = {
      diagnose("time/no-zone", {"b.json", 1, 1}, "1"),
      diagnose("time/no-zone", {"a.json", 10, 1}, "2"),
      diagnose("time/future", {"a.json", 9, 2}, "3"),
      diagnose("time/no-zone", {"a.json", 9, 2}, "4"),
      diagnose("json/syntax", {"a.json", 0, 0}, "5"),
  };
  sort_diagnostics(found);
  std::string order;
  for (const Diagnostic& one : found) order += one.message;
  EXPECT_EQ(order, "53421");
  EXPECT_EQ(tally_of(found), (Tally{.errors = 1, .warnings = 4, .notes = 0, .fixable = 3}));
}

}  // namespace
}  // namespace claudestep::check
