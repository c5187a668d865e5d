// Owns: the steps of merge(): the three versions with their records by key, and one function a kind
// of record. Private to model/.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/merge.h"
#include "model/project.h"

namespace claudestep::model::merging {

// What tells a record from others, and how many of the same came before it in its document, which
// is more than none in a broken one only.
template <typename K>
using Key = std::pair<K, std::size_t>;
using TaskKey = Key<std::string>;
using PrKey = Key<std::int64_t>;
using OperationKey = Key<std::string>;

// An operation and the pull request it lies in.
struct PlacedOperation {
  PrKey pr;
  const AiOperation* operation = nullptr;
};

// The least operation_id that records of any version have, by pull request and run.
using KnownIds = std::map<std::pair<PrKey, std::string>, std::string>;

// A document with its records by key.
struct Version {
  // Adds the ids of `project` to `ids`.
  Version(const Project& project, KnownIds& ids);
  // Fills `operations`, when `ids` has those of all versions.
  void place_operations(const KnownIds& ids);

  const Project& project;
  std::map<TaskKey, const Task*> tasks;
  std::map<PrKey, const PullRequest*> prs;
  std::map<OperationKey, PlacedOperation> operations;
};

// The record as a receipt names it; merge() adds the project.
[[nodiscard]] Receipt receipt_for(const TaskKey& key);
[[nodiscard]] Receipt receipt_for(const PrKey& key);

// What the merge is about and where its receipts go.
struct Work {
  const Version* base;  // null when there is none
  const Version& ours;
  const Version& theirs;
  std::vector<Receipt>& receipts;
};

// The merged pull requests with their operations, in (created_at, number) order. Their operations
// are in (created_at, run, type) order.
[[nodiscard]] std::vector<PullRequest> merge_pull_requests(const Work& work);

// The tasks of `merged`, whose plan and pull requests are merged: numbered and in order. One that
// one side deleted stays when a pull request, or another task, needs it.
[[nodiscard]] std::vector<Task> merge_tasks(const Work& work, const Project& merged);

// Numbers the tasks and puts them in order. Those of the base keep their order, or take the order
// of the one side that changed it; an added one stays behind the task it was put behind. Where both
// sides added in one place, (index, id) decides.
void number_tasks(const Work& work, std::map<TaskKey, Task>& tasks);

// Takes away dependencies that both sides added and that make a circle together, the greatest
// (task, dependency) pairs first, with receipts.
void cut_circles(const Work& work, std::vector<Task>& tasks);

// Whether a record says what it said in the base, its place not counting.
[[nodiscard]] bool is_unchanged(const Task& a, const Task& b);
[[nodiscard]] bool is_unchanged(const PullRequest& a, const PullRequest& b);
[[nodiscard]] bool is_unchanged(const AiOperation& a, const AiOperation& b);

// The same, and every member is spelt alike.
[[nodiscard]] bool is_spelt_alike(const Task& a, const Task& b);
[[nodiscard]] bool is_spelt_alike(const PullRequest& a, const PullRequest& b);
[[nodiscard]] bool is_spelt_alike(const AiOperation& a, const AiOperation& b);

template <typename Records>
[[nodiscard]] auto find_in(const Records& records, const typename Records::key_type& key) ->
    typename Records::mapped_type {
  const auto found = records.find(key);
  return found == records.end() ? typename Records::mapped_type{} : found->second;
}

}  // namespace claudestep::model::merging
