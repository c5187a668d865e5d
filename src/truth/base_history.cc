#include "truth/base_history.h"

#include <algorithm>
#include <deque>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace claudestep::truth {
namespace {

constexpr unsigned kFromBase = 1;
constexpr unsigned kExcluded = 2;
constexpr unsigned kFromBranch = 4;
constexpr int kCommitsBetweenLooks = 256;  // at the clock
// So many commits in a row have to be too old before all others are taken to be: one clock that
// stood wrong hides younger commits behind an old one.
constexpr int kMostPassed = 500;

}  // namespace

// Reads commits, newest first, until only such are left that cannot matter.
class BaseHistory::Reader {
 public:
  Reader(const git::Repository& repository, const HistoryBounds& bounds)
      : repository_(repository), bounds_(bounds) {}

  Result<BaseHistory> read() {
    for (const auto& tip : bounds_.base_tips) CS_TRY(mark(tip, kFromBase));
    for (const auto& tip : bounds_.excluded) CS_TRY(mark(tip, kFromBase | kExcluded));
    for (const auto& tip : bounds_.branch_tips) CS_TRY(mark(tip, kFromBranch));
    while (!queue_.empty() && (wanted_ > 0 || goes_on(queue_.top().when))) {
      CS_TRY(look_at_clock());
      Loaded& loaded = loaded_[queue_.top().slot];
      queue_.pop();
      loaded.queued = false;
      if (is_wanted(loaded.marks)) --wanted_;
      for (const auto& parent : loaded.parents) CS_TRY(mark(parent, loaded.marks));
    }
    return build();
  }

 private:
  // The place of a commit among those that were loaded.
  using Slot = Place;
  // Of two with one date the greater id comes first, everywhere.
  struct Queued {
    Instant when;
    git::ObjectId id;
    Slot slot = kNowhere;

    bool operator<(const Queued& other) const {
      return std::tie(when, id) < std::tie(other.when, other.id);
    }
  };
  struct Loaded {
    HistoryCommit commit;
    std::vector<git::ObjectId> parents;
    unsigned marks = 0;
    bool queued = false;
  };

  // With bounds of its own, what is excluded matters only as far as others lead to it; a branch
  // has to be followed to where it left the base.
  [[nodiscard]] bool is_wanted(unsigned marks) const {
    if ((marks & kFromBase) == 0) return true;
    return !bounds_.since && (marks & kExcluded) == 0;
  }

  bool goes_on(Instant when) {
    if (!bounds_.since) return false;
    passed_ = when < *bounds_.since ? passed_ + 1 : 0;
    return passed_ <= kMostPassed;
  }

  Status mark(const git::ObjectId& id, unsigned marks) {
    const auto found = slots_.find(id);
    Slot slot = kNowhere;
    if (found != slots_.end()) {
      slot = found->second;
    } else {
      CS_ASSIGN(slot, load(id));
    }
    Loaded& loaded = loaded_[slot];
    if ((loaded.marks | marks) == loaded.marks) return {};
    if (loaded.queued && is_wanted(loaded.marks)) --wanted_;
    loaded.marks |= marks;
    if (is_wanted(loaded.marks)) ++wanted_;
    if (!loaded.queued) queue_.push(queued(slot));
    loaded.queued = true;
    return {};
  }

  Result<Slot> load(const git::ObjectId& id) {
    CS_ASSIGN(auto commit, repository_.read_commit(id));
    const auto slot = static_cast<Slot>(loaded_.size());
    slots_.emplace(id, slot);
    Loaded& fresh = loaded_.emplace_back();
    fresh.commit.id = id;
    fresh.commit.tree = commit.tree;
    fresh.commit.when = commit.committer.when;
    fresh.commit.message = read_forge_message(commit.message);
    fresh.parents = std::move(commit.parents);
    return slot;
  }

  [[nodiscard]] Queued queued(Slot slot) const {
    const HistoryCommit& commit = loaded_[slot].commit;
    return {commit.when, commit.id, slot};
  }

