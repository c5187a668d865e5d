#include "codec/yaml_disguise.h"

#include <algorithm>
#include <utility>

#include "codec/yaml_checks.h"
#include "codec/yaml_quoted.h"

namespace claudestep::codec {
namespace {

constexpr char kQuestion = '\x01';
constexpr char kHash = '\x02';
constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kIndicators = ",[]{}";

bool is_one_of(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

// Whether plain text is going on before `at`, which blanks come before: as far as the line tells.
bool goes_on_before(std::string_view text, std::size_t at) {
  const std::size_t line = text.rfind('\n', at) + 1;
  const std::string_view before = text.substr(line, at - line);
  const std::size_t last = before.find_last_not_of(kBlanks);
  if (last == std::string_view::npos || is_one_of("[{,:-?", before[last])) return false;
  if (before.find('#') != std::string_view::npos) return false;
  const std::size_t word = before.substr(0, last).find_last_of(kBlanks) + 1;
  return !is_one_of("&!*", before[word]);
}

// Whether the '?' at `at` is text, not what introduces a key.
bool is_text(std::string_view text, std::size_t at) {
  const char next = byte_at(text, at + 1);
  if (!is_one_of(kSpaces, next) && !is_one_of(kIndicators, next)) return true;
  if (at == 0 || is_one_of("\n[{,", text[at - 1])) return false;
  // Behind a key in quotes ':' stands alone, elsewhere it is text as well.
  if (text[at - 1] == ':') return at > 1 && !is_one_of("\"']}", text[at - 2]);
  return !is_one_of(kBlanks, text[at - 1]) || goes_on_before(text, at);
}

// Behind the plain text of a flow collection that begins at `at`, and what is white before its end.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  for (; at < text.size(); ++at) {
    const char next = byte_at(text, at + 1);
    if (is_one_of(kIndicators, text[at])) break;
    if (text[at] == ':' && (is_one_of(kSpaces, next) || is_one_of(kIndicators, next))) break;
    if (text[at] == '#' && at > begin && is_one_of(kSpaces, text[at - 1])) break;
  }
  while (at > begin && is_one_of(kSpaces, text[at - 1])) --at;
  return at;
}

// Behind white space and comments.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '#') at = std::min(text.find('\n', at), text.size());
    if (!is_one_of(kSpaces, byte_at(text, at))) break;
  }
  return std::min(at, text.size());
}

}  // namespace

std::string disguise_yaml(std::string_view text) {
  std::string disguised(text);
  for (std::size_t at = text.find_first_of("?#"); at != std::string_view::npos;
       at = text.find_first_of("?#", at + 1)) {
    if (text[at] == '?' && is_text(text, at)) disguised[at] = kQuestion;
    if (text[at] == '#' && at > 0 && is_one_of(kIndicators, text[at - 1])) disguised[at] = kHash;
  }
  return disguised;
}

bool join_key(std::string& disguised, std::size_t offset) {
  const ScalarSpan span = look_at_scalar(disguised, offset, 0);
  if (span.fault || span.style == '|' || span.style == '>') return false;
  const std::size_t end = span.style == 0 ? end_of_plain(disguised, span.begin) : span.end;
  if (end == span.begin) return false;
  bool joined = fold_lines(disguised, span.begin, end, span.style);
  const std::size_t next = skip_spaces(disguised, end);
  if (!is_one_of(":,}", byte_at(disguised, next))) return joined;
  for (std::size_t at = end; at < next; ++at) {
    joined = joined || disguised[at] == '\n';
    disguised[at] = ' ';
  }
  return joined;
}

std::string revealed(std::string_view told) {
  std::string text(told);
  if (text.find_first_of("\x01\x02\x03\x04") == std::string::npos) return text;
  std::replace(text.begin(), text.end(), kQuestion, '?');
  std::replace(text.begin(), text.end(), kHash, '#');
  return unfolded(std::move(text));
}

bool is_hidden_comment(std::string_view told) {
  return told.starts_with(kHash);
}

}  // namespace claudestep::codec
