// Whatever is done to a checklist, importing it loses no pull request.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "plan/checklist.h"
#include "plan/match.h"
#include "tests/property/model_generators.h"

namespace claudestep::plan {
namespace {

using model::Project;
using model::test::coin;
using model::test::Ledger;
using model::test::number;

constexpr int kEdits = 12;

// A line of the checklist. Its words are its own, so that only `key` tells lines alike.
struct PlannedLine {
  std::int64_t key = 0;
  std::vector<std::string> words;
  bool ticked = false;
};

std::string own_word(std::int64_t key, std::int64_t nth) {
  std::string word = "w";
  for (std::int64_t rest = key * 10 + nth + 1; rest > 0; rest /= 26) {
    word.push_back(static_cast<char>('a' + rest % 26));
  }
  return word;
}

std::string text_of_line(const PlannedLine& line) {
  std::string text;
  for (const std::string& word : line.words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// A checklist, and edits of it.
class Checklist {
 public:
  [[nodiscard]] Plan plan() const {
    std::string bytes = "# Plan\n\n";
    for (const PlannedLine& line : lines_) {
      bytes += std::string(line.ticked ? "- [x] " : "- [ ] ") + text_of_line(line) + "\n";
    }
    return {"checklist", "claude-step/auth/spec.md", read_checklist(bytes), {}};
  }

  void insert() {
    PlannedLine line{next_++, {}, coin()};
    for (std::int64_t nth = 0; nth < 5; ++nth) line.words.push_back(own_word(line.key, nth));
    put(std::move(line));
  }
  void remove() {
    if (lines_.empty()) return;
    gone_.push_back(pull());
  }
  void bring_back() {
    if (gone_.empty()) return;
    put(gone_.back());
    gone_.pop_back();
  }
  void move() {
    if (!lines_.empty()) put(pull());
  }
  void reword() {
    if (lines_.empty()) return;
    PlannedLine& line = lines_[place(lines_.size() - 1)];
    line.words[place(line.words.size() - 1)] = own_word(next_++, 0);
  }

  [[nodiscard]] const std::vector<PlannedLine>& lines() const { return lines_; }

 private:
  static std::size_t place(std::size_t last) {
    return static_cast<std::size_t>(number(0, static_cast<std::int64_t>(last)));
  }
  void put(PlannedLine line) {
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place(lines_.size())),
                  std::move(line));
  }
  PlannedLine pull() {
    const auto at = lines_.begin() + static_cast<std::ptrdiff_t>(place(lines_.size() - 1));
    PlannedLine line = *at;
    lines_.erase(at);
    return line;
  }

  std::vector<PlannedLine> lines_;
  std::vector<PlannedLine> gone_;
  std::int64_t next_ = 1;
};

void edit(Checklist& list, bool reword) {
  switch (number(0, reword ? 4 : 3)) {
    case 0:
      return list.insert();
    case 1:
      return list.remove();
    case 2:
      return list.bring_back();
    case 3:
      return list.move();
    default:
      return list.reword();
  }
}

// A project that follows a checklist, and the lines its pull requests were opened for.
class Follower {
 public:
  Follower() : ledger_(model::test::make_project("auth")) {}

  void import(const Plan& plan) {
    const Project& project = ledger_.project();
    const std::string answer = ledger_.apply(set_plan_of(project, plan, match(project, plan)));
    RC_ASSERT(answer == "changed" || answer == "same");
  }

  void open_pr(const Checklist& list) {
    if (list.lines().empty()) return;
    const auto at =
        static_cast<std::size_t>(number(0, static_cast<std::int64_t>(list.lines().size()) - 1));
    const std::int64_t pr = static_cast<std::int64_t>(keys_.size()) + 1;
    model::OpenPr operation;
    operation.project = "auth";
    operation.task = std::to_string(at + 1);
    operation.pr = pr;
    operation.branch = "b" + std::to_string(pr);
    RC_ASSERT(ledger_.apply(operation) == "changed");
    if (coin()) {
      const model::SetPrState merged{"auth", pr, model::PrState::kMerged, {}, {}};
      RC_ASSERT(ledger_.apply(merged) == "changed");
    }
    keys_[pr] = list.lines()[at].key;
  }

  // Each task is the plan's line in its place; each pull request is on its line, or on a task that
  // the plan no longer has.
  void check(const Checklist& list) {
    const Project& project = ledger_.project();
    std::map<std::int64_t, std::int64_t> index_of;
    std::size_t present = 0;
    for (const model::Task& task : project.tasks) {
      if (!task.is_removed()) ++present;
    }
    RC_ASSERT(present == list.lines().size());
    for (std::size_t at = 0; at < list.lines().size(); ++at) {
      RC_ASSERT(project.tasks[at].index.value == static_cast<std::int64_t>(at) + 1);
      RC_ASSERT(project.tasks[at].description.value == text_of_line(list.lines()[at]));
      index_of[list.lines()[at].key] = static_cast<std::int64_t>(at) + 1;
    }
    RC_ASSERT(project.pull_requests.size() == keys_.size());
    for (const model::PullRequest& pr : project.pull_requests) {
      const model::Task* task = model::task_of(project, pr);
      RC_ASSERT(task != nullptr);
      const auto line = index_of.find(keys_.at(pr.number.value));
      RC_ASSERT(task->is_removed() == (line == index_of.end()));
      if (line != index_of.end()) RC_ASSERT(task->index.value == line->second);
    }
  }

  [[nodiscard]] Project& project() { return ledger_.project(); }

 private:
  Ledger ledger_;
  std::map<std::int64_t, std::int64_t> keys_;  // pull request -> line
};

RC_GTEST_PROP(PlanImport, KeepsEveryPullRequestOnItsTask, ()) {
  Checklist list;
  Follower follower;
  for (int step = 0; step < kEdits; ++step) {
    edit(list, true);
    follower.import(list.plan());
    follower.check(list);
    if (coin()) follower.open_pr(list);
    const Project before = follower.project();
    follower.import(list.plan());
    RC_ASSERT(follower.project() == before);
  }
}

RC_GTEST_PROP(PlanImport, EndsAsIfOnlyTheLastPlanHadBeenImported, ()) {
  Checklist list;
  Follower one_by_one;
  for (int step = 0; step < kEdits; ++step) list.insert();
  one_by_one.import(list.plan());
  for (int step = 0; step < kEdits / 2; ++step) one_by_one.open_pr(list);
  Follower at_once = one_by_one;
  for (int step = 0; step < kEdits; ++step) {
    edit(list, false);
    one_by_one.import(list.plan());
  }
  at_once.import(list.plan());
  one_by_one.check(list);
  at_once.check(list);
  for (std::size_t at = 0; at < list.lines().size(); ++at) {
    RC_ASSERT(one_by_one.project().tasks[at] == at_once.project().tasks[at]);
  }
}

}  // namespace
}  // namespace claudestep::plan
