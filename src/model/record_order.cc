#include "model/record_order.h"

#include <algorithm>

#include "model/derive_parts.h"

namespace claudestep::model {

void sort_records(Project& project) {
  std::stable_sort(project.tasks.begin(), project.tasks.end(),
                   [](const Task& a, const Task& b) { return a.index < b.index; });
  std::stable_sort(project.pull_requests.begin(), project.pull_requests.end(),
                   [](const PullRequest& a, const PullRequest& b) { return comes_after(b, a); });
}

Project in_order(Project project) {
  sort_records(project);
  return project;
}

}  // namespace claudestep::model
