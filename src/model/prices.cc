#include "model/prices.h"

#include <algorithm>
#include <utility>

#include "base/result.h"

namespace claudestep::model {

namespace {

constexpr Int128 kNanosACent = 10'000'000;
constexpr Int128 kMillion = 1'000'000;
constexpr std::size_t kDateLength = 8;  // 20250929

// A line of the list: cents for a million tokens, which is as fine as list prices are.
struct Listed {
  std::string_view model;
  int input;
  int output;
  int cache_read;
  int cache_write_tenths;  // tenths of a cent: 18.75 dollars are 18750
};

// Writing to the cache costs 1.25 times the input (for five minutes), reading a tenth.
constexpr Listed kListed[] = {
    {"claude-3-5-haiku", 80, 400, 8, 1000},      {"claude-3-5-sonnet", 300, 1500, 30, 3750},
    {"claude-3-7-sonnet", 300, 1500, 30, 3750},  {"claude-3-haiku", 25, 125, 3, 300},
    {"claude-3-opus", 1500, 7500, 150, 18750},   {"claude-3-sonnet", 300, 1500, 30, 3750},
    {"claude-haiku-4-5", 100, 500, 10, 1250},    {"claude-opus-4", 1500, 7500, 150, 18750},
    {"claude-opus-4-0", 1500, 7500, 150, 18750}, {"claude-opus-4-1", 1500, 7500, 150, 18750},
    {"claude-opus-4-5", 500, 2500, 50, 6250},    {"claude-sonnet-4", 300, 1500, 30, 3750},
    {"claude-sonnet-4-0", 300, 1500, 30, 3750},  {"claude-sonnet-4-5", 300, 1500, 30, 3750},
};

Price price_of(const Listed& listed) {
  Price price;
  price.model = listed.model;
  price.input = {listed.input * kNanosACent};
  price.output = {listed.output * kNanosACent};
  price.cache_read = {listed.cache_read * kNanosACent};
  price.cache_write = {listed.cache_write_tenths * (kNanosACent / 10)};
  price.as_of = kPricesAsOf;
  return price;
}

bool is_before(const Price& price, std::string_view model) {
  return price.model < model;
}

const Price* find_exactly(const PriceTable& table, std::string_view model) {
  const auto found = std::lower_bound(table.begin(), table.end(), model, is_before);
  return found != table.end() && found->model == model ? &*found : nullptr;
}

// "claude-sonnet-4-5" of "claude-sonnet-4-5-20250929"; nothing for a name without a date.
std::optional<std::string_view> without_date(std::string_view model) {
  if (model.size() <= kDateLength + 1) return std::nullopt;
  const std::string_view date = model.substr(model.size() - kDateLength);
  if (date.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  model.remove_suffix(kDateLength);
  if (model.back() != '-') return std::nullopt;
  model.remove_suffix(1);
  return model;
}

Int128 divided_half_to_even(Int128 dividend, Int128 divisor) {
  const Int128 sign = dividend < 0 ? -1 : 1;
  const Int128 quotient = dividend / divisor;
  const Int128 twice = 2 * sign * (dividend % divisor);
  const bool away = twice > divisor || (twice == divisor && quotient % 2 != 0);
  return away ? quotient + sign : quotient;
}

}  // namespace

std::string_view to_string(PriceOrigin origin) {
  switch (origin) {
    case PriceOrigin::kBuiltIn:
      return "built-in";
    case PriceOrigin::kFile:
      return "file";
    case PriceOrigin::kConfig:
      return "config";
  }
  abort_with(__FILE__, __LINE__, "an origin that is none");
}

PriceTable built_in_prices() {
  PriceTable table;
  for (const Listed& listed : kListed) set_price(table, price_of(listed));
  return table;
}

void set_price(PriceTable& table, Price price) {
  const auto place = std::lower_bound(table.begin(), table.end(), price.model, is_before);
  if (place != table.end() && place->model == price.model) {
    *place = std::move(price);
  } else {
    table.insert(place, std::move(price));
  }
}

const Price* find_price(const PriceTable& table, std::string_view model) {
  if (const Price* exact = find_exactly(table, model)) return exact;
  const auto family = without_date(model);
  return family ? find_exactly(table, *family) : nullptr;
}

Money cost_at(const Price& price, const Tokens& tokens) {
  const Int128 sum = price.input.units * tokens.input + price.output.units * tokens.output +
                     price.cache_read.units * tokens.cache_read +
                     price.cache_write.units * tokens.cache_write;
  return {divided_half_to_even(sum, kMillion)};
}

}  // namespace claudestep::model
