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

const std::vector<FsckLedger::Note>& FsckLedger::notes_of(const std::string& scope,
                                                          const FactKey& key) const {
  static const std::vector<Note> none;
  const auto found = notes_.find({scope, key});
  return found == notes_.end() ? none : found->second;
}

std::optional<git::ObjectId> FsckLedger::undone_by(const std::string& scope,
                                                   const FactChange& change,
                                                   const Filter& is_known) const {
  const auto& notes = notes_of(scope, change.key);
  const auto state = hash_of(change.after);
  std::optional<git::ObjectId> since;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    if (since && note->before != state) continue;
    if (is_known && !is_known(note->commit)) continue;
    if (!since) since = note->commit;
    if (note->before == state) return since;
  }
  return std::nullopt;
}

bool FsckLedger::was_earlier(const std::string& scope, const FactKey& key,
                             const std::optional<std::string>& state) const {
  const auto& notes = notes_of(scope, key);
  return std::any_of(notes.begin(), notes.end(),
                     [hash = hash_of(state)](const Note& note) { return note.before == hash; });
}

bool FsckLedger::leads(const std::string& scope, const FactChange& change, bool from_any,
                       const Filter& counts) const {
  const auto& notes = notes_of(scope, change.key);
  bool is_newest = true;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    if (note->explains != Explains::kYes || !counts(note->commit)) continue;
    if (is_newest && note->after != hash_of(change.after)) return false;
    if (from_any || note->before == hash_of(change.before)) return true;
    is_newest = false;
  }
  return false;
}

void FsckLedger::note(const std::string& scope, const FactChange& change,
                      const git::ObjectId& commit, Explains explains) {
  notes_[{scope, change.key}].push_back(
      {commit, hash_of(change.before), hash_of(change.after), explains});
}

}  // namespace claudestep::store
