#include "report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "base/text.h"
#include "base/utf8.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kWidthOfNone = 80;
constexpr std::size_t kNarrowest = 30;  // below it a line would show nothing
constexpr std::size_t kTabStop = 4;
constexpr std::size_t kNumberWidth = 5;  // digits of a line number, at least
constexpr std::size_t kAfterCaret = 24;  // columns that a cut line keeps after the place

// One character as it is shown.
struct Glyph {
  std::string text;
  std::size_t width = 0;
  bool is_tab = false;
};

Glyph cell_of(std::string_view character) {
  if (character == "\t") return {"", kTabStop, true};
  std::string text = escape_for_terminal(character);
  const std::size_t width = display_width(text);
  return {std::move(text), width, false};
}

std::size_t start_of_last(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
  // Bytes that are no UTF-8 are characters of their own.
  return at + next_utf8(text.substr(at)).size == text.size() ? at : text.size() - 1;
}

struct Window {
  std::deque<Glyph> before;  // what the place is after
  std::deque<Glyph> after;   // the place and what follows
  bool cut_left = false;
  bool cut_right = false;
};

// The last characters of `text`, of at most `room` columns.
std::size_t take_before(std::string_view text, std::size_t room, Window& window) {
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t at = start_of_last(text);
    Glyph cell = cell_of(text.substr(at));
    if (used + cell.width > room) break;
    used += cell.width;
    window.before.push_front(std::move(cell));
    text = text.substr(0, at);
  }
  // A mark that belongs to a character that was cut off would join the dots.
  while (!text.empty() && !window.before.empty() && window.before.front().width == 0) {
    window.before.pop_front();
  }
  window.cut_left = !text.empty();
  return used;
}

std::size_t take_after(std::string_view text, std::size_t room, Window& window) {
  std::size_t used = 0;
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    Glyph cell = cell_of(text.substr(0, next.size));
    if (used + cell.width > room) break;
    used += cell.width;
    window.after.push_back(std::move(cell));
    text.remove_prefix(next.size);
  }
  window.cut_right = !text.empty();
  return used;
}

Window window_around(std::string_view line, std::size_t offset, std::size_t room,
                     std::size_t dots) {
  const std::string_view before = line.substr(0, offset);
  const std::string_view after = line.substr(offset);
  Window whole;
  const std::size_t width = take_after(after, room, whole);
  if (!whole.cut_right) {
    take_before(before, room - width, whole);
    if (!whole.cut_left) return whole;
  }
  // It does not fit: the place keeps some of what follows, the rest goes to what is before.
  Window cut;
  const std::size_t kept = std::min(width, std::min(kAfterCaret, room / 2));
  const std::size_t used = take_before(before, room - kept - 2 * dots, cut);
  take_after(after, room - used - (cut.cut_left ? dots : 0) - dots, cut);
  return cut;
}

// Appends the cells to a text that is `column` columns wide; tabs reach the next stop.
void append_cells(const std::deque<Glyph>& cells, std::string& text, std::size_t& column) {
  for (const Glyph& cell : cells) {
    const std::size_t width = cell.is_tab ? kTabStop - column % kTabStop : cell.width;
    text += cell.is_tab ? std::string(width, ' ') : cell.text;
    column += width;
  }
}

// What a CI runner takes for a command in the middle of a line; each byte keeps its column.
void defuse(std::string& text) {
  for (std::size_t at = text.find("##["); at != std::string::npos; at = text.find("##[", at)) {
    text[at] = '*';
  }
}

}  // namespace

SourceText::SourceText(std::string_view bytes) : bytes_(without_byte_order_mark(bytes)) {
  starts_.push_back(0);
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    const bool is_crlf = bytes_[at] == '\r' && at + 1 < bytes_.size() && bytes_[at + 1] == '\n';
    if (bytes_[at] == '\n' || (bytes_[at] == '\r' && !is_crlf)) starts_.push_back(at + 1);
  }
}

SourceText::Spot SourceText::find(Mark mark) const {
  if (mark.line == 0 || mark.line > starts_.size()) return {};
  const std::size_t start = starts_[mark.line - 1];
  const std::size_t end = mark.line < starts_.size() ? starts_[mark.line] : bytes_.size();
  std::string_view line = bytes_.substr(start, end - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);

  const bool goes_on = last_.line == mark.line && last_.column <= mark.column;
  std::uint32_t column = goes_on ? last_.column : 1;
  std::size_t offset = goes_on ? last_offset_ : 0;
  while (column < mark.column && offset < line.size()) {
    offset += next_utf8(line.substr(offset)).size;
    ++column;
  }
  last_ = {mark.line, column};
  last_offset_ = offset;
  return {line, offset};
}

std::string excerpt(const SourceText& source, Mark mark, const Style& style) {
  const SourceText::Spot spot = source.find(mark);
  const std::string number = fmt::format("{:>{}}", mark.line, kNumberWidth);
  const std::size_t gutter = number.size() + 3;
  const std::size_t width =
      std::max(style.width == 0 ? kWidthOfNone : style.width, gutter + kNarrowest);
  const std::string dots = style.unicode ? "…" : "...";
  const std::size_t dots_width = style.unicode ? 1 : dots.size();
  const Window window = window_around(spot.line, spot.offset, width - gutter, dots_width);

  std::string line = window.cut_left ? dots : "";
  std::size_t column = window.cut_left ? dots_width : 0;
  append_cells(window.before, line, column);
  const std::size_t caret = column;
  append_cells(window.after, line, column);
  defuse(line);
  if (window.cut_right) line += dots;
  while (line.ends_with(' ')) line.pop_back();

  std::string text = toned(number + " |", Tone::kFaint, style);
  text += (line.empty() ? "" : " " + line) + "\n";
  text += toned(std::string(number.size(), ' ') + " |", Tone::kFaint, style);
  text += " " + std::string(caret, ' ') + toned("^", Tone::kWarning, style) + "\n";
  return text;
}

}  // namespace claudestep::report
