// Operations on pull requests.
#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "model/branch_name.h"
#include "model/derive.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

std::string pr_in_project(std::int64_t number, std::string_view project) {
  return fmt::format("#{} in {}", number, quoted(project));
}

// "claudestep pr <verb> <project> --pr <number>": what a hint begins with.
std::string pr_command(std::string_view verb, std::string_view project, std::int64_t number) {
  return fmt::format("claudestep pr {} {} --pr {}", verb, shell_word(project, "PROJECT"), number);
}

Status check_new_pr(const OpenPr& op, std::string_view cannot) {
  if (op.pr < 1) {
    return refuse(ErrorCode::kInvalidInput, cannot, "a pull request's number is 1 or more",
                  "give the number that the forge gave it");
  }
  CS_TRY(check_word(cannot, "the branch name", op.branch));
  if (op.reviewer) CS_TRY(check_reviewer(cannot, *op.reviewer));
  if (op.title) CS_TRY(check_text(cannot, "the title", *op.title));
  return {};
}

// Ok when `recorded` is what the caller wants opened, as far as the caller said.
Status check_same_pr(const PullRequest& recorded, const OpenPr& op, const Task& task,
                     std::string_view cannot) {
  const auto conflict = [&](std::string_view why, std::string hint) {
    return refuse(ErrorCode::kConflict, cannot, fmt::format("it is already recorded {}", why),
                  std::move(hint));
  };
  if (recorded.task_id != task.id) {
    return conflict(fmt::format("for task {}", recorded.task_index.value),
                    fmt::format("{} --task {}", pr_command("move", op.project, op.pr),
                                shell_word(op.task, "TASK")));
  }
  if (const auto& branch = text_or_empty(recorded.branch_name); branch != op.branch) {
    return conflict(fmt::format("on branch {}", quoted(branch)),
                    "the branch of a recorded pull request stays: is this its number?");
  }
  if (const auto& reviewer = text_or_empty(recorded.reviewer);
      op.reviewer && *op.reviewer != reviewer) {
    return conflict(
        reviewer.empty() ? "without a reviewer" : fmt::format("for reviewer {}", quoted(reviewer)),
        fmt::format("{} --reviewer {}", pr_command("assign", op.project, op.pr),
                    shell_word(*op.reviewer, "REVIEWER")));
  }
  if (const auto& title = text_or_empty(recorded.title); op.title && *op.title != title) {
    return conflict(title.empty() ? "without a title" : fmt::format("as {}", quoted(title)),
                    fmt::format("{} --title {}", pr_command("retitle", op.project, op.pr),
                                shell_word(*op.title, "TITLE")));
  }
  if (op.created_at && (!recorded.created_at || recorded.created_at->value != *op.created_at)) {
    return conflict(recorded.created_at
                        ? fmt::format("as created at {}", recorded.created_at->value.text())
                        : "without a time of creation",
                    "leave out --created-at: what is recorded stands");
  }
  return {};
}

PullRequest new_pr(const OpenPr& op, const Task& task, Instant now) {
  PullRequest pr;
  pr.task_index = task.index.value;
  pr.task_id = Text(task.id->value);
  pr.number = op.pr;
  pr.branch_name = Text(op.branch);
  if (op.reviewer) {
    pr.reviewer = Text(*op.reviewer);
  } else {
    pr.reviewer = Text(task.claim ? text_or_empty(task.claim->reviewer) : std::string());
  }
  pr.created_at = Time(op.created_at ? with_zone(*op.created_at) : Timestamp(now));
  if (op.title) pr.title = Text(*op.title);
  return pr;
}

void warn_of_finished_task(Branch& branch, const Project& project, const Task& task) {
  const auto warn = [&](std::string_view what) {
    branch.warn(
        fmt::format("task {} of {} is {}", task.index.value, quoted(project.name.value), what));
  };
  if (task.is_removed()) {
    warn("removed from the plan");
  } else if (task.status == TaskStatus::kCompleted) {
    warn("already completed");
  }
}

// The task of `project` that the branch of `op` is named after, when that is another one than
// `task`; else null. A place in the plan says nothing against an id that was given: it moves.
const Task* other_task_named(const Project& project, const OpenPr& op, const Task& task) {
  const Task* other = nullptr;
  for (const BranchReading& reading : read_branch_name(op.branch)) {
    if (reading.project != project.name.value && !was_called(project, reading.project)) continue;
    if (reading.index && op.task == task.id->value) continue;
    const Task* meant = task_meant(project, reading);
    if (meant == &task || reading.hash == description_hash(task.description.value)) return nullptr;
    if (other == nullptr) other = meant;
  }
  return other;
}

void warn_of_other_name(Branch& branch, const Project& project, const OpenPr& op,
                        const Task& task) {
  const Task* other = other_task_named(project, op, task);
  if (other == nullptr) return;
  branch.warn(
      fmt::format("branch {} is named after task {} of {}, and #{} is recorded for task {}; if it "
                  "is for task {}: {} --task {}",
                  quoted(op.branch), other->index.value, quoted(project.name.value), op.pr,
                  task.index.value, other->index.value, pr_command("move", op.project, op.pr),
                  lasting_task_word(other->id->value, other->index.value)));
}

}  // namespace

Status apply_to(Branch& branch, const OpenPr& op, Instant now) {
  const std::string cannot = "open " + pr_in_project(op.pr, op.project);
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_TRY(check_new_pr(op, cannot));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  CS_ASSIGN(const PullRequest* recorded, find_only_pr(*project, op.pr));
  if (recorded != nullptr) return check_same_pr(*recorded, op, *task, cannot);

  warn_of_finished_task(branch, *project, *task);
  warn_of_other_name(branch, *project, op, *task);
  project->pull_requests.push_back(new_pr(op, *task, now));
  note_opened(branch, *project, *task);
  task->status = derive_status(*project, *task);
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const AssignPr& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* pr, pr_in(*project, op.pr));
  CS_TRY(check_reviewer("assign " + pr_in_project(op.pr, op.project), op.reviewer));
  if (text_or_empty(pr->reviewer) == op.reviewer) return {};
  pr->reviewer = Text(op.reviewer);
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const RetitlePr& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* pr, pr_in(*project, op.pr));
  CS_TRY(check_text("retitle " + pr_in_project(op.pr, op.project), "the title", op.title));
  if (text_or_empty(pr->title) == op.title) return {};
  pr->title = Text(op.title);
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const MovePr& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* pr, pr_in(*project, op.pr));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  if (pr->task_id == task->id) return {};
  CS_TRY(only_task_of(*project, *pr));
  const Opt<Text> left = pr->task_id;
  pr->task_id = Text(task->id->value);
  pr->task_index = task->index.value;
  if (pr->state == PrState::kOpen) note_opened(branch, *project, *task);
  task->status = derive_status(*project, *task);
  refresh_status(*project, left);
  touch(branch, *project, now);
  return {};
}

}  // namespace claudestep::model
