// Owns: how `prices` shows.
#pragma once

#include <string>

#include "model/prices.h"
#include "report/style.h"

namespace claudestep::report {

[[nodiscard]] std::string prices_text(const model::PriceTable& prices, const Style& style);
// A document that codec::read_prices takes.
[[nodiscard]] std::string prices_json(const model::PriceTable& prices);

}  // namespace claudestep::report
