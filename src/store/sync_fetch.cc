#include "store/sync_fetch.h"

#include <utility>

#include "base/text.h"
#include "store/remote.h"
#include "store/stale_lock.h"
#include "store/sync_errors.h"
#include "store/write_journal.h"

namespace claudestep::store {

namespace {

// A fetch that was killed may have left its lock. No sync is at it while we have the turn, but a
// git that packs refs may be, and would take away what is fetched if its lock were taken from it:
// a young one is left alone, and the fetch comes again.
Status clear_left_lock(const git::Repository& repository, const std::string& ref,
                       const WriteLock& turn, std::vector<std::string>& notes) {
  if (turn.descriptor() < 0) return {};
  const std::string path = ref_lock_path(repository.common_dir(), ref);
  const auto lock = look_at_lock(path);
  if (!lock || is_young(*lock)) return {};
  CS_ASSIGN(const bool removed, remove_left_lock(path, *lock));
  if (removed) {
    notes.push_back("removed " + quoted(ref + ".lock") +
                    ", which a fetch that was killed had left");
  }
  return {};
}

// One that cannot be taken away is what the fetch fails with.
void drop_broken(const git::Repository& repository, std::vector<std::string>& notes) {
  for (const std::string& ref : repository.broken_refs(kIncomingRefs)) {
    if (!repository.remove_ref(ref)) continue;
    notes.push_back("removed " + quoted(ref) +
                    ", which was broken; it only noted where a fetch had landed");
  }
}

}  // namespace

Result<Incoming> fetch_incoming(const git::Repository& repository, const Environment& environment,
                                const SyncPlace& place, SteadyTime deadline,
                                std::vector<std::string>& notes) {
  // Held until what came is read: another sync of this clone, whose fetch began before ours, must
  // not put what it saw in its place, which would look as if the remote had been rewound.
  CS_ASSIGN(const WriteLock turn, WriteLock::acquire_fetch(repository, deadline));
  CS_TRY(clear_left_lock(repository, place.incoming_ref, turn, notes));
  drop_broken(repository, notes);
  Incoming incoming;
  auto fetched =
      host::fetch(repository, {environment, turn.descriptor()}, place.there, place.incoming_ref);
  Error& why = fetched ? fetched->why : fetched.error();
  hint_at_damage(why);
  if (!fetched && repository.ref_in_the_way_of(place.incoming_ref)) {
    why.hints.emplace_back(kAskDoctor);
  }
  CS_ASSIGN(incoming.fetched, std::move(fetched));
  if (incoming.fetched.status == host::FetchStatus::kDone) {
    CS_ASSIGN(incoming.there, repository.find_ref(place.incoming_ref));
  }
  return incoming;
}

}  // namespace claudestep::store
