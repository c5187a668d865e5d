// Rules between records, on documents made by hand: check/ never reads one itself.
#include "check/project_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace claudestep::check {
namespace {

using model::PrState;
using model::PullRequest;
using model::Task;
using model::Text;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Value text(std::string content) {
  Value value;
  value.kind = ValueKind::kString;
  value.text = std::move(content);
  return value;
}

Value number(std::int64_t content) {
  Value value;
  value.kind = ValueKind::kNumber;
  value.text = std::to_string(content);
  return value;
}

// A document and the project that was read from it; each record and member has a line of its own.
class Ledger {
 public:
  Ledger() {
    root_.kind = ValueKind::kObject;
    add(root_, "project", text("auth"));
    stored_.name = Text("auth");
  }

  Ledger& task(std::int64_t index, const std::string& id, std::vector<std::string> needs = {}) {
    Task task;
    task.index = index;
    task.description = Text("do " + id);
    task.id = Text(id);
    Value record;
    record.kind = ValueKind::kObject;
    add(record, "index", number(index));
    add(record, "id", text(id));
    if (!needs.empty()) {
      Value list;
      list.kind = ValueKind::kArray;
      task.depends_on = std::vector<Text>();
      for (std::string& need : needs) {
        list.items.push_back(text(need));
        list.items.back().mark = next();
        task.depends_on->push_back(Text(std::move(need)));
      }
      add(record, "depends_on", std::move(list));
    }
    stored_.tasks.push_back(std::move(task));
    tasks_.push_back(std::move(record));
    return *this;
  }

  Ledger& pr(std::int64_t number_of, std::int64_t index, PrState state, std::string branch) {
    PullRequest pr;
    pr.number = number_of;
    pr.task_index = index;
    pr.state = state;
    pr.branch_name = Text(branch);
    pr.ai_operations.emplace_back();
    Value record;
    record.kind = ValueKind::kObject;
    add(record, "pr_number", number(number_of));
    add(record, "task_index", number(index));
    add(record, "pr_state", text(std::string(to_string(state))));
    add(record, "branch_name", text(std::move(branch)));
    stored_.pull_requests.push_back(std::move(pr));
    prs_.push_back(std::move(record));
    return *this;
  }

  [[nodiscard]] model::Project& stored() { return stored_; }

  // "code: message", with the line of each.
  [[nodiscard]] std::vector<std::string> check() {
    Outline outline;
    outline.root = {&root_, ""};
    for (std::size_t at = 0; at < tasks_.size(); ++at) {
      outline.tasks.push_back({&tasks_[at], "tasks[" + std::to_string(at) + "]"});
    }
    for (std::size_t at = 0; at < prs_.size(); ++at) {
      outline.pull_requests.push_back(
          {{&prs_[at], "pull_requests[" + std::to_string(at) + "]"}, {}});
    }
    std::vector<std::string> lines;
    for (const Diagnostic& found : check_project(outline, stored_, {"auth.json", "auth", {}})) {
      lines.push_back(found.code + " at " + found.path + ": " + found.message);
    }
    return lines;
  }

 private:
  Mark next() { return {++line_, 1}; }
  void add(Value& record, std::string key, Value value) {
    value.mark = next();
    Member member;
    member.key = std::move(key);
    member.value = std::move(value);
    record.members.push_back(std::move(member));
  }

