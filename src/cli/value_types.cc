#include "cli/value_types.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/time.h"
#include "cli/options.h"
#include "store/done_write.h"

namespace claudestep::cli {
namespace {

Status check_integer(std::string_view word, std::int64_t least) {
  std::int64_t number = 0;
  const char* const end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, number);
  if (result.ec == std::errc::result_out_of_range && result.ptr == end) {
    return fail(ErrorCode::kInvalidInput, quoted(word) + " is too large a number");
  }
  if (result.ec != std::errc() || result.ptr != end) {
    return fail(ErrorCode::kInvalidInput, quoted(word) + " is not a whole number");
  }
  if (number < least) {
    return fail(ErrorCode::kInvalidInput, quoted(word) + " is not a whole number from 1");
  }
  return {};
}

Status check_choice(const std::vector<std::string_view>& choices, std::string_view word) {
  if (std::find(choices.begin(), choices.end(), word) != choices.end()) return {};
  Error error{ErrorCode::kUsage, quoted(word) + " is none of " + joined(choices)};
  const std::vector<std::string> names(choices.begin(), choices.end());
  if (const auto near = nearest(word, names)) {
    error.hints.push_back("did you mean '" + *near + "'?");
  }
  return fail(std::move(error));
}

Status check_moment(std::string_view word) {
  if (parse_moment(word, Instant{})) return {};
  return fail(ErrorCode::kInvalidInput, quoted(word) +
                                            " is none of 30d, 2w, a date such as 2026-01-27, " +
                                            "a time such as 2026-01-27T10:00:00Z");
}

Status check_time(std::string_view word) {
  // A moment is a time, a date or a duration back from now; only the last has no place here.
  if (!parse_duration(word) && parse_moment(word, Instant{})) return {};
  return fail(ErrorCode::kInvalidInput, quoted(word) +
                                            " is no date such as 2026-01-27 and no time such as " +
                                            "2026-01-27T10:00:00Z");
}

Status check_duration(std::string_view word) {
  if (auto duration = parse_duration(word); !duration) return fail(std::move(duration).error());
  return {};
}

// What else it may not be is the same for ids that no command line gives (store/commit_message.h).
Status check_given_id(std::string_view word) {
  if (!store::is_numbered_id(word)) return {};
  return fail(Error{ErrorCode::kUsage, quoted(word) + " ends in ~ and a number"}
                  .caused_by("claudestep ends the id of a claim so that it makes anew for an "
                             "--op-id whose claim is over")
                  .hint("give another id, one that ends otherwise: run-7/2, say"));
}

}  // namespace

Status check_value(ValueType type, const std::vector<std::string_view>& choices,
                   std::string_view word) {
  switch (type) {
    case ValueType::kInteger:
      return check_integer(word, INT64_MIN);
    case ValueType::kPositive:
      return check_integer(word, 1);
    case ValueType::kChoice:
      return check_choice(choices, word);
    case ValueType::kTime:
      return check_time(word);
    case ValueType::kMoment:
      return check_moment(word);
    case ValueType::kDuration:
      return check_duration(word);
    case ValueType::kOpId:
      return check_given_id(word);
    case ValueType::kFlag:
    case ValueType::kText:
    case ValueType::kProject:
    case ValueType::kTask:
    case ValueType::kRevision:
    case ValueType::kCommit:
    case ValueType::kFile:
    case ValueType::kFolder:
      break;
  }
  return {};
}

}  // namespace claudestep::cli
