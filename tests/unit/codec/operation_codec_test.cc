#include "codec/operation_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using model::Operation;

std::string written(const Operation& operation) {
  JsonWriter writer(JsonLayout::kCompact);
  write_operation(writer, operation);
  return std::move(writer).finish();
}

// One line for every kind, as we write it.
constexpr const char* kCanonical[] = {
    R"({"op":"create-project","project":"a"})",
    R"({"op":"set-plan","project":"a","path":"spec.md","kind":"spec.md","tasks":[]})",
    R"({"op":"set-plan","project":"a","path":"p","kind":"spec.yaml","tasks":[)"
    R"({"id":"i","description":"d","depends_on":["12345678"],"checked":false,)"
    R"("source":{"spec":"s","task":null,"requirements":["FR-1"],"x":1.0}},{"description":"e"}]})",
    R"({"op":"add-task","project":"a","description":"d"})",
    R"({"op":"add-task","project":"a","description":"d","index":2,"depends_on":[1,"39b1209d"]})",
    R"({"op":"edit-task","project":"a","task":"39b1209d-2","description":"é"})",
    R"({"op":"check-task","project":"a","task":1,"checked":true})",
    R"({"op":"check-task","project":"a","task":1,"checked":false})",
    R"({"op":"claim","project":"a","task":1,"by":"r","ttl_seconds":7200})",
    R"({"op":"claim","project":"a","task":1,"by":"r","reviewer":"v","ttl_seconds":60})",
    R"({"op":"release","project":"a","task":"01234567"})",
    R"({"op":"open-pr","project":"a","task":3,"pr":42,"branch":"b"})",
    R"({"op":"open-pr","project":"a","task":3,"pr":42,"branch":"b","reviewer":"r","title":"t",)"
    R"("created_at":"2026-01-27 10:00:00.5"})",
    R"({"op":"set-pr-state","project":"a","pr":42,"state":"closed"})",
    R"({"op":"set-pr-state","project":"a","pr":42,"state":"closed","doubted":true})",
    R"({"op":"set-pr-state","project":"a","pr":42,"state":"merged","at":"2026-01-27T10:00:00Z",)"
    R"("merge_commit":"8c1d"})",
    R"({"op":"assign","project":"a","pr":42,"reviewer":"r"})",
    R"({"op":"move-pr","project":"a","pr":42,"task":5})",
    R"({"op":"retitle","project":"a","pr":42,"title":"t"})",
    R"({"op":"add-ai-operations","project":"a","pr":42,"operations":[{"type":"PRCreation",)"
    R"("cost_usd":0.10,"workflow_run_id":"r","x":{"y":[]}}]})",
    R"({"op":"rename","project":"a","to":"b"})",
    R"({"op":"archive","project":"a"})",
    R"({"op":"unarchive","project":"a"})",
    R"({"op":"delete","project":"a"})",
    R"({"op":"migrate","project":"a"})",
    R"({"op":"repair","project":"a"})",
};

TEST(OperationCodec, ReadsWhatItWrites) {
  std::vector<bool> seen(std::variant_size_v<Operation>, false);
  for (const char* line : kCanonical) {
    ASSERT_OK_AND_ASSIGN(const auto operations, read_operations(line, "ops"));
    ASSERT_EQ(operations.size(), 1U);
    EXPECT_EQ(written(operations.front()), line);
    seen.at(operations.front().index()) = true;
  }
  // An undo is told and not read back.
  seen.at(Operation(model::UndoCommit()).index()) = true;
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0) << "a kind without a sample";
}

TEST(OperationCodec, AnUndoIsToldAndNotReadBack) {
  model::UndoCommit undo;
  undo.project = "a";
  undo.commit = "8c1d";
  undo.subject = "close #80";
  const std::string line = written(undo);
  EXPECT_EQ(line, R"({"op":"undo","project":"a","commit":"8c1d"})");
  EXPECT_THAT(read_operations(line, "ops"),
              test::FailsWith(ErrorCode::kInvalidInput,
                              "op is \"undo\"; expected an operation that says what it does"));
}

TEST(OperationCodec, FillsInDefaults) {
  ASSERT_OK_AND_ASSIGN(
      const auto operations,
      read_operations(R"({"project":"a","op":"claim","task":"1","by":"r","reviewer":null})"
                      "\r\n\n  \n"
                      R"({"project":"a","op":"check-task","task":2})"
                      "\n",
                      "ops"));
  ASSERT_EQ(operations.size(), 2U);
  EXPECT_EQ(written(operations.at(0)),
            R"({"op":"claim","project":"a","task":1,"by":"r","ttl_seconds":7200})");
  EXPECT_EQ(written(operations.at(1)),
            R"({"op":"check-task","project":"a","task":2,"checked":true})");
}

TEST(OperationCodec, ReadsNothingFromNothing) {
  EXPECT_THAT(read_operations("", "ops"), test::IsOkAndHolds(testing::IsEmpty()));
  EXPECT_THAT(read_operations("\n \n\t", "ops"), test::IsOkAndHolds(testing::IsEmpty()));
}

