#include "cli/error_output.h"

#include <gtest/gtest.h>

#include "tests/unit/cli/fake_context.h"

namespace claudestep::cli {
namespace {

std::string shown(const Error& error, ErrorForm form = ErrorForm::kText) {
  FakeContext fake;
  print_error(fake.context, error, form);
  EXPECT_EQ(fake.out, "");
  return fake.err;
}

Error conflict() {
  return Error{ErrorCode::kConflict,
               "cannot open #42 in 'auth': it is already recorded for task 3",
               {"the branch moved", "another writer"},
               {"claudestep pr move auth --pr 42 --task 5"}};
}

TEST(ErrorOutput, SaysErrorCausesHints) {
  EXPECT_EQ(shown(conflict()),
            "error: cannot open #42 in 'auth': it is already recorded for task 3\n"
            "  caused by: the branch moved\n"
            "  caused by: another writer\n"
            "hint: claudestep pr move auth --pr 42 --task 5\n");
}

TEST(ErrorOutput, SaysThePlace) {
  Error error{ErrorCode::kInvalidInput, "expected a value", {}, {}, {"specs/a.yml", 3, 5}};
  EXPECT_EQ(shown(error), "error: specs/a.yml:3:5: expected a value\n");
}

TEST(ErrorOutput, ShowsNoControlCharactersAndNoWorkflowCommands) {
  Error error{ErrorCode::kRejected,
              "\x1b[2Jrejected \xff",
              {"line one\r\n::set-output name=x::y\n\n  ::error::z\n", "##[error] a"},
              {},
              {"a\nb.json", 1, 0}};
  EXPECT_EQ(shown(error),
            "error: a\\nb.json:1: \\x1b[2Jrejected \\xff\n"
            "  caused by: line one\n"
            "    \\x3a:set-output name=x::y\n"
            "      \\x3a:error::z\n"
            "  caused by: \\x23#[error] a\n");
}

TEST(ErrorOutput, ColoursOnlyWhenAllowed) {
  FakeContext fake;
  fake.context.terminal.err_color = true;
  print_error(fake.context, Error{ErrorCode::kBusy, "busy", {}, {"wait"}}, ErrorForm::kText);
  EXPECT_EQ(fake.err, "\x1b[31merror:\x1b[0m busy\n\x1b[36mhint:\x1b[0m wait\n");
}

TEST(ErrorOutput, IsOneLineOfJson) {
  EXPECT_EQ(
      shown(conflict(), ErrorForm::kJson),
      R"({"kind":"error","version":1,"code":"conflict",)"
      R"("message":"cannot open #42 in 'auth': it is already recorded for task 3",)"
      R"("causes":["the branch moved","another writer"],)"
      R"("hints":["claudestep pr move auth --pr 42 --task 5"],"retryable":false,"place":null})"
      "\n");
}

TEST(ErrorOutput, JsonKeepsPlaceAndIsAlwaysUtf8) {
  Error error{ErrorCode::kBusy, "a\xff\n", {}, {}, {"x.json", 2, 0}};
  EXPECT_EQ(shown(error, ErrorForm::kJson),
            R"({"kind":"error","version":1,"code":"busy","message":"a\\xff\\n","causes":[],)"
            R"("hints":[],"retryable":true,"place":{"file":"x.json","line":2,"column":null}})"
            "\n");
}

}  // namespace
}  // namespace claudestep::cli
