#include "store/fsck_ledger.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace claudestep::store {

namespace {

constexpr std::size_t kAbsent = 0;

std::size_t hash_of(const std::optional<std::string>& state) {
  return state ? std::max<std::size_t>(1, std::hash<std::string>{}(*state)) : kAbsent;
}

}  // namespace

void FsckLedger::Entry::add(std::size_t state) {
  const auto place = std::lower_bound(earlier.begin(), earlier.end(), state);
  if (place == earlier.end() || *place != state) earlier.insert(place, state);
}

void FsckLedger::Entry::add(const Entry& other) {
  for (const std::size_t state : other.earlier) add(state);
  const bool is_later = noted < other.noted;
  if (since.is_zero() || (is_later && !other.since.is_zero())) since = other.since;
  noted = std::max(noted, other.noted);
}

bool FsckLedger::Entry::has(std::size_t state) const {
  return std::binary_search(earlier.begin(), earlier.end(), state);
}

template <typename Visit>
void FsckLedger::visit_entries(const Past& past, const FactKey& key, const Visit& visit) const {
  std::set<std::optional<Instant>> made{std::nullopt};
  for (const auto& one : past.made) made.insert(one ? std::optional(standing_for(*one)) : one);
  const bool is_anybody = past.made.empty() || past.made.contains(std::nullopt);
  const auto look_at = [&](const Entries& entries) {
    const auto found = entries.find(key);
    if (found != entries.end()) visit(found->second);
  };
  for (const std::string& name : past.names) {
    const auto called = entries_.find(name);
    if (called == entries_.end()) continue;
    if (is_anybody) {
      for (const auto& [unused, entries] : called->second) look_at(entries);
      continue;
    }
    for (const auto& one : made) {
      const auto bearer = called->second.find(one);
      if (bearer != called->second.end()) look_at(bearer->second);
    }
  }
}

std::optional<git::ObjectId> FsckLedger::undone_by(const Past& past,
                                                   const FactChange& change) const {
  const auto state = hash_of(change.after);
  std::optional<git::ObjectId> undone;
  visit_entries(past, change.key, [&](const Entry& entry) {
    if (!undone && entry.has(state)) undone = entry.since;
  });
  return undone;
}

std::optional<git::ObjectId> FsckLedger::last_changed_by(const Past& past,
                                                         const FactKey& key) const {
  const Entry* last = nullptr;
  visit_entries(past, key, [&](const Entry& entry) {
    if (last == nullptr || last->noted < entry.noted) last = &entry;
  });
  if (last == nullptr || last->since.is_zero()) return std::nullopt;
  return last->since;
}

void FsckLedger::note(const Note& note, const git::ObjectId& commit) {
  note_state(note).since = commit;
}

void FsckLedger::note_merged(const Note& note, const git::ObjectId& commit) {
  Entry& entry = note_state(note);
  if (entry.since.is_zero()) entry.since = commit;
}

// The fewer go to the more, so that none is far from the one that stands for it.
void FsckLedger::join(const Instant& a, const Instant& b) {
  const Instant one = standing_for(a);
  const Instant other = standing_for(b);
  if (one == other) return;
  const auto size_of = [&](const Instant& made) {
    return joined_.try_emplace(made, Joined{made}).first->second.size;
  };
  const bool is_more = size_of(one) >= size_of(other);
  const Instant& stays = is_more ? one : other;
  const Instant& goes = is_more ? other : one;
  joined_.at(goes).to = stays;
  joined_.at(stays).size += joined_.at(goes).size;
  const auto names = names_of_.extract(goes);
  if (!names) return;
  for (const std::string& name : names.mapped()) {
    Bearers& bearers = entries_.at(name);
    const auto left = bearers.extract(goes);
    Entries& entries = bearers[stays];
    for (const auto& [key, entry] : left.mapped()) entries[key].add(entry);
    names_of_[stays].insert(name);
  }
}

FsckLedger::Entry& FsckLedger::note_state(const Note& note) {
  std::optional<Instant> made = note.made;
  if (made) {
    made = standing_for(*made);
    names_of_[*made].insert(note.name);
  }
  Entry& entry = entries_[note.name][made][note.change.key];
  entry.add(hash_of(note.change.before));
  entry.noted = ++notes_;
  return entry;
}

Instant FsckLedger::standing_for(Instant made) const {
  for (auto at = joined_.find(made); at != joined_.end() && at->second.to != made;
       at = joined_.find(made)) {
    made = at->second.to;
  }
  return made;
}

}  // namespace claudestep::store
