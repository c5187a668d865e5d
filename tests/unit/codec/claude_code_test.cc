#include "codec/claude_code.h"

#include <gmock/gmock.h>

#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using test::FailsWithError;
using test::IsOkAndHolds;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kTwoModels = R"({
  "type": "result", "subtype": "success", "is_error": false, "duration_ms": 61500.25,
  "session_id": "s-1", "total_cost_usd": 0.12500000000000003,
  "usage": {"input_tokens": 1, "output_tokens": 2, "service_tier": "standard"},
  "modelUsage": {
    "claude-haiku-4-5": {"inputTokens": 10, "outputTokens": 20, "cacheReadInputTokens": 0,
      "cacheCreationInputTokens": 0, "webSearchRequests": 3, "costUSD": 0.025},
    "claude-opus-4-5": {"inputTokens": 1, "outputTokens": 2, "cacheReadInputTokens": 3,
      "cacheCreationInputTokens": 4, "costUSD": 0.10000000000000002, "contextWindow": 200000}},
  "permission_denials": [], "uuid": "u"})";

Result<std::vector<model::AiOperation>> read_run(std::string_view text,
                                                 const ClaudeCodeRun& run = ClaudeCodeRun()) {
  return read_claude_code(std::string(text), "run.json", run);
}

TEST(ClaudeCode, EachModelIsAnOperation) {
  ASSERT_OK_AND_ASSIGN(const auto operations, read_run(kTwoModels));
  ASSERT_THAT(operations, SizeIs(2));
  const model::AiOperation& haiku = operations[0];
  EXPECT_EQ(haiku.type->value, "PRCreation");
  EXPECT_EQ(haiku.model->value, "claude-haiku-4-5");
  EXPECT_EQ(haiku.cost_usd->value, Money{25'000'000});
  EXPECT_EQ(haiku.operation_id->value, "claude-code:s-1:claude-haiku-4-5");
  EXPECT_EQ(haiku.tokens_input->value, 10);
  EXPECT_EQ(haiku.tokens_output->value, 20);
  EXPECT_EQ(haiku.duration_seconds->value, Duration{});
  EXPECT_TRUE(haiku.created_at.is_absent());
  EXPECT_TRUE(haiku.workflow_run_id.is_absent());
  const model::AiOperation& opus = operations[1];
  EXPECT_EQ(opus.tokens_cache_read->value, 3);
  EXPECT_EQ(opus.tokens_cache_write->value, 4);
  EXPECT_EQ(opus.duration_seconds->value, Duration{61'500'250}) << "the dearest has the time";
}

TEST(ClaudeCode, NoiseOfBinaryFractionsIsNoCost) {
  ASSERT_OK_AND_ASSIGN(const auto operations, read_run(kTwoModels));
  EXPECT_EQ(operations[1].cost_usd->value, Money{100'000'000});
  EXPECT_EQ(operations[1].cost_usd->token, "") << "written as 0.1";
}

TEST(ClaudeCode, WhatTheCallerSaysIsInEachOperation) {
  ClaudeCodeRun run;
  run.type = "PRSummary";
  run.workflow_run_id = "123";
  run.created_at = *Timestamp::parse("2026-01-01T00:00:00Z");
  ASSERT_OK_AND_ASSIGN(const auto operations, read_run(kTwoModels, run));
  const model::AiOperation& opus = operations[1];
  EXPECT_EQ(opus.type->value, "PRSummary");
  EXPECT_EQ(opus.workflow_run_id->value, "123");
  EXPECT_TRUE(opus.run_id_is_number);
  EXPECT_EQ(opus.operation_id->value, "claude-code:s-1:claude-opus-4-5:123");
  EXPECT_EQ(opus.created_at->value.text(), "2026-01-01T00:00:00Z");

  run.workflow_run_id = "0123";
  ASSERT_OK_AND_ASSIGN(const auto others, read_run(kTwoModels, run));
  EXPECT_FALSE(others[1].run_id_is_number);
}

std::string run_in_one_line() {
  std::string text(kTwoModels);
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

TEST(ClaudeCode, ReadsAllMessagesWithTheResultLast) {
  ASSERT_OK_AND_ASSIGN(const auto alone, read_run(kTwoModels));
  const std::string init = R"({"type": "system", "subtype": "init", "model": "m"})";
  const std::string talk = R"({"type": "assistant", "message": {"content": []}})";
  for (const std::string& text :
       {"[" + init + ", " + talk + ", " + run_in_one_line() + "]",
        init + "\n" + talk + "\n" + run_in_one_line() + "\n",
        "\n" + init + "\r\n\r\n" + run_in_one_line(), run_in_one_line() + "\n",
        std::string("\xEF\xBB\xBF") + run_in_one_line(),
        run_in_one_line() + "\n" + run_in_one_line()}) {
    EXPECT_THAT(read_run(text), IsOkAndHolds(alone)) << text;
  }
}

constexpr std::string_view kUntold =
    R"({"type": "result", "session_id": "s", "total_cost_usd": 0.5, "duration_ms": 1000,
 "usage": {"input_tokens": 1, "output_tokens": 2, "cache_creation_input_tokens": 3,
  "cache_read_input_tokens": null}})";

