#include "model/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "model/derive.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::kNow;
using test::make_pr;
using test::make_project;
using test::time;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

AiOperation operation(std::string id, std::int64_t cents) {
  AiOperation operation;
  operation.type = Text("PRCreation");
  operation.operation_id = Text(std::move(id));
  operation.cost_usd = Cost(Money{cents * 10'000'000});
  return operation;
}

Claim claim_by(std::string by, std::string_view expires = "2026-02-01T14:00:00Z") {
  Claim claim;
  claim.by = Text(std::move(by));
  claim.at = time("2026-02-01T12:00:00Z");
  claim.expires = time(expires);
  return claim;
}

// Three tasks; #42 is open for the second, with an operation of 17 cents.
Project sample() {
  Project project = make_project("auth", {"Add login", "Add logout", "Log it"});
  PullRequest pr = make_pr(42, 2, PrState::kOpen);
  pr.reviewer = Text("alice");
  pr.ai_operations.push_back(operation("op-1", 17));
  project.pull_requests.push_back(std::move(pr));
  settle(project);
  return project;
}

// "kind|task|pr|from|to|text", "-" for none.
std::string tell(const Event& event) {
  const auto number = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : "-";
  };
  return std::string(to_string(event.kind)) + "|" + number(event.task) + "|" +
         number(event.pr_number) + "|" + event.from.value_or("-") + "|" + event.to.value_or("-") +
         "|" + text_of(event);
}

std::vector<std::string> tell(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Event& event : events) lines.push_back(tell(event));
  return lines;
}

// "what is said|what it is about"
std::vector<std::string> told(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Sentence& sentence : sentences_of(events)) {
    lines.push_back(sentence.text + "|" + sentence.about);
  }
  return lines;
}

std::vector<Event> between(const Project& before, const Project& after) {
  return events_between({&before}, {&after});
}

struct EventCase {
  std::string name;
  std::function<void(Project&)> before;  // the sample, made ready
  std::function<void(Project&)> change;
  std::vector<std::string> events;
};

void nothing(Project&) {}

