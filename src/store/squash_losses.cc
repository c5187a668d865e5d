#include "store/squash_losses.h"

#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "model/operation_parts.h"
#include "store/commit_message.h"
#include "store/fsck_judge.h"
#include "store/fsck_versions.h"
#include "store/merge_entries.h"
#include "store/push_guard.h"
#include "store/recall.h"

namespace claudestep::store {

namespace {

using Findings = std::vector<check::Diagnostic>;
using Losses = std::vector<SquashLoss>;

// Findings are placed as COMMIT:PATH.
std::set<std::string> paths_of(const Findings& findings) {
  std::set<std::string> paths;
  for (const auto& found : findings) {
    const std::size_t colon = found.place.file.find(':');
    if (colon != std::string::npos) paths.insert(found.place.file.substr(colon + 1));
  }
  return paths;
}

// Whether one of the paths is that of the file, or of a folder that it is in.
bool is_among(const std::set<std::string>& paths, const std::string& file) {
  for (std::size_t end = file.find('/'); end < file.size(); end = file.find('/', end + 1)) {
    if (paths.contains(file.substr(0, end))) return true;
  }
  return paths.contains(file);
}

// Of the files among `paths` those in `folder` that the tree `after` has otherwise, or not.
Status find_lost_files(const git::Repository& repository, const std::string& folder,
                       const git::ObjectId& before, const git::ObjectId& after,
                       const std::set<std::string>& paths, Losses& found) {
  CS_ASSIGN(const auto differences, repository.diff_trees(before, after));
  for (const git::TreeDifference& one : differences) {
    if (!one.before) continue;
    const std::string place = folder + one.before->name;
    if (is_folder(one.before)) {
      CS_TRY(find_lost_files(repository, place + "/", one.before->id, folder_of(one.after), paths,
                             found));
    } else if (is_among(paths, place)) {
      found.push_back({"it has another file " + quoted(place) + ", or none"});
    }
  }
  return {};
}

// Whether a command made the commit, which undo can take back.
bool is_of_command(const git::Commit& commit) {
  const NamedOperations named = named_operations(commit.message);
  return commit.parents.size() == 1 && !is_transplant(commit) && named.is_ours();
}

std::string takes_back(const git::ObjectId& command) {
  return "to take back what a command did, and do it anew after the push: claudestep undo " +
         command.hex().substr(0, 12);
}

// Where no command did it, one that does the other. Empty where there is none.
std::string puts_back(const FrameJudge::Loss& loss) {
  if (loss.change.key != kShelf) return "";
  const bool was_archived = loss.change.before == folder_name(model::Shelf::kArchive);
  return std::string("to put it there again: claudestep project ") +
         (was_archived ? "archive " : "unarchive ") + model::shell_word(loss.project, "PROJECT");
}

// What the commit in the place of `commits` takes away, and the commands that did it.
Result<Losses> judge_squash(const git::Repository& repository, const git::Commit& squashed,
                            const std::vector<git::Commit>& commits) {
  FsckReport report;
  MergeKeeps merges(repository, commits);
  FrameJudge judge(repository, report, Foreign::kHeld, &merges);
  CS_TRY(recall_past(repository, squashed.parents.front(), {squashed}, judge));
  CS_TRY(judge.judge(squashed));
  Losses found;
  for (const check::Diagnostic& one : report.diagnostics) {
    if (one.severity == check::Severity::kError) found.push_back({one.message});
  }
  if (judge.losses().empty()) return found;
  FrameJudge work(repository, report);
  std::set<git::ObjectId> commands;
  for (const git::Commit& commit : commits) {
    // A merge gives what a command did another name, or says it again.
    if (commit.parents.size() > 1) continue;
    CS_TRY(work.recall(commit));
    if (is_of_command(commit)) commands.insert(commit.id);
  }
  for (const FrameJudge::Loss& loss : judge.losses()) {
    const auto last = work.last_changed_by(loss);
    const bool is_of_command = last && commands.contains(*last);
    found.push_back({loss.found.message, is_of_command ? takes_back(*last) : puts_back(loss)});
  }
  return found;
}

}  // namespace

Result<Losses> find_squash_losses(const git::Repository& repository, const Transplant& trees,
                                  const std::string& by_hand,
                                  const std::vector<git::Commit>& commits) {
  const git::ObjectId& tip = trees.tip.id;
  CS_ASSIGN(Losses found, judge_squash(repository, trees.commit_saying(by_hand), commits));
  std::set<std::string> known;
  for (const SquashLoss& one : found) known.insert(one.message);
  // Another project may lie in its place.
  for (const TracedProject& project : trees.projects) {
    const auto& was = project.at[kTheirs];
    if (!was || project.merged) continue;
    const std::string message = "it takes away the project " + quoted(was->name);
    const auto told = known.lower_bound(message);
    if (told == known.end() || !told->starts_with(message)) {
      found.push_back({message});
    }
  }
  CS_ASSIGN(const TreeStep step, Versions(repository).step(trees.tip.tree, trees.merged));
  if (step.others.empty()) return found;
  CS_ASSIGN(const Findings objections, examine_commits(repository, tip, commits));
  std::set<std::string> others;
  for (const auto& [path, ids] : step.others) others.insert(path);
  std::set<std::string> doubtful = paths_of(objections);
  std::erase_if(doubtful, [&](const std::string& path) { return !is_among(others, path); });
  if (doubtful.empty()) return found;
  CS_TRY(find_lost_files(repository, "", trees.tip.tree, trees.merged, doubtful, found));
  return found;
}

}  // namespace claudestep::store
