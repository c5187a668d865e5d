#include "model/merge.h"

#include <gmock/gmock.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::Ledger;
using test::make_project;
using test::prs_of;
using test::tasks_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A base, and what two sides make of it.
class MergeTest : public ::testing::Test {
 protected:
  void ours(const Operation& operation) { apply(ours_, operation); }
  void theirs(const Operation& operation) { apply(theirs_, operation); }
  void both(const Operation& operation) {
    apply(base_, operation);
    ours_ = theirs_ = base_;
  }

  Merged merge() {
    Merged merged = model::merge(&base_.project(), ours_.project(), theirs_.project());
    const Merged turned = model::merge(&base_.project(), theirs_.project(), ours_.project());
    EXPECT_TRUE(says_the_same(merged.project, turned.project));
    EXPECT_EQ(merged.receipts, turned.receipts);
    return merged;
  }

  static std::vector<std::string> words(const Merged& merged) {
    std::vector<std::string> words;
    for (const Receipt& receipt : merged.receipts) words.push_back(summarise(receipt));
    return words;
  }

  Ledger base_{make_project("auth", {"a", "b", "c"})};
  Ledger ours_ = base_;
  Ledger theirs_ = base_;

 private:
  static void apply(Ledger& ledger, const Operation& operation) {
    ASSERT_EQ(ledger.apply(operation), "changed");
  }
};

OpenPr open_pr(std::int64_t number, std::string task, std::string branch = "b") {
  return {"auth", std::move(task), number, std::move(branch), "ann", std::nullopt, std::nullopt};
}
SetPrState set_state(std::int64_t number, PrState state) {
  return {"auth", number, state, std::nullopt, std::nullopt};
}
SetPlan plan(std::vector<std::string> descriptions) {
  SetPlan plan{"auth", "spec.md", "spec.md", {}};
  for (std::string& description : descriptions) {
    plan.tasks.push_back({std::nullopt, std::move(description), {}, std::nullopt, std::nullopt});
  }
  return plan;
}

// A plan of the tasks a, b and c of which "a" has a box that is `ticked`.
SetPlan plan_with_box(bool ticked) {
  SetPlan imported = plan({"a", "b", "c"});
  imported.tasks[0].checked = ticked;
  return imported;
}

TEST_F(MergeTest, ATickBesideTheFirstImportIsByHand) {
  ours(CheckTask{"auth", "1", true});
  theirs(plan_with_box(false));
  const Merged merged = merge();
  EXPECT_TRUE(merged.project.tasks[0].is_checked());
  EXPECT_TRUE(merged.project.tasks[0].is_by_hand()) << "else the next import unticks it";
  EXPECT_THAT(words(merged), IsEmpty());
}

TEST_F(MergeTest, ATickThatAPlanBringsAsWellIsNotByHand) {
  both(plan_with_box(false));
  ours(CheckTask{"auth", "1", true});
  theirs(plan_with_box(true));
  const Merged merged = merge();
  EXPECT_TRUE(merged.project.tasks[0].is_checked());
  EXPECT_TRUE(merged.project.tasks[0].by_hand.is_absent());
  EXPECT_THAT(words(merged), IsEmpty());
}

TEST_F(MergeTest, ATickTakenBackBesideAPlanThatHasItNowIsTakenBackByHand) {
  both(plan_with_box(false));
  both(CheckTask{"auth", "1", true});
  ours(CheckTask{"auth", "1", false});
  theirs(plan_with_box(true));
  const Merged merged = merge();
  EXPECT_FALSE(merged.project.tasks[0].is_checked());
  EXPECT_TRUE(merged.project.tasks[0].is_by_hand()) << "else the next import ticks it again";
  EXPECT_THAT(words(merged), IsEmpty());
}

// Else what three clones come to would depend on who meets whom first.
TEST_F(MergeTest, ATickFromBeforeThePlanStaysAsItIs) {
  both(CheckTask{"auth", "1", true});
  ours(plan({"b", "c"}));
  theirs(EditTask{"auth", "1", "a, better"});
  const Merged merged = merge();
  ASSERT_EQ(merged.project.tasks.size(), 3U);
  const Task* task = find_task_by_id(merged.project, base_.task(0).id->value);
  ASSERT_NE(task, nullptr);
  EXPECT_TRUE(task->is_checked());
  EXPECT_TRUE(task->by_hand.is_absent());
}

