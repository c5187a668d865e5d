// Owns: the two questions a write asks of the branch's past: is all of its tip still there, and was
// this operation id already done.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

// Ok when the commit `tip`, its tree, its folders of projects and its parents exist. kCorrupt
// naming the missing object otherwise: somebody pruned (`git gc --prune=now`) beside a writer, or
// the object store is damaged. The hints say where a whole state may still be found.
[[nodiscard]] Status check_tip(const git::Repository& repository, const std::string& ref,
                               git::ObjectId tip);

// The commit reachable from `tip`, not older than `since`, whose trailers name `op_id`; nothing
// when there is none.
[[nodiscard]] Result<std::optional<git::ObjectId>> find_op_id(const git::Repository& repository,
                                                              git::ObjectId tip,
                                                              const std::string& op_id,
                                                              Instant since);

// How far back an operation id is looked for, in seconds: config claudestep.opIdWindow ("14d").
[[nodiscard]] Result<std::int64_t> op_id_window(const git::Repository& repository);

// Whether `tip` is a branch that a write may touch: it has projects/, or it began with our root.
[[nodiscard]] Result<bool> is_metadata_branch(const git::Repository& repository, git::ObjectId tip);

}  // namespace claudestep::store
