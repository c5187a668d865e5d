// Merge commits under fsck --frame: what only one side did must be in the result. Where both sides
// changed the same fact either may win; where one took a project away and the other changed it, the
// change survives.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/branch.h"
#include "store/fsck_judge.h"
#include "store/names_once.h"
#include "store/tree_projects.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

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

// Whether one side took it away and the other left it alone.
bool is_to_go(const std::optional<Placed> (&at)[3]) {
  const Side left = at[kOurs] ? kOurs : kTheirs;
  return !(at[kOurs] && at[kTheirs]) && at[left] == at[kBase];
}

// The name of a project that one side left alone, and that is there as the other has it.
std::optional<std::string> unmerged_name(const Lineage& lineage,
                                         const std::optional<Placed> (&at)[3],
                                         const std::map<std::string, Placed>& merged) {
  for (const auto& [side, other] : {std::pair(kOurs, kTheirs), std::pair(kTheirs, kOurs)}) {
    const bool is_alone = at[side] && at[other] == at[kBase];
    const auto found = is_alone ? merged.find(*lineage.at[side]) : merged.end();
    if (found != merged.end() && found->second == at[side]) return found->first;
  }
  return std::nullopt;
}

std::string old_id(const TreeStep& step, const std::string& path) {
  const auto found = step.others.find(path);
  return found == step.others.end() ? std::string() : found->second.first;
}

}  // namespace

Status FrameJudge::judge_merge(const git::Commit& commit) {
  ++report_.commits;
  if (commit.parents.size() != 2) {
    const std::string what =
        "the commit merges " + counted(commit.parents.size(), "history") + " at once";
    if (foreign_ == Foreign::kHeld) {
      add("push/metadata-lost", commit, "",
          what + ", and nobody can tell whether it keeps what each has");
    } else {
      add("frame/not-judged", commit, "", what);
    }
    return {};
  }
  CS_ASSIGN(const auto bases, repository_.merge_bases(commit.parents[0], commit.parents[1]));
  if (bases.size() > 1) {
    add("frame/not-judged", commit, "", "the merged histories have no single common beginning");
    return {};
  }
  git::ObjectId base;
  if (!bases.empty()) {
    CS_ASSIGN(const git::Commit read, repository_.read_commit(bases.front()));
    base = tree_of(read);
  }
  CS_ASSIGN(const git::ObjectId ours, tree_before(commit, 0));
  CS_ASSIGN(const git::ObjectId theirs, tree_before(commit, 1));
  std::array<git::ObjectId, 4> trees = {base, ours, theirs, tree_of(commit)};
  CS_ASSIGN(const auto steps, steps_of_merge(trees));
  const auto& [our_step, their_step, merged_step] = steps;
  merged_paths(commit, our_step, their_step, merged_step);
  std::set<std::string> names;
  for (const TreeStep& step : steps) {
    for (const auto& [name, unused] : step.projects) names.insert(name);
  }
  TreeProjects projects(versions_);
  CS_TRY(projects.read(repository_, {trees[kBase], trees[kOurs], trees[kTheirs]}, names));
  std::map<std::string, Placed> merged;
  for (const std::string& name : names) {
    CS_ASSIGN(const auto placed, versions_.find(trees.back(), name));
    if (placed) merged.emplace(name, *placed);
  }
  CS_ASSIGN(const auto lineages, lineages_of(projects, Search::kAllNames));
  std::vector<MergedProject> found(lineages.size());
  for (std::size_t at = 0; at < found.size(); ++at) {
    for (const Side side : kSides) {
      const auto& name = lineages[at].at[side];
      if (name) found[at].at[side] = projects.find(side, *name);
    }
  }
  name_merged(lineages, found, merged);
  for (std::size_t at = 0; at < found.size(); ++at) judge_merged(commit, found[at], lineages[at]);
  return {};
}

