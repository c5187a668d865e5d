#include "model/revert.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/events_parts.h"
#include "model/revert_records.h"

namespace claudestep::model {
namespace {

// `before` with the ids that `after` gives its tasks, where a file without ids of its own gave a
// task another one because its text changed.
Project with_ids_of(const Project& before, const Project& after) {
  std::map<std::string, std::string> ids;
  for (const TaskPair& pair : pair_tasks(before, after)) {
    if (pair.before == nullptr || pair.after == nullptr) continue;
    if (id_of(*pair.before) != id_of(*pair.after)) ids[id_of(*pair.before)] = id_of(*pair.after);
  }
  Project same = before;
  const auto adopt = [&ids](Text& id) {
    if (const auto found = ids.find(id.value); found != ids.end()) id = Text(found->second);
  };
  for (Task& task : same.tasks) {
    if (task.id) adopt(*task.id);
    if (!task.depends_on) continue;
    for (Text& id : *task.depends_on) adopt(id);
  }
  for (PullRequest& pr : same.pull_requests) {
    if (pr.task_id) adopt(*pr.task_id);
  }
  return same;
}

class Reverter {
 public:
  Reverter(const Project& before, const Project& after, const Project& current)
      : before_(before), after_(after), current_(current), project_(current) {}

  Reverted run() && {
    if (check_unique()) {
      take_back_project();
      take_back_tasks();
      take_back_prs();
      check_ties();
      settle(project_);
    }
    return {std::move(project_), std::move(obstacles_)};
  }

 private:
  // --- obstacles ---

  void obstruct(Obstacle obstacle) {
    if (std::find(obstacles_.begin(), obstacles_.end(), obstacle) == obstacles_.end()) {
      obstacles_.push_back(std::move(obstacle));
    }
  }
  void obstruct_project(EventKind kind, std::string text) {
    obstruct({kind, {}, std::nullopt, std::move(text)});
  }
  void obstruct_task(const Task& task, EventKind kind, std::string_view what) {
    const auto now = find_record(current_.tasks, id_of(task), id_of);
    const Task& shown = now == current_.tasks.end() ? task : *now;
    obstruct({kind, id_of(task), std::nullopt, fmt::format("task {} {}", shown.index.value, what)});
  }
  void obstruct_pr(std::int64_t number, EventKind kind, std::string_view what) {
    obstruct({kind, {}, number, fmt::format("#{} {}", number, what)});
  }

  // Records are joined by their keys; two of one key could be taken for each other.
  bool check_unique() {
    for (const Project* project : {&before_, &after_, &current_}) {
      std::set<std::string> ids;
      std::set<std::int64_t> numbers;
      for (const Task& task : project->tasks) {
        if (!ids.insert(id_of(task)).second) {
          obstruct_project(EventKind::kOther,
                           fmt::format("task {} is recorded twice", plain_word(id_of(task))));
        }
      }
      for (const PullRequest& pr : project->pull_requests) {
        if (!numbers.insert(number_of(pr)).second) {
          obstruct_pr(number_of(pr), EventKind::kOther, "is recorded twice");
        }
        std::set<std::string> keys;
        for (const AiOperation& operation : pr.ai_operations) {
          if (keys.insert(key_of(operation)).second) continue;
          obstruct_pr(number_of(pr), EventKind::kOther, "has an AI operation twice");
        }
      }
    }
    return obstacles_.empty();
  }

  // --- members of the project ---

  void take_back_project() {
    if (!take_back(before_.name, after_.name, project_.name)) {
      obstruct_project(EventKind::kProjectRenamed,
                       fmt::format("the project is {} by now", quoted(current_.name.value)));
    }
    take_back_former_names();
    if (!take_back(before_.plan, after_.plan, project_.plan)) {
      obstruct_project(EventKind::kPlanSet, "the plan was set later");
    }
    if (!take_back(before_.created_at, after_.created_at, project_.created_at) ||
        !take_back_extra(before_.extra, after_.extra, project_.extra)) {
      obstruct_project(EventKind::kOther, "members of the project were changed later");
    }
  }

  // Of names that others gave it as well, as in a merge, those of the step alone.
  void take_back_former_names() {
    if (take_back(before_.former_names, after_.former_names, project_.former_names)) return;
    const std::vector<Text> none;
    const auto& was = before_.former_names ? *before_.former_names : none;
    const auto& became = after_.former_names ? *after_.former_names : none;
    std::vector<Text> names = project_.former_names ? *project_.former_names : none;
    const auto has = [](const std::vector<Text>& in, const Text& name) {
      return std::find(in.begin(), in.end(), name) != in.end();
    };
    std::erase_if(names, [&](const Text& name) {
      return name == project_.name || (has(became, name) && !has(was, name));
    });
    for (const Text& name : was) {
      if (!has(became, name) && !has(names, name)) names.push_back(name);
    }
    project_.former_names = std::move(names);
  }

