// Owns: what text for people may use, as a plain value; cli/ fills it from the terminal.
#pragma once

#include <cstddef>

namespace claudestep::report {

struct Style {
  std::size_t width = 0;  // columns that a line may take; 0: as many as it needs
  bool unicode = false;   // block characters and ellipses, else ASCII
  bool color = false;     // SGR sequences
};

}  // namespace claudestep::report
