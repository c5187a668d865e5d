// Owns: URI references (RFC 3986) and JSON pointers (RFC 6901), as schemas use them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claudestep::schema {

// `reference` as seen from `base`, both with or without a fragment; that of `base` is dropped.
[[nodiscard]] std::string resolve_uri(std::string_view base, std::string_view reference);

struct SplitUri {
  std::string_view uri;       // what is before '#'
  std::string_view fragment;  // what follows, still percent-encoded
};
[[nodiscard]] SplitUri split_fragment(std::string_view uri);

// Bytes for "%2F" and the like. Nothing when a '%' is not followed by two hex digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

// Appends "/" and the token, '~' and '/' escaped.
void append_pointer(std::string& pointer, std::string_view token);

// Takes the first token off `pointer`, which begins with '/'. Nothing for a wrong escape.
[[nodiscard]] std::optional<std::string> take_token(std::string_view& pointer);

}  // namespace claudestep::schema
