// Owns: the metrics of a period and their history.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/placed.h"
#include "model/words.h"

namespace claudestep::model {

enum class Trend : std::uint8_t { kImproving, kStable, kDeclining };
template <>
inline constexpr auto kWords<Trend> = std::to_array<Word<Trend>>({
    {Trend::kImproving, "improving"},
    {Trend::kStable, "stable"},
    {Trend::kDeclining, "declining"},
});

struct Metric {
  Words name;
  Words description;
  // As the file spells them; as doubles they are for comparing only.
  double baseline = 0;
  double current = 0;
  double target = 0;
  Words unit;
  Placed<Trend> trend;
};

struct Measured {
  Words metric;  // the name; its place is the key's
  double number = 0;
};

struct MetricsDay {
  Words date;
  std::vector<Measured> numbers;
};

struct CompoundMetrics {
  Words version;
  Words start;
  Words end;
  std::vector<Metric> metrics;
  std::vector<MetricsDay> history;
};

// What the numbers say: whether `current` is nearer to `target` than `baseline` is, farther, or as
// near (to a millionth of the numbers' size). One that is better than its target improves as well.
[[nodiscard]] Trend trend_of(const Metric& metric);

}  // namespace claudestep::model
