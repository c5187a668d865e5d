#include "model/trust.h"

#include <algorithm>
#include <tuple>

#include "model/glob.h"

namespace claudestep::model {
namespace {

bool holds(const TrustContext& context, std::string_view path,
           std::optional<std::string_view> task_type) {
  if (!context.pattern && !context.task_type) return false;
  if (context.task_type && (!task_type || *task_type != context.task_type->value)) return false;
  return !context.pattern || glob_matches(context.pattern->value, path);
}

}  // namespace

std::optional<std::string> plain_path(std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      names.push_back(name);
    } else if (names.empty()) {
      return std::nullopt;
    } else {
      names.pop_back();
    }
  }
  if (names.empty()) return std::nullopt;
  std::string plain;
  for (const std::string_view name : names) plain.append(plain.empty() ? "" : "/").append(name);
  return plain;
}

const TrustRules& rules_of(const TrustModel& model, TrustLevel level) {
  switch (level) {
    case TrustLevel::kHigh:
      return model.high;
    case TrustLevel::kMedium:
      return model.medium;
    case TrustLevel::kLow:
      return model.low;
  }
  abort_with(__FILE__, __LINE__, "a level of trust that is none");
}

TrustDecision evaluate_trust(const TrustModel& model, std::string_view path,
                             std::optional<std::string_view> task_type) {
  // Low first: what is dangerous stays so, however wide the patterns of the other levels are.
  for (const TrustLevel level : {TrustLevel::kLow, TrustLevel::kHigh, TrustLevel::kMedium}) {
    for (const TrustContext& context : rules_of(model, level).contexts) {
      if (holds(context, path, task_type)) return {level, &context};
    }
  }
  return {};
}

TrustLevel stricter(const TrustModel& model, TrustLevel a, TrustLevel b) {
  const auto weight = [&](TrustLevel level) {
    const TrustRules& rules = rules_of(model, level);
    return std::tuple(rules.supervision, !rules.auto_approve.value, rules.escalation, level);
  };
  return weight(b) > weight(a) ? b : a;
}

}  // namespace claudestep::model
