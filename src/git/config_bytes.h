// Owns: whether files of settings have all the bytes that they should have.
// Leaves to others: reading them (git/config.h). Internal to git/.
#pragma once

#include <string>

#include "base/result.h"

namespace claudestep::git {

// The message of an error about such a file.
[[nodiscard]] std::string cannot_read_settings(const std::string& path);

// libgit2 takes a NUL for the end of a file, and says nothing of the settings behind it; git reads
// no such file. kCorrupt where there is one in the file, or in those that it includes on no
// condition, where `home` is the folder "~". What is no regular file, or cannot be read or
// understood, is left to whoever opens it.
[[nodiscard]] Status check_settings_bytes(const std::string& path, const std::string& home);

}  // namespace claudestep::git
