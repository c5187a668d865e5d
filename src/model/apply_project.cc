// Operations on whole projects.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/derive_parts.h"
#include "model/operation_parts.h"
#include "model/project_name.h"
#include "model/record_order.h"

namespace claudestep::model {
namespace {

// Refuses `name` for a project to be made: illegal, taken, or a letter-case twin of one that is not
// `except`.
Status check_free(Branch& branch, std::string_view cannot, std::string_view name,
                  std::string_view except) {
  if (auto legal = check_project_name(name); !legal) {
    return fail(std::move(legal).error().within(fmt::format("cannot {}", cannot)));
  }
  if (const auto shelf = branch.find(name)) {
    const bool archived = *shelf == Shelf::kArchive;
    return refuse(
        ErrorCode::kAlreadyExists, cannot,
        fmt::format("{} already exists{}", quoted(name), archived ? " in the archive" : ""),
        fmt::format("claudestep {} {}", archived ? "project unarchive" : "show", name));
  }
  if (const auto twin = branch.case_twin(name); twin && *twin != except) {
    return refuse(
        ErrorCode::kAlreadyExists, cannot,
        fmt::format("{} exists, and two names may not differ by letter case alone", quoted(*twin)),
        fmt::format("choose another name, or use {}", quoted(*twin)));
  }
  return {};
}

// A rename that was already done: the old name is gone and the new one remembers it.
bool is_renamed(Branch& branch, const RenameProject& op) {
  if (branch.find(op.project) || !branch.find(op.to)) return false;
  const auto project = branch.get(op.to);
  return project && was_called(**project, op.project);
}

// `former` becomes a former name, each once, and `now` is none.
void remember_name(Project& project, const std::string& former, const std::string& now) {
  const bool known = was_called(project, former);
  if (!project.former_names) project.former_names = std::vector<Text>();
  if (!known) project.former_names->emplace_back(former);
  std::erase_if(*project.former_names, [&](const Text& name) { return name.value == now; });
}

Status put_on_shelf(Branch& branch, const std::string& name, Shelf shelf) {
  const std::string_view verb = shelf == Shelf::kArchive ? "archive" : "unarchive";
  CS_TRY(branch.check_alone(fmt::format("{} {}", verb, quoted(name)), name));
  CS_TRY(branch.get(name));
  if (branch.find(name) != shelf) branch.move(name, shelf);
  return {};
}

// What is archived is out of every report, and so is who has how many pull requests to review.
Status warn_of_open_prs(Branch& branch, const std::string& name) {
  CS_ASSIGN(const Project* project, branch.get(name));
  std::vector<std::int64_t> open;
  for (const PullRequest& pr : project->pull_requests) {
    if (pr.state == PrState::kOpen) open.push_back(pr.number.value);
  }
  if (open.empty()) return {};
  branch.warn(fmt::format("{} is archived with {}: {}", quoted(name),
                          counted(open.size(), "open pull request"), list_prs(open)));
  return {};
}

void add_zone(Time& time) {
  // The spelling of a time that has its zone is not touched.
  if (!time.value.is_zoned()) time = Time(with_zone(time.value));
}

void add_zone(Opt<Time>& time) {
  if (time) add_zone(*time);
}

void add_zones(Project& project) {
  add_zone(project.created_at);
  add_zone(project.last_updated);
  for (Task& task : project.tasks) {
    if (!task.claim) continue;
    add_zone(task.claim->at);
    add_zone(task.claim->expires);
  }
  for (PullRequest& pr : project.pull_requests) {
    add_zone(pr.created_at);
    add_zone(pr.merged_at);
    add_zone(pr.closed_at);
    for (AiOperation& operation : pr.ai_operations) add_zone(operation.created_at);
  }
}

bool is_as_written_by_us(const Project& project) {
  return project.dialect == Dialect::kHybrid && project.schema_version.value == kSchemaVersion &&
         !project.lacks_ids;
}

}  // namespace

Status apply_to(Branch& branch, const CreateProject& op, Instant now) {
  CS_TRY(check_free(branch, fmt::format("create project {}", quoted(op.project)), op.project, ""));
  Project project;
  project.name = op.project;
  project.created_at = Time(Timestamp(now));
  project.last_updated = Time(Timestamp(now));
  branch.put(op.project, Shelf::kProjects, std::move(project));
  return {};
}

Status apply_to(Branch& branch, const RenameProject& op, Instant now) {
  if (is_renamed(branch, op)) return {};
  CS_ASSIGN(auto* project, branch.edit(op.project));
  if (op.to == op.project) return {};
  const std::string cannot = fmt::format("rename {} to {}", quoted(op.project), quoted(op.to));
  CS_TRY(check_free(branch, cannot, op.to, op.project));

  Project renamed = std::move(*project);
  remember_name(renamed, op.project, op.to);
  renamed.name = op.to;
  touch(branch, renamed, now);
  const Shelf shelf = *branch.find(op.project);
  branch.erase(op.project);
  branch.put(op.to, shelf, std::move(renamed));
  return {};
}

Status apply_to(Branch& branch, const ArchiveProject& op, Instant /*now*/) {
  const bool moves = branch.find(op.project) == Shelf::kProjects;
  CS_TRY(put_on_shelf(branch, op.project, Shelf::kArchive));
  return moves ? warn_of_open_prs(branch, op.project) : Status();
}

Status apply_to(Branch& branch, const UnarchiveProject& op, Instant /*now*/) {
  return put_on_shelf(branch, op.project, Shelf::kProjects);
}

Status apply_to(Branch& branch, const DeleteProject& op, Instant /*now*/) {
  // One that cannot be read can still be deleted; get() is asked for its words alone.
  if (!branch.find(op.project)) return fail(branch.get(op.project).error());
  // Else the other one would be the project from then on.
  CS_TRY(branch.check_alone(fmt::format("delete {}", quoted(op.project)), op.project));
  branch.erase(op.project);
  return {};
}

Status apply_to(Branch& branch, const MigrateProject& op, Instant /*now*/) {
  CS_ASSIGN(const Project* project, branch.get(op.project));
  if (is_as_written_by_us(*project)) return {};
  CS_ASSIGN(auto* edited, branch.edit(op.project));
  touch_form(branch, *edited);
  branch.force_rewrite(op.project);
  return {};
}

Status apply_to(Branch& branch, const RepairProject& op, Instant /*now*/) {
  CS_ASSIGN(auto* project, branch.edit(op.project));
  if (!is_as_written_by_us(*project)) touch_form(branch, *project);
  settle(*project);
  add_zones(*project);
  sort_records(*project);
  branch.force_rewrite(op.project);
  return {};
}

}  // namespace claudestep::model
