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

// The one of `known` that `mention` means: itself, or what stands before some of its hyphens, as in
// "FR-101-based"; "" when it is none of them.
template <typename Known>
[[nodiscard]] std::string_view known_id(std::string_view mention, const Known& known) {
  while (!mention.empty() && !known.contains(mention)) {
    const std::size_t hyphen = mention.rfind('-');
    mention = hyphen == std::string_view::npos ? std::string_view() : mention.substr(0, hyphen);
  }
  return mention;
}

// "FR-" or "NFR-" and something with a digit.
[[nodiscard]] bool is_requirement_id(std::string_view id);

// What stands before the last hyphen that a number follows, "BE" of "BE-001"; "" when there is
// none.
[[nodiscard]] std::string_view id_prefix(std::string_view id);

}  // namespace claudestep::model
