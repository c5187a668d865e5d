#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "check/document_findings.h"
#include "check/document_rules.h"

namespace claudestep::check {

std::vector<Diagnostic> check_compound_metrics(const model::CompoundMetrics& metrics, bool is_whole,
                                               const std::string& file) {
  constexpr std::size_t kLongestMetric = 60;
  DocumentFindings findings(file);
  check_order(findings, "metrics/date-order", "start", metrics.start, "end", metrics.end);
  std::unordered_set<std::string_view> names;
  std::vector<std::string> candidates;
  for (const model::Metric& metric : metrics.metrics) {
    names.insert(metric.name.value);
    candidates.push_back(metric.name.value);
    const model::Trend told = model::trend_of(metric);
    if (!is_whole || told == metric.trend.value) continue;
    findings.add("metrics/trend", metric.trend.origin,
                 "the trend of " + quoted(metric.name.value, kLongestMetric) + " is " +
                     std::string(model::word_of(metric.trend.value)) + ", but its numbers say " +
                     std::string(model::word_of(told)));
  }
  for (const model::MetricsDay& day : metrics.history) {
    for (const model::Measured& measured : day.numbers) {
      if (!is_whole || names.contains(measured.metric.value)) continue;
      const auto meant = nearest(measured.metric.value, candidates);
      findings.add("metrics/unknown-metric", measured.metric.origin,
                   quoted(measured.metric.value, kLongestMetric) + " is none of the metrics" +
                       (meant ? " (did you mean " + quoted(*meant, kLongestMetric) + "?)" : ""));
    }
  }
  return findings.take();
}

}  // namespace claudestep::check
