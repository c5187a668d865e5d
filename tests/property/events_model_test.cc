// Laws of what happened between two states, and of taking a step back.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "base/text.h"
#include "model/events.h"
#include "model/revert.h"
#include "tests/property/model_generators.h"

namespace claudestep::model {
namespace {

using test::any_project;
using test::later;
using test::Ledger;

constexpr int kSteps = 30;

Project settled(Project project) {
  settle(project);
  return project;
}

std::vector<Event> between(const Project& before, const Project& after) {
  return events_between({&before}, {&after});
}

// Operations on "auth" alone, so that it is there before and after.
Operation any_change() {
  return test::number(0, 2) == 0 ? test::task_operation("auth") : test::pr_operation("auth");
}

void check_words(const std::vector<Event>& events) {
  for (const Event& event : events) {
    const std::string text = text_of(event);
    RC_ASSERT(!event.phrase.empty());
    RC_ASSERT(escape_for_terminal(text) == text);
    RC_ASSERT(event.project == "auth");
  }
  const auto sentences = sentences_of(events);
  RC_ASSERT(sentences.size() <= events.size());
  RC_ASSERT(sentences.empty() == events.empty());
  for (const Sentence& sentence : sentences) {
    RC_ASSERT(escape_for_terminal(sentence.about) == sentence.about);
  }
}

RC_GTEST_PROP(Events, ThereAreNoneBetweenAStateAndItself, ()) {
  const Project project = settled(*any_project());
  RC_ASSERT(between(project, project).empty());
}

RC_GTEST_PROP(Events, ThereAreSomeBetweenAnyTwoStatesThatDiffer, ()) {
  const Project before = settled(*any_project());
  const Project after = settled(*any_project());
  const auto events = between(before, after);
  RC_ASSERT(events.empty() == equal_but_for_last_updated(before, after));
  check_words(events);
}

RC_GTEST_PROP(Events, EveryOperationThatChangesSomethingIsTold, ()) {
  Ledger ledger(test::make_project("auth", {"a", "b", "c"}));
  for (int step = 0; step < kSteps; ++step) {
    const Project before = ledger.project();
    const Operation op = any_change();
    RC_LOG() << trailer_of(op) << "\n";
    const std::string answer = ledger.apply(op, later(step * 60));
    const auto events = between(before, ledger.project());
    RC_ASSERT(events.empty() == (answer != "changed"));
    check_words(events);
  }
}

RC_GTEST_PROP(Events, TheCostsToldAddUp, ()) {
  Ledger ledger(test::make_project("auth", {"a", "b", "c"}));
  Int128 told = 0;
  for (int step = 0; step < kSteps; ++step) {
    const Project before = ledger.project();
    (void)ledger.apply(any_change(), later(step * 60));
    for (const Event& event : between(before, ledger.project())) {
      if (event.kind != EventKind::kCost) continue;
      told += parse_scaled(*event.to, 9)->units - parse_scaled(*event.from, 9)->units;
    }
  }
  RC_ASSERT(told == totals_of(ledger.project(), test::kNow).cost.units);
}

void check_reverted(const Project& project) {
  RC_ASSERT(settled(project) == project);
  std::set<std::string> ids;
  std::set<std::int64_t> indices;
  for (const Task& task : project.tasks) {
    RC_ASSERT(task.index.value >= 1);
    RC_ASSERT(ids.insert(task.id->value).second);
    RC_ASSERT(indices.insert(task.index.value).second);
  }
  for (const PullRequest& pr : project.pull_requests) RC_ASSERT(task_of(project, pr) != nullptr);
  for (const Task& task : project.tasks) {
    if (!task.depends_on) continue;
    for (const Text& id : *task.depends_on) RC_ASSERT(ids.contains(id.value));
  }
}

RC_GTEST_PROP(Revert, OfTheLastStepIsWhatWasBefore, ()) {
  Ledger ledger(test::make_project("auth", {"a", "b", "c"}));
  for (int step = 0; step < kSteps; ++step) {
    const Project before = ledger.project();
    const Operation op = any_change();
    RC_LOG() << trailer_of(op) << "\n";
    (void)ledger.apply(op, later(step * 60));
    const Project& after = ledger.project();
    const Reverted reverted = revert(before, after, after);
    for (const Obstacle& obstacle : reverted.obstacles) RC_LOG() << obstacle.text << "\n";
    RC_ASSERT(reverted.obstacles.empty());
    RC_ASSERT(equal_but_for_last_updated(reverted.project, before));
  }
}

RC_GTEST_PROP(Revert, OfAnEarlierStepLeavesASoundProjectOrSaysWhy, ()) {
  Ledger ledger(test::make_project("auth", {"a", "b", "c"}));
  for (int step = 0; step < kSteps / 2; ++step) (void)ledger.apply(any_change(), later(step));
  const Project before = ledger.project();
  (void)ledger.apply(any_change(), later(100));
  const Project after = ledger.project();
  for (int step = 0; step < 5; ++step) {
    (void)ledger.apply(any_change(), later(200 + step));
    const Reverted reverted = revert(before, after, ledger.project());
    if (!reverted.obstacles.empty()) continue;
    check_reverted(reverted.project);
  }
  RC_CLASSIFY(before != after, "something to take back");
}

}  // namespace
}  // namespace claudestep::model