  Status look_at_clock() {
    if (!bounds_.deadline || ++read_ % kCommitsBetweenLooks != 0) return {};
    if (std::chrono::steady_clock::now() < *bounds_.deadline) return {};
    return fail(
        Error{ErrorCode::kBusy, "the history of the base branch is long, and time is up"}.caused_by(
            counted(loaded_.size(), "commit") + " were read"));
  }

  // Children before parents, whatever the dates say.
  void order() {
    std::vector<int> children(loaded_.size(), 0);
    for (Loaded& loaded : loaded_) {
      for (const auto& parent : loaded.parents) {
        const auto found = slots_.find(parent);
        const Slot slot = found == slots_.end() ? kNowhere : found->second;
        loaded.commit.parents.push_back(slot);
        if (slot != kNowhere) ++children[slot];
      }
    }
    std::priority_queue<Queued> ready;
    for (Slot slot = 0; slot < loaded_.size(); ++slot) {
      if (children[slot] == 0) ready.push(queued(slot));
    }
    std::vector<Place> places(loaded_.size(), kNowhere);
    result_.commits_.reserve(loaded_.size());
    while (!ready.empty()) {
      const Slot slot = ready.top().slot;
      ready.pop();
      places[slot] = static_cast<Place>(result_.commits_.size());
      HistoryCommit& commit = loaded_[slot].commit;
      for (const Slot parent : commit.parents) {
        if (parent != kNowhere && --children[parent] == 0) ready.push(queued(parent));
      }
      result_.commits_.push_back(std::move(commit));
    }
    for (HistoryCommit& commit : result_.commits_) {
      for (Place& parent : commit.parents) {
        if (parent != kNowhere) parent = places[parent];
      }
    }
    for (auto& [id, place] : slots_) place = places[place];
    result_.places_ = std::move(slots_);
  }

  void mark_base() {
    auto& commits = result_.commits_;
    std::vector<bool> excluded(commits.size(), false);
    const auto each_place = [&](const std::vector<git::ObjectId>& ids, const auto& visit) {
      for (const auto& id : ids) visit(result_.find(id));
    };
    each_place(bounds_.base_tips, [&](Place place) { commits[place].on_base = true; });
    each_place(bounds_.excluded, [&](Place place) {
      commits[place].on_base = true;
      excluded[place] = true;
    });
    for (Place place = 0; place < commits.size(); ++place) {
      HistoryCommit& commit = commits[place];
      if (!commit.on_base) continue;
      commit.counts = !excluded[place] && (!bounds_.since || !(commit.when < *bounds_.since));
      for (const Place parent : commit.parents) {
        if (parent == kNowhere) continue;
        commits[parent].on_base = true;
        if (excluded[place]) excluded[parent] = true;
      }
    }
    each_place(bounds_.base_tips, [&](Place place) { mark_line(place); });
    each_place(bounds_.excluded, [&](Place place) { mark_line(place); });
    each_place(bounds_.line_tips, [&](Place place) {
      if (place != kNowhere && commits[place].on_base) mark_line(place);
    });
  }

  void mark_line(Place place) {
    auto& commits = result_.commits_;
    while (place != kNowhere && !commits[place].on_base_line) {
      commits[place].on_base_line = true;
      const auto& parents = commits[place].parents;
      // "Merge branch 'main' of ..." puts the branch's own past on a side line.
      if (parents.size() == 2 && parents[1] != kNowhere && names_base(commits[place].message)) {
        mark_line(parents[1]);
      }
      place = parents.empty() ? kNowhere : parents.front();
    }
  }

  [[nodiscard]] bool names_base(const ForgeMessage& message) const {
    return !message.merged_number &&
           std::any_of(bounds_.base_names.begin(), bounds_.base_names.end(),
                       [&](const std::string& name) { return message.names(name); });
  }

  // Oldest first along the line, so that each commit belongs to the first that brought it.
  void mark_bringers() {
    auto& commits = result_.commits_;
    for (auto at = static_cast<Place>(commits.size()); at-- > 0;) {
      if (!commits[at].on_base_line) continue;
      std::vector<Place> next = {at};
      while (!next.empty()) {
        const Place place = next.back();
        next.pop_back();
        if (commits[place].brought_by != kNowhere) continue;
        if (place != at && commits[place].on_base_line) continue;
        commits[place].brought_by = at;
        for (const Place parent : commits[place].parents) {
          if (parent != kNowhere) next.push_back(parent);
        }
      }
    }
  }

