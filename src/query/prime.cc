#include "query/prime.h"

#include <utility>

#include "model/branch_name.h"
#include "model/derive.h"

namespace claudestep::query {

namespace {

PrimeHere prime_here(const model::Project& project, const model::Task& task,
                     const model::PullRequest* pr, Instant now) {
  PrimeHere here{project.name.value,
                 task.index.value,
                 model::text_or_empty(task.id),
                 task.description.value,
                 task.status,
                 std::nullopt,
                 std::nullopt,
                 claim_row(task, now)};
  if (pr != nullptr) {
    here.pr = pr->number.value;
    here.pr_state = pr->state;
  }
  return here;
}

// The pull request recorded last with that branch.
const model::PullRequest* pr_of_branch(const model::Project& project, std::string_view branch) {
  const model::PullRequest* last = nullptr;
  for (const model::PullRequest& pr : project.pull_requests) {
    if (!pr.branch_name || pr.branch_name->value != branch) continue;
    if (last == nullptr || last->number < pr.number) last = &pr;
  }
  return last;
}

const model::Task* task_told_by(const model::Project& project, std::string_view branch) {
  for (const model::BranchReading& reading : model::read_branch_name(branch)) {
    if (reading.project != project.name.value) continue;
    const model::Task* task = reading.hash ? model::find_task_by_id(project, *reading.hash)
                                           : model::find_task(project, *reading.index);
    if (task != nullptr && !task->is_removed()) return task;
  }
  return nullptr;
}

}  // namespace

std::optional<PrimeHere> here_in(const model::Project& project, std::string_view branch,
                                 Instant now) {
  if (const model::PullRequest* pr = pr_of_branch(project, branch)) {
    if (const model::Task* task = model::task_of(project, *pr)) {
      return prime_here(project, *task, pr, now);
    }
  }
  const model::Task* task = task_told_by(project, branch);
  if (task == nullptr) return std::nullopt;
  return prime_here(project, *task, nullptr, now);
}

PrimeBuilder::PrimeBuilder(PrimeAsker asker, std::optional<std::string> named)
    : asker_(std::move(asker)), named_(std::move(named)) {
  prime_.git_branch = asker_.git_branch;
}

void PrimeBuilder::add_claims(const model::Project& project) {
  for (const model::Task& task : project.tasks) {
    const auto claim = claim_row(task, asker_.now);
    if (claim && claim->by == asker_.name) {
      prime_.claimed.push_back(next_claimed(project, task, asker_.now));
    }
  }
}

void PrimeBuilder::add(const model::Project& project, bool archived) {
  const bool is_named = named_ && project.name.value == *named_;
  if (archived && !is_named) return;
  const Next next = next_of(project, archived, asker_.now);
  prime_.projects.push_back({project.name.value, next.task});
  if (is_named) named_next_ = next;
  add_claims(project);
  if (prime_.git_branch) {
    // One with a pull request knows the branch better than one whose name is merely in it.
    auto here = here_in(project, *prime_.git_branch, asker_.now);
    if (here && (!prime_.here || (here->pr && !prime_.here->pr))) {
      prime_.here = std::move(here);
      here_next_ = next;
    }
  }
  if (!first_ready_ && next.task) first_ready_ = next;
}

Prime PrimeBuilder::finish() && {
  const bool here_is_ready = here_next_ && here_next_->task;
  if (named_) {
    prime_.next = std::move(named_next_);
  } else if (here_is_ready || !first_ready_) {
    prime_.next = std::move(here_next_);
  } else {
    prime_.next = std::move(first_ready_);
  }
  if (const auto& here = prime_.here) {
    std::erase_if(prime_.claimed, [&](const Next& one) {
      return one.project == here->project && one.task->index == here->index;
    });
  }
  return std::move(prime_);
}

}  // namespace claudestep::query
