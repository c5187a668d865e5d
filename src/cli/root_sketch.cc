#include "cli/root_sketch.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/text.h"

namespace claudestep::cli {
namespace {

// More than that tells no more.
constexpr std::size_t kMostKeys = 10'000;

void add_key(Value& object, std::string_view key, ValueKind kind) {
  if (object.members.size() == kMostKeys) return;
  Member member;
  member.key = std::string(key);
  member.value.kind = kind;
  object.members.push_back(std::move(member));
}

// "feature" of "feature: x", of "'feature' :" and of "feature:"; empty for what is no key.
std::string_view key_of_line(std::string_view line) {
  if (line.empty() || std::string_view(" \t#-%{[").find(line.front()) != std::string_view::npos) {
    return {};
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view after = line.substr(colon + 1);
  if (!after.empty() && after.front() != ' ' && after.front() != '\t') return {};
  std::string_view key = trim(line.substr(0, colon));
  const bool is_quoted =
      key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.front() == key.back();
  return is_quoted ? key.substr(1, key.size() - 2) : key;
}

std::string_view next_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Whether a block that begins in the lines `rest` is that of a list, or of nothing.
bool begins_no_map(std::string_view rest) {
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    const std::string_view words = trim(line);
    if (words.empty() || words.front() == '#') continue;
    const bool is_indented = line.front() == ' ' || line.front() == '\t';
    return !is_indented || words == "-" || words.starts_with("- ");
  }
  return false;  // whatever it was going to be
}

ValueKind kind_of_rest(std::string_view said, std::string_view rest) {
  said = trim(said);
  if (said.starts_with('{')) return ValueKind::kObject;
  const bool is_open = said.empty() || said.front() == '#' || said.front() == '&';
  if (!is_open) return ValueKind::kString;
  return begins_no_map(rest) ? ValueKind::kNull : ValueKind::kObject;
}

// Where a key inside of the last one at the root goes; null where that has none.
Value* inner_object(Value& root) {
  const bool is_in_object = !root.members.empty() && root.members.back().value.is_object();
  return is_in_object ? &root.members.back().value : nullptr;
}

void sketch_block(Value& root, std::string_view text) {
  std::size_t inner_indent = 0;  // of the keys in the last one at the root; 0: not seen yet
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    const bool is_end = line.starts_with("---") || line.starts_with("...");
    if (is_end && !root.members.empty()) return;
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view key = key_of_line(line.substr(indent));
    if (key.empty()) continue;
    if (indent == 0) {
      add_key(root, key, kind_of_rest(line.substr(line.find(':') + 1), text));
      inner_indent = 0;
    } else if (Value* inner = inner_object(root)) {
      if (inner_indent == 0) inner_indent = indent;
      if (indent == inner_indent) add_key(*inner, key, ValueKind::kNull);
    }
  }
}

// The end of the string that begins at `at`, behind its closing quote. One that is never closed
// ends with its line.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at + 1;
  }
  return at;
}

ValueKind kind_of_start(std::string_view rest) {
  const std::size_t first = rest.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return ValueKind::kNull;
  if (rest[first] == '{') return ValueKind::kObject;
  return rest[first] == '"' ? ValueKind::kString : ValueKind::kNull;
}

void sketch_flow(Value& root, std::string_view text) {
  constexpr std::size_t kInner = 2;
  std::size_t depth = 0;
  std::size_t word = 0;  // where the last key may have begun
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      word = at;
      at = end_of_string(text, at) - 1;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    if (c == '{' || c == ',') word = at + 1;
    if (c != ':' || word >= at || depth == 0 || depth > kInner) continue;
    std::string_view key = trim(text.substr(word, at - word));
    if (key.size() > 1 && key.front() == '"') key = key.substr(1, key.size() - 2);
    Value* const object = depth == kInner ? inner_object(root) : &root;
    if (object != nullptr) add_key(*object, key, kind_of_start(text.substr(at + 1)));
    word = at + 1;
  }
}

}  // namespace

Value sketch_root(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Value root;
  root.kind = ValueKind::kObject;
  if (trim(text).starts_with('{')) {
    sketch_flow(root, text);
  } else {
    sketch_block(root, text);
  }
  return root;
}

}  // namespace claudestep::cli
