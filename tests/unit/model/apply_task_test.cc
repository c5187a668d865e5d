#include <gtest/gtest.h>

#include <limits>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::later;
using test::Ledger;
using test::make_pr;
using test::make_project;
using test::prs_of;
using test::tasks_of;

AddTask add(std::string description, std::optional<std::int64_t> index = {},
            std::vector<std::string> depends_on = {}) {
  return {"auth", std::move(description), index, std::move(depends_on)};
}

TEST(AddTask, AddsAtTheEndWithAnIdOfItsOwn) {
  Ledger ledger(make_project("auth"));
  EXPECT_EQ(ledger.apply(add("Add user authentication")), "changed");
  EXPECT_EQ(ledger.apply(add("Add  user\nauthentication ")), "changed");
  EXPECT_EQ(ledger.task(0).id->value, "39b1209d");
  EXPECT_EQ(ledger.task(1).id->value, "39b1209d-2");
  EXPECT_EQ(ledger.task(1).index.value, 2);
  EXPECT_EQ(ledger.task(1).description.value, "Add  user\nauthentication ");
  EXPECT_EQ(ledger.task(1).status, TaskStatus::kPending);
  EXPECT_TRUE(ledger.task(0).depends_on.is_absent());
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

TEST(AddTask, GoesAfterTheGreatestIndex) {
  Project project = make_project("auth", {"a", "b"});
  project.tasks[0].index = 7;
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(add("c")), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "7 a pending | 2 b pending | 8 c pending");
}

TEST(AddTask, MakesRoomAndPullRequestsFollowTheirTask) {
  Project project = make_project("auth", {"a", "b", "c"});
  project.pull_requests = {make_pr(1, 1, PrState::kMerged), make_pr(2, 2, PrState::kOpen),
                           make_pr(3, 9, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(add("new", 2)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()),
            "1 a completed | 2 new pending | 3 b in_progress | 4 c pending");
  EXPECT_EQ(prs_of(ledger.project()), "#1 merged task 1 | #2 open task 3 | #3 open task 9");
  EXPECT_EQ(ledger.apply(add("first", 1)), "changed");
  EXPECT_EQ(ledger.apply(add("last", 6)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()),
            "1 first pending | 2 a completed | 3 new pending | 4 b in_progress | 5 c pending | 6 "
            "last pending");
}

TEST(AddTask, TakesInAPullRequestThatWaitedForIt) {
  Project project = make_project("auth", {"a"});
  auto by_id = make_pr(1, 5, PrState::kMerged);
  by_id.task_id = Text("39b1209d");
  project.pull_requests = {by_id, make_pr(2, 3, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(add("Add user authentication")), "changed");
  EXPECT_EQ(ledger.apply(add("Next")), "changed");
  EXPECT_EQ(tasks_of(ledger.project()),
            "1 a pending | 2 Add user authentication completed | 3 Next in_progress");
  EXPECT_EQ(prs_of(ledger.project()), "#1 merged task 2 | #2 open task 3");
}

TEST(AddTask, ResolvesItsDependenciesToIds) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  const std::string a = ledger.task(0).id->value;
  const std::string b = ledger.task(1).id->value;
  EXPECT_EQ(ledger.apply(add("c", {}, {"2", a, b, "1"})), "changed");
  EXPECT_EQ(*ledger.task(2).depends_on, (std::vector<Text>{Text(b), Text(a)}));
  EXPECT_EQ(ledger.apply(add("d", {}, {"9"})),
            "not_found: no task '9' in 'auth'; hint: claudestep task list auth");
}

TEST(AddTask, RefusesWhatCannotBe) {
  using namespace std::string_literals;
  const std::string cannot = "invalid_input: cannot add a task to 'auth': ";
  const struct {
    AddTask op;
    std::string why;
  } kCases[] = {
      {add(""), "the description is blank; hint: say in a few words what is to be done"},
      {add(" \t\n"), "the description is blank; hint: say in a few words what is to be done"},
      {add("a\xff"), "the description is not UTF-8 (byte 2); hint: give the description in UTF-8"},
      {add("a\0b"s), "the description contains a NUL; hint: leave the NUL out"},
      {add("x", 0), "there is no place 0; hint: the index can be 1 to 3"},
      {add("x", -1), "there is no place -1; hint: the index can be 1 to 3"},
      {add("x", 4), "there is no place 4; hint: the index can be 1 to 3"},
  };
  for (const auto& c : kCases) {
    Ledger ledger(make_project("auth", {"a", "b"}));
    const Project before = ledger.project();
    EXPECT_EQ(ledger.apply(c.op), cannot + c.why);
    EXPECT_EQ(ledger.project(), before);
  }
}

TEST(AddTask, RefusesToRunOutOfIndices) {
  Project project = make_project("auth", {"a"});
  project.tasks[0].index = std::numeric_limits<std::int64_t>::max();
  Ledger ledger(std::move(project));
  EXPECT_EQ(
      ledger.apply(add("b")),
      "corrupt: cannot add a task to 'auth': index 9223372036854775807 leaves no room for more"
      "; hint: claudestep fsck");
}

TEST(EditTask, ChangesTheTextAndKeepsTheId) {
  Ledger ledger(make_project("auth", {"Add user authentication"}));
  EXPECT_EQ(ledger.apply(EditTask{"auth", "1", "Add login"}), "changed");
  EXPECT_EQ(ledger.task(0).description.value, "Add login");
  EXPECT_EQ(ledger.task(0).id->value, "39b1209d");
  EXPECT_EQ(ledger.apply(EditTask{"auth", "39b1209d", "Add login"}, later(5)), "same");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
}

TEST(EditTask, MakesAPlaceholderReal) {
  Project project = make_project("auth", {"Task 1", "Task 2"});
  project.tasks[0].placeholder = true;
  project.tasks[1].placeholder = false;
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(EditTask{"auth", "1", "Task 1"}), "changed");
  EXPECT_TRUE(ledger.task(0).placeholder.is_absent());
  EXPECT_EQ(ledger.apply(EditTask{"auth", "2", "Task 2"}), "same");
}

