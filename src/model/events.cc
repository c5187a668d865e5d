#include "model/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "model/derive.h"
#include "model/events_parts.h"

namespace claudestep::model {
namespace {

// "12 tasks, 8 pull requests, $4.20": what a project holds; "" when it is nothing.
std::string contents_of(const Project& project) {
  const Totals totals = totals_of(project, Instant{});
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (totals.tasks > 0) add(counted(static_cast<std::size_t>(totals.tasks), "task"));
  if (totals.pull_requests > 0) {
    add(counted(static_cast<std::size_t>(totals.pull_requests), "pull request"));
  }
  if (totals.ai_operations > 0) add(format_dollars(totals.cost));
  return text;
}

Event about(const Project& project, EventKind kind, std::string phrase) {
  Event event;
  event.kind = kind;
  event.project = project.name.value;
  event.phrase = std::move(phrase);
  return event;
}

Event created(const Snapshot& after) {
  const std::string contents = contents_of(*after.project);
  std::string phrase = contents.empty() ? "created" : "created with " + contents;
  if (after.shelf == Shelf::kArchive) phrase += ", in the archive";
  return about(*after.project, EventKind::kProjectCreated, std::move(phrase));
}

Event deleted(const Project& before) {
  const std::string contents = contents_of(before);
  return about(before, EventKind::kProjectDeleted,
               contents.empty() ? "deleted" : "deleted with " + contents);
}

void tell_place(const Snapshot& before, const Snapshot& after, std::vector<Event>& events) {
  const Project& project = *after.project;
  const std::string& old_name = before.project->name.value;
  if (old_name != project.name.value) {
    Event event =
        about(project, EventKind::kProjectRenamed, "renamed from " + plain_word(old_name));
    event.from = old_name;
    event.to = project.name.value;
    events.push_back(std::move(event));
  }
  if (before.shelf == after.shelf) return;
  const bool archived = after.shelf == Shelf::kArchive;
  events.push_back(archived ? about(project, EventKind::kProjectArchived, "archived")
                            : about(project, EventKind::kProjectUnarchived, "unarchived"));
}

void tell_dialect(const Project& before, const Project& after, std::vector<Event>& events) {
  if (before.dialect == after.dialect) return;
  const bool upgrade = after.dialect == Dialect::kHybrid;
  Event event = about(after, EventKind::kUpgraded,
                      fmt::format("{} from {} to {}", upgrade ? "upgraded" : "put back",
                                  describe(before.dialect), describe(after.dialect)));
  event.from = describe(before.dialect);
  event.to = describe(after.dialect);
  events.push_back(std::move(event));
}

void tell_plan(const Project& before, const Project& after, OtherMembers& others,
               std::vector<Event>& events) {
  if (before.plan == after.plan) return;
  const std::string old_path = before.plan ? text_or_empty(before.plan->path) : "";
  const std::string new_path = after.plan ? text_or_empty(after.plan->path) : "";
  if (old_path == new_path) {
    others.compare("plan", before.plan, after.plan);
    return;
  }
  Event event = about(after, EventKind::kPlanSet,
                      new_path.empty() ? "plan taken away" : "plan set to " + plain_word(new_path));
  if (!old_path.empty()) event.from = old_path;
  if (!new_path.empty()) event.to = new_path;
  events.push_back(std::move(event));
}

void tell_project(const Snapshot& before, const Snapshot& after, std::vector<Event>& events) {
  const Project& old = *before.project;
  const Project& now = *after.project;
  tell_place(before, after, events);
  tell_dialect(old, now, events);
  OtherMembers others;
  tell_plan(old, now, others, events);
  others.compare("schema_version", old.schema_version, now.schema_version);
  others.compare("created_at", old.created_at, now.created_at);
  // A rename leaves the old name there; that is no news of its own.
  if (old.name == now.name) others.compare("former_names", old.former_names, now.former_names);
  others.compare_extra(old.extra, now.extra);
  if (!others.empty()) events.push_back(about(now, EventKind::kOther, others.phrase()));
}

bool is_complete(const Project& project) {
  return state_of(totals_of(project, Instant{})) == ProjectState::kComplete;
}

void tell_completion(const Project& before, const Project& after, std::vector<Event>& events) {
  const bool complete = is_complete(after);
  if (is_complete(before) == complete) return;
  events.push_back(complete
                       ? about(after, EventKind::kProjectCompleted, "complete, every task is done")
                       : about(after, EventKind::kProjectUncompleted, "no longer complete"));
}

// The project first, then its tasks by index, what a task did before what its pull requests did.
void sort_events(std::vector<Event>& events) {
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    const auto place = [](const Event& event) {
      return std::tuple(event.task.has_value() || event.pr_number.has_value(),
                        event.task.value_or(0), std::string_view(event.task_id));
    };
    return place(a) < place(b);
  });
}

}  // namespace

std::vector<Event> events_between(const Snapshot& before, const Snapshot& after) {
  std::vector<Event> events;
  if (before.project == nullptr && after.project == nullptr) return events;
  if (before.project == nullptr) return {created(after)};
  if (after.project == nullptr) return {deleted(*before.project)};
  tell_project(before, after, events);
  tell_tasks(*before.project, *after.project, events);
  tell_prs(*before.project, *after.project, events);
  // What is left has no words of its own: a null instead of nothing, another order of records.
  if (events.empty() && !equal_but_for_last_updated(*before.project, *after.project)) {
    events.push_back(about(*after.project, EventKind::kOther, "changed in details"));
  }
  sort_events(events);
  tell_completion(*before.project, *after.project, events);
  return events;
}

}  // namespace claudestep::model
