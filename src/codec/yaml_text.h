// Owns: the lines of a YAML text: which characters it may hold, and where an offset is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace claudestep::codec {

class YamlText {
 public:
  // `bytes` without BOM; must outlive this.
  explicit YamlText(std::string_view bytes);

  struct Fault {
    Mark mark;
    std::string message;
  };
  // The first character that YAML does not allow.
  [[nodiscard]] std::optional<Fault> find_fault();

  // The place of a byte; past the end, that of the end. Quick when asked from front to back.
  [[nodiscard]] Mark mark_at(std::size_t offset);
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  struct Indent {
    bool is_first = false;  // nothing but white space comes before it on its line
    bool has_tab = false;
    std::size_t spaces = 0;  // at the beginning of the line
  };
  // What is before `offset` on its line; said once a line, of what is asked for first.
  [[nodiscard]] Indent indent_at(std::size_t offset);

 private:
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;

  std::string_view bytes_;
  std::vector<std::size_t> starts_;  // of lines
  std::size_t marked_ = 0;           // the offset that was asked for last,
  std::size_t column_ = 1;           // and its column
  std::size_t checked_line_ = std::string_view::npos;
};

}  // namespace claudestep::codec
