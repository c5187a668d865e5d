#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"

namespace claudestep::codec {
namespace {

model::TrustContext read_context(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::TrustContext context;
  context.origin = fields.origin();
  context.pattern = fields.maybe_text("pattern");
  context.task_type = fields.maybe_text("task_type");
  const bool is_empty =
      value.is_object() && value.find("pattern") == nullptr && value.find("task_type") == nullptr;
  if (is_empty) refusals.add_plain(value, fields.path(), "has neither 'pattern' nor 'task_type'");
  return context;
}

model::TrustRules read_level(Fields& levels, std::string_view name) {
  model::TrustRules rules;
  auto fields = levels.object(name);
  if (!fields) return rules;
  rules.origin = fields->origin();
  rules.description =
      fields->maybe_string("description", Need::kRequired, TextForm::kAny).value_or("");
  if (const auto approve = fields->flag("auto_approve")) rules.auto_approve = *approve;
  rules.supervision = fields->word_or("supervision", model::Supervision::kCodeReviewRequired);
  fields->each("contexts", Need::kRequired, [&](const Value& item, std::string path) {
    rules.contexts.push_back(read_context(item, std::move(path), levels.refusals()));
  });
  if (const auto escalation = fields->flag("escalation", Need::kOptional)) {
    rules.escalation = escalation->value;
  }
  return rules;
}

}  // namespace

Typed<model::TrustModel> read_trust_model(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::TrustModel trust;
  trust.version = fields.text("version", TextForm::kVersion);
  if (auto levels = fields.object("trust_levels")) {
    trust.high = read_level(*levels, "high");
    trust.medium = read_level(*levels, "medium");
    trust.low = read_level(*levels, "low");
  }
  return typed(std::move(trust), refusals);
}

}  // namespace claudestep::codec
