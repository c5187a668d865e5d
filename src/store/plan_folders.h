// Owns: what lies beside the plan of each project in the tree of the base branch: its
// configuration, its plan.
// Leaves to others: which branch that is (store/base_branch.h), what a configuration says (model/).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/configuration.h"
#include "model/project.h"
#include "store/base_branch.h"

namespace claudestep::store {

// The folders of the repository that projects' folders are in: `claudestep.projectsDir` where it is
// set ("" for the whole tree), "claude-step", "claude-chain".
[[nodiscard]] Result<std::vector<std::string>> plan_roots(const git::Repository& repository);

// A file of the base branch.
struct BaseFile {
  std::string path;   // in the tree: "claude-step/auth/spec.md"
  std::string label;  // as messages call it: "main:claude-step/auth/spec.md"
  std::string bytes;
};

// A folder that `claudestep.projectsDir` names and the base branch does not have.
struct MissingFolder {
  std::string folder;  // as it is set
  std::string base;
};

// A project is planned in the folder of its name in `claudestep.projectsDir`, in claude-step/ or in
// claude-chain/: the first that has it.
class PlanFolders {
 public:
  // Without a base there is nothing. kCorrupt when the base's tree cannot be read. Requires: the
  // repository outlives it.
  [[nodiscard]] static Result<PlanFolders> open(const git::Repository& repository,
                                                const std::optional<BaseBranch>& base);

  // The projects that have a folder, each once, sorted.
  [[nodiscard]] const std::vector<std::string>& projects() const { return projects_; }

  // Nothing where the chosen folder is there, or none is chosen, or there is no base.
  [[nodiscard]] const std::optional<MissingFolder>& missing() const { return missing_; }

  // What its configuration.yml, .yaml or .json says; nothing when there is none. kCorrupt with its
  // place for one that cannot be read.
  [[nodiscard]] Result<std::optional<model::Configuration>> configuration(
      std::string_view project) const;
  // The same for a project that may have been renamed: the one beside the plan that it follows,
  // else in the folder of its name, else of a former name, the newest first.
  [[nodiscard]] Result<std::optional<model::Configuration>> configuration(
      const model::Project& project) const;

  // Its spec.yaml, spec.yml, spec.json or spec.md; nothing when there is none.
  [[nodiscard]] Result<std::optional<BaseFile>> plan(std::string_view project) const;

  // The file at a path of the base's tree; nothing when there is none.
  [[nodiscard]] Result<std::optional<BaseFile>> file(std::string_view path) const;

 private:
  explicit PlanFolders(const git::Repository& repository) : repository_(&repository) {}
  [[nodiscard]] Status add_roots();
  [[nodiscard]] Result<bool> add_root(std::string path);  // whether it is there
  [[nodiscard]] static Result<std::optional<model::Configuration>> configuration_in(
      std::optional<BaseFile> found);
  [[nodiscard]] Result<std::optional<BaseFile>> first_of(
      std::string_view project, std::initializer_list<std::string_view> names) const;

  const git::Repository* repository_;
  std::string base_name_;
  std::optional<git::ObjectId> tree_;  // of the base
  std::vector<std::string> roots_;     // of folders of folders that are there, "plans/" or ""
  std::optional<MissingFolder> missing_;
  std::vector<std::string> projects_;
};

}  // namespace claudestep::store
