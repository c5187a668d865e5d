// Walking commits. Done here rather than by libgit2, whose walks fail at the boundary of a shallow
// clone and whose merge bases depend on the order of the question.
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "git/commit_queue.h"
#include "git/hash_id.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

// Marks of commits go down to what they reach, newest first, until none is left that may mark
// anything in another way. Repository::Impl has no name here: it is private.
template <typename Impl>
class Painter {
 public:
  using Marks = std::uint64_t;
  struct Known {
    CommitLinks links;
    Marks marks = 0;
  };

  // Below what has all of the marks `stale` nothing is of interest.
  Painter(const Impl& impl, Marks stale) : impl_(impl), stale_(stale) {}

  Status push(const ObjectId& id, Marks marks) {
    auto found = known_.find(id);
    if (found == known_.end()) {
      CS_ASSIGN(auto links, impl_.links_of(id));
      found = known_.emplace(id, Known{std::move(links), 0}).first;
    }
    Known& known = found->second;
    if ((known.marks & marks) == marks) return {};
    const bool queued = queue_.contains(id);
    const bool was_interesting = queued && !is_stale(known);
    known.marks |= marks;
    if (was_interesting && is_stale(known)) --interesting_;
    if (!queued) {
      queue_.push(id, known.links.date);
      if (!is_stale(known)) ++interesting_;
    }
    return {};
  }

  // `to_parents` returns the marks that the parents of a commit get, and may add to its own.
  template <typename ToParents>
  Status run(const ToParents& to_parents) {
    while (interesting_ > 0) {
      Known& known = known_.at(queue_.pop());
      if (!is_stale(known)) --interesting_;
      const Marks marks = to_parents(known);
      for (const ObjectId& parent : known.links.parents) CS_TRY(push(parent, marks));
    }
    return {};
  }

  [[nodiscard]] const std::unordered_map<ObjectId, Known, HashId>& known() const { return known_; }

 private:
  [[nodiscard]] bool is_stale(const Known& known) const { return (known.marks & stale_) == stale_; }

  const Impl& impl_;
  Marks stale_;
  std::unordered_map<ObjectId, Known, HashId> known_;  // references stay valid as it grows
  CommitQueue queue_;
  std::size_t interesting_ = 0;  // queued and not stale
};

enum Mark : std::uint64_t { kOfA = 1, kOfB = 2, kStale = 4, kResult = 8 };

// The commits that both reach first, perhaps with some that others of them reach: git's own
// algorithm. Each commit is marked by the sides that reach it; below a common one everything is
// stale.
template <typename Impl>
Result<std::vector<ObjectId>> common_ancestors(const Impl& impl, const ObjectId& a,
                                               const ObjectId& b) {
  using Common = Painter<Impl>;
  Common painter(impl, kStale);
  CS_TRY(painter.push(a, kOfA));
  CS_TRY(painter.push(b, kOfB));
  CS_TRY(painter.run([](typename Common::Known& known) {
    const std::uint64_t marks = known.marks & (kOfA | kOfB | kStale);
    if (marks != (kOfA | kOfB)) return marks;
    known.marks |= kResult;
    return marks | kStale;
  }));
  std::vector<ObjectId> results;
  for (const auto& [id, known] : painter.known()) {
    if ((known.marks & kResult) != 0 && (known.marks & kStale) == 0) results.push_back(id);
  }
  return results;
}

// Leaves out what another of them reaches; dates that lie can bring such in. As many at once as
// there are marks, one being for all the others: what has every mark reaches none of these.
template <typename Impl>
Result<std::vector<ObjectId>> without_redundant(const Impl& impl,
                                                const std::vector<ObjectId>& candidates) {
  constexpr std::size_t kAtOnce = 63;
  using Reach = Painter<Impl>;
  std::vector<ObjectId> kept;
  for (std::size_t first = 0; first < candidates.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, candidates.size() - first);
    const auto mark_of = [&](std::size_t at) {
      const bool is_of_these = at >= first && at - first < count;
      return std::uint64_t{1} << (is_of_these ? at - first : count);
    };
    const std::size_t marks = count < candidates.size() ? count + 1 : count;
    Reach painter(impl, ~std::uint64_t{0} >> (64 - marks));
    for (std::size_t at = 0; at < candidates.size(); ++at) {
      CS_TRY(painter.push(candidates[at], mark_of(at)));
    }
    CS_TRY(painter.run([](const typename Reach::Known& known) { return known.marks; }));
    for (std::size_t at = first; at < first + count; ++at) {
      if (painter.known().at(candidates[at]).marks == mark_of(at)) kept.push_back(candidates[at]);
    }
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
  CS_ASSIGN(auto bases, common_ancestors(*impl_, a, b));
  if (bases.size() > 1) {
    CS_ASSIGN(bases, without_redundant(*impl_, bases));
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
