// Owns: which projects differ between two states of the branch, and what happened to each.
// Leaves to others: which states to compare (store/log.h, store/undo.h), the words
// (model/events.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/events.h"
#include "model/project.h"
#include "store/view.h"

namespace claudestep::store {

// The trees of the two folders of projects; zero where there is none.
struct Shelves {
  git::ObjectId projects;
  git::ObjectId archive;

  [[nodiscard]] git::ObjectId of(model::Shelf shelf) const {
    return shelf == model::Shelf::kProjects ? projects : archive;
  }
  bool operator==(const Shelves&) const = default;
};
// Of one that is there twice, as in an old commit that somebody wrote by hand (no view is opened at
// such a one), that of the greater id counts, as where a history is judged (names_once.h).
[[nodiscard]] Result<Shelves> shelves_of(const git::Repository& repository, git::ObjectId tree);

// The entry of a project in one of the folders, projects/ before archive/; nothing when it is in
// neither.
[[nodiscard]] Result<std::optional<ProjectEntry>> find_entry(const git::Repository& repository,
                                                             const Shelves& shelves,
                                                             std::string_view name);

// Reads projects and remembers the last ones, because what a commit left is what the next one
// began with. Requires: the repository outlives it.
class ProjectReader {
 public:
  explicit ProjectReader(const git::Repository& repository) : repository_(repository) {}

  // As read_entry(). What is returned stays valid as long as it is held.
  [[nodiscard]] std::shared_ptr<const Result<model::Project>> read(const ProjectEntry& entry);

 private:
  struct Kept {
    std::shared_ptr<const Result<model::Project>> project;
    std::uint64_t used = 0;
  };
  const git::Repository& repository_;
  std::map<std::pair<git::ObjectId, std::string>, Kept> kept_;  // by blob and path
  std::uint64_t uses_ = 0;
};

// One project of two states; none: it is not there. A project that was renamed or put on the other
// shelf is one change.
struct ProjectChange {
  std::optional<ProjectEntry> before;
  std::optional<ProjectEntry> after;

  [[nodiscard]] bool is_gone() const { return before && !after; }
  [[nodiscard]] bool is_new() const { return !before && after; }
  // Its name afterwards, or the last one it had.
  [[nodiscard]] const std::string& name() const { return after ? after->name : before->name; }
  bool operator==(const ProjectChange&) const = default;
};

// The projects whose entries differ, by name. A project that went and one that came are one that
// was renamed when the bytes are the same, or when one has the other's name in former_names (the
// one that went, where a rename is taken back).
[[nodiscard]] Result<std::vector<ProjectChange>> project_changes(const git::Repository& repository,
                                                                 ProjectReader& reader,
                                                                 const Shelves& before,
                                                                 const Shelves& after);

// Whether the former names, or the time of making, of a project differ that has the same name
// before and after: perhaps it is another one, which took that name over in the same commit.
[[nodiscard]] bool changed_names(ProjectReader& reader, const ProjectChange& change);

// Tells projects apart that took each other's names in one commit, going by former_names: what
// project_changes() took for two that were rewritten are two that were renamed.
void untangle(ProjectReader& reader, std::vector<ProjectChange>& changes);

// What happened to a project; never empty. A file that cannot be read is an event, not a failure.
[[nodiscard]] std::vector<model::Event> events_of(ProjectReader& reader,
                                                  const ProjectChange& change);

}  // namespace claudestep::store
