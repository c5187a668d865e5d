// Owns: which prices hold for a command: those built in, and what the user puts in their place.
// Leaves to others: the form of prices (codec/price_codec.h), sums (query/costs.h).
#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "git/repository.h"
#include "model/prices.h"

namespace claudestep::cli {

inline const OptionSpec kPricesOption = {
    .name = "prices",
    .type = ValueType::kFile,
    .value_name = "FILE",
    .help = "prices in the form of 'claudestep prices --json', instead of those configured"};

// The prices built in; over them, model by model, those of the file that claudestep.prices names
// and those of claudestep.MODEL.price; over them those of --prices. `repository` may be null: then
// nothing is configured. kInvalidInput naming the setting or the place in the file.
[[nodiscard]] Result<model::PriceTable> prices_of(const Context& context,
                                                  const Arguments& arguments,
                                                  const git::Repository* repository);

}  // namespace claudestep::cli
