#include "query/costs.h"

#include <gmock/gmock.h>

#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Money cents(Int128 number) {
  return {number * 10'000'000};
}

// A pull request of alice's in auth, on the first of January.
CostPullRequest of_alice() {
  return {"auth", "alice", instant("2026-01-01T00:00:00Z"), {}};
}

CostOperation operation(std::string_view model, Money cost) {
  CostOperation row;
  row.type = "PRCreation";
  row.model = model;
  row.cost = cost;
  return row;
}

CostOperation at_time(std::string_view time, Money cost) {
  CostOperation row = operation("m", cost);
  row.time = instant(time);
  return row;
}

using KeyAndCost = std::pair<std::optional<std::string>, Money>;
std::vector<KeyAndCost> keys_and_costs(const Costs& costs) {
  std::vector<KeyAndCost> pairs;
  for (const CostRow& row : costs.rows) pairs.emplace_back(row.key, row.sums.cost);
  return pairs;
}

Costs sums(CostsBy by, const std::vector<CostPullRequest>& prs, CostFilter filter = {}) {
  CostsBuilder builder(by, std::move(filter));
  for (const CostPullRequest& pr : prs) builder.add(pr);
  return std::move(builder).finish();
}

TEST(Costs, OfNothingAreNothing) {
  const Costs costs = sums(CostsBy::kModel, {});
  EXPECT_THAT(costs.rows, IsEmpty());
  EXPECT_EQ(costs.total, CostRow());
  EXPECT_FALSE(costs.has_recomputed);
}

TEST(Costs, SumEverythingThatAnOperationTells) {
  CostPullRequest pr = of_alice();
  pr.operations = {operation("m", cents(10)), operation("m", Money{1})};
  pr.operations[0].tokens = {1, 2, 3, 4};
  pr.operations[1].tokens = {10, 20, 30, 40};
  pr.operations[0].duration = {1'500'000};
  pr.operations[1].duration = {1};
  CostSums expected;
  expected.ai_operations = 2;
  expected.pull_requests = 1;
  expected.cost = {100'000'001};
  expected.tokens_input = 11;
  expected.tokens_output = 22;
  expected.tokens_cache_read = 33;
  expected.tokens_cache_write = 44;
  expected.duration = {1'500'001};
  const Costs costs = sums(CostsBy::kModel, {pr});
  EXPECT_THAT(costs.rows, ElementsAre(CostRow{"m", expected, {}}));
  EXPECT_EQ(costs.total.sums, expected);
}

TEST(Costs, TheDearestComeFirstThenByNameThenThoseThatDoNotSay) {
  CostPullRequest pr = of_alice();
  pr.operations = {operation("b", cents(1)), operation("a", cents(1)), operation("", cents(1)),
                   operation("z", cents(2)), operation("free", Money{})};
  EXPECT_THAT(
      keys_and_costs(sums(CostsBy::kModel, {pr})),
      ElementsAre(KeyAndCost{"z", cents(2)}, KeyAndCost{"a", cents(1)}, KeyAndCost{"b", cents(1)},
                  KeyAndCost{std::nullopt, cents(1)}, KeyAndCost{"free", Money{}}));
}

TEST(Costs, DaysAndMonthsAreOfUtcInOrderOfTime) {
  CostPullRequest pr = of_alice();
  pr.operations = {at_time("2026-02-01T01:00:00+02:00", cents(1)),  // still January
                   at_time("2026-02-01T00:00:00Z", cents(2)),
                   at_time("2025-12-31T23:59:59.999Z", cents(4)),
                   operation("m", cents(8))};  // when the pull request was
  CostPullRequest timeless = pr;
  timeless.created_at.reset();
  timeless.operations = {operation("m", cents(16))};
  EXPECT_THAT(keys_and_costs(sums(CostsBy::kMonth, {pr, timeless})),
              ElementsAre(KeyAndCost{"2025-12", cents(4)}, KeyAndCost{"2026-01", cents(9)},
                          KeyAndCost{"2026-02", cents(2)}, KeyAndCost{std::nullopt, cents(16)}));
  EXPECT_THAT(keys_and_costs(sums(CostsBy::kDay, {pr})),
              ElementsAre(KeyAndCost{"2025-12-31", cents(4)}, KeyAndCost{"2026-01-01", cents(8)},
                          KeyAndCost{"2026-01-31", cents(1)}, KeyAndCost{"2026-02-01", cents(2)}));
}

TEST(Costs, ByProjectReviewerAndType) {
  CostPullRequest first = of_alice();
  first.operations = {operation("m", cents(1))};
  CostPullRequest second{"billing", "", std::nullopt, {operation("m", cents(2))}};
  second.operations.front().type = "";
  EXPECT_THAT(keys_and_costs(sums(CostsBy::kProject, {first, second})),
              ElementsAre(KeyAndCost{"billing", cents(2)}, KeyAndCost{"auth", cents(1)}));
  EXPECT_THAT(keys_and_costs(sums(CostsBy::kReviewer, {first, second})),
              ElementsAre(KeyAndCost{std::nullopt, cents(2)}, KeyAndCost{"alice", cents(1)}));
  EXPECT_THAT(keys_and_costs(sums(CostsBy::kType, {first, second})),
              ElementsAre(KeyAndCost{std::nullopt, cents(2)}, KeyAndCost{"PRCreation", cents(1)}));
}

