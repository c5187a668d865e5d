// Owns: a queue of commits, newest committer date first; equal dates leave in the order they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <tuple>

#include "git/object_id.h"

namespace claudestep::git {

class CommitQueue {
 public:
  [[nodiscard]] bool empty() const { return order_.empty(); }
  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] bool contains(const ObjectId& id) const { return queued_.contains(id); }

  // Requires: not in the queue.
  void push(const ObjectId& id, std::int64_t date) {
    order_.emplace(-date, counter_++, id);
    queued_.insert(id);
  }

  // Requires: not empty.
  [[nodiscard]] const ObjectId& front() const { return std::get<2>(*order_.begin()); }
  [[nodiscard]] std::int64_t newest_date() const { return -std::get<0>(*order_.begin()); }

  // Requires: not empty.
  ObjectId pop() {
    const auto first = order_.begin();
    const ObjectId id = std::get<2>(*first);
    order_.erase(first);
    queued_.erase(id);
    return id;
  }

 private:
  std::set<std::tuple<std::int64_t, std::uint64_t, ObjectId>> order_;
  std::set<ObjectId> queued_;
  std::uint64_t counter_ = 0;
};

}  // namespace claudestep::git
