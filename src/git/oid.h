// Owns: the conversion between ObjectId and libgit2's git_oid, which have the same bytes.
// Internal to git/.
#pragma once

#include <git2/oid.h>

#include <algorithm>
#include <cstddef>

#include "git/object_id.h"

namespace claudestep::git {

inline constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);

[[nodiscard]] inline git_oid to_oid(const ObjectId& id) {
  git_oid oid;
  std::copy(id.bytes.begin(), id.bytes.end(), std::begin(oid.id));
  return oid;
}

[[nodiscard]] inline ObjectId from_oid(const git_oid& oid) {
  ObjectId id;
  std::copy(std::begin(oid.id), std::end(oid.id), id.bytes.begin());
  return id;
}

}  // namespace claudestep::git
