// Owns: what a sync would come to, without moving anything. Internal to store/; callers use sync.h.
#pragma once

#include <optional>

#include "base/result.h"
#include "git/repository.h"
#include "store/sync.h"

namespace claudestep::store {

// Fills in what syncing `outcome.local_before` with `there` would come to; with `rewound_from` that
// is what a rewind dropped and is dropped here as well.
[[nodiscard]] Status preview_sync(git::Repository& repository, const WriteOptions& options,
                                  std::optional<git::ObjectId> there,
                                  std::optional<git::ObjectId> rewound_from, SyncOutcome& outcome);

}  // namespace claudestep::store
