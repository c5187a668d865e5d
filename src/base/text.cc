#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/address.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace claudestep {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n\f\v";
// Words beyond this length are no slips of the finger, and likeness costs their product.
constexpr std::size_t kLongestWord = 128;

bool is_space(char c) {
  return kWhitespace.find(c) != std::string_view::npos;
}

struct CodeRange {
  char32_t first;
  char32_t last;
};

// Characters that move the cursor, turn the writing direction, end a line or cannot be seen: the
// controls and what Unicode calls default-ignorable.
constexpr CodeRange kUnsafe[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},       {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},
    {0x115f, 0x1160}, {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},
    {0x2060, 0x206f}, {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
    {0xfff0, 0xfffb}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

bool is_unsafe(char32_t c) {
  if (c >= 0x20 && c < 0x7f) return false;
  return std::any_of(std::begin(kUnsafe), std::end(kUnsafe),
                     [c](const CodeRange& range) { return c >= range.first && c <= range.last; });
}

constexpr char32_t kEmojiStyle = 0xfe0f;
constexpr char32_t kJoiner = 0x200d;
constexpr char32_t kKeycap = 0x20e3;

bool is_emoji(char32_t c) {
  return (c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff);
}

// Whether an invisible character is one that makes an emoji of its neighbours, and so is seen.
bool shapes_emoji(char32_t before, char32_t c, char32_t after) {
  if (c == kEmojiStyle) return is_emoji(before) || after == kKeycap;
  return c == kJoiner && (is_emoji(before) || before == kEmojiStyle) && is_emoji(after);
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
  if (c > 0xffff) {
    out += fmt::format("\\U{:08x}", number);
  } else {
    out += c < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
  }
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

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

std::string short_ref(std::string_view ref) {
  constexpr std::string_view kHeads = "refs/heads/";
  if (ref.starts_with(kHeads)) ref.remove_prefix(kHeads.size());
  return std::string(ref);
}

std::string_view cut_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
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

std::string percent_unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto escaped = percent_escape_at(text, at);
    out += escaped.value_or(text[at]);
    if (escaped) at += 2;
  }
  return out;
}

std::string escape_for_terminal(std::string_view text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    const std::string_view rest = text.substr(next.size);
    const bool unsafe = next.valid && is_unsafe(next.code_point);
    const char32_t after = unsafe && !rest.empty() ? next_utf8(rest).code_point : 0;
    if (!next.valid) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(text[0])));
    } else if (unsafe && !shapes_emoji(before, next.code_point, after)) {
      append_escape(out, next.code_point);
    } else {
      out += text.substr(0, next.size);
    }
    before = next.code_point;
    text = rest;
  }
  return out;
}

std::optional<std::string> shell_quoted(std::string_view text) {
  // What a terminal would need escaped cannot be pasted back.
  if (escape_for_terminal(text) != text) return std::nullopt;
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-/@:+,=").find(c) != std::string_view::npos;
  };
  const bool plain =
      !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), is_plain);
  if (plain) return std::string(text);
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

std::string quoted(std::string_view subject, std::size_t limit) {
  const std::string text = without_credentials(subject);
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
