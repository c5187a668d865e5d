#include "plan/match.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "plan/checklist.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::plan {
namespace {

using model::Project;
using model::test::make_pr;
using model::test::make_project;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

constexpr std::string_view kPath = "claude-step/auth/spec.md";

Plan checklist(std::string_view bytes) {
  return {"checklist", std::string(kPath), read_checklist(bytes), {}};
}

// The project after the plan was imported.
Project import(const Project& project, const Plan& plan) {
  model::test::Ledger ledger(project);
  const std::string answer = ledger.apply(set_plan_of(project, plan, match(project, plan)));
  EXPECT_TRUE(answer == "changed" || answer == "same") << answer;
  return ledger.project(project.name.value);
}

Item named(std::string name, std::string text) {
  Item item;
  item.name = std::move(name);
  item.text = std::move(text);
  return item;
}

std::vector<std::string> texts_of(const std::vector<DriftedTask>& tasks) {
  std::vector<std::string> texts;
  for (const DriftedTask& task : tasks)
    texts.push_back(std::to_string(task.index) + " " + task.text);
  return texts;
}

TEST(Match, GoesByTextWhateverTheOrder) {
  const Project project = make_project("auth", {"one", "two", "three"});
  EXPECT_THAT(match(project, checklist("- [ ] three\n- [ ] new\n- [ ]  two \n- [ ] one\n")),
              ElementsAre(Optional(2U), std::nullopt, Optional(1U), Optional(0U)));
}

TEST(Match, EqualTextsKeepTheirOrder) {
  const Project project = make_project("auth", {"same", "other", "same"});
  EXPECT_THAT(match(project, checklist("- [ ] same\n- [ ] same\n- [ ] same\n")),
              ElementsAre(Optional(0U), Optional(2U), std::nullopt));
}

// Of tasks with one text those stay that pull requests are tied to, open ones first.
TEST(Match, OfEqualTextsThoseWithPullRequestsStay) {
  Project project = make_project("auth", {"same", "same", "same", "same"});
  project.tasks[3].claim = model::Claim();
  project.pull_requests = {make_pr(1, 2, model::PrState::kMerged),
                           make_pr(2, 3, model::PrState::kOpen)};
  model::settle(project);
  EXPECT_THAT(match(project, checklist("- [ ] same\n")), ElementsAre(Optional(2U)));
  EXPECT_THAT(match(project, checklist("- [ ] same\n- [ ] same\n")),
              ElementsAre(Optional(1U), Optional(2U)));
  EXPECT_THAT(match(project, checklist("- [ ] same\n- [ ] same\n- [ ] same\n")),
              ElementsAre(Optional(1U), Optional(2U), Optional(3U)));
}

TEST(Match, EqualTextsKeepTheirOrderWhereOneIsReworded) {
  Project project = make_project("auth", {"Add the login page", "Add the login page"});
  for (const std::int64_t with_pr : {1, 2}) {
    project.pull_requests = {make_pr(7, with_pr, model::PrState::kOpen)};
    model::settle(project);
    EXPECT_THAT(match(project, checklist("- [ ] Add the login form\n- [ ] Add the login page\n")),
                ElementsAre(Optional(0U), Optional(1U)));
    EXPECT_THAT(match(project, checklist("- [ ] Add the login page\n- [ ] Add the login form\n")),
                ElementsAre(Optional(0U), Optional(1U)));
    EXPECT_THAT(match(project, checklist("- [ ] Add the login form\n")),
                ElementsAre(Optional(static_cast<std::size_t>(with_pr) - 1)));
  }
}

TEST(Match, WhatComesBackRewordedIsWhatWasRemoved) {
  Project project = make_project("auth", {"Add the login page", "Add the login form"});
  project.tasks[1].removed = true;
  const Plan plan = checklist("- [ ] Add the login mask\n");
  EXPECT_THAT(match(project, plan), ElementsAre(Optional(0U))) << "present tasks first";
  project.tasks[0].removed = true;
  EXPECT_THAT(match(project, plan), ElementsAre(std::nullopt)) << "nothing is tied to them";
  project.pull_requests = {make_pr(7, 2, model::PrState::kOpen)};
  model::settle(project);
  EXPECT_THAT(match(project, plan), ElementsAre(Optional(1U)));
}

TEST(Match, APrefixIsAnotherTask) {
  const Project project = make_project("auth", {"Task 1"});
  EXPECT_THAT(match(project, checklist("- [ ] Task 10\n")), ElementsAre(std::nullopt));
}

TEST(Match, FindsTheMostAlike) {
  const Project project = make_project("auth", {"Add the login page", "Add the login form to it"});
  EXPECT_THAT(match(project, checklist("- [ ] Add the login form\n- [ ] Add a login page\n")),
              ElementsAre(Optional(1U), Optional(0U)));
}

TEST(Match, FillsPlaceholders) {
  Project project = make_project("auth", {"Task 1", "Task 2"});
  for (model::Task& task : project.tasks) task.placeholder = true;
  EXPECT_THAT(match(project, checklist("- [ ] Write it\n- [ ] Test it\n- [ ] Ship it\n")),
              ElementsAre(Optional(0U), Optional(1U), std::nullopt));
}

TEST(Match, GoesByTheNameInThePlanFirst) {
  Project project = make_project("auth", {"alike", "other"});
  model::Source source;
  source.spec = model::Text("spec.yaml");
  source.task = model::Text("BE-001");
  project.tasks[1].source = source;
  Plan plan{"feature-spec", "spec.yaml", {}, {}};
  plan.items.push_back(named("BE-001", "alike"));
  EXPECT_THAT(match(project, plan), ElementsAre(Optional(1U)));
  plan.items.front().name = "BE-002";
  EXPECT_THAT(match(project, plan), ElementsAre(Optional(0U)));
  plan.items.front().text = "others";
  EXPECT_THAT(match(project, plan), ElementsAre(std::nullopt)) << "BE-001 is not BE-002";
}

TEST(Match, IsSureOfEqualTextAndOfTheNameAlone) {
  Plan plan{"feature-spec", "specs/auth/spec.yaml", {named("BE-1", "Add the login")}, {}};
  const Project project = import(make_project("auth", {}), plan);
  ASSERT_EQ(project.tasks.size(), 1U);
  const auto& task = project.tasks.front();
  EXPECT_TRUE(is_surely(task, plan, named("BE-2", " Add  the\tlogin ")));
  EXPECT_TRUE(is_surely(task, plan, named("BE-1", "Add the logout")));
  EXPECT_FALSE(is_surely(task, plan, named("BE-2", "Add the logout")));
  EXPECT_FALSE(is_surely(task, plan, named("", "Add the log in")));
  plan.path = "specs/other/spec.yaml";
  EXPECT_FALSE(is_surely(task, plan, named("BE-1", "Add the logout")));
}

TEST(Import, PullRequestsFollowTheirTask) {
  Project project = make_project("auth", {"one", "two", "three"});
  project.pull_requests = {make_pr(7, 2, model::PrState::kMerged)};
  model::settle(project);
  const Project after = import(project, checklist("- [ ] zero\n- [ ] three\n- [ ] two\n"));
  ASSERT_EQ(after.tasks.size(), 3U);
  EXPECT_EQ(after.tasks[2].description.value, "two");
  EXPECT_EQ(after.tasks[2].status, model::TaskStatus::kCompleted);
  EXPECT_EQ(after.pull_requests[0].task_index.value, 3);
  EXPECT_EQ(after.pull_requests[0].task_id, project.tasks[1].id);
}

TEST(Import, ATickIsKeptOnlyWhereNoPullRequestSaysIt) {
  Project project = make_project("auth", {"one", "two"});
  project.pull_requests = {make_pr(7, 1, model::PrState::kMerged)};
  model::settle(project);
  const Project after = import(project, checklist("- [x] one\n- [x] two\n"));
  EXPECT_FALSE(after.tasks[0].is_checked());
  EXPECT_TRUE(after.tasks[1].is_checked());
  const Project unticked = import(after, checklist("- [ ] one\n- [ ] two\n"));
  EXPECT_FALSE(unticked.tasks[1].is_checked());
}

TEST(Import, NamesDependOnNames) {
  const Project project = make_project("auth", {});
  Plan plan{"feature-spec", "spec.yaml", {}, {}};
  plan.items.push_back(named("BE-002", "b"));
  plan.items.back().requirements = {"FR-101"};
  plan.items.back().depends_on = {"BE-001"};
  plan.items.push_back(named("BE-001", "a"));
  const Project after = import(project, plan);
  ASSERT_EQ(after.tasks.size(), 2U);
  ASSERT_TRUE(after.tasks[0].depends_on);
  EXPECT_THAT(*after.tasks[0].depends_on, ElementsAre(*after.tasks[1].id));
  ASSERT_TRUE(after.tasks[0].source && after.tasks[0].source->requirements);
  EXPECT_EQ(after.tasks[0].source->requirements->front().value, "FR-101");
  EXPECT_EQ(import(after, plan), after);
}

TEST(DriftOf, ATaskThatKeepsItsIndexDidNotMove) {
  const Project project = make_project("auth", {"one", "two"});
  const Drift drift =
      drift_of(project, import(project, checklist("- [ ] new\n- [ ] two\n- [ ] one\n")));
  ASSERT_EQ(drift.moved.size(), 1U);
  EXPECT_EQ(drift.moved[0].task.text, "one");
  EXPECT_EQ(drift.moved[0].before, 1);
}

TEST(DriftOf, SaysWhatATaskWasThatComesBackReworded) {
  Project project = make_project("auth", {"Add the login page"});
  project.pull_requests = {make_pr(7, 1, model::PrState::kMerged)};
  model::settle(project);
  const Project without = import(project, checklist("- [ ] other\n"));
  const Project back = import(without, checklist("- [ ] Add the login form\n- [ ] other\n"));
  EXPECT_EQ(back.tasks[0].id, project.tasks[0].id);
  const Drift drift = drift_of(without, back);
  EXPECT_THAT(texts_of(drift.added), ElementsAre("1 Add the login form"));
  ASSERT_EQ(drift.reworded.size(), 1U);
  EXPECT_EQ(drift.reworded[0].before, "Add the login page");
}

TEST(DriftOf, NamesEachKindOfChange) {
  Project project = make_project("auth", {"one", "two", "Add the login page", "four"});
  const Project after =
      import(project, checklist("- [ ] four\n- [x] one\n- [ ] Add a login page\n- [ ] new\n"));
  const Drift drift = drift_of(project, after);
  EXPECT_THAT(texts_of(drift.added), ElementsAre("4 new"));
  EXPECT_THAT(texts_of(drift.removed), ElementsAre("2 two"));
  ASSERT_EQ(drift.reworded.size(), 1U);
  EXPECT_EQ(drift.reworded[0].before, "Add the login page");
  EXPECT_EQ(drift.reworded[0].task.text, "Add a login page");
  ASSERT_EQ(drift.moved.size(), 1U);
  EXPECT_EQ(drift.moved[0].task.text, "four");
  EXPECT_EQ(drift.moved[0].before, 4);
  ASSERT_EQ(drift.checked.size(), 1U);
  EXPECT_EQ(drift.checked[0].task.text, "one");
  EXPECT_TRUE(drift_of(after, import(after, checklist("- [ ] four\n- [x] one\n- [ ] Add a login "
                                                      "page\n- [ ] new\n")))
                  .empty());
  EXPECT_THAT(drift_of(project, project).moved, IsEmpty());
}

}  // namespace
}  // namespace claudestep::plan
