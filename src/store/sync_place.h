// Owns: which repository a sync is with: the remote that is meant, the refs here that belong to it,
// and whether its addresses lead to one repository. Internal to store/; callers use sync.h.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/transport.h"

namespace claudestep::store {

struct SyncPlace {
  host::RemoteRef there;
  std::string shown;                    // the remote as it is told: without a password
  std::string tracking_ref;             // notes what the remote has
  std::string incoming_ref;             // where a fetch lands before anything is decided
  std::string fetch_side;               // of a remote that is pushed to elsewhere
  std::vector<std::string> push_sides;  // of the same; else empty
};

// The remote that `wish` names (a name, a path, an address), else that of the branch. kInvalidInput
// when `ref` is no branch, kNotFound when there is no such remote, or none to choose.
[[nodiscard]] Result<SyncPlace> choose_place(const git::Repository& repository,
                                             const Environment& environment, const std::string& ref,
                                             const std::optional<std::string>& wish);

// Why a push would not go to the repository that was fetched from, which has `there`; nothing where
// all addresses say the same of the branch. Somebody may have pushed in between: asked again, it
// may be gone.
[[nodiscard]] Result<std::optional<Error>> find_other_place(const git::Repository& repository,
                                                            const Environment& environment,
                                                            const SyncPlace& place,
                                                            std::optional<git::ObjectId> there);

// How often two addresses are asked before they are two repositories.
inline constexpr int kPlaceTries = 3;

// After a push upon `there`: addresses that said the same before it are two repositories if only
// one has `pushed` then, which is kConflict. `rest` is given what one round of asking took.
[[nodiscard]] Status check_arrival(
    const git::Repository& repository, const Environment& environment, const SyncPlace& place,
    std::optional<git::ObjectId> there, git::ObjectId pushed,
    const std::function<void(std::chrono::steady_clock::duration)>& rest);

}  // namespace claudestep::store