  [[nodiscard]] static bool take_back_extra(const Extra& before, const Extra& after,
                                            Extra& current) {
    bool clear = true;
    const auto key = [](const ExtraMember& member) { return member.key_token; };
    take_back_records(
        before, after, current, key, std::equal_to<ExtraMember>(),
        [&](const ExtraMember& old, const ExtraMember& done, ExtraMember& now) {
          clear = take_back(old, done, now) && clear;
        },
        [&](const ExtraMember&) { clear = false; });
    return clear;
  }

  // --- tasks ---

  // Place and status follow from the other tasks and the pull requests.
  static bool same_task(const Task& a, const Task& b) {
    Task other = b;
    other.index = a.index;
    other.status = a.status;
    return a == other;
  }

  void take_back_tasks() {
    take_back_records(
        before_.tasks, after_.tasks, project_.tasks, id_of, same_task,
        [&](const Task& old, const Task& done, Task& now) { take_back_task(old, done, now); },
        [&](const Task& task) {
          const bool gone = find_record(current_.tasks, id_of(task), id_of) == current_.tasks.end();
          obstruct_task(task, EventKind::kOther, gone ? "was removed later" : "was changed later");
        });
    for (const std::string& id : place_tasks(before_, after_, current_, project_)) {
      obstruct_task(*find_task_by_id(project_, id), EventKind::kTaskMoved, "was moved later");
    }
  }

  void take_back_task(const Task& old, const Task& done, Task& now) {
    const auto must = [&](bool taken, EventKind kind, std::string_view what) {
      if (!taken) obstruct_task(done, kind, what);
    };
    must(take_back(old.description, done.description, now.description), EventKind::kTaskEdited,
         "was reworded later");
    bool ticks = take_back(old.checked, done.checked, now.checked);
    ticks = take_back(old.by_hand, done.by_hand, now.by_hand) && ticks;
    must(ticks, EventKind::kTaskChecked, "was ticked later");
    must(take_back(old.removed, done.removed, now.removed), EventKind::kTaskAdded,
         "came or went later");
    must(take_back(old.claim, done.claim, now.claim), EventKind::kClaimed, "was claimed later");
    bool others = take_back(old.depends_on, done.depends_on, now.depends_on);
    others = take_back(old.placeholder, done.placeholder, now.placeholder) && others;
    others = take_back(old.source, done.source, now.source) && others;
    others = take_back_extra(old.extra, done.extra, now.extra) && others;
    must(others, EventKind::kOther, "was changed later");
  }

  // --- pull requests ---

  // The index follows from the task.
  static bool same_pr(const PullRequest& a, const PullRequest& b) {
    PullRequest other = b;
    other.task_index = a.task_index;
    return a == other;
  }

  void take_back_prs() {
    take_back_records(
        before_.pull_requests, after_.pull_requests, project_.pull_requests, number_of, same_pr,
        [&](const PullRequest& old, const PullRequest& done, PullRequest& now) {
          take_back_pr(old, done, now);
        },
        [&](const PullRequest& pr) { obstruct_touched_pr(pr); });
  }

  // Says of a pull request that came or went by the step what was done to it later. Whatever that
  // was stands in the way.
  void obstruct_touched_pr(const PullRequest& pr) {
    const auto now = find_record(current_.pull_requests, number_of(pr), number_of);
    std::string what = "was changed later";
    if (now == current_.pull_requests.end()) {
      what = "was removed later";
    } else if (now->state != pr.state) {
      what = fmt::format("is {} since", to_string(now->state));
    } else if (now->ai_operations != pr.ai_operations) {
      what = "has other AI operations since";
    }
    obstruct_pr(number_of(pr), EventKind::kOther, what);
  }

