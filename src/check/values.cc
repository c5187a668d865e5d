#include "check/values.h"

#include <cstdint>
#include <limits>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "model/project.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestShown = 60;
constexpr std::int64_t kMostTasks = 100'000;
constexpr std::int64_t kClocksDiffer = 300;  // seconds

using Findings = std::vector<ValueFinding>;

// The value as a message shows it: `"soon"`, `3`, `an array`.
std::string show(const Value& value) {
  switch (value.kind) {
    case ValueKind::kString: {
      std::string token = quoted(value.text, kLongestShown);
      token.front() = '"';
      token.back() = '"';
      return token;
    }
    case ValueKind::kNumber:
      return truncate_to_width(value.text, kLongestShown);
    case ValueKind::kBool:
      return value.boolean ? "true" : "false";
    default:
      return std::string(describe(value.kind));
  }
}

Findings refuse(std::string_view code, const Value& value, std::string_view what) {
  return {{code, expected(value, what)}};
}

Findings wrong_type(const Value& value, std::string_view what) {
  return refuse("schema/type", value, what);
}

// For what is no whole number of 64 bits: whether it is one beyond them, or none at all.
Findings beyond_64_bits(const Value& value) {
  constexpr std::string_view kWhat = "a whole number of at most 64 bits";
  const bool negative = value.text.starts_with('-');
  const bool whole =
      value.text.find_first_not_of("0123456789", negative ? 1 : 0) == std::string::npos;
  if (!whole) return wrong_type(value, kWhat);
  return refuse(negative ? "schema/minimum" : "schema/maximum", value, kWhat);
}

Findings judge_whole(const Value& value, std::int64_t least, std::int64_t most) {
  if (!value.is_number()) return wrong_type(value, "a whole number");
  const auto number = parse_integer(value.text);
  if (!number) return beyond_64_bits(value);
  if (*number < least) {
    return refuse("schema/minimum", value,
                  "a whole number of " + std::to_string(least) + " or more");
  }
  if (*number > most) {
    return refuse("schema/maximum", value,
                  "a whole number of " + std::to_string(most) + " or less");
  }
  return {};
}

Findings negative(const Value& value) {
  return {{"op/negative", "is " + show(value) + ", which is negative"}};
}

Findings judge_tokens(const Value& value) {
  if (!value.is_number()) return wrong_type(value, "a whole number");
  const auto number = parse_integer(value.text);
  if (!number) return beyond_64_bits(value);
  return *number < 0 ? negative(value) : Findings();
}

Findings judge_amount(const Value& value, int digits, std::string_view what) {
  if (!value.is_number()) return wrong_type(value, what);
  const auto number = parse_scaled(value.text, digits);
  if (!number) return refuse("schema/maximum", value, "a number of at most 10^18");
  if (number->units < 0) return negative(value);
  return {};
}

Findings judge_cost(const Value& value) {
  Findings findings = judge_amount(value, 9, "an amount of dollars such as 0.17");
  const auto number = value.is_number() ? parse_scaled(value.text, 9) : ScaledNumber{};
  if (number && !number->exact) {
    findings.push_back({"op/cost-precision", "is " + show(value) +
                                                 ", which has more than nine decimals; sums take " +
                                                 format_scaled(number->units, 9)});
  }
  return findings;
}

Findings judge_time(const Value& value, MemberKind kind, Instant now) {
  constexpr std::string_view kExample = "a time such as 2026-01-27T10:00:00Z";
  if (!value.is_string()) return wrong_type(value, kExample);
  const auto time = Timestamp::parse(value.text);
  if (!time) {
    std::string what = expected(value, kExample);
    // The parser says more where the form is right and the moment is none.
    if (!time.error().message.starts_with("expected")) what += ": " + time.error().message;
    return {{"schema/format", std::move(what)}};
  }
  Findings findings;
  if (!time->is_zoned()) {
    findings.push_back(
        {"time/no-zone", "is " + show(value) + ", which has no zone; it is read as UTC"});
  }
  if (kind == MemberKind::kTime && time->instant() > plus_seconds(now, kClocksDiffer)) {
    findings.push_back(
        {"time/future", "is " + show(value) + ", but it is only " + format_instant(now)});
  }
  return findings;
}

template <typename Parse>
Findings judge_word(const Value& value, const std::vector<std::string>& words, Parse&& parse) {
  std::string what = "one of ";
  for (const std::string& word : words) what += (&word == &words.front() ? "" : ", ") + word;
  if (!value.is_string()) return wrong_type(value, what);
  if (parse(value.text)) return {};
  if (const auto meant = nearest(value.text, words)) what += " (did you mean " + *meant + "?)";
  return refuse("schema/enum", value, what);
}

Findings judge_version(const Value& value) {
  constexpr std::string_view kExample = "a version such as \"2.0\"";
  if (!value.is_string()) return wrong_type(value, kExample);
  const std::string& text = value.text;
  const bool is_version = !text.empty() && text.front() != '.' && text.back() != '.' &&
                          text.find("..") == std::string::npos &&
                          text.find_first_not_of("0123456789.") == std::string::npos;
  if (is_version) return {};
  return refuse("schema/pattern", value, kExample);
}

}  // namespace

std::string expected(const Value& value, std::string_view what) {
  return "is " + show(value) + "; expected " + std::string(what);
}

std::vector<ValueFinding> judge(const Value& value, MemberKind kind, Instant now) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  switch (kind) {
    case MemberKind::kText:
      return value.is_string() ? Findings() : wrong_type(value, "a string");
    case MemberKind::kVersion:
      return judge_version(value);
    case MemberKind::kPositive:
      return judge_whole(value, 1, kMost);
    case MemberKind::kCount:
      return judge_whole(value, 0, kMostTasks);
    case MemberKind::kTokens:
      return judge_tokens(value);
    case MemberKind::kCost:
      return judge_cost(value);
    case MemberKind::kSeconds:
      return judge_amount(value, 6, "a number of seconds such as 12.5");
    case MemberKind::kTime:
    case MemberKind::kDeadline:
      return judge_time(value, kind, now);
    case MemberKind::kFlag:
      return value.is_bool() ? Findings() : wrong_type(value, "true or false");
    case MemberKind::kStatus:
      return judge_word(value, {"pending", "in_progress", "completed"}, model::parse_task_status);
    case MemberKind::kPrState:
      return judge_word(value, {"open", "merged", "closed"}, model::parse_pr_state);
    case MemberKind::kRunId:
      return value.is_string() || value.is_number() ? Findings()
                                                    : wrong_type(value, "a number or a string");
    case MemberKind::kTexts:
    case MemberKind::kRecord:
    case MemberKind::kRecords:
      break;
  }
  abort_with(__FILE__, __LINE__, "a member that holds no single value");
}

}  // namespace claudestep::check
