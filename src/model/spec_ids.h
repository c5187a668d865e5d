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

// `mention` without a last part that is a word, "FR-101" of "FR-101-based"; itself when the last
// part is one of an id: it has a digit, or is a single letter.
[[nodiscard]] std::string_view without_word(std::string_view mention);

// The one of `known` that `mention` means: itself, or what stands before words that end it, as in
// "FR-101-based"; "" when it is none of them.
template <typename Known>
[[nodiscard]] std::string_view known_id(std::string_view mention, const Known& known) {
  while (!known.contains(mention)) {
    const std::string_view shorter = without_word(mention);
    if (shorter.size() == mention.size()) return {};
    mention = shorter;
  }
  return mention;
}

// "FR-" or "NFR-" and something with a digit.
[[nodiscard]] bool is_requirement_id(std::string_view id);

// What stands before the first hyphen that a digit follows, "BE" of "BE-001" and "BE-001a"; "" when
// there is none.
[[nodiscard]] std::string_view id_prefix(std::string_view id);

// Whether somebody who wrote `written` may have meant `id`, by a slip of the pen: in letter case,
// hyphens, leading zeros, a letter behind the number or two neighbours that changed places. Another
// number is another id, however near.
[[nodiscard]] bool is_slip_of(std::string_view written, std::string_view id);

}  // namespace claudestep::model
