#include "model/derive.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::make_pr;
using test::make_project;
using test::tasks_of;
using test::tell;

std::vector<std::string> ids_of(const Project& project) {
  std::vector<std::string> ids;
  for (const Task& task : project.tasks) ids.push_back(task.id->value);
  return ids;
}

TEST(DescriptionHash, CollapsesWhiteSpace) {
  EXPECT_EQ(description_hash("Add user authentication"), "39b1209d");
  EXPECT_EQ(description_hash("  Add\tuser\r\n  authentication \n"), "39b1209d");
  EXPECT_NE(description_hash("add user authentication"), "39b1209d");
  EXPECT_EQ(description_hash(""), "e3b0c442");
}

TEST(Settle, GivesIdsInIndexThenPositionOrder) {
  Project project;
  for (const std::int64_t index : {3, 1, 2, 2}) {
    Task task;
    task.index = index;
    task.description = Text("Add user authentication");
    project.tasks.push_back(task);
  }
  settle(project);
  EXPECT_EQ(ids_of(project),
            (std::vector<std::string>{"39b1209d-4", "39b1209d", "39b1209d-2", "39b1209d-3"}));
  EXPECT_TRUE(project.lacks_ids);
}

TEST(Settle, PassesByIdsThatAreTaken) {
  Project project = make_project("auth", {"x", "Add user authentication", "y", "y"});
  project.tasks[0].id = Text("39b1209d");
  project.tasks[1].id.reset();
  project.tasks[2].id = Opt<Text>::null();
  project.tasks[3].id = Text("");
  settle(project);
  const std::string y = description_hash("y");
  EXPECT_EQ(ids_of(project), (std::vector<std::string>{"39b1209d", "39b1209d-2", y, y + "-2"}));
}

TEST(Settle, LetsARemovedTaskKeepItsId) {
  Project project = make_project("auth", {"a", "a"});
  project.tasks[0].removed = true;
  project.tasks[1].id.reset();
  settle(project);
  EXPECT_EQ(project.tasks[1].id->value, description_hash("a") + "-2");
}

TEST(Settle, TiesPullRequestsBothWays) {
  Project project = make_project("auth", {"a", "b"});
  auto by_id = make_pr(1, 1, PrState::kOpen);
  by_id.task_id = project.tasks[1].id;
  auto unknown_id = make_pr(3, 1, PrState::kOpen);
  unknown_id.task_id = Text("feedbeef");
  project.pull_requests = {by_id, make_pr(2, 1, PrState::kMerged), unknown_id,
                           make_pr(4, 9, PrState::kOpen)};
  settle(project);
  EXPECT_EQ(project.pull_requests[0].task_index.value, 2);
  EXPECT_EQ(project.pull_requests[1].task_id, project.tasks[0].id);
  EXPECT_EQ(project.pull_requests[2].task_index.value, 1);
  EXPECT_EQ(project.pull_requests[2].task_id->value, "feedbeef");
  EXPECT_TRUE(project.pull_requests[3].task_id.is_absent());
  EXPECT_EQ(task_of(project, project.pull_requests[0]), &project.tasks[1]);
  EXPECT_EQ(task_of(project, project.pull_requests[2]), nullptr);
  EXPECT_EQ(task_of(project, project.pull_requests[3]), nullptr);
  const TaskTable tasks(project);
  for (const PullRequest& pr : project.pull_requests) {
    EXPECT_EQ(tasks.of(pr), task_of(project, pr)) << pr.number.value;
  }
  project.pull_requests[2].task_id = Text("");
  EXPECT_EQ(tasks.of(project.pull_requests[2]), &project.tasks[0]);
  EXPECT_EQ(tasks_of(project), "1 a completed | 2 b in_progress");
}

TEST(Settle, ChangesNothingTheSecondTime) {
  Project project = make_project("auth", {"a", "b"});
  project.pull_requests = {make_pr(2, 1, PrState::kMerged)};
  settle(project);
  project.lacks_ids = false;
  const Project once = project;
  settle(project);
  EXPECT_EQ(project, once);
  EXPECT_FALSE(project.lacks_ids);
}

TEST(Settle, LeavesAnEqualIndexItsSpelling) {
  Project project = make_project("auth", {"a"});
  auto pr = make_pr(1, 1, PrState::kOpen);
  pr.task_index = Integer(1, "1e0");
  project.pull_requests = {pr};
  settle(project);
  EXPECT_EQ(project.pull_requests[0].task_index.token, "1e0");
}

struct Recorded {
  std::int64_t number;
  PrState state;
  const char* created_at;
};