const std::vector<EventCase>& cases() {
  static const std::vector<EventCase> kCases = {
      {"Renamed",
       nothing,
       [](Project& p) {
         p.name = Text("login");
         p.former_names = std::vector<Text>{Text("auth")};
       },
       {"project_renamed|-|-|auth|login|renamed from auth"}},
      {"Upgraded",
       [](Project& p) { p.dialect = Dialect::kSteps; },
       [](Project& p) { p.dialect = Dialect::kHybrid; },
       {"upgraded|-|-|1.0 steps|2.0|upgraded from 1.0 steps to 2.0"}},
      {"PutBackToAnOldDialect",
       nothing,
       [](Project& p) { p.dialect = Dialect::kSteps; },
       {"upgraded|-|-|2.0|1.0 steps|put back from 2.0 to 1.0 steps"}},
      {"PlanSet",
       nothing,
       [](Project& p) {
         p.plan = PlanRef{Text("specs/auth.md"), Text("spec.md"), {}};
       },
       {"plan_set|-|-|-|specs/auth.md|plan set to specs/auth.md"}},
      {"PlanTakenAway",
       [](Project& p) {
         p.plan = PlanRef{Text("a.md"), {}, {}};
       },
       [](Project& p) { p.plan.reset(); },
       {"plan_set|-|-|a.md|-|plan taken away"}},
      {"PlanOfAnotherKind",
       [](Project& p) {
         p.plan = PlanRef{Text("a.md"), {}, {}};
       },
       [](Project& p) { p.plan->kind = Text("spec.yaml"); },
       {"other|-|-|-|-|changed plan"}},
      {"TaskAdded",
       nothing,
       [](Project& p) {
         Task task;
         task.index = 4;
         task.description = Text("Rate-limit\nthe login");
         p.tasks.push_back(std::move(task));
       },
       {"task_added|4|-|-|Rate-limit\nthe login|task 4: added 'Rate-limit the login'"}},
      {"TaskAddedInFrontPushesTheOthers",
       nothing,
       [](Project& p) {
         for (Task& task : p.tasks) task.index = task.index.value + 1;
         Task task;
         task.index = 1;
         task.description = Text("First");
         p.tasks.insert(p.tasks.begin(), std::move(task));
       },
       {"task_added|1|-|-|First|task 1: added 'First'"}},
      {"TaskAddedDone",
       nothing,
       [](Project& p) {
         Task task;
         task.index = 4;
         task.description = Text("Done");
         task.checked = true;
         p.tasks.push_back(std::move(task));
       },
       {"task_added|4|-|-|Done|task 4: added 'Done'", "task_checked|4|-|-|-|task 4: checked",
        "task_status|4|-|pending|completed|task 4: pending -> completed"}},
      {"TaskGone",
       nothing,
       [](Project& p) { p.tasks.pop_back(); },
       {"task_removed|3|-|Log it|-|task 3: removed 'Log it'"}},
      {"TaskRemovedFromThePlan",
       nothing,
       [](Project& p) { p.tasks[2].removed = true; },
       {"task_removed|3|-|Log it|-|task 3: removed from the plan"}},
      {"TaskBackInThePlan",
       [](Project& p) { p.tasks[2].removed = true; },
       [](Project& p) { p.tasks[2].removed.reset(); },
       {"task_added|3|-|-|Log it|task 3: back in the plan"}},
      {"TaskReworded",
       nothing,
       [](Project& p) { p.tasks[0].description = Text("Add sign-in"); },
       {"task_edited|1|-|Add login|Add sign-in|task 1: reworded to 'Add sign-in'"}},
      {"TaskMoved",
       nothing,
       [](Project& p) {
         p.tasks[0].index = 3;
         p.tasks[1].index = 1;
         p.tasks[2].index = 2;
       },
       {"task_moved|3|-|1|3|task 3: was task 1"}},
      {"TaskRenumbered",
       nothing,
       [](Project& p) { p.tasks[2].index = 7; },
       {"task_moved|7|-|3|7|task 7: was task 3"}},
      {"TaskChecked",
       nothing,
       [](Project& p) { p.tasks[0].checked = true; },
       {"task_checked|1|-|-|-|task 1: checked",
        "task_status|1|-|pending|completed|task 1: pending -> completed"}},
      {"TaskUnchecked",
       [](Project& p) { p.tasks[0].checked = true; },
       [](Project& p) { p.tasks[0].checked.reset(); },
       {"task_unchecked|1|-|-|-|task 1: unchecked",
        "task_status|1|-|completed|pending|task 1: completed -> pending"}},
      {"Claimed",
       nothing,
       [](Project& p) {
         p.tasks[0].claim = claim_by("ci-7");
         p.tasks[0].claim->reviewer = Text("bob");
       },
       {"claimed|1|-|-|ci-7|task 1: claimed by ci-7 for bob"}},
      {"ClaimedByAnother",
       [](Project& p) { p.tasks[0].claim = claim_by("ci-7"); },
       [](Project& p) { p.tasks[0].claim = claim_by("ci-8"); },
       {"claimed|1|-|ci-7|ci-8|task 1: claimed by ci-8"}},
      {"ClaimedAnew",
       [](Project& p) { p.tasks[0].claim = claim_by("ci-7"); },
       [](Project& p) { p.tasks[0].claim = claim_by("ci-7", "2026-02-01T16:00:00Z"); },
       {"claimed|1|-|ci-7|ci-7|task 1: claimed by ci-7 anew"}},
      {"Released",
       [](Project& p) { p.tasks[0].claim = claim_by("ci-7"); },
       [](Project& p) { p.tasks[0].claim.reset(); },
       {"released|1|-|ci-7|-|task 1: claim of ci-7 released"}},
      {"PrOpenedEndsTheClaim",
       [](Project& p) { p.tasks[0].claim = claim_by("ci-7"); },
       [](Project& p) {
         p.tasks[0].claim.reset();
         p.pull_requests.push_back(make_pr(43, 1, PrState::kOpen));
       },
       {"task_status|1|-|pending|in_progress|task 1: pending -> in_progress",
        "pr_opened|1|43|-|ann|#43 opened for ann"}},
      {"PrOpenedWithoutReviewer",
       nothing,
       [](Project& p) {
         p.pull_requests.push_back(make_pr(43, 1, PrState::kClosed));
         p.pull_requests.back().reviewer.reset();
       },
       {"pr_opened|1|43|-|-|#43 opened", "pr_state|1|43|open|closed|#43 closed"}},
      {"PrGone",
       nothing,
       [](Project& p) { p.pull_requests.clear(); },
       {"task_status|2|-|in_progress|pending|task 2: in_progress -> pending",
        "pr_removed|2|42|open|-|#42 removed",
        "cost|2|42|0.17|0|#42 -$0.17 (1 AI operation removed)"}},
      {"PrMerged",
       nothing,
       [](Project& p) {
         p.pull_requests[0].state = PrState::kMerged;
         p.pull_requests[0].merged_at = Time(time("2026-01-03T00:00:00Z"));
       },
       {"task_status|2|-|in_progress|completed|task 2: in_progress -> completed",
        "pr_state|2|42|open|merged|#42 merged"}},
      {"PrReopened",
       [](Project& p) { p.pull_requests[0].state = PrState::kClosed; },
       [](Project& p) { p.pull_requests[0].state = PrState::kOpen; },
       {"task_status|2|-|pending|in_progress|task 2: pending -> in_progress",
        "pr_state|2|42|closed|open|#42 reopened"}},
      {"PrUnmerged",
       [](Project& p) { p.pull_requests[0].state = PrState::kMerged; },
       [](Project& p) { p.pull_requests[0].state = PrState::kClosed; },
       {"task_status|2|-|completed|pending|task 2: completed -> pending",
        "pr_state|2|42|merged|closed|#42 merged -> closed"}},
      {"PrAssigned",
       nothing,
       [](Project& p) { p.pull_requests[0].reviewer = Text("bob"); },
       {"pr_assigned|2|42|alice|bob|#42 assigned to bob"}},
      {"PrUnassigned",
       nothing,
       [](Project& p) { p.pull_requests[0].reviewer = Text(""); },
       {"pr_assigned|2|42|alice|-|#42 taken from alice"}},
      {"PrRetitled",
       nothing,
       [](Project& p) { p.pull_requests[0].title = Text("Sign out"); },
       {"pr_retitled|2|42|-|Sign out|#42 retitled 'Sign out'"}},
      {"PrMoved",
       nothing,
       [](Project& p) {
         p.pull_requests[0].task_id = p.tasks[2].id;
         p.pull_requests[0].task_index = 3;
       },
       {"task_status|2|-|in_progress|pending|task 2: in_progress -> pending",
        "task_status|3|-|pending|in_progress|task 3: pending -> in_progress",
        "pr_moved|3|42|2|3|#42 moved from task 2"}},
      {"PrOfNoTask",
       nothing,
       [](Project& p) { p.pull_requests.push_back(make_pr(43, 9, PrState::kOpen)); },
       {"pr_opened|9|43|-|ann|#43 opened for ann"}},
      {"CostAdded",
       nothing,
       [](Project& p) { p.pull_requests[0].ai_operations.push_back(operation("op-2", 5)); },
       {"cost|2|42|0.17|0.22|#42 +$0.05"}},
      {"CostsAdded",
       nothing,
       [](Project& p) {
         p.pull_requests[0].ai_operations.push_back(operation("op-2", 5));
         p.pull_requests[0].ai_operations.push_back(operation("op-3", 0));
       },
       {"cost|2|42|0.17|0.22|#42 +$0.05 (2 AI operations)"}},
      {"CostChanged",
       nothing,
       [](Project& p) { p.pull_requests[0].ai_operations[0] = operation("op-1", 20); },
       {"cost|2|42|0.17|0.2|#42 +$0.03 (1 AI operation changed)"}},
      {"CostsMixed",
       nothing,
       [](Project& p) {
         p.pull_requests[0].ai_operations = {operation("op-2", 5), operation("op-3", 2)};
       },
       {"cost|2|42|0.17|0.07|#42 -$0.10 (2 AI operations added, 1 AI operation removed)"}},
      {"OtherMembers",
       nothing,
       [](Project& p) {
         p.created_at.reset();
         p.extra.push_back({"\"x_team\"", "1"});
         p.tasks[0].depends_on = std::vector<Text>{Text(p.tasks[1].id->value)};
         p.tasks[0].extra.push_back({"\"x_note\"", "2"});
         p.pull_requests[0].branch_name = Text("other");
         p.pull_requests[0].extra.push_back({R"("x\n")", "3"});
       },
       {"other|-|-|-|-|changed created_at, x_team",
        "other|1|-|-|-|task 1: changed depends_on, x_note",
        "other|2|42|-|-|#42 changed branch_name, x\\n"}},
      {"NullInsteadOfNothing",
       nothing,
       [](Project& p) { p.plan = Opt<PlanRef>::null(); },
       {"other|-|-|-|-|changed plan"}},
      {"TitleOfNull",
       nothing,
       [](Project& p) { p.pull_requests[0].title = Opt<Text>::null(); },
       {"other|-|-|-|-|changed in details"}},
      {"AnotherOrder",
       nothing,
       [](Project& p) { std::swap(p.tasks[0], p.tasks[1]); },
       {"other|-|-|-|-|changed in details"}},
      {"LastUpdatedAlone", nothing, [](Project& p) { p.last_updated = Time(Timestamp(kNow)); }, {}},
      {"Nothing", nothing, nothing, {}},
  };
  return kCases;
}

