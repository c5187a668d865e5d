// Owns: who the projects of the branch are, for an undo that has to find one again.
// Leaves to others: what makes two one (store/lineages.h). Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "git/repository.h"
#include "store/lineages.h"
#include "store/project_changes.h"
#include "store/view.h"

namespace claudestep::store {

// Each project of the view is read once, when the first is asked for. However many look alike, as
// those of one template that one commit made, one question costs what one project holds.
class UndoKin {
 public:
  // Requires: all outlive it.
  UndoKin(const git::Repository& repository, const View& view, ProjectReader& reader)
      : repository_(repository), view_(view), reader_(reader) {}

  // The state that the undo goes back to, and what is told of the commit to take back: the entries
  // that it left. Requires: called before find_twin().
  void begin(const Shelves& before, std::vector<ProjectEntry> left);

  // Nothing where the project cannot be read.
  [[nodiscard]] std::optional<Identity> identity_at(const ProjectEntry& entry) const;

  // The first that was called `name` once and can be `who` (null: whoever it is).
  [[nodiscard]] Result<std::optional<ProjectEntry>> find_called(std::string_view name,
                                                                const Identity* who);
  // The first that surely is `gone`, a project of the state before that is `who`; none that the
  // commit left, which goes or is put back as well, and no copy that stood beside it: before there
  // was one of that name too that says the same of who it is.
  [[nodiscard]] Result<std::optional<ProjectEntry>> find_twin(const ProjectEntry& gone,
                                                              const Identity& who);

 private:
  struct Known {
    ProjectEntry entry;
    Identity who;
    bool is_left = false;  // by the commit that is undone
    // What had its name in the state before.
    Result<std::optional<ProjectEntry>> before;
    std::optional<Identity> was;
  };
  using Places = std::vector<std::size_t>;  // in known_, ascending

  Status read();
  Status read_before();
  static Result<bool> was_beside(const Known& known, const ProjectEntry& gone, const Identity& who);

  const git::Repository& repository_;
  const View& view_;
  ProjectReader& reader_;
  Shelves before_;
  std::vector<ProjectEntry> left_;
  std::optional<std::vector<Known>> known_;  // those that can be read
  std::map<std::string, Places, std::less<>> once_called_;
  bool is_before_read_ = false;
  // Of those that the commit did not leave: by their names, and by when they were made and a task
  // that what had the name before did not have.
  std::map<std::string, Places, std::less<>> named_;
  std::map<std::pair<Instant, std::string>, Places> made_with_;
};

}  // namespace claudestep::store
