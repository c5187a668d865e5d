// Owns: a YAML text as yaml-cpp has to be told it: what YAML allows and the library does not, or
// the other way about, stands in it in disguise, as control characters, which no YAML text holds.
// Byte for byte as long as the text, so that offsets are the same. Leaves to others: everything
// that the library reads as YAML says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claudestep::codec {

// `text` where '?' inside plain text, and '#' right behind a comma or bracket, are in disguise: the
// one ends text in brackets for the library, the other begins a comment.
[[nodiscard]] std::string disguise_yaml(std::string_view text);

// The library takes a key of a flow map only on one line. Puts the key at `offset` of the disguised
// text on one, with the ':', ',' or '}' that follows. False, and nothing changed, where it is on
// one already or has no end.
[[nodiscard]] bool join_key(std::string& disguised, std::size_t offset);

// What a scalar or tag of the disguised text is in the text itself.
[[nodiscard]] std::string revealed(std::string_view told);

// Whether a plain scalar as told by the library is a comment that touches what is before it.
[[nodiscard]] bool is_hidden_comment(std::string_view told);

}  // namespace claudestep::codec
