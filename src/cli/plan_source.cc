#include "cli/plan_source.h"

#include <optional>
#include <utility>

#include "base/folder.h"
#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/sources.h"
#include "model/project_name.h"
#include "plan/match.h"
#include "plan/read.h"
#include "query/scan.h"

namespace claudestep::cli {
namespace {

// The path of a file in its repository's work tree, or its name alone when it lies outside. A link
// is known by where it lies, not by what it leads to.
std::string path_in_repository(const Context& context, const git::Repository& repository,
                               std::string_view word) {
  const std::string file = absolute_path(context, word);
  const std::size_t slash = file.rfind('/');
  std::string name = file.substr(slash + 1);
  const auto work_dir = repository.work_dir();
  const auto root = work_dir ? real_path(*work_dir) : std::nullopt;
  const auto folder = real_path(file.substr(0, slash + 1));
  if (!root || !folder) return name;
  const std::string inside = *folder + "/" + name;
  return inside.starts_with(*root + "/") ? inside.substr(root->size() + 1) : name;
}

Result<std::string> project_of_plan(const Arguments& arguments, std::string_view path) {
  if (auto given = arguments.maybe("project")) {
    CS_TRY(model::check_project_name(*given));
    return *std::move(given);
  }
  std::string name = plan::project_for(path);
  if (name.empty() || !model::check_project_name(name)) {
    return fail(Error{ErrorCode::kUsage,
                      "the place of " + quoted(path) + " does not say which project it plans"}
                    .hint("name it with --project P"));
  }
  return name;
}

// The plan's bytes, from the work tree or else from HEAD.
Result<std::string> read_followed(const Context& context, const git::Repository& repository,
                                  const std::string& path) {
  // The path comes from a file of the branch: it must not lead out of the work tree.
  if (const auto root = repository.work_dir(); root && is_plain_path(path)) {
    auto bytes = read_file_or_input(context, *root + "/" + path);
    if (bytes) return bytes;
  }
  return read_from_revision(repository, {"HEAD", path});
}

}  // namespace

Result<plan::Plan> read_plan_at(const Context& context, const git::Repository& repository,
                                std::string_view word) {
  if (const auto revision = revision_path_of(context, word)) {
    CS_TRY(plan::check_plan_path(revision->path));
    CS_ASSIGN(auto bytes, read_from_revision(repository, *revision));
    return plan::read_plan(std::move(bytes), revision->path);
  }
  // Before it is read: what is no plan by its name may have no end.
  CS_TRY(plan::check_plan_path(word));
  CS_ASSIGN(auto bytes, read_file_or_input(context, word));
  return plan::read_plan(std::move(bytes), path_in_repository(context, repository, word));
}

std::vector<model::Operation> create_from_plan(const std::string& project, const plan::Plan& plan) {
  model::Project empty;
  empty.name = project;
  return {model::CreateProject{project}, plan::set_plan_of(empty, plan, plan::match(empty, plan))};
}

Result<std::string> project_followed_by(model::Branch& branch, const PlanSource& source) {
  if (branch.find(source.project)) return source.project;
  const auto now = branch.once_called(source.project);
  if (now.empty()) return source.project;
  for (const std::string& name : now) {
    CS_ASSIGN(const auto* project, branch.get(name));
    if (project->plan && model::text_or_empty(project->plan->path) == source.plan.path) return name;
  }
  return fail(model::no_such_project(source.project, branch.names(), now)
                  .hint("to make a new one: claudestep project create " + source.project));
}

Result<PlanSource> read_plan_source(const Context& context, const Arguments& arguments,
                                    const git::Repository& repository, std::string_view word) {
  const auto revision = revision_path_of(context, word);
  auto project = project_of_plan(
      arguments, revision ? revision->path : path_in_repository(context, repository, word));
  // Of a folder that is not there no place is known.
  const bool is_there = revision || is_on_disk(absolute_path(context, word));
  if (!project && !is_there) CS_TRY(read_plan_at(context, repository, word));
  CS_TRY(project);
  PlanSource source;
  source.project = *std::move(project);
  CS_ASSIGN(source.plan, read_plan_at(context, repository, word));
  return source;
}

Result<plan::Trace> read_trace(const Context& context, const Arguments& arguments,
                               const Reading& reading) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(const auto found, query::read_one(reading.view, name));
  const auto& followed = found.project.plan;
  std::vector<plan::PlanRequirement> requirements;
  if (followed && followed->path && model::text_or_empty(followed->kind) == "feature-spec") {
    auto bytes = read_followed(context, reading.session->repository, followed->path->value);
    auto read = bytes ? plan::read_plan(*std::move(bytes), followed->path->value)
                      : Result<plan::Plan>(fail(bytes.error()));
    if (read) {
      requirements = std::move(read->requirements);
    } else {
      warn(context, "the plan " + quoted(followed->path->value) +
                        " cannot be read; requirements that no task names are not shown");
    }
  }
  return plan::trace_of(found.project, requirements, reading.now);
}

}  // namespace claudestep::cli
