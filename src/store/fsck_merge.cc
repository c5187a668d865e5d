// Merge commits under fsck --frame: what only one side did must be in the result. Where both sides
// changed the same fact either may win; where one took a project away and the other changed it, the
// change survives. Histories that were merged before, each way, have several common beginnings:
// there only what is missing whichever of them the merge is held to is found.
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
#include "store/merge.h"
#include "store/names_once.h"
#include "store/tree_projects.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// Of two histories; what begins in more of them is judged by these only.
constexpr std::size_t kMostBeginnings = 16;

// Whether one side took it away and the other left it alone.
bool is_to_go(const std::optional<Placed> (&at)[3]) {
  const Side left = at[kOurs] ? kOurs : kTheirs;
  return !(at[kOurs] && at[kTheirs]) && at[left] == at[kBase];
}

// The name of a project that one side left alone, and that is there as the other has it.
std::optional<std::string> unmerged_name(const Lineage& lineage,
                                         const std::optional<Placed> (&at)[3],
                                         const std::map<std::string, Placed>& placed) {
  for (const auto& [side, other] : {std::pair(kOurs, kTheirs), std::pair(kTheirs, kOurs)}) {
    const bool is_alone = at[side] && at[other] == at[kBase];
    const auto found = is_alone ? placed.find(*lineage.at[side]) : placed.end();
    if (found != placed.end() && found->second == at[side]) return found->first;
  }
  return std::nullopt;
}

// What has parts: of two beginnings it may have those of both, and be as nobody made it.
bool is_list(const FactKey& key) {
  return key.member == "former_names" || key.member == "depends_on" ||
         key.member == "unknown members";
}

}  // namespace

Status FrameJudge::judge_merge(const git::Commit& commit) {
  ++report_.commits;
  if (commit.parents.size() != 2) {
    const std::string what =
        "the commit merges " + counted(commit.parents.size(), "history") + " at once";
    if (foreign_ == Foreign::kHeld) {
      add("push/merge-of-many", commit, "",
          what + ", and nobody can tell whether it keeps what each has");
    } else {
      add("frame/not-judged", commit, "", what);
    }
    return {};
  }
  CS_ASSIGN(const auto bases, repository_.merge_bases(commit.parents[0], commit.parents[1]));
  std::vector<MergeFinding> found;
  CS_TRY(hold_merge(commit, bases.empty() ? git::ObjectId() : bases.front(), found));
  const std::size_t asked = std::min(bases.size(), kMostBeginnings);
  for (std::size_t at = 1; at < asked && !found.empty(); ++at) {
    std::vector<MergeFinding> more;
    CS_TRY(hold_merge(commit, bases[at], more));
    keep_common(found, more);
  }
  const auto is_objection = [](const MergeFinding& one) { return one.code != "frame/not-judged"; };
  if (std::any_of(found.begin(), found.end(), is_objection) && is_merged_by_us(commit)) {
    std::erase_if(found, is_objection);
  }
  std::set<std::pair<std::string, std::string>> told;
  for (const MergeFinding& one : found) {
    if (told.emplace(one.path, one.message).second) add(one.code, commit, one.path, one.message);
  }
  return {};
}

void FrameJudge::keep_common(std::vector<MergeFinding>& found, std::vector<MergeFinding>& more) {
  const auto is_note = [](const MergeFinding& one) { return one.code == "frame/not-judged"; };
  const auto place_of = [](const MergeFinding& one) { return std::pair(one.path, one.key); };
  const auto places_of = [&](const std::vector<MergeFinding>& all) {
    std::set<std::pair<std::string, FactKey>> places;
    for (const MergeFinding& one : all) places.insert(place_of(one));
    return places;
  };
  const auto here = places_of(found);
  const auto there = places_of(more);
  std::erase_if(found, [&](const MergeFinding& one) {
    return !is_note(one) && (is_list(one.key) || !there.contains(place_of(one)));
  });
  for (MergeFinding& one : more) {
    if (is_note(one) && !here.contains(place_of(one))) found.push_back(std::move(one));
  }
}

bool FrameJudge::is_merged_by_us(const git::Commit& commit) const {
  const auto merged = merge_commits(repository_, commit.parents[0], commit.parents[1]);
  if (!merged) return false;
  const auto made = repository_.read_commit(merged->commit);
  return made && made->tree == commit.tree;
}

