// Owns: what stands on the branch at a commit, project by project: where each lies and what it
// says. Internal to store/.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/repository.h"
#include "model/project.h"
#include "model/shelf.h"
#include "store/fsck_facts.h"
#include "store/identity.h"
#include "store/lineages.h"

namespace claudestep::store {

// One content of a project file.
struct Version {
  bool readable = false;
  model::Project project;  // settled
  Identity identity;
  Facts facts;
};

// What one project was before and after. Neither: it cannot be.
struct ProjectStep {
  std::optional<Placed> before;
  std::optional<Placed> after;
};

// How two trees differ: projects by name, and whatever else by path. A folder of the root that is
// not ours is one path.
struct TreeStep {
  git::ObjectId before;  // zero: none
  std::map<std::string, ProjectStep> projects;
  std::map<std::string, std::pair<std::string, std::string>> others;  // ids as hex, "" for absent
  std::set<std::string> twice;  // paths that one of the trees has more than once
};

// Whether an entry of a folder of projects is the file of one.
[[nodiscard]] bool is_project_file(const git::TreeEntry& entry);

class Versions {
 public:
  explicit Versions(const git::Repository& repository) : repository_(repository) {}

  // How `after` differs from `before`; the zero id is no tree.
  [[nodiscard]] Result<TreeStep> step(const git::ObjectId& before,
                                      const git::ObjectId& after) const;

  // The content of `blob`, kept for a while. Never null.
  [[nodiscard]] std::shared_ptr<const Version> read(const git::ObjectId& blob);

  // Where the project is in `tree`; nothing when it is not there.
  [[nodiscard]] Result<std::optional<Placed>> find(const git::ObjectId& tree,
                                                   const std::string& name) const;
  // The same of several names, by name: those that are there.
  [[nodiscard]] Result<std::map<std::string, Placed>> find(
      const git::ObjectId& tree, const std::set<std::string>& names) const;

 private:
  Status add_shelf(model::Shelf shelf, const git::ObjectId& before, const git::ObjectId& after,
                   TreeStep& step) const;

  const git::Repository& repository_;
  std::map<git::ObjectId, std::shared_ptr<const Version>> kept_;
};

}  // namespace claudestep::store
