// Owns: what may come next on a half-typed command line, and the scripts by which shells ask for
// it. Leaves to others: the names that only the repository knows (given as a function).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

struct Candidate {
  std::string text;  // the whole word
  std::string help;  // "" when there is nothing to say

  bool operator==(const Candidate&) const = default;
};

struct Completion {
  std::vector<Candidate> candidates;
  enum class Paths { kNone, kFiles, kFolders };
  Paths paths = Paths::kNone;  // what the shell adds from the file system
};

// The names of a type (projects, revisions) in the repository that the words before lead to.
using NamesOf = std::function<std::vector<std::string>(ValueType type)>;

// What the last of `words` may become; the words before it are whole. Empty for words that make no
// sense.
[[nodiscard]] Completion complete(const std::vector<std::string>& words, const NamesOf& names_of);

// The script that a shell ("bash", "zsh", "fish") reads. Requires: one of these.
[[nodiscard]] std::string_view completion_script(std::string_view shell);

}  // namespace claudestep::cli
