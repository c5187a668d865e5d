#include "store/paired_changes.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/time.h"
#include "model/project.h"
#include "store/lineages.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

// Of two that have one name a merge gives one a new name, and the other looks rewritten.
void find_displaced(ProjectReader& reader, std::vector<ProjectChange>& changes) {
  std::multimap<std::string, std::size_t> replaced;  // by the names before
  for (std::size_t at = 0; at < changes.size(); ++at) {
    if (changed_names(reader, changes[at])) replaced.emplace(changes[at].before->name, at);
  }
  for (std::size_t at = 0; at < changes.size() && !replaced.empty(); ++at) {
    if (!changes[at].is_new()) continue;
    const auto is = reader.read(*changes[at].after);
    if (!*is || !(*is)->former_names) continue;
    std::size_t first = kNobody;
    for (const model::Text& former : *(*is)->former_names) {
      const auto [begin, end] = replaced.equal_range(former.value);
      for (auto one = begin; one != end; ++one) {
        if (!changes[one->second].before) continue;
        const auto was = reader.read(*changes[one->second].before);
        const bool is_it = *was && (*was)->created_at == (*is)->created_at;
        if (is_it) first = std::min(first, one->second);
      }
    }
    if (first != kNobody) changes[at].before.swap(changes[first].before);
  }
}

// Which of the other state one may be.
class Match {
 public:
  void note(std::size_t other) {
    if (other_ == kNobody) other_ = other;
    is_alone_ &= other_ == other;
  }
  // Nobody when there are several: of copies none is taken for it.
  [[nodiscard]] std::size_t other() const { return is_alone_ ? other_ : kNobody; }

 private:
  std::size_t other_ = kNobody;
  bool is_alone_ = true;
};

// Who was made at one time with one task.
struct Alike {
  std::vector<std::size_t> went;
  std::vector<std::size_t> came;
};

std::vector<Match> match_the_same(ProjectReader& reader,
                                  const std::vector<ProjectChange>& changes) {
  std::map<std::pair<Instant, std::string>, Alike> all;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    const ProjectChange& change = changes[at];
    if (!change.is_gone() && !change.is_new()) continue;
    const auto project = reader.read(change.before ? *change.before : *change.after);
    if (!*project) continue;
    Identity identity = identity_of(**project);
    if (!identity.created_at) continue;
    for (std::string& task : identity.tasks) {
      Alike& alike = all[{*identity.created_at, std::move(task)}];
      (change.before ? alike.went : alike.came).push_back(at);
    }
  }
  std::vector<Match> matches(changes.size());
  const auto note = [&](const auto& some, const auto& others) {
    if (others.empty()) return;
    for (const std::size_t one : some) {
      // Two are as many as all.
      matches[one].note(others.front());
      matches[one].note(others.back());
    }
  };
  for (const auto& [key, alike] : all) {
    note(alike.went, alike.came);
    note(alike.came, alike.went);
  }
  return matches;
}

// As the merge takes for one project what says nothing of its other name, but when it was made and
// with which tasks.
void join_the_same(ProjectReader& reader, std::vector<ProjectChange>& changes) {
  const bool may_be_any =
      std::any_of(changes.begin(), changes.end(), std::mem_fn(&ProjectChange::is_gone)) &&
      std::any_of(changes.begin(), changes.end(), std::mem_fn(&ProjectChange::is_new));
  if (may_be_any) {
    const std::vector<Match> matches = match_the_same(reader, changes);
    for (std::size_t at = 0; at < changes.size(); ++at) {
      const std::size_t other = matches[at].other();
      const bool is_pair = other != kNobody && matches[other].other() == at;
      if (is_pair && changes[at].is_gone()) changes[other].before.swap(changes[at].before);
    }
  }
  std::erase_if(changes,
                [](const ProjectChange& change) { return !change.before && !change.after; });
}

}  // namespace

Result<std::vector<ProjectChange>> paired_changes(const git::Repository& repository,
                                                  ProjectReader& reader, const Shelves& before,
                                                  const Shelves& after) {
  CS_ASSIGN(auto changes, project_changes(repository, reader, before, after));
  untangle(reader, changes);
  find_displaced(reader, changes);
  join_the_same(reader, changes);
  return changes;
}

}  // namespace claudestep::store
