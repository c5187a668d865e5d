#include "store/tip_kin.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/fsck_frame.h"
#include "store/fsck_versions.h"
#include "store/tree_projects.h"

namespace claudestep::store {

namespace {

// Merges of one past that are asked, far more than join projects of one tip.
constexpr std::size_t kMostMerges = 100;

class KinSearch {
 public:
  KinSearch(const git::Repository& repository, const git::Commit& base, const git::Commit& work,
            const git::Commit& tip)
      : repository_(repository), base_(base), work_(work), tip_(tip), versions_(repository) {}

  Result<Kin> run() {
    CS_ASSIGN(const auto forks, repository_.merge_bases(base_.id, tip_.id));
    for (const git::ObjectId& fork : forks) CS_TRY(unless_lost(ask(fork)));
    CS_TRY(unless_lost(ask_merges()));
    CS_TRY(forget_doubtful());
    return std::move(kin_);
  }

 private:
  // What was pruned, or never fetched, tells nothing.
  static Status unless_lost(Status asked) {
    const bool is_lost = !asked && (asked.error().code == ErrorCode::kCorrupt ||
                                    asked.error().code == ErrorCode::kUnsupported);
    return is_lost ? Status() : asked;
  }

  // Notes what is one as far as a commit tells that came before the base.
  Status ask(const git::ObjectId& id) {
    CS_ASSIGN(const git::Commit past, repository_.read_commit(id));
    CS_TRY(compare(past, base_, kin_.in_base));
    return compare(past, work_, kin_.in_ours);
  }

  Status compare(const git::Commit& past, const git::Commit& own, Kin::Names& kin) {
    std::set<std::string> names;
    for (const git::Commit* end : {&own, &tip_}) {
      CS_ASSIGN(const TreeStep step, versions_.step(past.tree, end->tree));
      for (const auto& [name, unused] : step.projects) names.insert(name);
    }
    TreeProjects projects(versions_);
    CS_TRY(projects.read(repository_, {past.tree, own.tree, tip_.tree}, names));
    CS_ASSIGN(const auto lineages, lineages_of(projects, Search::kAllNames));
    std::set<std::string> told;
    for (const auto& [unused, here] : kin) told.insert(here);
    for (const Lineage& lineage : lineages) {
      const auto& [then, here, there] = lineage.at;
      if (!then || !here || !there) continue;
      if (!told.contains(*here) && kin.emplace(*there, *here).second) told.insert(*here);
    }
    return {};
  }

  // A project that was made since, and carried to the tip from before it was merged with another.
  Status ask_merges() {
    CS_ASSIGN(std::vector<Identity> strangers, this->strangers());
    if (strangers.empty()) return {};
    std::set<git::ObjectId> kept;
    CS_TRY(repository_.walk(tip_.id, [&](const git::Commit& commit) {
      kept.insert(commit.id);
      return true;
    }));
    CS_ASSIGN(const auto past, oldest_first(repository_, base_.id, kept));
    std::size_t left = kMostMerges;
    for (auto commit = past.rbegin(); commit != past.rend() && left > 0; ++commit) {
      if (commit->parents.size() < 2) continue;
      for (const git::ObjectId& parent : commit->parents) {
        if (!has_joined(parent, *commit, strangers)) continue;
        CS_TRY(unless_lost(ask(parent)));
        if (--left == 0) break;
      }
    }
    return {};
  }

  // What both files say surely goes before what was concluded from earlier ones.
  Status forget_doubtful() {
    if (kin_.in_base.empty()) return {};
    CS_ASSIGN(const TreeStep step, versions_.step(base_.tree, tip_.tree));
    std::map<std::string, Identity> before;
    std::map<std::string, Identity> there;
    for (const auto& [name, project] : step.projects) {
      if (auto identity = identity_at(project.before)) before.emplace(name, *std::move(identity));
      if (auto identity = identity_at(project.after)) there.emplace(name, *std::move(identity));
    }
    const auto is_in = [](const std::map<std::string, Identity>& projects, const Identity& one) {
      return std::any_of(projects.begin(), projects.end(),
                         [&](const auto& other) { return is_the_same(other.second, one); });
    };
    std::erase_if(kin_.in_base, [&](const auto& pair) {
      const auto one = there.find(pair.first);
      const auto other = before.find(pair.second);
      if (one == there.end() || other == before.end()) return false;
      return !is_the_same(one->second, other->second) &&
             (is_in(before, one->second) || is_in(there, other->second));
    });
    return {};
  }

  // Those of the tip that are not as the base has them, and nobody known yet.
  Result<std::vector<Identity>> strangers() {
    std::vector<Identity> strangers;
    CS_ASSIGN(const TreeStep step, versions_.step(base_.tree, tip_.tree));
    for (const auto& [name, project] : step.projects) {
      if (kin_.in_base.contains(name)) continue;
      if (auto identity = identity_at(project.after)) strangers.push_back(*std::move(identity));
    }
    return strangers;
  }

  // Whether one that surely is a stranger of the tip came out of the merge with another time.
  bool has_joined(const git::ObjectId& parent, const git::Commit& merge,
                  const std::vector<Identity>& strangers) {
    const auto commit = repository_.read_commit(parent);
    if (!commit) return false;
    const auto step = versions_.step(commit->tree, merge.tree);
    if (!step) return false;
    return std::any_of(step->projects.begin(), step->projects.end(), [&](const auto& one) {
      const ProjectStep& project = one.second;
      const auto then = identity_at(project.before);
      const auto now = identity_at(project.after);
      if (!then || (now && !were_made_apart(*then, *now))) return false;
      return std::any_of(strangers.begin(), strangers.end(),
                         [&](const Identity& stranger) { return is_the_same(*then, stranger); });
    });
  }

  // Nothing where no project can be read.
  std::optional<Identity> identity_at(const std::optional<Placed>& placed) {
    const auto version = placed ? versions_.read(placed->blob) : nullptr;
    if (!version || !version->readable) return std::nullopt;
    return version->identity;
  }

  const git::Repository& repository_;
  const git::Commit& base_;
  const git::Commit& work_;
  const git::Commit& tip_;
  Versions versions_;
  Kin kin_;
};

}  // namespace

Result<Kin> kin_of_tip(const git::Repository& repository, const git::Commit& base,
                       const git::Commit& work, const git::Commit& tip) {
  return KinSearch(repository, base, work, tip).run();
}

}  // namespace claudestep::store
