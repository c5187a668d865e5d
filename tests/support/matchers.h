// Owns: how tests speak of a Result: EXPECT_THAT(read(x), IsOkAndHolds(3)), FailsWith(code,
// "text"), and how gtest prints one. There is no "fails somehow".
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <type_traits>

#include "base/result.h"

namespace claudestep {

// Prints the whole error over several lines, as gtest shows it in a failure.
void PrintTo(const Error& error, std::ostream* out);

}  // namespace claudestep

namespace tl {

// Found by gtest through the argument's namespace.
template <typename T>
void PrintTo(const expected<T, claudestep::Error>& result, std::ostream* out) {
  if (!result.has_value()) {
    PrintTo(result.error(), out);
  } else if constexpr (std::is_void_v<T>) {
    *out << "ok";
  } else {
    *out << "ok, holding " << ::testing::PrintToString(*result);
  }
}

}  // namespace tl

namespace claudestep::test {

namespace internal {
// "code: message" and the rest of the error, in one line.
[[nodiscard]] std::string explain(const Error& error);
// Whether the error has this code and `text` in its message. Requires: `text` is not empty.
[[nodiscard]] bool fails_with(const Error& error, ErrorCode code, const std::string& text);
[[nodiscard]] std::string describe_failure(bool negation, ErrorCode code, const std::string& text);
}  // namespace internal

// Matches a Result or Status that succeeded.
MATCHER(IsOk, negation ? "has failed" : "is ok") {
  if (arg.has_value()) return true;
  *result_listener << "which failed with " << internal::explain(arg.error());
  return false;
}

// Matches a Result that succeeded with a value that `inner` (a matcher or a value) matches.
MATCHER_P(IsOkAndHolds, inner,
          negation ? "has failed or holds another value" : "is ok and holds it") {
  if (!arg.has_value()) {
    *result_listener << "which failed with " << internal::explain(arg.error());
    return false;
  }
  return ::testing::ExplainMatchResult(inner, *arg, result_listener);
}

// Matches a Result or Status that failed with `code` and whose message contains `text`.
MATCHER_P2(FailsWith, code, text, internal::describe_failure(negation, code, text)) {
  if (arg.has_value()) {
    *result_listener << "which is ok";
    return false;
  }
  *result_listener << "which failed with " << internal::explain(arg.error());
  return internal::fails_with(arg.error(), code, text);
}

// Matches a Result or Status that failed with an Error that `inner` matches: the whole of it, its
// place, its hints. FailsWithError(Error{...}) compares everything.
MATCHER_P(FailsWithError, inner, negation ? "is ok or fails otherwise" : "fails with that error") {
  if (arg.has_value()) {
    *result_listener << "which is ok";
    return false;
  }
  *result_listener << "which failed with " << internal::explain(arg.error()) << " ";
  return ::testing::ExplainMatchResult(inner, arg.error(), result_listener);
}

}  // namespace claudestep::test

#define EXPECT_OK(expr) EXPECT_THAT((expr), ::claudestep::test::IsOk())
#define ASSERT_OK(expr) ASSERT_THAT((expr), ::claudestep::test::IsOk())

// Declares `decl` with the value of `expr`, or ends the test: ASSERT_OK_AND_ASSIGN(auto p,
// read(x)).
#define ASSERT_OK_AND_ASSIGN(decl, expr) \
  ASSERT_OK_AND_ASSIGN_IMPL(CS_CONCAT(cs_assert_result_, __LINE__), decl, expr)
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot be in parentheses
#define ASSERT_OK_AND_ASSIGN_IMPL(tmp, decl, expr) \
  auto tmp = (expr);                               \
  ASSERT_THAT(tmp, ::claudestep::test::IsOk());    \
  decl = *std::move(tmp)
// NOLINTEND(bugprone-macro-parentheses)
