// Laws that hold whatever operations are applied in whatever order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "tests/property/model_generators.h"

namespace claudestep::model {
namespace {

using test::any_operation;
using test::kNow;
using test::later;
using test::Ledger;

constexpr int kAppliedSteps = 40;

Money cost_of_project(const Project& project) {
  return totals_of(project, kNow).cost;
}

void check_settled(const Project& project) {
  Project again = project;
  settle(again);
  RC_ASSERT(again == project);
  RC_ASSERT(!again.lacks_ids);
}

void check_identities(const Project& project) {
  std::set<std::string> ids;
  std::set<std::int64_t> indices;
  for (const Task& task : project.tasks) {
    RC_ASSERT(task.index.value >= 1);
    RC_ASSERT(ids.insert(task.id->value).second);
    RC_ASSERT(indices.insert(task.index.value).second);
    RC_ASSERT(task.status == derive_status(project, task));
  }
  std::set<std::int64_t> numbers;
  for (const PullRequest& pr : project.pull_requests) {
    RC_ASSERT(numbers.insert(pr.number.value).second);
    const Task* task = task_of(project, pr);
    RC_ASSERT(task != nullptr);
    RC_ASSERT(task->index == pr.task_index);
    RC_ASSERT(pr.created_at->value.is_zoned());
  }
}

void check_claims(const Project& project) {
  const Totals totals = totals_of(project, kNow);
  RC_ASSERT(totals.tasks == totals.completed + totals.in_progress + totals.pending);
  RC_ASSERT(totals.claimed <= totals.pending);
  RC_ASSERT((completion_permille(totals) == 1000) ==
            (totals.tasks > 0 && totals.completed == totals.tasks));
}

bool only_printable(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

using Entries = std::map<std::string, test::MapSource::Entry, std::less<>>;

// The project that `name` became, when it is still there.
const Project* successor(const Entries& entries, const std::string& name, const Operation& op) {
  auto found = entries.find(name);
  const auto* rename = std::get_if<RenameProject>(&op);
  if (found == entries.end() && rename != nullptr) found = entries.find(rename->to);
  return found == entries.end() ? nullptr : &found->second.project;
}

void check_step(const Entries& before, const Entries& after, const Operation& op, Instant now) {
  for (const auto& [name, entry] : before) {
    const Project& old = entry.project;
    const Project* project = successor(after, name, op);
    if (std::holds_alternative<DeleteProject>(op) && project == nullptr) continue;
    RC_ASSERT(project != nullptr);
    RC_ASSERT(!(cost_of_project(*project) < cost_of_project(old)));
    RC_ASSERT(project->pull_requests.size() >= old.pull_requests.size());
    const Timestamp& then = old.last_updated->value;
    const Timestamp& updated = project->last_updated->value;
    const bool form_alone =
        std::holds_alternative<RepairProject>(op) || std::holds_alternative<MigrateProject>(op);
    if (form_alone || equal_but_for_last_updated(*project, old)) {
      RC_ASSERT(updated == then);
    } else {
      RC_ASSERT(updated == std::max(then, Timestamp(now)));
    }
  }
}

// What a second, immediate application of an accepted operation must answer.
std::string answer_to_repeat(const Operation& op) {
  if (std::holds_alternative<AddTask>(op)) return "changed";
  if (std::holds_alternative<CreateProject>(op)) return "already_exists";
  if (std::holds_alternative<DeleteProject>(op)) return "not_found";
  return "same";
}

Ledger fresh_ledger() {
  Ledger ledger(test::make_project("auth", {"a", "b", "c"}));
  ledger.source.add(test::make_project("billing", {"a"}));
  return ledger;
}

RC_GTEST_PROP(ModelApply, KeepsEveryInvariant, ()) {
  Ledger ledger = fresh_ledger();
  std::map<std::string, int> counts;
  for (int step = 0; step < kAppliedSteps; ++step) {
    const Operation op = *any_operation();
    RC_LOG() << trailer_of(op) << "\n";
    RC_ASSERT(only_printable(summarise(op)));
    RC_ASSERT(only_printable(trailer_of(op)));
    const Entries before = ledger.source.entries;
    const std::string answer = ledger.apply(op, later(step * 60));
    ++counts[answer.substr(0, answer.find(':'))];
    if (answer != "changed") {
      for (const auto& [name, entry] : before) {
        RC_ASSERT(ledger.source.entries.at(name).project == entry.project);
      }
      RC_ASSERT(before.size() == ledger.source.entries.size());
    }
    check_step(before, ledger.source.entries, op, later(step * 60));
    for (const auto& [name, entry] : ledger.source.entries) {
      RC_ASSERT(entry.project.name.value == name);
      check_settled(entry.project);
      check_identities(entry.project);
      check_claims(entry.project);
    }
  }
  for (const auto& [answer, count] : counts) RC_CLASSIFY(count > 0, answer);
}

RC_GTEST_PROP(ModelApply, ARepeatChangesNothing, ()) {
  Ledger ledger = fresh_ledger();
  for (int step = 0; step < kAppliedSteps; ++step) {
    const Operation op = *any_operation();
    RC_LOG() << trailer_of(op) << "\n";
    const std::string first = ledger.apply(op, later(step * 60));
    if (first != "changed" && first != "same") continue;
    const Entries once = ledger.source.entries;
    const std::string second = ledger.apply(op, later(step * 60 + 1));
    if (std::holds_alternative<RepairProject>(op)) {
      // It always offers to write; what it would write is the same.
      RC_ASSERT(ledger.project(project_of(op)) == once.at(project_of(op)).project);
      continue;
    }
    RC_ASSERT(second.substr(0, second.find(':')) == answer_to_repeat(op));
  }
}

RC_GTEST_PROP(ModelApply, OneTransactionIsAsGoodAsMany, ()) {
  Ledger ledger = fresh_ledger();
  const Ledger origin = fresh_ledger();
  Branch branch(origin.source);
  for (int step = 0; step < kAppliedSteps; ++step) {
    const Operation op = *any_operation();
    const Instant now = later(step * 60);
    RC_LOG() << trailer_of(op) << "\n";
    const std::string answer = ledger.apply(op, now);
    if (answer != "changed" && answer != "same") continue;
    auto next = apply(std::move(branch), op, now);
    RC_ASSERT(next.has_value());
    branch = *std::move(next);
  }
  RC_ASSERT(branch.names() == ledger.source.names());
  for (const auto& [name, entry] : ledger.source.entries) {
    RC_ASSERT(branch.find(name) == entry.shelf);
    const auto project = branch.get(name);
    RC_ASSERT(project.has_value());
    RC_ASSERT(equal_but_for_last_updated(**project, entry.project));
  }
}

}  // namespace
}  // namespace claudestep::model
