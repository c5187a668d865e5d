// set-plan: a plan's tasks become the project's, each existing one keeping its id and its history.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/derive_parts.h"
#include "model/operation_parts.h"
#include "model/text_match.h"

namespace claudestep::model {
namespace {

Status check_plan(const SetPlan& op, std::string_view cannot) {
  CS_TRY(check_word(cannot, "the path", op.path));
  CS_TRY(check_word(cannot, "the kind", op.kind));
  for (const PlannedTask& planned : op.tasks) {
    CS_TRY(check_description(cannot, planned.description));
  }
  return {};
}

Result<Matches> match_by_id(const Project& project, const SetPlan& op, std::string_view cannot) {
  std::unordered_map<std::string_view, std::size_t> place_of;
  for (std::size_t at = 0; at < project.tasks.size(); ++at) {
    place_of.emplace(project.tasks[at].id->value, at);
  }
  Matches matches(op.tasks.size());
  std::unordered_set<std::string_view> listed;
  for (std::size_t at = 0; at < op.tasks.size(); ++at) {
    const auto& id = op.tasks[at].id;
    if (!id) continue;
    const auto place = place_of.find(*id);
    if (place == place_of.end()) return fail(no_such_task(project, *id));
    if (!listed.insert(*id).second) {
      return refuse(ErrorCode::kInvalidInput, cannot,
                    fmt::format("task {} is listed twice", quoted(*id)),
                    "list each task once; leave the id out for a new one");
    }
    matches[at] = place->second;
  }
  return matches;
}

void set_dependencies(Task& task, std::vector<Text> ids) {
  const bool same = task.depends_on ? *task.depends_on == ids : ids.empty();
  if (same) return;
  if (ids.empty()) {
    task.depends_on.reset();
  } else {
    task.depends_on = std::move(ids);
  }
}

// A box counts where it says something new. That it is empty is no news to a project's first plan,
// nor that it is not what somebody has done by hand since.
void tick(Task& task, bool box, bool is_first) {
  const bool agrees = task.is_checked() == box;
  const bool is_kept = !agrees && (task.is_by_hand() || (is_first && !box));
  if (!agrees && !is_kept) set_flag(task.checked, box);
  if (task.is_by_hand() != is_kept) set_flag(task.by_hand, is_kept);
}

// What the plan says of a task, but for its dependencies.
void take_over(Task& task, const PlannedTask& planned, std::int64_t index, bool is_first) {
  if (task.index.value != index) task.index = index;
  if (task.description.value != planned.description) task.description = planned.description;
  if (task.is_placeholder()) task.placeholder.reset();
  if (task.is_removed()) task.removed.reset();
  if (planned.source && task.source != Opt<Source>(*planned.source)) task.source = *planned.source;
  if (planned.checked) tick(task, *planned.checked, is_first);
}

// The tasks that the plan no longer has but pull requests are tied to, or somebody who will open
// one, after the last one of the plan.
std::vector<Task> left_over(const Project& project, const Matches& matches, Instant now) {
  std::unordered_set<std::string_view> tied;
  for (const PullRequest& pr : project.pull_requests) {
    if (pr.task_id) tied.insert(pr.task_id->value);
  }
  std::vector<bool> listed(project.tasks.size());
  for (const auto& match : matches) {
    if (match) listed[*match] = true;
  }
  std::vector<Task> left;
  for (std::size_t at = 0; at < project.tasks.size(); ++at) {
    const Task& task = project.tasks[at];
    const bool is_claimed = task.claim && now < task.claim->expires.value.instant();
    if (!listed[at] && (is_claimed || tied.contains(task.id->value))) left.push_back(task);
  }
  std::stable_sort(left.begin(), left.end(),
                   [](const Task& a, const Task& b) { return a.index < b.index; });
  auto index = static_cast<std::int64_t>(matches.size());
  for (Task& task : left) {
    if (task.index.value != ++index) task.index = index;
    if (!task.is_removed()) task.removed = true;
  }
  return left;
}

// Forgets dependencies on tasks that are no more.
void prune_dependencies(std::vector<Task>& tasks, std::size_t first) {
  std::unordered_set<std::string_view> ids;
  for (const Task& task : tasks) ids.insert(task.id->value);
  for (std::size_t at = first; at < tasks.size(); ++at) {
    if (!tasks[at].depends_on) continue;
    std::vector<Text> kept = *tasks[at].depends_on;
    std::erase_if(kept, [&](const Text& id) { return !ids.contains(id.value); });
    set_dependencies(tasks[at], std::move(kept));
  }
}

// A task of the plan as another's `depends_on` names it: its place from 1, or its id.
std::optional<std::size_t> place_in_plan(const std::vector<Task>& tasks, std::size_t planned,
                                         const std::string& word) {
  const bool digits = !word.empty() && word.front() != '0' && word.size() < 10 &&
                      word.find_first_not_of("0123456789") == std::string::npos;
  if (digits) {
    const std::size_t place = std::stoul(word);
    if (place <= planned) return place - 1;
  }
  for (std::size_t at = 0; at < planned; ++at) {
    if (tasks[at].id->value == word) return at;
  }
  return std::nullopt;
}

using Edges = std::vector<std::vector<std::size_t>>;

// A walk along `needs` that comes back to where it began, or nothing when there is none.
std::vector<std::size_t> find_cycle(const Edges& needs) {
  enum class Mark : std::uint8_t { kNew, kOnPath, kDone };
  std::vector<Mark> marks(needs.size(), Mark::kNew);
  for (std::size_t start = 0; start < needs.size(); ++start) {
    if (marks[start] != Mark::kNew) continue;
    std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};  // task, next edge
    marks[start] = Mark::kOnPath;
    while (!path.empty()) {
      auto& [task, edge] = path.back();
      if (edge == needs[task].size()) {
        marks[task] = Mark::kDone;
        path.pop_back();
        continue;
      }
      const std::size_t next = needs[task][edge++];
      if (marks[next] == Mark::kNew) {
        marks[next] = Mark::kOnPath;
        path.emplace_back(next, 0);
      } else if (marks[next] == Mark::kOnPath) {
        std::vector<std::size_t> cycle;
        cycle.reserve(path.size() + 1);
        for (const auto& [on_path, unused] : path) cycle.push_back(on_path);
        cycle.erase(cycle.begin(), std::find(cycle.begin(), cycle.end(), next));
        cycle.push_back(next);
        return cycle;
      }
    }
  }
  return {};
}

Status check_acyclic(const Edges& needs, std::string_view cannot) {
  const auto cycle = find_cycle(needs);
  if (cycle.empty()) return {};
  std::string walk;
  for (const std::size_t place : cycle) {
    walk += fmt::format("{}{}", walk.empty() ? "task " : " -> ", place + 1);
  }
  return refuse(ErrorCode::kInvalidInput, cannot,
                fmt::format("its tasks wait for each other: {}", walk),
                "take one of these dependencies out of the plan");
}

Status resolve_dependencies(std::vector<Task>& tasks, const SetPlan& op, std::string_view cannot) {
  Edges needs(op.tasks.size());
  for (std::size_t at = 0; at < op.tasks.size(); ++at) {
    for (const std::string& word : op.tasks[at].depends_on) {
      const auto place = place_in_plan(tasks, op.tasks.size(), word);
      if (!place) {
        return refuse(
            ErrorCode::kNotFound, cannot,
            fmt::format("task {} depends on {}, which is not in it", at + 1, quoted(word)),
            "name a task of the plan by its place in it or by its id");
      }
      auto& places = needs[at];
      if (std::find(places.begin(), places.end(), *place) == places.end()) places.push_back(*place);
    }
  }
  CS_TRY(check_acyclic(needs, cannot));
  for (std::size_t at = 0; at < needs.size(); ++at) {
    std::vector<Text> ids;
    ids.reserve(needs[at].size());
    for (const std::size_t place : needs[at]) ids.emplace_back(tasks[place].id->value);
    set_dependencies(tasks[at], std::move(ids));
  }
  return {};
}

// The project's tasks after the plan: its own in its order, then those it no longer has.
Result<std::vector<Task>> planned_tasks(const Project& project, const SetPlan& op, Instant now,
                                        std::string_view cannot) {
  CS_ASSIGN(Matches matches, match_by_id(project, op, cannot));
  std::vector<std::string> texts;
  texts.reserve(op.tasks.size());
  for (const PlannedTask& planned : op.tasks) texts.push_back(planned.description);
  match_by_text(project, texts, matches);
  std::vector<Task> tasks;
  tasks.reserve(op.tasks.size());
  for (std::size_t at = 0; at < op.tasks.size(); ++at) {
    tasks.push_back(matches[at] ? project.tasks[*matches[at]] : Task());
    take_over(tasks.back(), op.tasks[at], static_cast<std::int64_t>(at) + 1, !project.plan);
  }
  for (Task& task : left_over(project, matches, now)) tasks.push_back(std::move(task));
  give_ids(tasks);
  CS_TRY(resolve_dependencies(tasks, op, cannot));
  prune_dependencies(tasks, op.tasks.size());
  return tasks;
}

}  // namespace

Status apply_to(Branch& branch, const SetPlan& op, Instant now) {
  const std::string cannot = fmt::format("set the plan of {}", quoted(op.project));
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_TRY(check_plan(op, cannot));
  CS_ASSIGN(std::vector<Task> tasks, planned_tasks(*project, op, now, cannot));

  PlanRef plan = project->plan ? *project->plan : PlanRef();
  if (text_or_empty(plan.path) != op.path) plan.path = Text(op.path);
  if (text_or_empty(plan.kind) != op.kind) plan.kind = Text(op.kind);
  if (project->plan == Opt<PlanRef>(plan) && project->tasks == tasks) return {};
  project->plan = std::move(plan);
  project->tasks = std::move(tasks);
  settle(*project);
  touch(branch, *project, now);
  return {};
}

}  // namespace claudestep::model
