// Owns: what makes that which unpushed commits said true of another tip, where projects may have
// other names, lie on the other shelf, or not be there. Leaves to others: what they said
// (store/transplant_sayings.h). Internal to store/.
#pragma once

#include "base/result.h"
#include "git/repository.h"
#include "store/transplant.h"
#include "store/transplant_sayings.h"

namespace claudestep::store {

// Puts operations before, between and behind those that were said which lead from the projects of
// the tip to those that they speak of, and from what comes of that to what the merge has.
[[nodiscard]] Status translate_names(const git::Repository& repository, const Transplant& trees,
                                     Sayings& said);

}  // namespace claudestep::store
