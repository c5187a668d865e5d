#include "query/project_page.h"

#include <algorithm>
#include <utility>

namespace claudestep::query {

ProjectPage project_page(const model::Project& project, ProjectRow row, Instant now,
                         const PrScope& scope) {
  ProjectPage page;
  page.row = std::move(row);
  page.tasks = task_rows(project, {}, now);
  page.pull_requests = pr_rows(project, {{}, scope, false}, now);
  page.removed_tasks = static_cast<std::size_t>(
      std::count_if(project.tasks.begin(), project.tasks.end(),
                    [](const model::Task& task) { return task.is_removed(); }));
  if (project.plan && project.plan->path) page.plan_path = project.plan->path->value;
  if (project.former_names) {
    for (const model::Text& name : *project.former_names) page.former_names.push_back(name.value);
  }
  page.dialect = project.dialect;
  return page;
}

}  // namespace claudestep::query