  Result<BaseHistory> build() {
    order();
    mark_base();
    mark_bringers();
    result_.read_home(bounds_.home);
    CS_TRY(result_.read_reverts(repository_, bounds_.home));
    result_.boundary_ = repository_.shallow_boundary();
    for (const auto& id : result_.boundary_) {
      const Place place = result_.find(id);
      if (place == kNowhere || !result_.commits_[place].on_base) continue;
      result_.unknown_until_ =
          std::max(result_.unknown_until_.value_or(Instant{}), result_.commits_[place].when);
    }
    return std::move(result_);
  }

  const git::Repository& repository_;
  const HistoryBounds& bounds_;
  std::deque<Loaded> loaded_;  // which stay where they are
  std::unordered_map<git::ObjectId, Slot, git::HashId> slots_;
  std::priority_queue<Queued> queue_;
  std::size_t wanted_ = 0;  // queued, and to be followed whatever their date
  int read_ = 0;
  int passed_ = 0;
  BaseHistory result_;
};

Result<BaseHistory> BaseHistory::read(const git::Repository& repository,
                                      const HistoryBounds& bounds) {
  return Reader(repository, bounds).read();
}

Place BaseHistory::find(const git::ObjectId& id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? kNowhere : found->second;
}

bool BaseHistory::reaches(Place descendant, Place place) const {
  std::vector<Place> next = {descendant};
  std::set<Place> seen;
  while (!next.empty()) {
    const Place at = next.back();
    next.pop_back();
    if (at == place) return true;
    // Children come first: what stands behind `place` cannot lead to it.
    if (at == kNowhere || at > place || !seen.insert(at).second) continue;
    next.insert(next.end(), commits_[at].parents.begin(), commits_[at].parents.end());
  }
  return false;
}

std::vector<Place> BaseHistory::brought_by(Place merge) const {
  std::vector<Place> brought = brought_with(merge);
  std::erase_if(brought, [&](Place place) { return commits_[place].parents.size() > 1; });
  return brought;
}

std::vector<Place> BaseHistory::brought_with(Place merge) const {
  std::vector<Place> brought;
  const Place bringer = commits_[merge].brought_by;
  if (bringer == kNowhere || commits_[merge].parents.size() < 2) return brought;
  const Place first = commits_[merge].parents.front();
  for (Place place = merge + 1; place < commits_.size(); ++place) {
    if (commits_[place].brought_by != bringer) continue;
    // Within the branch that came by a merge there may be others.
    const bool its =
        bringer == merge || (reaches(merge, place) && first != kNowhere && !reaches(first, place));
    if (its) brought.push_back(place);
  }
  return brought;
}

std::vector<Place> BaseHistory::own_commits(Place tip) const {
  std::vector<Place> next = {tip};
  std::set<Place> own;
  while (!next.empty()) {
    const Place at = next.back();
    next.pop_back();
    if (at == kNowhere || commits_[at].on_base || !own.insert(at).second) continue;
    next.insert(next.end(), commits_[at].parents.begin(), commits_[at].parents.end());
  }
  return {own.begin(), own.end()};
}

bool BaseHistory::is_cut_off(Place tip) const {
  if (boundary_.empty()) return false;
  const std::vector<Place> own = own_commits(tip);
  return std::any_of(own.begin(), own.end(), [&](Place place) {
    return std::binary_search(boundary_.begin(), boundary_.end(), commits_[place].id);
  });
}

std::vector<Place> BaseHistory::left_base_at(const std::vector<Place>& own) const {
  std::set<Place> left;
  for (const Place place : own) {
    for (const Place parent : commits_[place].parents) {
      if (parent == kNowhere || commits_[parent].on_base) left.insert(parent);
    }
  }
  return {left.begin(), left.end()};
}

}  // namespace claudestep::truth