TEST(OperationCodec, KeepsHugeWordsAsText) {
  EXPECT_EQ(written(model::ReleaseTask{.project = "a", .task = "99999999999999999999"}),
            R"({"op":"release","project":"a","task":"99999999999999999999"})");
  EXPECT_EQ(written(model::ReleaseTask{.project = "a", .task = ""}),
            R"({"op":"release","project":"a","task":""})");
}

TEST(OperationCodec, RefusesWithPlaceAndHint) {
  struct Row {
    std::string_view line;
    std::string_view message;
    std::string_view hint;
  };
  const Row rows[] = {
      {"{", "2:2: expected a key in double quotes or '}', found the end of the document", ""},
      {"{}{}", "2:3: expected nothing after the value, found '{'", ""},
      {"3", "2:1: the operation is 3; expected an object", ""},
      {"{}", "2:1: the operation has no member 'op'", ""},
      {R"({"op":"archive"})", "2:1: the operation has no member 'project'", ""},
      {R"({"op":"opne-pr"})",
       "2:7: op is \"opne-pr\"; expected the name of an operation such as open-pr",
       "did you mean 'open-pr'?"},
      {R"({"op":"fly"})", "2:7: op is \"fly\"; expected the name of an operation such as open-pr",
       ""},
      {R"({"op":7})", "2:7: op is 7; expected the name of an operation such as open-pr", ""},
      {R"({"op":"archive","project":1})", "2:27: project is 1; expected a string", ""},
      {R"({"op":"archive","project":"a","to":"b"})",
       "2:31: the operation has an unknown member 'to'", ""},
      {R"({"op":"open-pr","project":"a","task":1,"pr":2,"brnch":"b"})",
       "2:47: the operation has an unknown member 'brnch'", "did you mean 'branch'?"},
      {R"({"op":"open-pr","project":"a","task":1,"pr":2})",
       "2:1: the operation has no member 'branch'", ""},
      {R"({"opp":"archive","project":"a"})", "2:2: the operation has an unknown member 'opp'",
       "did you mean 'op'?"},
      {R"({"project":"a","to":"b"})", "2:1: the operation has no member 'op'", ""},
      {R"({"op":"archive","projct":"a"})", "2:17: the operation has an unknown member 'projct'",
       "did you mean 'project'?"},
      {R"({"op":"open-pr","project":"a","task":true,"pr":2,"brnch":"b"})",
       "2:38: task is true; expected the index or the id of a task", ""},
      {R"({"op":"open-pr","project":"a","task":1,"pr":2,"branch":"b","revewer":"r"})",
       "2:60: the operation has an unknown member 'revewer'", "did you mean 'reviewer'?"},
      {R"({"op":"open-pr","project":"a","task":true,"pr":2,"branch":"b"})",
       "2:38: task is true; expected the index or the id of a task", ""},
      {R"({"op":"open-pr","project":"a","task":0,"pr":2,"branch":"b"})",
       "2:38: task is 0; expected a whole number of 1 or more", ""},
      {R"({"op":"open-pr","project":"a","task":1,"pr":"2","branch":"b"})",
       "2:45: pr is \"2\"; expected a whole number", ""},
      {R"({"op":"open-pr","project":"a","task":1,"pr":2,"branch":"b","created_at":"now"})",
       "2:73: created_at is \"now\"; expected a time such as 2026-01-27T10:00:00Z", ""},
      {R"({"op":"set-pr-state","project":"a","pr":2,"state":"shut"})",
       "2:51: state is \"shut\"; expected one of open, merged, closed", ""},
      {R"({"op":"claim","project":"a","task":1,"by":"r","ttl_seconds":0})",
       "2:61: ttl_seconds is 0; expected a whole number of 1 or more", ""},
      {R"({"op":"check-task","project":"a","task":1,"checked":"no"})",
       "2:53: checked is \"no\"; expected true or false", ""},
      {R"({"op":"add-ai-operations","project":"a","pr":2})",
       "2:1: the operation has no member 'operations'", ""},
      {R"({"op":"add-ai-operations","project":"a","pr":2,"operations":[{"cost_usd":-1}]})",
       "2:74: operations[0].cost_usd is -1; expected a number of 0 or more", ""},
      {R"({"op":"set-plan","project":"a","path":"p","kind":"k","tasks":[{"descripton":"d"}]})",
       "2:64: tasks[0] has an unknown member 'descripton'", "did you mean 'description'?"},
      {R"({"op":"set-plan","project":"a","path":"p","kind":"k","tasks":[{}]})",
       "2:63: tasks[0] has no member 'description'", ""},
      {R"({"op":"set-plan","project":"a","path":"p","kind":"k","tasks":[{"description":"d","ID":1}]})",
       "2:82: tasks[0] has an unknown member 'ID'", "did you mean 'id'?"},
  };
  for (const Row& row : rows) {
    const std::string bytes = std::string(kCanonical[0]) + "\n" + std::string(row.line);
    const auto read = read_operations(bytes, "ops.jsonl");
    ASSERT_FALSE(read.has_value()) << row.line;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(to_string(read.error().place) + ": " + read.error().message,
              "ops.jsonl:" + std::string(row.message));
    EXPECT_EQ(read.error().hints.empty() ? "" : read.error().hints.front(), row.hint) << row.line;
  }
}

}  // namespace
}  // namespace claudestep::codec
