// The facts of a project under a merge commit: what only one side did must be in the result, and so
// must what all agree on, unless the merge says something new of it.
#include <algorithm>
#include <array>
#include <memory>
#include <set>
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

// Whether a change is one of the record `of`, or of an operation in it.
bool is_within(const FactChange& change, const FactKey& of) {
  if (change.key.of == of.of) return change.key.record == of.record && !is_arranged(change.key);
  return of.of == FactOf::kPullRequest && change.key.of == FactOf::kOperation &&
         change.key.record.starts_with(of.record + " ");
}

bool is_needed(const std::string& task, const model::Project& project) {
  const auto is_task = [&](const model::Text& id) { return id.value == task; };
  return std::any_of(
             project.pull_requests.begin(), project.pull_requests.end(),
             [&](const model::PullRequest& pr) { return pr.task_id && is_task(*pr.task_id); }) ||
         std::any_of(project.tasks.begin(), project.tasks.end(), [&](const model::Task& other) {
           return other.depends_on &&
                  std::any_of(other.depends_on->begin(), other.depends_on->end(), is_task);
         });
}

// Whether a receipt says that the operation is with another pull request now, or it is there under
// the id that it had on the other side.
bool is_settled_operation(const FactKey& key, GotIds& got_ids,
                          const std::vector<model::Receipt>& receipts) {
  const std::string number = key.record.substr(0, key.record.find(' '));
  return got_ids.contains(key) ||
         std::any_of(receipts.begin(), receipts.end(), [&](const model::Receipt& receipt) {
           return receipt.member == "pr_number" &&
                  receipt.dropped == number &&  // receipts cut long ids
                  key.record.starts_with(number + " id " + receipt.operation);
         });
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

// A record that one side took away stays when the other side changed it or has come to need it; of
// dependencies that make a circle together one goes, with a receipt.
bool is_settled(const FactChange& change, const std::vector<FactChange>& elsewhere,
                const model::Project& merged, GotIds& got_ids,
                const std::vector<model::Receipt>& receipts) {
  const FactKey& key = change.key;
  if (key.of == FactOf::kTask && key.member == "depends_on") {
    return std::any_of(receipts.begin(), receipts.end(), [&](const model::Receipt& receipt) {
      return receipt.task == key.record && receipt.member == key.member;
    });
  }
  if (key.of == FactOf::kOperation && change.after) {
    return is_settled_operation(key, got_ids, receipts);
  }
  if (!key.member.empty() || change.after) return false;
  return std::any_of(elsewhere.begin(), elsewhere.end(),
                     [&](const FactChange& other) { return is_within(other, key); }) ||
         (key.of == FactOf::kTask && is_needed(key.record, merged));
}

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
bool FrameJudge::puts_back(const std::set<std::string>& names, const FactChange& change) const {
  if (!change.before) return true;
  const FactChange done{change.key, change.after, change.before};
  return ledger_.undone_by(names, done).has_value();
}

// Where a project lies and what it is called, where one side alone has changed that, or both agree.
void FrameJudge::judge_place(const git::Commit& commit, const MergedProject& project,
                             const Lineage& lineage, const std::string& path,
                             const std::set<std::string>& names,
                             std::vector<MergeFinding>& found) const {
  if (!project.merged) return;
  const auto& [at_base, at_ours, at_theirs] = project.at;
  const bool is_moved = at_ours && at_theirs && at_ours->shelf == at_theirs->shelf &&
                        at_ours->shelf != project.merged->shelf;
  if (is_moved && puts_back(names, {kShelf, shelf_of(project.merged), shelf_of(at_ours)})) {
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
  auto names = all_names(name, lineage);
  for (const auto& version : versions) add_former_names(*version, names);
  judge_place(commit, project, lineage, path, names, found);
  const model::Project& result = versions[kMerged]->project;
  const auto& receipts = receipts_.of(result.name.value);
  GotIds got_ids(result);
  for (const Side side : {kOurs, kTheirs}) {
    const Side other = side == kOurs ? kTheirs : kOurs;
    if (!at[side]) continue;
    const auto by_other = changes_between(versions[kBase]->facts, versions[other]->facts);
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
      if (!is_sure && !is_merge_gone && !puts_back(names, change)) continue;
      // What a plan says goes with the plan.
      if (change.key.member == "box" && !versions[side]->project.plan) continue;
      if (is_settled(change, by_other, result, got_ids, receipts)) continue;
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
