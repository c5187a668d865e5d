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
using test::time;

OpenPr open(std::int64_t pr, std::string task, std::string branch) {
  return {"auth", std::move(task), pr, std::move(branch), {}, {}, {}};
}

TEST(OpenPr, RecordsWhatIsGivenAndFillsInTheRest) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  EXPECT_EQ(ledger.apply(open(42, "2", "claude-step-auth-2")), "changed");
  const PullRequest& pr = ledger.pr(0);
  EXPECT_EQ(pr.number.value, 42);
  EXPECT_EQ(pr.task_index.value, 2);
  EXPECT_EQ(pr.task_id, ledger.task(1).id);
  EXPECT_EQ(pr.branch_name->value, "claude-step-auth-2");
  EXPECT_EQ(pr.reviewer->value, "");
  EXPECT_EQ(pr.state, PrState::kOpen);
  EXPECT_EQ(pr.created_at->value.text(), "2026-02-01T12:00:00Z");
  EXPECT_TRUE(pr.title.is_absent());
  EXPECT_TRUE(pr.ai_operations.empty());
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending | 2 b in_progress");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:00Z");
  EXPECT_TRUE(ledger.warnings.empty());
}

TEST(OpenPr, WarnsOfABranchThatIsNamedAfterAnotherTask) {
  struct Case {
    std::string task, branch, other;  // other: the place of the task that is named, if any
  };
  const Project project = [] {
    Project made = make_project("auth", {"a", "b", "b", "d"});
    made.former_names = std::vector<Text>{Text("old")};
    return made;
  }();
  const auto id = [&](std::size_t index) { return project.tasks[index - 1].id->value; };
  const std::vector<Case> cases = {
      {"1", "claude-chain-auth-" + id(2), "2"},
      {id(1), "claude-chain-auth-" + id(2), "2"},
      {"1", "claude-chain-old-" + id(2), "2"},
      {"1", "claudestep/auth/task-" + id(3), "3"},
      {"1", "claudestep/auth/step-2", "2"},
      {"1", "2026-01-auth-4", "4"},
      {"2", "claude-chain-auth-" + id(2), ""},
      {"3", "claude-chain-auth-" + id(2), ""},   // the text is the same
      {id(1), "claudestep/auth/step-2", ""},     // a place moves, the id was meant
      {"1", "claudestep/auth/step-9", ""},       // no task
      {"1", "claude-chain-other-" + id(2), ""},  // another project
      {"1", "feature/login", ""},
  };
  for (const Case& one : cases) {
    Ledger ledger(project);
    EXPECT_EQ(ledger.apply(open(60, one.task, one.branch)), "changed");
    std::vector<std::string> warnings;
    if (!one.other.empty()) {
      warnings.push_back("branch '" + one.branch + "' is named after task " + one.other +
                         " of 'auth', and #60 is recorded for task 1; if it is for task " +
                         one.other + ": claudestep pr move auth --pr 60 --task " +
                         id(std::stoul(one.other)));
    }
    EXPECT_EQ(ledger.warnings, warnings) << one.branch;
    EXPECT_EQ(ledger.apply(open(60, one.task, one.branch)), "same");
  }
}

TEST(OpenPr, KeepsATimeAsGivenButSaysItsZone) {
  Ledger ledger(make_project("auth", {"a"}));
  OpenPr op = open(1, "1", "b1");
  op.created_at = time("2026-01-01T10:00:00.25+02:00");
  op.reviewer = "bob";
  op.title = "";
  EXPECT_EQ(ledger.apply(op), "changed");
  EXPECT_EQ(ledger.pr(0).created_at->value.text(), "2026-01-01T10:00:00.25+02:00");
  EXPECT_EQ(ledger.pr(0).reviewer->value, "bob");
  EXPECT_EQ(ledger.pr(0).title->value, "");
  op.pr = 2;
  op.created_at = time("2026-01-01T10:00:00.25");
  EXPECT_EQ(ledger.apply(op), "changed");
  EXPECT_EQ(ledger.pr(1).created_at->value.text(), "2026-01-01T10:00:00.25Z");
  EXPECT_EQ(ledger.apply(op), "same");
}