TEST_F(MergeTest, TakesBothSides) {
  both(open_pr(1, "1"));
  ours(set_state(1, PrState::kMerged));
  theirs(RetitlePr{"auth", 1, "Title"});
  theirs(open_pr(2, "2"));
  const Merged merged = merge();
  EXPECT_EQ(prs_of(merged.project), "#1 merged task 1 | #2 open task 2");
  EXPECT_EQ(merged.project.pull_requests[0].title->value, "Title");
  EXPECT_EQ(tasks_of(merged.project), "1 a completed | 2 b in_progress | 3 c pending");
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, TheNameThatStaysIsNoFormerOne) {
  const Project made = make_project("x", {"a"});
  Project renamed = make_project("v", {"a"});
  renamed.former_names = std::vector<Text>{Text("x")};
  for (const Merged& merged :
       {model::merge(nullptr, made, renamed), model::merge(nullptr, renamed, made)}) {
    EXPECT_EQ(merged.project.name.value, "x");
    EXPECT_THAT(*merged.project.former_names, ElementsAre(Text("v")));
    EXPECT_TRUE(says_the_same(model::merge(&made, merged.project, made).project, merged.project));
  }
}

// Somebody wrote it by hand, and no merge takes it away.
TEST_F(MergeTest, AFormerNameOfItsOwnThatOneSideHasStays) {
  Project odd = make_project("x", {"a"});
  odd.former_names = std::vector<Text>{Text("x")};
  Project other = make_project("x", {"a", "b"});
  const Project merged = model::merge(nullptr, odd, other).project;
  EXPECT_THAT(*merged.former_names, ElementsAre(Text("x")));
}

// An editor that spells text and amounts in its own way changes nothing.
TEST_F(MergeTest, WhoOnlySpellsItInAnotherWayGivesWay) {
  both(open_pr(1, "1"));
  both(RetitlePr{"auth", 1, "Zo\u00eb"});
  Project respelt = base_.project();
  respelt.pull_requests[0].title = Text("Zo\u00eb", R"("Zo\u00eb")");
  respelt.tasks[1].description = Text("b", R"("\u0062")");
  theirs(RetitlePr{"auth", 1, "Alpha"});
  Merged merged = model::merge(&base_.project(), respelt, theirs_.project());
  EXPECT_EQ(merged.project.pull_requests[0].title->value, "Alpha");
  EXPECT_EQ(merged.project.tasks[1].description.token, "\"\\u0062\"");
  EXPECT_THAT(merged.receipts, IsEmpty());
  Project without = base_.project();
  without.tasks.erase(without.tasks.begin() + 1);
  merged = model::merge(&base_.project(), without, respelt);
  EXPECT_EQ(merged.project.tasks.size(), 2U);
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, TheStateOfAPullRequestMovesAsOne) {
  both(open_pr(1, "1"));
  ours(set_state(1, PrState::kClosed));
  theirs(set_state(1, PrState::kMerged));
  const Merged merged = merge();
  EXPECT_EQ(prs_of(merged.project), "#1 merged task 1");
  EXPECT_FALSE(merged.project.pull_requests[0].closed_at);
  EXPECT_THAT(words(merged),
              ElementsAre("auth: pr_state of #1: kept 'merged 2026-02-01T12:00:00Z', gave up "
                          "'closed 2026-02-01T12:00:00Z'"));
}

TEST_F(MergeTest, AReopenedOneIsNotTakenBackByWhatTheOtherSideLeftAlone) {
  both(open_pr(1, "1"));
  both(set_state(1, PrState::kClosed));
  ours(set_state(1, PrState::kOpen));
  theirs(RetitlePr{"auth", 1, "Title"});
  EXPECT_EQ(prs_of(merge().project), "#1 open task 1");
}

TEST_F(MergeTest, AddedTasksFollowThoseThatWereThere) {
  ours(AddTask{"auth", "x", {}, {}});
  theirs(AddTask{"auth", "y", {}, {}});
  theirs(AddTask{"auth", "z", {}, {}});
  const Merged merged = merge();
  ASSERT_EQ(merged.project.tasks.size(), 6U);
  EXPECT_EQ(tasks_of(merged.project).substr(0, 34), "1 a pending | 2 b pending | 3 c pe");
  EXPECT_EQ(merged.project.tasks[5].description.value, "z");
  EXPECT_EQ(merged.project.tasks[5].index.value, 6);
}

