// Whatever is done to a checklist, importing it loses no pull request.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
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

// A line of the checklist. Its words are its family's own: those of it and of its twins.
struct PlannedLine {
  std::int64_t family = 0;
  std::vector<std::string> words;
  bool ticked = false;
};

std::string own_word(std::int64_t number, std::int64_t nth) {
  std::string word = "w";
  for (std::int64_t rest = number * 10 + nth + 1; rest > 0; rest /= 26) {
    word.push_back(static_cast<char>('a' + rest % 26));
  }
  return word;
}

std::string text_of_line(const PlannedLine& line) {
  std::string text;
  for (const std::string& word : line.words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// A checklist, and edits of it. Twins are told apart by nothing, so that only lines without one are
// reworded.
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
    for (std::int64_t nth = 0; nth < 5; ++nth) line.words.push_back(own_word(line.family, nth));
    put(std::move(line));
  }
  void insert_twin() {
    if (!lines_.empty()) put(lines_[place(lines_.size() - 1)]);
  }
  void remove() {
    if (!lines_.empty()) gone_.push_back(pull(lines_));
  }
  void bring_back() {
    if (!gone_.empty()) put(pull(gone_));
  }
  void move() {
    if (!lines_.empty()) put(pull(lines_));
  }
  // One of the first `words` words becomes another.
  void reword(std::size_t words) {
    if (lines_.empty()) return;
    PlannedLine& line = lines_[place(lines_.size() - 1)];
    if (count(lines_, line.family) + count(gone_, line.family) == 1) change_word(line, words);
  }
  void bring_back_reworded(std::size_t words) {
    if (gone_.empty()) return;
    PlannedLine line = pull(gone_);
    if (count(lines_, line.family) + count(gone_, line.family) == 0) change_word(line, words);
    put(std::move(line));
  }

  [[nodiscard]] const std::vector<PlannedLine>& lines() const { return lines_; }
  [[nodiscard]] std::size_t lines_of(std::int64_t family) const { return count(lines_, family); }

 private:
  static std::size_t place(std::size_t last) {
    return static_cast<std::size_t>(number(0, static_cast<std::int64_t>(last)));
  }
  static std::size_t count(const std::vector<PlannedLine>& lines, std::int64_t family) {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(),
                      [&](const PlannedLine& line) { return line.family == family; }));
  }
  void change_word(PlannedLine& line, std::size_t words) {
    line.words[place(words - 1)] = own_word(next_++, 0);
  }
  void put(PlannedLine line) {
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place(lines_.size())),
                  std::move(line));
  }
  static PlannedLine pull(std::vector<PlannedLine>& lines) {
    const auto at = lines.begin() + static_cast<std::ptrdiff_t>(place(lines.size() - 1));
    PlannedLine line = *at;
    lines.erase(at);
    return line;
  }

  std::vector<PlannedLine> lines_;
  std::vector<PlannedLine> gone_;
  std::int64_t next_ = 1;
};

void edit(Checklist& list, std::size_t words) {
  switch (number(0, 6)) {
    case 0:
      return list.insert();
    case 1:
      return list.remove();
    case 2:
      return list.bring_back();
    case 3:
      return list.move();
    case 4:
      return list.insert_twin();
    case 5:
      return list.bring_back_reworded(words);
    default:
      return list.reword(words);
  }
}

// A project that follows a checklist, and the lines that its tasks with pull requests are of.
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
    const auto pr = static_cast<std::int64_t>(ledger_.project().pull_requests.size()) + 1;
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
    families_[ledger_.project().tasks[at].id->value] = list.lines()[at].family;
  }

  // Each task is the plan's line in its place; what has pull requests is one of them as long as
  // there are lines of it, and of twins those that have more to lose.
  void check(const Checklist& list) {
    const Project& project = ledger_.project();
    const std::vector<model::Stake> stakes = model::stakes_of(project);
    std::map<std::int64_t, std::pair<std::vector<model::Stake>, std::vector<model::Stake>>> kept;
    std::size_t known = 0;
    for (std::size_t at = 0; at < project.tasks.size(); ++at) {
      const model::Task& task = project.tasks[at];
      if (at < list.lines().size()) {
        RC_ASSERT(!task.is_removed() && task.index.value == static_cast<std::int64_t>(at) + 1);
        RC_ASSERT(task.description.value == text_of_line(list.lines()[at]));
      } else {
        RC_ASSERT(task.is_removed());
      }
      const auto family = families_.find(task.id->value);
      if (family == families_.end()) continue;
      ++known;
      auto& [present, removed] = kept[family->second];
      (task.is_removed() ? removed : present).push_back(stakes[at]);
      if (!task.is_removed()) RC_ASSERT(list.lines()[at].family == family->second);
    }
    RC_ASSERT(known == families_.size());
    for (const auto& [family, tasks] : kept) {
      const auto& [present, removed] = tasks;
      RC_ASSERT(present.size() == std::min(list.lines_of(family), present.size() + removed.size()));
      if (present.empty() || removed.empty()) continue;
      RC_ASSERT(*std::min_element(present.begin(), present.end()) >=
                *std::max_element(removed.begin(), removed.end()));
    }
  }

  // What the tasks are and which pull requests they have, in no order.
  [[nodiscard]] auto outcome() {
    using Row = std::tuple<bool, std::string, model::TaskStatus, std::vector<std::int64_t>>;
    std::vector<Row> rows;
    for (const model::Task& task : ledger_.project().tasks) {
      const bool removed = task.is_removed();
      std::vector<std::int64_t> prs;
      for (const model::PullRequest& pr : ledger_.project().pull_requests) {
        if (pr.task_id == task.id) prs.push_back(pr.number.value);
      }
      rows.emplace_back(removed, removed ? "" : task.description.value, task.status, prs);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  [[nodiscard]] Project& project() { return ledger_.project(); }

 private:
  Ledger ledger_;
  std::map<std::string, std::int64_t> families_;  // by task
};

RC_GTEST_PROP(PlanImport, KeepsEveryPullRequestOnItsTask, ()) {
  Checklist list;
  Follower follower;
  for (int step = 0; step < kEdits; ++step) {
    edit(list, 5);
    follower.import(list.plan());
    follower.check(list);
    if (coin()) follower.open_pr(list);
    const Project before = follower.project();
    follower.import(list.plan());
    RC_ASSERT(follower.project() == before);
  }
}

// One word of each line may change, as often as it likes: the last wording is like the first.
RC_GTEST_PROP(PlanImport, EndsAsIfOnlyTheLastPlanHadBeenImported, ()) {
  Checklist list;
  Follower one_by_one;
  for (int step = 0; step < kEdits; ++step) coin() ? list.insert() : list.insert_twin();
  one_by_one.import(list.plan());
  for (int step = 0; step < kEdits / 2; ++step) one_by_one.open_pr(list);
  Follower at_once = one_by_one;
  for (int step = 0; step < kEdits; ++step) {
    edit(list, 1);
    one_by_one.import(list.plan());
  }
  at_once.import(list.plan());
  one_by_one.check(list);
  at_once.check(list);
  RC_ASSERT(one_by_one.outcome() == at_once.outcome());
}

}  // namespace
}  // namespace claudestep::plan
