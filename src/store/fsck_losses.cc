#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/fsck_judge.h"

namespace claudestep::store {

void FrameJudge::lose(const git::Commit& commit, const Subject& subject, const FactChange& change,
                      std::string message) {
  auto found =
      check::diagnose("push/metadata-lost", place_in(commit, subject.path), std::move(message));
  losses_.push_back({subject.name, subject.past, change, std::move(found), commit.id});
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
  std::set<git::ObjectId> undone;
  for (const NamedOperation& operation : named.operations) {
    const auto id = git::ObjectId::parse(operation.key("commit"));
    if (operation.name == "undo" && id) undone.insert(*id);
  }
  std::vector<Loss*> touched;
  std::set<std::string> projects;
  for (Loss& loss : losses_) {
    if (!undone.contains(loss.last)) continue;
    touched.push_back(&loss);
    projects.insert(loss.project);
  }
  CS_ASSIGN(const auto placed, versions_.find(tree_of(commit), projects));
  for (Loss* const loss : touched) {
    const auto project = placed.find(loss->project);
    loss->is_back =
        has_again(project == placed.end() ? std::nullopt : std::optional(project->second), *loss);
    loss->last = commit.id;
  }
  return {};
}

// That a commit says it takes another back is no proof of it.
bool FrameJudge::has_again(const std::optional<Placed>& placed, const Loss& loss) {
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
