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

inline Extra unknown_members() {
  return {{pick<std::string>({"\"x\"", "\"y\""}), pick<std::string>({"1", "[]"})}};
}

inline Source any_source() {
  Source source;
  source.spec = Text("spec.yaml");
  source.task = Text(pick<std::string>({"T1", "T2"}));
  if (coin()) source.requirements = std::vector<Text>{Text(pick<std::string>({"R1", "R2"}))};
  if (number(0, 3) == 0) source.extra = unknown_members();
  return source;
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
    if (number(0, 3) == 0) task.source = any_source();
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

// Puts `changed` where the project of its name is.
inline Operation restoring(Project changed) {
  settle(changed);
  const std::string name = changed.name.value;
  UndoCommit undo{name, std::string(40, 'c'), "", {}};
  undo.restored = UndoCommit::Restored{name, Shelf::kProjects, std::move(changed), {}};
  return undo;
}

// A place in `records`, which has some.
template <typename T>
auto any_of(std::vector<T>& records) {
  return records.begin() + number(0, static_cast<std::int64_t>(records.size()) - 1);
}

// Takes back the commit that a record of `project` came with: as undo does, the record goes with
// all that is in it.
inline Operation undoing(Project project) {
  if (!project.pull_requests.empty()) {
    const auto pr = any_of(project.pull_requests);
    if (pr->ai_operations.empty() || coin()) {
      project.pull_requests.erase(pr);
    } else {
      pr->ai_operations.erase(any_of(pr->ai_operations));
    }
  }
  return restoring(std::move(project));
}

inline void change_by_hand(AiOperation& operation) {
  const std::int64_t amount = number(0, 2);
  switch (number(0, 5)) {
    case 0:
      operation.tokens_input = Integer(amount);
      break;
    case 1:
      operation.tokens_output = Integer(amount);
      break;
    case 2:
      operation.duration_seconds = Seconds(Duration{amount * 500'000});
      break;
    case 3:
      operation.tokens_cache_read = Integer(amount);
      break;
    case 4:
      operation.tokens_cache_write = Integer(amount);
      break;
    default:
      operation.extra = unknown_members();
  }
}

// What no operation changes, and a person or a later program may.
inline Operation changed_by_hand(Project project) {
  Task* const task = project.tasks.empty() ? nullptr : &*any_of(project.tasks);
  PullRequest* const pr = project.pull_requests.empty() ? nullptr : &*any_of(project.pull_requests);
  switch (number(0, 6)) {
    case 0:
      project.extra = unknown_members();
      break;
    case 1:
      project.former_names = std::vector<Text>{Text(pick<std::string>({"old", "older"}))};
      break;
    case 2:
      project.plan = PlanRef{Text("spec.md"), Text(pick<std::string>({"spec.md", "spec.yaml"})),
                             coin() ? Extra() : unknown_members()};
      break;
    case 3:
      if (task != nullptr) task->extra = unknown_members();
      break;
    case 4:
      if (task != nullptr && task->claim) task->claim->extra = unknown_members();
      if (task != nullptr) task->source = any_source();
      break;
    case 5:
      if (pr != nullptr) pr->extra = unknown_members();
      break;
    default:
      if (pr != nullptr && !pr->ai_operations.empty()) {
        change_by_hand(*any_of(pr->ai_operations));
      }
  }
  return restoring(std::move(project));
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