TEST(ClaudeCode, AModelThatTheResultDoesNotTellComesFromTheBeginningOrTheCaller) {
  EXPECT_THAT(read_run(kUntold),
              FailsWithError(Error{ErrorCode::kInvalidInput,
                                   "the result has no member 'modelUsage'",
                                   {},
                                   {"name the model of the whole run with --model MODEL"},
                                   {"run.json", 1, 1}}));
  ClaudeCodeRun run;
  run.model = "mine";
  ASSERT_OK_AND_ASSIGN(const auto operations, read_run(kUntold, run));
  ASSERT_THAT(operations, SizeIs(1));
  EXPECT_EQ(operations[0].model->value, "mine");
  EXPECT_EQ(operations[0].cost_usd->value, Money{500'000'000});
  EXPECT_EQ(operations[0].tokens_cache_write->value, 3);
  EXPECT_TRUE(operations[0].tokens_cache_read.is_absent());
  EXPECT_EQ(operations[0].duration_seconds->value, Duration{1'000'000});

  const std::string hook = R"({"type": "system", "subtype": "hook_started"},)";
  const std::string init = R"({"type": "system", "subtype": "init", "model": "told"},)";
  ASSERT_OK_AND_ASSIGN(const auto told, read_run("[" + hook + init + std::string(kUntold) + "]"));
  EXPECT_EQ(told[0].model->value, "told");
}

TEST(ClaudeCode, ARunThatUsedNothingHasNoOperation) {
  EXPECT_THAT(
      read_run(R"({"type": "result", "session_id": "s", "total_cost_usd": 0, "modelUsage": {}})"),
      IsOkAndHolds(IsEmpty()));
}

struct RunRefusal {
  std::string_view text;
  std::string_view message;
  std::uint32_t line, column;
};

TEST(ClaudeCode, RefusesWithThePlace) {
  const RunRefusal refusals[] = {
      {"", "expected a value, found nothing: the document is empty", 1, 1},
      {"[]", "the document is an array; expected messages that end in a result", 1, 1},
      {"[1]", R"(the result is 1; expected an object with "type": "result")", 1, 2},
      {R"({"session_id": "s"})",
       R"(the result is an object; expected an object with "type": "result")", 1, 1},
      {R"({"type": "assistant"})", R"(type is "assistant"; expected "result")", 1, 10},
      {"{\"type\": \"system\"}\n{\"type\": \"assistant\"}\n",
       R"(type is "assistant"; expected "result")", 2, 10},
      {R"({"type": "result", "total_cost_usd": 1, "modelUsage": {}})",
       "the result has no member 'session_id'", 1, 1},
      {R"({"type": "result", "session_id": " ", "total_cost_usd": 1, "modelUsage": {}})",
       R"(session_id is " "; expected a name)", 1, 34},
      {R"({"type": "result", "session_id": "s", "modelUsage": {}})",
       "the result has no member 'total_cost_usd'", 1, 1},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": -1})",
       "total_cost_usd is -1; expected a number of 0 or more", 1, 57},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": "1"})",
       R"(total_cost_usd is "1"; expected a number of 0 or more)", 1, 57},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1, "duration_ms": -1})",
       "duration_ms is -1; expected a number of 0 or more", 1, 75},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1, "modelUsage": []})",
       "modelUsage is an array; expected an object", 1, 74},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1, "modelUsage": {"m": 1}})",
       "modelUsage.m is 1; expected an object", 1, 80},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1, "modelUsage": {"m": {}}})",
       "modelUsage.m has no member 'costUSD'", 1, 80},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1,
 "modelUsage": {"m": {"costUSD": 1, "inputTokens": 1.5}}})",
       "modelUsage.m.inputTokens is 1.5; expected a whole number of at most 64 bits", 2, 52},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1,
 "modelUsage": {"m": {"costUSD": 1, "inputTokens": -1}}})",
       "modelUsage.m.inputTokens is -1; expected a whole number of 0 or more", 2, 52},
      {R"({"type": "result", "session_id": "s", "total_cost_usd": 1,
 "modelUsage": {"m": {"costUSD": 0.5, "inputTokens": 1, "outputTokens": 1}}})",
       "total_cost_usd is 1; expected 0.5, the sum of modelUsage", 1, 57},
      {R"({"type": "result", "session_id": "s", "session_id": "t"})",
       "duplicate key 'session_id', first at line 1, column 20", 1, 39},
  };
  for (const RunRefusal& refusal : refusals) {
    const auto result = read_run(refusal.text);
    ASSERT_FALSE(result.has_value()) << refusal.text;
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(result.error().message, refusal.message);
    EXPECT_EQ(result.error().place, (Place{"run.json", refusal.line, refusal.column}))
        << to_string(result.error().place) << " " << refusal.message;
  }
}

TEST(ClaudeCode, AStreamThatWasCutOffIsPlacedAtItsLastLine) {
  EXPECT_THAT(read_run("{\"type\": \"system\", \"subtype\": \"init\"}\n{\"type\": \"res"),
              FailsWithError(::testing::Field(&Error::place, ::testing::Field(&Place::line, 2u))));
}

}  // namespace
}  // namespace claudestep::codec
