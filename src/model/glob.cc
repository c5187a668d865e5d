#include "model/glob.h"

#include <cstddef>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kMostAlternatives = 10'000;
constexpr std::size_t kLongestPattern = 4096;
constexpr std::string_view kCrossing = "**";

using Names = std::vector<std::string_view>;

// "a/b" of "./a//b"; the empty name and "." are none.
Names names_of(std::string_view path) {
  Names names;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") names.push_back(name);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return names;
}

struct ClassMatch {
  bool closed = false;  // the class has an end
  bool matches = false;
  std::size_t size = 0;  // of the class in the pattern, brackets included
};

// The class that `pattern` begins with ("[a-z]...") against one character.
ClassMatch match_class(std::string_view pattern, char32_t c) {
  std::size_t at = 1;
  bool negated = false;
  if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) {
    negated = true;
    ++at;
  }
  bool found = false;
  for (bool first = true; at < pattern.size(); first = false) {
    if (pattern[at] == ']' && !first) return {true, found != negated, at + 1};
    const Utf8Char low = next_utf8(pattern.substr(at));
    at += low.size;
    char32_t high = low.code_point;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      const Utf8Char end = next_utf8(pattern.substr(at + 1));
      high = end.code_point;
      at += 1 + end.size;
    }
    if (c >= low.code_point && c <= high) found = true;
  }
  return {};
}

// How much of `pattern` takes the first character of `name`; 0 when it does not.
std::size_t take_one(std::string_view pattern, std::string_view name) {
  const Utf8Char c = next_utf8(name);
  if (pattern.front() == '?') return 1;
  if (pattern.front() == '[') {
    const ClassMatch match = match_class(pattern, c.code_point);
    if (match.closed) return match.matches ? match.size : 0;
  }
  const std::size_t escape = pattern.front() == '\\' && pattern.size() > 1 ? 1 : 0;
  const std::string_view literal = pattern.substr(escape);
  return literal.starts_with(name.substr(0, c.size)) ? escape + c.size : 0;
}

// One name against one name of the pattern. Only the last star is ever gone back to, so that the
// time is the product of the lengths.
bool name_matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_name = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_name = n;
      continue;
    }
    const std::size_t taken = p < pattern.size() ? take_one(pattern.substr(p), name.substr(n)) : 0;
    if (taken > 0) {
      p += taken;
      n += next_utf8(name.substr(n)).size;
      continue;
    }
    if (star == std::string_view::npos) return false;
    p = star + 1;
    star_name += next_utf8(name.substr(star_name)).size;
    n = star_name;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// The same, with names for characters and `**` for the star.
bool names_match(const Names& pattern, const Names& path) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t crossing = std::string_view::npos;
  std::size_t crossing_name = 0;
  while (n < path.size()) {
    if (p < pattern.size() && pattern[p] == kCrossing) {
      crossing = p++;
      crossing_name = n;
    } else if (p < pattern.size() && name_matches(pattern[p], path[n])) {
      ++p;
      ++n;
    } else if (crossing != std::string_view::npos) {
      p = crossing + 1;
      n = ++crossing_name;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == kCrossing) ++p;
  return p == pattern.size();
}

// Where the brace that opens at `open` closes, and the commas between, or nothing.
std::vector<std::size_t> brace_cuts(std::string_view pattern, std::size_t open) {
  std::vector<std::size_t> cuts = {open};
  std::size_t depth = 0;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '{') {
      ++depth;
    } else if (pattern[at] == ',' && depth == 1) {
      cuts.push_back(at);
    } else if (pattern[at] == '}' && --depth == 0) {
      cuts.push_back(at);
      return cuts;
    }
  }
  return {};
}

// The first brace from `from` on that stands for several things. One without a comma, or that is
// never closed, stands for itself; braces inside of it may not.
std::vector<std::size_t> several_cuts(std::string_view pattern, std::size_t from) {
  for (std::size_t at = from; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '{') {
      auto cuts = brace_cuts(pattern, at);
      if (cuts.size() > 2) return cuts;
    }
  }
  return {};
}

// How many patterns the braces of `pattern` stand for; more than `kMostAlternatives` for too many.
std::size_t count_alternatives(std::string_view pattern) {
  std::size_t count = 1;
  std::size_t from = 0;
  for (auto cuts = several_cuts(pattern, from); !cuts.empty() && count <= kMostAlternatives;
       cuts = several_cuts(pattern, from)) {
    std::size_t within = 0;
    for (std::size_t i = 0; i + 1 < cuts.size() && within <= kMostAlternatives; ++i) {
      within += count_alternatives(pattern.substr(cuts[i] + 1, cuts[i + 1] - cuts[i] - 1));
    }
    count *= within;
    from = cuts.back() + 1;
  }
  return count;
}

bool has_open_brace(std::string_view pattern) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '{') {
      ++depth;
    } else if (pattern[at] == '}' && depth > 0) {
      --depth;
    }
  }
  return depth > 0;
}

bool one_matches(std::string_view pattern, const Names& path) {
  Names names = names_of(pattern);
  if (names.empty()) return false;
  if (pattern.ends_with('/')) {
    names.push_back(kCrossing);
    names.push_back("*");
  } else if (names.back() == kCrossing) {
    names.push_back("*");  // what is below the folder, not the folder itself
  }
  if (pattern.find('/') == std::string_view::npos && names.size() == 1) {
    return !path.empty() && name_matches(names.front(), path.back());
  }
  return names_match(names, path);
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  const Names names = names_of(path);
  if (glob_flaw(pattern)) return one_matches(pattern, names);
  std::vector<std::string> open = {std::string(pattern)};
  while (!open.empty()) {
    const std::string next = std::move(open.back());
    open.pop_back();
    const auto cuts = several_cuts(next, 0);
    if (cuts.empty() && one_matches(next, names)) return true;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      open.push_back(next.substr(0, cuts.front()) +
                     next.substr(cuts[i] + 1, cuts[i + 1] - cuts[i] - 1) +
                     next.substr(cuts.back() + 1));
    }
  }
  return false;
}

std::optional<std::string> glob_flaw(std::string_view pattern) {
  if (pattern.size() > kLongestPattern) {
    return "it has more than " + std::to_string(kLongestPattern) + " bytes";
  }
  if (has_open_brace(pattern)) return "a brace in it is never closed";
  if (count_alternatives(pattern) > kMostAlternatives) {
    return "its braces stand for more than " + std::to_string(kMostAlternatives) + " patterns";
  }
  return std::nullopt;
}

}  // namespace claudestep::model