Result<std::array<TreeStep, 3>> FrameJudge::steps_of_merge(
    std::array<git::ObjectId, 4>& trees) const {
  const auto compare = [&](std::array<TreeStep, 3>& steps) -> Status {
    for (std::size_t at = 0; at < steps.size(); ++at) {
      CS_ASSIGN(steps[at], versions_.step(trees[kBase], trees[at + 1]));
    }
    return {};
  };
  std::array<TreeStep, 3> steps;
  CS_TRY(compare(steps));
  const bool is_sound = std::all_of(steps.begin(), steps.end(),
                                    [](const TreeStep& step) { return step.twice.empty(); });
  if (is_sound) return steps;
  for (git::ObjectId& tree : trees) {
    const git::ObjectId before = &tree == trees.data() ? git::ObjectId() : trees[kBase];
    CS_ASSIGN(tree, with_names_once(repository_, tree, before));
  }
  CS_TRY(compare(steps));
  return steps;
}

// The names that it has on a side, the changed one first, then those of projects which remember it.
std::vector<std::string> FrameJudge::merged_names(const Lineage& lineage,
                                                  const MergedProject& project,
                                                  const std::map<std::string, Placed>& merged) {
  const auto& at = project.at;
  const auto may_be = [&](const std::string& name) {
    const auto found = merged.find(name);
    if (found == merged.end()) return false;
    const auto version = versions_.read(found->second.blob);
    return std::any_of(std::begin(at), std::end(at), [&](const std::optional<Placed>& side) {
      const auto other = side ? versions_.read(side->blob) : nullptr;
      return other &&
             (!other->readable || !version->readable ||
              !were_made_apart(identity_of(other->project), identity_of(version->project)));
    });
  };
  std::set<std::string> names;
  for (const Side side : {kOurs, kTheirs}) {
    if (lineage.at[side]) names.insert(*lineage.at[side]);
  }
  std::vector<std::string> candidates(names.rbegin(), names.rend());
  std::stable_partition(candidates.begin(), candidates.end(),
                        [&](const std::string& name) { return name != lineage.at[kBase]; });
  for (const auto& [name, placed] : merged) {
    const auto version = versions_.read(placed.blob);
    const bool remembers = std::any_of(names.begin(), names.end(), [&](const std::string& former) {
      return version->readable && model::was_called(version->project, former);
    });
    if (remembers) candidates.push_back(name);
  }
  std::erase_if(candidates, [&](const std::string& name) { return !may_be(name); });
  return candidates;
}

// What only one side changed has the name that it has there, when it is as it is there. Where two
// have one name, the merge gives one of them another: who has its tasks has the name.
// What went has none, unless one is left over.
void FrameJudge::name_merged(const std::vector<Lineage>& lineages,
                             std::vector<MergedProject>& projects,
                             const std::map<std::string, Placed>& merged) {
  std::set<std::string> given;
  std::vector<std::vector<std::string>> names;
  const auto give = [&](MergedProject& project, const std::string& name) {
    project.name = name;
    project.merged = merged.at(name);
    given.insert(name);
  };
  for (std::size_t at = 0; at < projects.size(); ++at) {
    const auto as_it_was = unmerged_name(lineages[at], projects[at].at, merged);
    if (as_it_was) give(projects[at], *as_it_was);
  }
  for (std::size_t at = 0; at < projects.size(); ++at) {
    names.push_back(merged_names(lineages[at], projects[at], merged));
    if (projects[at].name) continue;
    const auto own = std::find_if(names[at].begin(), names[at].end(), [&](const std::string& name) {
      return !given.contains(name) && shares_a_task(projects[at], merged.at(name));
    });
    if (own != names[at].end()) give(projects[at], *own);
  }
  for (const bool went : {false, true}) {
    for (std::size_t at = 0; at < projects.size(); ++at) {
      if (projects[at].name || names[at].empty() || is_to_go(projects[at].at) != went) continue;
      const auto free =
          std::find_if(names[at].begin(), names[at].end(),
                       [&](const std::string& name) { return !given.contains(name); });
      if (free != names[at].end()) {
        give(projects[at], *free);
      } else if (!went) {
        give(projects[at], names[at].front());
      }
    }
  }
}

