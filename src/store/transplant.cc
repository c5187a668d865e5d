#include "store/transplant.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "store/carried_writes.h"
#include "store/fsck_judge.h"
#include "store/fsck_trailer.h"
#include "store/fsck_versions.h"
#include "store/lineages.h"
#include "store/merge.h"
#include "store/push_guard.h"
#include "store/remote.h"
#include "store/squash_losses.h"
#include "store/transplant_names.h"
#include "store/transplant_sayings.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kMostLossesTold = 5;

// What a commit is compared with to see what was done by hand in it: of a merge, the tree that
// claudestep makes of its sides, and all of these where it makes none.
Result<std::vector<git::ObjectId>> trees_before(const git::Repository& repository,
                                                const git::Commit& commit) {
  if (commit.parents.empty()) return std::vector<git::ObjectId>{{}};
  std::vector<git::ObjectId> sides = commit.parents;
  std::optional<git::ObjectId> merged = sides.front();
  for (std::size_t at = 1; at < sides.size() && merged; ++at) {
    const auto next = merge_commits(repository, *merged, sides[at]);
    merged = next ? std::optional(next->commit) : std::nullopt;
  }
  if (merged) sides = {*merged};
  for (git::ObjectId& side : sides) {
    CS_ASSIGN(const git::Commit read, repository.read_commit(side));
    side = read.tree;
  }
  return sides;
}

// What a commit that names no operation did, or a merge that is not claudestep's, as lines of one
// that carries it on: files only where they are among those that this one changes, `carried`. Upon
// the tip that was merged, what comes of merges is told by what no operation accounts for.
Status add_by_hand(const git::Repository& repository, const git::Commit& commit, Rest rest,
                   const TreeStep& carried, Sayings& said) {
  const bool is_merge = commit.parents.size() > 1;
  const bool is_told =
      is_merge ? rest == Rest::kMadeByHand : named_operations(commit.message).is_ours();
  if (is_told) return {};
  CS_ASSIGN(const auto before, trees_before(repository, commit));
  for (const git::ObjectId& tree : before) {
    CS_ASSIGN(const TreeStep step, Versions(repository).step(tree, commit.tree));
    for (const auto& [path, unused] : step.others) {
      if (carried.others.contains(path)) said.say_by_hand("file", path);
    }
    for (const auto& [project, unused] : step.projects) said.say_by_hand("project", project);
  }
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

// What is said completed so that those who ask for proof have no objection, whatever the work was:
// how it came about says not always what it comes to upon another tip.
Result<Sayings> prove(const git::Repository& repository, const Transplant& trees,
                      const std::string& tip, Sayings said) {
  const bool by_hand = trees.rest == Rest::kMadeByHand;
  while (true) {
    FsckReport report;
    FrameJudge judge(repository, report);
    const std::string message = by_hand ? said.whole_message(tip) : said.message(tip);
    CS_TRY(judge.judge(trees.commit_saying(message)));
    if (judge.unproved().empty()) return said;
    if (by_hand ? say_rest_by_hand(judge, said) : say_unproved(judge, trees, said)) continue;
    return fail(ErrorCode::kInternal, "unpushed work cannot be put on " + tip +
                                          ": nothing says what became of " +
                                          quoted(*judge.unproved().begin()));
  }
}

Error with_losses(Error error, const std::vector<SquashLoss>& lost) {
  for (std::size_t at = 0; at < std::min(lost.size(), kMostLossesTold); ++at) {
    error.causes.push_back(lost[at].message);
  }
  if (lost.size() > kMostLossesTold) {
    error.causes.push_back("and " + std::to_string(lost.size() - kMostLossesTold) + " more");
  }
  return error;
}

Error takes_away(const std::string& tip, const std::vector<SquashLoss>& lost) {
  Error error = with_losses(
      {ErrorCode::kConflict, "what was never pushed takes away what " + tip + " has"}, lost);
  for (const SquashLoss& one : lost) {
    const bool is_told = one.way_out.empty() || std::find(error.hints.begin(), error.hints.end(),
                                                          one.way_out) != error.hints.end();
    if (!is_told) error.hints.push_back(one.way_out);
    if (error.hints.size() == kMostLossesTold) break;
  }
  return error;
}

// What was before tells what is put back to it.
Status check_past(const git::Repository& repository) {
  const bool is_shallow = repository.is_shallow();
  if (!is_shallow && !repository.is_partial()) return {};
  const std::string kind = is_shallow ? "shallow" : "partial";
  return fail(
      Error{ErrorCode::kUnsupported,
            "in this " + kind + " clone nobody can tell whether one commit takes something away"}
          .hint(is_shallow ? std::string(kUnshallow)
                           : "it takes a clone that has everything, into which this branch is "
                             "fetched"));
}

// The same of work that was built upon the tip, of which it takes nothing away. Where what was said
// is not what it comes to, since it was changed by hand, it is told as done by hand.
Result<Sayings> prove_squash(const git::Repository& repository, const Transplant& trees,
                             const std::vector<git::Commit>& commits, const std::string& tip,
                             Sayings said) {
  CS_TRY(check_past(repository));
  Sayings by_hand;
  CS_TRY(translate_names(repository, trees, by_hand));
  CS_ASSIGN(by_hand, prove(repository, trees, tip, std::move(by_hand)));
  CS_ASSIGN(const auto lost,
            find_squash_losses(repository, trees, by_hand.whole_message(tip), commits));
  if (!lost.empty()) return fail(takes_away(tip, lost));
  by_hand.op_ids = said.op_ids;
  by_hand.done = said.done;
  // What gave way in a merge accounts for nothing that was done by hand after it.
  by_hand.receipts = std::exchange(said.receipts, {});
  const auto objections_to = [&](const Sayings& one) {
    return examine_commits(repository, trees.tip.id, {trees.commit_saying(one.whole_message(tip))});
  };
  // What was done by hand may have come to nothing that the operations do not account for.
  Sayings of_commands = said;
  of_commands.forget_by_hand();
  for (Sayings* one : {&said, &of_commands}) {
    auto told = prove(repository, trees, tip, std::move(*one));
    if (!told) continue;
    CS_ASSIGN(const auto objections, objections_to(*told));
    if (!objections.empty()) continue;
    told->receipts = std::move(by_hand.receipts);
    return told;
  }
  // A guard sees this commit alone: what the merges have kept is nothing to it.
  CS_ASSIGN(const auto objections, objections_to(by_hand));
  if (objections.empty()) return by_hand;
  std::vector<SquashLoss> refused;
  for (const auto& one : objections) refused.push_back({one.message});
  return fail(
      with_losses({ErrorCode::kConflict,
                   "a guard would take what was never pushed for a loss of what " + tip + " has"},
                  refused)
          .hint(std::string(kWorkOnIt)));
}

}  // namespace

Result<std::string> transplant_message(const git::Repository& repository, const Transplant& trees,
                                       const std::vector<git::Commit>& commits,
                                       const std::vector<model::Receipt>& receipts,
                                       const std::string& tip) {
  CS_ASSIGN(const TreeStep carried, Versions(repository).step(trees.tip.tree, trees.merged));
  Sayings said;
  CarriedWrites writes(repository);
  for (const git::Commit& commit : commits) {
    CS_TRY(add_by_hand(repository, commit, trees.rest, carried, said));
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
  const bool by_hand = trees.rest == Rest::kMadeByHand;
  CS_ASSIGN(const Sayings proved,
            by_hand ? prove_squash(repository, trees, commits, tip, std::move(said))
                    : prove(repository, trees, tip, std::move(said)));
  return proved.message(tip);
}

}  // namespace claudestep::store
