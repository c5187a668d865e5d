#include "plan/likeness.h"

#include <algorithm>

#include "base/text.h"

namespace claudestep::plan {
namespace {

// Letters and digits of ASCII, and whatever is beyond it: words of other scripts stay whole.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

}  // namespace

Wording::Wording(std::string_view text) {
  const std::string lower = to_lower_ascii(text);
  auto at = lower.begin();
  while (at != lower.end()) {
    const auto begin = std::find_if(at, lower.end(), is_word_byte);
    at = std::find_if_not(begin, lower.end(), is_word_byte);
    if (begin == at) break;
    ++words_[std::string(begin, at)];
    ++count_;
  }
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
