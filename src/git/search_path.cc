#include "git/search_path.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

char unescape(char letter) {
  switch (letter) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return letter;
  }
}

bool is_octal(char letter) {
  return letter >= '0' && letter <= '7';
}

// Reads a quoted entry and moves past it; nothing when it does not end.
std::optional<std::string> take_quoted_path(std::string_view& list) {
  std::string text;
  std::size_t i = 1;
  for (; i < list.size() && list[i] != '"'; ++i) {
    if (list[i] != '\\' || i + 1 == list.size()) {
      text += list[i];
      continue;
    }
    ++i;
    if (is_octal(list[i]) && i + 2 < list.size()) {
      text +=
          static_cast<char>((list[i] - '0') * 64 + (list[i + 1] - '0') * 8 + (list[i + 2] - '0'));
      i += 2;
    } else {
      text += unescape(list[i]);
    }
  }
  if (i == list.size()) return std::nullopt;
  list.remove_prefix(i + 1);
  return text;
}

std::string take_plain(std::string_view& list) {
  const std::size_t end = std::min(list.find(':'), list.size());
  std::string text(list.substr(0, end));
  list.remove_prefix(end);
  return text.starts_with('#') ? std::string() : text;
}

}  // namespace

bool is_true(std::string_view text) {
  const std::string lower = to_lower_ascii(text);
  if (lower == "true" || lower == "yes" || lower == "on") return true;
  long number = 0;
  const auto [end, error] = std::from_chars(lower.data(), lower.data() + lower.size(), number);
  return error == std::errc() && end == lower.data() + lower.size() && number != 0;
}

std::optional<std::string> unquoted_path(std::string_view text) {
  return take_quoted_path(text);
}

std::vector<std::string> split_search_path(std::string_view list) {
  std::vector<std::string> paths;
  while (!list.empty()) {
    std::optional<std::string> path;
    if (list.front() == '"') path = take_quoted_path(list);
    if (!path) path = take_plain(list);
    if (!path->empty()) paths.push_back(*std::move(path));
    if (!list.empty()) list.remove_prefix(1);
  }
  return paths;
}

std::size_t ceiling_length(std::string_view start, std::string_view list) {
  std::size_t longest = 0;
  bool resolve = true;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(':'), list.size());
    std::string folder(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    if (folder.empty()) resolve = false;
    if (folder.empty() || folder.front() != '/') continue;
    if (resolve) folder = real_path(folder).value_or("");
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    const bool above = folder == "/" ? start.size() > 1
                                     : start.size() > folder.size() && start.starts_with(folder) &&
                                           start[folder.size()] == '/';
    if (above && !folder.empty()) longest = std::max(longest, folder.size());
  }
  return longest;
}

}  // namespace claudestep::git
