// Owns: where in a document each record of its project was read from, so that a finding about a
// record has a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "model/project.h"

namespace claudestep::check {

// A value of the document and its path. Valid as long as the document.
struct Spot {
  const Value* value = nullptr;
  std::string path;

  // The member `name` of the record here, or the record itself where it has no such member.
  [[nodiscard]] Spot member(std::string_view name) const;
};

struct PullRequestSpot {
  Spot record;
  std::vector<Spot> operations;  // in the order of PullRequest::ai_operations
};

class Outline {
 public:
  Spot root;
  std::vector<Spot> tasks;  // 2.0 and spec: one a task, in document order
  std::map<std::int64_t, Spot>
      tasks_by_index;                          // other dialects: the first record that speaks of it
  std::vector<PullRequestSpot> pull_requests;  // in document order

  // Where the task at `place` of the stored project is; the document where no record speaks of it.
  [[nodiscard]] Spot task(const model::Project& stored, std::size_t place) const;
  [[nodiscard]] Spot pull_request(std::size_t place) const;
  // The operation, or its pull request where it was made from members of that.
  [[nodiscard]] Spot operation(std::size_t pr, std::size_t place) const;
};

}  // namespace claudestep::check