  std::uint32_t line_ = 0;
  Value root_;
  std::vector<Value> tasks_;
  std::vector<Value> prs_;
  model::Project stored_;
};

TEST(ProjectRules, FindNothingInAProjectThatIsInOrder) {
  Ledger ledger;
  ledger.task(1, "a").task(2, "b", {"a"}).task(3, "c", {"a", "b"});
  ledger.pr(1, 1, PrState::kMerged, "x").pr(2, 2, PrState::kOpen, "y");
  EXPECT_THAT(ledger.check(), IsEmpty());
}

TEST(ProjectRules, ShowACircleOnceAndTheWholeOfIt) {
  Ledger ledger;
  ledger.task(1, "a", {"c"}).task(2, "b", {"a"}).task(3, "c", {"b"}).task(4, "d", {"c"});
  EXPECT_THAT(ledger.check(), ElementsAre("task/dependency-cycle at tasks[0].depends_on[0]: tasks "
                                          "wait for each other: 1 -> 3 -> 2 -> 1"));
}

TEST(ProjectRules, TellTwoCirclesApart) {
  Ledger ledger;
  ledger.task(1, "a", {"a"}).task(2, "b", {"a", "c"}).task(3, "c", {"b"});
  EXPECT_THAT(ledger.check(),
              ElementsAre("task/dependency-cycle at tasks[0].depends_on[0]: tasks wait for each "
                          "other: 1 -> 1",
                          "task/dependency-cycle at tasks[1].depends_on[1]: tasks wait for each "
                          "other: 2 -> 3 -> 2"));
}

TEST(ProjectRules, FindACircleAtTheEndOfALongChain) {
  Ledger ledger;
  constexpr int kTasks = 20'000;
  for (int at = 1; at < kTasks; ++at) ledger.task(at, std::to_string(at), {std::to_string(at + 1)});
  ledger.task(kTasks, std::to_string(kTasks), {std::to_string(kTasks - 1)});
  EXPECT_THAT(
      ledger.check(),
      ElementsAre("task/dependency-cycle at tasks[19998].depends_on[0]: tasks wait for each "
                  "other: 19999 -> 20000 -> 19999"));
}

TEST(ProjectRules, TakeIdsThatFollowFromDescriptions) {
  Ledger ledger;
  ledger.task(1, "a").task(2, "b", {"39b1209d"});
  const std::string unknown =
      "task/unknown-dependency at tasks[1].depends_on[0]: task 2 waits for '39b1209d', which no "
      "task has as its id";
  EXPECT_THAT(ledger.check(), ElementsAre(unknown));
  ledger.stored().tasks[0].description = Text("Add user authentication");
  ledger.stored().tasks[0].id.reset();
  EXPECT_THAT(ledger.check(), IsEmpty());
}

TEST(ProjectRules, NameTheIndicesThatAreMissing) {
  Ledger ledger;
  ledger.task(3, "a").task(5, "b").task(9, "c");
  EXPECT_THAT(
      ledger.check(),
      ElementsAre("task/index-gap at tasks[0].index: the first index is 3: no task has 1 to 2",
                  "task/index-gap at tasks[1].index: the index 5 follows 3: no task has 4",
                  "task/index-gap at tasks[2].index: the index 9 follows 5: no task has 6 "
                  "to 8"));
}

TEST(ProjectRules, CompareARecordThatIsThereTwiceWithNoOther) {
  Ledger ledger;
  ledger.task(1, "a").pr(7, 1, PrState::kOpen, "x").pr(7, 1, PrState::kOpen, "x");
  EXPECT_THAT(ledger.check(),
              ElementsAre("pr/duplicate-number at pull_requests[1].pr_number: #7 is "
                          "recorded a second time"));
}

TEST(ProjectRules, SayOfEachLaterPullRequestWhomItMeets) {
  Ledger ledger;
  ledger.task(1, "a");
  ledger.pr(7, 1, PrState::kOpen, "x")
      .pr(8, 1, PrState::kOpen, "y")
      .pr(9, 1, PrState::kClosed, "x");
  EXPECT_THAT(
      ledger.check(),
      ElementsAre("pr/two-open at pull_requests[1].pr_state: #8 is open for task 1, as #7 is",
                  "pr/shared-branch at pull_requests[2].branch_name: #9 is on the branch "
                  "'x', as #7 is"));
}

TEST(ProjectRules, NameOneThatEndedBeforeItWasOpened) {
  Ledger ledger;
  ledger.task(1, "a").pr(7, 1, PrState::kMerged, "x").pr(8, 1, PrState::kClosed, "y");
  const auto at = [](std::string_view text) { return model::Time(*Timestamp::parse(text)); };
  auto& prs = ledger.stored().pull_requests;
  prs[0].created_at = at("2026-01-02T00:00:00Z");
  prs[0].merged_at = at("2026-01-02T00:04:00+01:00");
  prs[1].created_at = at("2026-01-02T00:05:00Z");
  prs[1].closed_at = at("2026-01-02T00:00:00Z");
  EXPECT_THAT(ledger.check(),
              ElementsAre("time/order at pull_requests[0]: #7 ended at 2026-01-02T00:04:00+01:00, "
                          "before it was opened at 2026-01-02T00:00:00Z"));
}

TEST(ProjectRules, TakeADuplicateIdOfAnOperationThroughTheWholeProject) {
  Ledger ledger;
  ledger.task(1, "a").task(2, "b");
  ledger.pr(7, 1, PrState::kMerged, "x").pr(8, 2, PrState::kMerged, "y");
  for (PullRequest& pr : ledger.stored().pull_requests) {
    pr.ai_operations.front().operation_id = Text("run-1");
  }
  EXPECT_THAT(ledger.check(), ElementsAre("op/duplicate at pull_requests[1]: operation 'run-1' is "
                                          "recorded for #8 and for #7"));
}

TEST(ProjectRules, KnowTheRunOfAnOperationInAnySpelling) {
  Ledger ledger;
  ledger.task(1, "a").pr(7, 1, PrState::kMerged, "x");
  auto& operations = ledger.stored().pull_requests[0].ai_operations;
  operations.front().type = Text("PRCreation");
  operations.front().created_at = model::Time(*Timestamp::parse("2026-01-27T10:00:00Z"));
  operations.front().workflow_run_id = Text("9001");
  operations.push_back(operations.front());
  operations.back().workflow_run_id = Text(" 9001");
  operations.back().run_id_is_number = false;
  EXPECT_THAT(ledger.check(), ElementsAre("op/duplicate at pull_requests[0]: 'PRCreation' of run "
                                          "' 9001' is recorded twice for #7"));
}

TEST(ProjectRules, FindAnOperationThatIsRecordedWithAndWithoutItsId) {
  Ledger ledger;
  ledger.task(1, "a").pr(7, 1, PrState::kMerged, "x");
  auto& operations = ledger.stored().pull_requests[0].ai_operations;
  operations.front().type = Text("PRCreation");
  operations.front().created_at = model::Time(*Timestamp::parse("2026-01-27T10:00:00Z"));
  operations.front().workflow_run_id = Text("5");
  operations.front().operation_id = Text("x");
  operations.push_back(operations.front());
  operations.back().operation_id = Text("y");
  EXPECT_THAT(ledger.check(), IsEmpty());
  operations.push_back(operations.front());
  operations.back().operation_id.reset();
  EXPECT_THAT(ledger.check(),
              ElementsAre("op/duplicate at pull_requests[0]: 'PRCreation' of run '5' is recorded "
                          "twice for #7, once without its operation_id"));
}

TEST(ProjectRules, SayNothingOfOperationsThatNothingTellsApart) {
  Ledger ledger;
  ledger.task(1, "a").pr(7, 1, PrState::kMerged, "x");
  ledger.stored().pull_requests[0].ai_operations.emplace_back();
  EXPECT_THAT(ledger.check(), IsEmpty());
}

}  // namespace
}  // namespace claudestep::check
