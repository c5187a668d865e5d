// `hooks install`, `hooks status` and `hooks uninstall`.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/hooks.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "host/hook_files.h"
#include "report/hooks.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

std::vector<std::string> asked_hooks(const Arguments& arguments, std::vector<std::string> others) {
  const auto& words = arguments.all("HOOK");
  if (words.empty()) return others;
  return words;
}

// A hook that does nothing although it is there says so nowhere else.
void warn_of_program(const Context& context, const report::HooksPage& page) {
  if (page.program) return;
  warn(context, "no claudestep is in PATH: the hooks do nothing where that is so");
}

Result<int> run_hooks_install(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  CS_ASSIGN(const auto page,
            install_hooks(context, repository, asked_hooks(arguments, usual_hooks(repository))));
  if (arguments.json()) {
    context.out(report::hooks_json(page));
  } else if (context.talk != Talk::kQuiet || !page.lines.empty()) {
    if (!page.lines.empty()) say(context, "nothing is written: " + why_not_written(page));
    if (page.lines.empty() && page.deeds.empty()) {
      context.out("nothing to do: the hooks are installed\n");
    }
    context.out(report::hook_deeds_text(page.deeds) + report::hook_lines_text(page.lines));
  }
  warn_of_program(context, page);
  return page.lines.empty() ? 0 : 1;
}

Result<int> run_hooks_uninstall(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  const auto& names = host::hook_names();
  CS_ASSIGN(const auto page, uninstall_hooks(context, repository,
                                             asked_hooks(arguments, {names.begin(), names.end()})));
  if (arguments.json()) {
    context.out(report::hooks_json(page));
    return page.lines.empty() ? 0 : 1;
  }
  if (context.talk == Talk::kQuiet) return page.lines.empty() ? 0 : 1;
  if (page.lines.empty() && page.deeds.empty()) {
    context.out("nothing to do: no hook is installed\n");
  }
  for (const report::HookLine& line : page.lines) {
    say(context, "left as it is, because it is not ours to write: " + report::safe(line.file));
  }
  context.out(report::hook_deeds_text(page.deeds));
  return page.lines.empty() ? 0 : 1;
}

Result<int> run_hooks_status(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  CS_ASSIGN(const auto page, hooks_page(context, repository));
  context.out(arguments.json() ? report::hooks_json(page)
                               : report::hooks_text(page, style_of(context)));
  const auto usual = usual_hooks(repository);
  const bool all_run = std::all_of(page.rows.begin(), page.rows.end(), [&](const auto& row) {
    if (!row.installed) return std::find(usual.begin(), usual.end(), row.hook) == usual.end();
    return row.reachable && row.executable && row.current;
  });
  warn_of_program(context, page);
  return all_run ? 0 : 1;
}

const OperandSpec& hook_operand() {
  static const OperandSpec operand = {.name = "HOOK",
                                      .type = ValueType::kChoice,
                                      .help = "only this hook",
                                      .optional = true,
                                      .repeatable = true,
                                      .choices = host::hook_names()};
  return operand;
}

}  // namespace

extern const CommandSpec kHooksInstallCommand = {
    .name = "hooks install",
    .group = Group::kTruth,
    .kind = CommandKind::kFree,
    .summary = "let git keep the metadata true: after merges, before commits, on a shared remote",
    .example = "claudestep hooks install",
    .description =
        "Puts a few lines of sh into the repository's hooks, which call 'claudestep hooks run'. In "
        "a clone these are post-merge, post-rewrite and post-commit, which record what a merge "
        "proves, and pre-commit, which checks the specifications that are staged; in a bare "
        "repository pre-receive, which refuses a push that would lose metadata. pre-push is there "
        "to be asked for: it checks what is pushed and syncs the metadata.\n\n"
        "A hook that is there already runs as before: a shell script gets our lines, anything else "
        "is moved aside and called. Doing it again changes nothing.\n\n"
        "Where core.hooksPath leads into the work tree, or is set for all of the user's "
        "repositories, nothing is written, and the lines to add are printed (exit 1). "
        "CLAUDESTEP_HOOKS=0 turns all hooks off.",
    .operands = {hook_operand()},
    .json_kind = "hooks",
    .run = run_hooks_install,
    .no_means = "lines are to be added by hand",
    .more_codes = "3456",
};

extern const CommandSpec kHooksStatusCommand = {
    .name = "hooks status",
    .group = Group::kTruth,
    .kind = CommandKind::kFree,
    .summary = "say which hooks are installed, and whether git runs them",
    .example = "claudestep hooks status",
    .description =
        "A hook is installed, reachable (git looks in that folder), executable (git ignores one "
        "that is not) and current (as this version would write it).",
    .json_kind = "hooks",
    .run = run_hooks_status,
    .no_means = "one of the usual hooks is not installed or will not run as it should",
    .more_codes = "356",
};

extern const CommandSpec kHooksUninstallCommand = {
    .name = "hooks uninstall",
    .group = Group::kTruth,
    .kind = CommandKind::kFree,
    .summary = "take the hooks out, and put back what was there before",
    .example = "claudestep hooks uninstall",
    .description =
        "A file that is all ours goes, a hook that was moved aside comes back, and out of a script "
        "our lines are cut; every other byte is as it was.",
    .operands = {hook_operand()},
    .json_kind = "hooks",
    .run = run_hooks_uninstall,
    .no_means = "lines are to be taken out by hand",
    .more_codes = "3456",
};

}  // namespace claudestep::cli
