#include "schema/format.h"

#include <algorithm>
#include <array>

#include "schema/format_text.h"
#include "schema/pattern.h"

namespace claudestep::schema {
namespace {

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0) {
      return false;
    }
  }
  return true;
}

bool is_regex(std::string_view text) {
  return Pattern::compile(text).has_value();
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 >= text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  TextCursor at{text};
  if (text.size() > 1 && text.starts_with('0') && text[1] >= '0' && text[1] <= '9') return false;
  if (!at.some_digits()) return false;
  return at.rest == "#" || is_json_pointer(at.rest);
}

struct Format {
  std::string_view name;
  FormatCheck check;
  std::string_view text;
};

constexpr std::array<Format, 14> kFormats{{
    {"date-time", is_date_time, "a date and time such as 2026-01-27T10:00:00Z"},
    {"date", is_date, "a date such as 2026-01-27"},
    {"time", is_time, "a time such as 10:00:00Z"},
    {"duration", is_duration, "a duration such as P3D or PT2H"},
    {"email", is_email, "an e-mail address"},
    {"uri", is_uri, "a URI such as https://example.com/"},
    {"uri-reference", is_uri_reference, "a URI or a relative reference"},
    {"uuid", is_uuid, "a UUID such as 123e4567-e89b-12d3-a456-426614174000"},
    {"regex", is_regex, "a regular expression"},
    {"hostname", is_hostname, "a host name"},
    {"ipv4", is_ipv4, "an IPv4 address"},
    {"ipv6", is_ipv6, "an IPv6 address"},
    {"json-pointer", is_json_pointer, "a JSON pointer"},
    {"relative-json-pointer", is_relative_json_pointer, "a relative JSON pointer"},
}};

const Format* find(std::string_view name) {
  const auto* const found = std::find_if(kFormats.begin(), kFormats.end(),
                                         [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace

FormatCheck find_format(std::string_view name) {
  const Format* format = find(name);
  return format == nullptr ? nullptr : format->check;
}

std::string_view describe_format(std::string_view name) {
  const Format* format = find(name);
  return format == nullptr ? std::string_view() : format->text;
}

}  // namespace claudestep::schema
