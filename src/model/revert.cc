#include "model/revert.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "model/derive.h"
#include "model/events_parts.h"

namespace claudestep::model {
namespace {

std::string id_of(const Task& task) {
  return text_or_empty(task.id);
}
std::int64_t number_of(const PullRequest& pr) {
  return pr.number.value;
}

template <typename Records, typename Key, typename KeyOf>
auto find_record(Records& records, const Key& key, const KeyOf& key_of_record) {
  return std::find_if(records.begin(), records.end(),
                      [&](const auto& record) { return key_of_record(record) == key; });
}

// Takes one value back. False when a later change gave it a third one.
template <typename T>
[[nodiscard]] bool take_back(const T& before, const T& after, T& current) {
  if (before == after || current == before) return true;
  if (!(current == after)) return false;
  current = before;
  return true;
}

// Puts `record` of `old` into `records` after the nearest record that stood before it.
template <typename Record, typename KeyOf>
void put_back(const std::vector<Record>& old, const Record& record, std::vector<Record>& records,
              const KeyOf& key_of_record) {
  auto place = records.begin();
  for (const Record& earlier : old) {
    if (&earlier == &record) break;
    const auto found = find_record(records, key_of_record(earlier), key_of_record);
    if (found != records.end()) place = std::next(found);
  }
  records.insert(place, record);
}

// Takes a list of records back. `same` says whether a record is still as the other one; `members`
// takes the members of a record that stays back; `in_the_way` is told of one that a later change
// touched.
template <typename Record, typename KeyOf, typename Same, typename Members, typename InTheWay>
void take_back_records(const std::vector<Record>& before, const std::vector<Record>& after,
                       std::vector<Record>& current, const KeyOf& key, const Same& same,
                       const Members& members, const InTheWay& in_the_way) {
  for (const Record& record : after) {
    const auto old = find_record(before, key(record), key);
    const auto now = find_record(current, key(record), key);
    if (old == before.end()) {
      if (now == current.end()) continue;
      if (same(record, *now)) {
        current.erase(now);
      } else {
        in_the_way(record);
      }
    } else if (now != current.end()) {
      members(*old, record, *now);
    } else if (!same(*old, record)) {
      in_the_way(record);
    }
  }
  for (const Record& record : before) {
    if (find_record(after, key(record), key) != after.end()) continue;
    const auto now = find_record(current, key(record), key);
    if (now == current.end()) {
      put_back(before, record, current, key);
    } else if (!same(record, *now)) {
      in_the_way(record);
    }
  }
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
      }
    }
    return obstacles_.empty();
  }

  // --- members of the project ---

  void take_back_project() {
    if (!take_back(before_.name, after_.name, project_.name)) {
      obstruct_project(EventKind::kProjectRenamed, "the project was renamed later");
    }
    if (!take_back(before_.former_names, after_.former_names, project_.former_names)) {
      obstruct_project(EventKind::kOther, "former_names was changed later");
    }
    if (!take_back(before_.plan, after_.plan, project_.plan)) {
      obstruct_project(EventKind::kPlanSet, "the plan was set later");
    }
    if (!take_back(before_.created_at, after_.created_at, project_.created_at) ||
        !take_back_extra(before_.extra, after_.extra, project_.extra)) {
      obstruct_project(EventKind::kOther, "members of the project were changed later");
    }
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
    place_tasks();
  }

  void take_back_task(const Task& old, const Task& done, Task& now) {
    const auto must = [&](bool taken, EventKind kind, std::string_view what) {
      if (!taken) obstruct_task(done, kind, what);
    };
    must(take_back(old.description, done.description, now.description), EventKind::kTaskEdited,
         "was reworded later");
    must(take_back(old.checked, done.checked, now.checked), EventKind::kOther, "was ticked later");
    must(take_back(old.removed, done.removed, now.removed), EventKind::kOther,
         "came or went later");
    must(take_back(old.claim, done.claim, now.claim), EventKind::kOther, "was claimed later");
    bool others = take_back(old.depends_on, done.depends_on, now.depends_on);
    others = take_back(old.placeholder, done.placeholder, now.placeholder) && others;
    others = take_back(old.source, done.source, now.source) && others;
    others = take_back_extra(old.extra, done.extra, now.extra) && others;
    must(others, EventKind::kOther, "was changed later");
  }

  // --- places of tasks ---

  [[nodiscard]] static const Task* find(const Project& project, const Task& task) {
    return find_task_by_id(project, id_of(task));
  }
  // Whether the step left the task where it is, but perhaps for its index.
  [[nodiscard]] bool is_of_step(const Task& task) const {
    return find(before_, task) != nullptr && find(after_, task) != nullptr;
  }

  // The tasks of the step get their old indices where nobody moved them since; where others pushed
  // them, gaps close and open as the step's tasks go and come.
  void place_tasks() {
    bool moved_later = false;
    for (const Task& task : project_.tasks) {
      const Task* now = find(current_, task);
      if (now != nullptr && is_of_step(task) && now->index != find(after_, task)->index) {
        moved_later = true;
      }
    }
    if (!moved_later) {
      for (Task& task : project_.tasks) {
        const Task* old = find(before_, task);
        if (old != nullptr && task.index != old->index) task.index = old->index;
      }
      place_later_tasks();
    } else if (step_kept_order()) {
      close_gaps();
      open_gaps();
    } else {
      refuse_moved_tasks();
    }
  }

  [[nodiscard]] bool step_kept_order() const {
    std::vector<std::pair<std::int64_t, std::int64_t>> places;
    for (const Task& task : before_.tasks) {
      const Task* done = find(after_, task);
      if (done != nullptr) places.emplace_back(task.index.value, done->index.value);
    }
    std::sort(places.begin(), places.end());
    return std::is_sorted(places.begin(), places.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; });
  }

  // How many of the tasks that go stand before `place`.
  [[nodiscard]] std::int64_t going_before(std::int64_t place) const {
    return std::count_if(current_.tasks.begin(), current_.tasks.end(), [&](const Task& task) {
      return task.index.value < place && find(project_, task) == nullptr;
    });
  }

  // Tasks that came after the step keep their place among the others.
  void place_later_tasks() {
    std::set<std::int64_t> taken;
    for (const Task& task : project_.tasks) {
      if (find(after_, task) != nullptr || find(before_, task) != nullptr) {
        taken.insert(task.index.value);
      }
    }
    for (Task& task : project_.tasks) {
      if (find(after_, task) != nullptr || find(before_, task) != nullptr) continue;
      std::int64_t index = task.index.value - going_before(task.index.value);
      while (!taken.insert(index).second) ++index;
      if (index != task.index.value) task.index = index;
    }
  }

  void close_gaps() {
    for (Task& task : project_.tasks) {
      if (find(current_, task) == nullptr) continue;
      const std::int64_t going = going_before(task.index.value);
      if (going != 0) task.index = task.index.value - going;
    }
  }

  void open_gaps() {
    for (std::size_t at = 0; at < project_.tasks.size(); ++at) {
      if (find(current_, project_.tasks[at]) != nullptr) continue;
      std::int64_t place = 1;
      for (std::size_t ahead = 0; ahead < at; ++ahead) {
        place = std::max(place, project_.tasks[ahead].index.value + 1);
      }
      for (Task& other : project_.tasks) {
        if (other.index.value >= place) other.index = other.index.value + 1;
      }
      project_.tasks[at].index = place;
    }
  }

  void refuse_moved_tasks() {
    for (const Task& task : project_.tasks) {
      const Task* now = find(current_, task);
      if (now == nullptr || !is_of_step(task)) continue;
      const Integer& done = find(after_, task)->index;
      if (find(before_, task)->index != done && now->index != done) {
        obstruct_task(task, EventKind::kTaskMoved, "was moved later");
      }
    }
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

  // Says of a pull request that came or went by the step what was done to it later.
  void obstruct_touched_pr(const PullRequest& pr) {
    const auto now = find_record(current_.pull_requests, number_of(pr), number_of);
    if (now == current_.pull_requests.end()) {
      obstruct_pr(number_of(pr), EventKind::kPrRemoved, "was removed later");
    } else if (now->state != pr.state) {
      obstruct_pr(number_of(pr), EventKind::kPrState,
                  fmt::format("is {} since", to_string(now->state)));
    } else if (now->ai_operations != pr.ai_operations) {
      obstruct_pr(number_of(pr), EventKind::kCost, "has other AI operations since");
    } else {
      obstruct_pr(number_of(pr), EventKind::kOther, "was changed later");
    }
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
    take_back_records(
        old.ai_operations, done.ai_operations, now.ai_operations,
        [](const AiOperation& operation) { return key_of(operation); },
        std::equal_to<AiOperation>(),
        [&](const AiOperation& was, const AiOperation& became, AiOperation& is) {
          must(take_back(was, became, is), EventKind::kCost, "has other AI operations since");
        },
        [&](const AiOperation&) {
          must(false, EventKind::kCost, "has other AI operations since");
        });
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
  return Reverter(before, after, current).run();
}

}  // namespace claudestep::model