TEST(Costs, APullRequestCountsOnceInEachRowAndOnceInTotal) {
  CostPullRequest pr = of_alice();
  pr.operations = {operation("a", cents(1)), operation("b", cents(1)), operation("a", cents(1))};
  const Costs costs = sums(CostsBy::kModel, {pr, pr, of_alice()});
  ASSERT_EQ(costs.rows.size(), 2u);
  EXPECT_EQ(costs.rows[0].sums.pull_requests, 2);
  EXPECT_EQ(costs.rows[1].sums.pull_requests, 2);
  EXPECT_EQ(costs.total.sums.pull_requests, 2);
  EXPECT_EQ(costs.total.sums.ai_operations, 6);
}

TEST(Costs, SinceIsIncludedAndUntilIsNot) {
  CostPullRequest pr = of_alice();
  pr.operations = {at_time("2026-01-01T00:00:00Z", cents(1)),
                   at_time("2026-01-02T00:00:00Z", cents(2)),
                   at_time("2026-01-03T00:00:00Z", cents(4)), operation("m", cents(8))};
  const Instant from = instant("2026-01-02T00:00:00Z");
  const Instant to = instant("2026-01-03T00:00:00Z");
  EXPECT_EQ(sums(CostsBy::kModel, {pr}, {from, to, {}}).total.sums.cost, cents(2));
  EXPECT_EQ(sums(CostsBy::kModel, {pr}, {from, {}, {}}).total.sums.cost, cents(6));
  EXPECT_EQ(sums(CostsBy::kModel, {pr}, {{}, from, {}}).total.sums.cost, cents(9));
  CostPullRequest timeless = pr;
  timeless.created_at.reset();
  timeless.operations = {operation("m", cents(16))};
  EXPECT_EQ(sums(CostsBy::kModel, {timeless}, {from, {}, {}}).total.sums.cost, Money{});
  EXPECT_EQ(sums(CostsBy::kModel, {timeless}, {{}, to, {}}).total.sums.cost, Money{});
}

TEST(Costs, AReviewerIsMeantLetterForLetter) {
  CostPullRequest alice = of_alice();
  alice.operations = {operation("m", cents(1))};
  CostPullRequest nobody = alice;
  nobody.reviewer = "";
  nobody.operations = {operation("m", cents(2))};
  const auto of = [&](std::string who) {
    return sums(CostsBy::kModel, {alice, nobody}, {{}, {}, std::move(who)}).total.sums.cost;
  };
  EXPECT_EQ(of("alice"), cents(1));
  EXPECT_EQ(of("Alice"), Money{});
  EXPECT_EQ(of(""), cents(2));
}

TEST(Costs, RecomputesWhatHasTokensAndAPrice) {
  model::PriceTable prices;
  model::Price price;
  price.model = "known";
  price.input = {1'000'000'000};
  model::set_price(prices, price);
  CostPullRequest pr = of_alice();
  pr.operations = {operation("known", cents(1)), operation("known", cents(2)),
                   operation("known", Money{}), operation("other", cents(4)),
                   operation("", cents(8))};
  pr.operations[0].tokens.input = 20'000;
  CostsBuilder builder(CostsBy::kModel, {}, &prices);
  builder.add(pr);
  const Costs costs = std::move(builder).finish();
  EXPECT_TRUE(costs.has_recomputed);
  EXPECT_EQ(costs.total.recomputed, (Recomputed{2, cents(1), cents(2)}));
  EXPECT_EQ(costs.total.recomputed.difference(), cents(1));
  EXPECT_EQ(costs.total.sums.cost, cents(15));
  EXPECT_THAT(costs.without_price, ElementsAre(NotRecomputed{"other", 1, cents(4)},
                                               NotRecomputed{std::nullopt, 1, cents(8)}));
  EXPECT_THAT(costs.without_tokens, ElementsAre(NotRecomputed{"known", 1, cents(2)}));
}

TEST(Costs, OfAProjectAreThoseOfAllItsPullRequests) {
  Sample auth("auth");
  auth.task(1, "One").removed();
  auth.pr(1, 1, kClosed, "2026-01-01T00:00:00Z").cost("0.1").cost("1.5e-05");
  auth.pr(2, 77, kOpen, "2026-01-01T00:00:00Z", "").cost("0.000000001");
  const model::Project project = auth.done();
  CostsBuilder builder(CostsBy::kReviewer, {});
  builder.add(SampleRun({project}).run());
  const Costs costs = std::move(builder).finish();
  EXPECT_THAT(keys_and_costs(costs), ElementsAre(KeyAndCost{"alice", Money{100'015'000}},
                                                 KeyAndCost{std::nullopt, Money{1}}));
  EXPECT_EQ(costs.total.sums.cost, model::totals_of(project, instant(kNow)).cost);
}

TEST(Costs, SidesHaveNames) {
  for (const CostsBy by : {CostsBy::kModel, CostsBy::kProject, CostsBy::kReviewer, CostsBy::kType,
                           CostsBy::kDay, CostsBy::kMonth}) {
    EXPECT_EQ(parse_costs_by(to_string(by)), by);
  }
  EXPECT_EQ(parse_costs_by("year"), std::nullopt);
}

}  // namespace
}  // namespace claudestep::query
