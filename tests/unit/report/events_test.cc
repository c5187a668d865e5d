#include "report/events.h"

#include <gtest/gtest.h>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

constexpr Style kWide{0, false, false};

EventSource source() {
  return {"0123456789012345678901234567890123456789", instant("2026-01-27T10:05:06Z"),
          "Ann\x1b Author", std::nullopt};
}

model::Event event(model::EventKind kind, std::string phrase,
                   std::optional<std::int64_t> task = std::nullopt,
                   std::optional<std::int64_t> pr = std::nullopt) {
  model::Event event;
  event.kind = kind;
  event.project = "auth";
  event.task = task;
  event.pr_number = pr;
  event.phrase = std::move(phrase);
  return event;
}

EventEntry opened() {
  model::Event status = event(model::EventKind::kTaskStatus, "pending -> in_progress", 3);
  status.from = "pending";
  status.to = "in_progress";
  model::Event cost = event(model::EventKind::kCost, "+$0.17", 3, 42);
  cost.from = "0";
  cost.to = "0.17";
  return {source(),
          "auth",
          {status, event(model::EventKind::kPrOpened, "opened for alice", 3, 42), cost,
           event(model::EventKind::kClaimed, "claimed by ci", 4)}};
}

TEST(EventsText, NamesTheCommitThatOneTakesBack) {
  EventEntry entry = opened();
  entry.source->undoes = "fedcba9876543210987654321098765432109876";
  entry.events.resize(1);
  EXPECT_EQ(events_text({entry}, kPlainStyle),
            "0123456  2026-01-27 10:05  Ann\\x1b Author  undoes fedcba9\n"
            "  auth  task 3: pending -> in_progress\n");
  EXPECT_EQ(events_oneline({entry}, kPlainStyle),
            "0123456 auth: undo of fedcba9: task 3: pending -> in_progress\n");
}

TEST(EventsText, NamesTheCommitAndThenEachProject) {
  EventEntry other{
      source(), "api-pagination", {event(model::EventKind::kProjectArchived, "archived")}};
  EXPECT_EQ(events_text({}, kPlainStyle), "");
  EXPECT_EQ(events_text({opened(), other}, kPlainStyle),
            "0123456  2026-01-27 10:05  Ann\\x1b Author\n"
            "  auth            task 3: pending -> in_progress, #42 opened for alice, +$0.17\n"
            "                  task 4: claimed by ci\n"
            "  api-pagination  archived\n");
}

TEST(EventsText, BetweenTwoStatesThereIsNoCommitToName) {
  EventEntry entry = opened();
  entry.source.reset();
  EXPECT_EQ(events_text({entry}, kPlainStyle),
            "  auth  task 3: pending -> in_progress, #42 opened for alice, +$0.17\n"
            "        task 4: claimed by ci\n");
}

TEST(EventsText, WrapsAtTheWidth) {
  EXPECT_EQ(events_text({opened()}, {40, false, false}),
            "0123456  2026-01-27 10:05  Ann\\x1b Author\n"
            "  auth  task 3: pending -> in_progress,\n"
            "          #42 opened for alice, +$0.17\n"
            "        task 4: claimed by ci\n");
}

TEST(EventsText, SaysWhatATaskIsBelowWhatHappenedToIt) {
  EventEntry entry = opened();
  entry.source.reset();
  for (model::Event& event : entry.events) event.task_text = "Expire sessions, and say ::x";
  EXPECT_EQ(events_text({entry}, {0, false, true}),
            "  \x1b[1mauth\x1b[0m  task 3: pending -> in_progress, #42 opened for alice, +$0.17\n"
            "          \x1b[2m'Expire sessions, and say ::x'\x1b[0m\n"
            "        task 4: claimed by ci\n"
            "          \x1b[2m'Expire sessions, and say ::x'\x1b[0m\n");
  EXPECT_EQ(events_text({entry}, {30, false, false}),
            "  auth  task 3: pending ->\n"
            "          in_progress, #42\n"
            "          opened for alice,\n"
            "          +$0.17\n"
            "          'Expire sessions, and\n"
            "          say ::x'\n"
            "        task 4: claimed by ci\n"
            "          'Expire sessions, and\n"
            "          say ::x'\n");
}

TEST(EventsText, NoLineBeginsWithWhatARunnerWouldObey) {
  EventEntry entry{std::nullopt,
                   "auth",
                   {event(model::EventKind::kTaskAdded, "added 'now go to the ::warning", 1)}};
  EXPECT_EQ(events_text({entry}, {42, false, false}),
            "  auth  task 1: added 'now go to the ::warning\n");
}

TEST(EventsText, ALongListIsCut) {
  EventEntry entry{std::nullopt, "auth", {}};
  for (int task = 1; task <= 23; ++task) {
    entry.events.push_back(event(model::EventKind::kTaskAdded, "added 'x'", task));
  }
  const std::string text = events_text({entry}, kWide);
  EXPECT_NE(text.find("  auth  task 1: added 'x'\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with("        task 20: added 'x'\n        and 3 more\n"));
}

TEST(EventsText, ColoursWhatCannotBeRead) {
  EventEntry entry{
      std::nullopt, "auth", {event(model::EventKind::kUnreadable, "cannot be read: it is empty")}};
  EXPECT_EQ(events_text({entry}, {0, false, true}),
            "  \x1b[1mauth\x1b[0m  \x1b[33mcannot be read: it is empty\x1b[0m\n");
}

TEST(EventsOneline, IsOneLineAProject) {
  EXPECT_EQ(events_oneline({opened(), opened()}, kWide),
            "0123456 auth: task 3: pending -> in_progress, #42 opened for alice, +$0.17; task 4: "
            "claimed by ci\n"
            "0123456 auth: task 3: pending -> in_progress, #42 opened for alice, +$0.17; task 4: "
            "claimed by ci\n");
  EXPECT_EQ(events_oneline({opened()}, {40, false, false}),
            "0123456 auth: task 3: pending -> in_p...\n");
}

TEST(EventsJson, HasEveryMember) {
  EventEntry between{std::nullopt, "auth", {event(model::EventKind::kProjectCreated, "created")}};
  EventEntry first = opened();
  first.events.resize(1);
  first.source->author = "Ann";
  EXPECT_EQ(events_json({first, between}), R"({
  "kind": "events",
  "version": 1,
  "entries": [
    {
      "commit": "0123456789012345678901234567890123456789",
      "time": "2026-01-27T10:05:06Z",
      "author": "Ann",
      "undoes": null,
      "project": "auth",
      "events": [
        {
          "kind": "task_status",
          "project": "auth",
          "task": 3,
          "pr_number": null,
          "from": "pending",
          "to": "in_progress",
          "text": "task 3: pending -> in_progress"
        }
      ]
    },
    {
      "commit": null,
      "time": null,
      "author": null,
      "undoes": null,
      "project": "auth",
      "events": [
        {
          "kind": "project_created",
          "project": "auth",
          "task": null,
          "pr_number": null,
          "from": null,
          "to": null,
          "text": "created"
        }
      ]
    }
  ]
}
)");
}

}  // namespace
}  // namespace claudestep::report
