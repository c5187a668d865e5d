#include "query/burn_up.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "store/facts.h"
#include "store/root.h"

namespace claudestep::query {

namespace {

struct BurnUpCommit {
  git::ObjectId id;
  Instant at;
};

struct TaskCounts {
  std::int64_t tasks = 0;
  std::int64_t completed = 0;
};

// What follows from a file follows from its blob: only those that a later commit changed are read.
using CountsByBlob = std::map<git::ObjectId, TaskCounts>;

// As far as the history is here: a shallow clone ends early. Without the root that all clones
// share, which has nothing and no date of its own.
std::vector<BurnUpCommit> first_parents(const git::Repository& repository, git::ObjectId tip) {
  std::vector<BurnUpCommit> commits;
  (void)repository.walk_first_parents(tip, [&](const git::Commit& commit) {
    if (commit.id.hex() != store::kRootId) commits.push_back({commit.id, commit.committer.when});
    return true;
  });
  std::reverse(commits.begin(), commits.end());
  for (std::size_t at = 1; at < commits.size(); ++at) {
    commits[at].at = std::max(commits[at].at, commits[at - 1].at);
  }
  return commits;
}

std::vector<BurnUpCommit> sampled(const std::vector<BurnUpCommit>& commits, std::size_t most) {
  if (commits.size() <= most) return commits;
  const std::int64_t begin = commits.front().at.seconds;
  const std::int64_t length = commits.back().at.seconds - begin + 1;
  std::vector<BurnUpCommit> kept = {commits.front()};
  for (std::size_t at = 1; at < commits.size(); ++at) {
    const auto part_of = [&](const BurnUpCommit& commit) {
      return static_cast<std::int64_t>(most - 1) * (commit.at.seconds - begin) / length;
    };
    const bool is_last = at + 1 == commits.size();
    if (is_last || part_of(commits[at]) != part_of(commits[at + 1])) kept.push_back(commits[at]);
  }
  return kept;
}

using OnRead = std::function<void(std::size_t files)>;

class BurnUp {
 public:
  BurnUp(const store::View& view, Selection selection, const OnRead& on_read)
      : view_(view), selection_(std::move(selection)), on_read_(on_read) {
    std::sort(selection_.names.begin(), selection_.names.end());
  }

  Result<BurnUpPoint> after(const BurnUpCommit& commit) {
    CS_ASSIGN(const auto view,
              store::View::open(
                  view_.repository(),
                  {.ref = view_.ref(), .at = commit.id.hex(), .local = true, .now = commit.at}));
    BurnUpPoint point{commit.at, 0, 0};
    auto entries = view.entries();
    if (!entries) return point;  // what stood in the place of a folder then
    CountsByBlob counts;
    const auto is_settled = [&](const store::ProjectEntry& entry) {
      if (!is_selected(entry)) return true;
      const auto found = known_.find(entry.blob);
      if (found == known_.end()) return false;
      counts.insert(*found);
      point.tasks += found->second.tasks;
      point.completed += found->second.completed;
      return true;
    };
    std::erase_if(*entries, is_settled);
    read(*entries, counts, point);
    known_ = std::move(counts);
    return point;
  }

 private:
  [[nodiscard]] bool is_selected(const store::ProjectEntry& entry) const {
    if (selection_.names.empty()) {
      return selection_.archived || entry.shelf == model::Shelf::kProjects;
    }
    return std::binary_search(selection_.names.begin(), selection_.names.end(), entry.name);
  }

  void read(const std::vector<store::ProjectEntry>& unread, CountsByBlob& counts,
            BurnUpPoint& point) const {
    if (unread.empty()) return;
    const store::FactsOptions options{store::FactDepth::kSums, false, 0};
    store::visit_facts(view_.repository(), unread, options, [&](const store::FactsRun& run) {
      for (std::size_t at = 0; at < run.entries.size(); ++at) {
        const model::ProjectFacts& facts = run.facts.projects[at];
        counts[run.entries[at].blob] = {facts.planned, facts.completed};
        point.tasks += facts.planned;
        point.completed += facts.completed;
      }
      on_read_(run.entries.size());
    });
  }

  const store::View& view_;
  Selection selection_;  // names sorted
  const OnRead& on_read_;
  CountsByBlob known_;  // of the commit before
};

}  // namespace

Result<std::vector<BurnUpPoint>> burn_up(const store::View& view, const Selection& selection,
                                         std::size_t most, const OnRead& on_read) {
  std::vector<BurnUpPoint> points;
  if (!view.commit()) return points;
  const auto commits = first_parents(view.repository(), *view.commit());
  BurnUp walk(view, selection, on_read);
  for (const BurnUpCommit& commit : sampled(commits, most)) {
    CS_ASSIGN(const BurnUpPoint point, walk.after(commit));
    points.push_back(point);
  }
  return points;
}

}  // namespace claudestep::query
