// Owns: what a commit that says it takes another one back was to come to, so that it can be held to
// it. Internal to store/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/fsck_facts.h"
#include "store/fsck_trailer.h"
#include "store/project_changes.h"

namespace claudestep::store {

// A project after an undo.
struct UndoneProject {
  std::optional<ProjectEntry> place;  // its blob means nothing; none: it is gone
  Facts facts;
};

class UndoneCommits {
 public:
  // Requires: the repository outlives it.
  explicit UndoneCommits(const git::Repository& repository)
      : repository_(repository), reader_(repository) {}

  // What `undo` makes of the project that was `now` before it: only what the commit that it names
  // did is taken back. As it was, where that commit did nothing that can be taken back from it. An
  // error where that commit is not here, is a merge, or cannot be read.
  [[nodiscard]] Result<UndoneProject> after(const NamedOperation& undo,
                                            const std::optional<ProjectEntry>& now);

 private:
  [[nodiscard]] Status look_up(const std::string& commit);
  [[nodiscard]] Result<model::Project> read(const ProjectEntry& entry);
  [[nodiscard]] const ProjectChange* change_of(const std::string& name,
                                               const std::optional<ProjectEntry>& now);
  [[nodiscard]] bool is_of(const ProjectChange& change, const model::Project& now);
  [[nodiscard]] Result<UndoneProject> as(const ProjectEntry& entry);

  const git::Repository& repository_;
  ProjectReader reader_;
  std::string commit_;  // whose changes are in `changes_`
  std::vector<ProjectChange> changes_;
};

}  // namespace claudestep::store
