// Owns: aligned columns of text that fit a width.
#pragma once

#include <cstddef>
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
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // Requires: one cell a column.
  void add(std::vector<Cell> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  // Each line indented by two, without trailing spaces: headings, then the rows. Where a line would
  // be wider than the style's width, columns that may be cut are, the widest first, then expendable
  // ones are left out; if that is not enough the lines stay too wide.
  [[nodiscard]] std::string render(const Style& style) const;

 private:
  struct Layout {
    std::vector<std::size_t> shown;  // positions of the columns that are there
    std::vector<std::size_t> width;  // by position
  };
  [[nodiscard]] Layout lay_out(const Style& style) const;
  [[nodiscard]] std::vector<std::size_t> natural_widths() const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace claudestep::report
