// Owns: what a shared repository lets in: whether a push would corrupt or lose metadata.
// Leaves to others: which refs are pushed, and refusing (cli/).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "check/diagnostic.h"
#include "git/repository.h"

namespace claudestep::store {

// One ref of a push. `before` none: it comes new; `after` none: it is deleted.
struct PushedMove {
  std::string ref;
  std::optional<git::ObjectId> before;
  std::optional<git::ObjectId> after;
};

// Whether a push to `pushed` moves the branch `ref`: it is that one, or symbolic refs lead both to
// one. A ref that cannot be followed stands for itself: git refuses to update anything through it.
[[nodiscard]] bool moves_branch(const git::Repository& repository, const std::string& pushed,
                                const std::string& ref);

// What speaks against commits that are pushed upon `before`, each after its parents: errors alone.
[[nodiscard]] Result<std::vector<check::Diagnostic>> examine_commits(
    const git::Repository& repository, git::ObjectId before,
    const std::vector<git::Commit>& pushed);

// What speaks against letting the metadata branch move so, errors alone; empty: let it in. A loss
// that an operation of the pushed commits names is none, and neither is an error that was there
// before. The new objects may lie in quarantine. Fails with what reading objects fails with.
[[nodiscard]] Result<std::vector<check::Diagnostic>> examine_push(const git::Repository& repository,
                                                                  const PushedMove& move,
                                                                  Instant now);

}  // namespace claudestep::store
