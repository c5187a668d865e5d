// Owns: which commit gave each fact of the branch its present state, and which states it had
// before, gathered while a history is walked from the oldest commit on. Internal to store/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "git/object_id.h"
#include "store/fsck_facts.h"

namespace claudestep::store {

// Whether what a commit did to a fact explains the state that it has later.
enum class Explains : std::uint8_t {
  kYes,
  kNo,  // a merge, which does nothing by itself, and work by hand that is to be judged
};

class FsckLedger {
 public:
  using Filter = std::function<bool(const git::ObjectId&)>;

  // The commit whose work `change` takes back: the one that gave the fact its state before, when
  // the state after is one that the fact had earlier. Nothing for a change to something new. With
  // `is_known` only commits count for which it is true.
  // `scope` is the name of a project, or "/" and a path.
  [[nodiscard]] std::optional<git::ObjectId> undone_by(const std::string& scope,
                                                       const FactChange& change,
                                                       const Filter& is_known = {}) const;

  // Whether the fact had that state before some change of it.
  [[nodiscard]] bool was_earlier(const std::string& scope, const FactKey& key,
                                 const std::optional<std::string>& state) const;

  // Whether commits that explain it, and that `counts`, brought the fact from the one state to the
  // other, with `from_any` from whatever there was, and left it so.
  [[nodiscard]] bool leads(const std::string& scope, const FactChange& change, bool from_any,
                           const Filter& counts) const;

  // Says that `commit` made `change`.
  void note(const std::string& scope, const FactChange& change, const git::ObjectId& commit,
            Explains explains = Explains::kYes);

 private:
  struct Note {
    git::ObjectId commit;
    std::size_t before = 0;  // hashes of states; what was not there is kAbsent
    std::size_t after = 0;
    Explains explains = Explains::kYes;
  };

  [[nodiscard]] const std::vector<Note>& notes_of(const std::string& scope,
                                                  const FactKey& key) const;

  std::map<std::pair<std::string, FactKey>, std::vector<Note>> notes_;  // oldest first
};

}  // namespace claudestep::store
