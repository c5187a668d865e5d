#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "cli/validate_all.h"
#include "host/hook_files.h"

namespace claudestep::cli {

namespace {

constexpr int kMostSeconds = 5;

bool is_turned_off(const Context& context) {
  return context.environment.get("CLAUDESTEP_HOOKS") == "0";
}

// Whether what is staged may be committed. Findings are told only with a refusal.
Result<int> run_pre_commit(const Context& context, const git::Repository& repository) {
  CS_ASSIGN(auto sources, staged_sources(context, repository, std::nullopt));
  if (sources.empty()) return 0;
  CS_ASSIGN(const auto schemas, DocumentSchemas::compile());
  const ValidationResult result = validate_all(context, sources, schemas);
  if (check::tally_of(result.diagnostics).errors == 0) return 0;
  context.err(excerpts_of(result, style_of(context)));
  say(context, "the commit is refused: a staged document has errors");
  hint(context, "CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is");
  return 1;
}

Result<int> run_hook(const Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  const std::string& hook = arguments.text("HOOK");
  if (hook == "pre-commit") return run_pre_commit(context, repository);
  return 0;
}

Result<int> run_hooks_run(Context& context, const Arguments& arguments) {
  if (is_turned_off(context)) return 0;
  if (context.limit_time) context.limit_time(kMostSeconds, "");
  const auto result = run_hook(context, arguments);
  if (result) return *result;
  // What git was asked for goes on; what went wrong is told to who asks for it.
  explain(context, result.error().message);
  return 0;
}

}  // namespace

extern const CommandSpec kHooksRunCommand = {
    .name = "hooks run",
    .group = Group::kTruth,
    .kind = CommandKind::kFree,
    .summary = "do what a hook of git is to do; the installed hooks call it",
    .example = "claudestep hooks run pre-commit",
    .description =
        "Never fails what git was asked for, but pre-commit, pre-push and pre-receive where they "
        "find a reason to; takes at most five seconds; prints nothing unless something changed. "
        "CLAUDESTEP_HOOKS=0 turns every hook off. With -v it says what went wrong.",
    .operands =
        {{.name = "HOOK",
          .type = ValueType::kChoice,
          .help = "the hook that git runs",
          .choices = host::hook_names()},
         {.name = "ARG", .help = "what git gives the hook", .optional = true, .repeatable = true}},
    .run = run_hooks_run,
    .no_means = "the hook refuses",
};

}  // namespace claudestep::cli
