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

std::optional<git::ObjectId> FsckLedger::undone_by(const std::string& scope,
                                                   const FactChange& change) const {
  const auto found = entries_.find({scope, change.key});
  if (found == entries_.end()) return std::nullopt;
  const Entry& entry = found->second;
  const auto state = hash_of(change.after);
  if (std::find(entry.earlier.begin(), entry.earlier.end(), state) == entry.earlier.end()) {
    return std::nullopt;
  }
  return entry.since;
}

void FsckLedger::note(const std::string& scope, const FactChange& change,
                      const git::ObjectId& commit) {
  Entry& entry = entries_[{scope, change.key}];
  const auto state = hash_of(change.before);
  if (std::find(entry.earlier.begin(), entry.earlier.end(), state) == entry.earlier.end()) {
    entry.earlier.push_back(state);
  }
  entry.since = commit;
}

}  // namespace claudestep::store
