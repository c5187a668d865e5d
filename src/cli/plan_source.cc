#include "cli/plan_source.h"

#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "cli/sources.h"
#include "model/project_name.h"
#include "plan/read.h"

namespace claudestep::cli {
namespace {

// `path` with every link in it resolved; nothing when it is not there.
std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> found(::realpath(path.c_str(), nullptr), std::free);
  if (!found) return std::nullopt;
  return std::string(found.get());
}

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

}  // namespace

Result<PlanSource> read_plan_source(const Context& context, const Arguments& arguments,
                                    const git::Repository& repository, std::string_view word) {
  std::string path;
  std::string bytes;
  if (const auto revision = revision_path_of(context, word)) {
    path = revision->path;
    CS_ASSIGN(bytes, read_from_revision(repository, *revision));
  } else {
    path = path_in_repository(context, repository, word);
    CS_ASSIGN(bytes, read_file_or_input(context, word));
  }
  PlanSource source;
  CS_ASSIGN(source.project, project_of_plan(arguments, path));
  CS_ASSIGN(source.plan, plan::read_plan(std::move(bytes), path));
  return source;
}

}  // namespace claudestep::cli
