#include <gtest/gtest.h>

#include "model/operation.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

AiOperation costing(std::int64_t nanos) {
  AiOperation operation;
  operation.cost_usd = Cost(Money{nanos});
  return operation;
}

struct Wording {
  Operation operation;
  const char* name;
  const char* subject;
  const char* trailer;
};

TEST(OperationText, NamesAndTellsEachKind) {
  const std::vector<Wording> cases = {
      {CreateProject{"auth"}, "create-project", "auth: create", "create-project project=auth"},
      {SetPlan{"auth", "p", "k", {PlannedTask{}, PlannedTask{}}}, "set-plan",
       "auth: set the plan (2 tasks)", "set-plan project=auth tasks=2"},
      {AddTask{"auth", "Add\nlogin", {}, {}}, "add-task", "auth: add task 'Add login'",
       "add-task project=auth"},
      {AddTask{"auth", "Add login", 4, {}}, "add-task", "auth: add task 4",
       "add-task project=auth index=4"},
      {EditTask{"auth", "39b1209d", "x"}, "edit-task", "auth: reword task 39b1209d",
       "edit-task project=auth task=39b1209d"},
      {CheckTask{"auth", "3", true}, "check-task", "auth: check task 3",
       "check-task project=auth task=3 checked=true"},
      {CheckTask{"auth", "3", false}, "check-task", "auth: uncheck task 3",
       "check-task project=auth task=3 checked=false"},
      {ClaimTask{"auth", "3", "ci", {}, 60}, "claim", "auth: claim task 3",
       "claim project=auth task=3"},
      {ReleaseTask{"auth", "3"}, "release", "auth: release task 3", "release project=auth task=3"},
      {OpenPr{"auth-refactor", "3", 42, "b", {}, {}, {}}, "open-pr",
       "auth-refactor: open #42 for task 3", "open-pr project=auth-refactor pr=42 task=3"},
      {SetPrState{"auth", 42, PrState::kClosed, {}, {}}, "set-pr-state", "auth: close #42",
       "set-pr-state project=auth pr=42 state=closed"},
      {SetPrState{"auth", 42, PrState::kMerged, {}, {}}, "set-pr-state", "auth: merge #42",
       "set-pr-state project=auth pr=42 state=merged"},
      {SetPrState{"auth", 42, PrState::kOpen, {}, {}}, "set-pr-state", "auth: reopen #42",
       "set-pr-state project=auth pr=42 state=open"},
      {AssignPr{"auth", 42, "ann"}, "assign", "auth: assign #42 to ann",
       "assign project=auth pr=42"},
      {AssignPr{"auth", 42, ""}, "assign", "auth: unassign #42", "assign project=auth pr=42"},
      {RetitlePr{"auth", 42, "t"}, "retitle", "auth: retitle #42", "retitle project=auth pr=42"},
      {MovePr{"auth", 42, "5"}, "move-pr", "auth: move #42 to task 5",
       "move-pr project=auth pr=42 task=5"},
      {AddAiOperations{"auth", 42, {costing(100000000), costing(70000000)}}, "add-ai-operations",
       "auth: record 2 AI operations for #42 ($0.17)",
       "add-ai-operations project=auth pr=42 operations=2"},
      {AddAiOperations{"auth", 42, {AiOperation{}}}, "add-ai-operations",
       "auth: record 1 AI operation for #42 ($0.00)",
       "add-ai-operations project=auth pr=42 operations=1"},
      {RenameProject{"auth", "login"}, "rename", "auth: rename to login",
       "rename project=auth to=login"},
      {ArchiveProject{"auth"}, "archive", "auth: archive", "archive project=auth"},
      {UnarchiveProject{"auth"}, "unarchive", "auth: unarchive", "unarchive project=auth"},
      {DeleteProject{"auth"}, "delete", "auth: delete", "delete project=auth"},
      {MigrateProject{"auth"}, "migrate", "auth: migrate to schema 2.0", "migrate project=auth"},
      {RepairProject{"auth"}, "repair", "auth: repair", "repair project=auth"},
      {UndoCommit{"auth", "8c1d", "close #80", {}}, "undo", "auth: undo \"close #80\"",
       "undo project=auth commit=8c1d"},
      {UndoCommit{"auth", "8c1d", "undo \"close #80\"", {}}, "undo", "auth: redo \"close #80\"",
       "undo project=auth commit=8c1d"},
      {UndoCommit{"auth", "8c1d", "redo \"close #80\"", {}}, "undo", "auth: undo \"close #80\"",
       "undo project=auth commit=8c1d"},
      {UndoCommit{"auth", "8c1d", "rename", {{"login", Shelf::kProjects, {}, {}}}}, "undo",
       "auth: undo \"rename\"", "undo project=auth commit=8c1d to=login"},
  };
  for (const Wording& c : cases) {
    EXPECT_EQ(name_of(c.operation), c.name);
    EXPECT_EQ(summarise(c.operation), c.subject);
    EXPECT_EQ(trailer_of(c.operation), c.trailer);
    EXPECT_EQ(project_of(c.operation), std::string(c.subject, std::string(c.subject).find(':')));
    EXPECT_EQ(c.operation, Operation(c.operation));
  }
}

TEST(OperationText, CutsAndEscapesWhatComesFromOutside) {
  EXPECT_EQ(summarise(AddTask{"auth", std::string(60, 'x') + "\x1b", {}, {}}),
            "auth: add task '" + std::string(20, 'x') + "…" + std::string(18, 'x') + "\\x1b'");
  EXPECT_EQ(summarise(EditTask{"a\nb", "1\t2", "x"}), "a\\nb: reword task 1\\t2");
  EXPECT_EQ(summarise(AssignPr{"auth", 1, "ann\r"}), "auth: assign #1 to ann\\r");
  EXPECT_EQ(trailer_of(EditTask{"auth", "my id=5%\n\xc3\xa4", "x"}),
            "edit-task project=auth task=my%20id%3D5%25%0A%C3%A4");
  EXPECT_EQ(trailer_of(RenameProject{"a b", "c\x7f"}), "rename project=a%20b to=c%7F");
}

}  // namespace
}  // namespace claudestep::model
