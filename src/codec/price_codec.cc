#include "codec/price_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "codec/json_reader.h"
#include "codec/record_reader.h"

namespace claudestep::codec {

namespace {

using model::Price;

constexpr int kMoneyDigits = 9;
constexpr std::string_view kAmount = "dollars from 0 to 1000000 with at most 9 decimals";
constexpr std::string_view kCurrency = "USD";
constexpr std::int64_t kPerTokens = 1'000'000;

bool is_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > from;
  };
  if (!digits()) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

// Nothing when it is below 0, above the most or too fine.
std::optional<Money> price_amount(std::string_view number) {
  const auto scaled = parse_scaled(number, kMoneyDigits);
  const Money most{model::kMostDollarsAMillion * 1'000'000'000};
  if (!scaled || !scaled->exact || scaled->units < 0 || scaled->units > most.units) {
    return std::nullopt;
  }
  return Money{scaled->units};
}

Result<Money> take_amount(const Found& found) {
  if (!found.value.is_number()) return refuse(found, kAmount);
  const auto amount = price_amount(found.value.text);
  if (!amount) return refuse(found, kAmount);
  return *amount;
}

Result<std::string> take_name(const Found& found) {
  CS_ASSIGN(model::Text name, read_text(found));
  if (trim(name.value).empty()) return refuse(found, "the name of a model");
  return std::move(name.value);
}

// A member that is known but says nothing new: it must be what it always is.
Status take_constant(RecordReader& record, std::string_view name, std::string_view expected) {
  const Value* member = record.take_value(name);
  if (member == nullptr || member->text == expected) return {};
  const Path path = record.path().member(name);
  return refuse({*member, path, record.source()}, expected);
}

Status refuse_unknown(const RecordReader& record, const std::vector<std::string>& known) {
  const std::vector<const Member*> untaken = record.untaken();
  if (untaken.empty()) return {};
  const Member& unknown = *untaken.front();
  Error error =
      Error{record.source().code,
            fmt::format("{} has an unknown member {}", record.path().to_string(),
                        claudestep::quoted(unknown.key))}
          .at(Place{std::string(record.source().file), unknown.mark.line, unknown.mark.column});
  if (const auto meant = nearest(unknown.key, known)) {
    error.hints.push_back(fmt::format("did you mean '{}'?", *meant));
  }
  return fail(std::move(error));
}

Status take_day(RecordReader& record, std::optional<std::string>& day) {
  model::Opt<model::Text> text;
  CS_TRY(record.optional("as_of", text, read_text));
  if (text) day = text->value;
  return {};
}

Result<Price> take_price(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  Price price;
  price.origin = model::PriceOrigin::kFile;
  CS_ASSIGN(price.model, record.required("model", take_name));
  CS_ASSIGN(price.input, record.required("input", take_amount));
  CS_ASSIGN(price.output, record.required("output", take_amount));
  CS_ASSIGN(price.cache_read, record.required("cache_read", take_amount));
  CS_ASSIGN(price.cache_write, record.required("cache_write", take_amount));
  CS_TRY(take_day(record, price.as_of));
  record.take("origin");
  CS_TRY(
      refuse_unknown(record, {"model", "input", "output", "cache_read", "cache_write", "as_of"}));
  return price;
}

// Puts the prices into their order; refuses a model that is there twice, at its second place.
Result<model::PriceTable> table_of(std::vector<Price> prices, const Found& models) {
  model::PriceTable table;
  for (std::size_t at = 0; at < prices.size(); ++at) {
    const std::size_t before = table.size();
    model::set_price(table, std::move(prices[at]));
    if (table.size() != before) continue;
    const Path item = models.path.item(at);
    const Path path = item.member("model");
    return refuse({*models.value.items[at].find("model"), path, models.source},
                  "a model that has no price in this file yet");
  }
  return table;
}

}  // namespace

Result<model::PriceTable> read_prices(std::string bytes, std::string_view file) {
  JsonOptions options;
  options.file = file;
  options.code = ErrorCode::kInvalidInput;
  CS_ASSIGN(const Document document, read_json(std::move(bytes), options));
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  const Path root;
  CS_ASSIGN(RecordReader record, RecordReader::open({document.root(), root, source}));
  CS_TRY(take_constant(record, "kind", "prices"));
  CS_TRY(take_constant(record, "version", "1"));
  CS_TRY(take_constant(record, "currency", kCurrency));
  CS_TRY(take_constant(record, "per_tokens", std::to_string(kPerTokens)));
  std::optional<std::string> day;
  CS_TRY(take_day(record, day));
  std::vector<Price> prices;
  const auto take_models = [&](const Found& found) -> Result<model::PriceTable> {
    CS_TRY(read_items(found, prices, take_price));
    for (std::size_t at = 0; at < prices.size(); ++at) {
      if (found.value.items[at].find("as_of") == nullptr) prices[at].as_of = day;
    }
    return table_of(std::move(prices), found);
  };
  CS_ASSIGN(auto table, record.required("models", take_models));
  CS_TRY(refuse_unknown(record, {"models", "as_of", "currency", "per_tokens", "kind", "version"}));
  return table;
}

Result<Price> read_price(std::string_view model, std::string_view text) {
  Price price;
  price.model = model;
  price.origin = model::PriceOrigin::kConfig;
  const std::array<Money*, 4> amounts = {&price.input, &price.output, &price.cache_read,
                                         &price.cache_write};
  const std::string words = collapse_whitespace(text);
  std::string_view rest = words;
  std::size_t taken = 0;
  for (; taken < amounts.size() && !rest.empty(); ++taken) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const auto amount = is_number(word) ? price_amount(word) : std::nullopt;
    if (!amount) {
      return fail(ErrorCode::kInvalidInput, fmt::format("{} is none of {}", quoted(word), kAmount));
    }
    *amounts[taken] = *amount;
  }
  if (taken == amounts.size() && rest.empty()) return price;
  return fail(
      Error{ErrorCode::kInvalidInput, fmt::format("{} is not four prices", quoted(text))}.hint(
          "dollars for a million tokens of input, output, cache read and cache "
          "write: '5 25 0.50 6.25'"));
}

Result<Money> read_dollars(std::string_view text) {
  if (!is_number(text)) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} is no amount of dollars such as 25 or 0.50", quoted(text)));
  }
  CS_ASSIGN(const auto scaled, parse_scaled(text, kMoneyDigits));
  if (scaled.exact) return Money{scaled.units};
  return fail(ErrorCode::kInvalidInput, fmt::format("{} has more than {} digits after the point",
                                                    quoted(text), kMoneyDigits));
}

}  // namespace claudestep::codec