TEST(OpenPr, EndsTheClaimAndTakesItsReviewer) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.apply(ClaimTask{"auth", "1", "ci", "ann", 7200});
  EXPECT_EQ(ledger.apply(open(1, "1", "b1")), "changed");
  EXPECT_TRUE(ledger.task(0).claim.is_absent());
  EXPECT_EQ(ledger.pr(0).reviewer->value, "ann");
}

TEST(OpenPr, KeepsANullClaimAsItIs) {
  Project project = make_project("auth", {"a"});
  project.tasks[0].claim = Opt<Claim>::null();
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(open(1, "1", "b1")), "changed");
  EXPECT_TRUE(ledger.task(0).claim.is_null());
}

TEST(OpenPr, GivenAgainChangesNothingWhateverHappenedSince) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  OpenPr op = open(1, "1", "b1");
  op.reviewer = "ann";
  op.title = "One";
  ledger.apply(op);
  ledger.apply(SetPrState{"auth", 1, PrState::kMerged, {}, {}});
  EXPECT_EQ(ledger.apply(op, later(60)), "same");
  EXPECT_EQ(ledger.apply(open(1, "1", "b1"), later(60)), "same");
  EXPECT_EQ(ledger.apply(open(1, ledger.task(0).id->value, "b1"), later(60)), "same");
  EXPECT_TRUE(ledger.warnings.empty());
}

TEST(OpenPr, RefusesANumberThatIsRecordedOtherwise) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  OpenPr recorded = open(42, "1", "b42");
  recorded.reviewer = "ann";
  recorded.title = "It's one";
  recorded.created_at = time("2026-01-01T10:00:00Z");
  ledger.apply(recorded);
  ledger.apply(open(43, "1", "b43"));
  ledger.pr(1).created_at.reset();

  const auto with = [&](auto change) {
    OpenPr op = recorded;
    change(op);
    return ledger.apply(op);
  };
  const std::string cannot = "conflict: cannot open #42 in 'auth': it is already recorded ";
  EXPECT_EQ(with([](OpenPr& op) { op.task = "2"; }),
            cannot + "for task 1; hint: claudestep pr move auth --pr 42 --task 2");
  EXPECT_EQ(with([](OpenPr& op) { op.branch = "other"; }),
            cannot +
                "on branch 'b42'; hint: the branch of a recorded pull request stays: is this "
                "its number?");
  EXPECT_EQ(with([](OpenPr& op) { op.reviewer = "bob"; }),
            cannot + "for reviewer 'ann'; hint: claudestep pr assign auth --pr 42 --reviewer bob");
  EXPECT_EQ(with([](OpenPr& op) { op.title = "That's two"; }),
            cannot +
                "as 'It's one'; hint: claudestep pr retitle auth --pr 42 --title "
                "'That'\\''s two'");
  EXPECT_EQ(with([](OpenPr& op) { op.title = "two\nlines"; }),
            cannot + "as 'It's one'; hint: claudestep pr retitle auth --pr 42 --title TITLE");
  EXPECT_EQ(with([](OpenPr& op) { op.created_at = time("2026-01-01T10:00:01Z"); }),
            cannot +
                "as created at 2026-01-01T10:00:00Z; hint: leave out --created-at: what is "
                "recorded stands");
  EXPECT_EQ(with([](OpenPr& op) { op.created_at = time("2026-01-01T12:00:00+02:00"); }), "same");
  EXPECT_EQ(with([](OpenPr& op) { op.task = "3"; }),
            "not_found: no task '3' in 'auth'; hint: claudestep task list auth");

  recorded = open(43, "1", "b43");
  const std::string cannot43 = "conflict: cannot open #43 in 'auth': it is already recorded ";
  EXPECT_EQ(with([](OpenPr& op) { op.reviewer = ""; }), "same");
  EXPECT_EQ(
      with([](OpenPr& op) { op.reviewer = "-x"; }),
      cannot43 + "without a reviewer; hint: claudestep pr assign auth --pr 43 --reviewer '-x'");
  EXPECT_EQ(with([](OpenPr& op) { op.title = "t"; }),
            cannot43 + "without a title; hint: claudestep pr retitle auth --pr 43 --title t");
  EXPECT_EQ(with([](OpenPr& op) { op.created_at = time("2026-01-01T10:00:00Z"); }),
            cannot43 +
                "without a time of creation; hint: leave out --created-at: what is recorded "
                "stands");
}

