#include "codec/price_codec.h"

#include <gmock/gmock.h>

#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using test::FailsWith;
using test::IsOkAndHolds;
using ::testing::ElementsAre;

model::Price price_in_file(std::string model, std::optional<std::string> as_of) {
  model::Price price;
  price.model = std::move(model);
  price.input = {5'000'000'000};
  price.output = {25'000'000'000};
  price.cache_read = {500'000'000};
  price.cache_write = {6'250'000'000};
  price.as_of = std::move(as_of);
  price.origin = model::PriceOrigin::kFile;
  return price;
}

TEST(PriceCodec, ReadsAFileInAnyOrder) {
  EXPECT_THAT(
      read_prices(R"({"as_of": "2026-01-01", "models": [
      {"model": "b", "input": 5, "output": 25.0, "cache_read": 0.50, "cache_write": 6.25},
      {"cache_write": 625e-2, "model": "a", "input": 5, "output": 25, "cache_read": 0.5,
       "as_of": "today", "origin": "built-in"}]})",
                  "prices.json"),
      IsOkAndHolds(ElementsAre(price_in_file("a", "today"), price_in_file("b", "2026-01-01"))));
  EXPECT_THAT(read_prices(R"({"kind": "prices", "version": 1, "currency": "USD",
      "per_tokens": 1000000, "models": []})",
                          "prices.json"),
              IsOkAndHolds(::testing::IsEmpty()));
}

TEST(PriceCodec, RefusesWithThePlace) {
  const auto message_of = [](std::string_view models) {
    const auto result = read_prices("{\"models\": " + std::string(models) + "}", "p.json");
    if (result) return std::string("read");
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
    std::string text = to_string(result.error().place) + ": " + result.error().message;
    for (const std::string& hint : result.error().hints) text += " | " + hint;
    return text;
  };
  EXPECT_EQ(message_of("{}"), "p.json:1:12: models is an object; expected an array");
  EXPECT_EQ(message_of("[{}]"), "p.json:1:13: models[0] has no member 'model'");
  EXPECT_EQ(message_of(R"([{"model": ""}])"),
            R"(p.json:1:23: models[0].model is ""; expected the name of a model)");
  EXPECT_EQ(message_of(R"([{"model": "m", "input": 1, "output": 1, "cache_read": 1}])"),
            "p.json:1:13: models[0] has no member 'cache_write'");
  for (const std::string_view wrong : {"-1", "1000001", "0.0000000001", "1e400", "\"5\"", "null"}) {
    EXPECT_THAT(message_of(R"([{"model": "m", "input": )" + std::string(wrong) + "}]"),
                ::testing::HasSubstr("expected dollars from 0 to 1000000 with at most 9 decimals"));
  }
  const std::string whole = R"("input": 1, "output": 1, "cache_read": 1, "cache_write": 1)";
  EXPECT_EQ(message_of(R"([{"model": "m", )" + whole + R"(, "cache_reed": 1}])"),
            "p.json:1:88: models[0] has an unknown member 'cache_reed' | did you mean "
            "'cache_read'?");
  EXPECT_EQ(message_of(R"([{"model": "m", )" + whole + R"(}, {"model": "m", )" + whole + "}]"),
            R"(p.json:1:99: models[1].model is "m"; expected a model that has no price in this )"
            "file yet");
  EXPECT_THAT(read_prices(R"({"models": [], "currency": "EUR"})", "p.json"),
              FailsWith(ErrorCode::kInvalidInput, R"(currency is "EUR"; expected USD)"));
  EXPECT_THAT(read_prices(R"({"modells": []})", "p.json"),
              FailsWith(ErrorCode::kInvalidInput, "the document has no member 'models'"));
}

TEST(PriceCodec, ReadsFourNumbersOfASetting) {
  model::Price expected = price_in_file("m", std::nullopt);
  expected.origin = model::PriceOrigin::kConfig;
  EXPECT_THAT(read_price("m", "5 25 0.50 6.25"), IsOkAndHolds(expected));
  EXPECT_THAT(read_price("m", "  5\t25.0 0.5  6.25 "), IsOkAndHolds(expected));
  for (const std::string_view few : {"", "5", "5 25 0.5", "5 25 0.5 6.25 7"}) {
    EXPECT_THAT(read_price("m", few), FailsWith(ErrorCode::kInvalidInput, "is not four prices"));
  }
  for (const std::string_view wrong : {"-5", "5,0", "$5", "1e3", "5.", ".5", "0x5", "1000001"}) {
    EXPECT_THAT(read_price("m", std::string(wrong) + " 25 0.5 6.25"),
                FailsWith(ErrorCode::kInvalidInput, "is none of dollars from 0 to 1000000"));
  }
}

TEST(PriceCodec, ReadsDollars) {
  EXPECT_THAT(read_dollars("25"), IsOkAndHolds(Money{25'000'000'000}));
  EXPECT_THAT(read_dollars("0.000000001"), IsOkAndHolds(Money{1}));
  EXPECT_THAT(read_dollars("007.50"), IsOkAndHolds(Money{7'500'000'000}));
  EXPECT_THAT(read_dollars("0"), IsOkAndHolds(Money{}));
  for (const std::string_view wrong : {"", "-1", "$5", "5.", ".5", "1e3", "1,000", "NaN", " 5"}) {
    EXPECT_THAT(read_dollars(wrong),
                FailsWith(ErrorCode::kInvalidInput, "is no amount of dollars such as 25 or 0.50"));
  }
  EXPECT_THAT(read_dollars("0.0000000001"),
              FailsWith(ErrorCode::kInvalidInput, "has more than 9 digits after the point"));
  EXPECT_THAT(read_dollars("9999999999999999999"),
              FailsWith(ErrorCode::kInvalidInput, "too large"));
}

}  // namespace
}  // namespace claudestep::codec
