#include "plan/match.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/longest_rise.h"
#include "plan/likeness.h"

namespace claudestep::plan {
namespace {

// The matching so far, and which tasks and items are still free.
class Matcher {
 public:
  Matcher(const model::Project& project, const Plan& plan)
      : project_(project), plan_(plan), matches_(plan.items.size()), taken_(project.tasks.size()) {}

  void by_name() {
    std::map<std::pair<std::string, std::string>, std::size_t> named;
    for (std::size_t at = 0; at < project_.tasks.size(); ++at) {
      const auto& source = project_.tasks[at].source;
      if (source && source->task) {
        named.emplace(
            std::pair(model::text_or_empty(source->spec), model::text_or_empty(source->task)), at);
      }
    }
    for (std::size_t at = 0; at < plan_.items.size(); ++at) {
      if (plan_.items[at].name.empty()) continue;
      const auto found = named.find({plan_.path, plan_.items[at].name});
      if (found != named.end()) take(at, found->second);
    }
  }

  void by_text() {
    std::vector<std::string> texts;
    texts.reserve(plan_.items.size());
    for (const Item& item : plan_.items) texts.push_back(item.text);
    model::match_by_text(project_, texts, matches_);
    for (const auto& match : matches_) {
      if (match) taken_[*match] = true;
    }
  }

  // A stand-in such as "Task 3" is whatever the plan has in that place.
  void by_place() {
    for (std::size_t at = 0; at < project_.tasks.size(); ++at) {
      const model::Task& task = project_.tasks[at];
      const std::int64_t place = task.index.value - 1;
      if (taken_[at] || !task.is_placeholder() || task.is_removed()) continue;
      if (place < 0 || place >= static_cast<std::int64_t>(matches_.size())) continue;
      if (!matches_[static_cast<std::size_t>(place)]) take(static_cast<std::size_t>(place), at);
    }
  }

  // Present tasks first: what is still worked on is not given up for what comes back. Of tasks as
  // alike, those stay that have more to lose.
  void by_likeness() {
    const std::vector<model::Stake> stakes = model::stakes_of(project_);
    by_likeness(stakes, [](const model::Task& task, model::Stake) { return !task.is_removed(); });
    in_order();
    by_likeness(stakes, [](const model::Task& task, model::Stake stake) {
      return task.is_removed() && stake != model::Stake::kNothing;
    });
  }

  [[nodiscard]] Matches matches() && { return std::move(matches_); }

