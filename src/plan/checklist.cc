#include "plan/checklist.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"

namespace claudestep::plan {
namespace {

constexpr std::size_t kShortestFence = 3;
constexpr std::size_t kTabStop = 4;
// A fence may be indented by this much; four columns and it is text.
constexpr std::size_t kFenceIndent = 3;
constexpr std::size_t kWidestGap = 4;  // between a marker of a list and what stands behind it
constexpr std::size_t kMostDigits = 9;

// A line without its end, and where it stands.
struct Line {
  std::string_view text;
  std::size_t offset = 0;
  std::uint32_t number = 0;
};

// The lines of a document, one at a time.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Line> next() {
    if (offset_ >= bytes_.size()) return std::nullopt;
    const std::size_t begin = offset_;
    const std::size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
    offset_ = end + 1;
    std::string_view text = bytes_.substr(begin, end - begin);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return Line{text, begin, ++number_};
  }

 private:
  std::string_view bytes_;
  std::size_t offset_ = 0;
  std::uint32_t number_ = 0;
};

// The bytes of white space that `text` begins with, and the columns they take from `column` on.
struct Indent {
  std::size_t bytes = 0;
  std::size_t columns = 0;
};

Indent indent_of(std::string_view text, std::size_t column = 0) {
  Indent indent;
  for (const char c : text) {
    if (c == '\t') {
      indent.columns += kTabStop - (column + indent.columns) % kTabStop;
    } else if (c == ' ' || c == '\f' || c == '\v') {
      ++indent.columns;
    } else {
      break;
    }
    ++indent.bytes;
  }
  return indent;
}

// The run of backticks or tildes that `text` begins with, or nothing when it opens no fence.
std::string_view fence_of(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return {};
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  if (length < kShortestFence) return {};
  // `code` within a line is no fence.
  if (text[0] == '`' && text.find('`', length) != std::string_view::npos) return {};
  return text.substr(0, length);
}

// The length of the marker of a list, "-" or "12.", that `text` begins with; 0 when it has none.
std::size_t marker_of(std::string_view text) {
  std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view ends = length == 0 ? "-*+" : ".)";
  if (length > kMostDigits || length == text.size()) return 0;
  if (ends.find(text[length]) == std::string_view::npos) return 0;
  ++length;
  const bool stands_alone = length == text.size() || text[length] == ' ' || text[length] == '\t';
  return stands_alone ? length : 0;
}

// The block that lines may be inside of, and the items of lists that it may be part of.
class Block {
 public:
  // Whether `line`, in which a task may stand, is part of a fenced block or a comment, or opens
  // one.
  bool holds(const Line& line) {
    const Indent indent = indent_of(line.text);
    const std::string_view text = line.text.substr(indent.bytes);
    if (commented_) {
      commented_ = text.find("-->") == std::string_view::npos;
      return true;
    }
    if (!fence_.empty()) {
      const bool left = !text.empty() && indent.columns < container_;
      if (!left) {
        if (closes(text, indent.columns)) fence_ = {};
        return true;
      }
      fence_ = {};  // the item that it belonged to has ended
    }
    return !text.empty() && opens(text, indent.columns);
  }

 private:
  bool opens(std::string_view text, std::size_t column) {
    while (!items_.empty() && items_.back() > column) items_.pop_back();
    while (const std::size_t marker = marker_of(text)) {
      column += marker;
      text.remove_prefix(marker);
      const Indent gap = indent_of(text, column);
      const bool is_wide = text.size() == gap.bytes || gap.columns > kWidestGap;
      items_.push_back(column + (is_wide ? 1 : gap.columns));
      if (is_wide) return false;  // nothing, or code
      column += gap.columns;
      text.remove_prefix(gap.bytes);
    }
    if (text.starts_with("<!--")) {
      commented_ = text.find("-->") == std::string_view::npos;
      return true;
    }
    fence_ = fence_of(text);
    container_ = items_.empty() ? 0 : items_.back();
    deepest_ = std::max(column, container_ + kFenceIndent);
    return !fence_.empty();
  }

  [[nodiscard]] bool closes(std::string_view text, std::size_t column) const {
    if (column > deepest_) return false;
    const std::size_t length = std::min(text.find_first_not_of(fence_[0]), text.size());
    return length >= fence_.size() && trim(text.substr(length)).empty();
  }

  std::vector<std::size_t> items_;  // the column from which on each open one has its contents
  std::string_view fence_;          // that opened it; empty outside
  std::size_t container_ = 0;       // the least indentation of what is still inside
  std::size_t deepest_ = 0;         // the largest of what may close it
  bool commented_ = false;
};

// "- [ ] text": a bullet, a space, a box, white space or the end, a text.
std::optional<Item> task_on(const Line& line) {
  const std::size_t indent = indent_of(line.text).bytes;
  const std::string_view text = line.text.substr(indent);
  constexpr std::string_view kBox = "- [x] ";
  if (text.size() < kBox.size()) return std::nullopt;
  if (std::string_view("-*+").find(text[0]) == std::string_view::npos) return std::nullopt;
  if (text[1] != ' ' || text[2] != '[' || text[4] != ']') return std::nullopt;
  if (text[5] != ' ' && text[5] != '\t') return std::nullopt;
  const bool open = text[3] == ' ';
  if (!open && text[3] != 'x' && text[3] != 'X') return std::nullopt;
  Item item;
  item.text = trim(text.substr(kBox.size()));
  if (item.text.empty()) return std::nullopt;
  item.checked = !open;
  item.line = line.number;
  item.mark = line.offset + indent + 3;
  return item;
}

Value value_of(ValueKind kind, Mark mark) {
  Value value;
  value.kind = kind;
  value.mark = mark;
  return value;
}

// A box is read three bytes behind its bullet.
Mark bullet_of(std::string_view bytes, const Item& item) {
  const std::size_t bullet = item.mark - 3;
  const std::size_t line = bytes.substr(0, bullet).rfind('\n') + 1;
  return {item.line, static_cast<std::uint32_t>(bullet - line + 1)};
}

}  // namespace

std::vector<Item> read_checklist(std::string_view bytes) {
  std::vector<Item> items;
  Lines lines(bytes);
  Block block;
  while (auto line = lines.next()) {
    if (line->number == 1 && line->text.starts_with(kByteOrderMark)) {
      line->text.remove_prefix(kByteOrderMark.size());
      line->offset += kByteOrderMark.size();
    }
    if (block.holds(*line)) continue;
    auto item = task_on(*line);
    if (!item) continue;
    items.push_back(std::move(*item));
  }
  return items;
}

Value checklist_value(std::string_view bytes) {
  Value tasks = value_of(ValueKind::kArray, {1, 1});
  for (Item& item : read_checklist(bytes)) {
    const Mark mark = bullet_of(bytes, item);
    Value text = value_of(ValueKind::kString, mark);
    text.text = std::move(item.text);
    Value checked = value_of(ValueKind::kBool, mark);
    checked.boolean = item.checked.value_or(false);
    Value& task = tasks.items.emplace_back(value_of(ValueKind::kObject, mark));
    task.members.push_back({"text", {}, mark, std::move(text)});
    task.members.push_back({"checked", {}, mark, std::move(checked)});
  }
  Value root = value_of(ValueKind::kObject, {1, 1});
  root.members.push_back({"tasks", {}, {1, 1}, std::move(tasks)});
  return root;
}

std::string tick(std::string_view bytes, const Item& item) {
  std::string ticked(bytes);
  ticked.at(item.mark) = 'x';
  return ticked;
}

}  // namespace claudestep::plan