TEST(EventsBetween, EachKindAlone) {
  for (const EventCase& c : cases()) {
    SCOPED_TRACE(c.name);
    Project before = sample();
    c.before(before);
    settle(before);
    Project after = before;
    c.change(after);
    settle(after);
    EXPECT_EQ(tell(between(before, after)), c.events);
    EXPECT_THAT(between(after, after), IsEmpty());
  }
}

TEST(EventsBetween, ProjectsComeAndGoAndChangeShelves) {
  const Project empty = make_project("auth");
  const Project full = sample();
  EXPECT_THAT(tell(events_between({}, {&empty})), ElementsAre("project_created|-|-|-|-|created"));
  EXPECT_THAT(tell(events_between({}, {&full})),
              ElementsAre("project_created|-|-|-|-|created with 3 tasks, 1 pull request, $0.17"));
  EXPECT_THAT(tell(events_between({}, {&empty, Shelf::kArchive})),
              ElementsAre("project_created|-|-|-|-|created, in the archive"));
  EXPECT_THAT(tell(events_between({&empty}, {})), ElementsAre("project_deleted|-|-|-|-|deleted"));
  EXPECT_THAT(tell(events_between({&full}, {})),
              ElementsAre("project_deleted|-|-|-|-|deleted with 3 tasks, 1 pull request, $0.17"));
  EXPECT_THAT(tell(events_between({&full}, {&full, Shelf::kArchive})),
              ElementsAre("project_archived|-|-|-|-|archived"));
  EXPECT_THAT(tell(events_between({&full, Shelf::kArchive}, {&full})),
              ElementsAre("project_unarchived|-|-|-|-|unarchived"));
  EXPECT_THAT(events_between({}, {}), IsEmpty());
}

