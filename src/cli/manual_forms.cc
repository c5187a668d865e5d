#include "cli/manual_forms.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "cli/wrap.h"

namespace claudestep::cli {
namespace {

using Kind = ManualBlock::Kind;

constexpr std::size_t kSourceWidth = 76;  // lines of roff that are easy to read
constexpr std::size_t kPageIndent = 4;
constexpr std::size_t kPageTermColumn = 28;

// What roff would take for its own or would set as another character than the one that is typed.
std::string_view roff_name(char c) {
  switch (c) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return {};
  }
}

// `text` with nothing in it that roff would take for its own. What stands between backticks is
// bold.
std::string roff(std::string_view text) {
  const bool paired = std::count(text.begin(), text.end(), '`') % 2 == 0;
  bool bold = false;
  bool line_begins = true;
  std::string out;
  for (const char c : text) {
    if (line_begins && c == '.') out += "\\&";
    line_begins = c == '\n';
    if (c == '`') {
      bold = paired && !bold;
      out += !paired ? "\\(ga" : bold ? "\\fB" : "\\fR";
    } else if (const std::string_view name = roff_name(c); !name.empty()) {
      out += name;
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string exact_as_roff(std::string_view lines) {
  return ".nf\n" + bold(lines) + "\n.fi\n";
}

// Paragraphs after each other; the first follows a heading, which makes one by itself.
std::string prose_as_roff(std::string_view text, bool first) {
  std::string out;
  bool break_before = !first;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    const std::string_view paragraph = text.substr(0, end);
    if (break_before) out += ".PP\n";
    break_before = true;
    if (paragraph.front() == ' ')
      out += exact_as_roff(paragraph);
    else
      out += roff(wrapped(paragraph, kSourceWidth));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return out;
}

// Each part with spaces that cannot break, so that lines end between parts.
std::string usage_as_roff(const std::vector<std::string>& parts, bool first) {
  std::string out = first ? "" : ".br\n";
  for (std::size_t at = 0; at < parts.size(); ++at) {
    std::string part = at == 0 ? bold(parts[at]) : roff(parts[at]);
    for (std::size_t space = part.find(' '); space != std::string::npos;
         space = part.find(' ', space + 2)) {
      part.insert(space, 1, '\\');
    }
    out += part + "\n";
  }
  return out;
}

std::string terms_as_roff(const ManualBlock& block) {
  std::string out;
  for (const auto& [term, meaning] : block.terms) {
    std::string text = roff(wrapped(meaning, kSourceWidth));
    for (std::size_t gap = text.find("\n\n"); gap != std::string::npos; gap = text.find("\n\n")) {
      text.replace(gap, 2, "\n.br\n");
    }
    out += ".TP\n" + bold(term) + "\n" + text;
  }
  return out;
}

std::string items_as_roff(const ManualBlock& block) {
  std::string out;
  for (const auto& [marker, text] : block.terms) {
    out += ".IP " + (marker == "-" ? "\\(bu" : roff(marker)) + " 4\n" +
           roff(wrapped(text, kSourceWidth));
  }
  return out;
}

std::string block_as_roff(const ManualBlock& block, bool first) {
  switch (block.kind) {
    case Kind::kProse:
      return prose_as_roff(block.text, first);
    case Kind::kUsage:
      return usage_as_roff(block.parts, first);
    case Kind::kExact:
      return (first ? "" : ".PP\n") + exact_as_roff(block.text);
    case Kind::kItems:
      return items_as_roff(block);
    case Kind::kTerms:
      break;
  }
  return terms_as_roff(block);
}

std::string usage_as_text(const std::vector<std::string>& parts, std::size_t width) {
  // Stands for a space at which no line may break; becomes one when the lines are made.
  constexpr char kFixed = '\x1f';
  std::string text;
  for (std::string part : parts) {
    std::replace(part.begin(), part.end(), ' ', kFixed);
    text += (text.empty() ? "" : " ") + part;
  }
  const std::string lines = wrapped(text, width - kPageIndent, kPageIndent);
  const std::size_t first = lines.find('\n') + 1;
  std::string out = lines.substr(0, first) + indented(lines.substr(first), kPageIndent);
  std::replace(out.begin(), out.end(), kFixed, ' ');
  return out;
}

std::string terms_as_text(const ManualBlock& block, std::size_t width) {
  std::string out;
  for (const auto& [term, meaning] : block.terms) {
    out += indented(term_line(term, meaning, kPageTermColumn - 2, width - 2), 2);
  }
  return out;
}

std::string items_as_text(const ManualBlock& block, std::size_t width) {
  std::string out;
  for (const auto& [marker, text] : block.terms) {
    const std::string lead = std::string(kPageIndent, ' ') + marker;
    const std::string lines = wrapped(text, width, lead.size() + 1);
    out += lead + (lines.empty() ? "\n" : lines.substr(lead.size()));
  }
  return out;
}

std::string block_as_text(const ManualBlock& block, std::size_t width) {
  switch (block.kind) {
    case Kind::kProse:
      return wrapped(block.text, width, kPageIndent);
    case Kind::kUsage:
      return usage_as_text(block.parts, width);
    case Kind::kExact:
      return indented(block.text + "\n", kPageIndent);
    case Kind::kItems:
      return items_as_text(block, width);
    case Kind::kTerms:
      break;
  }
  return terms_as_text(block, width);
}

// Where a line of roff can end so that it is no longer than lint wants; npos for nowhere. A space
// after a backslash is one that does not break.
std::size_t end_of_line(std::string_view line) {
  constexpr std::size_t kLongest = 79;
  constexpr std::size_t kMark = 4;  // room for \c
  // mandoc spells what is not ASCII out, in up to eight bytes, before it measures.
  const auto wide = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0x80) != 0; });
  const std::size_t spelt = static_cast<std::size_t>(wide) * 8;
  if (line.size() + spelt <= kLongest || line.front() == '.') return std::string_view::npos;
  std::size_t at = line.rfind(' ', kLongest - kMark - std::min<std::size_t>(spelt, 40));
  while (at != std::string_view::npos && at > 0 && line[at - 1] == '\\') {
    at = line.rfind(' ', at - 1);
  }
  return at == 0 ? std::string_view::npos : at;
}

// Escapes make lines longer than they were wrapped to: breaks those that are too long. Where lines
// stand as they are, \c joins the parts again.
std::string narrowed(std::string_view roff) {
  std::string out;
  bool exact = false;
  while (!roff.empty()) {
    const std::size_t end = roff.find('\n');
    std::string line(roff.substr(0, end));
    roff.remove_prefix(std::min(roff.size(), line.size() + 1));
    if (line == ".nf") exact = true;
    if (line == ".fi") exact = false;
    for (std::size_t at = end_of_line(line); at != std::string::npos; at = end_of_line(line)) {
      out += line.substr(0, at) + (exact ? " \\c\n" : "\n");
      line.erase(0, at + 1);
      if (line.starts_with('.')) line.insert(0, "\\&");
    }
    out += line + "\n";
  }
  return out;
}

bool goes_on(const ManualBlock& before, const ManualBlock& block) {
  return before.kind == Kind::kUsage && block.kind == Kind::kUsage;
}

}  // namespace

