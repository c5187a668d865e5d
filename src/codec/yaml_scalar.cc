#include "codec/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace claudestep::codec {
namespace {

bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

std::size_t leading_digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?, which is every whole number too.
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t whole = leading_digits(text);
  text.remove_prefix(whole);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::size_t fraction = leading_digits(text);
    if (whole + fraction == 0) return false;
    text.remove_prefix(fraction);
  } else if (whole == 0) {
    return false;
  }
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  text = without_sign(text.substr(1));
  return !text.empty() && leading_digits(text) == text.size();
}

// JSON knows no "+1", "007", ".5" and "1.".
std::string respelt_decimal(std::string_view text) {
  std::string out = text.starts_with('-') ? "-" : "";
  text = without_sign(text);
  const std::size_t whole = leading_digits(text);
  const std::size_t zeros = std::min(text.find_first_not_of('0'), whole);
  out += zeros == whole ? "0" : std::string(text.substr(zeros, whole - zeros));
  text.remove_prefix(whole);
  if (text.starts_with('.') && (text.size() == 1 || !is_decimal_digit(text[1]))) {
    text.remove_prefix(1);
  }
  return out.append(text);
}

// "0o17" and "0x1F"; nothing for what is neither.
std::optional<PlainScalar> based_number(std::string_view text) {
  const int base = text.starts_with("0x") ? 16 : 8;
  if (text.size() < 3 || (base == 8 && !text.starts_with("0o"))) return std::nullopt;
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 2, end, value, base);
  if (read.ptr != end || text[2] == '-') return std::nullopt;
  PlainScalar scalar{.kind = ValueKind::kNumber, .text = std::to_string(value), .refusal = {}};
  if (read.ec != std::errc()) {
    scalar.refusal = fmt::format("the number {} is larger than 64 bits hold", text.substr(0, 40));
  }
  return scalar;
}

}  // namespace

PlainScalar resolve_plain(std::string_view text) {
  if (text.empty() || one_of(text, {"~", "null", "Null", "NULL"})) {
    return {.kind = ValueKind::kNull, .text = {}, .refusal = {}};
  }
  const bool yes = one_of(text, {"true", "True", "TRUE"});
  if (yes || one_of(text, {"false", "False", "FALSE"})) {
    return {.kind = ValueKind::kBool, .boolean = yes, .text = {}, .refusal = {}};
  }
  if (is_decimal(text)) {
    return {.kind = ValueKind::kNumber, .text = respelt_decimal(text), .refusal = {}};
  }
  if (auto number = based_number(text)) return *std::move(number);
  PlainScalar scalar{.text = std::string(text), .refusal = {}};
  if (one_of(without_sign(text), {".inf", ".Inf", ".INF"}) ||
      one_of(text, {".nan", ".NaN", ".NAN"})) {
    scalar.refusal = fmt::format("{} is a number that JSON does not have", text);
  }
  return scalar;
}

}  // namespace claudestep::codec
