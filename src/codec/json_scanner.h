// Owns: the tokens of a JSON text and where they are: white space, strings, numbers, words.
// Leaves to others: the order in which they may come (json_reader.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

namespace claudestep::codec {

// A cursor over a text that must outlive it. A method that returns false has set error(); nothing
// may be asked of the scanner afterwards.
class JsonScanner {
 public:
  // Requires: a NUL follows the text, as it does in a std::string.
  // Errors get `file` and `code`; the first line of the text is `first_line` of the file.
  JsonScanner(const std::string& text, const std::string& file, std::uint32_t first_line,
              ErrorCode code);

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  // The next byte; NUL at the end.
  [[nodiscard]] char peek() const { return *at_; }
  void skip() { ++at_; }
  void skip_white_space();

  // Where the cursor is.
  [[nodiscard]] Mark mark() const {
    return Mark{.line = line_,
                .column = static_cast<std::uint32_t>(at_ - line_start_ - continuation_bytes_ + 1)};
  }

  // A string. Requires: the cursor is at its opening quote.
  [[nodiscard]] bool string(std::string& text, std::string_view& source);
  // A number. Requires: the cursor is at a digit or '-'.
  [[nodiscard]] bool number(std::string& text, std::string_view& source);
  // Takes `word` if exactly that is next.
  [[nodiscard]] bool word(std::string_view word);

  // Sets the error "expected <what>, found <what is at the cursor>"; false.
  bool expected(std::string_view what);
  bool fail_at(Mark mark, std::string message);
  [[nodiscard]] Error& error() { return *error_; }

 private:
  [[nodiscard]] std::string describe_next() const;
  [[nodiscard]] bool escape(std::string& text);
  [[nodiscard]] bool unicode_escape(std::string& text);
  [[nodiscard]] bool hex4(char32_t& unit);
  [[nodiscard]] bool multi_byte();
  [[nodiscard]] bool digits(std::string_view where);

  const char* at_;
  const char* end_;
  const char* line_start_;
  std::ptrdiff_t continuation_bytes_ = 0;  // of UTF-8, in this line so far
  std::uint32_t line_;
  const std::string& file_;
  ErrorCode code_;
  std::optional<Error> error_;
};

}  // namespace claudestep::codec
