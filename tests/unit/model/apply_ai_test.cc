#include <gmock/gmock.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::later;
using test::Ledger;
using test::make_pr;
using test::make_project;
using test::time;

constexpr std::int64_t kCent = 10'000'000;

AiOperation operation() {
  AiOperation operation;
  operation.type = Text("PRCreation");
  operation.model = Text("claude-sonnet");
  operation.cost_usd = Cost(Money{17 * kCent});
  operation.created_at = Time(time("2026-01-27T10:00:00Z"));
  operation.workflow_run_id = Text("123");
  return operation;
}

AiOperation with_id(std::string id) {
  AiOperation with = operation();
  with.operation_id = Text(std::move(id));
  return with;
}

Ledger with_prs() {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(42, 1, PrState::kOpen), make_pr(43, 2, PrState::kMerged)};
  settle(project);
  return Ledger(std::move(project));
}

AddAiOperations add(std::vector<AiOperation> operations, std::int64_t pr = 42) {
  return {"auth", pr, std::move(operations)};
}

TEST(AddAiOperations, CountsEachOnceWhoeverRetries) {
  Ledger ledger = with_prs();
  EXPECT_EQ(ledger.apply(add({operation()})), "changed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
  EXPECT_EQ(ledger.apply(add({operation()}), later(60)), "same");
  EXPECT_EQ(ledger.apply(add({})), "same");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

TEST(AddAiOperations, KnowsOneThatIsRecordedWithoutItsId) {
  // Whichever comes first: there is one record, and it has the id.
  for (const bool id_first : {true, false}) {
    Ledger ledger = with_prs();
    ledger.apply(add({id_first ? with_id("x") : operation()}));
    EXPECT_EQ(ledger.apply(add({id_first ? operation() : with_id("x")})),
              id_first ? "same" : "changed");
    ASSERT_EQ(ledger.pr(0).ai_operations.size(), 1U);
    EXPECT_EQ(ledger.pr(0).ai_operations[0].operation_id->value, "x");
    EXPECT_EQ(ledger.apply(add({with_id("x")})), "same");
    // Another id is another operation.
    EXPECT_EQ(ledger.apply(add({with_id("y")})), "changed");
    EXPECT_EQ(ledger.pr(0).ai_operations.size(), 2U);
    EXPECT_EQ(ledger.apply(add({operation()})), "same");
  }
  Ledger ledger = with_prs();
  ledger.apply(add({operation()}));
  AiOperation dearer = with_id("x");
  dearer.cost_usd = Cost(Money{18 * kCent});
  EXPECT_THAT(ledger.apply(add({dearer})), ::testing::HasSubstr("recorded with another cost_usd"));
}

TEST(WithoutRecorded, LeavesWhatIsStillToBeDone) {
  Ledger ledger = with_prs();
  ledger.apply(add({with_id("x")}));
  ledger.apply(add({operation()}, 43));
  Branch branch(ledger.source);
  const auto left = [&](const Operation& operation) { return without_recorded(branch, operation); };
  EXPECT_EQ(left(add({with_id("x"), with_id("y")})), Operation(add({with_id("y")})));
  EXPECT_EQ(left(add({with_id("y"), with_id("z"), with_id("y")})),
            Operation(add({with_id("y"), with_id("z")})));
  // The record gets an id.
  EXPECT_EQ(left(add({operation(), with_id("x")}, 43)), Operation(add({with_id("x")}, 43)));
  // Nothing of it is left, or apply() has something to say of it.
  AiOperation dearer = with_id("x");
  dearer.cost_usd = Cost(Money{18 * kCent});
  for (const Operation& whole :
       {Operation(add({with_id("x"), with_id("x")})), Operation(add({dearer, with_id("y")})),
        Operation(add({with_id("x"), with_id("y")}, 99)), Operation(ArchiveProject{"auth"})}) {
    EXPECT_EQ(left(whole), whole) << summarise(whole);
  }
}

TEST(AddAiOperations, TellsOperationsApartByTheirKeys) {
  Ledger ledger = with_prs();
  AiOperation other_type = operation();
  other_type.type = Text("PRSummary");
  AiOperation other_run = operation();
  other_run.workflow_run_id = Text("124");
  AiOperation other_time = operation();
  other_time.created_at = Time(time("2026-01-27T10:00:00.000000001Z"));
  EXPECT_EQ(ledger.apply(add({with_id("x"), with_id("y"), other_type, other_run, other_time})),
            "changed");
  EXPECT_EQ(ledger.pr(0).ai_operations.size(), 5U);
  // The same in another pull request is another operation, unless it has an id.
  EXPECT_EQ(ledger.apply(add({operation()}, 43)), "changed");
}

TEST(AddAiOperations, KnowsTheKeyInAnySpelling) {
  Ledger ledger = with_prs();
  ledger.apply(add({operation()}));
  AiOperation again = operation();
  again.created_at = Time(time("2026-01-27T12:00:00.000+02:00"));
  again.run_id_is_number = false;
  again.cost_usd = Cost(Money{17 * kCent}, "0.170");
  EXPECT_EQ(ledger.apply(add({again})), "same");
  for (const std::string run : {"123", " 123", "123 "}) {
    again.workflow_run_id = Text(run);
    EXPECT_EQ(ledger.apply(add({again})), "same") << run;
  }
}

TEST(AddAiOperations, FillsInWhatEveryRecordHas) {
  Ledger ledger = with_prs();
  AiOperation given = with_id("x");
  given.created_at.reset();
  given.workflow_run_id.reset();
  EXPECT_EQ(ledger.apply(add({given})), "changed");
  const AiOperation& recorded = ledger.pr(0).ai_operations[0];
  EXPECT_EQ(recorded.created_at->value.text(), "2026-02-01T12:00:00Z");
  EXPECT_EQ(recorded.tokens_input->value, 0);
  EXPECT_EQ(recorded.tokens_output->value, 0);
  EXPECT_EQ(to_string(recorded.duration_seconds->value), "0");
  EXPECT_TRUE(recorded.workflow_run_id.is_absent());
  EXPECT_TRUE(recorded.tokens_cache_read.is_absent());
  EXPECT_EQ(ledger.apply(add({given}), later(60)), "same");

  AiOperation zoneless = operation();
  zoneless.created_at = Time(time("2026-01-27T10:00:00.5"), R"("2026-01-27T10:00:00\u002e5")");
  EXPECT_EQ(ledger.apply(add({zoneless})), "changed");
  EXPECT_EQ(ledger.pr(0).ai_operations[1].created_at->value.text(), "2026-01-27T10:00:00.5Z");
  EXPECT_EQ(ledger.pr(0).ai_operations[1].created_at->token, "");
}

TEST(AddAiOperations, TakesAmountsThatARecordLacksForZero) {
  Ledger ledger = with_prs();
  ledger.pr(0).ai_operations = {operation()};
  AiOperation zeroes = operation();
  zeroes.tokens_input = Integer(0);
  zeroes.tokens_cache_read = Integer(0);
  EXPECT_EQ(ledger.apply(add({zeroes})), "same");
}

TEST(AddAiOperations, RefusesTheSameKeyWithOtherContent) {
  const auto given = [](auto change) {
    Ledger ledger = with_prs();
    AiOperation recorded = with_id("x");
    recorded.tokens_input = Integer(5);
    recorded.duration_seconds = Seconds(Duration{1500000});
    recorded.extra = {{"\"note\"", "1"}};
    ledger.apply(add({recorded}));
    AiOperation again = with_id("x");
    change(again);
    return ledger.apply(add({again}));
  };
  const std::string cannot =
      "conflict: cannot record AI operation 1 for #42 in 'auth': it is already recorded with "
      "another ";
  const std::string hint =
      "; hint: what is recorded stands; another operation needs an operation_id of its own";
  EXPECT_EQ(given([](AiOperation&) {}), "same");
  EXPECT_EQ(given([](AiOperation& op) { op.cost_usd = Cost(Money{21 * kCent}); }),
            cannot + "cost_usd (recorded 0.17, given 0.21)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.type = Text("PRSummary"); }),
            cannot + "type (recorded 'PRCreation', given 'PRSummary')" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.model = Text("opus"); }),
            cannot + "model (recorded 'claude-sonnet', given 'opus')" + hint);
  EXPECT_EQ(
      given([](AiOperation& op) { op.created_at = Time(time("2026-01-27T10:00:01Z")); }),
      cannot + "created_at (recorded 2026-01-27T10:00:00Z, given 2026-01-27T10:00:01Z)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.workflow_run_id = Text("9"); }),
            cannot + "workflow_run_id (recorded '123', given '9')" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_input = Integer(6); }),
            cannot + "tokens_input (recorded 5, given 6)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_output = Integer(6); }),
            cannot + "tokens_output (recorded 0, given 6)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.duration_seconds = Seconds(Duration{2}); }),
            cannot + "duration_seconds (recorded 1.5, given 0.000002)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_cache_read = Integer(6); }),
            cannot + "tokens_cache_read (recorded 0, given 6)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_cache_write = Integer(6); }),
            cannot + "tokens_cache_write (recorded 0, given 6)" + hint);
  EXPECT_EQ(given([](AiOperation& op) { op.extra = {{"\"note\"", "1"}}; }), "same");
  EXPECT_EQ(given([](AiOperation& op) {
              op.extra = {{"\"note\"", "2"}};
            }),
            cannot + "\"note\" (recorded '1', given '2')" + hint);
  EXPECT_EQ(given([](AiOperation& op) {
              op.extra = {{"\"more\"", "2"}};
            }),
            cannot + "\"more\" (recorded none, given '2')" + hint);
}

