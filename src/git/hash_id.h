// Owns: object ids as keys of hash tables.
#pragma once

#include <cstddef>

#include "git/object_id.h"

namespace claudestep::git {

// An id is a hash already.
struct HashId {
  std::size_t operator()(const ObjectId& id) const noexcept {
    std::size_t hash = 0;
    for (std::size_t at = 0; at < sizeof hash; ++at) hash = hash << 8U | id.bytes[at];
    return hash;
  }
};

}  // namespace claudestep::git