TEST(EditTask, RefusesABlankText) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(EditTask{"auth", "1", " "}),
            "invalid_input: cannot edit task 1 of 'auth': the description is blank; hint: say in a "
            "few words what is to be done");
  EXPECT_EQ(ledger.apply(EditTask{"auth", "2", "b"}),
            "not_found: no task '2' in 'auth'; hint: claudestep task list auth");
}

TEST(CheckTask, TicksAndUnticks) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", true}), "same");
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending");
  EXPECT_TRUE(ledger.task(0).checked.is_absent());
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "same");
}

TEST(CheckTask, DoesNotUndoAMergedPullRequest) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(1, 1, PrState::kMerged)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(CheckTask{"auth", "1", false}), "same");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed");
}

ClaimTask claim(std::string by, std::optional<std::string> reviewer = {},
                std::int64_t ttl_seconds = 7200) {
  return {"auth", "1", std::move(by), std::move(reviewer), ttl_seconds};
}

TEST(ClaimTask, TakesATaskForAWhile) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(claim("ci-1", "ann")), "changed");
  const Claim& held = *ledger.task(0).claim;
  EXPECT_EQ(held.by.value, "ci-1");
  EXPECT_EQ(held.reviewer->value, "ann");
  EXPECT_EQ(held.at.value.text(), "2026-02-01T12:00:00Z");
  EXPECT_EQ(held.expires.value.text(), "2026-02-01T14:00:00Z");
  EXPECT_EQ(ledger.task(0).status, TaskStatus::kPending);
  EXPECT_EQ(ledger.apply(claim("ci-1"), later(60)), "same");
  EXPECT_EQ(ledger.apply(claim("ci-2"), later(7199)),
            "conflict: cannot claim task 1 of 'auth': it is claimed by 'ci-1' until "
            "2026-02-01T14:00:00Z; hint: claudestep next auth");
  EXPECT_EQ(ledger.apply(claim("ci-2"), later(7200)), "changed");
  EXPECT_EQ(ledger.task(0).claim->by.value, "ci-2");
  EXPECT_TRUE(ledger.task(0).claim->reviewer.is_absent());
}

TEST(ClaimTask, RefusesWhatIsNotToBeTaken) {
  Project project = make_project("auth", {"gone", "done", "open", "waits", "waits more", "lost"});
  const auto id = [&](std::size_t place) { return Text(project.tasks[place].id->value); };
  project.tasks[0].removed = true;
  project.tasks[3].depends_on = std::vector<Text>{id(2)};
  project.tasks[4].depends_on = std::vector<Text>{id(2), id(3), id(1), id(5)};
  project.tasks[5].depends_on = std::vector<Text>{Text("feedbeef")};
  project.pull_requests = {make_pr(8, 2, PrState::kMerged), make_pr(9, 3, PrState::kOpen)};
  settle(project);
  const struct {
    const char* task;
    const char* why;
  } kCases[] = {
      {"1", "it is removed from the plan"},
      {"2", "it is completed"},
      {"3", "it has an open pull request, #9"},
      {"4", "it waits for task 3"},
      {"5", "it waits for task 3, task 4 and task 6"},
      {"6", "it waits for task 'feedbeef', which there is not"},
  };
  for (const auto& c : kCases) {
    Ledger ledger(project);
    EXPECT_EQ(ledger.apply(ClaimTask{"auth", c.task, "ci", {}, 60}),
              std::string("conflict: cannot claim task ") + c.task + " of 'auth': " + c.why +
                  "; hint: claudestep next auth");
  }
}

TEST(ClaimTask, RefusesWhatIsNoClaim) {
  const std::string cannot = "invalid_input: cannot claim task 1 of 'auth': ";
  const struct {
    ClaimTask op;
    std::string why;
  } kCases[] = {
      {claim(" "), "the claimant is blank; hint: give the claimant"},
      {claim("a\nb"),
       "the claimant 'a\\nb' contains a control character; hint: give the claimant as one plain "
       "line"},
      {claim("ci", "a\tb"),
       "the reviewer 'a\\tb' contains a control character; hint: give the reviewer as one plain "
       "line"},
      {claim("ci", {}, 0), "a claim lives a second at least; hint: 2h is usual"},
      {claim("ci", {}, 31536001), "a claim lives 365 days at most; hint: 2h is usual"},
  };
  for (const auto& c : kCases) {
    Ledger ledger(make_project("auth", {"a"}));
    EXPECT_EQ(ledger.apply(c.op), cannot + c.why);
  }
}

TEST(ReleaseTask, EndsAClaim) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(ReleaseTask{"auth", "1"}), "same");
  ledger.apply(claim("ci"));
  EXPECT_EQ(ledger.apply(ReleaseTask{"auth", "1"}, later(9000)), "changed");
  EXPECT_TRUE(ledger.task(0).claim.is_absent());
  EXPECT_EQ(ledger.updated(), "2026-02-01T14:30:00Z");
}

}  // namespace
}  // namespace claudestep::model
