// Owns: what it takes to take a commit of the branch back: one operation a project that it
// changed. Leaves to others: doing them (store/transaction.h), the record by record part
// (model/revert.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/operation.h"
#include "store/view.h"

namespace claudestep::store {

struct UndoPlan {
  git::ObjectId commit;                      // the one to take back
  std::vector<model::Operation> operations;  // by project; never empty
  std::vector<std::string> warnings;         // files of the commit that stay as they are
};

// How to take back `revision`, or without one the newest commit that changed projects, as
// choose_undo() finds it (store/undo_parts.h). A file that still is as the commit left it gets the
// bytes back that it had before; of another one what the commit changed is taken back where nothing
// later touched it.
//
// kNotFound: no such commit, it is not on the branch, there is nothing to undo. kConflict: it is
// the branch's beginning, a merge, or changed no project; or later work stands in the way, which
// the causes name with the commits that did it. kCorrupt: it would bring back a file that cannot be
// read.
[[nodiscard]] Result<UndoPlan> plan_undo(const git::Repository& repository, const View& view,
                                         const std::optional<std::string>& revision);

}  // namespace claudestep::store
