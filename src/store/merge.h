// Owns: merging two commits of the branch: their bases, the merge commit that every clone makes of
// the same two, and what gave way. docs/merging.md tells the rules.
// Leaves to others: moving the branch (store/transaction.h), a merge's trees (store/merge_trees.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"

namespace claudestep::store {

inline constexpr std::string_view kDroppedTrailer = "Claudestep-Dropped";

// Goes up whenever two commits may merge into another commit than before, so that merges which were
// kept are made anew.
inline constexpr std::uint64_t kMergeVersion = 19;

// How the message of a merge of ours begins.
inline constexpr std::string_view kMergeSubject = "claudestep: merge ";

// A merge commit that can be read through the repository and is not written.
struct HeldMerge {
  git::ObjectId commit;
  std::vector<git::ObjectId> objects;    // for ObjectBatch::add_held, the commit's among them
  std::vector<model::Receipt> receipts;  // what gave way
};

// Merges `a` and `b`, of which neither contains the other. The commit is the same from either side
// and in every clone: parents in the order of their ids, the dates of the later one, a fixed
// author, a message made from the receipts. kSchemaUnusable when both changed a project that a
// newer claudestep wrote; kUnsupported when a shallow clone does not know where they went apart.
[[nodiscard]] Result<HeldMerge> merge_commits(const git::Repository& repository, git::ObjectId a,
                                              git::ObjectId b);

// What says that two histories cannot be judged for want of their beginning. Where a remote has all
// of one, and it is here, that does not have the beginning of the other any more.
[[nodiscard]] Error too_shallow(const git::Repository& repository, git::ObjectId a,
                                git::ObjectId b);
// Whether all commits that `tip` is built on are here.
[[nodiscard]] bool has_whole_history(const git::Repository& repository, git::ObjectId tip);
// What brings the beginning of a branch from another clone, whose path or address is not known.
[[nodiscard]] std::string unshallow_from_clone(const std::string& branch);

// The receipts in the message of a merge commit, values as long as it has them.
[[nodiscard]] std::vector<model::Receipt> receipts_in(std::string_view message);

}  // namespace claudestep::store
