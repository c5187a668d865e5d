// Owns: the clock of tests, which moves on by itself, so that times are in order and goldens hold.
#pragma once

#include <atomic>
#include <cstdint>

#include "base/clock.h"
#include "base/time.h"

namespace claudestep::test {

// 2026-01-01T00:00:00Z: where the clocks of all tests begin, those of transcripts too.
inline constexpr Instant kEpoch{1767225600, 0};
inline constexpr std::int64_t kTickSeconds = 60;

// Each reading is `step` seconds after the one before; the first is `start`. Safe between threads.
class TickingClock final : public Clock {
 public:
  explicit TickingClock(Instant start = kEpoch, std::int64_t step = kTickSeconds)
      : start_(start), step_(step) {}

  [[nodiscard]] Instant now() const override {
    return plus_seconds(start_, readings_.fetch_add(1) * step_);
  }

  // How often it has been read.
  [[nodiscard]] std::int64_t readings() const { return readings_.load(); }

 private:
  Instant start_;
  std::int64_t step_;
  mutable std::atomic<std::int64_t> readings_ = 0;
};

}  // namespace claudestep::test
