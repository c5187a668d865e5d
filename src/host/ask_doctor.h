// Owns: the hint of what went wrong for a cause that doctor looks for.
#pragma once

#include <string_view>

namespace claudestep::host {

inline constexpr std::string_view kAskDoctor = "claudestep doctor";

}  // namespace claudestep::host
