#include "report/table.h"

#include <algorithm>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;

// Appends the text padded to `width` columns; the tone covers the text alone.
void append_fitted(std::string& out, const Cell& cell, Align align, std::size_t width,
                   const Style& style) {
  std::string_view text = cell.text;
  std::string cut;
  std::size_t taken = display_width(text);
  if (taken > width) {
    cut = truncate_to_width(text, width, style.unicode ? "…" : "...");
    text = cut;
    taken = display_width(text);
  }
  const std::size_t padding = width - std::min(width, taken);
  if (align == Align::kRight) out.append(padding, ' ');
  if (cell.tone == Tone::kPlain) {
    out += text;
  } else {
    out += toned(text, cell.tone, style);
  }
  if (align == Align::kLeft) out.append(padding, ' ');
}

}  // namespace

void Table::add(std::vector<Cell> cells) {
  CS_CHECK(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(display_width(column.heading));
  for (const auto& row : rows_) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      widths[at] = std::max(widths[at], display_width(row[at].text));
    }
  }
  return widths;
}

Table::Layout Table::lay_out(const Style& style) const {
  const std::vector<std::size_t> natural = natural_widths();
  Layout layout;
  for (std::size_t at = 0; at < columns_.size(); ++at) layout.shown.push_back(at);
  while (true) {
    layout.width = natural;
    std::size_t total = kIndent + kGap * (layout.shown.size() - 1);
    for (const std::size_t at : layout.shown) total += natural[at];
    if (style.width == 0) return layout;

    while (total > style.width) {
      std::size_t widest = columns_.size();
      for (const std::size_t at : layout.shown) {
        const bool may_be_cut = columns_[at].least > 0 && layout.width[at] > columns_[at].least;
        const bool wider = widest == columns_.size() || layout.width[at] > layout.width[widest];
        if (may_be_cut && wider) widest = at;
      }
      if (widest == columns_.size()) break;
      --layout.width[widest];
      --total;
    }
    if (total <= style.width) return layout;

    const auto victim = std::max_element(layout.shown.begin(), layout.shown.end(),
                                         [&](std::size_t a, std::size_t b) {
                                           return columns_[a].expendable < columns_[b].expendable;
                                         });
    if (columns_[*victim].expendable == 0) return layout;
    layout.shown.erase(victim);
  }
}

std::string Table::render(const Style& style) const {
  const Layout layout = lay_out(style);
  std::string out;
  const auto line = [&](const std::vector<Cell>& cells) {
    const std::size_t begin = out.size();
    out.append(kIndent, ' ');
    for (const std::size_t at : layout.shown) {
      if (at != layout.shown.front()) out.append(kGap, ' ');
      append_fitted(out, cells[at], columns_[at].align, layout.width[at], style);
    }
    out.erase(std::max(begin, out.find_last_not_of(' ') + 1));
    out += '\n';
  };

  std::vector<Cell> headings;
  for (const Column& column : columns_) headings.push_back({column.heading, Tone::kFaint});
  line(headings);
  for (const auto& row : rows_) line(row);
  return out;
}

}  // namespace claudestep::report
