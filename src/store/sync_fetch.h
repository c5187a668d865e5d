// Owns: one fetch of a sync, which no other sync of this clone comes between, into a ref of its
// own. Internal to store/; callers use sync.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/transport.h"
#include "store/sync_place.h"
#include "store/write_lock.h"

namespace claudestep::store {

struct Incoming {
  host::Fetched fetched;
  std::optional<git::ObjectId> there;  // what the remote has, if that was fetched
};

// Waits for its turn until `deadline`, then kBusy. `notes` gets what is worth saying.
[[nodiscard]] Result<Incoming> fetch_incoming(const git::Repository& repository,
                                              const Environment& environment,
                                              const SyncPlace& place, SteadyTime deadline,
                                              std::vector<std::string>& notes);

}  // namespace claudestep::store
