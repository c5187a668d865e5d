// Two sides may each add a dependency that is sound alone and makes a circle with the other's.
#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "model/merge_parts.h"
#include "model/merge_record.h"

namespace claudestep::model::merging {

namespace {

struct Dependency {
  std::string task;
  std::string on;

  auto operator<=>(const Dependency&) const = default;
};

class Graph {
 public:
  void add(const Dependency& one) { edges_[one.task].push_back(one.on); }

  [[nodiscard]] bool leads(const std::string& from, const std::string& to) const {
    std::vector<const std::string*> waiting = {&from};
    std::unordered_set<std::string_view> seen = {from};
    while (!waiting.empty()) {
      const std::string* at = waiting.back();
      waiting.pop_back();
      if (*at == to) return true;
      const auto found = edges_.find(*at);
      if (found == edges_.end()) continue;
      for (const std::string& next : found->second) {
        if (seen.insert(next).second) waiting.push_back(&next);
      }
    }
    return false;
  }

 private:
  std::unordered_map<std::string, std::vector<std::string>> edges_;
};

std::set<Dependency> dependencies_of(const std::vector<Task>& tasks) {
  std::set<Dependency> found;
  for (const Task& task : tasks) {
    if (!task.depends_on) continue;
    for (const Text& id : *task.depends_on) found.insert({text_or_empty(task.id), id.value});
  }
  return found;
}

// Those that must go so that no circle is left, beside `known`, which have none.
std::set<Dependency> superfluous(const std::set<Dependency>& all,
                                 const std::set<Dependency>& known) {
  Graph graph;
  for (const Dependency& one : all) {
    if (known.contains(one)) graph.add(one);
  }
  std::set<Dependency> cut;
  for (const Dependency& one : all) {
    if (known.contains(one)) continue;
    if (graph.leads(one.on, one.task)) {
      cut.insert(one);
    } else {
      graph.add(one);
    }
  }
  return cut;
}

bool has_circle(const std::set<Dependency>& all) {
  return !superfluous(all, {}).empty();
}

}  // namespace

void cut_circles(const Work& work, std::vector<Task>& tasks) {
  const auto all = dependencies_of(tasks);
  const auto ours = dependencies_of(work.ours.project.tasks);
  const auto theirs = dependencies_of(work.theirs.project.tasks);
  // A circle that a side came with is not ours to cut.
  if (ours == all || theirs == all || !has_circle(all) || has_circle(ours) || has_circle(theirs)) {
    return;
  }
  std::set<Dependency> shared;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::inserter(shared, shared.end()));
  const auto cut = superfluous(all, shared);
  for (Task& task : tasks) {
    if (!task.depends_on) continue;
    const std::string& id = text_or_empty(task.id);
    std::erase_if(*task.depends_on, [&](const Text& on) {
      if (!cut.contains({id, on.value})) return false;
      Notes(work.receipts, receipt_for(TaskKey(id, 0))).add("depends_on", "", on.value);
      return true;
    });
  }
}

}  // namespace claudestep::model::merging
