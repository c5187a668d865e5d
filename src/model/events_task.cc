// What happened to tasks.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "model/derive.h"
#include "model/events_parts.h"
#include "model/longest_rise.h"
#include "model/revert_records.h"

namespace claudestep::model {
namespace {

Event about(const Project& project, const Task& task, EventKind kind, std::string phrase) {
  Event event;
  event.kind = kind;
  event.project = project.name.value;
  event.task = task.index.value;
  event.task_id = id_of(task);
  event.task_text = task.description.value;
  event.phrase = std::move(phrase);
  return event;
}

// The tasks that took another place in the plan. Those that others pushed aside did not.
std::unordered_set<const Task*> moved_tasks(const std::vector<TaskPair>& pairs) {
  std::vector<const TaskPair*> staying;
  bool came_or_went = false;
  for (const TaskPair& pair : pairs) {
    const bool was = pair.before != nullptr && !pair.before->is_removed();
    const bool is = pair.after != nullptr && !pair.after->is_removed();
    if (was && is) staying.push_back(&pair);
    if (was != is) came_or_went = true;
  }
  std::stable_sort(staying.begin(), staying.end(), [](const TaskPair* a, const TaskPair* b) {
    return a->after->index < b->after->index;
  });
  std::vector<std::int64_t> places;
  places.reserve(staying.size());
  for (const TaskPair* pair : staying) places.push_back(pair->before->index.value);
  const auto in_order = longest_rise(places);
  const bool reordered = in_order.size() < staying.size();
  std::unordered_set<const Task*> moved;
  for (std::size_t at = 0; at < staying.size(); ++at) {
    const TaskPair& pair = *staying[at];
    if (pair.before->index == pair.after->index) continue;
    if (reordered ? !in_order.contains(at) : !came_or_went) moved.insert(pair.after);
  }
  return moved;
}

// The ids of tasks for which a pull request opened, or to which one moved.
std::unordered_set<std::string> tasks_with_new_prs(const Project& before, const Project& after) {
  std::unordered_map<std::int64_t, std::string> task_of_known;
  for (const PullRequest& pr : before.pull_requests) {
    task_of_known[pr.number.value] = text_or_empty(pr.task_id);
  }
  std::unordered_set<std::string> tasks;
  for (const PullRequest& pr : after.pull_requests) {
    const auto known = task_of_known.find(pr.number.value);
    const std::string& task = text_or_empty(pr.task_id);
    if (known == task_of_known.end() || known->second != task) tasks.insert(task);
  }
  return tasks;
}

class TaskTeller {
 public:
  TaskTeller(const Project& before, const Project& after, std::vector<Event>& events)
      : project_(after), with_new_prs_(tasks_with_new_prs(before, after)), events_(events) {}

  void added(const Task& task) {
    add(task, EventKind::kTaskAdded, "added " + excerpt(task.description.value), std::nullopt,
        task.description.value);
    tell_checked(Task(), task);
    tell_status(Task(), task);
    tell_claim(Task(), task);
    if (task.is_removed()) add(task, EventKind::kTaskRemoved, "removed from the plan");
  }

  void gone(const Task& task) {
    add(task, EventKind::kTaskRemoved, "removed " + excerpt(task.description.value),
        task.description.value);
  }

  void changed(const Task& before, const Task& after, bool moved) {
    tell_place(before, after, moved);
    tell_text(before, after);
    tell_checked(before, after);
    tell_status(before, after);
    tell_claim(before, after);
    tell_others(before, after);
  }

 private:
  void add(const Task& task, EventKind kind, std::string phrase,
           std::optional<std::string> from = std::nullopt,
           std::optional<std::string> to = std::nullopt) {
    Event event = about(project_, task, kind, std::move(phrase));
    event.from = std::move(from);
    event.to = std::move(to);
    events_.push_back(std::move(event));
  }

  void tell_place(const Task& before, const Task& after, bool moved) {
    if (before.is_removed() && !after.is_removed()) {
      add(after, EventKind::kTaskAdded, "back in the plan", std::nullopt, after.description.value);
    } else if (!before.is_removed() && after.is_removed()) {
      add(after, EventKind::kTaskRemoved, "removed from the plan", before.description.value);
    }
    if (!moved) return;
    add(after, EventKind::kTaskMoved, fmt::format("was task {}", before.index.value),
        std::to_string(before.index.value), std::to_string(after.index.value));
  }

