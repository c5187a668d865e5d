#include "codec/progress_reader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace claudestep::codec {
namespace {

constexpr std::string_view kTitle = "Claude Progress File";
constexpr std::size_t kDeepest = 128;
constexpr std::size_t kLongestHeading = 60;

constexpr auto kPairSections = std::to_array<std::string_view>({"session_info", "current_state"});
constexpr auto kBoxSections =
    std::to_array<std::string_view>({"completed_this_session", "in_progress"});
constexpr auto kListSections = std::to_array<std::string_view>(
    {"blockers", "notes_for_next_session", "key_decisions_made", "questions_for_human"});
constexpr std::string_view kFilesSection = "files_modified_this_session";

struct ProgressLine {
  std::string_view text;  // without its end
  std::uint32_t number = 0;

  [[nodiscard]] std::size_t indent() const {
    return std::min(text.find_first_not_of(' '), text.size());
  }
  [[nodiscard]] bool is_blank() const { return trim(text).empty(); }
  // Where a part of the line begins. Requires: `part` points into the line.
  [[nodiscard]] Mark mark_of(std::string_view part) const {
    std::uint32_t column = 1;
    std::string_view before = text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
    while (!before.empty()) {
      before.remove_prefix(next_utf8(before).size);
      ++column;
    }
    return {number, column};
  }
};

using ProgressLines = std::vector<ProgressLine>;

template <typename Table>
bool is_listed(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

ProgressLines lines_of(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  ProgressLines lines;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string_view text = bytes.substr(0, end);
    if (text.ends_with('\r')) text.remove_suffix(1);
    lines.push_back({text, static_cast<std::uint32_t>(lines.size() + 1)});
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return lines;
}

Value text_value(std::string_view text, Mark mark) {
  Value value;
  value.kind = ValueKind::kString;
  value.text = text;
  value.mark = mark;
  return value;
}

Value empty_value(ValueKind kind, Mark mark) {
  Value value;
  value.kind = kind;
  value.mark = mark;
  return value;
}

void add_member(Value& object, std::string key, Mark mark, Value value) {
  object.members.push_back({std::move(key), {}, mark, std::move(value)});
}

// "session_info" of "Session Info".
std::string key_of_heading(std::string_view heading) {
  std::string key = to_lower_ascii(collapse_whitespace(heading));
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

bool is_none(std::string_view text) {
  while (text.ends_with('.')) text.remove_suffix(1);
  return to_lower_ascii(text) == "none";
}

// What follows the bullet of a line, or nothing when it has none.
std::optional<std::string_view> after_bullet(std::string_view text) {
  const std::string_view line = trim(text);
  if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') {
    return trim(line.substr(2));
  }
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_numbered = digits > 0 && digits + 1 < line.size() &&
                           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  if (is_numbered) return trim(line.substr(digits + 2));
  return std::nullopt;
}

// "BE-001" of "BE-001: text", or "".
std::string_view leading_id(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view id = text.substr(0, colon);
  const bool is_id = id.find('-') != std::string_view::npos && id.front() != '-' &&
                     id.find_first_of(" \t") == std::string_view::npos;
  return is_id ? id : std::string_view();
}

// Cuts "(60% complete)" off the end of `text` and gives the digits, or "".
std::string_view cut_percent(std::string_view& text) {
  constexpr std::string_view kEnd = "% complete)";
  if (!text.ends_with(kEnd)) return {};
  const std::size_t open = text.rfind('(');
  const std::string_view digits = text.substr(open + 1, text.size() - kEnd.size() - open - 1);
  const bool is_number = !digits.empty() && digits.size() <= 9 &&
                         digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return {};
  text = trim(text.substr(0, open));
  return digits;
}

class ProgressReader {
 public:
  ProgressReader(ProgressLines lines, std::string file)
      : lines_(std::move(lines)), file_(std::move(file)) {}

  Result<Value> read() {
    Value root = empty_value(ValueKind::kObject, {1, 1});
    CS_TRY(read_title(root));
    while (at_ < lines_.size()) {
      const ProgressLine& line = lines_[at_];
      if (line.text.starts_with("## ")) {
        CS_TRY(read_section(root));
      } else if (line.is_blank()) {
        ++at_;
      } else {
        return refuse(line, line.text, "expected a section such as '## Session Info'");
      }
    }
    return root;
  }

 private:
  [[nodiscard]] tl::unexpected<Error> refuse(const ProgressLine& line, std::string_view part,
                                             std::string message) const {
    const Mark mark = line.mark_of(part);
    return fail(Error{ErrorCode::kInvalidInput, std::move(message)}.at(
        Place{file_, mark.line, mark.column}));
  }

  Status read_title(Value& root) {
    while (at_ < lines_.size() && lines_[at_].is_blank()) ++at_;
    if (at_ == lines_.size()) {
      return fail(Error{ErrorCode::kInvalidInput, "the file is empty"}.at(Place{file_, 1, 1}));
    }
    const ProgressLine& line = lines_[at_++];
    const std::string_view text = trim(line.text);
    if (!text.starts_with("# ") || trim(text.substr(2)) != kTitle) {
      return refuse(line, line.text, "expected the line '# " + std::string(kTitle) + "'");
    }
    const Mark mark = line.mark_of(text.substr(2));
    add_member(root, "title", mark, text_value(kTitle, mark));
    return {};
  }

  Status read_section(Value& root) {
    const ProgressLine& heading = lines_[at_++];
    const std::string_view name = trim(heading.text.substr(3));
    const std::string key = key_of_heading(name);
    if (root.find(key) != nullptr) {
      return refuse(heading, name,
                    "the section " + quoted(name, kLongestHeading) + " is there already");
    }
    const std::size_t first = at_;
    while (at_ < lines_.size() && !lines_[at_].text.starts_with("## ")) ++at_;
    const ProgressLines body(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                             lines_.begin() + static_cast<std::ptrdiff_t>(at_));
    const Mark mark = heading.mark_of(name);
    CS_ASSIGN(Value value, read_body(key, body, mark));
    add_member(root, key, mark, std::move(value));
    return {};
  }

  Result<Value> read_body(std::string_view key, const ProgressLines& body, Mark mark) {
    if (is_listed(kPairSections, key)) return read_pairs(body, mark);
    if (is_listed(kBoxSections, key)) return read_boxes(body, mark);
    if (is_listed(kListSections, key)) return read_list(body, mark);
    if (key == kFilesSection) return read_files(body, mark);
    return read_text_section(body, mark);
  }

  Result<Value> read_pairs(const ProgressLines& body, Mark mark) {
    Value object = empty_value(ValueKind::kObject, mark);
    for (const ProgressLine& line : body) {
      if (line.is_blank()) continue;
      const std::string_view text = after_bullet(line.text).value_or(trim(line.text));
      const std::size_t colon = text.find(':');
      if (colon == std::string_view::npos || colon == 0) {
        return refuse(line, text, "expected a line 'key: value'");
      }
      const std::string_view key = trim(text.substr(0, colon));
      const std::string_view value = trim(text.substr(colon + 1));
      if (object.find(key) != nullptr) {
        return refuse(line, key, "the key " + quoted(key, kLongestHeading) + " is there already");
      }
      const Mark value_mark = line.mark_of(value.empty() ? text.substr(text.size()) : value);
      add_member(object, std::string(key), line.mark_of(key), text_value(value, value_mark));
    }
    return object;
  }

  // The item of a line after its bullet.
  Result<Value> read_box(const ProgressLine& line, std::string_view text) {
    const bool has_box = text.size() >= 3 && text[0] == '[' && text[2] == ']' &&
                         (text[1] == ' ' || text[1] == 'x' || text[1] == 'X');
    if (!has_box) return refuse(line, text, "expected a checkbox such as '- [x] BE-001: text'");
    const Mark mark = line.mark_of(text);
    Value item = empty_value(ValueKind::kObject, mark);
    Value checked = empty_value(ValueKind::kBool, mark);
    checked.boolean = text[1] != ' ';
    add_member(item, "checked", mark, std::move(checked));
    std::string_view rest = trim(text.substr(3));
    const std::string_view id = rest.empty() ? std::string_view() : leading_id(rest);
    if (!id.empty()) {
      add_member(item, "id", line.mark_of(id), text_value(id, line.mark_of(id)));
      rest = trim(rest.substr(id.size() + 1));
    }
    std::string_view digits = cut_percent(rest);
    const Mark rest_mark = rest.empty() ? mark : line.mark_of(rest);
    add_member(item, "text", rest_mark, text_value(rest, rest_mark));
    if (!digits.empty()) {
      const Mark percent_mark = line.mark_of(digits);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      Value percent = empty_value(ValueKind::kNumber, percent_mark);
      percent.text = digits;
      add_member(item, "percent", percent_mark, std::move(percent));
    }
    return item;
  }

  Result<Value> read_boxes(const ProgressLines& body, Mark mark) {
    // The open items, the outermost first, each with its indentation; an item is put into the one
    // before when it is closed.
    std::vector<std::pair<std::size_t, Value>> open;
    Value list = empty_value(ValueKind::kArray, mark);
    const auto close = [&] {
      Value item = std::move(open.back().second);
      open.pop_back();
      if (open.empty()) return list.items.push_back(std::move(item));
      Value& parent = open.back().second;
      if (parent.find("children") == nullptr) {
        add_member(parent, "children", item.mark, empty_value(ValueKind::kArray, item.mark));
      }
      parent.members.back().value.items.push_back(std::move(item));
    };
    for (const ProgressLine& line : body) {
      if (line.is_blank()) continue;
      const auto text = after_bullet(line.text);
      const bool goes_on = !text && !open.empty() && line.indent() > open.back().first;
      if (goes_on || (!text && open.empty() && is_none(trim(line.text)))) continue;
      if (!text) {
        return refuse(line, trim(line.text), "expected a checkbox such as '- [x] BE-001: text'");
      }
      if (is_none(*text)) continue;
      CS_ASSIGN(Value item, read_box(line, *text));
      while (!open.empty() && open.back().first >= line.indent()) close();
      if (open.size() == kDeepest) return refuse(line, *text, "nested more than 128 levels deep");
      open.emplace_back(line.indent(), std::move(item));
    }
    while (!open.empty()) close();
    return list;
  }

  Result<Value> read_list(const ProgressLines& body, Mark mark) {
    Value list = empty_value(ValueKind::kArray, mark);
    for (const ProgressLine& line : body) {
      if (line.is_blank()) continue;
      const auto bullet = after_bullet(line.text);
      const std::string_view text = bullet.value_or(trim(line.text));
      if (list.items.empty() && is_none(text)) continue;
      if (!bullet && line.indent() > 0 && !list.items.empty()) {
        list.items.back().text += " " + std::string(text);
      } else {
        list.items.push_back(text_value(text, line.mark_of(text)));
      }
    }
    return list;
  }

  Result<Value> read_files(const ProgressLines& body, Mark mark) {
    CS_ASSIGN(Value list, read_list(body, mark));
    for (Value& entry : list.items) {
      std::string_view path = entry.text;
      std::string_view change;
      const std::size_t open = path.rfind(" (");
      if (open != std::string_view::npos && path.ends_with(')')) {
        change = path.substr(open + 2, path.size() - open - 3);
        path = trim(path.substr(0, open));
      }
      Value file = empty_value(ValueKind::kObject, entry.mark);
      add_member(file, "path", entry.mark, text_value(path, entry.mark));
      if (!change.empty()) add_member(file, "change", entry.mark, text_value(change, entry.mark));
      entry = std::move(file);
    }
    return list;
  }

  static Result<Value> read_text_section(const ProgressLines& body, Mark mark) {
    std::string text;
    for (const ProgressLine& line : body) text += std::string(line.text) + "\n";
    return text_value(trim(text), body.empty() ? mark : Mark{body.front().number, 1});
  }

  ProgressLines lines_;
  std::string file_;
  std::size_t at_ = 0;
};

}  // namespace

bool looks_like_progress(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  const std::string_view text = trim(bytes);
  return text.starts_with("# ") && trim(text.substr(2)).starts_with(kTitle);
}

Result<Document> read_progress(std::string bytes, const std::string& file) {
  auto owned = std::make_unique<const std::string>(std::move(bytes));
  const std::string_view view = *owned;
  if (const std::size_t bad = find_invalid_utf8(view); bad != std::string_view::npos) {
    const auto line = static_cast<std::uint32_t>(
        1 + std::count(view.begin(), view.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    return fail(Error{ErrorCode::kInvalidInput, "the file is not UTF-8"}.at(Place{file, line, 1}));
  }
  CS_ASSIGN(Value root, ProgressReader(lines_of(view), file).read());
  return Document(std::move(owned), std::move(root));
}

}  // namespace claudestep::codec
