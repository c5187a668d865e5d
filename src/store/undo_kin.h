// Owns: who the projects of the branch are, for an undo that has to find one again.
// Leaves to others: what makes two one (store/lineages.h). Internal to store/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/lineages.h"
#include "store/project_changes.h"
#include "store/view.h"

namespace claudestep::store {

// Each project of the view is read once, when the first is asked for.
class UndoKin {
 public:
  // Requires: the view and the reader outlive it.
  UndoKin(const View& view, ProjectReader& reader) : view_(view), reader_(reader) {}

  // Nothing where the project cannot be read.
  [[nodiscard]] std::optional<Identity> identity_at(const ProjectEntry& entry) const;

  // The first that was called `name` once and can be `who` (null: whoever it is).
  [[nodiscard]] Result<std::optional<ProjectEntry>> find_called(std::string_view name,
                                                                const Identity* who);
  // Those that surely are `who`.
  [[nodiscard]] Result<std::vector<ProjectEntry>> find_same(const Identity& who);

 private:
  struct Known {
    ProjectEntry entry;
    Identity who;
  };
  Status read();

  const View& view_;
  ProjectReader& reader_;
  std::optional<std::vector<Known>> known_;  // those that can be read
};

}  // namespace claudestep::store