TEST(OpenPr, RefusesWhatIsNoPullRequest) {
  using namespace std::string_literals;
  const auto with = [](auto change) {
    OpenPr op = open(1, "1", "b1");
    change(op);
    Ledger ledger(make_project("auth", {"a"}));
    return ledger.apply(op);
  };
  EXPECT_EQ(with([](OpenPr& op) { op.pr = 0; }),
            "invalid_input: cannot open #0 in 'auth': a pull request's number is 1 or more; hint: "
            "give the number that the forge gave it");
  EXPECT_EQ(with([](OpenPr& op) { op.branch = " "; }),
            "invalid_input: cannot open #1 in 'auth': the branch name is blank; hint: give the "
            "branch name");
  EXPECT_EQ(with([](OpenPr& op) { op.branch = "b\x7f"; }),
            "invalid_input: cannot open #1 in 'auth': the branch name 'b\\x7f' contains a control "
            "character; hint: give the branch name as one plain line");
  EXPECT_EQ(with([](OpenPr& op) { op.reviewer = "a\xc2\x85"; }),
            "invalid_input: cannot open #1 in 'auth': the reviewer 'a\\u0085' contains a control "
            "character; hint: give the reviewer as one plain line");
  EXPECT_EQ(with([](OpenPr& op) { op.title = "\xc3"; }),
            "invalid_input: cannot open #1 in 'auth': the title is not UTF-8 (byte 1); hint: give "
            "the title in UTF-8");
  EXPECT_EQ(
      with([](OpenPr& op) { op.title = "a\0"s; }),
      "invalid_input: cannot open #1 in 'auth': the title contains a NUL; hint: leave the NUL "
      "out");
}

TEST(OpenPr, WarnsOfWhatIsOdd) {
  Project project = make_project("auth", {"a", "b"});
  project.tasks[1].removed = true;
  Ledger ledger(std::move(project));
  using Warnings = std::vector<std::string>;
  for (std::int64_t pr = 1; pr <= 6; ++pr) ledger.apply(open(pr, "1", "b"));
  EXPECT_EQ(ledger.warnings,
            Warnings{"task 1 of 'auth' has 6 open pull requests: #1, #2, #3, #4, #5, ..."});
  ledger.apply(open(7, "2", "b"));
  EXPECT_EQ(ledger.warnings, Warnings{"task 2 of 'auth' is removed from the plan"});
  for (std::int64_t pr = 1; pr <= 6; ++pr) {
    ledger.apply(SetPrState{"auth", pr, PrState::kMerged, {}, {}});
  }
  ledger.apply(open(8, "1", "b"));
  EXPECT_EQ(ledger.warnings, Warnings{"task 1 of 'auth' is already completed"});
  EXPECT_EQ(tasks_of(ledger.project()), "1 a in_progress | -2 b in_progress");
  ledger.apply(open(9, "1", "b"));
  EXPECT_EQ(ledger.warnings, Warnings{"task 1 of 'auth' has 2 open pull requests: #8, #9"});
}

TEST(AssignPr, ChangesTheReviewer) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.apply(open(1, "1", "b"));
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, ""}), "same");
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, "bob"}), "changed");
  EXPECT_EQ(ledger.pr(0).reviewer->value, "bob");
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, "bob"}, later(9)), "same");
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, "a\rb"}),
            "invalid_input: cannot assign #1 in 'auth': the reviewer 'a\\rb' contains a control "
            "character; hint: give the reviewer as one plain line");
}

TEST(RetitlePr, ChangesTheTitle) {
  Ledger ledger(make_project("auth", {"a"}));
  ledger.apply(open(1, "1", "b"));
  EXPECT_EQ(ledger.apply(RetitlePr{"auth", 1, ""}), "same");
  EXPECT_EQ(ledger.apply(RetitlePr{"auth", 1, "Better"}), "changed");
  EXPECT_EQ(ledger.pr(0).title->value, "Better");
  EXPECT_EQ(ledger.apply(RetitlePr{"auth", 1, "Better"}, later(9)), "same");
  EXPECT_EQ(
      ledger.apply(RetitlePr{"auth", 1, "\xff"}),
      "invalid_input: cannot retitle #1 in 'auth': the title is not UTF-8 (byte 1); hint: give "
      "the title in UTF-8");
}

