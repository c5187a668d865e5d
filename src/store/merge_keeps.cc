#include "store/merge_keeps.h"

#include <algorithm>
#include <cstddef>

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
    : repository_(repository) {
  for (const git::Commit& commit : commits) {
    if (commit.parents.size() == 2) {
      keepers_.push_back({commit.id, commit.parents, std::nullopt});
    } else if (is_transplant(commit)) {
      keepers_.push_back({commit.id, commit.parents, receipts_in(commit.message)});
    }
  }
}

bool MergeKeeps::have(const std::set<std::string>& names, const FactKey& key,
                      const git::ObjectId& by) {
  return std::any_of(keepers_.begin(), keepers_.end(), [&](Keeper& keeper) {
    if (!settles(keeper, by) && !is_settled_after(keeper, by)) return false;
    if (!keeper.receipts) {
      auto merged = merge_commits(repository_, keeper.parents[0], keeper.parents[1]);
      keeper.receipts.emplace();
      if (merged) keeper.receipts = std::move(merged->receipts);
    }
    return std::any_of(
        keeper.receipts->begin(), keeper.receipts->end(),
        [&](const model::Receipt& receipt) { return tells_of(receipt, names, key); });
  });
}

bool MergeKeeps::settles(const Keeper& keeper, const git::ObjectId& by) const {
  const auto having = std::count_if(
      keeper.parents.begin(), keeper.parents.end(),
      [&](const git::ObjectId& parent) { return repository_.reaches(parent, by).value_or(false); });
  return having == 1;
}

bool MergeKeeps::is_settled_after(const Keeper& keeper, const git::ObjectId& by) const {
  return std::any_of(keepers_.begin(), keepers_.end(), [&](const Keeper& later) {
    if (later.parents.size() != 2 || !settles(later, by)) return false;
    return std::any_of(later.parents.begin(), later.parents.end(), [&](const git::ObjectId& side) {
      return !repository_.reaches(side, by).value_or(true) &&
             repository_.reaches(side, keeper.id).value_or(false);
    });
  });
}

}  // namespace claudestep::store
