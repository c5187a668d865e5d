#include <gtest/gtest.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::later;
using test::Ledger;
using test::make_pr;
using test::make_project;
using test::prs_of;
using test::tasks_of;

PlannedTask planned(std::string description, std::optional<std::string> id = {},
                    std::vector<std::string> depends_on = {}) {
  return {std::move(id), std::move(description), std::move(depends_on), {}, {}};
}

SetPlan plan_of(std::vector<PlannedTask> tasks) {
  return {"auth", "claude-step/auth/spec.md", "spec.md", std::move(tasks)};
}

TEST(SetPlan, FillsAnEmptyProject) {
  Ledger ledger(make_project("auth"));
  PlannedTask ticked = planned("b", {}, {"1"});
  ticked.checked = true;
  Source source;
  source.spec = Text("spec.yaml");
  source.task = Text("BE-001");
  ticked.source = source;
  const SetPlan op = plan_of({planned("a"), ticked, planned("a", {}, {"2", "1", "2"})});
  EXPECT_EQ(ledger.apply(op), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending | 2 b completed | 3 a pending");
  const std::string a = description_hash("a");
  const std::string b = description_hash("b");
  EXPECT_EQ(ledger.task(0).id->value, a);
  EXPECT_EQ(ledger.task(2).id->value, a + "-2");
  EXPECT_TRUE(ledger.task(0).depends_on.is_absent());
  EXPECT_EQ(*ledger.task(1).depends_on, std::vector<Text>{Text(a)});
  EXPECT_EQ(*ledger.task(2).depends_on, (std::vector<Text>{Text(b), Text(a)}));
  EXPECT_EQ(ledger.task(1).source->task->value, "BE-001");
  EXPECT_EQ(ledger.project().plan->path->value, "claude-step/auth/spec.md");
  EXPECT_EQ(ledger.project().plan->kind->value, "spec.md");
  EXPECT_EQ(ledger.apply(op, later(60)), "same");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

TEST(SetPlan, FollowsEveryTaskThatItNames) {
  Project project = make_project("auth", {"a", "b", "c", "d"});
  project.tasks[1].placeholder = true;
  project.pull_requests = {make_pr(1, 1, PrState::kMerged), make_pr(2, 2, PrState::kOpen),
                           make_pr(3, 4, PrState::kMerged)};
  settle(project);
  const auto id = [&](std::size_t place) { return project.tasks[place].id->value; };
  Ledger ledger(project);
  const SetPlan op = plan_of({planned("b, better", id(1)), planned("new"), planned("a", id(0))});
  EXPECT_EQ(ledger.apply(op), "changed");
  EXPECT_EQ(tasks_of(ledger.project()),
            "1 b, better in_progress | 2 new pending | 3 a completed | -4 d completed");
  EXPECT_EQ(prs_of(ledger.project()), "#1 merged task 3 | #2 open task 1 | #3 merged task 4");
  EXPECT_EQ(ledger.task(0).id->value, id(1));
  EXPECT_TRUE(ledger.task(0).placeholder.is_absent());
  EXPECT_EQ(ledger.apply(op), "same");
}

TEST(SetPlan, NumbersWhatIsLeftAfterThePlanInItsOldOrder) {
  Project project = make_project("auth", {"a", "b", "c"});
  project.tasks[0].index = 9;
  project.pull_requests = {make_pr(1, 9, PrState::kMerged), make_pr(2, 2, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({planned("x"), planned("c")})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()),
            "1 x pending | 2 c pending | -3 b in_progress | -4 a completed");
  EXPECT_EQ(prs_of(ledger.project()), "#1 merged task 4 | #2 open task 3");
}

TEST(SetPlan, BringsBackWhatWasRemoved) {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(1, 2, PrState::kMerged)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({planned("a")})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending | -2 b completed");
  EXPECT_EQ(ledger.apply(plan_of({planned("b"), planned("a")})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 b completed | 2 a pending");
  EXPECT_TRUE(ledger.task(0).removed.is_absent());
  EXPECT_EQ(prs_of(ledger.project()), "#1 merged task 1");
}

TEST(SetPlan, PrefersAPresentTaskOfTheSameText) {
  Project project = make_project("auth", {"a", "a"});
  project.tasks[0].removed = true;
  project.pull_requests = {make_pr(1, 1, PrState::kMerged)};
  settle(project);
  const std::string present = project.tasks[1].id->value;
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({planned(" a ")})), "changed");
  EXPECT_EQ(ledger.task(0).id->value, present);
  EXPECT_EQ(tasks_of(ledger.project()), "1  a  pending | -2 a completed");
}

TEST(SetPlan, ChangesATickOnlyWhenItIsGiven) {
  Project project = make_project("auth", {"a", "b"});
  project.tasks[0].checked = true;
  project.tasks[1].checked = true;
  project.plan = PlanRef();
  settle(project);
  Ledger ledger(std::move(project));
  PlannedTask unticked = planned("b");
  unticked.checked = false;
  EXPECT_EQ(ledger.apply(plan_of({planned("a"), unticked})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed | 2 b pending");
  EXPECT_TRUE(ledger.task(1).checked.is_absent());
}

SetPlan boxes(bool a, bool b) {
  SetPlan plan = plan_of({planned("a"), planned("b")});
  plan.tasks[0].checked = a;
  plan.tasks[1].checked = b;
  return plan;
}

TEST(SetPlan, LeavesWhatWasDoneByHandUntilThePlanSaysTheSame) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  EXPECT_EQ(ledger.apply(boxes(false, true)), "changed");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "2", false}), "changed");
  EXPECT_EQ(ledger.apply(boxes(false, true)), "same");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed | 2 b pending");
  EXPECT_EQ(ledger.apply(boxes(true, false)), "changed");
  EXPECT_FALSE(ledger.task(0).is_by_hand() || ledger.task(1).is_by_hand());
  EXPECT_EQ(ledger.apply(boxes(true, false)), "same");
  EXPECT_EQ(ledger.apply(boxes(false, true)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending | 2 b completed");
}

TEST(SetPlan, WhatIsTakenBackByHandIsAsThePlanSays) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  EXPECT_EQ(ledger.apply(boxes(false, false)), "changed");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_TRUE(ledger.task(0).is_by_hand());
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "changed");
  EXPECT_TRUE(ledger.task(0).by_hand.is_absent());
}

