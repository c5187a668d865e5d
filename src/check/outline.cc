#include "check/outline.h"

namespace claudestep::check {

Spot Spot::member(std::string_view name) const {
  const Value* found = value->find(name);
  if (found == nullptr) return *this;
  return {found, path.empty() ? std::string(name) : path + "." + std::string(name)};
}

Spot Outline::task(const model::Project& stored, std::size_t place) const {
  if (place < tasks.size()) return tasks[place];
  const auto found = tasks_by_index.find(stored.tasks[place].index.value);
  return found == tasks_by_index.end() ? root.member("total_tasks") : found->second;
}

Spot Outline::pull_request(std::size_t place) const {
  return place < pull_requests.size() ? pull_requests[place].record : root;
}

Spot Outline::operation(std::size_t pr, std::size_t place) const {
  if (pr >= pull_requests.size()) return root;
  const PullRequestSpot& owner = pull_requests[pr];
  return place < owner.operations.size() ? owner.operations[place] : owner.record;
}

}  // namespace claudestep::check
