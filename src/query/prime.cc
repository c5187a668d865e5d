#include "query/prime.h"

#include <algorithm>
#include <utility>

#include "model/branch_name.h"
#include "model/derive.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostAsked = 8;  // projects with a ready task that may not be had

PrimeHere prime_here(const model::Project& project, const model::Task& task,
                     const model::PullRequest* pr, Instant now) {
  PrimeHere here{project.name.value,     task.index.value,    model::text_or_empty(task.id),
                 task.description.value, task.status,         std::nullopt,
                 std::nullopt,           claim_row(task, now)};
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
  if (next.task) ready_.push_back(project.name.value);
}

Result<std::optional<Next>> PrimeBuilder::next_to_be_had(const Choose& choose) const {
  const auto held = [&](const Next& next) -> Result<std::optional<Next>> {
    return next.task ? choose(next.project).map([](Next chosen) { return std::optional(chosen); })
                     : Result<std::optional<Next>>(next);
  };
  if (named_) return named_next_ ? held(*named_next_) : std::optional<Next>();
  std::optional<Next> refused;
  if (here_next_) {
    CS_ASSIGN(refused, held(*here_next_));
    if (refused->task) return refused;
  }
  for (std::size_t at = 0; at < std::min(ready_.size(), kMostAsked); ++at) {
    CS_ASSIGN(auto chosen, choose(ready_[at]));
    if (chosen.task) return std::optional(std::move(chosen));
    if (!refused) refused = std::move(chosen);
  }
  return refused;
}

Result<Prime> PrimeBuilder::finish(const Choose& choose) && {
  const auto by_name = [](const PrimeProject& a, const PrimeProject& b) {
    return a.project < b.project;
  };
  std::stable_sort(prime_.projects.begin(), prime_.projects.end(), by_name);
  std::sort(ready_.begin(), ready_.end());
  CS_ASSIGN(prime_.next, next_to_be_had(choose));
  if (const auto& here = prime_.here) {
    std::erase_if(prime_.claimed, [&](const Next& one) {
      return one.project == here->project && one.task->index == here->index;
    });
  }
  return std::move(prime_);
}

}  // namespace claudestep::query
