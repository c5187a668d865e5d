// Addresses: URIs (RFC 3986), host names (RFC 1123), mail (RFC 5321), IP.
#include <algorithm>

#include "base/ascii.h"
#include "schema/format_text.h"

namespace claudestep::schema {
namespace {

bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool is_hex(char c) {
  return hex_value(c) >= 0;
}

// Unreserved characters, escapes, and those of `others`.
bool only(std::string_view text, std::string_view others) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
    } else if (!is_alnum(c) && std::string_view("-._~").find(c) == std::string_view::npos &&
               others.find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

constexpr std::string_view kSubDelimiters = "!$&'()*+,;=";
constexpr std::string_view kPathCharacters = "!$&'()*+,;=:@/";
constexpr std::string_view kQueryCharacters = "!$&'()*+,;=:@/?";

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    if (!only(text.substr(0, at), "!$&'()*+,;=:")) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !is_ipv6(text.substr(1, end - 1))) return false;
    port = text.substr(end + 1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (!only(text.substr(0, colon), kSubDelimiters)) return false;
    port = text.substr(colon);
  }
  if (port.empty()) return true;
  return port.front() == ':' && port.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// What may follow the scheme, or stand without one.
bool is_relative_part(std::string_view text) {
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    if (!only(text.substr(hash + 1), kQueryCharacters)) return false;
    text = text.substr(0, hash);
  }
  if (const std::size_t query = text.find('?'); query != std::string_view::npos) {
    if (!only(text.substr(query + 1), kQueryCharacters)) return false;
    text = text.substr(0, query);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (!is_authority(text.substr(0, slash))) return false;
    text.remove_prefix(slash);
  }
  return only(text, kPathCharacters);
}

// Of the scheme, without ':'; 0 when there is none.
std::size_t scheme_size(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_alnum(text.front()) ||
      std::isdigit(static_cast<unsigned char>(text.front())) != 0) {
    return 0;
  }
  const std::string_view scheme = text.substr(0, colon);
  const bool legal = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_alnum(c) || c == '+' || c == '-' || c == '.';
  });
  return legal ? colon : 0;
}

bool is_group(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_hex);
}

bool is_atom_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 &&
         (is_alnum(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos);
}

bool is_local_part(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return true;
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '.' || is_atom_character(c); });
}

}  // namespace

bool is_uri(std::string_view text) {
  const std::size_t scheme = scheme_size(text);
  return scheme > 0 && is_relative_part(text.substr(scheme + 1));
}

bool is_uri_reference(std::string_view text) {
  if (is_uri(text)) return true;
  // A colon in the first segment would make it a scheme.
  const std::size_t segment = std::min(text.find_first_of("/?#"), text.size());
  return text.substr(0, segment).find(':') == std::string_view::npos && is_relative_part(text);
}

bool is_hostname(std::string_view text) {
  if (text.empty() || text.size() > 253) return false;
  while (true) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view label = text.substr(0, dot);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') {
      return false;
    }
    if (!std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) || c == '-'; })) {
      return false;
    }
    if (dot == text.size()) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_ipv4(std::string_view text) {
  TextCursor at{text};
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && !at.take('.')) return false;
    const std::size_t size = std::min(at.rest.find_first_not_of("0123456789"), at.rest.size());
    if (size == 0 || size > 3 || (size > 1 && at.rest.front() == '0')) return false;
    if (at.digits(size) > 255) return false;
  }
  return at.done();
}

bool is_ipv6(std::string_view text) {
  int groups = 0;
  bool gap = false;
  if (text.starts_with("::")) {
    gap = true;
    text.remove_prefix(2);
  }
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos && text.find('.') != std::string_view::npos) {
      if (!is_ipv4(text)) return false;
      groups += 2;
      break;
    }
    if (!is_group(text.substr(0, colon))) return false;
    ++groups;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
    if (text.empty()) return false;
    if (!text.starts_with(':')) continue;
    if (gap) return false;
    gap = true;
    text.remove_prefix(1);
  }
  return gap ? groups < 8 : groups == 8;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || !is_local_part(text.substr(0, at))) return false;
  const std::string_view domain = text.substr(at + 1);
  if (domain.size() < 2 || domain.front() != '[' || domain.back() != ']') {
    return is_hostname(domain);
  }
  const std::string_view literal = domain.substr(1, domain.size() - 2);
  return literal.starts_with("IPv6:") ? is_ipv6(literal.substr(5)) : is_ipv4(literal);
}

}  // namespace claudestep::schema
