#include "query/burn_up.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
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

using Stories = std::vector<std::vector<std::string>>;

Result<Stories> stories_of(const store::View& view, const Selection& selection) {
  Stories stories;
  if (selection.names.empty()) return stories;
  const auto tell = [&](const store::ProjectEntry& entry, const model::Project& project) {
    std::vector<std::string>& story = stories.emplace_back();
    if (project.former_names) {
      for (const model::Text& name : *project.former_names) story.push_back(name.value);
    }
    story.push_back(entry.name);
  };
  CS_TRY(scan(view, selection, tell));
  // One that cannot be read has a name all the same.
  for (const std::string& name : selection.names) stories.push_back({name});
  return stories;
}

using OnRead = std::function<void(std::size_t files)>;

class BurnUp {
 public:
  // `stories`: of each project that is selected by name its names, in the order in which it had
  // them; none: all projects.
  BurnUp(const store::View& view, Stories stories, bool with_archived, const OnRead& on_read)
      : view_(view),
        stories_(std::move(stories)),
        with_archived_(with_archived),
        on_read_(on_read) {}

  Result<BurnUpPoint> after(const BurnUpCommit& commit) {
    CS_ASSIGN(const auto view,
              store::View::open(
                  view_.repository(),
                  {.ref = view_.ref(), .at = commit.id.hex(), .local = true, .now = commit.at}));
    BurnUpPoint point{commit.at, 0, 0};
    auto entries = view.entries();
    if (!entries) return point;  // what stood in the place of a folder then
    CountsByBlob counts;
    const auto named = names_among(*entries);
    const auto is_settled = [&](const store::ProjectEntry& entry) {
      if (!is_selected(entry, named)) return true;
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
  using Names = std::set<std::string_view>;

  // What the selected projects are called among `entries`, each by the last of its names there.
  [[nodiscard]] Names names_among(const std::vector<store::ProjectEntry>& entries) const {
    Names there;
    if (stories_.empty()) return there;
    for (const store::ProjectEntry& entry : entries) there.insert(entry.name);
    Names named;
    for (const std::vector<std::string>& story : stories_) {
      const auto last = std::find_if(story.rbegin(), story.rend(),
                                     [&](const auto& name) { return there.contains(name); });
      if (last != story.rend()) named.insert(*last);
    }
    return named;
  }

  [[nodiscard]] bool is_selected(const store::ProjectEntry& entry, const Names& named) const {
    if (stories_.empty()) return with_archived_ || entry.shelf == model::Shelf::kProjects;
    return named.contains(entry.name);
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
  Stories stories_;
  bool with_archived_;
  const OnRead& on_read_;
  CountsByBlob known_;  // of the commit before
};

}  // namespace

Result<std::vector<BurnUpPoint>> burn_up(const store::View& view, const Selection& selection,
                                         std::size_t most, const OnRead& on_read) {
  std::vector<BurnUpPoint> points;
  if (!view.commit()) return points;
  const auto commits = first_parents(view.repository(), *view.commit());
  CS_ASSIGN(auto stories, stories_of(view, selection));
  BurnUp walk(view, std::move(stories), selection.archived, on_read);
  for (const BurnUpCommit& commit : sampled(commits, most)) {
    CS_ASSIGN(const BurnUpPoint point, walk.after(commit));
    points.push_back(point);
  }
  return points;
}

}  // namespace claudestep::query
