// Owns: strict JSON (RFC 8259) into a positioned Value.
// Leaves to others: what the document means (project_reader.h, schema/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

namespace claudestep::codec {

struct JsonOptions {
  std::string file = {};         // for places; "" leaves them without a file
  std::uint32_t first_line = 1;  // of `bytes` in the file
  std::size_t max_depth = 128;   // arrays and objects inside each other
  // Values and keys of one document. Each takes a hundred bytes and more, so that a file of a
  // hundred megabytes made of "[]," cannot take the machine.
  std::size_t max_values = 4'000'000;
  ErrorCode code = ErrorCode::kCorrupt;  // of every refusal: kInvalidInput for a caller's file
};

// Reads `bytes`, a leading BOM allowed. Refused, each with line, column and what was expected: a
// syntax error, duplicate keys (compared decoded; both places named), bad UTF-8, a lone surrogate
// escape, nesting past the limit, anything after the value, nothing at all. Never recursion without
// bound; linear in the size of `bytes`.
[[nodiscard]] Result<Document> read_json(std::string bytes, const JsonOptions& options = {});

}  // namespace claudestep::codec
