// Owns: who an author is and when, from the environment and the configuration, cleaned as git
// cleans it. Internal to git/.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

// Without what would break a commit's lines: '<', '>', newlines and NULs anywhere, git's crud
// (space, dots, quotes and the like) at both ends.
[[nodiscard]] Signature cleaned(Signature signature);

// A date as people and tools give it to git: "@1700000000 +0100" (the sign and, from nine digits
// on, the "@" may be missing), RFC 2822, ISO 8601, and `git log`'s own. Without a zone it is UTC,
// whatever the machine's is: the same command makes the same commit everywhere.
struct DateWithZone {
  std::int64_t seconds = 0;
  int offset_minutes = 0;
};
[[nodiscard]] std::optional<DateWithZone> parse_git_date(std::string_view text);

}  // namespace claudestep::git
