#include "report/trust.h"

#include <utility>

#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

// "pattern 'docs/**'": what matched.
std::string reason_of(const model::TrustDecision& decision) {
  if (decision.reason == nullptr) return "nothing matches";
  std::string text;
  if (decision.reason->pattern) text = "pattern " + decision.reason->pattern->value;
  if (decision.reason->task_type) {
    text += (text.empty() ? "" : " and ") + std::string("task type ") +
            decision.reason->task_type->value;
  }
  return safe(text);
}

std::string yes_or_no(bool value) {
  return value ? "yes" : "no";
}

void write_rules(JsonWriter& writer, const model::TrustModel& model, model::TrustLevel level) {
  const model::TrustRules& rules = rules_of(model, level);
  write_text(writer, "level", model::word_of(level));
  write_flag(writer, "auto_approve", rules.auto_approve.value);
  write_text(writer, "supervision", model::word_of(rules.supervision));
  write_flag(writer, "escalation", rules.escalation);
}

void write_reason(JsonWriter& writer, const model::TrustContext* reason) {
  writer.key("reason");
  if (reason == nullptr) {
    writer.null();
    return;
  }
  const auto text_of = [](const std::optional<model::Words>& words) {
    return words ? std::optional(words->value) : std::nullopt;
  };
  writer.begin_object();
  write_text_or_null(writer, "pattern", text_of(reason->pattern));
  write_text_or_null(writer, "task_type", text_of(reason->task_type));
  writer.end_object();
}

}  // namespace

std::string trust_text(const TrustAnswer& answer, const Style& style) {
  Table table({{"PATH", Align::kLeft, 20}, {"TRUST"}, {"BECAUSE", Align::kLeft, 20}});
  for (const TrustedPath& path : answer.paths) {
    table.add({{safe(path.path)},
               {std::string(model::word_of(path.decision.level))},
               {reason_of(path.decision)}});
  }
  const model::TrustRules& rules = rules_of(answer.model, answer.overall);
  std::string text = table.render(style);
  text += "\ntrust " + toned(model::word_of(answer.overall), Tone::kStrong, style);
  text += ": supervision " + std::string(model::word_of(rules.supervision));
  text += ", auto approve " + yes_or_no(rules.auto_approve.value);
  text += ", escalation " + yes_or_no(rules.escalation) + "\n";
  return text;
}

std::string trust_json(const TrustAnswer& answer) {
  JsonWriter writer = begin_answer("trust");
  write_text(writer, "model", answer.file);
  write_text_or_null(writer, "task_type", answer.task_type);
  write_rules(writer, answer.model, answer.overall);
  writer.key("paths").begin_array();
  for (const TrustedPath& path : answer.paths) {
    writer.begin_object();
    write_text(writer, "path", path.path);
    write_rules(writer, answer.model, path.decision.level);
    write_reason(writer, path.decision.reason);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
