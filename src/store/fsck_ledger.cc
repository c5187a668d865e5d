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

std::optional<git::ObjectId> FsckLedger::undone_by(const Past& past,
                                                   const FactChange& change) const {
  const auto state = hash_of(change.after);
  for (const std::string& name : past.names) {
    const auto called = entries_.find(name);
    if (called == entries_.end()) continue;
    for (const auto& [made, entries] : called->second) {
      if (!is_of(past, made)) continue;
      const auto found = entries.find(change.key);
      if (found == entries.end()) continue;
      const auto& earlier = found->second.earlier;
      if (std::find(earlier.begin(), earlier.end(), state) != earlier.end()) {
        return found->second.since;
      }
    }
  }
  return std::nullopt;
}

void FsckLedger::note(const Note& note, const git::ObjectId& commit) {
  note_state(note).since = commit;
}

void FsckLedger::note_merged(const Note& note, const git::ObjectId& commit) {
  Entry& entry = note_state(note);
  if (entry.since.is_zero()) entry.since = commit;
}

void FsckLedger::join(const Instant& a, const Instant& b) {
  const auto [first, later] = std::minmax({first_of(a), first_of(b)});
  if (first != later) joined_[later] = first;
}

FsckLedger::Entry& FsckLedger::note_state(const Note& note) {
  Entry& entry = entries_[note.name][note.made][note.change.key];
  const auto state = hash_of(note.change.before);
  if (std::find(entry.earlier.begin(), entry.earlier.end(), state) == entry.earlier.end()) {
    entry.earlier.push_back(state);
  }
  return entry;
}

Instant FsckLedger::first_of(Instant made) const {
  for (auto at = joined_.find(made); at != joined_.end(); at = joined_.find(made)) {
    made = at->second;
  }
  return made;
}

bool FsckLedger::is_of(const Past& past, const std::optional<Instant>& made) const {
  if (past.made.empty() || !made) return true;
  return std::any_of(past.made.begin(), past.made.end(),
                     [&](const auto& one) { return !one || first_of(*one) == first_of(*made); });
}

}  // namespace claudestep::store
