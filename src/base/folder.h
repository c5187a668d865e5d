// Owns: what is at a path of the file system, and in a folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace claudestep {

// Whether something is there; a link is something, wherever it leads.
[[nodiscard]] bool is_on_disk(const std::string& path);

struct FolderEntry {
  std::string name;
  unsigned char type;  // as readdir(3) has it: DT_DIR, ..., DT_UNKNOWN
};

// What a folder has, in no order and without "." and ".."; nothing when it cannot be looked into.
[[nodiscard]] std::optional<std::vector<FolderEntry>> list_folder(const std::string& path);
// The same; none when it cannot be.
[[nodiscard]] std::vector<FolderEntry> entries_in(const std::string& path);

}  // namespace claudestep
