// The rules about what tasks wait for.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/circles.h"
#include "check/record_checks.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestCircle = 8;  // tasks that a message shows

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
  for (const auto& circle : circles(needs)) {
    const std::size_t place = circle.front();
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