bool FrameJudge::shares_a_task(const MergedProject& project, const Placed& merged) {
  const Identity found = identity_of(versions_.read(merged.blob)->project);
  return std::any_of(std::begin(kSides), std::end(kSides), [&](Side side) {
    if (side == kBase || !project.at[side]) return false;
    return share_a_task(identity_of(versions_.read(project.at[side]->blob)->project), found);
  });
}

void FrameJudge::merged_paths(const git::Commit& commit, const TreeStep& ours,
                              const TreeStep& theirs, const TreeStep& merged) {
  std::set<std::string> paths;
  for (const TreeStep* step : {&ours, &theirs, &merged}) {
    for (const auto& [path, unused] : step->others) paths.insert(path);
  }
  for (const std::string& path : paths) {
    const auto mine = ours.others.find(path);
    const auto other = theirs.others.find(path);
    const auto result = merged.others.find(path);
    const bool by_us = mine != ours.others.end();
    const bool by_them = other != theirs.others.end();
    if ((by_us && by_them) || receipts_.gave_way(path)) continue;
    if (!by_us && !by_them) {
      add("frame/unnamed-change", commit, path, "the merge changes what neither side changed");
      continue;
    }
    const auto& wanted = by_us ? *mine : *other;
    const std::string base = old_id(by_us ? ours : theirs, path);
    const std::string got = result == merged.others.end() ? base : result->second.second;
    if (got == wanted.second.second) continue;
    const std::string side = short_commit(commit.parents[by_us ? 0 : 1]);
    add(got == base ? "frame/lost-update" : "frame/unnamed-change", commit, path,
        "the merge drops what " + side + " has here and the other side left alone");
  }
}

namespace {

// Whether a merge dropped a record that all three of its versions have, or took back a merge that
// all of them tell: nobody did that, so the merge itself did. `change`: from it to a side.
bool drops_what_all_have(const FactChange& change, const std::optional<std::string>& base) {
  if (!base || change.after != base) return false;
  return change.key.member.empty() ? !change.before
                                   : takes_back_merge({change.key, base, change.before});
}

}  // namespace

void FrameJudge::judge_merged(const git::Commit& commit, const MergedProject& project,
                              const Lineage& lineage) {
  enum : std::size_t { kMerged = 3 };
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
      add("frame/not-judged", commit, path, "the file cannot be read on one side of the merge");
      return;
    }
  }
  const auto same = [&](Side a, Side b) {
    return at[a].has_value() == at[b].has_value() && versions[a]->facts == versions[b]->facts;
  };
  // Taken away on one side and left alone on the other: it goes.
  if (!at[kMerged] &&
      ((!at[kOurs] && same(kTheirs, kBase)) || (!at[kTheirs] && same(kOurs, kBase)))) {
    return;
  }
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
      if (is_arranged(change.key) || !(only_here || both_agree)) continue;
      if (change.before != base && !drops_what_all_have(change, base)) continue;
      // What a plan says goes with the plan.
      if (change.key.member == "box" && !versions[side]->project.plan) continue;
      if (is_settled(change, by_other, result, got_ids, receipts)) continue;
      if (follows_from_names(change.key, versions[side]->project, result, lineage)) {
        continue;
      }
      const model::Project& there = change.after ? versions[side]->project : result;
      const std::string what = describe_fact(change.key, there);
      if (change.after == base) {
        add("frame/lost-update", commit, path,
            "the merge drops " + what + ", which all that it merges have");
        continue;
      }
      add("frame/lost-update", commit, path,
          "the merge drops what " + short_commit(commit.parents[side == kOurs ? 0 : 1]) +
              " did to " + what);
    }
  }
}

}  // namespace claudestep::store
