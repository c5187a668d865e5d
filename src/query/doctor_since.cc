// Which commits came since another. Asked for each commit of a long history, git would follow that
// history each time.
#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

using ParentsOf = std::map<git::ObjectId, std::vector<git::ObjectId>>;

// What can be read of `tip` and all that it is built on, but for what `known` has.
ParentsOf parents_below(const git::Repository& repository, const git::ObjectId& tip,
                        const ParentsOf& known) {
  ParentsOf parents;
  std::vector<git::ObjectId> left = {tip};
  while (!left.empty()) {
    const git::ObjectId id = left.back();
    left.pop_back();
    if (known.contains(id) || parents.contains(id)) continue;
    auto commit = repository.read_commit(id);
    if (!commit) continue;
    left.insert(left.end(), commit->parents.begin(), commit->parents.end());
    parents.emplace(id, std::move(commit->parents));
  }
  return parents;
}

}  // namespace

Since::Since(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& past) {
  const ParentsOf known = parents_below(patient.repository, past, ParentsOf());
  parents_ = parents_below(patient.repository, tip, known);
  if (!has(tip) && !known.contains(tip)) lost_.insert(tip);
  for (const auto& [commit, parents] : parents_) {
    for (const git::ObjectId& parent : parents) {
      children_[parent].push_back(commit);
      if (!has(parent) && !known.contains(parent)) lost_.insert(parent);
    }
  }
}

std::set<git::ObjectId> Since::upon(const git::ObjectId& commit) const {
  std::set<git::ObjectId> built;
  std::vector<git::ObjectId> left = {commit};
  while (!left.empty()) {
    const auto children = children_.find(left.back());
    left.pop_back();
    if (children == children_.end()) continue;
    for (const git::ObjectId& child : children->second) {
      if (built.insert(child).second) left.push_back(child);
    }
  }
  return built;
}

std::vector<git::ObjectId> Since::newest_shared(const Since& other) const {
  std::vector<git::ObjectId> newest;
  for (const auto& [commit, parents] : parents_) {
    if (!other.has(commit)) continue;
    const auto children = children_.find(commit);
    const bool goes_on = children != children_.end() &&
                         std::any_of(children->second.begin(), children->second.end(),
                                     [&](const git::ObjectId& child) { return other.has(child); });
    if (!goes_on) newest.push_back(commit);
  }
  return newest;
}

std::vector<git::ObjectId> Since::all() const {
  std::vector<git::ObjectId> commits;
  for (const auto& [commit, parents] : parents_) commits.push_back(commit);
  return commits;
}

}  // namespace claudestep::query
