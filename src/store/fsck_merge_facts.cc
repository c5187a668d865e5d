// The facts of a project under a merge commit: what only one side did must be in the result, and so
// must what all agree on, unless the merge says something new of it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/fsck_judge.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

enum : std::size_t { kMerged = 3 };

std::optional<std::string> find(const Facts& facts, const FactKey& key) {
  const auto found = facts.find(key);
  if (found == facts.end()) return std::nullopt;
  return found->second;
}

// What a merge may do by itself: number tasks anew, and tie pull requests to them.
bool is_arranged(const FactKey& key) {
  return key.of == FactOf::kTask && key.member == "index";
}

// Whether the former names differ only by names that came and went: one that it has on a side and
// not in the merge is a former one there, and the one that it has in the merge is none.
bool follows_from_names(const FactKey& key, const model::Project& side,
                        const model::Project& merged, const Lineage& lineage) {
  if (key.of != FactOf::kProject || key.member != "former_names") return false;
  const std::string& name = merged.name.value;
  const auto list = [](const model::Project& project) {
    return project.former_names ? *project.former_names : std::vector<model::Text>();
  };
  const auto has_come = [&](const model::Text& former) {
    return former.value != name &&
           (lineage.at[kOurs] == former.value || lineage.at[kTheirs] == former.value);
  };
  const auto now = list(merged);
  const auto had = list(side);
  return std::all_of(now.begin(), now.end(),
                     [&](const model::Text& former) {
                       return model::was_called(side, former.value) || has_come(former);
                     }) &&
         std::all_of(had.begin(), had.end(), [&](const model::Text& former) {
           return former.value == name || model::was_called(merged, former.value);
         });
}

// What a merge may keep or leave out though one side alone did otherwise. A record that one side
// took away stays when the other side changed it or has come to need it; of dependencies that make
// a circle together one goes, with a receipt.
class Settlements {
 public:
  // `elsewhere`: what the other side changed. Requires: `merged` outlives this.
  Settlements(const std::vector<FactChange>& elsewhere, const model::Project& merged,
              const std::vector<model::Receipt>& receipts)
      : got_ids_(merged), needed_(needed_tasks(merged)) {
    for (const FactChange& change : elsewhere) {
      if (is_arranged(change.key)) continue;
      changed_.emplace(change.key.of, change.key.record);
      const std::size_t space = change.key.record.find(' ');
      if (change.key.of == FactOf::kOperation && space != std::string::npos) {
        changed_.emplace(FactOf::kPullRequest, change.key.record.substr(0, space));
      }
    }
    for (const model::Receipt& receipt : receipts) {
      told_.emplace(receipt.task, receipt.member);
      if (receipt.member != "pr_number") continue;
      const std::string moved = receipt.dropped + " id " + receipt.operation;
      lengths_.insert(moved.size());
      moved_.insert(moved);
    }
  }

  [[nodiscard]] bool has(const FactChange& change) {
    const FactKey& key = change.key;
    if (key.of == FactOf::kTask && key.member == "depends_on") {
      return told_.contains({key.record, key.member});
    }
    if (key.of == FactOf::kOperation && change.after) return has_operation(key);
    if (!key.member.empty() || change.after) return false;
    return changed_.contains({key.of, key.record}) ||
           (key.of == FactOf::kTask && needed_.contains(key.record));
  }

 private:
  // Whether a receipt says that the operation is with another pull request now, or it is there
  // under the id that it had on the other side.
  bool has_operation(const FactKey& key) {
    return got_ids_.contains(key) ||
           std::any_of(lengths_.begin(), lengths_.end(), [&](std::size_t length) {
             return length <= key.record.size() && moved_.contains(key.record.substr(0, length));
           });
  }

  GotIds got_ids_;
  std::set<std::string> needed_;
  std::set<std::pair<FactOf, std::string>> changed_;  // records, those with operations in them too
  std::set<std::pair<std::string, std::string>> told_;  // tasks with members
  std::set<std::string> moved_;                         // operations; receipts cut long ids
  std::set<std::size_t> lengths_;                       // of these
};