 private:
  template <typename Wanted>
  void by_likeness(const std::vector<model::Stake>& stakes, Wanted is_wanted) {
    std::vector<std::pair<std::size_t, Wording>> free_tasks;
    for (std::size_t at = 0; at < project_.tasks.size(); ++at) {
      const model::Task& task = project_.tasks[at];
      if (taken_[at] || has_other_name(task) || !is_wanted(task, stakes[at])) continue;
      free_tasks.emplace_back(at, Wording(task.description.value));
    }
    if (free_tasks.empty()) return;
    // More likeness, then more to lose, then less distance, then the earlier is the better pair.
    std::vector<std::tuple<int, int, std::size_t, std::size_t, std::size_t>> pairs;
    for (std::size_t at = 0; at < plan_.items.size(); ++at) {
      if (matches_[at]) continue;
      const Wording wording(plan_.items[at].text);
      for (const auto& [task, words] : free_tasks) {
        const int likeness = wording.likeness(words);
        if (likeness < kLikeEnough) continue;
        const std::size_t distance = at > task ? at - task : task - at;
        pairs.emplace_back(-likeness, -static_cast<int>(stakes[task]), distance, at, task);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [likeness, stake, distance, item, task] : pairs) {
      if (!matches_[item] && !taken_[task]) take(item, task);
    }
  }

  // Nothing but their order tells present tasks of one text apart, one of them reworded or not.
  void in_order() {
    std::map<std::string, std::vector<std::size_t>> items_of;
    for (std::size_t at = 0; at < matches_.size(); ++at) {
      if (!matches_[at] || !plan_.items[at].name.empty()) continue;
      const model::Task& task = project_.tasks[*matches_[at]];
      if (!task.is_removed()) items_of[collapse_whitespace(task.description.value)].push_back(at);
    }
    for (const auto& [text, items] : items_of) {
      std::vector<std::size_t> tasks;
      tasks.reserve(items.size());
      for (const std::size_t item : items) tasks.push_back(*matches_[item]);
      std::sort(tasks.begin(), tasks.end());
      for (std::size_t i = 0; i < items.size(); ++i) matches_[items[i]] = tasks[i];
    }
  }

  void take(std::size_t item, std::size_t task) {
    if (taken_[task]) return;
    matches_[item] = task;
    taken_[task] = true;
  }

  // Whether the plan that the task came from knows it by a name: text does not decide then.
  [[nodiscard]] bool has_other_name(const model::Task& task) const {
    return task.source && task.source->task &&
           model::text_or_empty(task.source->spec) == plan_.path;
  }

  const model::Project& project_;
  const Plan& plan_;
  Matches matches_;
  std::vector<bool> taken_;
};

std::optional<model::Source> source_of(const Plan& plan, const Item& item) {
  if (item.name.empty()) return std::nullopt;
  model::Source source;
  source.spec = model::Text(plan.path);
  source.task = model::Text(item.name);
  if (!item.requirements.empty()) {
    std::vector<model::Text> requirements;
    requirements.reserve(item.requirements.size());
    for (const std::string& id : item.requirements) requirements.emplace_back(id);
    source.requirements = std::move(requirements);
  }
  return source;
}

// A name of the plan as a place in it, which is how set-plan names a new task; else the word.
std::string dependency(const Plan& plan, const std::string& word) {
  for (std::size_t at = 0; at < plan.items.size(); ++at) {
    if (!plan.items[at].name.empty() && plan.items[at].name == word) return std::to_string(at + 1);
  }
  return word;
}

// A tick says something of a task only where no pull request has said it already.
std::optional<bool> ticked(const model::Project& project, const Item& item,
                           const model::Task* task) {
  if (!item.checked || !*item.checked || task == nullptr || task->is_checked()) return item.checked;
  model::Task unticked = *task;
  unticked.checked.reset();
  const bool done = model::derive_status(project, unticked) == model::TaskStatus::kCompleted;
  return done ? std::nullopt : item.checked;
}

DriftedTask drifted(const model::Task& task) {
  return {task.index.value, model::text_or_empty(task.id), task.description.value, ""};
}

using TasksById = std::unordered_map<std::string, const model::Task*>;

TasksById tasks_by_id(const model::Project& project, bool is_removed) {
  TasksById tasks;
  for (const model::Task& task : project.tasks) {
    if (task.is_removed() == is_removed) tasks.emplace(model::text_or_empty(task.id), &task);
  }
  return tasks;
}

// The tasks that changed their order, as few as explain it. One that has its old index all the same
// did not move: those that passed it did.
std::set<std::size_t> moved_places(const std::vector<const model::Task*>& stayed,
                                   const std::vector<std::int64_t>& places) {
  const auto in_order = model::longest_rise(places);
  std::set<std::size_t> moved;
  for (std::size_t at = 0; at < stayed.size(); ++at) {
    if (in_order.contains(at)) continue;
    if (stayed[at]->index.value != places[at]) {
      moved.insert(at);
      continue;
    }
    for (std::size_t other = 0; other < stayed.size(); ++other) {
      if ((other < at) != (places[other] < places[at]) && other != at) moved.insert(other);
    }
  }
  return moved;
}

}  // namespace

Matches match(const model::Project& project, const Plan& plan) {
  Matcher matcher(project, plan);
  matcher.by_name();
  matcher.by_text();
  matcher.by_place();
  matcher.by_likeness();
  return std::move(matcher).matches();
}

bool is_surely(const model::Task& task, const Plan& plan, const Item& item) {
  if (collapse_whitespace(task.description.value) == collapse_whitespace(item.text)) return true;
  return !item.name.empty() && task.source && task.source->task &&
         model::text_or_empty(task.source->spec) == plan.path &&
         model::text_or_empty(task.source->task) == item.name;
}

model::SetPlan set_plan_of(const model::Project& project, const Plan& plan,
                           const Matches& matches) {
  model::SetPlan operation{project.name.value, plan.path, plan.kind, {}};
  operation.tasks.reserve(plan.items.size());
  for (std::size_t at = 0; at < plan.items.size(); ++at) {
    const Item& item = plan.items[at];
    const model::Task* task = matches[at] ? &project.tasks[*matches[at]] : nullptr;
    model::PlannedTask planned;
    if (task != nullptr) planned.id = model::text_or_empty(task->id);
    planned.description = item.text;
    for (const std::string& word : item.depends_on) {
      planned.depends_on.push_back(dependency(plan, word));
    }
    planned.checked = ticked(project, item, task);
    planned.source = source_of(plan, item);
    operation.tasks.push_back(std::move(planned));
  }
  return operation;
}

bool Drift::empty() const {
  return added.empty() && removed.empty() && reworded.empty() && moved.empty() && checked.empty();
}

Drift drift_of(const model::Project& before, const model::Project& after) {
  Drift drift;
  const TasksById old = tasks_by_id(before, false);
  const TasksById now = tasks_by_id(after, false);
  const TasksById gone = tasks_by_id(before, true);
  const TasksById left_over = tasks_by_id(after, true);
  std::vector<const model::Task*> stayed;
  std::vector<std::int64_t> places;
  for (const model::Task& task : after.tasks) {
    if (task.is_removed()) continue;
    const auto found = old.find(model::text_or_empty(task.id));
    if (found == old.end()) {
      drift.added.push_back(drifted(task));
      const auto back = gone.find(model::text_or_empty(task.id));
      if (back != gone.end() && back->second->description.value != task.description.value) {
        drift.reworded.push_back({drifted(task), back->second->description.value});
      }
      if (task.is_checked()) drift.checked.push_back({drifted(task), true});
      continue;
    }
    const model::Task& was = *found->second;
    stayed.push_back(&task);
    places.push_back(was.index.value);
    if (was.description.value != task.description.value) {
      drift.reworded.push_back({drifted(task), was.description.value});
    }
    if (was.is_checked() != task.is_checked()) {
      drift.checked.push_back({drifted(task), task.is_checked()});
    }
  }
  for (const std::size_t at : moved_places(stayed, places)) {
    drift.moved.push_back({drifted(*stayed[at]), places[at]});
  }
  for (const model::Task& task : before.tasks) {
    if (task.is_removed() || now.contains(model::text_or_empty(task.id))) continue;
    drift.removed.push_back(drifted(task));
    const auto left = left_over.find(model::text_or_empty(task.id));
    if (left != left_over.end() && left->second->claim)
      drift.removed.back().claimed_by = left->second->claim->by.value;
  }
  return drift;
}

}  // namespace claudestep::plan
