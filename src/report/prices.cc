#include "report/prices.h"

#include <utility>

#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::int64_t kPerTokens = 1'000'000;
constexpr std::size_t kLeastModel = 16;

void write_price(JsonWriter& writer, const model::Price& price) {
  writer.begin_object();
  write_text(writer, "model", price.model);
  write_cost(writer, "input", price.input);
  write_cost(writer, "output", price.output);
  write_cost(writer, "cache_read", price.cache_read);
  write_cost(writer, "cache_write", price.cache_write);
  write_text_or_null(writer, "as_of", price.as_of);
  write_text(writer, "origin", model::to_string(price.origin));
  writer.end_object();
}

}  // namespace

std::string prices_text(const model::PriceTable& prices, const Style& style) {
  Table table({{"MODEL", Align::kLeft, kLeastModel},
               {"INPUT", Align::kRight},
               {"OUTPUT", Align::kRight},
               {"CACHE READ", Align::kRight},
               {"CACHE WRITE", Align::kRight},
               {"AS OF", Align::kLeft, 0, 2},
               {"FROM", Align::kLeft, 0, 1}});
  for (const model::Price& price : prices) {
    const bool own = price.origin != model::PriceOrigin::kBuiltIn;
    table.add({{safe(price.model)},
               {format_dollars(price.input)},
               {format_dollars(price.output)},
               {format_dollars(price.cache_read)},
               {format_dollars(price.cache_write)},
               {price.as_of ? safe(*price.as_of) : "-"},
               {std::string(model::to_string(price.origin)), own ? Tone::kStrong : Tone::kPlain}});
  }
  std::string text = toned("dollars for a million tokens", Tone::kStrong, style) + "\n\n";
  text += table.render(style);
  text += "\nthe built-in ones are list prices of " + std::string(model::kPricesAsOf) +
          "; `claudestep help prices` says how to put yours in their place\n";
  return text;
}

std::string prices_json(const model::PriceTable& prices) {
  JsonWriter writer = begin_answer("prices");
  write_text(writer, "as_of", model::kPricesAsOf);
  write_text(writer, "currency", "USD");
  write_count(writer, "per_tokens", kPerTokens);
  writer.key("models").begin_array();
  for (const model::Price& price : prices) write_price(writer, price);
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
