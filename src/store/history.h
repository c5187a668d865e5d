// Owns: the two questions a write asks of the branch's past: is all of its tip still there, and was
// this operation id already done.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "git/repository.h"
#include "host/ask_doctor.h"
#include "store/view.h"

namespace claudestep::store {

// Counts the commits older than `since` that a walk has met, and says when it has met enough. Dates
// of commits are what some clock said: one that stood wrong, or an import, hides younger commits
// behind old ones, so a walk by date does not end at the first that is too old.
class PassedCommits {
 public:
  explicit PassedCommits(Instant since) : since_(since) {}

  // Whether to look further, the next commit being of `when`.
  bool goes_on(Instant when) {
    if (when < since_) ++passed_;
    return passed_ < kMost;
  }

 private:
  static constexpr int kMost = 1000;
  Instant since_;
  int passed_ = 0;
};

// Ok when the commit `tip`, its tree, its folders of projects and its parents exist. kCorrupt
// naming the missing object otherwise: somebody pruned (`git gc --prune=now`) beside a writer, or
// the object store is damaged. The hints say where a whole state may still be found: where `ref`
// was before, if the commit is one's tip. kUnsupported for what a partial clone never fetched.
[[nodiscard]] Status check_tip(const git::Repository& repository,
                               const std::optional<std::string>& ref, git::ObjectId tip);

// Ok when every file and folder of the commit `tip`, which is at `ref`, exists; files are not read.
// The same errors, with the path; what a partial clone lacks is passed by.
[[nodiscard]] Status check_contents(const git::Repository& repository, const std::string& ref,
                                    git::ObjectId tip);
// The same of the commit `tip`, at `ref` if it is one's tip, where it differs from the commit
// `known`, and whether the objects that have files of their own can be read. Ok in a partial clone.
[[nodiscard]] Status check_new_contents(const git::Repository& repository,
                                        const std::optional<std::string>& ref, git::ObjectId tip,
                                        std::optional<git::ObjectId> known);

// The command that says what is missing of what no branch of ours leads to.
inline constexpr std::string_view kLookForLost = "git fsck";
// The error for an object that is not there, with what may have happened, where to look for it, and
// the command that does.
[[nodiscard]] Error missing_object(Error error, std::string_view command = host::kAskDoctor);

// The command that shows where `ref` has been, also when git itself cannot follow it any more.
[[nodiscard]] std::string earlier_tips(const std::string& ref);

// The error of reading a project's file: one that names the project and its path, as for a missing
// object, when the contents are not in the repository; else `error` as it is.
[[nodiscard]] Error lost_project(const git::Repository& repository, const ProjectEntry& entry,
                                 Error error);

// The commit reachable from `tip`, not older than `since`, whose trailers name `op_id`; nothing
// when there is none. Each commit is judged by itself, and none is older than its ancestors.
[[nodiscard]] Result<std::optional<git::ObjectId>> find_op_id(const git::Repository& repository,
                                                              git::ObjectId tip,
                                                              const std::string& op_id,
                                                              Instant since);

// Whether a search of that kind, or one with PassedCommits, would go on where this shallow clone
// ends. The dates of what is here say nothing of what is not: they may be given.
[[nodiscard]] Result<bool> ends_early(const git::Repository& repository, git::ObjectId tip,
                                      Instant since);

// The error for what cannot be told because of that; `cause` goes on "this clone is shallow, and ".
[[nodiscard]] Error too_shallow(std::string message, const std::string& cause);

// All that the commits reachable from `tip` name.
[[nodiscard]] Result<std::set<std::string>> op_ids_of(const git::Repository& repository,
                                                      git::ObjectId tip);

// How far back an operation id is looked for, in seconds: config claudestep.opIdWindow ("14d").
[[nodiscard]] Result<std::int64_t> op_id_window(const git::Repository& repository);

// Whether `tip` is a branch that a write may touch: it has projects/, or it began with our root;
// kUnsupported where a shallow clone does not have that beginning.
[[nodiscard]] Result<bool> is_metadata_branch(const git::Repository& repository, git::ObjectId tip);

}  // namespace claudestep::store
