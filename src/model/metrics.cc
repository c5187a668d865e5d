#include "model/metrics.h"

#include <algorithm>
#include <cmath>

namespace claudestep::model {

Trend trend_of(const Metric& metric) {
  const double size = std::max({std::fabs(metric.baseline), std::fabs(metric.current), 1e-300});
  if (std::fabs(metric.current - metric.baseline) <= size * 1e-6) return Trend::kStable;
  const bool rises = metric.current > metric.baseline;
  // Where the baseline is the target already, any move is away from it.
  if (metric.target == metric.baseline) return Trend::kDeclining;
  return rises == (metric.target > metric.baseline) ? Trend::kImproving : Trend::kDeclining;
}

}  // namespace claudestep::model
