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
  // The commit that gave the fact the state that it has; nothing where none was noted.
  [[nodiscard]] std::optional<git::ObjectId> last_changed_by(const Past& past,
                                                             const FactKey& key) const;

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
    std::size_t noted = 0;             // when, in the order of the notes
    std::vector<std::size_t> earlier;  // sorted hashes of states; what was not there is kAbsent

    void add(std::size_t state);
    void add(const Entry& other);
    [[nodiscard]] bool has(std::size_t state) const;
  };
  using Entries = std::map<FactKey, Entry>;
  // Of one name, by the time that stands for when that was made which had the name.
  using Bearers = std::map<std::optional<Instant>, Entries>;

  // Times of which it was said that they are of one project.
  struct Joined {
    Instant to;            // itself, or nearer to the one that stands for all
    std::size_t size = 1;  // of those that it stands for
  };

  Entry& note_state(const Note& note);
  // The time that stands for all that are joined.
  [[nodiscard]] Instant standing_for(Instant made) const;
  // Calls `visit` with the entry of the fact under each name that the past may mean.
  template <typename Visit>
  void visit_entries(const Past& past, const FactKey& key, const Visit& visit) const;

  std::map<std::string, Bearers> entries_;             // by names
  std::map<Instant, Joined> joined_;                   // those that were joined
  std::map<Instant, std::set<std::string>> names_of_;  // under which a time has entries
  std::size_t notes_ = 0;
};

}  // namespace claudestep::store
