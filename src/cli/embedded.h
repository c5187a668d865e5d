// Owns: the pages of docs/ that the program carries.
// Leaves to others: reading them (cli/manual_markdown.h).
#pragma once

#include <string_view>
#include <vector>

namespace claudestep::cli {

// A file whose bytes were made part of the program (cmake/embed.cmake). Valid for ever.
struct EmbeddedFile {
  std::string_view name;  // "guide.md"
  std::string_view bytes;
};
[[nodiscard]] const std::vector<EmbeddedFile>& chapter_files();

}  // namespace claudestep::cli
