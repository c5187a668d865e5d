// Owns: which writes with an operation id a commit carries on, and what each did, in the terms of
// the tip that it puts them upon.
// Leaves to others: how that is spelt (store/done_write.h). Internal to store/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/done_write.h"
#include "store/merge_trees.h"

namespace claudestep::store {

class CarriedWrites {
 public:
  // Requires: the repository outlives it.
  explicit CarriedWrites(const git::Repository& repository)
      : repository_(repository), reader_(repository) {}

  // The next commit of the work, which is oldest first.
  [[nodiscard]] Status add(const git::Commit& commit);

  // A claim that was made anew is looked for from the first id on, of which the write may be gone
  // with what the remote lost. Lets it stand for that one as well where this is so, and says for
  // which ids. To be asked behind the last commit.
  [[nodiscard]] std::vector<std::string> add_first_ids();

  // The trailers that tell of all, for a commit upon `tip`; `projects` are as merge_trees() traces
  // them, the work's being ours. A claim that somebody else may have made there as well is told
  // without what it took.
  [[nodiscard]] Result<std::vector<std::string>> trailers(
      const git::ObjectId& tip, const std::vector<TracedProject>& projects) const;

 private:
  struct Carried {
    DoneWrite write;
    std::size_t next;  // the first of `moves_` after its commit
  };

  const git::Repository& repository_;
  ProjectReader reader_;
  std::vector<NamedOperation> moves_;  // what the commits renamed or deleted
  std::vector<Carried> writes_;
};

}  // namespace claudestep::store
