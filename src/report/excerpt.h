// Owns: the line of a file that a finding is about, with a caret under the place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "report/style.h"

namespace claudestep::report {

// A file as lines. Finding a place goes on from the one before in the same line, so that many
// places in one huge line, in their order, are found in one pass.
class SourceText {
 public:
  explicit SourceText(std::string_view bytes);

  struct Spot {
    std::string_view line;   // without its end
    std::size_t offset = 0;  // of the place, in bytes; at most the line's size
  };
  // Lines end with LF, CRLF or CR. Past the last column it is the line's end. A line that is not
  // there is an empty one. A byte order mark counts for nothing.
  [[nodiscard]] Spot find(Mark mark) const;

 private:
  std::string_view bytes_;
  std::vector<std::size_t> starts_;
  mutable Mark last_;
  mutable std::size_t last_offset_ = 0;
};

// Two lines: the number and what stands in the line, and a caret under the place:
//    12 |   priority: hihg
//       |             ^
// They take at most the style's width (80 columns when it has none): a long line is cut on either
// side. Tabs become spaces, control characters visible escapes; the caret stands under the first
// column of what the place shows as.
[[nodiscard]] std::string excerpt(const SourceText& source, Mark mark, const Style& style);

}  // namespace claudestep::report
