#include "base/clock.h"

#include <chrono>

namespace claudestep {

Instant SystemClock::now() const {
  using std::chrono::floor;
  using std::chrono::nanoseconds;
  using std::chrono::seconds;
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const auto whole = floor<seconds>(since_epoch);
  const auto rest = std::chrono::duration_cast<nanoseconds>(since_epoch - whole);
  return Instant{.seconds = whole.count(), .nanos = static_cast<std::int32_t>(rest.count())};
}

}  // namespace claudestep
