// Owns: what a scalar is by the core schema of YAML 1.2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/value.h"

namespace claudestep::codec {

// The kind of a plain scalar. `text` is how JSON spells it: of a number, or the text itself.
struct PlainScalar {
  ValueKind kind = ValueKind::kString;
  bool boolean = false;
  std::string text;
  std::string refusal;  // why it can be none: ".inf is a number that JSON has not"; "" otherwise
};
[[nodiscard]] PlainScalar resolve_plain(std::string_view text);

}  // namespace claudestep::codec
