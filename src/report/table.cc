#include "report/table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;

// The text padded to `width` columns; the tone covers the text alone.
std::string fitted(const Cell& cell, Align align, std::size_t width, const Style& style) {
  std::string text = cell.text;
  if (display_width(text) > width) {
    text = truncate_to_width(text, width, style.unicode ? "…" : "...");
  }
  const std::string padding(width - std::min(width, display_width(text)), ' ');
  const std::string shown = toned(text, cell.tone, style);
  return align == Align::kLeft ? shown + padding : padding + shown;
}

}  // namespace

void Table::add(std::vector<Cell> cells) {
  CS_CHECK(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths(const Style& style) const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(display_width(column.heading));
  for (const auto& row : rows_) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      widths[at] = std::max(widths[at], display_width(row[at].text));
    }
  }
  if (style.width == 0) return widths;

  const std::size_t fixed = kIndent + kGap * (columns_.size() - 1);
  std::size_t total = std::accumulate(widths.begin(), widths.end(), fixed);
  while (total > style.width) {
    std::size_t widest = columns_.size();
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const bool may_be_cut = columns_[at].least > 0 && widths[at] > columns_[at].least;
      if (may_be_cut && (widest == columns_.size() || widths[at] > widths[widest])) widest = at;
    }
    if (widest == columns_.size()) break;
    --widths[widest];
    --total;
  }
  return widths;
}

std::string Table::render(const Style& style) const {
  const std::vector<std::size_t> width = widths(style);
  std::string out;
  const auto line = [&](const std::vector<Cell>& cells) {
    std::string text(kIndent, ' ');
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at > 0) text.append(kGap, ' ');
      text += fitted(cells[at], columns_[at].align, width[at], style);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  };

  std::vector<Cell> headings;
  for (const Column& column : columns_) headings.push_back({column.heading, Tone::kFaint});
  line(headings);
  for (const auto& row : rows_) line(row);
  return out;
}

}  // namespace claudestep::report
