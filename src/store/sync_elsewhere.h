// Owns: whether somebody else has, as commits, what a sync is about to put together as one: put
// together it is new work, and what they take away of it later would come back from here.
// Internal to store/.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "git/repository.h"
#include "store/sync_place.h"

namespace claudestep::store {

// kConflict where another remote than that of `place` has, as far as was fetched, a part of what
// the commit `local` of the branch `ref` has beyond `since`; `instead` is the hint at what else can
// be done, `again` the command of this sync.
[[nodiscard]] Status check_elsewhere(const git::Repository& repository, const std::string& ref,
                                     const SyncPlace& place, git::ObjectId local,
                                     std::span<const git::ObjectId> since,
                                     const std::string& instead, const std::string& again);

}  // namespace claudestep::store