TEST(AddAiOperations, HoldsOneListToTheSameRule) {
  Ledger ledger = with_prs();
  AiOperation dearer = operation();
  dearer.cost_usd = Cost(Money{21 * kCent});
  EXPECT_EQ(ledger.apply(add({operation(), dearer})),
            "conflict: cannot record AI operation 2 for #42 in 'auth': it is already recorded with "
            "another cost_usd (recorded 0.17, given 0.21); hint: what is recorded stands; another "
            "operation needs an operation_id of its own");
  EXPECT_TRUE(ledger.pr(0).ai_operations.empty());
  EXPECT_EQ(ledger.apply(add({operation(), operation()})), "changed");
  EXPECT_EQ(ledger.pr(0).ai_operations.size(), 1U);
}

TEST(AddAiOperations, FindsTheEqualOneAmongSeveralWithOneKey) {
  Ledger ledger = with_prs();
  AiOperation dearer = with_id("y");
  dearer.cost_usd = Cost(Money{21 * kCent});
  ledger.apply(add({with_id("x"), dearer}));
  dearer.operation_id.reset();
  EXPECT_EQ(ledger.apply(add({dearer})), "same");
}

TEST(AddAiOperations, RefusesAnIdThatAnotherPullRequestHas) {
  Ledger ledger = with_prs();
  ledger.apply(add({with_id("x")}, 43));
  EXPECT_EQ(ledger.apply(add({with_id("x")})),
            "conflict: cannot record AI operation 1 for #42 in 'auth': operation 'x' is already "
            "recorded for #43; hint: each operation needs an operation_id of its own");
}

