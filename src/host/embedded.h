// Owns: the hooks of hooks/ that the program carries.
// Leaves to others: putting them in place (host/hook_files.h).
#pragma once

#include <string_view>
#include <vector>

namespace claudestep::host {

// A file whose bytes were made part of the program (cmake/embed.cmake). Valid for ever.
struct EmbeddedFile {
  std::string_view name;  // "post-merge"
  std::string_view bytes;
};
[[nodiscard]] const std::vector<EmbeddedFile>& shim_files();

}  // namespace claudestep::host
