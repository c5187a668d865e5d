#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/price_settings.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "model/operation_parts.h"
#include "report/prices.h"

namespace claudestep::cli {

namespace {

// The prices that those models have, by the rules by which operations are priced.
Result<model::PriceTable> chosen_prices(const model::PriceTable& prices,
                                        const std::vector<std::string>& models) {
  model::PriceTable chosen;
  for (const std::string& model : models) {
    if (const model::Price* price = model::find_price(prices, model)) {
      model::set_price(chosen, *price);
      continue;
    }
    Error error{ErrorCode::kNotFound, "no price for the model " + quoted(model)};
    std::vector<std::string> names;
    for (const model::Price& price : prices) names.push_back(price.model);
    if (const auto near = nearest(model, names)) {
      error.hints.push_back("did you mean " + quoted(*near) + "?");
    }
    error.hints.push_back("git config " +
                          model::shell_word("claudestep." + model + ".price", "KEY") +
                          " 'INPUT OUTPUT CACHE-READ CACHE-WRITE'");
    return fail(std::move(error));
  }
  return chosen;
}

Result<int> run_prices(Context& context, const Arguments& arguments) {
  // Outside a repository there is nothing configured, and the prices built in are an answer.
  const auto repository = open_repository(context, arguments);
  if (!repository &&
      (repository.error().code != ErrorCode::kNotFound || arguments.has("git-dir"))) {
    return fail(repository.error());
  }
  CS_ASSIGN(auto prices, prices_of(context, arguments, repository ? &*repository : nullptr));
  if (arguments.has("MODEL")) {
    CS_ASSIGN(prices, chosen_prices(prices, arguments.all("MODEL")));
  }
  context.out(arguments.json() ? report::prices_json(prices)
                               : report::prices_text(prices, style_of(context)));
  return 0;
}

}  // namespace

extern const CommandSpec kPricesCommand = {
    .name = "prices",
    .group = Group::kLook,
    .kind = CommandKind::kFree,
    .summary = "show what tokens of each model cost, as 'costs --recompute' reckons",
    .example = "claudestep prices",
    .description =
        "In dollars for a million tokens of input, output, reading and writing the cache. Those "
        "built in are a snapshot of list prices; what you pay may differ, and you can say so:\n\n"
        "The setting claudestep.MODEL.price holds four prices of one model: git config "
        "claudestep.claude-opus-4-5.price '5 25 0.50 6.25'. The setting claudestep.prices names a "
        "file in the form that 'claudestep prices --json' prints. Each replaces the models that it "
        "names; a single setting wins over the file, and --prices over both.\n\n"
        "A model is priced under its own name, else without the date at its end: "
        "claude-sonnet-4-5-20250929 as claude-sonnet-4-5. No price is ever guessed.",
    .operands =
        {{.name = "MODEL", .help = "these models only", .optional = true, .repeatable = true}},
    .options = {kPricesOption},
    .json_kind = "prices",
    .run = run_prices,
    .more_codes = "356",
};

}  // namespace claudestep::cli
