// Owns: which remote the metadata branch belongs to, and where its remote-tracking ref is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "host/ask_doctor.h"

namespace claudestep::store {

// The remote of the branch `ref`: branch.<name>.remote, else remote.pushDefault, else origin, else
// the only one; nothing when there is none or no way to choose. Settings that name none are passed
// over: who writes to a remote asks strange_remote_of() first.
[[nodiscard]] Result<std::optional<std::string>> remote_of(const git::Repository& repository,
                                                           std::string_view ref);

// That a remote other than the one that claims and syncs of a branch go to has the branch as well,
// while nothing says that this is meant.
struct OtherRemote {
  std::string chosen;
  std::string other;
  // Commits that the chosen one does not have, as far as both were fetched. Else the choice is by
  // remote.pushDefault alone, where people put a fork of their own.
  bool has_more = false;
};
// Nothing where the branch's own setting names a remote, and where both are one address. `chosen`
// notes what it has in `tracking`. Remotes that have more come first; then by name.
[[nodiscard]] Result<std::optional<OtherRemote>> other_remote_of(const git::Repository& repository,
                                                                 const std::string& ref,
                                                                 const std::string& chosen,
                                                                 const std::string& tracking);
// What is to be said of it, and the command that chooses.
[[nodiscard]] std::string told(const OtherRemote& other, const std::string& ref);
[[nodiscard]] std::string choose_remote(const std::string& ref);

// Whether a remote that has no such name may be a path or an address.
[[nodiscard]] bool may_be_address(std::string_view remote);

// A setting that says to which remote the branch `ref` belongs and names none of this repository:
// a path, an address or a misspelt name. Nothing where one that comes before it names a remote.
struct StrangeRemote {
  std::string setting;
  std::string value;
};
[[nodiscard]] Result<std::optional<StrangeRemote>> strange_remote_of(
    const git::Repository& repository, std::string_view ref);

// The full name that `ref` has as a remote-tracking ref of `remote`; nothing for a ref outside
// refs/heads/. Neither need exist.
[[nodiscard]] std::optional<std::string> tracking_ref_at(const std::string& remote,
                                                         std::string_view ref);
// The same of its own remote.
[[nodiscard]] Result<std::optional<std::string>> tracking_ref_of(const git::Repository& repository,
                                                                 std::string_view ref);

// The command that brings all that a remote has, also what is thought to be here.
[[nodiscard]] std::string refetch_command(const std::string& remote);
// The one that brings the history that a shallow clone lacks. Who prints it says of which
// repository.
inline constexpr std::string_view kUnshallow = "git fetch --unshallow";
// `error` of following `ref`, whose commit `remote` may have, with what brings it; where the ref
// itself cannot be read, or the file of its commit is damaged, nothing does before that is mended.
[[nodiscard]] Error lost_here(const git::Repository& repository, const std::string& ref,
                              Error error, const std::string& remote);
using host::kAskDoctor;

// Whether `ref` is the default branch of its remote (refs/remotes/<remote>/HEAD), where code lives.
[[nodiscard]] Result<bool> is_remote_default(const git::Repository& repository,
                                             std::string_view ref);

// The command to begin with where the branch `ref` is neither here nor fetched: `claudestep sync`
// where there is a remote, which brings what that has, else `claudestep init`.
[[nodiscard]] std::string how_to_begin(const git::Repository& repository, std::string_view ref);

// The remote that may have the branch `ref` without a fetch having told: a clone that is shallow,
// or whose settings fetch other branches alone, as of one branch or of CI.
[[nodiscard]] std::optional<std::string> unseen_remote(const git::Repository& repository,
                                                       std::string_view ref);

// A setting by which a `git fetch` leads to a ref of ours.
struct FetchSetting {
  std::string remote;
  std::string refspec;  // as it is set
  std::string source;   // the ref's full name there

  bool operator==(const FetchSetting&) const = default;
};
// Those by which a plain `git fetch` puts what a remote has in the place of the branch `ref`,
// whatever was written there since: what `git clone --mirror` sets. In the order of the settings;
// without those that leave it out by a negative refspec.
[[nodiscard]] std::vector<FetchSetting> forced_fetches(const git::Repository& repository,
                                                       const std::string& ref);
// Those by which `git fetch --prune` takes `ref` away, since the remote has no such ref: a mirror's
// again. In a ref that stands for the branch `noted` of a remote, those of a remote of which
// another one fetches that branch are none: git takes a ref away that none of them finds.
[[nodiscard]] std::vector<FetchSetting> pruning_fetches(const git::Repository& repository,
                                                        const std::string& ref,
                                                        const std::string& noted);

// Where the fetches of a sync land, each remote's in a ref of its own. They are looked at once and
// hold nothing that is not elsewhere.
inline constexpr std::string_view kIncomingRefs = "refs/claudestep/incoming";
// Where a sync notes what a remote has that has no name, but a path or an address.
inline constexpr std::string_view kAddressRefs = "refs/claudestep/remotes";
// Those refs there that note the branch `ref`, sorted.
[[nodiscard]] Result<std::vector<std::string>> address_refs_of(const git::Repository& repository,
                                                               std::string_view ref);

}  // namespace claudestep::store
