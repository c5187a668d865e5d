// Owns: the answer of `prime`: where things stand, what the branch one is on is about, which
// project and task come next, and the commands that go with them.
// Leaves to others: where HEAD is (cli/), how it looks (report/).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/project.h"
#include "query/next.h"
#include "query/stats.h"

namespace claudestep::query {

// Who asks, and from where.
struct PrimeAsker {
  Instant now;
  std::optional<std::string> git_branch;  // what HEAD is on
  std::string name = {};                  // in which this asker claims tasks
};

// The task that a branch is about, and its pull request where one is recorded.
struct PrimeHere {
  std::string project;
  std::int64_t index = 0;
  std::string id;
  std::string description;
  model::TaskStatus status = model::TaskStatus::kPending;
  std::optional<std::int64_t> pr;
  std::optional<model::PrState> pr_state;
  std::optional<ClaimRow> claim;  // of whoever it is, while it counts

  bool operator==(const PrimeHere&) const = default;
};

struct PrimeCommand {
  std::string command;  // one line for a shell; words in capitals are the caller's to fill in
  std::string purpose;

  bool operator==(const PrimeCommand&) const = default;
};

struct PrimeProject {
  std::string project;
  std::optional<NextTask> next;

  bool operator==(const PrimeProject&) const = default;
};

struct Prime {
  Stats stats;                            // of `projects`; for the caller to fill in
  std::vector<PrimeProject> projects;     // not archived ones, and the one that was named
  std::optional<std::string> git_branch;  // what HEAD is on
  std::optional<PrimeHere> here;          // none: the branch is about no task that is known
  std::vector<Next> claimed;              // what is claimed in the asker's name, but for `here`
  // Of the project that was asked for; else of the one that `here` is in, if it has a task to be
  // had; else of the first that has, by name; else of the one that `here` is in.
  std::optional<Next> next;
  std::vector<PrimeCommand> commands;
};

// The task of `project` that `branch` is about: that of the last pull request recorded with it,
// else the one that the name tells. Requires: a settled project.
[[nodiscard]] std::optional<PrimeHere> here_in(const model::Project& project,
                                               std::string_view branch, Instant now);

// Gathers projects one by one.
class PrimeBuilder {
 public:
  // `named`: the project that was asked for, if any.
  PrimeBuilder(PrimeAsker asker, std::optional<std::string> named);

  // Requires: a settled project.
  void add(const model::Project& project, bool archived);

  // The answer so far, without the stats. `choose` holds the ready task of a project to what
  // reviewers have room for and what is approved, as choose_next() does.
  using Choose = std::function<Result<Next>(const std::string& project)>;
  [[nodiscard]] Result<Prime> finish(const Choose& choose) &&;

 private:
  void add_claims(const model::Project& project);
  [[nodiscard]] Result<std::optional<Next>> next_to_be_had(const Choose& choose) const;

  PrimeAsker asker_;
  std::optional<std::string> named_;
  Prime prime_;
  std::optional<Next> named_next_, here_next_;
  std::vector<std::string> ready_;  // projects with a ready task
};

// Where a branch of this name is to be had.
struct BranchPlace {
  bool is_here = false;
  std::optional<std::string> worktree = {};  // the folder of another work tree that is on it
  std::optional<std::string> tracking = {};  // "origin/work", where it was fetched from a remote
};
using FindBranch = std::function<BranchPlace(std::string_view name)>;

// The commands that make sense now, in the order in which they are needed.
[[nodiscard]] std::vector<PrimeCommand> prime_commands(const Prime& prime,
                                                       const FindBranch& find_branch);

// Those where there is no metadata branch. `begin`: what store::how_to_begin() says.
[[nodiscard]] std::vector<PrimeCommand> commands_to_begin(std::string begin);

}  // namespace claudestep::query
