// Owns: what in a text may be the id of a requirement or a task, and whether a text is such an id.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace claudestep::model {

struct IdMention {
  std::string_view id;     // points into the text
  std::size_t offset = 0;  // in bytes
};

// Runs of letters, digits, `_` and `-` that begin with a letter, have a hyphen and a digit after
// it: "FR-101", "BE-001", "FR-101-based". In the order they stand; linear in the text.
[[nodiscard]] std::vector<IdMention> find_ids(std::string_view text);

// "FR-" or "NFR-" and something with a digit.
[[nodiscard]] bool is_requirement_id(std::string_view id);

// What stands before the last hyphen that a number follows, "BE" of "BE-001"; "" when there is
// none.
[[nodiscard]] std::string_view id_prefix(std::string_view id);

}  // namespace claudestep::model
