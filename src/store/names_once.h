// Owns: what a tree is taken for that has a name more than once, as only a broken program makes it,
// where a history is judged. Leaves to others: what a merge makes of it (store/merge_trees.h).
// Internal to store/.
#pragma once

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

// `tree` with each name of its root and of its folders of projects once. As in a merge nobody can
// tell which of them was meant: it is as `before` has it where that has it once, else the entry of
// the greatest id stays. The tree itself where no name is there twice. What is made is held in
// memory alone. A folder of projects that is there twice stays so. The zero id is no tree.
[[nodiscard]] Result<git::ObjectId> with_names_once(const git::Repository& repository,
                                                    git::ObjectId tree, git::ObjectId before);

}  // namespace claudestep::store
