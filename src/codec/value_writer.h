// Owns: a Value as JSON text.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "base/value.h"

namespace claudestep::codec {

enum class Spelling {
  kKept,   // strings and keys as the document spelt them, where the value still knows
  kPlain,  // as JsonWriter spells them
};

// Tells `writer` the value. Numbers keep their spelling always. Recursion is as deep as the value,
// which its reader bounds.
void write_value(JsonWriter& writer, const Value& value, Spelling spelling = Spelling::kPlain);

// The value on one line, every token letter for letter as the document spelt it.
[[nodiscard]] std::string compact_json(const Value& value);

// The token of a key, quotes included, as the document spelt it.
[[nodiscard]] std::string key_token(const Member& member);

}  // namespace claudestep::codec
