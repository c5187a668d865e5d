// Owns: where "now" comes from, so that a test or a reproducible script can say it.
#pragma once

#include "base/time.h"

namespace claudestep {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// A clock that stands still at one instant.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  [[nodiscard]] Instant now() const override { return instant_; }

 private:
  Instant instant_;
};

}  // namespace claudestep