TEST_F(MergeTest, ATaskThatWasPutSomewhereStaysThere) {
  both(open_pr(1, "2"));
  ours(AddTask{"auth", "x", 2, {}});
  theirs(AddTask{"auth", "y", {}, {}});
  const Merged merged = merge();
  EXPECT_EQ(tasks_of(merged.project),
            "1 a pending | 2 x pending | 3 b in_progress | 4 c pending | 5 y pending");
  EXPECT_EQ(prs_of(merged.project), "#1 open task 3");
}

TEST_F(MergeTest, TheOrderThatOneSideGaveIsTaken) {
  ours(plan({"c", "a", "b"}));
  theirs(EditTask{"auth", "2", "B"});
  EXPECT_EQ(tasks_of(merge().project), "1 c pending | 2 a pending | 3 B pending");
}

TEST_F(MergeTest, ADroppedTaskLeavesNoGap) {
  ours(plan({"a", "c"}));
  theirs(AddTask{"auth", "y", {}, {}});
  const Merged merged = merge();
  EXPECT_EQ(tasks_of(merged.project), "1 a pending | 2 c pending | 3 y pending");
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, ADroppedTaskComesBackForAPullRequest) {
  ours(plan({"a", "c"}));
  theirs(open_pr(1, "2"));
  const Merged merged = merge();
  EXPECT_EQ(tasks_of(merged.project), "1 a pending | 2 b in_progress | 3 c pending");
  EXPECT_THAT(words(merged),
              ElementsAre("auth: deletion of task 3e23e816: kept 'the task, needed by "
                          "others', gave up 'deleted'"));
}

TEST_F(MergeTest, ADroppedTaskComesBackForADependency) {
  ours(plan({"a", "c"}));
  theirs(AddTask{"auth", "y", {}, {"2"}});
  EXPECT_EQ(tasks_of(merge().project), "1 a pending | 2 b pending | 3 c pending | 4 y pending");
}

TEST_F(MergeTest, ATaskOfTheSameTextIsOneTask) {
  ours(AddTask{"auth", "x", {}, {}});
  theirs(AddTask{"auth", "x", 1, {}});
  EXPECT_EQ(tasks_of(merge().project), "1 x pending | 2 a pending | 3 b pending | 4 c pending");
}

TEST_F(MergeTest, ACircleOfDependenciesIsCut) {
  const auto depend = [](std::size_t task, std::string on) {
    SetPlan depending = plan({"a", "b", "c"});
    depending.tasks[task].depends_on.push_back(std::move(on));
    return depending;
  };
  ours(depend(0, "2"));
  theirs(depend(1, "1"));
  const Merged merged = merge();
  int edges = 0;
  for (const Task& task : merged.project.tasks) {
    if (task.depends_on) edges += static_cast<int>(task.depends_on->size());
  }
  EXPECT_EQ(edges, 1);
  ASSERT_EQ(merged.receipts.size(), 1U);
  EXPECT_EQ(merged.receipts[0].member, "depends_on");
}

AiOperation operation_of_run(std::string run) {
  AiOperation operation;
  operation.type = Text("PRCreation");
  operation.model = Text("sonnet");
  operation.cost_usd = Cost(Money{5});
  operation.created_at = Time(test::time("2026-01-05T00:00:00Z"));
  operation.workflow_run_id = Text(std::move(run));
  return operation;
}

