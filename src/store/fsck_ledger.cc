#include "store/fsck_ledger.h"

#include <algorithm>
#include <functional>

namespace claudestep::store {

namespace {

constexpr std::size_t kAbsent = 0;

std::size_t hash_of(const std::optional<std::string>& state) {
  return state ? std::max<std::size_t>(1, std::hash<std::string>{}(*state)) : kAbsent;
}

}  // namespace

std::optional<git::ObjectId> FsckLedger::undone_by(const std::set<std::string>& scopes,
                                                   const FactChange& change) const {
  const auto state = hash_of(change.after);
  for (const std::string& scope : scopes) {
    const auto found = entries_.find({scope, change.key});
    if (found == entries_.end()) continue;
    const Entry& entry = found->second;
    const auto had = std::find(entry.earlier.begin(), entry.earlier.end(), state);
    if (had != entry.earlier.end()) return entry.since;
  }
  return std::nullopt;
}

void FsckLedger::note(const std::string& scope, const FactChange& change,
                      const git::ObjectId& commit) {
  note_state(scope, change).since = commit;
}

void FsckLedger::note_merged(const std::string& scope, const FactChange& change,
                             const git::ObjectId& commit) {
  Entry& entry = note_state(scope, change);
  if (entry.since.is_zero()) entry.since = commit;
}

FsckLedger::Entry& FsckLedger::note_state(const std::string& scope, const FactChange& change) {
  Entry& entry = entries_[{scope, change.key}];
  const auto state = hash_of(change.before);
  if (std::find(entry.earlier.begin(), entry.earlier.end(), state) == entry.earlier.end()) {
    entry.earlier.push_back(state);
  }
  return entry;
}

}  // namespace claudestep::store
