// Owns: what yaml-cpp lets pass although YAML does not: looked for in the text, where a node
// begins. Leaves to others: everything that the events tell (yaml_builder.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace claudestep::codec {

struct YamlFault {
  std::size_t offset = 0;
  std::string message;
};

inline constexpr std::string_view kCommentTouches = "expected a space before the comment";

// The byte at `at`, or a line end where the text has none.
[[nodiscard]] inline char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\n';
}

// How a scalar is written, and where it ends if that can be told.
struct ScalarSpan {
  std::size_t begin = 0;  // behind anchor and tag
  char style = 0;         // '"', '\'', '|', '>' or 0 for plain
  std::size_t end = 0;    // of a quoted scalar: behind its quote; of a plain one: its beginning
  std::optional<YamlFault> fault;
};

// Looks at the scalar whose properties or first character are at `offset`. Its further lines must
// have at least `indent` spaces. Faults: a quote that is not closed, an escape that YAML has not, a
// line that is not indented, a comment that touches what is before it, a header of a block scalar.
[[nodiscard]] ScalarSpan look_at_scalar(std::string_view text, std::size_t offset,
                                        std::size_t indent);

// Behind the anchors and tags that begin at `at`, or there.
[[nodiscard]] std::size_t skip_properties(std::string_view text, std::size_t at);

// The fault of anchors and tags that begin at `offset`: one that stands first on its line, after
// fewer than `indent` spaces.
[[nodiscard]] std::optional<YamlFault> look_at_properties(std::string_view text, std::size_t offset,
                                                          std::size_t indent);

// The fault of a key of a block map which no ':' follows. Requires: `key` is plain or quoted, and
// not introduced by '?'.
[[nodiscard]] std::optional<YamlFault> look_behind_key(std::string_view text,
                                                       const ScalarSpan& span,
                                                       std::string_view key);

// Whether the flow sequence or map that begins at `offset` has an end. Brackets in quotes do not
// count; the answer may be wrong where plain text holds a bracket or a quote.
[[nodiscard]] bool is_flow_closed(std::string_view text, std::size_t offset);

// Whether the key at `offset` is introduced by "? ".
[[nodiscard]] bool is_explicit_key(std::string_view text, std::size_t offset);

}  // namespace claudestep::codec
