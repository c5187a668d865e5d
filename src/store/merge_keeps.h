// Owns: which of what one side took away the merges among some commits have kept, since the other
// side works on it.
// Leaves to others: merging (store/merge.h), and what may be brought back (store/fsck_judge.h).
// Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "model/merge.h"
#include "store/fsck_facts.h"
#include "store/fsck_versions.h"

namespace claudestep::store {

class MergeKeeps {
 public:
  // Of a merge counts what claudestep itself makes of its sides, and the merge has as well, whoever
  // made it; of what claudestep put upon another tip what its receipts tell. Requires: `commits`
  // are those beyond some tip, each after those that it is built on; the repository outlives this.
  MergeKeeps(const git::Repository& repository, const std::vector<git::Commit>& commits);

  // Whether one of them has kept what `key` is about, of a project that had one of `names`, though
  // the commit `by`, which that tip has, took it away; or has an AI operation with another pull
  // request than `key` says, where `by` put it. What was kept once stays so where it is taken away
  // there anew: a later merge of the two finds it changed here and says nothing.
  [[nodiscard]] bool have(const std::set<std::string>& names, const FactKey& key,
                          const git::ObjectId& by);

 private:
  struct Step {
    git::Commit commit;
    std::vector<std::optional<std::size_t>> parents;      // which steps; none: the tip has it
    std::optional<std::vector<model::Receipt>> receipts;  // what it tells, once asked for
  };

  [[nodiscard]] bool is_merge(std::size_t at) const { return steps_[at].parents.size() == 2; }
  [[nodiscard]] const std::vector<model::Receipt>& receipts_of(std::size_t at);
  // Whether the commit has the project, and of it what `key` is about.
  [[nodiscard]] bool has(std::size_t at, const std::set<std::string>& names, const FactKey& key);
  // Whether one that the tip has is built on the commit, or is it.
  [[nodiscard]] bool tip_has(const git::ObjectId& tip, const git::ObjectId& id);
  // The same of each step.
  [[nodiscard]] const std::vector<bool>& built_on(const git::ObjectId& id);
  // The same of a parent of one.
  [[nodiscard]] bool is_parent_built_on(const Step& step, std::size_t parent,
                                        const git::ObjectId& id);
  // The parent that is not, where that is so of one alone.
  [[nodiscard]] std::optional<std::size_t> parent_without(std::size_t at, const git::ObjectId& by);

  const git::Repository& repository_;
  Versions versions_;
  std::vector<Step> steps_;
  std::map<git::ObjectId, std::size_t> places_;  // of the steps
  std::map<std::pair<git::ObjectId, git::ObjectId>, bool> tips_;
  std::map<git::ObjectId, std::vector<bool>> built_on_;
};

}  // namespace claudestep::store
