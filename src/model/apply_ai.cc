// Recording AI operations: exactly once each, whoever retries.
#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

template <typename T>
std::string shown(const T& value);
template <>
std::string shown(const Text& value) {
  return quoted(value.value);
}
template <>
std::string shown(const Time& value) {
  return escape_for_terminal(value.value.text());
}
template <>
std::string shown(const Integer& value) {
  return std::to_string(value.value);
}
template <>
std::string shown(const Cost& value) {
  return to_string(value.value);
}
template <>
std::string shown(const Seconds& value) {
  return to_string(value.value);
}

// "another <member> (recorded <a>, given <b>)", or nothing when the caller gave none or the same.
template <typename T>
std::optional<std::string> other(std::string_view member, const Opt<T>& recorded,
                                 const Opt<T>& given) {
  if (!given || recorded == given) return std::nullopt;
  return fmt::format("another {} (recorded {}, given {})", member,
                     recorded ? shown(*recorded) : "none", shown(*given));
}

// The same for amounts, which are 0 when a record has none.
template <typename T>
std::optional<std::string> other_amount(std::string_view member, const Opt<T>& recorded,
                                        const Opt<T>& given) {
  return other(member, recorded ? recorded : Opt<T>(T()), given);
}

std::optional<std::string> other_extra(const Extra& recorded, const Extra& given) {
  for (const ExtraMember& member : given) {
    const ExtraMember* same_key = nullptr;
    for (const ExtraMember& known : recorded) {
      if (known.key_token == member.key_token) same_key = &known;
    }
    if (same_key != nullptr && same_key->json == member.json) continue;
    return fmt::format("another {} (recorded {}, given {})", escape_for_terminal(member.key_token),
                       same_key == nullptr ? "none" : quoted(same_key->json), quoted(member.json));
  }
  return std::nullopt;
}

// What the caller gave and the record has otherwise; nothing when they agree.
std::optional<std::string> difference(const AiOperation& recorded, const AiOperation& given) {
  if (auto d = other("type", recorded.type, given.type)) return d;
  if (auto d = other("model", recorded.model, given.model)) return d;
  if (auto d = other_amount("cost_usd", recorded.cost_usd, given.cost_usd)) return d;
  if (auto d = other("created_at", recorded.created_at, given.created_at)) return d;
  if (run_of(recorded) != run_of(given)) {
    if (auto d = other("workflow_run_id", recorded.workflow_run_id, given.workflow_run_id))
      return d;
  }
  if (auto d = other_amount("tokens_input", recorded.tokens_input, given.tokens_input)) return d;
  if (auto d = other_amount("tokens_output", recorded.tokens_output, given.tokens_output)) return d;
  if (auto d = other_amount("duration_seconds", recorded.duration_seconds, given.duration_seconds))
    return d;
  if (auto d =
          other_amount("tokens_cache_read", recorded.tokens_cache_read, given.tokens_cache_read))
    return d;
  if (auto d =
          other_amount("tokens_cache_write", recorded.tokens_cache_write, given.tokens_cache_write))
    return d;
  return other_extra(recorded.extra, given.extra);
}

Status check_given(std::string_view cannot, std::string_view member, bool given) {
  if (given) return {};
  return refuse(ErrorCode::kInvalidInput, cannot, fmt::format("{} is missing", member),
                fmt::format("give its {}", member));
}

template <typename T>
Status check_amount(std::string_view cannot, std::string_view member, const Opt<T>& amount) {
  if (!amount || !(amount->value < decltype(amount->value){})) return {};
  return refuse(ErrorCode::kInvalidInput, cannot, fmt::format("{} is {}", member, shown(*amount)),
                "it must be 0 or more");
}

Status check_name(std::string_view cannot, std::string_view member, const Opt<Text>& name) {
  return name ? check_word(cannot, fmt::format("the {}", member), name->value) : Status();
}

Status check_operation(const AiOperation& given, std::string_view cannot) {
  CS_TRY(check_given(cannot, "type", given.type.has_value()));
  CS_TRY(check_given(cannot, "model", given.model.has_value()));
  CS_TRY(check_given(cannot, "cost_usd", given.cost_usd.has_value()));
  CS_TRY(check_name(cannot, "type", given.type));
  CS_TRY(check_name(cannot, "model", given.model));
  CS_TRY(check_name(cannot, "workflow_run_id", given.workflow_run_id));
  CS_TRY(check_name(cannot, "operation_id", given.operation_id));
  CS_TRY(check_amount(cannot, "cost_usd", given.cost_usd));
  CS_TRY(check_amount(cannot, "tokens_input", given.tokens_input));
  CS_TRY(check_amount(cannot, "tokens_output", given.tokens_output));
  CS_TRY(check_amount(cannot, "duration_seconds", given.duration_seconds));
  CS_TRY(check_amount(cannot, "tokens_cache_read", given.tokens_cache_read));
  CS_TRY(check_amount(cannot, "tokens_cache_write", given.tokens_cache_write));
  if (given.operation_id || (given.workflow_run_id && given.created_at)) return {};
  return refuse(ErrorCode::kInvalidInput, cannot,
                "nothing tells it from a retry, which would count its cost twice",
                "give an operation_id, or both workflow_run_id and created_at");
}

