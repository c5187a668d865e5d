// Owns: the files of report/page/ that the program carries.
// Leaves to others: making a page of them (overview_html.cc).
#pragma once

#include <string_view>
#include <vector>

namespace claudestep::report {

// A file whose bytes were made part of the program (cmake/embed.cmake). Valid for ever.
struct EmbeddedFile {
  std::string_view name;  // "page.css"
  std::string_view bytes;
};
[[nodiscard]] const std::vector<EmbeddedFile>& page_files();

}  // namespace claudestep::report
