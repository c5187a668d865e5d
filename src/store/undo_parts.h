// Owns: what undo needs to know of the commit that it takes back. Internal to store/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/lineages.h"
#include "store/view.h"

namespace claudestep::store {

// The first digits of an id, for messages.
[[nodiscard]] std::string short_id(const git::ObjectId& id);

// The commit that `revision` names, which must be in the view's history; without one the newest
// that changed projects, on the first-parent line; of this clone's own line where the view is a
// merge that is not written yet; and where the newest is a merge, this user's newest among what it
// brought together. kNotFound when there is none, kConflict when a merge brought nothing of this
// user's.
[[nodiscard]] Result<git::ObjectId> choose_undo(const git::Repository& repository, const View& view,
                                                const std::optional<std::string>& revision);

// Whether `now` can be the project that was `was`, going by its time and its tasks: a name may have
// gone to another one.
[[nodiscard]] bool can_be(const Identity& was, const Identity& now);

// What changed between two trees besides projects: files, and folders with a slash.
[[nodiscard]] Result<std::vector<std::string>> foreign_files(const git::Repository& repository,
                                                             git::ObjectId before,
                                                             git::ObjectId after);

}  // namespace claudestep::store
