// Owns: random operations and projects for the property tests of model/. Small ranges, so that
// operations meet each other.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/derive.h"
#include "model/operation.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model::test {

inline const std::vector<std::string> kProjects = {"auth", "auth", "auth", "Auth", "billing"};
inline const std::vector<std::string> kDescriptions = {"a", " a ", "b", "c", "", "Add  login"};

template <typename T>
T pick(const std::vector<T>& values) {
  return *rc::gen::elementOf(values);
}

// The full range from the first try on: rapidcheck's own grows with the size of a test.
inline std::int64_t number(std::int64_t from, std::int64_t to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(from, to + 1));
}

inline bool coin() {
  return *rc::gen::arbitrary<bool>();
}

// An index from 0, or an id that some task may have.
inline std::string task_word() {
  if (number(0, 3) != 0) return std::to_string(number(0, 4));
  const std::string hash = description_hash(pick(kDescriptions));
  return coin() ? hash : hash + "-2";
}

inline std::optional<Timestamp> maybe_time() {
  if (coin()) return std::nullopt;
  return time("2026-01-0" + std::to_string(number(1, 9)) +
              pick<std::string>({"T10:00:00Z", "T10:00:00", "T10:00:00.5+02:00"}));
}

inline std::optional<std::string> maybe(const std::vector<std::string>& values) {
  if (coin()) return std::nullopt;
  return pick(values);
}

inline AiOperation ai_operation() {
  AiOperation operation;
  operation.type = Text(pick<std::string>({"PRCreation", "PRSummary"}));
  operation.model = Text("sonnet");
  operation.cost_usd = Cost(Money{number(number(0, 9) == 0 ? -1 : 0, 3) * 10'000'000});
  if (const auto at = maybe_time()) operation.created_at = Time(*at);
  if (coin()) {
    operation.operation_id = Text("op-" + std::to_string(number(1, 5)));
  } else if (coin()) {
    operation.workflow_run_id = Text(std::to_string(number(1, 3)));
  }
  return operation;
}

// One of few runs on `pr`, as different clones record it: spelt otherwise, with its id and without.
inline AiOperation recorded_run(std::int64_t pr) {
  AiOperation operation = ai_operation();
  const std::int64_t run = number(1, 3);
  operation.created_at =
      Time(time(pick<std::string>({"2026-01-05T11:00:00Z", "2026-01-05T13:00:00+02:00"})));
  operation.workflow_run_id = Text(pick<std::string>({"", " "}) + std::to_string(run));
  operation.run_id_is_number = operation.workflow_run_id->value.front() != ' ' && coin();
  operation.operation_id.reset();
  if (coin()) {
    operation.operation_id =
        Text(operation.type->value + std::to_string(run) + "-" + std::to_string(pr));
  }
  return operation;
}

inline std::vector<PlannedTask> planned_tasks() {
  std::vector<PlannedTask> tasks;
  for (auto left = number(0, 4); left > 0; --left) {
    PlannedTask task;
    if (number(0, 3) == 0) task.id = task_word();
    task.description = pick(kDescriptions);
    if (number(0, 3) == 0) task.depends_on.push_back(task_word());
    if (coin()) task.checked = coin();
    tasks.push_back(std::move(task));
  }
  return tasks;
}

inline Operation task_operation(const std::string& project) {
  switch (number(0, 5)) {
    case 0:
      return EditTask{project, task_word(), pick(kDescriptions)};
    case 1:
      return CheckTask{project, task_word(), coin()};
    case 2:
      return ClaimTask{project, task_word(), pick<std::string>({"ci-1", "ci-2", ""}),
                       maybe({"ann", "bob"}), pick<std::int64_t>({0, 90, 400})};
    case 3:
      return ReleaseTask{project, task_word()};
    case 4:
      return SetPlan{project, "spec.md", "spec.md", planned_tasks()};
    default: {
      AddTask op{project, pick(kDescriptions), {}, {}};
      if (coin()) op.index = number(0, 4);
      if (number(0, 3) == 0) op.depends_on.push_back(task_word());
      return op;
    }
  }
}

