#include "base/result.h"

#include <gtest/gtest.h>

namespace claudestep {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::kInvalidInput, "odd");
  return number / 2;
}

Status check_quarter(int number) {
  CS_ASSIGN(const int once, half(number));
  CS_TRY(half(once));
  return {};
}

TEST(Result, NamesAndExitCodesAreTheContract) {
  struct Row {
    ErrorCode code;
    std::string_view name;
    int exit_code;
  };
  const Row rows[] = {
      {ErrorCode::kUsage, "usage", 2},
      {ErrorCode::kInvalidInput, "invalid_input", 2},
      {ErrorCode::kNotFound, "not_found", 3},
      {ErrorCode::kBusy, "busy", 4},
      {ErrorCode::kDirty, "dirty", 4},
      {ErrorCode::kConflict, "conflict", 4},
      {ErrorCode::kAlreadyExists, "already_exists", 4},
      {ErrorCode::kDivergedRewound, "diverged_rewound", 4},
      {ErrorCode::kCorrupt, "corrupt", 5},
      {ErrorCode::kSchemaUnusable, "schema_unusable", 5},
      {ErrorCode::kUnsupported, "unsupported", 6},
      {ErrorCode::kIo, "io", 7},
      {ErrorCode::kGitFailed, "git_failed", 7},
      {ErrorCode::kRejected, "rejected", 7},
      {ErrorCode::kInternal, "internal", 70},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(error_code_name(row.code), row.name);
    EXPECT_EQ(exit_code_for(row.code), row.exit_code) << row.name;
    EXPECT_EQ((Error{.code = row.code, .message = ""}.retryable()), row.name == "busy");
  }
}

TEST(Result, PlaceLeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_string(Place{}), "");
  EXPECT_EQ(to_string(Place{.file = "a.json", .line = 0, .column = 0}), "a.json");
  EXPECT_EQ(to_string(Place{.file = "a.json", .line = 3, .column = 0}), "a.json:3");
  EXPECT_EQ(to_string(Place{.file = "a.json", .line = 3, .column = 7}), "a.json:3:7");
  EXPECT_EQ(to_string(Place{.file = "", .line = 3, .column = 7}), "3:7");
}

TEST(Result, ErrorsGrowCausesHintsAndAPlace) {
  const Error error = Error{.code = ErrorCode::kCorrupt, .message = "a comma is missing"}
                          .caused_by("the file was cut")
                          .hint("fetch it again")
                          .at(Place{.file = "a.json", .line = 1, .column = 2})
                          .within("cannot read 'a'");
  EXPECT_EQ(error, (Error{.code = ErrorCode::kCorrupt,
                          .message = "cannot read 'a'",
                          .causes = {"a comma is missing", "the file was cut"},
                          .hints = {"fetch it again"},
                          .place = {.file = "a.json", .line = 1, .column = 2}}));
}

TEST(Result, AnErrorAndItsCausesCanStandOnOneLine) {
  EXPECT_EQ((Error{ErrorCode::kIo, "cannot read 'a'"}).one_line(), "cannot read 'a'");
  EXPECT_EQ(
      (Error{ErrorCode::kIo, "cannot read 'a'"}.caused_by("b").caused_by("c").hint("d").one_line()),
      "cannot read 'a': b: c");
}

TEST(Result, TryAndAssignReturnTheFirstError) {
  EXPECT_TRUE(check_quarter(8).has_value());
  EXPECT_EQ(check_quarter(6).error().message, "odd");
  EXPECT_EQ(check_quarter(3).error().code, ErrorCode::kInvalidInput);
}

TEST(ResultDeathTest, ABrokenInvariantEndsTheProcess) {
  EXPECT_DEATH(CS_CHECK(1 + 1 == 3), "result_test.cc:[0-9]+: broken invariant: 1 \\+ 1 == 3");
}

}  // namespace
}  // namespace claudestep