  void tell_text(const Task& before, const Task& after) {
    if (before.description == after.description) return;
    add(after, EventKind::kTaskEdited, "reworded to " + excerpt(after.description.value),
        before.description.value, after.description.value);
  }

  void tell_checked(const Task& before, const Task& after) {
    if (before.is_checked() == after.is_checked()) return;
    add(after, after.is_checked() ? EventKind::kTaskChecked : EventKind::kTaskUnchecked,
        after.is_checked() ? "checked" : "unchecked");
  }

  void tell_status(const Task& before, const Task& after) {
    if (before.status == after.status) return;
    add(after, EventKind::kTaskStatus,
        fmt::format("{} -> {}", to_string(before.status), to_string(after.status)),
        std::string(to_string(before.status)), std::string(to_string(after.status)));
  }

  void tell_claim(const Task& before, const Task& after) {
    if (before.claim == after.claim) return;
    const std::string old_holder = before.claim ? before.claim->by.value : "";
    if (!after.claim) {
      // A claim ends when the pull request that it was for opens.
      if (!before.claim || with_new_prs_.contains(id_of(after))) return;
      add(after, EventKind::kReleased, "claim of " + plain_word(old_holder) + " released",
          old_holder);
      return;
    }
    const Claim& claim = *after.claim;
    const std::string holder = plain_word(claim.by.value);
    if (before.claim && old_holder == claim.by.value) {
      add(after, EventKind::kClaimed, "claimed by " + holder + " anew", old_holder, claim.by.value);
      return;
    }
    std::string phrase = "claimed by " + holder;
    if (!text_or_empty(claim.reviewer).empty()) {
      phrase += " for " + plain_word(claim.reviewer->value);
    }
    add(after, EventKind::kClaimed, std::move(phrase),
        before.claim ? std::optional(old_holder) : std::nullopt, claim.by.value);
  }

  void tell_others(const Task& before, const Task& after) {
    OtherMembers others;
    others.compare("depends_on", before.depends_on, after.depends_on);
    // A rewording takes the mark of a placeholder with it.
    if (before.description == after.description) {
      others.compare("placeholder", before.is_placeholder(), after.is_placeholder());
    }
    // So does a tick with where it came from.
    if (before.is_checked() == after.is_checked()) {
      others.compare("by_hand", before.is_by_hand(), after.is_by_hand());
    }
    others.compare("source", before.source, after.source);
    others.compare_extra(before.extra, after.extra);
    if (!others.empty()) add(after, EventKind::kOther, others.phrase());
  }

  const Project& project_;
  std::unordered_set<std::string> with_new_prs_;
  std::vector<Event>& events_;
};

}  // namespace

std::vector<TaskPair> pair_tasks(const Project& before, const Project& after) {
  std::vector<TaskPair> pairs = pair_records(before.tasks, after.tasks, id_of);
  if (!before.lacks_ids && !after.lacks_ids) return pairs;
  std::unordered_map<std::int64_t, TaskPair*> gone;
  for (TaskPair& pair : pairs) {
    if (pair.after == nullptr) gone.emplace(pair.before->index.value, &pair);
  }
  for (TaskPair& pair : pairs) {
    if (pair.before != nullptr || pair.after == nullptr) continue;
    const auto same_place = gone.find(pair.after->index.value);
    if (same_place == gone.end() || same_place->second->before == nullptr) continue;
    pair.before = same_place->second->before;
    same_place->second->before = nullptr;
  }
  std::erase_if(
      pairs, [](const TaskPair& pair) { return pair.before == nullptr && pair.after == nullptr; });
  return pairs;
}

void tell_tasks(const Project& before, const Project& after, std::vector<Event>& events) {
  const auto pairs = pair_tasks(before, after);
  const auto moved = moved_tasks(pairs);
  TaskTeller teller(before, after, events);
  for (const TaskPair& pair : pairs) {
    if (pair.before == nullptr) {
      teller.added(*pair.after);
    } else if (pair.after == nullptr) {
      teller.gone(*pair.before);
    } else if (!(*pair.before == *pair.after)) {
      teller.changed(*pair.before, *pair.after, moved.contains(pair.after));
    }
  }
}

}  // namespace claudestep::model
