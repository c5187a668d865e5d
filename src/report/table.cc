#include "report/table.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestName = 6;  // of a name that tells anything

// Appends `text`, which takes `taken` columns, padded to `width` of them; the tone covers the text
// alone.
void append_fitted(std::string& out, std::string_view text, std::size_t taken, Tone tone,
                   Align align, std::size_t width, const Style& style) {
  std::string cut;
  if (taken > width) {
    cut = truncate_to_width(text, width, style.unicode ? "…" : "...");
    text = cut;
    taken = display_width(text);
  }
  const std::size_t padding = width - std::min(width, taken);
  if (align == Align::kRight) out.append(padding, ' ');
  if (tone == Tone::kPlain) {
    out += text;
  } else {
    out += toned(text, tone, style);
  }
  if (align == Align::kLeft) out.append(padding, ' ');
}

}  // namespace

Table::Table(std::vector<Column> columns)
    : columns_(std::move(columns)), natural_(columns_.size(), 0) {
  std::vector<Cell> headings;
  for (const Column& column : columns_) headings.push_back({column.heading, Tone::kFaint});
  add(headings);
}

void Table::add(std::span<const Cell> cells) {
  CS_CHECK(cells.size() == columns_.size());
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const std::string& text = cells[at].text;
    const std::size_t width = display_width(text);
    natural_[at] = std::max(natural_[at], width);
    pieces_.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(width),
                       cells[at].tone});
    texts_ += text;
  }
}

std::size_t Table::total_of(const Layout& layout) const {
  std::size_t total = kIndent + kGap * (layout.shown.size() - 1);
  for (const std::size_t at : layout.shown) total += layout.width[at];
  return total;
}

bool Table::cut(Layout& layout, std::size_t width, std::size_t narrowest) const {
  std::size_t total = total_of(layout);
  while (total > width) {
    std::size_t widest = columns_.size();
    for (const std::size_t at : layout.shown) {
      const std::size_t least = std::min(columns_[at].least, narrowest);
      const bool may_be_cut = least > 0 && layout.width[at] > least;
      const bool wider = widest == columns_.size() || layout.width[at] > layout.width[widest];
      if (may_be_cut && wider) widest = at;
    }
    if (widest == columns_.size()) return false;
    --layout.width[widest];
    --total;
  }
  return true;
}

Table::Layout Table::lay_out(const Style& style) const {
  Layout layout;
  for (std::size_t at = 0; at < columns_.size(); ++at) layout.shown.push_back(at);
  layout.width = natural_;
  if (style.width == 0) return layout;
  while (!cut(layout, style.width, SIZE_MAX)) {
    const auto victim = std::max_element(layout.shown.begin(), layout.shown.end(),
                                         [&](std::size_t a, std::size_t b) {
                                           return columns_[a].expendable < columns_[b].expendable;
                                         });
    if (columns_[*victim].expendable == 0) {
      cut(layout, style.width, kNarrowestName);
      break;
    }
    layout.shown.erase(victim);
    layout.width = natural_;
  }
  return layout;
}

std::string Table::render(const Style& style) const {
  const Layout layout = lay_out(style);
  std::string out;
  out.reserve(texts_.size() * 3 / 2);
  std::vector<std::string_view> texts(columns_.size());
  std::size_t next = 0;
  for (std::size_t row = 0; row < pieces_.size(); row += columns_.size()) {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      texts[at] = std::string_view(texts_).substr(next, pieces_[row + at].size);
      next += texts[at].size();
    }
    const std::size_t begin = out.size();
    out.append(kIndent, ' ');
    for (const std::size_t at : layout.shown) {
      if (at != layout.shown.front()) out.append(kGap, ' ');
      const Piece& piece = pieces_[row + at];
      append_fitted(out, texts[at], piece.width, piece.tone, columns_[at].align, layout.width[at],
                    style);
    }
    out.erase(std::max(begin, out.find_last_not_of(' ') + 1));
    out += '\n';
  }
  return out;
}

}  // namespace claudestep::report
