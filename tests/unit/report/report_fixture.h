// Owns: what the tests of reports share: a plain terminal of 80 columns, and moments by their text.
#pragma once

#include <string_view>

#include "base/time.h"
#include "report/style.h"

namespace claudestep::report {

inline constexpr Style kPlainStyle{80, false, false};

[[nodiscard]] inline Instant instant(std::string_view text) {
  return Timestamp::parse(text)->instant();
}

}  // namespace claudestep::report
