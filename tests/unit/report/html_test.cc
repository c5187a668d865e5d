#include "report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(HtmlText, IsTextInAnElementAndInAnAttribute) {
  EXPECT_EQ(html_text("<a href=\"x\">&'\n\x1b"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\\n\\x1b");
}

TEST(BurnUpSvg, HasRoundNumbersOnItsAxesAndStepsWhereCountsChange) {
  const std::string svg = burn_up_svg(
      {{instant("2026-01-01T00:00:00Z"), 10, 0}, {instant("2026-01-06T00:00:00Z"), 17, 4}},
      instant("2026-01-11T00:00:00Z"));
  for (const char* number :
       {">0<", ">5<", ">10<", ">15<", ">20<", ">2026-01-01<", ">2026-01-11<"}) {
    EXPECT_THAT(svg, HasSubstr(number));
  }
  EXPECT_THAT(svg, HasSubstr("From 2026-01-01 to 2026-01-11: 17 tasks planned, 4 completed"));
  // The plot is 518 wide from 88 and 226 high from 14; 20 tasks fill it.
  EXPECT_THAT(svg, HasSubstr("d=\"M88.0 127.0H347.0V47.9H606.0\""));
}

TEST(BurnUpSvg, NumbersOnAxesAreGroupedAndInMillionsWhereTheStepsAre) {
  const auto at = instant("2026-01-01T00:00:00Z");
  EXPECT_THAT(burn_up_svg({{at, 349'851, 0}}, at), HasSubstr(">400,000<"));
  EXPECT_THAT(burn_up_svg({{at, 3'500'000, 0}}, at), HasSubstr(">3M<"));
}

TEST(BurnUpSvg, DrawsOneMomentWithoutTasks) {
  const std::string svg =
      burn_up_svg({{instant("2026-01-01T00:00:00Z"), 0, 0}}, instant("2026-01-01T00:00:00Z"));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, HasSubstr(">1<"));
}

TEST(MonthsSvg, StacksTheModelsOfAMonth) {
  const std::string svg = months_svg({{"2026-01", {0.2, 0.1}}, {"2026-02", {0, 0}}});
  EXPECT_THAT(svg, HasSubstr(">$0.3<"));
  EXPECT_THAT(svg, HasSubstr("<rect class=\"s1\""));
  EXPECT_THAT(svg, Not(HasSubstr("s2")));
}

TEST(LoadSvg, EscapesAndCutsNames) {
  query::CapacityRow row;
  row.reviewer = "<b>" + std::string(300, 'x');
  row.claimed = 2;
  const std::string svg = load_svg({row}, 1);
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt;xxxxxxxxxxxxxxxx…<"));
  EXPECT_THAT(svg, HasSubstr("<rect class=\"s2\""));
  EXPECT_THAT(svg, HasSubstr(">1 reviewers; the most is 2"));
  EXPECT_THAT(load_svg({row}, 40), HasSubstr(">1 of 40 reviewers; the most is 2"));
}

}  // namespace
}  // namespace claudestep::report