// Refuses an operation_id that another pull request of the project has.
Status check_not_elsewhere(const Project& project, const PullRequest& pr, const AiOperation& given,
                           std::string_view cannot) {
  if (!given.operation_id) return {};
  for (const PullRequest& elsewhere : project.pull_requests) {
    if (&elsewhere == &pr) continue;
    for (const AiOperation& recorded : elsewhere.ai_operations) {
      if (recorded.operation_id != given.operation_id) continue;
      return refuse(ErrorCode::kConflict, cannot,
                    fmt::format("operation {} is already recorded for #{}",
                                quoted(given.operation_id->value), elsewhere.number.value),
                    "each operation needs an operation_id of its own");
    }
  }
  return {};
}

// Whether a record that has no id of its own gets that of `given`.
bool gets_id(const AiOperation& recorded, const AiOperation& given) {
  return given.operation_id && !recorded.operation_id;
}

// The record that `pr` has of the operation, one with its id before one without, null for none;
// kConflict when it has another with the same key.
Result<AiOperation*> recorded_as(PullRequest& pr, const AiOperation& given,
                                 std::string_view cannot) {
  AiOperation* without_id = nullptr;
  std::optional<std::string> conflict;
  for (AiOperation& recorded : pr.ai_operations) {
    if (!is_same_operation(recorded, given)) continue;
    const auto differs = difference(recorded, given);
    if (!differs && !gets_id(recorded, given)) return &recorded;
    if (!differs && without_id == nullptr) without_id = &recorded;
    if (differs && !conflict) conflict = differs;
  }
  if (!conflict) return without_id;
  return refuse(ErrorCode::kConflict, cannot,
                fmt::format("it is already recorded with {}", *conflict),
                "what is recorded stands; another operation needs an operation_id of its own");
}

// `given` with what every record has: a time with its zone, and amounts.
AiOperation completed(AiOperation given, Instant now) {
  if (!given.created_at) {
    given.created_at = Time(Timestamp(now));
  } else if (!given.created_at->value.is_zoned()) {
    given.created_at = Time(with_zone(given.created_at->value));
  }
  if (!given.tokens_input) given.tokens_input = Integer(0);
  if (!given.tokens_output) given.tokens_output = Integer(0);
  if (!given.duration_seconds) given.duration_seconds = Seconds(Duration{});
  return given;
}

}  // namespace

Status apply_to(Branch& branch, const AddAiOperations& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* pr, pr_in(*project, op.pr));
  bool changed = false;
  std::size_t place = 0;
  for (const AiOperation& given : op.operations) {
    const std::string cannot =
        fmt::format("record AI operation {} for #{} in {}", ++place, op.pr, quoted(op.project));
    CS_TRY(check_operation(given, cannot));
    CS_ASSIGN(AiOperation* const recorded, recorded_as(*pr, given, cannot));
    if (recorded != nullptr && !gets_id(*recorded, given)) continue;
    CS_TRY(check_not_elsewhere(*project, *pr, given, cannot));
    if (recorded != nullptr) {
      recorded->operation_id = given.operation_id;
    } else {
      pr->ai_operations.push_back(completed(given, now));
    }
    changed = true;
  }
  if (changed) touch(branch, *project, now);
  return {};
}

Operation without_recorded(Branch& branch, Operation operation) {
  auto* add = std::get_if<AddAiOperations>(&operation);
  if (add == nullptr || add->operations.size() < 2) return operation;
  const auto project = branch.get(add->project);
  const PullRequest* pr = project ? find_pr(**project, add->pr) : nullptr;
  if (pr == nullptr) return operation;
  PullRequest known = *pr;
  std::vector<AiOperation> added;
  for (const AiOperation& given : add->operations) {
    const auto recorded = recorded_as(known, given, "");
    const bool is_there = recorded && *recorded != nullptr;
    if (is_there && !gets_id(**recorded, given)) continue;
    if (is_there) {
      (*recorded)->operation_id = given.operation_id;
    } else {
      known.ai_operations.push_back(given);
    }
    added.push_back(given);
  }
  if (!added.empty()) add->operations = std::move(added);
  return operation;
}

}  // namespace claudestep::model
