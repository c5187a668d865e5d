#include "store/transplant.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "store/carried_writes.h"
#include "store/fsck_judge.h"
#include "store/fsck_trailer.h"
#include "store/fsck_versions.h"
#include "store/lineages.h"
#include "store/squash_losses.h"
#include "store/transplant_names.h"
#include "store/transplant_sayings.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kMostLossesTold = 5;

// What a commit that names no operation did, as lines of one that carries it on: files only where
// they are among those that this one changes, `carried`.
Status add_by_hand(const git::Repository& repository, const git::Commit& commit,
                   const TreeStep& carried, Sayings& said) {
  const bool is_ours = named_operations(commit.message).is_ours();
  if (commit.parents.size() > 1 || is_ours) return {};
  git::ObjectId before;
  if (!commit.parents.empty()) {
    CS_ASSIGN(const git::Commit parent, repository.read_commit(commit.parents.front()));
    before = parent.tree;
  }
  CS_ASSIGN(const TreeStep step, Versions(repository).step(before, commit.tree));
  for (const auto& [path, unused] : step.others) {
    if (carried.others.contains(path)) said.say_by_hand("file", path);
  }
  for (const auto& [project, unused] : step.projects) said.say_by_hand("project", project);
  return {};
}

// Names what the operations do not account for as done by hand. False when nothing is left to name.
bool say_rest_by_hand(const FrameJudge& judge, Sayings& said) {
  const std::size_t before = said.operations.size();
  for (const std::string& name : judge.unproved()) {
    const bool is_file = name.starts_with('/');
    said.say_by_hand(is_file ? "file" : "project", is_file ? name.substr(1) : name);
  }
  return said.operations.size() > before;
}

// The same of what is carried on: what is there as a whole, and only when that does not tell all,
// what is gone.
bool say_unproved(const FrameJudge& judge, const Transplant& trees, Sayings& said) {
  const auto count = [&] {
    return said.operations.size() + said.carried.size() + said.receipts.size();
  };
  const std::size_t before = count();
  const std::set<std::string>& unproved = judge.unproved();
  for (const std::string& name : unproved) {
    if (name.starts_with('/')) said.say_by_hand("file", name.substr(1));
  }
  for (const TracedProject& project : trees.projects) {
    if (!project.merged) continue;
    const std::string& name = project.merged->name;
    const std::string& from = project.at[kTheirs] ? project.at[kTheirs]->name : name;
    if (unproved.contains(name) || unproved.contains(from)) said.say_carried(name, from);
  }
  if (count() > before) return true;
  for (const std::string& receipt : judge.owed()) {
    const auto same = std::find(said.receipts.begin(), said.receipts.end(), receipt);
    if (same == said.receipts.end()) said.receipts.push_back(receipt);
  }
  return count() > before;
}

// Whether something that a guard objects to is hidden where one commit stands for all of them.
Status check_losses(const git::Repository& repository, const Transplant& trees,
                    const std::vector<git::Commit>& commits, const std::string& tip) {
  CS_ASSIGN(const auto lost, find_squash_losses(repository, trees.tip, trees.merged, commits));
  if (lost.empty()) return {};
  Error error{ErrorCode::kConflict, "what was never pushed takes away what " + tip + " has"};
  for (std::size_t at = 0; at < std::min(lost.size(), kMostLossesTold); ++at) {
    error.causes.push_back(lost[at].message);
  }
  if (lost.size() > kMostLossesTold) {
    error.causes.push_back("and " + std::to_string(lost.size() - kMostLossesTold) + " more");
  }
  return fail(std::move(error));
}

// A message to which those who ask for proof have no objection, whatever the work was: how it came
// about says not always what it comes to upon another tip.
Result<std::string> proved_message(const git::Repository& repository, const Transplant& trees,
                                   const std::string& tip, Sayings said) {
  const bool by_hand = trees.rest == Rest::kMadeByHand;
  // What gave way in a merge accounts for nothing that was done by hand after it.
  const auto receipts = by_hand ? std::exchange(said.receipts, {}) : std::vector<std::string>();
  while (true) {
    const std::size_t most = by_hand ? said.operations.size() : kMaxOpTrailers;
    FsckReport report;
    FrameJudge judge(repository, report);
    CS_TRY(judge.judge({{}, trees.merged, {trees.tip.id}, {}, {}, said.message(tip, most)}));
    if (judge.unproved().empty()) break;
    if (by_hand ? say_rest_by_hand(judge, said) : say_unproved(judge, trees, said)) continue;
    return fail(ErrorCode::kInternal, "unpushed work cannot be put on " + tip +
                                          ": nothing says what became of " +
                                          quoted(*judge.unproved().begin()));
  }
  if (by_hand) said.receipts = receipts;
  return said.message(tip);
}

}  // namespace

Result<std::string> transplant_message(const git::Repository& repository, const Transplant& trees,
                                       const std::vector<git::Commit>& commits,
                                       const std::vector<model::Receipt>& receipts,
                                       const std::string& tip) {
  CS_ASSIGN(const TreeStep carried, Versions(repository).step(trees.tip.tree, trees.merged));
  if (trees.rest == Rest::kMadeByHand) CS_TRY(check_losses(repository, trees, commits, tip));
  Sayings said;
  CarriedWrites writes(repository);
  for (const git::Commit& commit : commits) {
    CS_TRY(add_by_hand(repository, commit, carried, said));
    said.add(commit.message);
    CS_TRY(writes.add(commit));
  }
  for (std::string& id : writes.add_first_ids()) said.op_ids.push_back(std::move(id));
  CS_ASSIGN(said.done, writes.trailers(trees.tip.id, trees.projects));
  for (const model::Receipt& receipt : receipts) {
    said.receipts.push_back(model::trailer_of(receipt));
  }
  if (said.is_all_by_hand()) {
    // Where nothing but work by hand is carried on, the commit is one by hand as well.
    said.operations.clear();
    said.operation_count = 0;
  } else {
    said.forget_carried();
    CS_TRY(translate_names(repository, trees, said));
  }
  return proved_message(repository, trees, tip, std::move(said));
}

}  // namespace claudestep::store