TEST_F(MergeTest, ARunIsOneInAnySpelling) {
  both(open_pr(1, "1"));
  ours(AddAiOperations{"auth", 1, {operation_of_run("9001")}});
  AiOperation again = operation_of_run(" 9001");
  again.run_id_is_number = false;
  again.created_at = Time(test::time("2026-01-05T02:00:00+02:00"));
  theirs(AddAiOperations{"auth", 1, {again}});
  const Merged merged = merge();
  EXPECT_EQ(merged.project.pull_requests[0].ai_operations.size(), 1U);
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, AnOperationThatOneSideRecordedWithoutItsIdIsOne) {
  both(open_pr(1, "1"));
  AiOperation operation = operation_of_run("5");
  ours(AddAiOperations{"auth", 1, {operation}});
  operation.operation_id = Text("op-1");
  operation.cost_usd = Cost(Money{7});
  theirs(AddAiOperations{"auth", 1, {operation}});
  operation.operation_id = Text("op-2");
  theirs(AddAiOperations{"auth", 1, {operation}});
  const Merged merged = merge();
  const auto& operations = merged.project.pull_requests[0].ai_operations;
  ASSERT_EQ(operations.size(), 2U);
  EXPECT_EQ(operations[0].operation_id->value, "op-1");
  EXPECT_EQ(operations[0].cost_usd->value, Money{7});
  EXPECT_EQ(operations[1].operation_id->value, "op-2");
  EXPECT_THAT(words(merged), ElementsAre("auth: cost_usd of operation 'op-1' of #1: kept "
                                         "'0.000000007', gave up '0.000000005'"));
}

TEST_F(MergeTest, AnOperationOfOnePullRequestOnEachSideIsOne) {
  both(open_pr(1, "1"));
  both(open_pr(2, "2"));
  AiOperation operation = operation_of_run("5");
  operation.operation_id = Text("op-1");
  ours(AddAiOperations{"auth", 1, {operation}});
  theirs(AddAiOperations{"auth", 2, {operation}});
  const Merged merged = merge();
  EXPECT_THAT(merged.project.pull_requests[0].ai_operations, IsEmpty());
  EXPECT_EQ(merged.project.pull_requests[1].ai_operations.size(), 1U);
  EXPECT_THAT(words(merged),
              ElementsAre("auth: pr_number of operation 'op-1' of #2: kept '2', gave up '1'"));
}

class MergeDeletedPrTest : public MergeTest {
 protected:
  MergeDeletedPrTest() {
    both(open_pr(5, "1"));
    both(record("1"));
  }
  static AddAiOperations record(std::string run) {
    return {"auth", 5, {operation_of_run(std::move(run))}};
  }
  void ours_deletes_it() { ours_.project().pull_requests.clear(); }
  static Money cost_of(const Merged& merged) { return totals_of(merged.project, test::kNow).cost; }
  static constexpr std::string_view kBack =
      "auth: deletion of #5: kept 'the pull request', gave up 'deleted'";
};

TEST_F(MergeDeletedPrTest, ItGoesWhereTheOtherSideLeftItAlone) {
  ours_deletes_it();
  theirs(open_pr(6, "2"));
  const Merged merged = merge();
  EXPECT_EQ(prs_of(merged.project), "#6 open task 2");
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeDeletedPrTest, ItComesBackWithAllItsOperationsForOneMore) {
  ours_deletes_it();
  theirs(record("2"));
  const Merged merged = merge();
  EXPECT_EQ(prs_of(merged.project), "#5 open task 1");
  EXPECT_EQ(cost_of(merged), Money{10});
  EXPECT_THAT(words(merged), ElementsAre(kBack));
}

TEST_F(MergeDeletedPrTest, ItComesBackWithAllItsOperationsForAnotherTitle) {
  ours_deletes_it();
  theirs(RetitlePr{"auth", 5, "Title"});
  const Merged merged = merge();
  EXPECT_EQ(cost_of(merged), Money{5});
  EXPECT_THAT(words(merged), ElementsAre(kBack));
}

TEST_F(MergeDeletedPrTest, WhatTheOtherSideDeletedInItStaysAway) {
  both(record("2"));
  ours_deletes_it();
  theirs_.pr(0).ai_operations.pop_back();
  const Merged merged = merge();
  EXPECT_EQ(cost_of(merged), Money{5});
  EXPECT_THAT(words(merged), ElementsAre(kBack));
}

TEST_F(MergeDeletedPrTest, AnOperationThatWasRecordedElsewhereStaysThere) {
  AiOperation named = operation_of_run("2");
  named.operation_id = Text("op-1");
  both(AddAiOperations{"auth", 5, {named}});
  ours_deletes_it();
  ours(open_pr(6, "2"));
  ours(AddAiOperations{"auth", 6, {named}});
  theirs(RetitlePr{"auth", 5, "Title"});
  const Merged merged = merge();
  ASSERT_EQ(prs_of(merged.project), "#5 open task 1 | #6 open task 2");
  EXPECT_EQ(merged.project.pull_requests[0].ai_operations.size(), 1U);
  EXPECT_EQ(merged.project.pull_requests[1].ai_operations.size(), 1U);
  EXPECT_THAT(words(merged), ElementsAre(kBack));
}

