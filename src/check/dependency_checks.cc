// The rules about what tasks wait for.
#include <algorithm>
#include <cstddef>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/record_checks.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestCircle = 8;  // tasks that a message shows

using Edges = std::vector<std::vector<std::size_t>>;

// The strongly connected component of each node (Tarjan's algorithm with a stack of its own, so
// that a long chain of tasks is no deep recursion).
class Components {
 public:
  explicit Components(const Edges& needs)
      : needs_(needs), order_(needs.size(), kNone), low_(needs.size()), of_(needs.size(), kNone) {
    for (std::size_t node = 0; node < needs_.size(); ++node) {
      if (order_[node] == kNone) visit(node);
    }
  }

  [[nodiscard]] std::size_t of(std::size_t node) const { return of_[node]; }

 private:
  void visit(std::size_t start) {
    std::vector<std::pair<std::size_t, std::size_t>> path;  // node, next edge
    enter(start, path);
    while (!path.empty()) {
      const std::size_t node = path.back().first;
      if (path.back().second < needs_[node].size()) {
        const std::size_t next = needs_[node][path.back().second++];
        if (order_[next] == kNone) {
          enter(next, path);
        } else if (of_[next] == kNone) {
          low_[node] = std::min(low_[node], order_[next]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low_[path.back().first] = std::min(low_[path.back().first], low_[node]);
      if (low_[node] == order_[node]) close(node);
    }
  }

  void enter(std::size_t node, std::vector<std::pair<std::size_t, std::size_t>>& path) {
    order_[node] = low_[node] = entered_++;
    open_.push_back(node);
    path.emplace_back(node, 0);
  }

  void close(std::size_t node) {
    std::size_t member = kNone;
    do {
      member = open_.back();
      open_.pop_back();
      of_[member] = components_;
    } while (member != node);
    ++components_;
  }

  const Edges& needs_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> low_;
  std::vector<std::size_t> of_;
  std::vector<std::size_t> open_;
  std::size_t entered_ = 0;
  std::size_t components_ = 0;
};

// The shortest way from `start` along `needs` back to it inside its component; empty when there is
// none.
std::vector<std::size_t> circle_from(std::size_t start, const Edges& needs,
                                     const Components& components) {
  std::unordered_map<std::size_t, std::size_t> came_from;
  std::deque<std::size_t> queue{start};
  while (!queue.empty()) {
    const std::size_t node = queue.front();
    queue.pop_front();
    for (const std::size_t next : needs[node]) {
      if (components.of(next) != components.of(start)) continue;
      if (next == start) {
        std::vector<std::size_t> circle{start};
        for (std::size_t at = node; at != start; at = came_from.at(at)) circle.push_back(at);
        circle.push_back(start);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (came_from.emplace(next, node).second) queue.push_back(next);
    }
  }
  return {};
}

std::string show(const std::vector<std::size_t>& circle, const model::Project& project) {
  std::string text;
  for (std::size_t at = 0; at < circle.size(); ++at) {
    if (at == kLongestCircle && at + 1 < circle.size()) {
      text += " -> ... -> " + std::to_string(project.tasks[circle.back()].index.value);
      break;
    }
    text += (at == 0 ? "" : " -> ") + std::to_string(project.tasks[circle[at]].index.value);
  }
  return text;
}

// Where `depends_on` of the task at `place` names the task `id`.
Spot entry_of(const Records& records, std::size_t place, std::size_t item) {
  Spot list = records.outline.task(records.stored, place).member("depends_on");
  if (item < list.value->items.size()) {
    return {&list.value->items[item], list.path + "[" + std::to_string(item) + "]"};
  }
  return list;
}

void check_circles(const Records& records, const Edges& needs) {
  const Components components(needs);
  std::vector<bool> told(needs.size());  // by component
  for (std::size_t place = 0; place < needs.size(); ++place) {
    if (told[components.of(place)]) continue;
    const auto circle = circle_from(place, needs, components);
    if (circle.empty()) continue;
    told[components.of(place)] = true;
    const std::string& next = records.settled.tasks[circle[1]].id->value;
    const auto& list = *records.stored.tasks[place].depends_on;
    const auto item = std::find_if(list.begin(), list.end(),
                                   [&](const model::Text& id) { return id.value == next; });
    records.add("task/dependency-cycle",
                entry_of(records, place, static_cast<std::size_t>(item - list.begin())),
                "tasks wait for each other: " + show(circle, records.stored));
  }
}

}  // namespace

void check_dependencies(const Records& records) {
  std::unordered_map<std::string_view, std::size_t> place_of;
  const auto& tasks = records.settled.tasks;
  for (std::size_t at = 0; at < tasks.size(); ++at) place_of.emplace(tasks[at].id->value, at);
  Edges needs(tasks.size());
  for (std::size_t at = 0; at < tasks.size(); ++at) {
    if (!tasks[at].depends_on) continue;
    const auto& list = *tasks[at].depends_on;
    for (std::size_t item = 0; item < list.size(); ++item) {
      const auto place = place_of.find(list[item].value);
      if (place != place_of.end()) {
        needs[at].push_back(place->second);
        continue;
      }
      records.add("task/unknown-dependency", entry_of(records, at, item),
                  task_label(tasks[at]) + " waits for " + quoted(list[item].value, 40) +
                      ", which no task has as its id");
    }
  }
  check_circles(records, needs);
}

}  // namespace claudestep::check
