#include <utility>

#include "cli/argument_values.h"
#include "cli/claim.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/plan_folders.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/choice.h"
#include "query/prime.h"
#include "query/scan.h"
#include "report/prime.h"
#include "store/remote.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kBranchPrefix = "refs/heads/";

// The branch that HEAD is on; none when it is detached, or on the metadata itself.
Result<std::optional<std::string>> branch_of_head(const git::Repository& repository,
                                                  const store::View& view) {
  CS_ASSIGN(auto target, repository.symbolic_target("HEAD"));
  if (!target || !target->starts_with(kBranchPrefix) || *target == view.ref()) return std::nullopt;
  return target->substr(kBranchPrefix.size());
}

query::BranchPlace find_branch(const git::Repository& repository, std::string_view metadata_ref,
                               std::string_view name) {
  query::BranchPlace place;
  const std::string ref = std::string(kBranchPrefix) + std::string(name);
  const auto is_there = [&](const std::string& full_name) {
    const auto tip = repository.find_ref(full_name);
    return tip && *tip;
  };
  place.is_here = is_there(ref);
  const auto worktrees = repository.worktrees();
  for (const git::Worktree& one : worktrees.value_or(std::vector<git::Worktree>())) {
    if (one.head == ref && one.git_dir != repository.git_dir()) place.worktree = one.path;
  }
  const auto remote = store::remote_of(repository, metadata_ref);
  if (!remote || !*remote) return place;
  const std::string tracking = **remote + "/" + std::string(name);
  if (is_there("refs/remotes/" + tracking)) place.tracking = tracking;
  return place;
}

// The sums over the projects that are not archived, and over the one that was named.
Result<query::Stats> stats_beside(const Arguments& arguments, const Reading& reading) {
  query::PrScope scope;
  CS_TRY(ask_stale_days(arguments, reading, scope));
  query::StatsBuilder stats(reading.now, scope);
  const auto add = [&](const store::FactsRun& run) { stats.add(run); };
  CS_TRY(query::scan_facts(reading.view, {}, facts_options(arguments), add));
  if (const auto named = arguments.maybe("PROJECT");
      named && reading.view.find(*named) == model::Shelf::kArchive) {
    CS_TRY(query::scan_facts(reading.view, {{*named}}, facts_options(arguments), add));
  }
  return std::move(stats).finish();
}

// Adds all projects that are not put away, and the one that was named wherever it is. Returns the
// files that cannot be read.
Result<std::vector<query::UnreadableFile>> add_projects(const Reading& reading,
                                                        const std::optional<std::string>& named,
                                                        query::PrimeBuilder& builder) {
  if (named) {
    CS_ASSIGN(const auto found, query::read_one(reading.view, *named));
    const bool archived = found.entry.shelf == model::Shelf::kArchive;
    if (archived) builder.add(found.project, archived);
  }
  return query::scan(reading.view, {},
                     [&](const store::ProjectEntry&, const model::Project& project) {
                       builder.add(project, false);
                     });
}

Result<query::Prime> ask_prime(const Context& context, const Arguments& arguments,
                               const Reading& reading) {
  const auto named = arguments.maybe("PROJECT");
  if (named) CS_TRY(project_of(arguments));
  CS_ASSIGN(auto branch, branch_of_head(reading.session->repository, reading.view));
  CS_ASSIGN(const std::string me, claimant(context, *reading.session));
  query::PrimeBuilder builder({reading.now, std::move(branch), me}, named);
  CS_ASSIGN(auto unreadable, add_projects(reading, named, builder));
  CS_ASSIGN(const auto folders, open_plan_folders(*reading.session, arguments));
  const query::ChoiceOptions choice{&folders, facts_options(arguments), reading.now};
  CS_ASSIGN(auto prime, std::move(builder).finish([&](const std::string& project) {
    return query::choose_next(reading.view, project, choice);
  }));
  CS_ASSIGN(prime.stats, stats_beside(arguments, reading));
  prime.stats.ref = reading.view.ref();
  if (reading.view.commit()) prime.stats.commit = reading.view.commit()->hex();
  prime.stats.unreadable = std::move(unreadable);
  const auto find = [&](std::string_view name) {
    return find_branch(reading.session->repository, reading.view.ref(), name);
  };
  prime.commands = reading.has_no_branch() ? query::commands_to_begin(store::how_to_begin(
                                                 reading.session->repository, reading.view.ref()))
                                           : query::prime_commands(prime, find);
  return prime;
}

Result<int> run_prime(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto prime, ask_prime(context, arguments, reading));
  context.out(arguments.json() ? report::prime_json(prime, all_exit_codes())
                               : report::prime_text(prime, all_exit_codes(), style_of(context)));
  return 0;
}

}  // namespace

extern const CommandSpec kPrimeCommand = {
    .name = "prime",
    .group = Group::kStart,
    .kind = CommandKind::kRead,
    .summary = "show an agent where things stand, the next task and the commands to run",
    .example = "claudestep prime",
    .description =
        "One screen to begin with: all projects in a line each, the task that the checked-out "
        "branch is about, the tasks that are claimed in the name of git's author, the task that "
        "is next, the exact commands that go with them, and what exit codes say. A name is all "
        "that tells whose a claim is: of agents that share one, each sees the claims of the "
        "others.\n\n"
        "The next task is that of PROJECT; else of the project whose branch is checked out, known "
        "from the pull request recorded with it or from its name; else, or when nothing is ready "
        "there, of the first project by name in which a task is. Words in capitals in a command "
        "are yours to fill in.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "the project to work on",
                  .optional = true}},
    .options = {kBaseOption},
    .json_kind = "prime",
    .run = run_prime,
};

}  // namespace claudestep::cli