std::string manual_as_roff(const ManualPage& page) {
  const std::string title = to_upper_ascii(page.name);
  std::string out =
      ".\\\" Made by 'claudestep help --man'; changes by hand are lost.\n"
      ".TH " +
      roff(title) + " " + std::to_string(page.section) +
      " " CLAUDESTEP_DATE " \"claudestep " CLAUDESTEP_VERSION
      "\" \"Manual of claudestep\"\n"
      ".nh\n.ad l\n"  // no option is broken, no command line spread out
      ".SH NAME\n";
  out += roff(page.name) + " \\- " + roff(page.summary) + "\n";
  for (const ManualSection& section : page.sections) {
    out += (section.is_part ? ".SS " : ".SH ") + roff(section.title) + "\n";
    for (const ManualBlock& block : section.blocks) {
      out += block_as_roff(block, &block == &section.blocks.front());
    }
  }
  return narrowed(out);
}

std::string manual_as_text(const ManualPage& page, std::size_t width) {
  width = std::min(width, kWidestProse);
  std::string out = "NAME\n" + wrapped(page.name + " - " + page.summary, width, kPageIndent);
  for (const ManualSection& section : page.sections) {
    out += "\n" + std::string(section.is_part ? "  " : "") + section.title + "\n";
    const ManualBlock* before = nullptr;
    for (const ManualBlock& block : section.blocks) {
      if (before != nullptr && !goes_on(*before, block)) out += "\n";
      out += block_as_text(block, width);
      before = &block;
    }
  }
  return out;
}

}  // namespace claudestep::cli
