// Owns: taking back what a swap of a ref that failed has left in reflogs, which are told of it
// before it is known that the ref can be put in place. Internal to git/.
#pragma once

#include <string>
#include <vector>

#include "git/object_id.h"

namespace claudestep::git {

// Ends each of the reflogs `logs` before the last lines that say a ref moved from `from` to `to`,
// and before a line that broke off there. Holds the ref's lock `lock` meanwhile; where somebody
// else has it the reflogs stay as they are. Requires: no ref was at `to`.
void undo_reflogs(const std::string& lock, const std::vector<std::string>& logs,
                  const ObjectId& from, const ObjectId& to);
// The same where the lock is held by who calls.
void undo_locked_reflogs(const std::vector<std::string>& logs, const ObjectId& from,
                         const ObjectId& to);

}  // namespace claudestep::git
