// Owns: whether a commit may have put another project under a name, by what it says of itself.
// Leaves to others: what is in the files.
#pragma once

#include <string>
#include <string_view>

namespace claudestep::store {

enum class Birth {
  kNo,        // what has the name is what had it before
  kUnlisted,  // more was done than the commit names: so only if it left the file alone
  kMaybe,     // made, renamed, deleted, taken back or carried over
};

// What a commit with this message did to the project `name`. kNo for a commit of somebody else, who
// edits a file by hand.
[[nodiscard]] Birth birth_in(std::string_view message, const std::string& name);

}  // namespace claudestep::store
