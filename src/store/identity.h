// Owns: what a project says of who it is, and what two such sayings tell of each other.
// Leaves to others: who is who among many (store/lineages.h). Internal to store/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/project.h"

namespace claudestep::store {

// What a project says of who it is.
struct Identity {
  std::vector<std::string> former_names;  // in the order in which it had them
  std::vector<std::string> tasks;         // their ids, sorted
  std::optional<Instant> created_at;
};
[[nodiscard]] Identity identity_of(const model::Project& project);

[[nodiscard]] bool share_a_task(const Identity& a, const Identity& b);
// Whether two surely are one project, whatever names they had: made at one time, with a task that
// both have.
[[nodiscard]] bool is_the_same(const Identity& a, const Identity& b);
// Whether two say that they were made at different times.
[[nodiscard]] bool were_made_apart(const Identity& a, const Identity& b);
// Whether `now` says that it was made later. A merge of two that were made under one name says the
// earlier time from then on and is both of them still; what is made after another is another.
[[nodiscard]] bool was_made_later(const Identity& before, const Identity& now);
// Whether a project cannot be the one that had its name before, or once had the name of another.
[[nodiscard]] bool may_be_another(const Identity& before, const Identity& now);

}  // namespace claudestep::store
