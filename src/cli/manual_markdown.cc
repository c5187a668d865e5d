#include "cli/manual_markdown.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace claudestep::cli {
namespace {

using Kind = ManualBlock::Kind;

// The words of a line: links without where they lead, no stars. Code stays in its backticks.
std::string plain_words(std::string_view line) {
  std::string out;
  bool code = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '`') code = !code;
    const std::size_t bracket =
        code || line[at] != '[' ? std::string_view::npos : line.find("](", at);
    const std::size_t end = bracket == std::string_view::npos ? bracket : line.find(')', bracket);
    if (end != std::string_view::npos) {
      out += plain_words(line.substr(at + 1, bracket - at - 1));
      at = end;
    } else if (!code && line.substr(at, 2) == "**") {
      ++at;
    } else {
      out += line[at];
    }
  }
  return out;
}

// "- ", "1. " and what they are followed by; 0 when the line begins no item.
std::size_t marker_size(std::string_view line) {
  if (line.starts_with("- ")) return 2;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && line.substr(digits, 2) == ". " ? digits + 2 : 0;
}

bool is_table(std::string_view line) {
  return line.starts_with("|");
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line.substr(at, 2) == "\\|") {
      cell += line[++at];
    } else if (line[at] == '|') {
      cells.push_back(plain_words(trim(cell)));
      cell.clear();
    } else {
      cell += line[at];
    }
  }
  return cells;
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) {
    while (!text.empty()) lines_.push_back(cut_line(text));
  }

  std::vector<ManualSection> sections() && {
    while (at_ < lines_.size()) read_block();
    return std::move(sections_);
  }

 private:
  [[nodiscard]] bool more() const { return at_ < lines_.size(); }
  [[nodiscard]] std::string_view line() const { return lines_[at_]; }

  void add(ManualBlock block) {
    if (sections_.empty()) sections_.push_back({"DESCRIPTION", {}});
    sections_.back().blocks.push_back(std::move(block));
  }

  void read_block() {
    if (line().empty() || line().starts_with("<!--") || line().starts_with("# ")) {
      ++at_;
    } else if (line().starts_with("#")) {
      read_heading();
    } else if (line().starts_with("```")) {
      read_fence();
    } else if (line().starts_with("    ")) {
      read_indented();
    } else if (is_table(line())) {
      read_table();
    } else if (marker_size(line()) > 0) {
      read_items();
    } else {
      add({.text = read_paragraph(line())});
    }
  }

  void read_heading() {
    const std::size_t level = line().find(' ');
    ManualSection section;
    section.title = plain_words(line().substr(std::min(level, line().size() - 1) + 1));
    section.title.erase(std::remove(section.title.begin(), section.title.end(), '`'),
                        section.title.end());
    section.is_part = level > 2 && !sections_.empty();
    sections_.push_back(std::move(section));
    ++at_;
  }

  void read_fence() {
    std::string text;
    for (++at_; more() && !line().starts_with("```"); ++at_) text.append(line()) += '\n';
    ++at_;
    add_exact(std::move(text));
  }

  void read_indented() {
    std::string text;
    for (; more() && line().starts_with("    "); ++at_) text.append(line().substr(4)) += '\n';
    add_exact(std::move(text));
  }

  void add_exact(std::string text) {
    if (text.empty()) return;
    text.pop_back();
    add({.kind = Kind::kExact, .text = std::move(text)});
  }

  // The paragraph that begins with `first`, which stands in the current line.
  std::string read_paragraph(std::string_view first) {
    std::string text(first);
    for (++at_; more() && !ends_paragraph(line()); ++at_) {
      text += ' ';
      text += trim(line());
    }
    return plain_words(text);
  }

  static bool ends_paragraph(std::string_view line) {
    return line.empty() || line.starts_with("#") || line.starts_with("```") || is_table(line) ||
           marker_size(line) > 0;
  }

  void read_items() {
    ManualBlock block = {.kind = Kind::kItems};
    for (std::size_t size = 0; more() && (size = marker_size(line())) > 0;) {
      const std::string marker(line().substr(0, size - 1));
      block.terms.emplace_back(marker, read_paragraph(line().substr(size)));
    }
    add(std::move(block));
  }

  void read_table() {
    const std::vector<std::string> header = cells_of(line());
    ManualBlock block = {.kind = Kind::kTerms};
    for (at_ += 2; more() && is_table(line()); ++at_) {
      const std::vector<std::string> cells = cells_of(line());
      if (cells.empty()) continue;
      std::string meaning;
      for (std::size_t column = 1; column < cells.size(); ++column) {
        if (cells[column].empty()) continue;
        if (!meaning.empty()) meaning += "\n\n";
        const bool named = cells.size() > 2 && column < header.size() && !header[column].empty();
        meaning += (named ? header[column] + ": " : "") + cells[column];
      }
      std::string term = cells.front();
      term.erase(std::remove(term.begin(), term.end(), '`'), term.end());
      block.terms.emplace_back(std::move(term), std::move(meaning));
    }
    add(std::move(block));
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::vector<ManualSection> sections_;
};

}  // namespace

std::vector<ManualSection> sections_of_markdown(std::string_view text) {
  return MarkdownReader(text).sections();
}

}  // namespace claudestep::cli
