#include <utility>

#include "model/operation_parts.h"
#include "query/prime.h"

namespace claudestep::query {

namespace {

std::string shell_project(std::string_view name) {
  return model::shell_word(name, "PROJECT");
}

// `task`: a PrimeHere or a NextTask.
template <typename Task>
std::string finalize_command(std::string_view project, const Task& task, std::string_view branch) {
  return "claudestep finalize " + shell_project(project) + " --task " +
         model::lasting_task_word(task.id, task.index) + " --pr N --branch " +
         model::shell_word(branch, "BRANCH");
}

// What is left to do on the branch one is on.
void add_here(const PrimeHere& here, std::string_view branch, std::vector<PrimeCommand>& out) {
  if (!here.pr || here.pr_state == model::PrState::kClosed) {
    if (here.status == model::TaskStatus::kCompleted) return;
    out.push_back({finalize_command(here.project, here, branch),
                   "when the pull request of this branch is open: record it"});
    return;
  }
  const std::string pr = shell_project(here.project) + " --pr " + std::to_string(*here.pr);
  out.push_back({"claudestep op import " + pr + " --format claude-code FILE",
                 "record what a run of Claude Code cost"});
  if (here.pr_state == model::PrState::kMerged) return;
  out.push_back({"claudestep pr merge " + pr, "when it is merged"});
  out.push_back({"claudestep pr close " + pr, "when it is closed without a merge"});
}

std::string task_text(const Next& next) {
  return "task " + std::to_string(next.task->index) + " of " + shell_project(next.project);
}

void add_switch(const Next& next, std::string_view purpose, const FindBranch& find_branch,
                std::vector<PrimeCommand>& out) {
  const std::string branch = next.branch.value_or("BRANCH");
  const BranchPlace place = next.branch ? find_branch(branch) : BranchPlace();
  const std::string word = model::shell_word(branch, "BRANCH");
  if (place.worktree) {
    out.push_back({"cd " + model::shell_word(*place.worktree, "FOLDER"),
                   std::string(purpose) + ": the work tree that is on its branch"});
  } else if (place.is_here) {
    out.push_back({"git switch " + word, std::string(purpose)});
  } else if (place.tracking) {
    out.push_back({"git switch -c " + word + " " + model::shell_word(*place.tracking, "BRANCH"),
                   std::string(purpose) + ": a remote has work on it"});
  } else {
    out.push_back({"git switch -c " + word, std::string(purpose)});
  }
}

// A task that is claimed in the asker's name, who is not on its branch. Others may have that name.
void add_claimed(const Next& claimed, const FindBranch& find_branch,
                 std::vector<PrimeCommand>& out) {
  add_switch(claimed, "go on with " + task_text(claimed) + ", if it was you who claimed it",
             find_branch, out);
  out.push_back({"claudestep task release " + shell_project(claimed.project) + " " +
                     model::lasting_task_word(claimed.task->id, claimed.task->index),
                 "or give it back, if it was you, so that others are given it"});
}

void add_next(const Next& next, const FindBranch& find_branch, std::vector<PrimeCommand>& out) {
  const std::string branch = next.branch.value_or("BRANCH");
  out.push_back({"claudestep next " + shell_project(next.project) + " --claim",
                 "take " + task_text(next) + ", or the one after it where somebody was faster"});
  add_switch(next, "begin it, on the branch that the claim names", find_branch, out);
  out.push_back({finalize_command(next.project, *next.task, branch),
                 "when its pull request is open: record it (--ops FILE: with its costs)"});
}

void add_task(std::string_view project, std::vector<PrimeCommand>& out) {
  out.push_back(
      {"claudestep task add " + shell_project(project) + " --description TEXT", "give it a task"});
}

// The first project without tasks, by name, is what is left to do.
void add_first_tasks(const Stats& stats, std::vector<PrimeCommand>& out) {
  for (const StatsProject& row : stats.projects) {
    if (row.state == model::ProjectState::kEmpty) return add_task(row.project, out);
  }
}

bool is_here(const Prime& prime, const Next& next) {
  return prime.here && prime.here->project == next.project && prime.here->index == next.task->index;
}

}  // namespace

std::vector<PrimeCommand> commands_to_begin(std::string begin) {
  const PrimeCommand make{"claudestep init", "make the metadata branch"};
  if (begin == make.command) return {make};
  return {{std::move(begin), "bring the metadata branch, where the remote has it"},
          {make.command, make.purpose + ", where it has none"}};
}

std::vector<PrimeCommand> prime_commands(const Prime& prime, const FindBranch& find_branch) {
  std::vector<PrimeCommand> commands;
  if (prime.stats.projects.empty() && prime.stats.unreadable.empty()) {
    commands.push_back({"claudestep project create NAME", "begin a project"});
    add_task("NAME", commands);
    return commands;
  }
  if (prime.here) add_here(*prime.here, *prime.git_branch, commands);
  for (const Next& claimed : prime.claimed) add_claimed(claimed, find_branch, commands);
  if (prime.next && prime.next->task && !is_here(prime, *prime.next)) {
    add_next(*prime.next, find_branch, commands);
  }
  if (!prime.next) {
    add_first_tasks(prime.stats, commands);
    commands.push_back({"claudestep stats", "all projects, pull requests and costs"});
  } else {
    if (prime.next->empty && !prime.next->archived) add_task(prime.next->project, commands);
    commands.push_back({"claudestep task list " + shell_project(prime.next->project),
                        "all tasks of the project, and what each waits for"});
  }
  if (!prime.stats.unreadable.empty()) {
    commands.push_back({"claudestep fsck", "what is wrong with files that cannot be read"});
  }
  return commands;
}

}  // namespace claudestep::query