  void take_back_pr(const PullRequest& old, const PullRequest& done, PullRequest& now) {
    const auto must = [&](bool taken, EventKind kind, std::string_view what) {
      if (!taken) obstruct_pr(number_of(done), kind, what);
    };
    must(take_back_task_of(old, done, now), EventKind::kPrMoved, "was moved later");
    must(take_back_state(old, done, now), EventKind::kPrState,
         fmt::format("is {} since", to_string(now.state)));
    must(take_back(old.reviewer, done.reviewer, now.reviewer), EventKind::kPrAssigned,
         "was assigned later");
    must(take_back(old.title, done.title, now.title), EventKind::kPrRetitled, "was retitled later");
    bool others = take_back(old.branch_name, done.branch_name, now.branch_name);
    others = take_back(old.created_at, done.created_at, now.created_at) && others;
    others = take_back_extra(old.extra, done.extra, now.extra) && others;
    must(others, EventKind::kOther, "was changed later");
    const auto ids = ids_by_run(done.ai_operations);
    const auto later_ids = ids_by_run(now.ai_operations);
    take_back_records(
        with_later_ids(old.ai_operations, ids, later_ids),
        with_later_ids(done.ai_operations, ids, later_ids), now.ai_operations,
        [](const AiOperation& operation) { return key_of(operation); },
        std::equal_to<AiOperation>(),
        [&](const AiOperation& was, const AiOperation& became, AiOperation& is) {
          must(take_back(was, became, is), EventKind::kCost, "has other AI operations since");
        },
        [&](const AiOperation&) {
          must(false, EventKind::kCost, "has other AI operations since");
        });
  }

  // The ids among `operations`, by run.
  static std::map<std::string, Text> ids_by_run(const std::vector<AiOperation>& operations) {
    std::map<std::string, Text> ids;
    for (const AiOperation& operation : operations) {
      if (!operation.operation_id || !has_run_key(operation)) continue;
      ids.emplace(run_key_of(operation), *operation.operation_id);
    }
    return ids;
  }

  // `operations` with the ids that records without one got after the step: by a merge with somebody
  // who recorded the same operation with its id. What got it by the step itself is not among them.
  static std::vector<AiOperation> with_later_ids(std::vector<AiOperation> operations,
                                                 const std::map<std::string, Text>& by_the_step,
                                                 const std::map<std::string, Text>& now) {
    if (now.empty()) return operations;
    for (AiOperation& operation : operations) {
      if (operation.operation_id || !has_run_key(operation)) continue;
      const std::string run = run_key_of(operation);
      const auto id = now.find(run);
      if (id != now.end() && !by_the_step.contains(run)) operation.operation_id = id->second;
    }
    return operations;
  }

  [[nodiscard]] static bool take_back_task_of(const PullRequest& old, const PullRequest& done,
                                              PullRequest& now) {
    const auto tie = [](const PullRequest& pr) {
      const bool by_id = !text_or_empty(pr.task_id).empty();
      return std::pair(text_or_empty(pr.task_id), by_id ? 0 : pr.task_index.value);
    };
    auto is = tie(now);
    if (!take_back(tie(old), tie(done), is)) return false;
    if (is == tie(now)) return true;
    now.task_id = old.task_id;
    now.task_index = old.task_index;
    return true;
  }

  // The state, its times and its commit are one thing.
  [[nodiscard]] static bool take_back_state(const PullRequest& old, const PullRequest& done,
                                            PullRequest& now) {
    const auto state = [](const PullRequest& pr) {
      return std::tuple(pr.state, pr.merged_at, pr.merge_commit, pr.closed_at);
    };
    auto is = state(now);
    if (!take_back(state(old), state(done), is)) return false;
    std::tie(now.state, now.merged_at, now.merge_commit, now.closed_at) = is;
    return true;
  }

  // --- what later work is tied to ---

  void check_ties() {
    for (const PullRequest& pr : project_.pull_requests) {
      const auto now = find_record(current_.pull_requests, number_of(pr), number_of);
      const bool was_tied =
          now == current_.pull_requests.end() || task_of(current_, *now) != nullptr;
      const Task* task = text_or_empty(pr.task_id).empty()
                             ? nullptr
                             : find_task_by_id(project_, pr.task_id->value);
      if (task != nullptr || !was_tied || text_or_empty(pr.task_id).empty()) continue;
      obstruct_pr(number_of(pr), EventKind::kOther,
                  fmt::format("is for task {}", pr.task_index.value));
    }
    for (const Task& task : project_.tasks) {
      if (!task.depends_on) continue;
      for (const Text& id : *task.depends_on) {
        const Task* needed = find_task_by_id(current_, id.value);
        if (needed == nullptr || find_task_by_id(project_, id.value) != nullptr) continue;
        obstruct_task(task, EventKind::kOther,
                      fmt::format("depends on task {}", needed->index.value));
      }
    }
  }

  const Project& before_;
  const Project& after_;
  const Project& current_;
  Project project_;
  std::vector<Obstacle> obstacles_;
};

}  // namespace

Reverted revert(const Project& before, const Project& after, const Project& current) {
  const Project same = with_ids_of(before, after);
  return Reverter(same, after, current).run();
}

}  // namespace claudestep::model
