// Walking commits. Done here rather than by libgit2, whose walks fail at the boundary of a shallow
// clone and whose merge bases depend on the order of the question.
#include <algorithm>
#include <map>
#include <queue>
#include <set>

#include "git/commit_queue.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

enum Mark : unsigned { kOfA = 1, kOfB = 2, kStale = 4, kResult = 8 };

// What is known of a commit while looking for common ancestors.
struct Known {
  Commit commit;
  unsigned marks = 0;
};

class Painter {
 public:
  explicit Painter(const Repository& repository) : repository_(repository) {}

  // The commits that both sides reach first, perhaps with some that others of them reach: git's own
  // algorithm. Each commit is marked by the sides that reach it; below a common one everything is
  // stale, and the walk ends when nothing else is queued.
  Result<std::vector<ObjectId>> paint(const ObjectId& a, const std::vector<ObjectId>& others) {
    CS_TRY(push(a, kOfA));
    for (const ObjectId& other : others) CS_TRY(push(other, kOfB));
    while (interesting_ > 0) {
      const ObjectId id = queue_.pop();
      Known& known = known_.at(id);
      if ((known.marks & kStale) == 0) --interesting_;
      unsigned marks = known.marks & (kOfA | kOfB | kStale);
      if (marks == (kOfA | kOfB)) {
        known.marks |= kResult;
        marks |= kStale;
      }
      const std::vector<ObjectId> parents = known.commit.parents;
      for (const ObjectId& parent : parents) CS_TRY(push(parent, marks));
    }
    std::vector<ObjectId> results;
    for (const auto& [id, known] : known_) {
      if ((known.marks & kResult) != 0 && (known.marks & kStale) == 0) results.push_back(id);
    }
    return results;
  }

  [[nodiscard]] bool reached_from_others(const ObjectId& id) const {
    const auto found = known_.find(id);
    return found != known_.end() && (found->second.marks & kOfB) != 0;
  }

 private:
  Status push(const ObjectId& id, unsigned marks) {
    auto found = known_.find(id);
    if (found == known_.end()) {
      CS_ASSIGN(auto commit, repository_.read_commit(id));
      found = known_.emplace(id, Known{std::move(commit), 0}).first;
    }
    Known& known = found->second;
    if ((known.marks & marks) == marks) return {};
    const bool queued = queue_.contains(id);
    const bool was_interesting = queued && (known.marks & kStale) == 0;
    known.marks |= marks;
    const bool now_interesting = (known.marks & kStale) == 0;
    if (was_interesting && !now_interesting) --interesting_;
    if (!queued) {
      queue_.push(id, known.commit.committer.when.seconds);
      if (now_interesting) ++interesting_;
    }
    return {};
  }

  const Repository& repository_;
  std::map<ObjectId, Known> known_;
  CommitQueue queue_;
  std::size_t interesting_ = 0;  // queued and not stale
};

// Leaves out what another of them reaches; dates that lie can bring such in.
Result<std::vector<ObjectId>> without_redundant(const Repository& repository,
                                                const std::vector<ObjectId>& candidates) {
  std::vector<ObjectId> kept;
  for (const ObjectId& candidate : candidates) {
    std::vector<ObjectId> others;
    for (const ObjectId& other : candidates) {
      if (other != candidate) others.push_back(other);
    }
    Painter painter(repository);
    CS_TRY(painter.paint(candidate, others));
    if (!painter.reached_from_others(candidate)) kept.push_back(candidate);
  }
  return kept;
}

}  // namespace

Result<std::vector<ObjectId>> Repository::merge_bases(ObjectId a, ObjectId b) const {
  if (a == b) {
    CS_TRY(impl_->read_commit(a));
    return std::vector{a};
  }
  if (b < a) std::swap(a, b);
  Painter painter(*this);
  CS_ASSIGN(auto bases, painter.paint(a, {b}));
  if (bases.size() > 1) {
    CS_ASSIGN(bases, without_redundant(*this, bases));
  }
  std::sort(bases.begin(), bases.end());
  return bases;
}

Result<Ancestry> Repository::compare(ObjectId a, ObjectId b) const {
  if (a == b) return Ancestry::kSame;
  CS_ASSIGN(const auto bases, merge_bases(a, b));
  if (bases.empty()) return Ancestry::kUnrelated;
  if (std::find(bases.begin(), bases.end(), a) != bases.end()) return Ancestry::kBehind;
  if (std::find(bases.begin(), bases.end(), b) != bases.end()) return Ancestry::kAhead;
  return Ancestry::kDiverged;
}

Result<bool> Repository::reaches(ObjectId tip, ObjectId commit) const {
  CS_ASSIGN(const Ancestry ancestry, compare(commit, tip));
  return ancestry == Ancestry::kSame || ancestry == Ancestry::kBehind;
}

Status Repository::walk_first_parents(ObjectId tip,
                                      const std::function<bool(const Commit&)>& visit) const {
  for (ObjectId id = tip;;) {
    CS_ASSIGN(const auto commit, impl_->read_commit(id));
    if (!visit(commit) || commit.parents.empty()) return {};
    id = commit.parents.front();
  }
}

Status Repository::walk(ObjectId tip, const std::function<bool(const Commit&)>& visit) const {
  // Commits wait here with their contents: a date is needed to queue one, and it is read only once.
  std::map<ObjectId, Commit> waiting;
  std::set<ObjectId> seen = {tip};
  CommitQueue queue;
  const auto push = [&](const ObjectId& id) -> Status {
    CS_ASSIGN(auto commit, impl_->read_commit(id));
    queue.push(id, commit.committer.when.seconds);
    waiting.emplace(id, std::move(commit));
    return {};
  };
  CS_TRY(push(tip));
  while (!queue.empty()) {
    const auto node = waiting.extract(queue.pop());
    const Commit& commit = node.mapped();
    if (!visit(commit)) return {};
    for (const ObjectId& parent : commit.parents) {
      if (seen.insert(parent).second) CS_TRY(push(parent));
    }
  }
  return {};
}

}  // namespace claudestep::git
