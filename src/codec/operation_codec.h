// Owns: operations as JSON, for `apply` (one object a line) and for what a write answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/result.h"
#include "base/value.h"
#include "model/operation.h"

namespace claudestep::codec {

// {"op": "open-pr", "project": "auth", "task": 3, "pr": 42, "branch": "b", ...}: members named as
// the fields of the operation; "task" is an index or an id. Unknown or missing members and an
// unknown "op" are refused with a place and "did you mean"; so is "undo", which is made from the
// history and not from its words.
[[nodiscard]] Result<model::Operation> operation_from_value(const Value& value,
                                                            std::string_view file);

// Reads JSON lines: blank lines are skipped, each other line is one operation. Errors are
// kInvalidInput, placed at the line of the input.
[[nodiscard]] Result<std::vector<model::Operation>> read_operations(std::string_view bytes,
                                                                    std::string_view file);

// Writes `operation` as one JSON object; reading it back gives the same operation, but for "undo".
void write_operation(JsonWriter& writer, const model::Operation& operation);

}  // namespace claudestep::codec
