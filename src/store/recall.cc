#include "store/recall.h"

#include <cstddef>
#include <set>
#include <utility>

#include "store/commit_message.h"
#include "store/fsck_frame.h"
#include "store/fsck_trailer.h"

namespace claudestep::store {

namespace {

// How much of what was there before a push is looked at, to see what a commit takes back.
constexpr std::size_t kMostRecalled = 1000;

// Of the commits that `tip` reaches those nearest to it, whatever clock they were made by: as many
// on each line. Oldest first.
Result<std::vector<git::Commit>> nearest_commits(const git::Repository& repository,
                                                 git::ObjectId tip) {
  std::set<git::ObjectId> seen{tip};
  std::set<git::ObjectId> next{tip};
  while (!next.empty() && seen.size() < kMostRecalled) {
    std::set<git::ObjectId> further;
    for (const git::ObjectId& id : next) {
      CS_ASSIGN(const git::Commit commit, repository.read_commit(id));
      for (const git::ObjectId& parent : commit.parents) {
        if (seen.insert(parent).second) further.insert(parent);
      }
    }
    next = std::move(further);
  }
  return oldest_first(repository, tip, next);
}

}  // namespace

Status recall_past(const git::Repository& repository, git::ObjectId before,
                   const std::vector<git::Commit>& pushed, FrameJudge& judge) {
  bool is_needed = false;
  std::set<git::ObjectId> in_turn;
  for (const git::Commit& commit : pushed) in_turn.insert(commit.id);
  for (const git::Commit& commit : pushed) {
    const auto named = named_operations(commit.message);
    is_needed = is_needed || named.operations.empty() || is_transplant(commit);
    for (const NamedOperation& operation : named.operations) {
      is_needed = is_needed || operation.name == kByHand;
      if (operation.name != "undo") continue;
      is_needed = true;
      const auto id = git::ObjectId::parse(operation.key("commit"));
      if (!id || in_turn.contains(*id)) continue;
      if (const auto undone = repository.read_commit(*id)) CS_TRY(judge.recall(*undone));
    }
  }
  if (!is_needed) return {};
  CS_ASSIGN(const auto past, nearest_commits(repository, before));
  for (const git::Commit& commit : past) CS_TRY(judge.recall(commit));
  return {};
}

}  // namespace claudestep::store