TEST_F(MergeDeletedPrTest, ItStaysAwayWhenTheOperationThatCameToItIsElsewhere) {
  AiOperation moved = operation_of_run("2");
  moved.operation_id = Text("op-1");
  both(open_pr(4, "2"));
  both(open_pr(6, "3"));
  both(AddAiOperations{"auth", 4, {moved}});
  const auto take_it_out_of_4 = [](Ledger& ledger) {
    find_pr(ledger.project(), 4)->ai_operations.clear();
  };
  take_it_out_of_4(ours_);
  take_it_out_of_4(theirs_);
  theirs(AddAiOperations{"auth", 5, {moved}});
  ours(AddAiOperations{"auth", 6, {moved}});
  std::erase_if(ours_.project().pull_requests,
                [](const PullRequest& pr) { return pr.number == 5; });
  const Merged merged = merge();
  EXPECT_EQ(prs_of(merged.project), "#4 open task 2 | #6 open task 3");
  EXPECT_THAT(words(merged),
              ElementsAre("auth: pr_number of operation 'op-1' of #6: kept '6', gave up '5'"));
  // Else it would go again when the merge meets the side that deleted it.
  const Merged again = model::merge(&base_.project(), merged.project, ours_.project());
  EXPECT_TRUE(says_the_same(again.project, merged.project));
}

TEST_F(MergeTest, UnknownMembersJoinByName) {
  both(open_pr(1, "1"));
  ours_.pr(0).extra = {{"\"z\"", "1"}, {"\"a\"", "1"}};
  theirs_.pr(0).extra = {{"\"m\"", "[]"}, {"\"a\"", "2"}};
  const Merged merged = merge();
  EXPECT_THAT(merged.project.pull_requests[0].extra,
              ElementsAre(ExtraMember{"\"a\"", "2"}, ExtraMember{"\"m\"", "[]"},
                          ExtraMember{"\"z\"", "1"}));
  EXPECT_THAT(words(merged), ElementsAre("auth: \"a\" of #1: kept '2', gave up '1'"));
}

TEST_F(MergeTest, OfEqualTimesOneSpellingStays) {
  both(open_pr(1, "1"));
  ours_.pr(0).created_at = Time(test::time("2026-01-05T10:00:00Z"));
  theirs_.pr(0).created_at = Time(test::time("2026-01-05T12:00:00+02:00"));
  const Merged merged = merge();
  EXPECT_EQ(merged.project.pull_requests[0].created_at->value.text(), "2026-01-05T12:00:00+02:00");
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, NumbersWithoutRoomAreGivenAnew) {
  ours_.task(2).index = Integer(INT64_MAX);
  theirs(AddTask{"auth", "x", {}, {}});
  EXPECT_EQ(tasks_of(merge().project), "1 a pending | 2 b pending | 3 c pending | 4 x pending");
}

TEST(Receipts, AreEscapedInTrailersAndInWords) {
  const Receipt receipt{"auth", "", 7, "", "", "title", "a b", "\x1b[31m=%\n"};
  EXPECT_EQ(trailer_of(receipt), "title project=auth pr=7 kept=a%20b dropped=%1B[31m%3D%25%0A");
  EXPECT_EQ(summarise(receipt), "auth: title of #7: kept 'a b', gave up '\\x1b[31m=%\\n'");
}

TEST(Receipts, CutLongValuesBetweenCharactersAndMarkThem) {
  const Receipt receipt{"auth",
                        "",
                        7,
                        std::string(121, 'o'),
                        "",
                        "title",
                        std::string(120, 'k'),
                        std::string(119, 'x') + "é"};
  EXPECT_EQ(trailer_of(receipt), "title project=auth pr=7 operation=" + std::string(120, 'o') +
                                     " kept=" + std::string(120, 'k') +
                                     " dropped=" + std::string(119, 'x') + "%E2%80%A6");
}

}  // namespace
}  // namespace claudestep::model
