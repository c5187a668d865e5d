#include "model/longest_rise.h"

#include <algorithm>
#include <iterator>

namespace claudestep::model {

std::unordered_set<std::size_t> longest_rise(const std::vector<std::int64_t>& places) {
  std::vector<std::size_t> ends;  // ends[n]: where the lowest run of n + 1 ends
  std::vector<std::size_t> previous(places.size(), places.size());
  for (std::size_t at = 0; at < places.size(); ++at) {
    const auto end =
        std::lower_bound(ends.begin(), ends.end(), places[at],
                         [&](std::size_t e, std::int64_t place) { return places[e] < place; });
    if (end != ends.begin()) previous[at] = *std::prev(end);
    if (end == ends.end()) {
      ends.push_back(at);
    } else {
      *end = at;
    }
  }
  std::unordered_set<std::size_t> rise;
  for (std::size_t at = ends.empty() ? places.size() : ends.back(); at < places.size();
       at = previous[at]) {
    rise.insert(at);
  }
  return rise;
}

}  // namespace claudestep::model