// Whether a merge dropped a record that all three of its versions have, or took back a merge that
// all of them tell: nobody did that, so the merge itself did. `change`: from it to a side.
bool drops_what_all_have(const FactChange& change, const std::optional<std::string>& base) {
  if (!base || change.after != base) return false;
  return change.key.member.empty() ? !change.before
                                   : takes_back_merge({change.key, base, change.before});
}

// Whether a merge says that something is not merged which a side says is, and the other did not
// take that back. `change`: from it to the side.
bool drops_merge(const FactChange& change, const std::optional<std::string>& base,
                 const std::optional<std::string>& elsewhere) {
  return takes_back_merge({change.key, change.after, change.before}) &&
         !takes_back_merge({change.key, base, elsewhere});
}

// The names that a project has in a merge and before it.
std::set<std::string> all_names(const std::string& merged, const Lineage& lineage) {
  std::set<std::string> names{merged};
  for (const auto& name : lineage.at) {
    if (name) names.insert(*name);
  }
  return names;
}

}  // namespace

// Whether a merge does to what its sides agree on, or one of them alone changed, what nobody may do
// by hand: takes it away, or back to how it was before. `change`: from the merge to a side.
bool FrameJudge::puts_back(const Past& past, const FactChange& change) const {
  if (!change.before) return true;
  const FactChange done{change.key, change.after, change.before};
  return ledger_.undone_by(past, done).has_value();
}

// Where a project lies and what it is called, where one side alone has changed that, or both agree.
void FrameJudge::judge_place(const git::Commit& commit, const MergedProject& project,
                             const Lineage& lineage, const std::string& path, const Past& past,
                             std::vector<MergeFinding>& found) const {
  if (!project.merged) return;
  const auto& [at_base, at_ours, at_theirs] = project.at;
  const bool is_moved = at_ours && at_theirs && at_ours->shelf == at_theirs->shelf &&
                        at_ours->shelf != project.merged->shelf;
  if (is_moved && puts_back(past, {kShelf, shelf_of(project.merged), shelf_of(at_ours)})) {
    found.push_back({"frame/lost-update", path, kShelf,
                     "the merge puts back into " + folder_prefix(project.merged->shelf) +
                         " what both sides have in " + folder_prefix(at_ours->shelf)});
  }
  if (!at_base) return;
  const auto tell = [&](Side side, const std::string& deed) {
    const std::string who = short_commit(commit.parents[side == kOurs ? 0 : 1]);
    found.push_back(
        {"frame/lost-update", path, kWholeFile,
         "the merge drops that " + who + " has " + deed + " " + quoted(*lineage.at[kBase])});
  };
  for (const Side side : {kOurs, kTheirs}) {
    const Side other = side == kOurs ? kTheirs : kOurs;
    if (project.at[other] != project.at[kBase]) continue;
    if (!project.at[side]) {
      tell(side, "deleted");
      continue;
    }
    const auto base = project.at[kBase]->shelf;
    if (project.at[side]->shelf != base && project.merged->shelf == base) {
      tell(side, base == model::Shelf::kProjects ? "archived" : "unarchived");
    }
    if (lineage.at[side] != lineage.at[kBase] && lineage.at[other] == lineage.at[kBase] &&
        project.name == lineage.at[kBase]) {
      tell(side, "renamed");
    }
  }
}

void FrameJudge::judge_new(const std::map<std::string, Placed>& merged,
                           const std::set<std::string>& given, std::vector<MergeFinding>& found) {
  for (const auto& [name, placed] : merged) {
    if (given.contains(name)) continue;
    const auto back = brought_back(name, placed);
    if (back.empty()) continue;
    const auto version = versions_.read(placed.blob);
    found.push_back({"frame/lost-update", path_of(name, placed.shelf), kWholeFile,
                     "the merge brings back " + describe(back.front().key, name, version.get()) +
                         ", which none that it merges has"});
  }
}