inline Operation pr_operation(const std::string& project) {
  const std::int64_t pr = number(number(0, 9) == 0 ? 0 : 1, 4);
  switch (number(0, 6)) {
    case 0:
      return SetPrState{project, pr,
                        pick<PrState>({PrState::kOpen, PrState::kClosed, PrState::kMerged}),
                        maybe_time(), maybe({std::string(40, 'a'), std::string(40, 'b')})};
    case 1:
      return AssignPr{project, pr, pick<std::string>({"ann", "bob", ""})};
    case 2:
      return RetitlePr{project, pr, pick(kDescriptions)};
    case 3:
      return MovePr{project, pr, task_word()};
    case 4: {
      AddAiOperations op{project, pr, {}};
      for (auto left = number(0, 3); left > 0; --left) {
        op.operations.push_back(coin() ? ai_operation() : recorded_run(pr));
      }
      return op;
    }
    default:
      return OpenPr{project,
                    task_word(),
                    pr,
                    pick<std::string>({"b1", "b2"}),
                    maybe({"ann", "bob"}),
                    maybe({"One", "Two"}),
                    maybe_time()};
  }
}

// Takes back the commit that a record of `project` came with: as undo does, the record goes with
// all that is in it.
inline Operation undoing(Project project) {
  UndoCommit undo{project.name.value, std::string(40, 'c'), "", {}};
  std::vector<PullRequest>& prs = project.pull_requests;
  if (!prs.empty()) {
    const auto pr = prs.begin() + number(0, static_cast<std::int64_t>(prs.size()) - 1);
    std::vector<AiOperation>& operations = pr->ai_operations;
    if (operations.empty() || coin()) {
      prs.erase(pr);
    } else {
      const auto last = static_cast<std::int64_t>(operations.size()) - 1;
      operations.erase(operations.begin() + number(0, last));
    }
  }
  settle(project);
  undo.restored = UndoCommit::Restored{undo.project, Shelf::kProjects, std::move(project), {}};
  return undo;
}

inline Operation project_operation(const std::string& project) {
  switch (number(0, 6)) {
    case 0:
      return RenameProject{project, pick(kProjects)};
    case 1:
      return ArchiveProject{project};
    case 2:
      return UnarchiveProject{project};
    case 3:
      return DeleteProject{project};
    case 4:
      return MigrateProject{project};
    case 5:
      return RepairProject{project};
    default:
      return CreateProject{project};
  }
}

inline rc::Gen<Operation> any_operation() {
  return rc::gen::exec([] {
    const std::string project = pick(kProjects);
    const std::int64_t kind = number(0, 29);
    if (kind == 0) return project_operation(project);
    return kind < 10 ? task_operation(project) : pr_operation(project);
  });
}

// A project as a file may hold it: ids and statuses not settled, records in any order, numbers
// unique.
inline rc::Gen<Project> any_project() {
  return rc::gen::exec([] {
    Project project;
    project.name = Text("auth");
    for (auto left = number(0, 5); left > 0; --left) {
      Task task;
      task.index = number(1, 6);
      task.description = Text(pick(kDescriptions));
      if (coin()) task.id = Text(task_word());
      if (coin()) task.checked = coin();
      if (number(0, 3) == 0) task.removed = true;
      project.tasks.push_back(std::move(task));
    }
    for (auto count = number(0, 6), pr = std::int64_t{1}; pr <= count; ++pr) {
      PullRequest record;
      record.number = pr;
      record.task_index = number(1, 6);
      if (number(0, 2) == 0) record.task_id = Text(task_word());
      record.state = pick<PrState>({PrState::kOpen, PrState::kClosed, PrState::kMerged});
      if (const auto at = maybe_time()) record.created_at = Time(*at);
      project.pull_requests.push_back(std::move(record));
    }
    return project;
  });
}

}  // namespace claudestep::model::test
