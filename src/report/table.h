// Owns: aligned columns of text that fit a width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "report/style.h"
#include "report/text.h"

namespace claudestep::report {

enum class Align { kLeft, kRight };

struct Column {
  std::string heading;
  Align align = Align::kLeft;
  std::size_t least = 0;  // 0: never cut; else it may be cut down to this many columns to fit
  int expendable = 0;  // 0: always there; else left out where cutting is not enough, greatest first
};

struct Cell {
  std::string text;  // on one line, safe for a terminal
  Tone tone = Tone::kPlain;
};

class Table {
 public:
  explicit Table(std::vector<Column> columns);

  // Requires: one cell a column.
  void add(const std::vector<Cell>& cells) { add(std::span<const Cell>(cells)); }
  template <std::size_t N>
  void add(const Cell (&cells)[N]) {
    add(std::span<const Cell>(cells));
  }
  void reserve(std::size_t rows) { pieces_.reserve((rows + 1) * columns_.size()); }
  [[nodiscard]] bool empty() const { return pieces_.size() == columns_.size(); }

  // Each line indented by two, without trailing spaces: headings, then the rows. Where a line would
  // be wider than the style's width, columns that may be cut are, the widest first, then expendable
  // ones are left out, then what may be cut is cut further; if that is not enough the lines stay
  // too wide.
  [[nodiscard]] std::string render(const Style& style) const;

 private:
  // A cell as it is kept. The texts lie one behind the other: a table may have ten thousand lines.
  struct Piece {
    std::uint32_t size = 0;   // of its text, in bytes
    std::uint32_t width = 0;  // in columns
    Tone tone = Tone::kPlain;
  };
  struct Layout {
    std::vector<std::size_t> shown;  // positions of the columns that are there
    std::vector<std::size_t> width;  // by position
  };
  void add(std::span<const Cell> cells);
  [[nodiscard]] std::size_t total_of(const Layout& layout) const;
  // Cuts columns that may be, the widest first, until the lines fit, down to `narrowest` where
  // their least is more. Whether they fit.
  bool cut(Layout& layout, std::size_t width, std::size_t narrowest) const;
  [[nodiscard]] Layout lay_out(const Style& style) const;

  std::vector<Column> columns_;
  std::vector<std::size_t> natural_;  // widths of the widest cells
  std::vector<Piece> pieces_;         // row by row, the headings first
  std::string texts_;
};

}  // namespace claudestep::report
