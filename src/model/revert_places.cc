// Where tasks stand in the plan when a step is taken back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

#include "model/revert_records.h"

namespace claudestep::model {
namespace {

class Places {
 public:
  Places(const Project& before, const Project& after, const Project& current, Project& project)
      : before_(before), after_(after), current_(current), project_(project) {}

  std::vector<std::string> run() {
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
    } else if (is_in_order_of_step()) {
      restore_order();
    } else {
      return moved_twice();
    }
    return {};
  }

 private:
  [[nodiscard]] static const Task* find(const Project& project, const Task& task) {
    return find_task_by_id(project, id_of(task));
  }
  // Whether the step left the task where it is, but perhaps for its index.
  [[nodiscard]] bool is_of_step(const Task& task) const {
    return find(before_, task) != nullptr && find(after_, task) != nullptr;
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

  // Whether nobody changed the order that the step made, but at most put others between; and the
  // tasks are numbered as always.
  [[nodiscard]] bool is_in_order_of_step() const {
    std::set<std::int64_t> numbers;
    std::vector<std::pair<std::int64_t, std::int64_t>> places;
    for (const Task& task : current_.tasks) {
      numbers.insert(task.index.value);
      if (is_of_step(task)) places.emplace_back(task.index.value, find(after_, task)->index.value);
    }
    std::sort(places.begin(), places.end());
    const bool is_rising =
        std::is_sorted(places.begin(), places.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto count = static_cast<std::int64_t>(current_.tasks.size());
    return is_rising && std::ssize(numbers) == count && (count == 0 || *numbers.begin() == 1) &&
           (count == 0 || *numbers.rbegin() == count);
  }

  // The tasks of the step are in their old order at the places that they have together; what comes
  // back follows what it followed.
  void restore_order() {
    const auto old_index = [&](const Task* task) { return find(before_, *task)->index.value; };
    std::vector<Task*> line;
    std::vector<Task*> of_step;
    std::vector<Task*> back;
    for (Task& task : project_.tasks) {
      const bool is_here = find(current_, task) != nullptr;
      (is_here ? line : back).push_back(&task);
      if (is_here && find(before_, task) != nullptr) of_step.push_back(&task);
    }
    const auto by_place = [](const Task* a, const Task* b) { return a->index < b->index; };
    const auto by_old_place = [&](const Task* a, const Task* b) {
      return old_index(a) < old_index(b);
    };
    std::sort(line.begin(), line.end(), by_place);
    std::sort(of_step.begin(), of_step.end(), by_old_place);
    auto next = of_step.begin();
    for (Task*& task : line) {
      if (find(before_, *task) != nullptr) task = *next++;
    }
    std::sort(back.begin(), back.end(), by_old_place);
    for (Task* const task : back) {
      auto place = std::find_if(line.rbegin(), line.rend(), [&](const Task* other) {
        return find(before_, *other) != nullptr && old_index(other) < old_index(task);
      });
      line.insert(place.base(), task);
    }
    for (std::size_t at = 0; at < line.size(); ++at) {
      line[at]->index = static_cast<std::int64_t>(at) + 1;
    }
  }

  [[nodiscard]] std::vector<std::string> moved_twice() const {
    std::vector<std::string> ids;
    for (const Task& task : project_.tasks) {
      const Task* now = find(current_, task);
      if (now == nullptr || !is_of_step(task)) continue;
      const Integer& done = find(after_, task)->index;
      if (find(before_, task)->index != done && now->index != done) {
        ids.push_back(id_of(task));
      }
    }
    return ids;
  }

  const Project& before_;
  const Project& after_;
  const Project& current_;
  Project& project_;
};

}  // namespace

std::vector<std::string> place_tasks(const Project& before, const Project& after,
                                     const Project& current, Project& project) {
  return Places(before, after, current, project).run();
}

}  // namespace claudestep::model
