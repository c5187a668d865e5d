// Owns: what a million tokens of each model cost, and what an operation's tokens come to.
// Leaves to others: tables from files and settings (codec/price_codec.h), sums (query/costs.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace claudestep::model {

// The most that a million tokens may cost, so that no amount of tokens overflows a sum.
inline constexpr Int128 kMostDollarsAMillion = 1'000'000;

enum class PriceOrigin : std::uint8_t { kBuiltIn, kFile, kConfig };
[[nodiscard]] std::string_view to_string(PriceOrigin origin);  // "built-in", "file", "config"

// Dollars for a million tokens of each sort.
struct Price {
  std::string model;
  Money input;
  Money output;
  Money cache_read;
  Money cache_write;
  std::optional<std::string> as_of;  // the day the price was looked up, as its source spells it
  PriceOrigin origin = PriceOrigin::kBuiltIn;

  bool operator==(const Price&) const = default;
};

using PriceTable = std::vector<Price>;  // by name, each name once

// The list prices that this version was built with, a snapshot of the day kPricesAsOf.
inline constexpr std::string_view kPricesAsOf = "2025-12-01";
[[nodiscard]] PriceTable built_in_prices();

// Puts `price` into its place, instead of the one of that name if there is one.
void set_price(PriceTable& table, Price price);

// The price of that name, else that of the name without a date at its end
// ("claude-sonnet-4-5-20250929"), else null: never that of a model whose name is merely like it.
[[nodiscard]] const Price* find_price(const PriceTable& table, std::string_view model);

struct Tokens {
  std::int64_t input = 0;  // without those of the cache
  std::int64_t output = 0;
  std::int64_t cache_read = 0;
  std::int64_t cache_write = 0;

  [[nodiscard]] bool any() const {
    return input != 0 || output != 0 || cache_read != 0 || cache_write != 0;
  }
  bool operator==(const Tokens&) const = default;
};

// What the tokens come to, to the nano-dollar, half to even.
[[nodiscard]] Money cost_at(const Price& price, const Tokens& tokens);

}  // namespace claudestep::model
