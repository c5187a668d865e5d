#include "codec/yaml_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace claudestep::codec {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// Behind the anchor or tag at `at` and the white space after it, which may hold line ends and
// comments.
std::size_t skip_property(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_blank(text[at]) && !is_line_end(text[at])) ++at;
  while (at < text.size() && (is_blank(text[at]) || is_line_end(text[at]) || text[at] == '#')) {
    at = text[at] == '#' ? std::min(text.find('\n', at), text.size()) : at + 1;
  }
  return at;
}

// A new line of a quoted text begins at `at`.
std::optional<YamlFault> look_at_line(std::string_view text, std::size_t at, std::size_t indent) {
  std::size_t spaces = at;
  while (spaces < text.size() && text[spaces] == ' ') ++spaces;
  const std::size_t word = skip_blanks(text, spaces);
  if (word >= text.size() || is_line_end(text[word]) || spaces - at >= indent) return std::nullopt;
  return YamlFault{word, fmt::format("expected the quoted text to go on with at least {} of "
                                     "indentation",
                                     counted(indent, "space"))};
}

// Walks from quote to quote; sets the end or the fault.
void look_at_quoted(std::string_view text, std::size_t indent, ScalarSpan& span) {
  constexpr std::string_view kEscapes = "0abt\tnvfre \"/\\N_LPxuU\n\r";
  for (std::size_t at = span.begin + 1; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      span.fault = look_at_line(text, at + 1, indent);
      if (span.fault) return;
    } else if (c == '\\' && span.style == '"') {
      const char escaped = byte_at(text, at + 1);
      if (kEscapes.find(escaped) == std::string_view::npos) {
        span.fault = YamlFault{at, "expected an escape such as \\n, found a backslash and " +
                                       quoted(std::string_view(&escaped, 1))};
        return;
      }
      if (!is_line_end(escaped)) ++at;
    } else if (c == span.style) {
      if (c != '\'' || byte_at(text, at + 1) != '\'') {
        span.end = at + 1;
        return;
      }
      ++at;
    }
  }
  span.fault = YamlFault{span.begin, "the quoted text that starts here is not closed"};
}

void look_at_header(std::string_view text, ScalarSpan& span) {
  std::size_t at = span.begin + 1;
  while (at < text.size() &&
         std::string_view("0123456789+-").find(text[at]) != std::string_view::npos) {
    ++at;
  }
  const std::size_t word = skip_blanks(text, at);
  const char next = byte_at(text, word);
  const bool comment = next == '#' && word > at;
  if (!comment && !is_line_end(next)) {
    span.fault = YamlFault{word, "expected the end of the line after '|' or '>'"};
  }
}

}  // namespace

std::size_t skip_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) at = skip_property(text, at);
  return at;
}

ScalarSpan look_at_scalar(std::string_view text, std::size_t offset, std::size_t indent) {
  ScalarSpan span;
  span.begin = skip_properties(text, offset);
  span.end = span.begin;
  const char first = byte_at(text, span.begin);
  if (first == '"' || first == '\'') {
    span.style = first;
    look_at_quoted(text, indent, span);
    if (!span.fault && byte_at(text, span.end) == '#') {
      span.fault = YamlFault{span.end, std::string(kCommentTouches)};
    }
  } else if (first == '|' || first == '>') {
    span.style = first;
    look_at_header(text, span);
  }
  return span;
}

std::optional<YamlFault> look_at_properties(std::string_view text, std::size_t offset,
                                            std::size_t indent) {
  for (std::size_t at = offset; byte_at(text, at) == '&' || byte_at(text, at) == '!';) {
    std::size_t start = at;
    while (start > 0 && text[start - 1] == ' ') --start;
    const bool is_first = start == 0 || text[start - 1] == '\n';
    if (is_first && at - start < indent) {
      return YamlFault{
          at, fmt::format("expected at least {} of indentation", counted(indent, "space"))};
    }
    at = skip_property(text, at);
  }
  return std::nullopt;
}

std::optional<YamlFault> look_behind_key(std::string_view text, const ScalarSpan& span,
                                         std::string_view key) {
  std::size_t end = span.end;
  if (span.style == 0) {
    if (text.substr(span.begin, key.size()) != key) return std::nullopt;
    end = span.begin + key.size();
  }
  if (byte_at(text, skip_blanks(text, end)) == ':') return std::nullopt;
  return YamlFault{span.begin, "expected ':' after the key " + quoted(key, 40)};
}

bool is_flow_closed(std::string_view text, std::size_t offset) {
  std::size_t depth = 0;
  for (std::size_t at = offset; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return true;
    if (c != '"' && c != '\'') continue;
    ScalarSpan span{.begin = at, .style = c, .fault = {}};
    look_at_quoted(text, 0, span);
    if (span.fault) return false;
    at = span.end - 1;
  }
  return false;
}

bool is_explicit_key(std::string_view text, std::size_t offset) {
  while (offset > 0 && (is_blank(text[offset - 1]) || is_line_end(text[offset - 1]))) --offset;
  if (offset == 0 || text[offset - 1] != '?') return false;
  // A question that ends the text before is none.
  return offset == 1 || is_blank(text[offset - 2]) || is_line_end(text[offset - 2]);
}

}  // namespace claudestep::codec