TEST(MovePr, TiesItToAnotherTask) {
  Ledger ledger(make_project("auth", {"a", "b"}));
  ledger.apply(open(1, "1", "b"));
  ledger.apply(ClaimTask{"auth", "2", "ci", {}, 7200});
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "1"}), "same");
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "2"}), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending | 2 b in_progress");
  EXPECT_EQ(prs_of(ledger.project()), "#1 open task 2");
  EXPECT_EQ(ledger.pr(0).task_id, ledger.task(1).id);
  EXPECT_TRUE(ledger.task(1).claim.is_absent());
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, ledger.task(1).id->value}), "same");
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "5"}),
            "not_found: no task '5' in 'auth'; hint: claudestep task list auth");
}

TEST(MovePr, LeavesAClaimWhenTheWorkIsOver) {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(1, 1, PrState::kClosed)};
  settle(project);
  Ledger ledger(std::move(project));
  ledger.apply(ClaimTask{"auth", "2", "ci", {}, 7200});
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "2"}), "changed");
  EXPECT_TRUE(ledger.task(1).claim.has_value());
}

TEST(MovePr, BringsHomeOneThatNamedNoTask) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(1, 9, PrState::kMerged)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "1"}), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed");
}

TEST(PullRequests, AreNamedWhenTheyAreNotThere) {
  Ledger ledger(make_project("auth", {"a"}));
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 7, "bob"}),
            "not_found: no pull request #7 in 'auth'; hint: claudestep pr list auth");
  ledger.apply(open(4711, "1", "b"));
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 4712, "bob"}),
            "not_found: no pull request #4712 in 'auth'; hint: did you mean #4711?");
}

TEST(PullRequests, RecordedTwiceAreLeftAlone) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(1, 1, PrState::kOpen), make_pr(1, 1, PrState::kMerged)};
  settle(project);
  Ledger ledger(std::move(project));
  const std::string twice =
      "corrupt: pull request #1 is recorded twice in 'auth'; hint: claudestep fsck";
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, "bob"}), twice);
  EXPECT_EQ(ledger.apply(RetitlePr{"auth", 1, "t"}), twice);
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "1"}), twice);
  EXPECT_EQ(ledger.apply(SetPrState{"auth", 1, PrState::kClosed, {}, {}}), twice);
  EXPECT_EQ(ledger.apply(AddAiOperations{"auth", 1, {}}), twice);
  EXPECT_EQ(ledger.apply(open(1, "1", "b1")), twice);
}

TEST(PullRequests, OfTwoTasksWithOneIdAreLeftAlone) {
  Project project = make_project("auth", {"a", "b", "c"});
  project.tasks[1].id = project.tasks[0].id;
  project.pull_requests = {make_pr(1, 1, PrState::kOpen), make_pr(2, 3, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  const std::string id = ledger.task(0).id->value;
  const std::string twice =
      "corrupt: task '" + id + "' is recorded twice in 'auth'; hint: claudestep fsck";
  for (const std::string& word : {std::string("1"), std::string("2"), id}) {
    EXPECT_EQ(ledger.apply(open(3, word, "b3")), twice);
    EXPECT_EQ(ledger.apply(MovePr{"auth", 2, word}), twice);
    EXPECT_EQ(ledger.apply(EditTask{"auth", word, "new"}), twice);
    EXPECT_EQ(ledger.apply(CheckTask{"auth", word, true}), twice);
    EXPECT_EQ(ledger.apply(ClaimTask{"auth", word, "ann", {}, 60}), twice);
    EXPECT_EQ(ledger.apply(ReleaseTask{"auth", word}), twice);
  }
  EXPECT_EQ(ledger.apply(MovePr{"auth", 1, "3"}), twice);
  EXPECT_EQ(ledger.apply(SetPrState{"auth", 1, PrState::kMerged, {}, {}}), twice);
  EXPECT_EQ(ledger.apply(AssignPr{"auth", 1, "bob"}), "changed")
      << "of which the tasks know nothing";
  EXPECT_EQ(ledger.apply(SetPrState{"auth", 2, PrState::kMerged, {}, {}}), "changed");
}

}  // namespace
}  // namespace claudestep::model
