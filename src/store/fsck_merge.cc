// Merge commits under fsck --frame: what only one side did must be in the result. Where both sides
// changed the same fact either may win; where one took a project away and the other changed it, the
// change survives.
#include <array>
#include <memory>
#include <utility>

#include "base/text.h"
#include "store/fsck_judge.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

std::optional<std::string> find(const Facts& facts, const FactKey& key) {
  const auto found = facts.find(key);
  if (found == facts.end()) return std::nullopt;
  return found->second;
}

bool is_former_name(const model::Project& project, const std::string& name) {
  if (!project.former_names) return false;
  for (const model::Text& former : *project.former_names) {
    if (former.value == name) return true;
  }
  return false;
}

// What a merge may do by itself: number tasks anew, and tie pull requests to them.
bool is_arranged(const FactKey& key) {
  return key.of == FactOf::kTask && key.member == "index";
}

std::string old_id(const TreeStep& step, const std::string& path) {
  const auto found = step.others.find(path);
  return found == step.others.end() ? std::string() : found->second.first;
}

}  // namespace

Status FrameJudge::judge_merge(const git::Commit& commit) {
  ++report_.commits;
  if (commit.parents.size() != 2) {
    add("frame/not-judged", commit, "",
        "the commit merges " + counted(commit.parents.size(), "history") + " at once");
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
    base = read.tree;
  }
  CS_ASSIGN(const git::ObjectId ours, tree_of(commit, 0));
  CS_ASSIGN(const git::ObjectId theirs, tree_of(commit, 1));
  CS_ASSIGN(const TreeStep our_step, versions_.step(base, ours));
  CS_ASSIGN(const TreeStep their_step, versions_.step(base, theirs));
  CS_ASSIGN(const TreeStep merged_step, versions_.step(base, commit.tree));
  merged_paths(commit, our_step, their_step, merged_step);
  std::set<std::string> names;
  for (const TreeStep* step : {&our_step, &their_step, &merged_step}) {
    for (const auto& [name, unused] : step->projects) names.insert(name);
  }
  const git::ObjectId trees[4] = {base, ours, theirs, commit.tree};
  for (const std::string& name : names) CS_TRY(merged_project(commit, trees, name, names));
  return {};
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
    if (by_us && by_them) continue;
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

Status FrameJudge::merged_project(const git::Commit& commit, const git::ObjectId (&trees)[4],
                                  const std::string& name, const std::set<std::string>& names) {
  enum Side : std::size_t { kBase, kOurs, kTheirs, kMerged };
  std::array<std::optional<Placed>, 4> at;
  for (std::size_t side = 0; side < at.size(); ++side) {
    CS_ASSIGN(at[side], versions_.find(trees[side], name));
  }
  for (const std::string& candidate : names) {
    if (at[kMerged]) break;
    CS_ASSIGN(const auto placed, versions_.find(trees[kMerged], candidate));
    if (placed && is_former_name(versions_.read(placed->blob)->project, name)) at[kMerged] = placed;
  }
  std::array<std::shared_ptr<const Version>, 4> versions;
  for (std::size_t side = 0; side < at.size(); ++side) {
    versions[side] = at[side] ? versions_.read(at[side]->blob) : std::make_shared<Version>();
    if (at[side] && !versions[side]->readable) {
      add("frame/not-judged", commit, path_of(name, at[side]->shelf),
          "the file cannot be read on one side of the merge");
      return {};
    }
  }
  const auto same = [&](Side a, Side b) {
    return at[a].has_value() == at[b].has_value() && versions[a]->facts == versions[b]->facts;
  };
  // Taken away on one side and left alone on the other: it goes.
  if (!at[kMerged] && ((!at[kOurs] && (!at[kTheirs] || same(kTheirs, kBase))) ||
                       (!at[kTheirs] && same(kOurs, kBase)))) {
    return {};
  }
  const auto& where = at[kMerged] ? at[kMerged] : at[kOurs] ? at[kOurs] : at[kTheirs];
  const std::string path = where ? path_of(name, where->shelf) : name;
  for (const Side side : {kOurs, kTheirs}) {
    const Side other = side == kOurs ? kTheirs : kOurs;
    if (!at[side]) continue;
    for (const FactChange& change :
         changes_between(versions[kMerged]->facts, versions[side]->facts)) {
      const auto base = find(versions[kBase]->facts, change.key);
      const auto elsewhere = find(versions[other]->facts, change.key);
      const bool only_here = change.after != base && elsewhere == base;
      const bool both_agree = change.after == elsewhere && side == kOurs && at[other];
      if (is_arranged(change.key) || !(only_here || both_agree) || change.before != base) continue;
      const model::Project& there =
          change.after ? versions[side]->project : versions[kMerged]->project;
      add("frame/lost-update", commit, path,
          "the merge drops what " + short_commit(commit.parents[side == kOurs ? 0 : 1]) +
              " did to " + describe_fact(change.key, there));
    }
  }
  return {};
}

}  // namespace claudestep::store
