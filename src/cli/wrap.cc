#include "cli/wrap.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace claudestep::cli {
namespace {

constexpr std::size_t kNarrowest = 20;

// Adds words to lines; a line is finished when the next word does not fit.
class Lines {
 public:
  Lines(std::size_t width, std::size_t indent) : width_(width), indent_(indent, ' ') {}

  void add_word(std::string_view word) {
    const std::size_t gap = line_.empty() ? 0 : 1;
    if (!line_.empty() &&
        indent_.size() + display_width(line_) + gap + display_width(word) > width_) {
      end_line();
    }
    if (!line_.empty()) line_ += ' ';
    line_ += word;
  }

  void end_line() {
    if (!line_.empty()) out_ += indent_ + line_ + "\n";
    line_.clear();
  }

  void add_verbatim(std::string_view line) {
    end_line();
    out_ += indent_;
    out_ += line;
    out_ += '\n';
  }

  void add_blank() {
    end_line();
    out_ += '\n';
  }

  [[nodiscard]] std::string finish() && {
    end_line();
    return std::move(out_);
  }

 private:
  std::size_t width_;
  std::string indent_;
  std::string line_;
  std::string out_;
};

void add_words(Lines& lines, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) lines.add_word(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  Lines lines(std::max(width, indent + kNarrowest), indent);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (line.empty())
      lines.add_blank();
    else if (line.front() == ' ')
      lines.add_verbatim(line);
    else
      add_words(lines, line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return std::move(lines).finish();
}

std::string indented(std::string_view text, std::size_t by) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    if (end != 0) out.append(by, ' ');  // an empty line stays empty
    out.append(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

std::string term_line(std::string_view term, std::string_view meaning, std::size_t column,
                      std::size_t width) {
  std::string out = "  " + std::string(term);
  const std::string beside = wrapped(meaning, width, column);
  const std::size_t used = display_width(out);
  if (used + 2 > column) return out + "\n" + beside;
  return out + beside.substr(std::min(used, beside.size()));
}

}  // namespace claudestep::cli
