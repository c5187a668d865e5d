#include "model/revert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::Ledger;
using test::make_project;
using test::prs_of;
using test::tasks_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

AiOperation operation(std::string id) {
  AiOperation operation;
  operation.type = Text("PRCreation");
  operation.model = Text("m");
  operation.cost_usd = Cost(Money{10'000'000});
  operation.operation_id = Text(std::move(id));
  return operation;
}

Operation opening_of(std::int64_t number, const std::string& task) {
  return OpenPr{"auth", task, number, "b", "ann", std::nullopt, std::nullopt};
}
Operation state_of(std::int64_t number, PrState state) {
  return SetPrState{"auth", number, state, std::nullopt, std::nullopt};
}

// Three tasks, #1 open for the first; `done` is the operation to take back, `later` came after it.
class Revert : public ::testing::Test {
 protected:
  Revert() : ledger_(make_project("auth", {"a", "b", "c"})) { apply(opening_of(1, "1")); }

  void apply(const Operation& operation) { ASSERT_EQ(ledger_.apply(operation), "changed"); }

  Reverted run(const Operation& done, const std::vector<Operation>& later) {
    before_ = ledger_.project();
    apply(done);
    const Project after = ledger_.project();
    for (const Operation& operation : later) apply(operation);
    return revert(before_, after, ledger_.project());
  }

  static std::vector<std::string> texts(const Reverted& reverted) {
    std::vector<std::string> texts;
    for (const Obstacle& obstacle : reverted.obstacles) texts.push_back(obstacle.text);
    return texts;
  }

  Ledger ledger_;
  Project before_;
};

TEST_F(Revert, WithoutLaterWorkIsWhatWasBefore) {
  const std::vector<Operation> operations = {
      AddTask{"auth", "d", std::nullopt, {}},
      AddTask{"auth", "d", 1, {}},
      EditTask{"auth", "2", "bb"},
      CheckTask{"auth", "2", true},
      ClaimTask{"auth", "2", "ci", std::nullopt, 90},
      opening_of(2, "3"),
      state_of(1, PrState::kMerged),
      state_of(1, PrState::kClosed),
      AssignPr{"auth", 1, "bob"},
      RetitlePr{"auth", 1, "One"},
      MovePr{"auth", 1, "2"},
      AddAiOperations{"auth", 1, {operation("x"), operation("y")}},
      SetPlan{"auth", "spec.md", "spec.md", {{{}, "c", {}, {}, {}}, {{}, "new", {}, {}, {}}}},
  };
  for (const Operation& operation : operations) {
    SCOPED_TRACE(trailer_of(operation));
    Ledger ledger(make_project("auth", {"a", "b", "c"}));
    ASSERT_EQ(ledger.apply(opening_of(1, "1")), "changed");
    const Project before = ledger.project();
    ASSERT_EQ(ledger.apply(operation), "changed");
    const Reverted reverted = revert(before, ledger.project(), ledger.project());
    EXPECT_THAT(texts(reverted), IsEmpty());
    EXPECT_TRUE(equal_but_for_last_updated(reverted.project, before));
  }
}

TEST_F(Revert, TwiceTakenBackIsOnceTakenBack) {
  const Project before = ledger_.project();
  apply(CheckTask{"auth", "2", true});
  const Project after = ledger_.project();
  const Reverted reverted = revert(before, after, before);
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_TRUE(equal_but_for_last_updated(reverted.project, before));
}

