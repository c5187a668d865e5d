#include "base/glob.h"

#include <cstddef>

namespace claudestep {

namespace {

// The length of the set that `pattern` begins with, brackets included; 0 when it is never closed.
// A ']' right behind the opening is one of the set.
std::size_t set_length(std::string_view pattern) {
  const std::size_t first = pattern.size() > 1 && pattern[1] == '!' ? 2 : 1;
  const std::size_t end = pattern.find(']', first + 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

// Requires: `set` is a whole one, "[...]".
bool is_in_set(std::string_view set, char c) {
  const bool negated = set[1] == '!';
  const std::string_view members = set.substr(negated ? 2 : 1, set.size() - (negated ? 3 : 2));
  bool found = false;
  for (std::size_t at = 0; at < members.size(); ++at) {
    const bool range = at + 2 < members.size() && members[at + 1] == '-';
    found = found || (range ? members[at] <= c && c <= members[at + 2] : members[at] == c);
    if (range) at += 2;
  }
  return found != negated;
}

// How much of `pattern` the character uses up; 0 when it does not match.
std::size_t match_one(std::string_view pattern, char c) {
  if (pattern.front() == '?') return 1;
  const std::size_t set = pattern.front() == '[' ? set_length(pattern) : 0;
  if (set > 0) return is_in_set(pattern.substr(0, set), c) ? set : 0;
  return pattern.front() == c ? 1 : 0;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;  // behind the last '*' seen
  std::size_t resume = 0;                     // where in the name that '*' gave up last
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      resume = n;
      continue;
    }
    const std::size_t used = p < pattern.size() ? match_one(pattern.substr(p), name[n]) : 0;
    if (used > 0) {
      p += used;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star;
      n = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool is_glob(std::string_view word) {
  return word.find_first_of("*?[") != std::string_view::npos;
}

}  // namespace claudestep
