#include "model/metrics.h"

#include <gtest/gtest.h>

namespace claudestep::model {
namespace {

Trend told(double baseline, double current, double target) {
  Metric metric;
  metric.baseline = baseline;
  metric.current = current;
  metric.target = target;
  return trend_of(metric);
}

TEST(Metrics, TrendFollowsFromTheNumbers) {
  EXPECT_EQ(told(50, 60, 75), Trend::kImproving);
  EXPECT_EQ(told(50, 90, 75), Trend::kImproving) << "past its target is no decline";
  EXPECT_EQ(told(50, 40, 75), Trend::kDeclining);
  EXPECT_EQ(told(30, 20, 10), Trend::kImproving);
  EXPECT_EQ(told(30, 31, 10), Trend::kDeclining);
  EXPECT_EQ(told(30, 30, 10), Trend::kStable);
  EXPECT_EQ(told(30, 30.000001, 10), Trend::kStable);
  EXPECT_EQ(told(0, 0, 0), Trend::kStable);
  EXPECT_EQ(told(5, 6, 5), Trend::kDeclining) << "what should stay has moved";
}

}  // namespace
}  // namespace claudestep::model
