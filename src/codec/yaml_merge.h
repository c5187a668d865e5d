// Owns: merge keys: what `<<` of a YAML map brings into it.
#pragma once

#include <optional>
#include <string_view>

#include "base/value.h"

namespace claudestep::codec {

// The key of a merge, and until it is merged its source, which tells it from a '<<' in quotes.
inline constexpr std::string_view kMergeKey = "<<";

// Puts in place of each merge key inside `value` the members that it brings; those that the map
// says itself, and those of an earlier map in a list, come first. Returns where something other
// than maps was to be merged, or nothing.
[[nodiscard]] std::optional<Mark> merge_keys(Value& value);

}  // namespace claudestep::codec
