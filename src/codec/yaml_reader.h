// Owns: YAML (1.2, core schema) into a positioned Value.
// Leaves to others: what the document means (schema/, the typed readers).
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "base/value.h"

namespace claudestep::codec {

struct YamlOptions {
  std::string file = {};                      // for places; "" leaves them without a file
  std::size_t max_depth = 128;                // sequences and maps inside each other
  std::size_t max_values = 1'000'000;         // values and keys of one document
  std::size_t max_copied = 1'000'000;         // of these: values that aliases repeat
  ErrorCode code = ErrorCode::kInvalidInput;  // of every refusal
  bool plain_first =
      true;  // false: simple documents, too, are read by the library, which tests ask
};

// Reads `bytes`, one document; a leading BOM is allowed, and nothing at all is null. Plain scalars
// mean what the core schema says: `yes`, `on` and `2026-01-27` are strings, `1.0` is a number,
// `0x1F` is 31, `~` and nothing are null. Numbers are respelt where JSON spells them otherwise. A
// key is the text of its scalar. Merge keys (`<<`) are honoured: what a map says itself comes
// first.
//
// Refused, each with line and column: a syntax error, duplicate keys (both places named), more than
// one document, a key that is no scalar, a tag outside the core schema, infinity and not-a-number,
// tabs as indentation, bytes and control characters that YAML does not allow, an alias inside its
// own anchor, and whatever exceeds the limits.
//
// The mark of a value is its first character, that of an alias the alias; what is inside an alias
// keeps the places where it is written. A value left out stands at its key or dash.
[[nodiscard]] Result<Document> read_yaml(std::string bytes, const YamlOptions& options = {});

}  // namespace claudestep::codec