TEST_F(Revert, LeavesLaterWorkOnOtherRecordsAlone) {
  const Reverted reverted =
      run(CheckTask{"auth", "2", true}, {state_of(1, PrState::kMerged), EditTask{"auth", "2", "B"},
                                         AddTask{"auth", "d", std::nullopt, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project), "1 a completed | 2 B pending | 3 c pending | 4 d pending");
}

TEST_F(Revert, ATaskThatWasAddedGoesAndLaterOnesMoveUp) {
  const Reverted reverted =
      run(AddTask{"auth", "new", 2, {}}, {AddTask{"auth", "last", std::nullopt, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project),
            "1 a in_progress | 2 b pending | 3 c pending | 4 last pending");
}

TEST_F(Revert, GapsCloseWhereOthersPushedTheTasks) {
  const Reverted reverted = run(AddTask{"auth", "new", 1, {}}, {AddTask{"auth", "first", 1, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project),
            "1 first pending | 2 a in_progress | 3 b pending | 4 c pending");
}

TEST_F(Revert, ATaskThatWasRemovedComesBackInItsPlace) {
  const Reverted reverted =
      run(SetPlan{"auth", "p", "k", {{{}, "a", {}, {}, {}}, {{}, "c", {}, {}, {}}}},
          {AddTask{"auth", "d", std::nullopt, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project),
            "1 a in_progress | 2 b pending | 3 c pending | 4 d pending");
}

SetPlan plan_of(std::initializer_list<std::string> texts) {
  SetPlan plan{"auth", "p", "k", {}};
  for (const std::string& text : texts) plan.tasks.push_back({{}, text, {}, {}, {}});
  return plan;
}

TEST_F(Revert, AMoveIsTakenBackWhereOthersCameBetween) {
  const Reverted reverted = run(plan_of({"c", "a", "b"}), {AddTask{"auth", "first", 1, {}},
                                                           AddTask{"auth", "between", 3, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project),
            "1 first pending | 2 a in_progress | 3 between pending | 4 b pending | 5 c pending");
}

TEST_F(Revert, ATaskThatWentComesBackAfterTheOneThatItFollowed) {
  const Reverted reverted = run(plan_of({"c", "a"}), {AddTask{"auth", "first", 1, {}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(tasks_of(reverted.project),
            "1 first pending | 2 a in_progress | 3 b pending | 4 c pending");
}

TEST_F(Revert, AMoveIsNotTakenBackWhereTheTasksMovedAgain) {
  const Reverted reverted = run(plan_of({"c", "a", "b"}), {plan_of({"b", "c", "a"})});
  EXPECT_THAT(texts(reverted), ElementsAre("task 1 was moved later", "task 2 was moved later",
                                           "task 3 was moved later"));
}

TEST_F(Revert, WhatAnotherChangedAgainIsInTheWay) {
  struct Row {
    Operation done;
    std::vector<Operation> later;
    std::string text;
    EventKind kind;
  };
  const std::vector<Row> rows = {
      {EditTask{"auth", "2", "B"},
       {EditTask{"auth", "2", "BB"}},
       "task 2 was reworded later",
       EventKind::kTaskEdited},
      {state_of(1, PrState::kClosed),
       {state_of(1, PrState::kMerged)},
       "#1 is merged since",
       EventKind::kPrState},
      {AssignPr{"auth", 1, "bob"},
       {AssignPr{"auth", 1, "carol"}},
       "#1 was assigned later",
       EventKind::kPrAssigned},
      {RetitlePr{"auth", 1, "One"},
       {RetitlePr{"auth", 1, "Two"}},
       "#1 was retitled later",
       EventKind::kPrRetitled},
      {MovePr{"auth", 1, "2"}, {MovePr{"auth", 1, "3"}}, "#1 was moved later", EventKind::kPrMoved},
      {opening_of(2, "2"),
       {state_of(2, PrState::kMerged)},
       "#2 is merged since",
       EventKind::kOther},
      {opening_of(2, "2"),
       {AddAiOperations{"auth", 2, {operation("x")}}},
       "#2 has other AI operations since",
       EventKind::kOther},
      {opening_of(2, "2"),
       {AssignPr{"auth", 2, "carol"}},
       "#2 was changed later",
       EventKind::kOther},
      {AddTask{"auth", "new", std::nullopt, {}},
       {opening_of(2, "4")},
       "#2 is for task 4",
       EventKind::kOther},
      {AddTask{"auth", "new", std::nullopt, {}},
       {EditTask{"auth", "4", "newer"}},
       "task 4 was changed later",
       EventKind::kOther},
      {AddTask{"auth", "new", std::nullopt, {}},
       {AddTask{"auth", "needs", std::nullopt, {"4"}}},
       "task 5 depends on task 4",
       EventKind::kOther},
      {ClaimTask{"auth", "2", "ci-1", std::nullopt, 90},
       {ReleaseTask{"auth", "2"}, ClaimTask{"auth", "2", "ci-2", std::nullopt, 90}},
       "task 2 was claimed later",
       EventKind::kClaimed},
      {SetPlan{
           "auth", "p", "k", {{{}, "a", {}, {}, {}}, {{}, "b", {}, {}, {}}, {{}, "c", {}, {}, {}}}},
       {SetPlan{"auth",
                "q",
                "k",
                {{{}, "a", {}, {}, {}}, {{}, "b", {}, {}, {}}, {{}, "c", {}, {}, {}}}}},
       "the plan was set later",
       EventKind::kPlanSet},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(trailer_of(row.done));
    ledger_ = Ledger(make_project("auth", {"a", "b", "c"}));
    apply(opening_of(1, "1"));
    const Reverted reverted = run(row.done, row.later);
    ASSERT_THAT(texts(reverted), ElementsAre(row.text));
    EXPECT_EQ(reverted.obstacles.front().kind, row.kind);
  }
}

TEST_F(Revert, OperationsOfOneCommitGoAndLaterOnesStay) {
  const Reverted reverted = run(AddAiOperations{"auth", 1, {operation("x"), operation("y")}},
                                {AddAiOperations{"auth", 1, {operation("z")}}});
  EXPECT_THAT(texts(reverted), IsEmpty());
  ASSERT_EQ(reverted.project.pull_requests[0].ai_operations.size(), 1U);
  EXPECT_EQ(reverted.project.pull_requests[0].ai_operations[0].operation_id->value, "z");
}

TEST_F(Revert, AnOperationThatGotItsIdLaterIsTheSame) {
  AiOperation known = operation("x");
  known.workflow_run_id = Text("7");
  known.created_at = Time(test::time("2026-01-27T10:00:00Z"));
  AiOperation nameless = known;
  nameless.operation_id.reset();
  const Project before = ledger_.project();
  Project without = before;
  without.pull_requests[0].ai_operations = {nameless};
  Project with = before;
  with.pull_requests[0].ai_operations = {known};

  const Reverted recorded = revert(before, without, with);
  EXPECT_THAT(texts(recorded), IsEmpty());
  EXPECT_THAT(recorded.project.pull_requests[0].ai_operations, IsEmpty());
  // A step that gave the id takes only that back.
  EXPECT_EQ(revert(without, with, with).project, without);
}

TEST_F(Revert, RenamesAreTakenBackWithTheirTrace) {
  Project before = ledger_.project();
  Project after = before;
  after.name = Text("login");
  after.former_names = std::vector<Text>{Text("auth")};
  Project current = after;
  current.tasks[1].checked = true;
  settle(current);
  const Reverted reverted = revert(before, after, current);
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(reverted.project.name.value, "auth");
  EXPECT_TRUE(reverted.project.former_names.is_absent());
  EXPECT_TRUE(reverted.project.tasks[1].is_checked());

  current.name = Text("sign-in");
  current.former_names->push_back(Text("login"));
  EXPECT_THAT(texts(revert(before, after, current)),
              ElementsAre("the project is 'sign-in' by now"));

  // Names that a merge brought from another line stay.
  current = after;
  current.former_names = std::vector<Text>{Text("auth"), Text("other")};
  const Reverted merged = revert(before, after, current);
  EXPECT_THAT(texts(merged), IsEmpty());
  EXPECT_EQ(merged.project.name.value, "auth");
  EXPECT_EQ(*merged.project.former_names, std::vector<Text>{Text("other")});
  // One that the step took away comes back beside them.
  current = before;
  current.former_names = std::vector<Text>{Text("other")};
  const Reverted again = revert(after, before, current);
  EXPECT_THAT(texts(again), IsEmpty());
  EXPECT_EQ(again.project.name.value, "login");
  EXPECT_EQ(*again.project.former_names, (std::vector<Text>{Text("other"), Text("auth")}));
}

TEST_F(Revert, ATaskWithoutAnIdIsTheOneInItsPlace) {
  Project before = ledger_.project();
  before.lacks_ids = true;
  Project after = before;
  after.tasks[1].description = Text("B");
  after.tasks[1].id.reset();
  settle(after);
  Project current = after;  // in which the ids were written meanwhile
  current.lacks_ids = false;
  current.tasks[1].checked = true;
  settle(current);
  const Reverted reverted = revert(before, after, current);
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_EQ(reverted.project.tasks[1].description.value, "b");
  EXPECT_EQ(reverted.project.tasks[1].id, current.tasks[1].id);
  EXPECT_TRUE(reverted.project.tasks[1].is_checked());
}

TEST_F(Revert, UnknownMembersAreTakenBackOneByOne) {
  const Project before = ledger_.project();
  Project after = before;
  after.tasks[0].extra = {{"\"x\"", "1"}, {"\"y\"", "1"}};
  Project current = after;
  current.tasks[0].extra.push_back({"\"z\"", "1"});
  const Reverted reverted = revert(before, after, current);
  EXPECT_THAT(texts(reverted), IsEmpty());
  EXPECT_THAT(reverted.project.tasks[0].extra, ElementsAre(ExtraMember{"\"z\"", "1"}));
  current.tasks[0].extra[0].json = "2";
  EXPECT_THAT(texts(revert(before, after, current)), ElementsAre("task 1 was changed later"));
}

TEST_F(Revert, RecordsOfOneKeyAreRefused) {
  const Project before = ledger_.project();
  Project current = before;
  current.pull_requests.push_back(current.pull_requests[0]);
  EXPECT_THAT(texts(revert(before, before, current)), ElementsAre("#1 is recorded twice"));
  EXPECT_EQ(prs_of(current), "#1 open task 1 | #1 open task 1");
}

}  // namespace
}  // namespace claudestep::model
