#include <algorithm>
#include <utility>

#include "store/fsck_judge.h"

namespace claudestep::store {

void FrameJudge::lose(const git::Commit& commit, const Subject& subject, const FactChange& change,
                      std::string message) {
  auto found =
      check::diagnose("push/metadata-lost", place_in(commit, subject.path), std::move(message));
  losses_.push_back({subject.name, change, std::move(found), commit.id});
}

bool FrameJudge::brings_back_loss(const git::ObjectId& lost_by, const std::string& name,
                                  const FactChange& change) const {
  return std::any_of(losses_.begin(), losses_.end(), [&](const Loss& loss) {
    return !loss.is_back && loss.last == lost_by && loss.project == name &&
           loss.change.key == change.key && loss.change.before == change.after;
  });
}

Status FrameJudge::follow_losses(const git::Commit& commit, const NamedOperations& named) {
  if (losses_.empty()) return {};
  for (const NamedOperation& operation : named.operations) {
    const auto undone = git::ObjectId::parse(operation.key("commit"));
    if (operation.name != "undo" || !undone) continue;
    for (Loss& loss : losses_) {
      if (loss.last != *undone) continue;
      CS_ASSIGN(loss.is_back, has_again(tree_of(commit), loss));
      loss.last = commit.id;
    }
  }
  return {};
}

// That a commit says it takes another back is no proof of it.
Result<bool> FrameJudge::has_again(const git::ObjectId& tree, const Loss& loss) {
  CS_ASSIGN(const auto placed, versions_.find(tree, loss.project));
  if (loss.change.key == kWholeFile) return state_of(placed) == loss.change.before;
  if (!placed) return false;
  if (loss.change.key == kShelf) return shelf_of(placed) == loss.change.before;
  const auto version = versions_.read(placed->blob);
  const auto fact = version->facts.find(loss.change.key);
  if (fact == version->facts.end()) return version->readable && !loss.change.before;
  return fact->second == loss.change.before;
}

void FrameJudge::tell_losses() {
  for (const Loss& loss : losses_) {
    if (!loss.is_back) report_.diagnostics.push_back(loss.found);
  }
}

}  // namespace claudestep::store
