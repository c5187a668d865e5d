#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/write_answer.h"
#include "report/text.h"
#include "store/undo.h"

namespace claudestep::cli {

namespace {

// What the operations are, as trailers say it. A commit that is not named by its own id may be
// another one when the command is repeated.
std::string undo_kind(const git::Repository& repository, const std::optional<std::string>& word) {
  std::string kind = "undo";
  if (!word) return kind;
  const auto commit = repository.resolve_commit(*word);
  const bool is_fixed = commit && commit->hex().starts_with(*word);
  return is_fixed ? kind + " commit=" + commit->hex() : kind;
}

Result<int> run_undo(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  std::vector<std::string> warnings;
  // Decided anew on each retry: later work may have come in.
  const store::Planner planner = [&](const store::View& view, model::Branch&) {
    return store::plan_undo(session.repository, view, arguments.maybe("COMMIT"))
        .map([&](store::UndoPlan&& plan) {
          warnings = std::move(plan.warnings);
          return std::move(plan.operations);
        });
  };
  store::WriteOptions options = write_options(context, session, arguments);
  options.asked_kind = undo_kind(session.repository, arguments.maybe("COMMIT"));
  CS_ASSIGN(const auto outcome, store::write(session.repository, options, planner));
  for (const std::string& warning : warnings) warn(context, report::safe(warning));
  return answer_write(context, arguments, outcome);
}

}  // namespace

extern const CommandSpec kUndoCommand = {
    .name = "undo",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "take a commit back, as a new commit",
    .example = "claudestep undo",
    .description =
        "Makes a commit that takes back what COMMIT did to projects: without one, what the newest "
        "commit did, and after a merge your newest of those that it brought together. Repeated "
        "after a time-out, 'undo' alone takes back the undoing: a program names the commit or "
        "gives --op-id.\n\n"
        "Nothing is lost, and the undoing can be undone the same way.\n\n"
        "A file that nobody changed since gets the bytes that it had before. In one that was "
        "changed since, only what COMMIT changed is taken back, task by task, pull request by pull "
        "request, member by member. Where later work changed the same or depends on it, nothing is "
        "written and the answer names that work and its commits (exit 4).\n\n"
        "The beginning of the branch and merges cannot be undone. Files of COMMIT that are no "
        "projects stay as they are.",
    .operands = {{.name = "COMMIT",
                  .type = ValueType::kCommit,
                  .help = "the commit to take back, as git names it (the newest)",
                  .optional = true}},
    .json_kind = "write",
    .run = run_undo,
};

}  // namespace claudestep::cli