TEST(Status, IsDecidedByTheLastPullRequestThatIsNotClosed) {
  constexpr auto kOpen = PrState::kOpen;
  constexpr auto kClosed = PrState::kClosed;
  constexpr auto kMerged = PrState::kMerged;
  constexpr auto kMorning = "2026-01-02T08:00:00Z";
  constexpr auto kEvening = "2026-01-02T20:00:00Z";
  constexpr auto kEveningElsewhere = "2026-01-02T22:00:00+02:00";
  const struct {
    const char* name;
    std::vector<Recorded> prs;
    bool checked;
    TaskStatus status;
  } kCases[] = {
      {"none", {}, false, TaskStatus::kPending},
      {"ticked", {}, true, TaskStatus::kCompleted},
      {"open", {{1, kOpen, kMorning}}, false, TaskStatus::kInProgress},
      {"open and ticked", {{1, kOpen, kMorning}}, true, TaskStatus::kInProgress},
      {"merged", {{1, kMerged, kMorning}}, false, TaskStatus::kCompleted},
      {"closed frees the task", {{1, kClosed, kMorning}}, false, TaskStatus::kPending},
      {"closed and ticked", {{1, kClosed, kMorning}}, true, TaskStatus::kCompleted},
      {"retry", {{1, kClosed, kMorning}, {2, kMerged, kEvening}}, false, TaskStatus::kCompleted},
      {"merged, then a closed one",
       {{1, kMerged, kMorning}, {2, kClosed, kEvening}},
       false,
       TaskStatus::kCompleted},
      {"merged, then opened again",
       {{1, kMerged, kMorning}, {2, kOpen, kEvening}},
       false,
       TaskStatus::kInProgress},
      {"order in the file is nothing",
       {{2, kOpen, kEvening}, {1, kMerged, kMorning}},
       false,
       TaskStatus::kInProgress},
      {"a tie goes to the number",
       {{2, kOpen, kEvening}, {1, kMerged, kEvening}},
       false,
       TaskStatus::kInProgress},
      {"a tie across zones",
       {{1, kOpen, kEvening}, {2, kMerged, kEveningElsewhere}},
       false,
       TaskStatus::kCompleted},
      {"no time comes first",
       {{2, kOpen, ""}, {1, kMerged, kMorning}},
       false,
       TaskStatus::kCompleted},
      {"no time at all", {{2, kOpen, ""}, {1, kMerged, ""}}, false, TaskStatus::kInProgress},
  };
  for (const auto& c : kCases) {
    Project project = make_project("auth", {"a"});
    if (c.checked) project.tasks[0].checked = true;
    for (const auto& pr : c.prs) {
      project.pull_requests.push_back(make_pr(pr.number, 1, pr.state, pr.created_at));
    }
    project.tasks[0].status = TaskStatus::kCompleted;  // what is stored counts for nothing
    settle(project);
    EXPECT_EQ(project.tasks[0].status, c.status) << c.name;
    EXPECT_EQ(derive_status(project, project.tasks[0]), c.status) << c.name;
  }
}

class ResolveTask : public ::testing::Test {
 protected:
  ResolveTask() : project_(make_project("auth", {"a", "b", "c"})) {
    project_.tasks[1].id = Text("20260407");
    project_.tasks[2].id = Text("3-2");
  }
  std::string told(std::string_view word) const {
    const auto task = resolve_task(project_, word);
    if (!task) return tell(task.error());
    return (*task)->description.value;
  }

  Project project_;
};

TEST_F(ResolveTask, TakesAnIndexOrAnId) {
  EXPECT_EQ(told("1"), "a");
  EXPECT_EQ(told("2"), "b");
  EXPECT_EQ(told("20260407"), "b");
  EXPECT_EQ(told("3-2"), "c");
  EXPECT_EQ(told(description_hash("a")), "a");
}

TEST_F(ResolveTask, TakesAllDigitsAsAnIndexFirst) {
  project_.tasks[0].index = 20260407;
  EXPECT_EQ(told("20260407"), "a");
}

TEST_F(ResolveTask, NamesWhatThereIsNot) {
  EXPECT_EQ(told("9"), "not_found: no task '9' in 'auth'; hint: claudestep task list auth");
  EXPECT_EQ(told("01"), "not_found: no task '01' in 'auth'; hint: claudestep task list auth");
  EXPECT_EQ(told(""), "not_found: no task '' in 'auth'; hint: claudestep task list auth");
  EXPECT_EQ(told("99999999999999999999"),
            "not_found: no task '99999999999999999999' in 'auth'; hint: claudestep task list auth");
  EXPECT_EQ(told("20260408"),
            "not_found: no task '20260408' in 'auth'; hint: did you mean '20260407'?");
}

TEST_F(ResolveTask, RefusesWhatIsRecordedTwice) {
  project_.tasks[1].index = 1;
  EXPECT_EQ(told("1"), "corrupt: task '1' is recorded twice in 'auth'; hint: claudestep fsck");
  project_.tasks[2].id = project_.tasks[1].id;
  EXPECT_EQ(told("20260407"),
            "corrupt: task '20260407' is recorded twice in 'auth'; hint: claudestep fsck");
  EXPECT_EQ(told("3"),
            "corrupt: task '20260407' is recorded twice in 'auth'; hint: claudestep fsck");
}

}  // namespace
}  // namespace claudestep::model