TEST(EventsBetween, TasksWithoutIdsAreKnownByTheirPlace) {
  Project before = sample();
  Project after = before;
  after.tasks[2].description = Text("Log it all");
  after.tasks[2].id.reset();
  settle(after);
  ASSERT_NE(after.tasks[2].id, before.tasks[2].id);
  EXPECT_THAT(tell(between(before, after)),
              ElementsAre("task_edited|3|-|Log it|Log it all|task 3: reworded to 'Log it all'"));
  before.lacks_ids = false;
  after.lacks_ids = false;
  EXPECT_THAT(tell(between(before, after)),
              ElementsAre("task_removed|3|-|Log it|-|task 3: removed 'Log it'",
                          "task_added|3|-|-|Log it all|task 3: added 'Log it all'"));
}

TEST(EventsBetween, WordsAreSafeForATerminal) {
  const Project before = sample();
  Project after = before;
  after.tasks[0].description = Text("a\x1b[31m\u202e");
  after.pull_requests[0].reviewer = Text("bob\x07");
  settle(after);
  EXPECT_THAT(tell(between(before, after)),
              ElementsAre("task_edited|1|-|Add login|a\x1b[31m\u202e|task 1: reworded to "
                          "'a\\x1b[31m\\u202e'",
                          "pr_assigned|2|42|alice|bob\x07|#42 assigned to bob\\x07"));
}