TEST(AddAiOperations, RefusesWhatCannotBe) {
  const auto given = [](auto change) {
    Ledger ledger = with_prs();
    AiOperation op = operation();
    change(op);
    return ledger.apply(add({op}));
  };
  const std::string cannot = "invalid_input: cannot record AI operation 1 for #42 in 'auth': ";
  const std::string retry =
      "nothing tells it from a retry, which would count its cost twice; hint: give an "
      "operation_id, "
      "or both workflow_run_id and created_at";
  EXPECT_EQ(given([](AiOperation& op) { op.type.reset(); }),
            cannot + "type is missing; hint: give its type");
  EXPECT_EQ(given([](AiOperation& op) { op.model = Opt<Text>::null(); }),
            cannot + "model is missing; hint: give its model");
  EXPECT_EQ(given([](AiOperation& op) { op.cost_usd.reset(); }),
            cannot + "cost_usd is missing; hint: give its cost_usd");
  EXPECT_EQ(given([](AiOperation& op) { op.workflow_run_id.reset(); }), cannot + retry);
  EXPECT_EQ(given([](AiOperation& op) { op.created_at.reset(); }), cannot + retry);
  EXPECT_EQ(given([](AiOperation& op) { op.type = Text(" "); }),
            cannot + "the type is blank; hint: give the type");
  EXPECT_EQ(given([](AiOperation& op) { op.operation_id = Text(""); }),
            cannot + "the operation_id is blank; hint: give the operation_id");
  EXPECT_EQ(given([](AiOperation& op) { op.model = Text("a\x1b"); }),
            cannot +
                "the model 'a\\x1b' contains a control character; hint: give the model as one "
                "plain line");
  EXPECT_EQ(given([](AiOperation& op) { op.cost_usd = Cost(Money{-1}); }),
            cannot + "cost_usd is -0.000000001; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_input = Integer(-1); }),
            cannot + "tokens_input is -1; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_output = Integer(-1); }),
            cannot + "tokens_output is -1; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_cache_read = Integer(-1); }),
            cannot + "tokens_cache_read is -1; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.tokens_cache_write = Integer(-1); }),
            cannot + "tokens_cache_write is -1; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.duration_seconds = Seconds(Duration{-1}); }),
            cannot + "duration_seconds is -0.000001; hint: it must be 0 or more");
  EXPECT_EQ(given([](AiOperation& op) { op.cost_usd = Cost(Money{}); }), "changed");
}

}  // namespace
}  // namespace claudestep::model
