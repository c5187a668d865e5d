// Owns: whether a write that is asked for under an operation id is the one that has it.
// Leaves to others: which commit that one is (store/history.h), what it says of itself
// (store/done_write.h). Internal to store/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/operation.h"
#include "store/view.h"

namespace claudestep::store {

struct AskedAgain {
  const std::string& op_id;
  const std::vector<model::Operation>& operations;  // each names a project
  const std::string& kind;                          // as in WriteOptions
  Instant now;
};

// Ok for what the commit `earlier` of `view`, which names the id, did; else kConflict where some of
// what is asked would do anything in `view`: it would be answered as done, and nothing of it kept.
// Operations are compared by what trailers say of them, so that one asked for again is the same
// whatever became of the branch since; and by what they come to where the commit began, if that is
// here, be it under the names that their projects had then. Of a write whose operations are not
// known kConflict where the commit's are of another kind.
[[nodiscard]] Status check_same_write(const View& view, const git::ObjectId& earlier,
                                      const AskedAgain& again);

}  // namespace claudestep::store
