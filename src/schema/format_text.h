// Owns: a cursor over the text of a format.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace claudestep::schema {

struct TextCursor {
  std::string_view rest;

  [[nodiscard]] bool done() const { return rest.empty(); }
  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool take_either(char lower) { return take(lower) || take(upper_ascii(lower)); }
  // Exactly `count` digits as a number, or -1.
  int digits(std::size_t count) {
    if (rest.size() < count) return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (rest[i] < '0' || rest[i] > '9') return -1;
      value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  // One digit or more; false when there is none.
  bool some_digits() {
    std::size_t count = 0;
    while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9') ++count;
    rest.remove_prefix(count);
    return count > 0;
  }
};

[[nodiscard]] bool is_date(std::string_view text);
[[nodiscard]] bool is_time(std::string_view text);
[[nodiscard]] bool is_date_time(std::string_view text);
[[nodiscard]] bool is_duration(std::string_view text);
[[nodiscard]] bool is_uri(std::string_view text);
[[nodiscard]] bool is_uri_reference(std::string_view text);
[[nodiscard]] bool is_email(std::string_view text);
[[nodiscard]] bool is_hostname(std::string_view text);
[[nodiscard]] bool is_ipv4(std::string_view text);
[[nodiscard]] bool is_ipv6(std::string_view text);

}  // namespace claudestep::schema
