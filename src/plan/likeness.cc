#include "plan/likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "base/utf8.h"

namespace claudestep::plan {
namespace {

// Two code points and all between them.
struct Span {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Span, N>& spans, char32_t point) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return span.first <= point && point <= span.last; });
}

// Beyond ASCII: what is neither letter nor digit.
constexpr std::array<Span, 8> kMarkSpans = {{{0x80, 0xa9},      // controls, Latin punctuation
                                             {0xab, 0xb1},      //
                                             {0xb4, 0xb4},      //
                                             {0xb6, 0xb8},      //
                                             {0xbb, 0xbf},      //
                                             {0x2000, 0x206f},  // dashes, quotation marks, spaces
                                             {0x3000, 0x3004},  // CJK punctuation
                                             {0x3008, 0x3020}}};

// Scripts that are written without spaces between words.
constexpr std::array<Span, 12> kUnspacedSpans = {{{0x0e00, 0x0eff},  // Thai, Lao
                                                  {0x1000, 0x109f},  // Burmese
                                                  {0x1780, 0x17ff},  // Khmer
                                                  {0x2e80, 0x2fdf},  // radicals
                                                  {0x3005, 0x3007},  // ideographic signs
                                                  {0x3021, 0x303f},  //
                                                  {0x3040, 0x318f},  // kana, bopomofo
                                                  {0x31a0, 0x31ff},  //
                                                  {0x3400, 0x9fff},  // ideographs
                                                  {0xf900, 0xfaff},  //
                                                  {0xff66, 0xff9f},  // narrow kana
                                                  {0x20000, 0x3ffff}}};

enum class Kind : std::uint8_t { kMark, kLetter, kUnspaced };

Kind kind_of(char32_t point) {
  if (point < 0x80) {
    const bool is_letter = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    return is_letter ? Kind::kLetter : Kind::kMark;
  }
  const bool is_full_width = point >= 0xff00 && point < 0xff66;
  if (is_full_width || is_in(kMarkSpans, point)) return Kind::kMark;
  return is_in(kUnspacedSpans, point) ? Kind::kUnspaced : Kind::kLetter;
}

// The letter of ASCII that a full-width form is, in lower case; else the code point itself.
char32_t folded(char32_t point) {
  constexpr char32_t kFullWidth = 0xfee0;
  if (point >= 0xff01 && point <= 0xff5e) point -= kFullWidth;
  return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
}

}  // namespace

Wording::Wording(std::string_view text) {
  std::string word;      // letters so far
  std::string last;      // the character of an unspaced script before this one
  bool is_alone = true;  // it has no neighbour yet
  const auto add = [this](std::string& run) {
    if (!run.empty()) {
      ++words_[run];
      ++count_;
    }
    run.clear();
  };
  const auto end_unspaced = [&] {
    if (is_alone) add(last);
    last.clear();
    is_alone = true;
  };
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    const char32_t point = folded(next.code_point);
    const Kind kind = kind_of(point);
    const std::string bytes = point < 0x80 ? std::string(1, static_cast<char>(point))
                                           : std::string(text.substr(0, next.size));
    text.remove_prefix(next.size);
    if (kind != Kind::kLetter) add(word);
    if (kind != Kind::kUnspaced) end_unspaced();
    if (kind == Kind::kLetter) word += bytes;
    if (kind != Kind::kUnspaced) continue;
    if (!last.empty()) {
      std::string pair = last + bytes;
      add(pair);
      is_alone = false;
    }
    last = bytes;
  }
  add(word);
  end_unspaced();
}

int Wording::likeness(const Wording& other) const {
  if (count_ == 0 || other.count_ == 0) return 0;
  int shared = 0;
  bool number_of_mine = false;
  bool number_of_theirs = false;
  auto mine = words_.begin();
  auto theirs = other.words_.begin();
  while (mine != words_.end() || theirs != other.words_.end()) {
    const bool only_mine =
        theirs == other.words_.end() || (mine != words_.end() && mine->first < theirs->first);
    if (only_mine) {
      number_of_mine = number_of_mine || has_digit(mine->first);
      ++mine;
    } else if (mine == words_.end() || theirs->first < mine->first) {
      number_of_theirs = number_of_theirs || has_digit(theirs->first);
      ++theirs;
    } else {
      shared += std::min(mine->second, theirs->second);
      ++mine;
      ++theirs;
    }
  }
  if (number_of_mine && number_of_theirs) return 0;
  return 2 * 1000 * shared / (count_ + other.count_);
}

}  // namespace claudestep::plan
