// Owns: prices as people write them: a JSON file, or four numbers of a setting.
// Leaves to others: where they are looked for (cli/prices.h).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/prices.h"

namespace claudestep::codec {

// The prices of a file, in the form that `prices --json` prints: an object with `models`, an array
// of {model, input, output, cache_read, cache_write} in dollars for a million tokens. Errors are
// kInvalidInput with their place: a member that is unknown, missing or no such amount, a model
// given twice.
[[nodiscard]] Result<model::PriceTable> read_prices(std::string bytes, std::string_view file);

// The price of `model` from "5 25 0.50 6.25": input, output, cache read, cache write.
// kInvalidInput saying what is wrong, without the setting's name.
[[nodiscard]] Result<model::Price> read_price(std::string_view model, std::string_view text);

// An amount of dollars: a JSON number of at most nine digits after the point, 0 or more.
// kInvalidInput otherwise.
[[nodiscard]] Result<Money> read_dollars(std::string_view text);

}  // namespace claudestep::codec
