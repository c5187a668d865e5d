// Owns: which commit gave each fact of the branch its present state, and which states it had
// before, gathered while a history is walked from the oldest commit on. Internal to store/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/object_id.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

class FsckLedger {
 public:
  // The commit whose work `change` takes back: the one that gave the fact its state before, when
  // the state after is one that the fact had earlier. Nothing for a change to something new.
  // `scopes` are the names of a project, or "/" and a path.
  [[nodiscard]] std::optional<git::ObjectId> undone_by(const std::set<std::string>& scopes,
                                                       const FactChange& change) const;

  // Says that `commit` made `change`.
  void note(const std::string& scope, const FactChange& change, const git::ObjectId& commit);
  // Says that `commit` merged it from somewhere else, where it may have been noted before.
  void note_merged(const std::string& scope, const FactChange& change, const git::ObjectId& commit);

 private:
  struct Entry {
    git::ObjectId since;               // zero: not known
    std::vector<std::size_t> earlier;  // hashes of states; what was not there is kAbsent
  };

  Entry& note_state(const std::string& scope, const FactChange& change);

  std::map<std::pair<std::string, FactKey>, Entry> entries_;
};

}  // namespace claudestep::store
