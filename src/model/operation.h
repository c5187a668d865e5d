// Owns: every change that metadata can undergo, as a value, and what applying it does.
// Leaves to others: their JSON form (codec/operation_codec.h), committing them (store/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/branch.h"
#include "model/project.h"

namespace claudestep::model {

// A task as a caller names it: an index or an id.
using TaskWord = std::string;

struct CreateProject {
  std::string project;

  bool operator==(const CreateProject&) const = default;
};
// The plan's tasks in plan order. A task with an `id` is that task of the project, whatever its
// text; one without is the unlisted task of the same text (so that a repeated set-plan changes
// nothing), else new. Tasks of the project that are not listed are marked removed when pull
// requests are tied to them or a claim of them has not expired, else dropped. `depends_on` names
// tasks of the plan: a place in it, counted from 1, or an id. `checked` is what the plan's box
// says: where it says something new, it counts.
struct PlannedTask {
  std::optional<std::string> id;
  std::string description;
  std::vector<std::string> depends_on;
  std::optional<bool> checked;
  std::optional<Source> source;

  bool operator==(const PlannedTask&) const = default;
};
struct SetPlan {
  std::string project;
  std::string path;
  std::string kind;
  std::vector<PlannedTask> tasks;

  bool operator==(const SetPlan&) const = default;
};
struct AddTask {
  std::string project;
  std::string description;
  std::optional<std::int64_t> index;  // none: at the end; else the later ones move up
  std::vector<TaskWord> depends_on;

  bool operator==(const AddTask&) const = default;
};
struct EditTask {
  std::string project;
  TaskWord task;
  std::string description;

  bool operator==(const EditTask&) const = default;
};
struct CheckTask {
  std::string project;
  TaskWord task;
  bool checked = true;

  bool operator==(const CheckTask&) const = default;
};
struct ClaimTask {
  std::string project;
  TaskWord task;
  std::string by;
  std::optional<std::string> reviewer;
  std::int64_t ttl_seconds = 7200;

  bool operator==(const ClaimTask&) const = default;
};
struct ReleaseTask {
  std::string project;
  TaskWord task;

  bool operator==(const ReleaseTask&) const = default;
};
struct OpenPr {
  std::string project;
  TaskWord task;
  std::int64_t pr = 0;
  std::string branch;
  std::optional<std::string> reviewer;
  std::optional<std::string> title;
  std::optional<Timestamp> created_at;

  bool operator==(const OpenPr&) const = default;
};
struct SetPrState {
  std::string project;
  std::int64_t pr = 0;
  PrState state = PrState::kOpen;
  std::optional<Timestamp> at;
  std::optional<std::string> merge_commit;
  // A merge is final; one that the history does not bear out may be taken back with this.
  bool doubted = false;

  bool operator==(const SetPrState&) const = default;
};
struct AssignPr {
  std::string project;
  std::int64_t pr = 0;
  std::string reviewer;

  bool operator==(const AssignPr&) const = default;
};
struct RetitlePr {
  std::string project;
  std::int64_t pr = 0;
  std::string title;

  bool operator==(const RetitlePr&) const = default;
};
struct MovePr {
  std::string project;
  std::int64_t pr = 0;
  TaskWord task;

  bool operator==(const MovePr&) const = default;
};
struct AddAiOperations {
  std::string project;
  std::int64_t pr = 0;
  std::vector<AiOperation> operations;

  bool operator==(const AddAiOperations&) const = default;
};
struct RenameProject {
  std::string project;
  std::string to;

  bool operator==(const RenameProject&) const = default;
};
struct ArchiveProject {
  std::string project;

  bool operator==(const ArchiveProject&) const = default;
};
struct UnarchiveProject {
  std::string project;

  bool operator==(const UnarchiveProject&) const = default;
};
struct DeleteProject {
  std::string project;

  bool operator==(const DeleteProject&) const = default;
};
// Rewrites an old dialect, or a file without ids, as 2.0.
struct MigrateProject {
  std::string project;

  bool operator==(const MigrateProject&) const = default;
};
// Rewrites a file in canonical bytes and order with derived members made true and zones added. No
// fact changes by it, so last_updated stays.
struct RepairProject {
  std::string project;

  bool operator==(const RepairProject&) const = default;
};

// What a commit did to one project, taken back. Made from the history (store/undo.h), never from
// JSON.
struct UndoCommit {
  // The state of the project that it comes to.
  struct Restored {
    std::string name;
    Shelf shelf = Shelf::kProjects;
    Project project;
    std::optional<std::string> bytes;  // that the file is to hold; none: as `project` is written

    bool operator==(const Restored&) const = default;
  };

  std::string project;               // its name before this operation
  std::string commit;                // the one taken back, all hex digits
  std::string subject;               // what that commit says it did: "close #80"
  std::optional<Restored> restored;  // none: the project goes away

  bool operator==(const UndoCommit&) const = default;
};

using Operation = std::variant<CreateProject, SetPlan, AddTask, EditTask, CheckTask, ClaimTask,
                               ReleaseTask, OpenPr, SetPrState, AssignPr, RetitlePr, MovePr,
                               AddAiOperations, RenameProject, ArchiveProject, UnarchiveProject,
                               DeleteProject, MigrateProject, RepairProject, UndoCommit>;

// "open-pr", "set-pr-state", ...: the name in trailers and JSON.
[[nodiscard]] std::string_view name_of(const Operation& operation);

// The project an operation is about (a rename's old name).
[[nodiscard]] const std::string& project_of(const Operation& operation);

// One commit subject: "auth-refactor: open #42 for task 3". Control characters never occur in it;
// long texts are cut.
[[nodiscard]] std::string summarise(const Operation& operation);

// The trailer's value: "open-pr project=auth-refactor pr=42 task=3". Keys and numbers only, no free
// text.
[[nodiscard]] std::string trailer_of(const Operation& operation);

// The branch after `operation`, which is made at `now`. Pure. An operation whose effect is already
// there changes nothing. Refusals: kNotFound (project, task, pull request), kConflict (recorded
// otherwise), kAlreadyExists, kInvalidInput (an illegal value), kSchemaUnusable (a newer file),
// kCorrupt (an unreadable one, or one that records the addressed task or pull request twice); each
// says what would make it legal. On refusal the branch is gone. What is legal but odd is left in
// Branch::warnings().
[[nodiscard]] Result<Branch> apply(Branch branch, const Operation& operation, Instant now);

// `operation` without what `branch` has of it already, where it is one of several parts: AI
// operations that are recorded are left out of those to add. Whole when nothing or all of it is
// there, and when it would be refused.
[[nodiscard]] Operation without_recorded(Branch& branch, Operation operation);

}  // namespace claudestep::model