Status FrameJudge::hold_merge(const git::Commit& commit, const git::ObjectId& beginning,
                              std::vector<MergeFinding>& found) {
  git::ObjectId base;
  if (beginning != git::ObjectId()) {
    CS_ASSIGN(const git::Commit read, repository_.read_commit(beginning));
    base = tree_of(read);
  }
  CS_ASSIGN(const git::ObjectId ours, tree_before(commit, 0));
  CS_ASSIGN(const git::ObjectId theirs, tree_before(commit, 1));
  std::array<git::ObjectId, 4> trees = {base, ours, theirs, tree_of(commit)};
  CS_ASSIGN(const auto steps, steps_of_merge(trees));
  CS_TRY(hold_files(commit, trees, steps, found));
  std::set<std::string> names;
  for (const TreeStep& step : steps) {
    for (const auto& [name, unused] : step.projects) names.insert(name);
  }
  TreeProjects projects(versions_);
  CS_TRY(projects.read(repository_, {trees[kBase], trees[kOurs], trees[kTheirs]}, names));
  MergeResult merged;
  CS_ASSIGN(merged.placed, versions_.find(trees.back(), names));
  CS_ASSIGN(const auto lineages, lineages_of(projects, Search::kAllNames));
  std::vector<MergedProject> judged(lineages.size());
  for (std::size_t at = 0; at < judged.size(); ++at) {
    for (const Side side : kSides) {
      const auto& name = lineages[at].at[side];
      if (name) judged[at].at[side] = projects.find(side, *name);
    }
  }
  name_merged(lineages, judged, merged);
  for (std::size_t at = 0; at < judged.size(); ++at) {
    judge_merged(commit, judged[at], lineages[at], found);
  }
  std::set<std::string> given;
  for (const MergedProject& project : judged) {
    if (project.name) given.insert(*project.name);
  }
  judge_new(merged.placed, given, found);
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

void FrameJudge::MergeResult::read_former_names(Versions& versions) {
  if (are_read) return;
  are_read = true;
  for (const auto& [name, project] : placed) {
    for (const std::string& former : versions.read(project.blob)->identity.former_names) {
      remembered_by[former].insert(name);
    }
  }
}

// The names that it has on a side, the changed one first, then those of projects which remember it.
// What cannot be read does not say that it is another.
std::vector<std::string> FrameJudge::merged_names(const Lineage& lineage,
                                                  const MergedProject& project,
                                                  MergeResult& merged) {
  std::set<std::string> names;
  for (const Side side : {kOurs, kTheirs}) {
    if (lineage.at[side]) names.insert(*lineage.at[side]);
  }
  std::vector<std::string> candidates(names.rbegin(), names.rend());
  std::stable_partition(candidates.begin(), candidates.end(),
                        [&](const std::string& name) { return name != lineage.at[kBase]; });
  merged.read_former_names(versions_);
  std::set<std::string> remembering;
  for (const std::string& former : names) {
    const auto found = merged.remembered_by.find(former);
    if (found != merged.remembered_by.end()) {
      remembering.insert(found->second.begin(), found->second.end());
    }
  }
  candidates.insert(candidates.end(), remembering.begin(), remembering.end());
  std::vector<std::shared_ptr<const Version>> sides;
  for (const auto& side : project.at) {
    if (side) sides.push_back(versions_.read(side->blob));
  }
  std::erase_if(candidates, [&](const std::string& name) {
    const auto found = merged.placed.find(name);
    if (found == merged.placed.end()) return true;
    const auto version = versions_.read(found->second.blob);
    return std::all_of(sides.begin(), sides.end(), [&](const auto& side) {
      return were_made_apart(side->identity, version->identity);
    });
  });
  return candidates;
}

// What only one side changed has the name that it has there, when it is as it is there. Where two
// have one name, the merge gives one of them another: who has its tasks has the name.
// What went has none, unless one is left over.
void FrameJudge::name_merged(const std::vector<Lineage>& lineages,
                             std::vector<MergedProject>& projects, MergeResult& merged) {
  std::set<std::string> given;
  std::vector<std::vector<std::string>> names(projects.size());  // of those still without one
  const auto give = [&](MergedProject& project, const std::string& name) {
    project.name = name;
    project.merged = merged.placed.at(name);
    given.insert(name);
  };
  for (std::size_t at = 0; at < projects.size(); ++at) {
    const auto as_it_was = unmerged_name(lineages[at], projects[at].at, merged.placed);
    if (as_it_was) give(projects[at], *as_it_was);
  }
  for (std::size_t at = 0; at < projects.size(); ++at) {
    if (projects[at].name) continue;
    names[at] = merged_names(lineages[at], projects[at], merged);
    const auto own = std::find_if(names[at].begin(), names[at].end(), [&](const std::string& name) {
      return !given.contains(name) && shares_a_task(projects[at], merged.placed.at(name));
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
  const auto found = versions_.read(merged.blob);
  return std::any_of(std::begin(kSides), std::end(kSides), [&](Side side) {
    if (side == kBase || !project.at[side]) return false;
    return share_a_task(versions_.read(project.at[side]->blob)->identity, found->identity);
  });
}

}  // namespace claudestep::store
