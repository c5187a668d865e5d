#include "codec/yaml_plain.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace claudestep::codec {
namespace {

using Style = YamlBuilder::Style;

constexpr std::string_view kPlainTag = "?";
constexpr std::string_view kQuotedTag = "!";
constexpr int kMostNested = 100;
// What turns out not to be simple is read twice, and this bounds what that can cost.
constexpr std::size_t kLargest = 1U << 20U;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_plain(char c) {
  return is_letter(c) || is_digit(c);
}

bool goes_on_in_brackets(char c) {
  return begins_plain(c) || std::string_view("_./% -").find(c) != std::string_view::npos;
}

bool reads_as_null(std::string_view text) {
  return text == "null" || text == "Null" || text == "NULL";
}

class PlainYaml {
 public:
  PlainYaml(std::string_view text, YamlBuilder& builder) : text_(text), builder_(builder) {}

  bool read() {
    if (!split()) return false;
    skip();
    if (at_ == lines_.size() || lines_[at_].indent != 0) return false;
    builder_.begin_document(lines_[at_].begin);
    return node(0) && at_ == lines_.size();
  }

 private:
  struct Line {
    std::size_t begin;  // of its first character that is no space
    std::size_t end;    // without the line break
    std::size_t indent;

    [[nodiscard]] bool is_blank() const { return begin == end; }
  };

  // False for what is large, and what would have to be looked at more closely: tabs, a carriage
  // return, a marker of documents, an end without a line break.
  bool split() {
    if (text_.empty() || text_.back() != '\n' || text_.size() > kLargest) return false;
    if (text_.find_first_of("\t\r") != std::string_view::npos) return false;
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = text_.find('\n', start);
      std::size_t begin = start;
      while (begin < end && text_[begin] == ' ') ++begin;
      const std::string_view content = text_.substr(begin, end - begin);
      if (begin == start &&
          (content.starts_with("---") || content.starts_with("...") || content.starts_with('%'))) {
        return false;
      }
      lines_.push_back({begin, end, begin - start});
      start = end + 1;
    }
    return true;
  }

  [[nodiscard]] bool is_comment(const Line& line) const {
    return !line.is_blank() && text_[line.begin] == '#';
  }

  // To the next line that says something.
  void skip() {
    while (at_ < lines_.size() && (lines_[at_].is_blank() || is_comment(lines_[at_]))) ++at_;
  }

  [[nodiscard]] bool is_dash(std::size_t offset) const {
    return text_[offset] == '-' && text_[offset + 1] == ' ';
  }

  // Behind the key at `offset`, at its ':'; nothing where there is no plain key.
  [[nodiscard]] std::size_t end_of_key(std::size_t offset) const {
    std::size_t at = offset;
    if (!is_letter(text_[at]) && text_[at] != '_') return std::string_view::npos;
    while (is_letter(text_[at]) || is_digit(text_[at]) || text_[at] == '_' || text_[at] == '-') {
      ++at;
    }
    if (text_[at] != ':' || (text_[at + 1] != ' ' && text_[at + 1] != '\n')) {
      return std::string_view::npos;
    }
    const std::string_view key = text_.substr(offset, at - offset);
    return reads_as_null(key) ? std::string_view::npos : at;
  }

  // The map or sequence whose first line is the present one.
  bool node(int depth) {
    if (depth > kMostNested) return false;
    const Line& first = lines_[at_];
    if (is_dash(first.begin)) return sequence(first.indent, depth);
    if (end_of_key(first.begin) == std::string_view::npos) return false;
    return map(first.begin, first.indent, depth);
  }

  // Whether the present line goes on with what is indented by `indent`; `sure` is false where
  // something else begins that does not belong there.
  bool goes_on(std::size_t indent, bool dashes, bool& sure) {
    skip();
    if (at_ == lines_.size() || lines_[at_].indent < indent) return false;
    sure = lines_[at_].indent == indent && is_dash(lines_[at_].begin) == dashes;
    return sure;
  }

  // A map whose first key is at `offset` of the present line, maybe behind a dash.
  bool map(std::size_t offset, std::size_t indent, int depth) {
    builder_.begin_map(offset, kPlainTag, 0, Style::kBlock);
    for (bool sure = true;;) {
      if (!entry(offset, indent, depth)) return false;
      if (!goes_on(indent, false, sure)) {
        builder_.end();
        return sure;
      }
      offset = lines_[at_].begin;
    }
  }

  bool entry(std::size_t offset, std::size_t indent, int depth) {
    const std::size_t colon = end_of_key(offset);
    if (colon == std::string_view::npos) return false;
    builder_.scalar(offset, kPlainTag, 0, std::string(text_.substr(offset, colon - offset)));
    std::size_t value = colon + 1;
    while (text_[value] == ' ') ++value;
    if (value < lines_[at_].end) return inline_value(value, indent);
    if (value != colon + 1) return false;
    ++at_;
    skip();
    // Nothing, or a sequence that is not indented, is left to the library.
    return at_ < lines_.size() && lines_[at_].indent > indent && node(depth + 1);
  }

  bool sequence(std::size_t indent, int depth) {
    builder_.begin_sequence(lines_[at_].begin, kPlainTag, 0, Style::kBlock);
    for (bool sure = true;;) {
      const std::size_t item = lines_[at_].begin + 2;
      if (item >= lines_[at_].end || text_[item] == ' ' || is_dash(item)) return false;
      const bool is_map = end_of_key(item) != std::string_view::npos;
      if (is_map ? !map(item, indent + 2, depth + 1) : !inline_value(item, indent)) return false;
      if (!goes_on(indent, true, sure)) {
        builder_.end();
        return sure;
      }
    }
  }

