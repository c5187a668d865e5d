#include "cli/plan_completion.h"

#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/files.h"
#include "cli/sources.h"
#include "plan/match.h"
#include "plan/read.h"

namespace claudestep::cli {
namespace {

Error follows_no_plan(const model::Project& project) {
  return Error{ErrorCode::kNotFound, quoted(project.name.value) + " follows no plan"}.hint(
      "claudestep plan import PLAN --project " + project.name.value);
}

// The file in the work tree, or "" where there is none. The path comes from a file of the branch:
// it must not lead out of the work tree, by links neither.
Result<std::string> file_of(const git::Repository& repository, const std::string& path) {
  const auto root = repository.work_dir() ? real_path(*repository.work_dir()) : std::nullopt;
  if (!root) return std::string();
  const auto real = is_plain_path(path) ? real_path(*root + "/" + path) : std::nullopt;
  if (!real) return std::string();
  if (real->starts_with(*root + "/")) return *real;
  return fail(Error{ErrorCode::kInvalidInput, "cannot use the plan " + quoted(path)}.caused_by(
      "it leads out of the work tree, to " + quoted(*real)));
}

// Which items of the plan are done, by the project. What only seems to be a completed task, as it
// is like one or stands in its place, is not: nobody has said yet that it is the same work.
std::vector<bool> done_of(const model::Project& project, const plan::Plan& plan,
                          std::vector<plan::OtherWords>& reworded) {
  const plan::Matches matches = plan::match(project, plan);
  std::vector<bool> done(plan.items.size(), false);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i]) continue;
    const model::Task& task = project.tasks[*matches[i]];
    if (task.is_removed() || task.status != model::TaskStatus::kCompleted) continue;
    done[i] = plan::is_surely(task, plan, plan.items[i]);
    if (!done[i]) reworded.push_back({i, task.description.value});
  }
  return done;
}

}  // namespace

Result<PlanCompletion> complete_plan(const Context& context, const git::Repository& repository,
                                     const model::Project& project, bool write) {
  if (!project.plan || !project.plan->path) return fail(follows_no_plan(project));
  const std::string& path = project.plan->path->value;
  PlanCompletion completion;
  CS_ASSIGN(completion.file, file_of(repository, path));
  if (write && completion.file.empty()) {
    return fail(Error{ErrorCode::kUnsupported, "there is no file " + quoted(path) + " to write to"}
                    .caused_by("a plan is changed in a work tree that has it")
                    .hint("to make one: git worktree add PATH BRANCH"));
  }
  std::string bytes;
  if (completion.file.empty()) {
    CS_ASSIGN(bytes, read_from_revision(repository, {"HEAD", path}));
  } else {
    CS_ASSIGN(bytes, read_file_or_input(context, completion.file));
  }
  CS_ASSIGN(completion.plan, plan::read_plan(bytes, path));
  const std::vector<bool> done = done_of(project, completion.plan, completion.reworded);
  for (const bool one : done) completion.completed += one ? 1 : 0;
  completion.back.bytes = bytes;
  if (!completion.reworded.empty()) return completion;
  CS_ASSIGN(completion.back, plan::write_back(bytes, completion.plan, done));
  if (!write || completion.back.edits.empty()) return completion;
  CS_TRY(write_file(context, completion.file, completion.back.bytes));
  completion.written = true;
  return completion;
}

}  // namespace claudestep::cli
