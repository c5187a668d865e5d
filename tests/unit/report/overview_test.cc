#include "report/overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "codec/json_reader.h"
#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Many rows of each kind, whose texts do their worst.
query::Overview crowded(std::size_t rows) {
  std::string marks = "<!channel>&`|";
  for (int i = 0; i < 400; ++i) marks += "\u0301";
  query::Overview overview;
  overview.now = instant("2026-02-01T00:00:00Z");
  overview.stats.ref = "refs/heads/" + marks;
  overview.projects = static_cast<std::int64_t>(rows);
  for (std::size_t at = 0; at < rows; ++at) {
    const std::string name = std::to_string(at) + marks;
    overview.stats.projects.emplace_back().project = name;
    overview.stats.reviewers.emplace_back().reviewer = name;
    overview.by_model.emplace_back().key = name;
    overview.by_month.emplace_back().key = name;
    overview.stale.emplace_back().project = name;
    overview.stale.back().title = name;
    overview.stats.unreadable.push_back({name, name});
  }
  return overview;
}

struct SlackTexts {
  std::vector<std::string> texts;
  std::size_t blocks = 0;
};

SlackTexts texts_of(const std::string& payload) {
  SlackTexts found;
  const auto document = codec::read_json(payload);
  if (!document) return found;
  for (const Value& block : document->root().find("blocks")->items) {
    ++found.blocks;
    const Value* holder = &block;
    if (block.find("elements") != nullptr) holder = &block.find("elements")->items.front();
    holder = holder->find("text");
    if (holder->is_object()) holder = holder->find("text");
    found.texts.push_back(holder->text);
  }
  return found;
}

TEST(OverviewSlack, StaysWithinTheLimitsAndCountsWhatFindsNoRoom) {
  const SlackTexts found = texts_of(overview_slack(crowded(1000)));
  EXPECT_GT(found.blocks, 30);
  EXPECT_LE(found.blocks, 50);
  for (const std::string& text : found.texts) {
    EXPECT_LE(text.size(), 3000);
    EXPECT_THAT(text, Not(HasSubstr("<")));
    EXPECT_THAT(text, Not(HasSubstr("|`")));
  }
  EXPECT_THAT(found.texts, ::testing::Contains(::testing::MatchesRegex("and .* more projects")));
}

TEST(OverviewMarkdown, CutsWhatHasNoEnd) {
  const std::string text = overview_markdown(crowded(20));
  EXPECT_LT(text.size(), 65536);
  EXPECT_THAT(text, Not(HasSubstr("&`|")));
}

TEST(OverviewMarkdown, CountsTheBrokenFilesThatItDoesNotName) {
  query::Overview overview;
  for (int at = 0; at < 1000; ++at) {
    overview.stats.unreadable.push_back({std::to_string(at), std::string(90, 'x')});
  }
  query::limit_to(overview, 5);
  const std::string text = overview_markdown(overview);
  EXPECT_LT(text.size(), 2000);
  EXPECT_THAT(text, HasSubstr("- `4`: `xxx"));
  EXPECT_THAT(text, Not(HasSubstr("- `5`: ")));
  EXPECT_THAT(text, HasSubstr("\nand 995 more project files\n"));
  EXPECT_THAT(overview_text(overview, kPlainStyle), HasSubstr("\n  and 995 more project files\n"));
  EXPECT_THAT(overview_json(overview), HasSubstr("\"unreadable\": 995"));
}

TEST(OverviewSlack, NamesWhatCannotBeRead) {
  query::Overview overview;
  overview.stats.unreadable = {{"projects/<a>.json", "line 3: no"}};
  overview.left_out.unreadable = 2;
  const SlackTexts found = texts_of(overview_slack(overview));
  EXPECT_THAT(found.texts, ::testing::Contains(HasSubstr("  projects/&lt;a&gt;.json  line 3: no")));
  EXPECT_THAT(found.texts, ::testing::Contains("and 2 more project files"));
  EXPECT_THAT(found.texts.back(), HasSubstr("; 3 project files could not be read"));
}

}  // namespace
}  // namespace claudestep::report