TEST(EventsBetween, RecordsOfOneKeyArePairedInOrder) {
  Project before = sample();
  before.pull_requests.push_back(make_pr(42, 1, PrState::kOpen));
  settle(before);
  Project after = before;
  after.pull_requests[1].state = PrState::kClosed;
  settle(after);
  EXPECT_THAT(tell(between(before, after)),
              ElementsAre("task_status|1|-|in_progress|pending|task 1: in_progress -> pending",
                          "pr_state|1|42|open|closed|#42 closed"));
}

TEST(SentencesOf, TellTheEventsOfATaskTogether) {
  const Project before = sample();
  Project after = before;
  after.tasks[2].checked = true;
  PullRequest pr = make_pr(43, 1, PrState::kOpen);
  pr.reviewer = Text("alice");
  pr.ai_operations = {operation("op-9", 12), operation("op-10", 5)};
  after.pull_requests.push_back(std::move(pr));
  after.pull_requests.push_back(make_pr(44, 2, PrState::kOpen));
  after.extra.push_back({"\"x\"", "1"});
  after.created_at.reset();
  settle(after);
  EXPECT_THAT(told(between(before, after)),
              ElementsAre("changed created_at, x|",
                          "task 1: pending -> in_progress, #43 opened for alice, +$0.17 (2 AI "
                          "operations)|'Add login'",
                          "task 2: #44 opened for ann|'Add logout'",
                          "task 3: checked, pending -> completed|'Log it'"));
}

TEST(SentencesOf, ATaskThatWentAndOneThatTookItsPlaceAreTwo) {
  const Project before = make_project("auth", {"a", "b"});
  const Project after = make_project("auth", {"a", "c"});
  EXPECT_THAT(told(between(before, after)),
              ::testing::UnorderedElementsAre("task 2: removed 'b'|", "task 2: added 'c'|"));
}

TEST(SentencesOf, ATaskWhoseNewWordsAreToldIsNotDescribedAgain) {
  const Project before = sample();
  Project after = before;
  after.tasks[0].description = Text("Add sign-in");
  after.tasks[0].checked = true;
  settle(after);
  EXPECT_THAT(told(between(before, after)),
              ElementsAre("task 1: reworded to 'Add sign-in', checked, pending -> completed|"));
}

TEST(Events, SayLastThatTheProjectIsCompleteOrNoLonger) {
  Project before = make_project("auth", {"a", "b"});
  before.tasks[0].checked = true;
  settle(before);
  Project after = before;
  after.tasks[1].checked = true;
  settle(after);
  EXPECT_THAT(told(between(before, after)), ElementsAre("task 2: checked, pending -> completed|'b'",
                                                        "complete, every task is done|"));
  EXPECT_THAT(told(between(after, before)),
              ElementsAre("task 2: unchecked, completed -> pending|'b'", "no longer complete|"));
  EXPECT_THAT(told(between(make_project("auth", {}), before)),
              ::testing::Not(::testing::Contains("complete, every task is done|")));
}

TEST(Events, NameTheTypeOfOneOperationButForTheFirst) {
  const Project before = sample();
  for (const auto& [type, words] :
       {std::pair("PRCreation", "#42 +$0.05"),
        std::pair("PRRefinement", "#42 +$0.05 (PRRefinement)"),
        std::pair("x\x1b", "#42 +$0.05 (x\\x1b)"), std::pair("", "#42 +$0.05")}) {
    Project after = before;
    AiOperation more = operation("op-2", 5);
    more.type = Text(type);
    after.pull_requests[0].ai_operations.push_back(std::move(more));
    const auto events = between(before, after);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(text_of(events[0]), words);
  }
}

TEST(FileEvent, SaysWhatBecameOfAFile) {
  EXPECT_EQ(tell(file_event(EventKind::kRewritten, "auth")),
            "rewritten|-|-|-|-|rewritten, no fact changed");
  EXPECT_EQ(tell(file_event(EventKind::kUnreadable, "auth", "1:2: no\x1bgood")),
            "unreadable|-|-|-|-|cannot be read: 1:2: no\\x1bgood");
  EXPECT_EQ(tell(file_event(EventKind::kReadable, "auth")), "readable|-|-|-|-|can be read again");
  EXPECT_EQ(tell(file_event(EventKind::kProjectDeleted, "auth")),
            "project_deleted|-|-|-|-|deleted");
}

}  // namespace
}  // namespace claudestep::model
