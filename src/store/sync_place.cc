#include "store/sync_place.h"

#include <algorithm>
#include <utility>

#include "base/address.h"
#include "base/sha256.h"
#include "base/text.h"
#include "store/remote.h"
#include "store/sync_errors.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

constexpr std::string_view kHeadsPrefix = "refs/heads/";

// A remote by name, or by the path or address that it was given with, as a part of a ref's name.
std::string ref_part(const std::string& remote) {
  return sha256_hex(remote).substr(0, 12);
}

// The configured remote of that name, or with that address.
Result<std::optional<std::string>> name_of(const git::Repository& repository,
                                           const std::string& remote,
                                           const std::vector<std::string>& names) {
  std::optional<std::string> found;
  if (std::find(names.begin(), names.end(), remote) != names.end()) found = remote;
  for (const std::string& name : names) {
    if (found) break;
    CS_ASSIGN(const auto url, repository.config("remote." + name + ".url"));
    if (url == remote) found = name;
  }
  return found;
}

void set_sides(SyncPlace& place, host::RemoteSides sides) {
  place.fetch_side = std::move(sides.fetched_from);
  place.push_sides = std::move(sides.pushed_to);
}

}  // namespace

Result<SyncPlace> choose_place(const git::Repository& repository, const Environment& environment,
                               const std::string& ref, const std::optional<std::string>& wish) {
  if (!ref.starts_with(kHeadsPrefix)) {
    return fail(Error{ErrorCode::kInvalidInput, quoted(ref) + " is not a branch"}
                    .caused_by("only refs under refs/heads/ are synced")
                    .hint("name a branch with --ref"));
  }
  CS_ASSIGN(const auto names, repository.remotes());
  std::optional<std::string> chosen = wish;
  std::optional<StrangeRemote> strange;
  if (!chosen) {
    CS_ASSIGN(strange, strange_remote_of(repository, ref));
  }
  if (strange) {
    chosen = strange->value;
  } else if (!chosen) {
    CS_ASSIGN(chosen, remote_of(repository, ref));
  }
  if (!chosen) return fail(no_remote(wish, names, ref));
  const std::string& remote = *chosen;
  CS_ASSIGN(auto name, name_of(repository, remote, names));
  if (!name && !may_be_address(remote)) {
    Error error = no_remote(chosen, names, ref);
    if (strange) error.causes.push_back(strange->setting + " names it");
    return fail(std::move(error));
  }
  SyncPlace place;
  if (name) {
    CS_ASSIGN(auto sides, host::sides_of(repository, environment, *name));
    // Who names the address of a remote with two means that one.
    if (!sides.pushed_to.empty() && *name != remote) name.reset();
    if (name) set_sides(place, std::move(sides));
  }
  if (!name) {
    CS_ASSIGN(auto sides, host::sides_of_address(repository, environment, remote));
    set_sides(place, std::move(sides));
  }
  place.there = {name.value_or(remote), ref};
  place.shown = shown_address(place.there.remote);
  const std::string branch(ref.substr(kHeadsPrefix.size()));
  place.tracking_ref = name ? "refs/remotes/" + *name + "/" + branch
                            : std::string(kAddressRefs) + "/" + ref_part(remote) + "/" + branch;
  place.incoming_ref =
      std::string(kIncomingRefs) + "/" + ref_part(place.there.remote) + "/" + branch;
  return place;
}

Result<std::optional<Error>> find_other_place(const git::Repository& repository,
                                              const Environment& environment,
                                              const SyncPlace& place,
                                              std::optional<git::ObjectId> there) {
  for (const std::string& address : place.push_sides) {
    CS_ASSIGN(const auto other,
              host::find_remote_ref(repository, environment, {address, place.there.ref}));
    if (other == there) continue;
    return std::optional(
        two_places(place.shown, {place.fetch_side, there}, {address, other}, place.there.ref));
  }
  return std::optional<Error>{};
}

Status check_arrival(const git::Repository& repository, const Environment& environment,
                     const SyncPlace& place, std::optional<git::ObjectId> there,
                     git::ObjectId pushed,
                     const std::function<void(steady_clock::duration)>& rest) {
  if (place.push_sides.empty()) return {};
  for (int tries = 1;; ++tries) {
    const auto begun = steady_clock::now();
    const auto fetched =
        host::find_remote_ref(repository, environment, {place.fetch_side, place.there.ref});
    // Who does not answer now is asked by the next sync, before it pushes.
    if (!fetched || *fetched != there) return {};
    if (tries == kPlaceTries) break;
    rest(steady_clock::now() - begun);
  }
  Error error = two_places(place.shown, {place.fetch_side, there},
                           {place.push_sides.front(), pushed}, place.there.ref);
  return fail(std::move(error).caused_by(std::string(kStaysThere)));
}

}  // namespace claudestep::store
