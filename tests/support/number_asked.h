// Owns: what who runs a test of random lives asks for: CLAUDESTEP_LIVES=N plays N of them,
// CLAUDESTEP_FIRST_LIFE=N begins with that one.
#pragma once

#include <cstdlib>

namespace claudestep {

// The number that the variable has, or `otherwise`.
inline int number_asked(const char* variable, int otherwise) {
  const char* const asked = std::getenv(variable);
  return asked == nullptr ? otherwise : std::atoi(asked);
}

}  // namespace claudestep
