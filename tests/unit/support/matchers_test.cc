#include "tests/support/matchers.h"

#include <gtest/gtest-spi.h>

#include <memory>
#include <string>

#include "base/result.h"

namespace claudestep::test {
namespace {

using ::testing::_;
using ::testing::Field;
using ::testing::Gt;
using ::testing::Not;
using ::testing::StringMatchResultListener;

Result<int> seven() {
  return 7;
}
Result<int> missing() {
  return fail(ErrorCode::kNotFound, "no project 'auth'");
}
Status done() {
  return {};
}
Status busy() {
  return fail(ErrorCode::kBusy, "the ref is being written");
}

template <typename Matcher, typename Value>
std::string explanation(const Matcher& matcher, const Value& value) {
  StringMatchResultListener listener;
  ::testing::ExplainMatchResult(matcher, value, &listener);
  return listener.str();
}

TEST(Matchers, IsOkTellsSuccessFromFailure) {
  EXPECT_THAT(seven(), IsOk());
  EXPECT_THAT(done(), IsOk());
  EXPECT_THAT(missing(), Not(IsOk()));
  EXPECT_THAT(busy(), Not(IsOk()));
}

TEST(Matchers, IsOkExplainsTheError) {
  EXPECT_EQ(explanation(IsOk(), missing()), "which failed with not_found: no project 'auth'");
}

TEST(Matchers, IsOkAndHoldsLooksAtTheValue) {
  EXPECT_THAT(seven(), IsOkAndHolds(7));
  EXPECT_THAT(seven(), IsOkAndHolds(Gt(6)));
  EXPECT_THAT(seven(), Not(IsOkAndHolds(8)));
  EXPECT_THAT(missing(), Not(IsOkAndHolds(_)));
}

TEST(Matchers, IsOkAndHoldsTakesValuesThatOnlyMove) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  EXPECT_THAT(result, IsOkAndHolds(::testing::Pointee(7)));
}

TEST(Matchers, FailsWithNeedsTheCodeAndTheText) {
  EXPECT_THAT(missing(), FailsWith(ErrorCode::kNotFound, "'auth'"));
  EXPECT_THAT(busy(), FailsWith(ErrorCode::kBusy, "being written"));
  EXPECT_THAT(missing(), Not(FailsWith(ErrorCode::kConflict, "'auth'")));
  EXPECT_THAT(missing(), Not(FailsWith(ErrorCode::kNotFound, "'other'")));
  EXPECT_THAT(seven(), Not(FailsWith(ErrorCode::kNotFound, "'auth'")));
  EXPECT_EQ(explanation(FailsWith(ErrorCode::kNotFound, "x"), seven()), "which is ok");
}

TEST(Matchers, FailsWithDescribesWhatIsWanted) {
  const ::testing::Matcher<Status> matcher = FailsWith(ErrorCode::kBusy, "written");
  EXPECT_EQ(::testing::DescribeMatcher<Status>(matcher), "fails with busy: ...written...");
}

TEST(MatchersDeathTest, FailsWithRefusesAnEmptyText) {
  EXPECT_DEATH(EXPECT_THAT(missing(), FailsWith(ErrorCode::kNotFound, "")), "!text.empty\\(\\)");
}

TEST(Matchers, FailsWithErrorSeesTheWholeOfIt) {
  const Error error{ErrorCode::kConflict, "m", {"cause"}, {"hint"}, {"f.json", 3, 4}};
  const Result<int> result = fail(error);
  EXPECT_THAT(result, FailsWithError(error));
  EXPECT_THAT(result, FailsWithError(Field(&Error::place, Place{"f.json", 3, 4})));
  EXPECT_THAT(result, Not(FailsWithError(Error{ErrorCode::kConflict, "m"})));
  EXPECT_THAT(seven(), Not(FailsWithError(_)));
}

TEST(Matchers, ResultsArePrintedForPeople) {
  EXPECT_EQ(::testing::PrintToString(seven()), "ok, holding 7");
  EXPECT_EQ(::testing::PrintToString(done()), "ok");
  const Error error{ErrorCode::kConflict, "m", {"cause"}, {"way out"}, {"f.json", 3, 4}};
  EXPECT_EQ(::testing::PrintToString(Result<int>(fail(error))),
            "conflict: m\n  at f.json:3:4\n  caused by: cause\n  hint: way out");
}

TEST(Matchers, AssertOkAndAssignGivesTheValue) {
  ASSERT_OK_AND_ASSIGN(const int value, seven());
  EXPECT_EQ(value, 7);
  ASSERT_OK(done());
  EXPECT_OK(seven());
}

void assign_from_a_failure() {
  ASSERT_OK_AND_ASSIGN(const int value, missing());
  FAIL() << "went on with " << value;
}

TEST(Matchers, AssertOkAndAssignEndsTheTestOnFailure) {
  EXPECT_FATAL_FAILURE(assign_from_a_failure(), "no project 'auth'");
}

}  // namespace
}  // namespace claudestep::test