void FrameJudge::judge_merged(const git::Commit& commit, const MergedProject& project,
                              const Lineage& lineage, std::vector<MergeFinding>& found) {
  const std::optional<Placed> at[] = {project.at[kBase], project.at[kOurs], project.at[kTheirs],
                                      project.merged};
  const std::string name = project.name        ? *project.name
                           : lineage.at[kOurs] ? *lineage.at[kOurs]
                                               : *lineage.at[kTheirs];
  const auto& where = at[kMerged] ? at[kMerged] : at[kOurs] ? at[kOurs] : at[kTheirs];
  const std::string path = path_of(name, where->shelf);
  std::array<std::shared_ptr<const Version>, 4> versions;
  for (std::size_t side = 0; side < versions.size(); ++side) {
    versions[side] = at[side] ? versions_.read(at[side]->blob) : std::make_shared<Version>();
    if (at[side] && !versions[side]->readable) {
      found.push_back({"frame/not-judged", path, kWholeFile,
                       "the file cannot be read on one side of the merge"});
      return;
    }
  }
  const auto short_of = [&](Side side) {
    return short_commit(commit.parents[side == kOurs ? 0 : 1]);
  };
  if (!at[kMerged] && at[kBase] && !(at[kOurs] && at[kTheirs])) {
    const Side left = at[kOurs] ? kOurs : kTheirs;
    // Taken away on one side and left alone on the other: it goes.
    if (!at[left]) return;
    // By fact: what was merged of several beginnings differs from each, and nobody changed it.
    for (const FactChange& change :
         changes_between(versions[kBase]->facts, versions[left]->facts)) {
      if (is_arranged(change.key)) continue;
      found.push_back({"frame/lost-update", path, change.key,
                       "the merge drops the project " + quoted(name) + ", which " + short_of(left) +
                           " has changed"});
    }
    return;
  }
  Past past{all_names(name, lineage), {}};
  for (std::size_t side = 0; side < versions.size(); ++side) {
    if (at[side]) add_past(versions[side].get(), past);
  }
  judge_place(commit, project, lineage, path, past, found);
  const model::Project& result = versions[kMerged]->project;
  const auto& receipts = receipts_.of(result.name.value);
  for (const Side side : {kOurs, kTheirs}) {
    const Side other = side == kOurs ? kTheirs : kOurs;
    if (!at[side]) continue;
    const auto by_other = changes_between(versions[kBase]->facts, versions[other]->facts);
    std::optional<Settlements> settlements;  // made when asked
    for (const FactChange& change :
         changes_between(versions[kMerged]->facts, versions[side]->facts)) {
      const auto base = find(versions[kBase]->facts, change.key);
      const auto elsewhere = find(versions[other]->facts, change.key);
      const bool only_here = change.after != base && elsewhere == base;
      const bool both_agree = change.after == elsewhere && side == kOurs && at[other];
      // Both changed it, and the merge has it as it was before both.
      const bool is_neither = change.before == base && change.after != base && elsewhere != base &&
                              (base || !change.key.member.empty()) && side == kOurs;
      const bool is_told = side == kTheirs && change.after == elsewhere;
      const bool is_merge_gone = !is_told && drops_merge(change, base, elsewhere);
      if (is_arranged(change.key) || !(only_here || both_agree || is_neither || is_merge_gone))
        continue;
      const bool is_sure = change.before == base || drops_what_all_have(change, base);
      if (!is_sure && !is_merge_gone && !puts_back(past, change)) continue;
      // What a plan says goes with the plan.
      if (change.key.member == "box" && !versions[side]->project.plan) continue;
      if (!settlements) settlements.emplace(by_other, result, receipts);
      if (settlements->has(change)) continue;
      if (follows_from_names(change.key, versions[side]->project, result, lineage)) continue;
      const model::Project& there = change.after ? versions[side]->project : result;
      const std::string what = describe_fact(change.key, there);
      std::string message = "the merge drops what " + short_of(side) + " did to " + what;
      if (change.after == base) {
        message = change.after
                      ? "the merge drops " + what + ", which all that it merges have"
                      : "the merge brings back " + what + ", which none that it merges has";
      }
      found.push_back({"frame/lost-update", path, change.key, std::move(message)});
    }
  }
}

}  // namespace claudestep::store
