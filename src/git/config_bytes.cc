#include "git/config_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/file_io.h"
#include "base/text.h"
#include "git/files.h"
#include "git/handle.h"

namespace claudestep::git {
namespace {

constexpr int kDeepestInclude = 10;  // git and libgit2 go no further

// Whether there may be an include: few files have one, and asking libgit2 takes much longer.
bool may_include(std::string_view text) {
  constexpr std::string_view kSection = "include";
  return std::search(text.begin(), text.end(), kSection.begin(), kSection.end(),
                     [](char a, char b) {
                       return static_cast<char>(a | 0x20) == b;  // in either letter case
                     }) != text.end();
}

// The values of include.path in the file itself.
std::vector<std::string> includes_of(const std::string& path) {
  std::vector<std::string> values;
  ConfigHandle config;
  ConfigIteratorHandle iterator;
  int code = git_config_open_ondisk(Out(config), path.c_str());
  if (code == 0) code = git_config_iterator_new(Out(iterator), config.get());
  git_config_entry* entry = nullptr;
  while (code == 0 && git_config_next(&entry, iterator.get()) == 0) {
    const bool is_one = entry->include_depth == 0 && entry->value != nullptr &&
                        std::string_view(entry->name) == "include.path";
    if (is_one) values.emplace_back(entry->value);
  }
  git_error_clear();
  return values;
}

std::string included_path(const std::string& value, const std::string& from,
                          const std::string& home) {
  if (value.starts_with("~/")) return home.empty() ? home : join_path(home, value.substr(2));
  return join_path(parent_path(from), value);
}

Status check_bytes(const std::string& path, const std::string& home, int depth) {
  const auto text = read_file(path);
  if (!text) return {};
  if (const std::size_t nul = text->find('\0'); nul != std::string::npos) {
    const auto line =
        std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    return fail(Error{ErrorCode::kCorrupt, cannot_read_settings(path)}
                    .caused_by(fmt::format("there is a NUL byte in line {}, as a crash leaves it",
                                           line + 1))
                    .hint("write those settings anew; another clone may have the same"));
  }
  if (depth == kDeepestInclude || !may_include(*text)) return {};
  for (const std::string& value : includes_of(path)) {
    CS_TRY(check_bytes(included_path(value, path, home), home, depth + 1));
  }
  return {};
}

}  // namespace

std::string cannot_read_settings(const std::string& path) {
  return fmt::format("cannot read the configuration in {}", quoted(path));
}

Status check_settings_bytes(const std::string& path, const std::string& home) {
  return check_bytes(path, home, 0);
}

}  // namespace claudestep::git
