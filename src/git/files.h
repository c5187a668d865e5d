// Owns: the few questions that git/ asks of the file system itself.
// Internal to git/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep::git {

// `path` if it is absolute, else `base`/`path`; neither is resolved.
[[nodiscard]] std::string join_path(std::string_view base, std::string_view path);
// Everything before the last '/', "/" for a top-level name.
[[nodiscard]] std::string parent_path(std::string_view path);
[[nodiscard]] std::string_view base_name(std::string_view path);
// The path without symbolic links, "." and ".."; nothing when it does not exist.
[[nodiscard]] std::optional<std::string> real_path(const std::string& path);

[[nodiscard]] bool is_directory(const std::string& path);
[[nodiscard]] bool is_file(const std::string& path);
[[nodiscard]] bool exists(const std::string& path);

// The contents of a small file (up to 16 MiB), or nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path);
// The same for a file of any size.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path);
// A small file without white space at the end.
[[nodiscard]] std::optional<std::string> read_line_file(const std::string& path);

// Waits until the disk has the folder's names.
[[nodiscard]] Status sync_directory(const std::string& path);

}  // namespace claudestep::git
