// Owns: facts as text, names and wide numbers resolved, so that tables which were filled in
// different ways can be compared.
#pragma once

#include <sstream>
#include <string>

#include "base/decimal.h"
#include "model/facts.h"

namespace claudestep::model::test {

class FactsText {
 public:
  explicit FactsText(const FactsView& facts) : facts_(facts) {}

  std::string of(const ProjectFacts& project) {
    out_ << "schema " << facts_.text(project.schema_version) << " unreadable "
         << facts_.text(project.unreadable) << '\n';
    out_ << "times " << time(project.created_at) << ' ' << time(project.last_updated) << ' '
         << time(project.completed_at) << '\n';
    out_ << "sums " << number(project.cost) << ' ' << number(project.tokens_input) << ' '
         << number(project.tokens_output) << ' ' << number(project.duration) << '\n';
    out_ << "counts " << project.planned << ' ' << project.completed << ' ' << project.in_progress
         << ' ' << project.open << ' ' << project.merged << ' ' << project.closed << '\n';
    for (const TaskFacts& task : FactsView::in(facts_.tasks, project.tasks)) write(task);
    for (const PullRequestFacts& pr : FactsView::in(facts_.pull_requests, project.pull_requests)) {
      write(pr);
    }
    for (const ClaimFacts& claim : FactsView::in(facts_.claims, project.claims)) write(claim);
    for (const WaitingFacts& waiting : FactsView::in(facts_.waiting, project.waiting)) {
      out_ << "waiting " << time(waiting.created_at) << ' ' << waiting.number << ' '
           << waiting.task_index << ' ' << facts_.name(waiting.reviewer) << ' '
           << static_cast<std::int32_t>(waiting.task) << ' ' << facts_.text(waiting.title) << '|'
           << facts_.text(waiting.description) << '\n';
    }
    for (const ReviewerFacts& one : FactsView::in(facts_.reviewers, project.reviewers)) {
      out_ << "reviewer " << facts_.name(one.reviewer) << ' ' << number(one.cost) << ' ' << one.open
           << ' ' << one.merged << ' ' << one.closed << '\n';
    }
    return out_.str();
  }

 private:
  std::string number(Packed packed) { return format_scaled(facts_.number(packed), 0); }
  std::string time(Packed packed) {
    const auto instant = facts_.instant(packed);
    if (!instant) return "never";
    return std::to_string(instant->seconds) + "." + std::to_string(instant->nanos);
  }

  void write(const TaskFacts& task) {
    out_ << "task " << task.index << ' ' << to_string(task.status) << ' ' << int{task.removed}
         << int{task.checked} << int{task.placeholder} << ' ' << task.attempts << '\n';
  }
  void write(const PullRequestFacts& pr) {
    out_ << "pr " << pr.number << ' ' << pr.task_index << ' ' << static_cast<std::int32_t>(pr.task)
         << ' ' << to_string(pr.state) << ' ' << facts_.name(pr.reviewer) << ' '
         << time(pr.created_at) << ' ' << time(pr.merged_at) << ' ' << time(pr.closed_at) << '\n';
    for (const OperationFacts& operation : FactsView::in(facts_.operations, pr.operations)) {
      out_ << "  op " << facts_.name(operation.type) << ' ' << facts_.name(operation.model) << ' '
           << number(operation.cost) << ' ' << time(operation.created_at) << ' '
           << number(operation.duration) << ' ' << operation.tokens_input << ' '
           << operation.tokens_output << ' ' << operation.tokens_cache_read << ' '
           << operation.tokens_cache_write << '\n';
    }
  }
  void write(const ClaimFacts& claim) {
    out_ << "claim " << claim.task << ' ' << facts_.name(claim.by) << ' '
         << facts_.name(claim.reviewer) << ' ' << time(claim.at) << ' ' << time(claim.expires)
         << ' ' << facts_.text(claim.description) << '\n';
  }

  const FactsView& facts_;
  std::ostringstream out_;
};

// The project at `place` of the table.
inline std::string facts_text(const FactsTable& table, std::size_t place) {
  const FactsView view = table.view();
  return FactsText(view).of(view.projects[place]);
}

}  // namespace claudestep::model::test
