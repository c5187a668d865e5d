// Owns: what the lines of a reflog say.
// Internal to git/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"

namespace claudestep::git {

// Nothing when a line is cut before its ids end, or another one goes on where it was.
[[nodiscard]] std::optional<ReflogEntry> reflog_entry(std::string_view line);
// Newest first.
[[nodiscard]] std::vector<ReflogEntry> reflog_entries(std::string_view text);
// The last line of the file, of which only the end is read. Nothing where that says nothing, or
// there is no such file.
struct LastLine {
  ReflogEntry entry;
  std::size_t begins = 0;  // where in the file
};
[[nodiscard]] std::optional<LastLine> last_reflog_line(const std::string& path);

}  // namespace claudestep::git
