#include "report/overview_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const query::Overview& overview, PageDetails details = {}) {
  return overview_html(overview, {}, std::move(details));
}

query::CostRow cost_row(const std::string& key) {
  query::CostRow row;
  row.key = key;
  row.sums.cost = Money{1'000'000'000};
  row.sums.ai_operations = 1;
  return row;
}

TEST(OverviewHtml, NamesEachColourOfTheMonths) {
  query::Overview overview;
  for (const char* model : {"a", "b", "c"}) {
    overview.by_model.push_back(cost_row(model));
    overview.by_month_and_model.push_back(cost_row("2026-01 " + std::string(model)));
  }
  const std::string whole = page_of(overview);
  EXPECT_THAT(whole, Not(HasSubstr("others</li>")));
  EXPECT_THAT(whole, Not(HasSubstr("<rect class=\"s6\"")));
  query::limit_to(overview, 2);
  const std::string limited = page_of(overview);
  EXPECT_THAT(limited, HasSubstr("<rect class=\"s6\""));
  EXPECT_THAT(limited, HasSubstr("<span class=\"s6\"></span>others</li>"));
}

TEST(OverviewHtml, SaysWhatIsNotDrawn) {
  query::Overview overview;
  for (int at = 0; at < 40; ++at) {
    query::CapacityRow row;
    row.reviewer = "r" + std::to_string(at);
    row.claimed = 1;
    overview.load.push_back(std::move(row));
  }
  for (int at = 0; at < 30; ++at) {
    const std::string month =
        std::to_string(2024 + at / 12) + (at % 12 < 9 ? "-0" : "-") + std::to_string(at % 12 + 1);
    overview.by_month_and_model.push_back(cost_row(month + " m"));
  }
  overview.by_model.push_back(cost_row("m"));
  const std::string whole = page_of(overview);
  EXPECT_THAT(whole, HasSubstr("The busiest 12 of 40 reviewers are drawn."));
  EXPECT_THAT(whole, HasSubstr("12 of 40 reviewers; the most is 1"));
  EXPECT_THAT(whole, HasSubstr("The last 24 of 30 months are drawn."));
  EXPECT_THAT(whole, HasSubstr("24 months, from 2024-07 to 2026-06."));
  EXPECT_THAT(whole, Not(HasSubstr("more reviewer")));
  query::limit_to(overview, 2);
  const std::string limited = page_of(overview);
  EXPECT_THAT(limited, HasSubstr("The busiest 2 of 40 reviewers are drawn."));
  EXPECT_THAT(limited, HasSubstr("and 38 more reviewers"));
}

TEST(OverviewHtml, KeepsTheSignOfACostAndTiesNoStrangerToATask) {
  query::PrRow stranger;
  stranger.number = 7;
  stranger.task_index = 1;
  stranger.cost = Money{-500'000'000};
  query::PrRow own = stranger;
  own.number = 8;
  own.task_id = "aaaaaaaa";
  own.cost = Money{250'000'000};
  query::TaskRow task;
  task.index = 1;
  task.description = "One";
  PageDetails details;
  details.add("p", {task}, {stranger, own});
  const std::string page = page_of({}, std::move(details));
  EXPECT_THAT(page, HasSubstr(R"([7,null,0,-1,"","-$0.50"])"));
  EXPECT_THAT(page, HasSubstr(R"([8,1,0,-1,"","$0.25"])"));
}

}  // namespace
}  // namespace claudestep::report
