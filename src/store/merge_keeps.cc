#include "store/merge_keeps.h"

#include <algorithm>
#include <utility>

#include "store/commit_message.h"
#include "store/merge.h"

namespace claudestep::store {

namespace {

// Whether it says that something that one side took away was kept, and `key` is about that; or that
// the operation of `key`, which each side has elsewhere, is where the other has it.
bool tells_of(const model::Receipt& receipt, const std::set<std::string>& names,
              const FactKey& key) {
  if (!names.contains(receipt.project)) return false;
  if (key == kShelf) return receipt.member == "archive";
  if (key.of == FactOf::kOperation) {
    return receipt.member == "pr_number" && key.record.starts_with(receipt.dropped + " ") &&
           receipt.operation == operation_in(key.record);
  }
  if (receipt.member != "deletion" || receipt.dropped != "deleted") return false;
  const bool is_of_record = !receipt.task.empty() || receipt.pr != 0 || !receipt.operation.empty();
  if (!is_of_record) return receipt.file.empty();
  if (key.of == FactOf::kTask) return receipt.task == key.record;
  return key.of == FactOf::kPullRequest && receipt.operation.empty() &&
         std::to_string(receipt.pr) == key.record;
}

}  // namespace

MergeKeeps::MergeKeeps(const git::Repository& repository, const std::vector<git::Commit>& commits)
    : repository_(repository), versions_(repository) {
  for (const git::Commit& commit : commits) {
    Step step{commit, {}, std::nullopt};
    for (const git::ObjectId& parent : commit.parents) {
      const auto place = places_.find(parent);
      step.parents.push_back(place == places_.end() ? std::nullopt : std::optional(place->second));
    }
    places_.emplace(commit.id, steps_.size());
    steps_.push_back(std::move(step));
  }
}

bool MergeKeeps::have(const std::set<std::string>& names, const FactKey& key,
                      const git::ObjectId& by) {
  std::vector<std::size_t> keepers;
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    const auto& receipts = receipts_of(at);
    const bool tells =
        std::any_of(receipts.begin(), receipts.end(),
                    [&](const model::Receipt& receipt) { return tells_of(receipt, names, key); });
    if (!tells || !has(at, names, key)) continue;
    const bool settles =
        is_merge(at) ? parent_without(at, by).has_value() : is_parent_built_on(steps_[at], 0, by);
    if (settles) return true;
    keepers.push_back(at);
  }
  if (keepers.empty()) return false;
  // Whether one is in the work with which a later merge put together what has the commit.
  for (std::size_t later = 0; later < steps_.size(); ++later) {
    if (!is_merge(later)) continue;
    const auto ours = parent_without(later, by);
    if (!ours || !has(later, names, key)) continue;
    const bool is_settled = std::any_of(keepers.begin(), keepers.end(), [&](std::size_t keeper) {
      return is_parent_built_on(steps_[later], *ours, steps_[keeper].commit.id);
    });
    if (is_settled) return true;
  }
  return false;
}

const std::vector<model::Receipt>& MergeKeeps::receipts_of(std::size_t at) {
  Step& step = steps_[at];
  if (step.receipts) return *step.receipts;
  step.receipts.emplace();
  if (is_merge(at)) {
    const auto& sides = step.commit.parents;
    auto merged = merge_commits(repository_, sides[0], sides[1]);
    if (merged) step.receipts = std::move(merged->receipts);
  } else if (is_transplant(step.commit)) {
    step.receipts = receipts_in(step.commit.message);
  }
  return *step.receipts;
}

bool MergeKeeps::has(std::size_t at, const std::set<std::string>& names, const FactKey& key) {
  const auto placed = versions_.find(steps_[at].commit.tree, names);
  if (!placed) return false;
  return std::any_of(placed->begin(), placed->end(), [&](const auto& project) {
    const Placed& place = project.second;
    if (key == kWholeFile) return true;
    if (key == kShelf) return place.shelf == model::Shelf::kProjects;
    const bool is_there = versions_.read(place.blob)->facts.contains(key);
    return is_there != (key.of == FactOf::kOperation);
  });
}

const std::vector<bool>& MergeKeeps::built_on(const git::ObjectId& id) {
  const auto known = built_on_.find(id);
  if (known != built_on_.end()) return known->second;
  const bool is_step = places_.contains(id);
  std::vector<bool> found;
  found.reserve(steps_.size());
  for (const Step& step : steps_) {
    bool is_built_on = step.commit.id == id;
    for (std::size_t at = 0; !is_built_on && at < step.parents.size(); ++at) {
      // What the tip has is built on none of the steps.
      is_built_on = step.parents[at] ? found[*step.parents[at]]
                                     : !is_step && tip_has(step.commit.parents[at], id);
    }
    found.push_back(is_built_on);
  }
  return built_on_.emplace(id, std::move(found)).first->second;
}

bool MergeKeeps::tip_has(const git::ObjectId& tip, const git::ObjectId& id) {
  const auto [known, is_new] = tips_.try_emplace({tip, id});
  if (is_new) known->second = repository_.reaches(tip, id).value_or(false);
  return known->second;
}

bool MergeKeeps::is_parent_built_on(const Step& step, std::size_t parent, const git::ObjectId& id) {
  if (parent >= step.parents.size()) return false;
  const auto& at = step.parents[parent];
  if (at) return built_on(id)[*at];
  return !places_.contains(id) && tip_has(step.commit.parents[parent], id);
}

std::optional<std::size_t> MergeKeeps::parent_without(std::size_t at, const git::ObjectId& by) {
  const bool first = is_parent_built_on(steps_[at], 0, by);
  if (first == is_parent_built_on(steps_[at], 1, by)) return std::nullopt;
  return first ? 1 : 0;
}

}  // namespace claudestep::store
