// Owns: telling what goes by itself from what stays, by what git says of a ref that it could not
// write.
#pragma once

#include <cstdint>
#include <string_view>

namespace claudestep::host {

enum class RefObstacle : std::uint8_t {
  kNone,     // git says nothing of a ref
  kPasses,   // another git is at it, or was faster: trying again helps
  kStays,    // a full or broken disk, missing rights, another branch: trying again does not
  kUnknown,  // words that we do not know
};

// `said` is what git wrote to stderr, its remote's lines included. One obstacle that stays makes
// all others of no account.
[[nodiscard]] RefObstacle find_ref_obstacle(std::string_view said);

}  // namespace claudestep::host
