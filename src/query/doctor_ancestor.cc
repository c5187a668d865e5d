// What of the history of a tip is whole, where no reflog tells where the branch was before.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// What the newest commits of a history have themselves.
class NewestCommits {
 public:
  NewestCommits(const Patient& patient, const git::ObjectId& tip) : patient_(patient) {
    std::vector<git::ObjectId> left = {tip};
    for (std::size_t at = 0; at < left.size() && at < kNewestLookedAt; ++at) {
      const auto commit = patient.repository.read_commit(left[at]);
      if (!commit) continue;
      for (const git::ObjectId& parent : commit->parents) {
        const auto known = std::find(left.begin(), left.end(), parent);
        if (known == left.end()) left.push_back(parent);
        children_[parent].push_back(left[at]);
      }
      commits_.emplace(left[at], *commit);
    }
    for (const git::ObjectId& one : left) {
      if (!commits_.contains(one) ? !patient.repository.has_object(one)
                                  : !has_folder(commits_.at(one).tree)) {
        spoil(one);
      }
    }
  }

  // Those upon which none is built that misses nothing, as far as these tell. Newest first. The
  // beginning of a branch has nothing to go back for.
  [[nodiscard]] std::vector<git::Commit> newest_whole() const {
    std::vector<git::Commit> newest;
    for (const auto& [id, commit] : commits_) {
      const bool begins = commit.parents.empty() && !patient_.repository.is_at_boundary(id);
      if (begins || spoilt_.contains(id) || has_whole_child(id)) continue;
      newest.push_back(commit);
    }
    std::sort(newest.begin(), newest.end(), [](const git::Commit& a, const git::Commit& b) {
      return a.committer.when.seconds != b.committer.when.seconds
                 ? a.committer.when.seconds > b.committer.when.seconds
                 : a.id < b.id;
    });
    return newest;
  }

 private:
  // A folder of which it is not known yet whether all that it leads to is there.
  struct OpenFolder {
    git::ObjectId id;
    std::vector<git::ObjectId> folders;  // in it, which are still to be looked at
    bool has_all = false;                // so far
  };
  [[nodiscard]] OpenFolder open_folder(const git::ObjectId& id) const {
    OpenFolder folder{id, {}, true};
    const auto tree = patient_.repository.read_tree(id);
    if (!tree) return {id, {}, false};
    for (const git::TreeEntry& entry : tree->entries) {
      if (entry.mode == git::FileMode::kTree) {
        folder.folders.push_back(entry.id);
      } else if (entry.mode != git::FileMode::kSubmodule) {
        folder.has_all = folder.has_all && patient_.repository.has_object(entry.id);
      }
    }
    return folder;
  }

  // Whether all that the folder leads to is there. No recursion: it may be as deep as somebody
  // likes.
  bool has_folder(const git::ObjectId& root) {
    std::vector<OpenFolder> open;
    if (!folders_.contains(root)) open.push_back(open_folder(root));
    while (!open.empty()) {
      OpenFolder& last = open.back();
      if (!last.has_all || last.folders.empty()) {
        const bool has_all = folders_[last.id] = last.has_all;
        open.pop_back();
        if (!open.empty()) open.back().has_all = open.back().has_all && has_all;
        continue;
      }
      const git::ObjectId id = last.folders.back();
      last.folders.pop_back();
      const auto known = folders_.find(id);
      if (known == folders_.end()) {
        open.push_back(open_folder(id));
      } else {
        last.has_all = known->second;
      }
    }
    return folders_.at(root);
  }

  // What is built upon one that misses something misses it as well.
  void spoil(const git::ObjectId& commit) {
    std::vector<git::ObjectId> left = {commit};
    while (!left.empty()) {
      const git::ObjectId id = left.back();
      left.pop_back();
      if (!spoilt_.insert(id).second) continue;
      const auto built = children_.find(id);
      if (built != children_.end()) {
        left.insert(left.end(), built->second.begin(), built->second.end());
      }
    }
  }

  [[nodiscard]] bool has_whole_child(const git::ObjectId& id) const {
    const auto built = children_.find(id);
    return built != children_.end() &&
           std::any_of(built->second.begin(), built->second.end(),
                       [&](const git::ObjectId& child) { return !spoilt_.contains(child); });
  }

  const Patient& patient_;
  std::map<git::ObjectId, git::Commit> commits_;
  std::map<git::ObjectId, std::vector<git::ObjectId>> children_;
  std::map<git::ObjectId, bool> folders_;
  std::set<git::ObjectId> spoilt_;
};

}  // namespace

std::optional<WayBack> newest_whole_ancestor(const Patient& patient, const git::ObjectId& tip) {
  // What one of them lacks was perhaps never fetched.
  if (patient.repository.is_partial()) return std::nullopt;
  auto newest = NewestCommits(patient, tip).newest_whole();
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto noted = tracking && *tracking ? stand_of(patient, **tracking).tip : std::nullopt;
  // What the remote has comes back with the next sync.
  std::stable_partition(newest.begin(), newest.end(), [&](const git::Commit& commit) {
    return !noted || !patient.repository.reaches(*noted, commit.id).value_or(false);
  });
  for (const git::Commit& commit : newest) {
    if (!has_all_of(patient, commit.id)) continue;
    return WayBack{commit.id, Since(patient, tip, commit.id).size(), true};
  }
  return std::nullopt;
}

}  // namespace claudestep::query
