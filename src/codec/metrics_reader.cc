#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"

namespace claudestep::codec {
namespace {

model::Metric read_metric(const Member& member, std::string path, Refusals& refusals) {
  Fields fields(member.value, path, refusals);
  model::Metric metric;
  metric.name = {member.key, {member.mark, std::move(path)}};
  metric.description = fields.text("description");
  metric.baseline = fields.number("baseline");
  metric.current = fields.number("current");
  metric.target = fields.number("target");
  metric.unit = fields.text("unit");
  if (const auto trend = fields.word<model::Trend>("trend")) metric.trend = *trend;
  return metric;
}

model::MetricsDay read_day(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::MetricsDay day;
  day.date = fields.text("date", TextForm::kDate);
  for (const Member* member : fields.unknown()) {
    const double number = fields.number(member->key);
    day.numbers.push_back({{member->key, {member->mark, fields.path_of(member->key)}}, number});
  }
  return day;
}

}  // namespace

Typed<model::CompoundMetrics> read_compound_metrics(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::CompoundMetrics metrics;
  metrics.version = fields.text("version", TextForm::kVersion);
  if (auto period = fields.object("period")) {
    metrics.start = period->text("start", TextForm::kDate);
    metrics.end = period->text("end", TextForm::kDate);
  }
  if (auto named = fields.object("metrics")) {
    for (const Member& member : named->value().members) {
      metrics.metrics.push_back(read_metric(member, named->path_of(member.key), refusals));
    }
  }
  fields.each("history", Need::kOptional, [&](const Value& item, std::string path) {
    metrics.history.push_back(read_day(item, std::move(path), refusals));
  });
  return typed(std::move(metrics), refusals);
}

}  // namespace claudestep::codec
