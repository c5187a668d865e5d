// Owns: which of what one side took away the merges among some commits have kept, since the other
// side works on it.
// Leaves to others: merging (store/merge.h), and what may be brought back (store/fsck_judge.h).
// Internal to store/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "model/merge.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

// Stands for the folder that a project is in among its facts.
inline const FactKey kShelf{FactOf::kProject, "file", "folder"};

class MergeKeeps {
 public:
  // Of a merge counts what claudestep itself makes of its sides, whoever made it, and made of it
  // what; of what claudestep put upon another tip what its receipts tell. Requires: the repository
  // outlives this.
  MergeKeeps(const git::Repository& repository, const std::vector<git::Commit>& commits);

  // Whether one of them has kept what `key` is about, of a project that had one of `names`, though
  // the commit `by`, which one side alone has, took it away; or has an AI operation with another
  // pull request than `key` says, where `by` put it. What was kept once stays so where it is taken
  // away there anew: a later merge of the two finds it changed here and says nothing.
  [[nodiscard]] bool have(const std::set<std::string>& names, const FactKey& key,
                          const git::ObjectId& by);

 private:
  struct Keeper {
    git::ObjectId id;
    std::vector<git::ObjectId> parents;
    std::optional<std::vector<model::Receipt>> receipts;  // once asked for
  };

  // Whether it put together what has the commit with what has not.
  [[nodiscard]] bool settles(const Keeper& keeper, const git::ObjectId& by) const;
  // Whether it is in the work with which a later merge put together what has the commit.
  [[nodiscard]] bool is_settled_after(const Keeper& keeper, const git::ObjectId& by) const;

  const git::Repository& repository_;
  std::vector<Keeper> keepers_;
};

}  // namespace claudestep::store
