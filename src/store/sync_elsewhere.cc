#include "store/sync_elsewhere.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "store/remote.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// What another remote is noted to have, and what to call that.
struct Other {
  std::string ref;
  std::string name;
  std::string renews;  // the command that notes it anew; none for an address
};

Result<std::vector<Other>> others_than(const git::Repository& repository, const std::string& ref,
                                       const std::string& tracking) {
  std::vector<Other> others;
  CS_ASSIGN(const auto remotes, repository.remotes());
  for (const std::string& remote : remotes) {
    const auto noted = tracking_ref_at(remote, ref);
    if (!noted || *noted == tracking) continue;
    others.push_back({*noted, quoted(remote), "git fetch " + model::shell_word(remote, "REMOTE")});
  }
  CS_ASSIGN(const auto addresses, address_refs_of(repository, ref));
  for (const std::string& noted : addresses) {
    if (noted == tracking) continue;
    others.push_back({noted, "the clone that " + quoted(noted) + " notes", ""});
  }
  return others;
}

// A commit that both have and none of `since` does.
Result<std::optional<git::ObjectId>> find_shared(const git::Repository& repository,
                                                 git::ObjectId local, git::ObjectId other,
                                                 std::span<const git::ObjectId> since) {
  CS_ASSIGN(const auto bases, repository.merge_bases(local, other));
  for (const git::ObjectId& base : bases) {
    bool is_known = false;
    for (const git::ObjectId& tip : since) {
      CS_ASSIGN(is_known, repository.reaches(tip, base));
      if (is_known) break;
    }
    if (!is_known) return std::optional(base);
  }
  return std::optional<git::ObjectId>();
}

Error had_by(const Other& other, const std::string& remote, git::ObjectId shared,
             git::ObjectId since, const std::string& instead, const std::string& again) {
  Error error{ErrorCode::kConflict, "cannot put the work together for " + quoted(remote) + ": " +
                                        other.name + " has a part of it"};
  error.causes = {
      "put together it would be new, so what is deleted or undone there would come back from here",
      "nothing was put together, and nothing was pushed"};
  error.hints = {"to see that part: git log --oneline " + since.hex().substr(0, 12) + ".." +
                     shared.hex().substr(0, 12),
                 "what another has made is in nobody's way once " + quoted(remote) +
                     " has it: have it pushed there first",
                 instead};
  if (!other.renews.empty()) {
    error.hints.push_back("where it has that no more: " + other.renews);
  }
  error.hints.push_back(
      "where nobody else works there, so that nothing is taken away: git update-ref -d " +
      model::shell_word(other.ref, "REF") + " && " + again);
  return error;
}

}  // namespace

Status check_elsewhere(const git::Repository& repository, const std::string& ref,
                       const SyncPlace& place, git::ObjectId local,
                       std::span<const git::ObjectId> since, const std::string& instead,
                       const std::string& again) {
  CS_ASSIGN(const auto others, others_than(repository, ref, place.tracking_ref));
  for (const Other& other : others) {
    // One that cannot be read is told of elsewhere.
    const auto has = repository.find_ref(other.ref).value_or(std::nullopt);
    if (!has) continue;
    CS_ASSIGN(const auto shared, find_shared(repository, local, *has, since));
    if (shared) return fail(had_by(other, place.shown, *shared, since.front(), instead, again));
  }
  return {};
}

}  // namespace claudestep::store
