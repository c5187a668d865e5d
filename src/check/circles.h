// Owns: finding what waits for itself in a graph.
#pragma once

#include <cstddef>
#include <vector>

namespace claudestep::check {

// For each node those that it needs.
using Edges = std::vector<std::vector<std::size_t>>;

// A shortest circle through the first node of each group of nodes that need each other: {0, 2, 0}.
// In the order of those first nodes. Linear in the graph but for the groups that have circles.
[[nodiscard]] std::vector<std::vector<std::size_t>> circles(const Edges& needs);

}  // namespace claudestep::check
