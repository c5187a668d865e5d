// Owns: the history of the branch, told project by project, whoever made the commits.
// Leaves to others: the words (model/events.h), how they are shown (report/events.h).
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "git/repository.h"
#include "model/events.h"
#include "store/view.h"

namespace claudestep::store {

struct ProjectEvents {
  std::string project;  // its name afterwards, or the last one it had
  std::vector<model::Event> events;
};

// What a commit did to projects.
struct LogCommit {
  git::ObjectId id;
  Instant time;        // the committer's
  std::string author;  // a name, as the commit spells it
  bool is_merge = false;
  std::optional<git::ObjectId> undoes;  // what its trailers say that it takes back
  std::vector<ProjectEvents> projects;  // by name; never empty
};

struct LogOptions {
  std::optional<std::string> project;  // this one alone, under its earlier names as well
  std::optional<Instant> since;        // commits not before
  std::optional<Instant> until;        // commits before
};

// Visits the commits that changed projects, all lines of history, children before their parents and
// else the newest first (git/commit_order.h), until `visit` says false. Each is compared with its
// parent. A merge tells only what it did itself: what is different from each of its parents in the
// same way. The oldest commits of a shallow clone, whose parents are not here, tell nothing. Only
// files that differ are read, and those only when their commit is visited.
[[nodiscard]] Status walk_log(const git::Repository& repository, git::ObjectId tip,
                              const LogOptions& options,
                              const std::function<bool(const LogCommit&)>& visit);

// Visits the commits that `tip` has, in the order of walk_log, each with the names that `project`
// has in it and in its parents, followed as walk_log follows them, until `visit` says false.
// Without a project there are no names.
[[nodiscard]] Status walk_names(
    const git::Repository& repository, git::ObjectId tip, const std::optional<std::string>& project,
    const std::function<bool(const git::Commit&, const std::set<std::string>& names)>& visit);

// The names that what is called `project` in `view` had in `commit`, followed as walk_log follows
// them; none where it was not there, or is not there now.
[[nodiscard]] Result<std::set<std::string>> names_in(const View& view, const std::string& project,
                                                     const git::Commit& commit);

// Whether the history of `tip` goes on where this shallow clone ends; with `since`, perhaps from
// then on. What the commits at its end did is not known either.
[[nodiscard]] Result<bool> is_cut_off(const git::Repository& repository, git::ObjectId tip,
                                      std::optional<Instant> since = std::nullopt);

// What leads from one state to the other, by project. A view without a commit is an empty branch.
[[nodiscard]] Result<std::vector<ProjectEvents>> compare_views(const git::Repository& repository,
                                                               const View& before,
                                                               const View& after);

}  // namespace claudestep::store