TEST(SetPlan, TheFirstPlanTakesNoTickBack) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_TRUE(ledger.task(0).by_hand.is_absent()) << "there is no plan";
  EXPECT_EQ(ledger.apply(boxes(false, true)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed | 2 b completed");
  EXPECT_EQ(ledger.apply(boxes(false, true)), "same");
  EXPECT_EQ(ledger.apply(boxes(false, false)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed | 2 b pending");
}

TEST(SetPlan, ForgetsDependenciesOnTasksThatAreNoMore) {
  Project project = make_project("auth", {"a", "b", "c"});
  const auto id = [&](std::size_t place) { return Text(project.tasks[place].id->value); };
  project.tasks[1].depends_on = std::vector<Text>{id(0), id(2)};
  project.tasks[2].depends_on = std::vector<Text>{id(0)};
  project.pull_requests = {make_pr(1, 2, PrState::kMerged)};
  settle(project);
  Ledger ledger(project);
  EXPECT_EQ(ledger.apply(plan_of({planned("c")})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 c pending | -2 b completed");
  EXPECT_TRUE(ledger.task(0).depends_on.is_absent());
  EXPECT_EQ(*ledger.task(1).depends_on, std::vector<Text>{id(2)});
}

TEST(SetPlan, KeepsWhatThePlanDoesNotKnow) {
  Project project = make_project("auth", {"a"});
  project.tasks[0].extra = {{"\"note\"", "1"}};
  PlanRef ref;
  ref.path = Text("old.md");
  ref.extra = {{"\"by\"", "2"}};
  project.plan = ref;
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({planned("a")})), "changed");
  EXPECT_EQ(ledger.task(0).extra, (Extra{{"\"note\"", "1"}}));
  EXPECT_EQ(ledger.project().plan->extra, (Extra{{"\"by\"", "2"}}));
  EXPECT_EQ(ledger.project().plan->path->value, "claude-step/auth/spec.md");
}

TEST(SetPlan, NamesDependenciesByPlaceBeforeId) {
  Project project = make_project("auth", {"a", "b"});
  project.tasks[1].id = Text("1");
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({planned("a"), planned("b", "1"), planned("c", {}, {"1"}),
                                  planned("d", {}, {description_hash("c")})})),
            "changed");
  EXPECT_EQ(*ledger.task(2).depends_on, std::vector<Text>{Text(description_hash("a"))});
  EXPECT_EQ(*ledger.task(3).depends_on, std::vector<Text>{Text(description_hash("c"))});
}

TEST(SetPlan, RefusesWhatCannotBe) {
  Project project = make_project("auth", {"Add user authentication", "b"});
  const auto told = [&](const SetPlan& op) {
    Ledger ledger(project);
    return ledger.apply(op);
  };
  const std::string cannot = "invalid_input: cannot set the plan of 'auth': ";
  EXPECT_EQ(told(plan_of({planned("a"), planned(" ")})),
            cannot + "the description is blank; hint: say in a few words what is to be done");
  EXPECT_EQ(told({"auth", "", "spec.md", {}}), cannot + "the path is blank; hint: give the path");
  EXPECT_EQ(told({"auth", "p", "a\nb", {}}),
            cannot +
                "the kind 'a\\nb' contains a control character; hint: give the kind as one "
                "plain line");
  EXPECT_EQ(told(plan_of({planned("a", "39b1209e")})),
            "not_found: no task '39b1209e' in 'auth'; hint: did you mean '39b1209d'?");
  EXPECT_EQ(told(plan_of({planned("a", "39b1209d"), planned("b", "39b1209d")})),
            cannot +
                "task '39b1209d' is listed twice; hint: list each task once; leave the id out "
                "for a new one");
  const std::string outside = "; hint: name a task of the plan by its place in it or by its id";
  const std::string missing = "not_found: cannot set the plan of 'auth': task 1 depends on ";
  EXPECT_EQ(told(plan_of({planned("a", {}, {"2"})})),
            missing + "'2', which is not in it" + outside);
  EXPECT_EQ(told(plan_of({planned("a", {}, {"0"})})),
            missing + "'0', which is not in it" + outside);
  EXPECT_EQ(told(plan_of({planned("a", {}, {"39b1209d"})})),
            missing + "'39b1209d', which is not in it" + outside);
  EXPECT_EQ(told(plan_of({planned("a", {}, {"99999999999999999999"})})),
            missing + "'99999999999999999999', which is not in it" + outside);
  const std::string circle = "; hint: take one of these dependencies out of the plan";
  EXPECT_EQ(told(plan_of({planned("a", {}, {"1"})})),
            cannot + "its tasks wait for each other: task 1 -> 1" + circle);
  EXPECT_EQ(told(plan_of({planned("a", {}, {"2"}), planned("b", {}, {"4", "3"}),
                          planned("c", {}, {"2"}), planned("d")})),
            cannot + "its tasks wait for each other: task 2 -> 3 -> 2" + circle);
}

TEST(SetPlan, OfNoTasksLeavesHistoryAlone) {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(1, 2, PrState::kClosed)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(plan_of({})), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "-1 b pending");
  EXPECT_EQ(prs_of(ledger.project()), "#1 closed task 1");
}

}  // namespace
}  // namespace claudestep::model
