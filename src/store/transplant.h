// Owns: what the commit says that puts unpushed work upon the tip of a remote that was rewound: all
// that its commits said, in the terms of that tip, and what was done by hand between them.
// Leaves to others: merging the trees (store/merge_trees.h). Internal to store/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"

namespace claudestep::store {

// The trees that take part.
struct Transplant {
  git::ObjectId base;  // where the work began; zero: nowhere
  git::ObjectId own;   // where it ended
  git::ObjectId tip;   // what it is put upon
  git::ObjectId merged;
};

// The message for a new tip that is called `tip`. `commits` are those of the work, oldest first,
// `receipts` what gave way when it was merged.
[[nodiscard]] Result<std::string> transplant_message(const git::Repository& repository,
                                                     const Transplant& trees,
                                                     const std::vector<git::Commit>& commits,
                                                     const std::vector<model::Receipt>& receipts,
                                                     const std::string& tip);

}  // namespace claudestep::store
