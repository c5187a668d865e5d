#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace claudestep {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n\f\v";
// Words beyond this length are no slips of the finger, and likeness costs their product.
constexpr std::size_t kLongestWord = 128;

bool is_space(char c) {
  return kWhitespace.find(c) != std::string_view::npos;
}

// Characters that move the cursor, turn the writing direction, end a line or cannot be seen.
bool is_unsafe(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return c < 0x20 || within(0x7f, 0x9f) || c == 0x61c || within(0x200e, 0x200f) ||
         within(0x2028, 0x202e) || within(0x2066, 0x2069) || c == 0xfeff;
}

void append_escape(std::string& out, char32_t c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto number = static_cast<unsigned>(c);
  out += c < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

// The offsets at which the code points of `text` start, and its end.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> starts;
  std::size_t at = 0;
  while (at < text.size()) {
    starts.push_back(at);
    at += next_utf8(text.substr(at)).size;
  }
  starts.push_back(at);
  return starts;
}

// Edits (insert, delete, change, swap of neighbours) from `a` to `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::string collapse_whitespace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (const char c : text) {
    if (is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += c;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhitespace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhitespace) - first + 1);
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string escape_for_terminal(std::string_view text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    if (!next.valid) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(text[0])));
    } else if (is_unsafe(next.code_point)) {
      append_escape(out, next.code_point);
    } else {
      out += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
  return out;
}

std::string quoted(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return fmt::format("'{}'", escape_for_terminal(text));
  const std::vector<std::size_t> starts = boundaries(text);
  const std::size_t count = starts.size() - 1;
  if (count <= limit) return fmt::format("'{}'", escape_for_terminal(text));
  const std::size_t kept = limit == 0 ? 0 : limit - 1;  // the ellipsis takes one
  const std::size_t tail = kept / 2;
  return fmt::format("'{}…{}'", escape_for_terminal(text.substr(0, starts[kept - tail])),
                     escape_for_terminal(text.substr(starts[count - tail])));
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  const std::string wanted = to_lower_ascii(word);
  if (wanted.empty() || wanted.size() > kLongestWord) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const std::size_t longer = std::max(wanted.size(), candidate.size());
    const std::size_t limit = std::max<std::size_t>(longer / 3, 1);
    const std::size_t distance = edit_distance(wanted, to_lower_ascii(candidate));
    if (distance > limit || distance >= longer) continue;
    if (best != nullptr && distance >= best_distance) continue;
    best = &candidate;
    best_distance = distance;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::string counted(std::size_t count, std::string_view singular) {
  if (count == 1) return fmt::format("1 {}", singular);
  const auto ends = [singular](std::string_view end) { return singular.ends_with(end); };
  const bool consonant_y = ends("y") && !ends("ay") && !ends("ey") && !ends("oy") && !ends("uy");
  if (consonant_y) {
    return fmt::format("{} {}ies", count, singular.substr(0, singular.size() - 1));
  }
  const bool hisses = ends("s") || ends("x") || ends("ch") || ends("sh");
  return fmt::format("{} {}{}", count, singular, hisses ? "es" : "s");
}

}  // namespace claudestep
