// Owns: what happened between two states of a project, in words that people understand. Made from
// the states alone, so that a change by another tool or by hand is told like one of ours.
// Leaves to others: which states to compare (store/log.h), how they are shown (report/events.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/branch.h"
#include "model/project.h"

namespace claudestep::model {

enum class EventKind : std::uint8_t {
  kProjectCreated,
  kProjectDeleted,
  kProjectRenamed,
  kProjectArchived,
  kProjectUnarchived,
  kUpgraded,  // the dialect of the file changed
  kPlanSet,
  kTaskAdded,
  kTaskRemoved,
  kTaskEdited,
  kTaskMoved,
  kTaskChecked,
  kTaskUnchecked,
  kTaskStatus,
  kClaimed,
  kReleased,
  kPrOpened,
  kPrRemoved,
  kPrState,
  kPrAssigned,
  kPrRetitled,
  kPrMoved,
  kCost,                // AI operations came, went or changed
  kProjectCompleted,    // every task is completed now,
  kProjectUncompleted,  // was, and is not any more
  kOther,               // a member that none of the above is about
  kRewritten,           // the bytes changed and no fact did
  kUnreadable,          // the file cannot be read as a project any more
  kReadable,            // it could not, and now can
};
// "task_status", ...: the name in JSON.
[[nodiscard]] std::string_view to_string(EventKind kind);

// One thing that happened. docs/formats/events.md says what `from` and `to` hold for each kind.
struct Event {
  EventKind kind = EventKind::kOther;
  std::string project;               // its name afterwards; its last one when it is gone
  std::optional<std::int64_t> task;  // the index afterwards; the last one when it is gone
  std::optional<std::int64_t> pr_number;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::string phrase;     // what is said after "task 3:" or "#42"; safe for one line of a terminal
  std::string task_id;    // of `task`; "" where there is no such task
  std::string task_text;  // its description; "" as well

  bool operator==(const Event&) const = default;
};

// A project and where it lies; no project: there is none.
struct Snapshot {
  const Project* project = nullptr;
  Shelf shelf = Shelf::kProjects;
};

// What led from `before` to `after`: first what happened to the project, then task by task, the
// events of its pull requests after its own, and whether that completed the project. Empty exactly
// when the two differ in nothing but last_updated. Requires: settled projects.
[[nodiscard]] std::vector<Event> events_between(const Snapshot& before, const Snapshot& after);

// An event about the file of `project` as a whole (kRewritten, kUnreadable, kReadable,
// kProjectDeleted of one that cannot be read). `reason` says why it is unreadable; it may be file
// content.
[[nodiscard]] Event file_event(EventKind kind, std::string_view project,
                               std::string_view reason = {});

// One event on its own: "task 3: pending -> in_progress", "#42 opened for alice", "archived".
[[nodiscard]] std::string text_of(const Event& event);

// What is said in one go, and the quoted beginning of the description of the task that it is about,
// where it does not say that itself; safe for one line of a terminal.
struct Sentence {
  std::string text;
  std::string about;
};

// Events told together, neighbours of one task in one sentence: "task 3: pending -> in_progress,
// #42 opened for alice, +$0.17".
[[nodiscard]] std::vector<Sentence> sentences_of(const std::vector<Event>& events);

}  // namespace claudestep::model
