#include "model/prices.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace claudestep::model {
namespace {

constexpr Int128 kNanosADollar = 1'000'000'000;

Price priced(std::string model, Int128 input_nanos) {
  Price price;
  price.model = std::move(model);
  price.input = {input_nanos};
  return price;
}

TEST(Prices, BuiltInOnesAreInOrderAndSane) {
  const PriceTable table = built_in_prices();
  ASSERT_FALSE(table.empty());
  for (std::size_t at = 0; at < table.size(); ++at) {
    const Price& price = table[at];
    SCOPED_TRACE(price.model);
    if (at > 0) {
      EXPECT_LT(table[at - 1].model, price.model);
    }
    EXPECT_LT(price.input, price.output);
    EXPECT_LT(price.cache_read, price.input);
    EXPECT_GT(price.cache_write, price.input);
    EXPECT_EQ(price.as_of, kPricesAsOf);
    EXPECT_EQ(price.origin, PriceOrigin::kBuiltIn);
  }
}

TEST(Prices, FindsByNameThenWithoutItsDateAndNeverByLikeness) {
  const PriceTable table = built_in_prices();
  const auto name_of = [&](std::string_view model) {
    const Price* price = find_price(table, model);
    return price == nullptr ? std::string("none") : price->model;
  };
  EXPECT_EQ(name_of("claude-opus-4-5"), "claude-opus-4-5");
  EXPECT_EQ(name_of("claude-opus-4-5-20251101"), "claude-opus-4-5");
  EXPECT_EQ(name_of("claude-opus-4-20250514"), "claude-opus-4");
  for (const std::string_view model :
       {"", "claude", "claude-opus-4-5-2025110", "claude-opus-4-5-202511011",
        "claude-opus-4-5_20251101", "Claude-Opus-4-5", "claude-opus-4-5[1m]", "-20251101",
        "20251101", "claude-opus-4-5-20251101-20251101"}) {
    EXPECT_EQ(name_of(model), "none") << model;
  }
}

TEST(Prices, AnExactNameWinsOverOneWithoutItsDate) {
  PriceTable table;
  set_price(table, priced("m", 1));
  set_price(table, priced("m-20250101", 2));
  EXPECT_EQ(find_price(table, "m-20250101")->input, Money{2});
  EXPECT_EQ(find_price(table, "m-20250102")->input, Money{1});
}

TEST(Prices, SettingOneTakesThePlaceOfThatName) {
  PriceTable table;
  set_price(table, priced("b", 1));
  set_price(table, priced("a", 2));
  set_price(table, priced("b", 3));
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[0], priced("a", 2));
  EXPECT_EQ(table[1], priced("b", 3));
}

TEST(Prices, CostIsTheSumOfTheFourSorts) {
  Price price;
  price.input = {3 * kNanosADollar};
  price.output = {15 * kNanosADollar};
  price.cache_read = {300'000'000};
  price.cache_write = {3'750'000'000};
  EXPECT_EQ(cost_at(price, {1000, 100, 50'000, 7}),
            Money{3'000'000 + 1'500'000 + 15'000'000 + 26'250});
  EXPECT_EQ(cost_at(price, {}), Money{});
}

TEST(Prices, CostIsRoundedHalfToEven) {
  const Price half = priced("m", 500'000);  // half a nano-dollar a token
  EXPECT_EQ(cost_at(half, {1}), Money{0});
  EXPECT_EQ(cost_at(half, {2}), Money{1});
  EXPECT_EQ(cost_at(half, {3}), Money{2});
  EXPECT_EQ(cost_at(half, {5}), Money{2});
  EXPECT_EQ(cost_at(half, {-1}), Money{0});
  EXPECT_EQ(cost_at(half, {-3}), Money{-2});
  EXPECT_EQ(cost_at(priced("m", 500'001), {1}), Money{1});
  EXPECT_EQ(cost_at(priced("m", 499'999), {1}), Money{0});
}

TEST(Prices, TheMostTokensAtTheMostPriceDoNotOverflow) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  Price price;
  const Money most{kMostDollarsAMillion * kNanosADollar};
  price.input = price.output = price.cache_read = price.cache_write = most;
  EXPECT_EQ(cost_at(price, {kMost, kMost, kMost, kMost}), Money{4 * Int128{kMost} * kNanosADollar});
}

}  // namespace
}  // namespace claudestep::model
