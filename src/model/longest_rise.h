// Owns: which of the records in a list changed their place, and which were only pushed aside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace claudestep::model {

// The positions in `places` on a longest strictly rising run through it. Where `places` says where
// each record was before, those that stay in order when as few as possible are said to have moved.
[[nodiscard]] std::unordered_set<std::size_t> longest_rise(const std::vector<std::int64_t>& places);

}  // namespace claudestep::model
