// Owns: taking back what a reflog was told by somebody who was killed.
#pragma once

#include <string>

#include "git/object_id.h"
#include "git/repository.h"

namespace claudestep::git {

// Takes the last line out of the reflog of `ref`, no symbolic one, if it tells of a move to `value`
// and the ref is not there: whoever was killed between the two has left it. Requires: that one's
// lock of the ref is still there, so that nobody else tells anything.
void take_back_move(const Repository& repository, const std::string& ref, ObjectId value);

}  // namespace claudestep::git