  // A value that begins at `offset` of the present line, in something indented by `indent`.
  bool inline_value(std::size_t offset, std::size_t indent) {
    const std::size_t end = lines_[at_].end;
    switch (text_[offset]) {
      case '"':
      case '\'':
        return quoted(offset, end) == end && next_line();
      case '|':
      case '>':
        return block(offset, indent);
      case '[':
        return flow_sequence(offset, end) && next_line();
      case '{':
        return flow_map(offset, end) && next_line();
      default:
        return plain(offset, end) && next_line();
    }
  }

  bool next_line() {
    ++at_;
    return true;
  }

  bool plain(std::size_t offset, std::size_t end) {
    const std::string_view value = text_.substr(offset, end - offset);
    if (!begins_plain(value.front()) || value.back() == ' ' || value.back() == ':' ||
        value.find(": ") != std::string_view::npos || value.find(" #") != std::string_view::npos ||
        reads_as_null(value)) {
      return false;
    }
    builder_.scalar(offset, kPlainTag, 0, std::string(value));
    return true;
  }

  // Where it ends; nothing where it holds an escape or goes on in the next line.
  std::size_t quoted(std::size_t offset, std::size_t end) {
    const char quote = text_[offset];
    const std::size_t close = text_.find(quote, offset + 1);
    if (close >= end) return std::string_view::npos;
    const std::string_view value = text_.substr(offset + 1, close - offset - 1);
    if (quote == '"' && value.find('\\') != std::string_view::npos) return std::string_view::npos;
    if (text_[close + 1] == quote) return std::string_view::npos;
    builder_.scalar(offset, kQuotedTag, 0, std::string(value));
    return close + 1;
  }

  // Lines that are all indented alike; in a literal block further as well.
  bool block(std::size_t offset, std::size_t indent) {
    const std::string_view header = text_.substr(offset, lines_[at_].end - offset);
    const bool folded = header.front() == '>';
    const bool strips = header.size() == 2 && header[1] == '-';
    if (header.size() > 1 && !strips) return false;
    ++at_;
    if (at_ == lines_.size() || lines_[at_].is_blank() || lines_[at_].indent <= indent) {
      return false;
    }
    const std::size_t inside = lines_[at_].indent;
    std::string value;
    for (; at_ < lines_.size() && lines_[at_].indent >= inside; ++at_) {
      const Line& line = lines_[at_];
      if (line.is_blank() || is_comment(line) || text_[line.end - 1] == ' ') return false;
      if (folded && line.indent > inside) return false;
      if (!value.empty()) value += folded ? ' ' : '\n';
      value.append(line.indent - inside, ' ');
      value += text_.substr(line.begin, line.end - line.begin);
    }
    if (at_ < lines_.size() && (lines_[at_].is_blank() || is_comment(lines_[at_]))) return false;
    if (!strips) value += '\n';
    builder_.scalar(offset, kQuotedTag, 0, std::move(value));
    return true;
  }

  // A scalar in brackets; `offset` moves behind it and the spaces that follow.
  bool flow_scalar(std::size_t& offset, std::size_t end) {
    if (text_[offset] == '"' || text_[offset] == '\'') {
      offset = quoted(offset, end);
      if (offset == std::string_view::npos) return false;
    } else {
      if (!begins_plain(text_[offset])) return false;
      std::size_t stop = offset;
      while (goes_on_in_brackets(text_[stop])) ++stop;
      std::string_view value = text_.substr(offset, stop - offset);
      while (value.ends_with(' ')) value.remove_suffix(1);
      if (reads_as_null(value)) return false;
      builder_.scalar(offset, kPlainTag, 0, std::string(value));
      offset = stop;
    }
    while (text_[offset] == ' ') ++offset;
    return offset < end;
  }

  bool flow_sequence(std::size_t offset, std::size_t end) {
    builder_.begin_sequence(offset, kPlainTag, 0, Style::kFlow);
    ++offset;
    while (true) {
      while (text_[offset] == ' ') ++offset;
      if (!flow_scalar(offset, end)) return false;
      if (text_[offset] == ']') break;
      if (text_[offset++] != ',') return false;
    }
    builder_.end();
    return offset + 1 == end;
  }

  bool flow_map(std::size_t offset, std::size_t end) {
    builder_.begin_map(offset, kPlainTag, 0, Style::kFlow);
    ++offset;
    while (true) {
      while (text_[offset] == ' ') ++offset;
      const std::size_t colon = end_of_key(offset);
      if (colon == std::string_view::npos || colon + 1 >= end) return false;
      builder_.scalar(offset, kPlainTag, 0, std::string(text_.substr(offset, colon - offset)));
      offset = colon + 1;
      while (text_[offset] == ' ') ++offset;
      if (!flow_scalar(offset, end)) return false;
      if (text_[offset] == '}') break;
      if (text_[offset++] != ',') return false;
    }
    builder_.end();
    return offset + 1 == end;
  }

  std::string_view text_;
  YamlBuilder& builder_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;  // the present line
};

}  // namespace

bool read_plain_yaml(std::string_view text, YamlBuilder& builder) {
  return PlainYaml(text, builder).read();
}

}  // namespace claudestep::codec
