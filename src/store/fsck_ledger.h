// Owns: which commit gave each fact of the branch its present state, and which states it had
// before, gathered while a history is walked from the oldest commit on. Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "git/object_id.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

// Whose past is asked for.
struct Past {
  std::set<std::string> names;            // of a project, or "/" and a path
  std::set<std::optional<Instant>> made;  // when; of whomever it was, where none says it
};

// A name goes from one project to another, which begins anew: a state counts for what was made at
// the time at which the one was made that had it. What does not say it counts for all.
class FsckLedger {
 public:
  // The commit whose work `change` takes back: the one that gave the fact its state before, when
  // the state after is one that the fact had earlier. Nothing for a change to something new.
  [[nodiscard]] std::optional<git::ObjectId> undone_by(const Past& past,
                                                       const FactChange& change) const;

  // What `name` had done to it that was made at `made`.
  struct Note {
    std::string name;
    std::optional<Instant> made;
    FactChange change;
  };
  // Says that `commit` did it.
  void note(const Note& note, const git::ObjectId& commit);
  // Says that `commit` merged it from somewhere else, where it may have been noted before.
  void note_merged(const Note& note, const git::ObjectId& commit);
  // Says that what was made at either time is one project.
  void join(const Instant& a, const Instant& b);

 private:
  struct Entry {
    git::ObjectId since;               // zero: not known
    std::vector<std::size_t> earlier;  // hashes of states; what was not there is kAbsent
  };

  Entry& note_state(const Note& note);
  // The time that stands for all that are joined.
  [[nodiscard]] Instant first_of(Instant made) const;
  [[nodiscard]] bool is_of(const Past& past, const std::optional<Instant>& made) const;

  // By names, and by when that was made which had the name.
  std::map<std::string, std::map<std::optional<Instant>, std::map<FactKey, Entry>>> entries_;
  std::map<Instant, Instant> joined_;  // to an earlier one
};

}  // namespace claudestep::store
