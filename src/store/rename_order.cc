#include "store/rename_order.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace claudestep::store {

Result<std::vector<model::RenameProject>> renames_one_by_one(
    std::vector<model::RenameProject> renames, const SpareName& spare_name) {
  std::vector<model::RenameProject> ordered;
  std::set<std::string> had;  // by those that are left
  std::map<std::string, std::set<std::size_t>> wanted;
  for (std::size_t at = 0; at < renames.size(); ++at) {
    CS_CHECK(renames[at].project != renames[at].to);
    had.insert(renames[at].project);
    wanted[renames[at].to].insert(at);
  }
  std::set<std::size_t> left;
  std::set<std::size_t> free;
  for (std::size_t at = 0; at < renames.size(); ++at) {
    left.insert(at);
    if (!had.contains(renames[at].to)) free.insert(at);
  }
  while (!left.empty()) {
    const bool is_circle = free.empty();
    const auto next =
        is_circle
            ? std::find_if(left.begin(), left.end(),
                           [&](std::size_t at) { return wanted.contains(renames[at].project); })
            : left.find(*free.begin());
    CS_CHECK(next != left.end());
    model::RenameProject& pending = renames[*next];
    model::RenameProject rename = pending;
    had.erase(rename.project);
    if (is_circle) {
      CS_ASSIGN(rename.to, spare_name(rename.project));
      pending.project = rename.to;
      had.insert(pending.project);
    } else {
      free.erase(*next);
      const auto place = wanted.find(rename.to);
      place->second.erase(*next);
      if (place->second.empty()) wanted.erase(place);
      left.erase(next);
    }
    const auto takers = wanted.find(rename.project);
    if (takers != wanted.end()) {
      free.insert(takers->second.begin(), takers->second.end());
    }
    ordered.push_back(std::move(rename));
  }
  return ordered;
}

}  // namespace claudestep::store
