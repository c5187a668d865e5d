#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/diagnostic.h"
#include "cli/command.h"
#include "cli/document_inputs.h"
#include "cli/error_output.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/reconciling.h"
#include "cli/session.h"
#include "cli/validate_all.h"
#include "cli/write_answer.h"
#include "host/hook_files.h"
#include "model/operation.h"
#include "report/diagnostics.h"
#include "report/text.h"
#include "store/push_guard.h"
#include "store/sync.h"
#include "truth/reconcile.h"

namespace claudestep::cli {

namespace {

constexpr int kMostSeconds = 5;
constexpr std::int64_t kPatienceInHooks = 2;  // seconds, where somebody else writes
constexpr std::string_view kPostMerge = "post-merge";
constexpr std::string_view kPostRewrite = "post-rewrite";
constexpr std::string_view kPostCommit = "post-commit";
constexpr std::string_view kPreCommit = "pre-commit";
constexpr std::string_view kPrePush = "pre-push";
constexpr std::string_view kPreReceive = "pre-receive";

bool is_hook(std::string_view word) {
  const auto& names = host::hook_names();
  return std::find(names.begin(), names.end(), word) != names.end();
}

// What is said when the time is up: of a check, that it did not happen.
std::string_view words_at_the_limit(std::string_view hook) {
  return hook == kPreCommit || hook == kPrePush
             ? "claudestep: the check takes too long; git goes on without it\n"
             : "";
}

// "0" turns every hook off. The name of a hook leaves that one on: a push of ours must not call our
// own hooks, and is examined like any other by those of a remote that is a folder.
bool is_turned_off(const Context& context, std::string_view hook) {
  const auto said = context.environment.get_nonempty("CLAUDESTEP_HOOKS");
  return said == "0" || (said && *said != hook && is_hook(*said));
}

// Whether the documents are free of errors. Findings are told only where they are not.
Result<bool> are_valid(const Context& context, std::vector<DocumentSource> sources) {
  if (sources.empty()) return true;
  CS_ASSIGN(const auto schemas, DocumentSchemas::compile());
  const ValidationResult result = validate_all(context, sources, schemas);
  if (check::tally_of(result.diagnostics).errors == 0) return true;
  // The answer stands, also where those who listen are too slow for it.
  if (context.limit_time) context.limit_time(kMostSeconds, "", 1);
  context.err(excerpts_of(result, style_of(context)));
  return false;
}

Result<int> run_pre_commit(const Context& context, const git::Repository& repository) {
  CS_ASSIGN(auto sources, staged_sources(context, repository, std::nullopt));
  CS_ASSIGN(const bool valid, are_valid(context, std::move(sources)));
  if (valid) return 0;
  say(context, "the commit is refused: a staged document has errors");
  hint(context, "CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is");
  return 1;
}

// The words of a line.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  while (!(line = trim(line)).empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    words.emplace_back(word);
    line.remove_prefix(word.size());
  }
  return words;
}

// The commits that the event brought to the branch that is checked out; nothing where it brought
// none, or where no branch is: a rebase on its way is looked at when it is done.
std::optional<truth::CommitRange> brought(const git::Repository& repository,
                                          std::string_view hook) {
  const auto branch = repository.symbolic_target("HEAD");
  if (!branch || !*branch) return std::nullopt;
  const auto tip = repository.find_ref(**branch);
  if (!tip || !*tip) return std::nullopt;
  const auto log = repository.reflog(**branch);
  if (!log.empty() && log.front().new_id == **tip) {
    if (log.front().old_id.is_zero()) return std::nullopt;
    return truth::CommitRange{log.front().old_id, **tip};
  }
  // Without a reflog git still says where a merge or a rebase began.
  const auto older = repository.resolve_commit(hook == kPostCommit ? "HEAD^" : "ORIG_HEAD");
  if (!older) return std::nullopt;
  return truth::CommitRange{*older, **tip};
}

// Records what the event proves. One rule for all three hooks: git runs post-merge after a
// fast-forward and a merge, post-rewrite after `pull --rebase`, and post-commit after a merge whose
// conflicts somebody has resolved.
Result<int> run_post(const Context& context, git::Repository& repository, std::string_view hook,
                     const std::vector<std::string>& args) {
  // git commit runs post-commit as well, and a squash is only staged yet.
  if (hook == kPostRewrite && !args.empty() && args.front() == "amend") return 0;
  if (hook == kPostMerge && !args.empty() && args.front() == "1") return 0;
  truth::ReconcileOptions options;
  options.range = brought(repository, hook);
  if (!options.range) return 0;
  CS_ASSIGN(options.write.ref, store::choose_ref(repository, context.environment, std::nullopt));
  options.write.environment = &context.environment;
  options.write.clock = context.clock;
  options.write.timeout_seconds = kPatienceInHooks;
  options.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(kMostSeconds - 1);
  CS_ASSIGN(const auto result, truth::reconcile(repository, options));
  if (!result.write.changed) return 0;
  for (const model::Operation& operation : result.write.operations) {
    say(context, "claudestep: " + report::safe(model::summarise(operation)));
  }
  for (const std::string& line : completed_lines(result.write)) say(context, "claudestep: " + line);
  say_what_follows(context, repository, options.write.ref, result.write);
  return 0;
}

// What git gives to pre-push and pre-receive, line by line: which ref goes from where to where.
Result<std::vector<store::PushedMove>> read_moves(const Context& context, std::string_view hook) {
  CS_ASSIGN(const std::string input, context.read_input());
  std::vector<store::PushedMove> moves;
  for (std::string_view rest = input; !rest.empty();) {
    std::vector<std::string> words = words_of(cut_line(rest));
    // pre-receive: old, new, ref. pre-push: the ref here, new, the ref there, old.
    if (hook == kPrePush && words.size() == 4) words = {words[3], words[1], words[2]};
    if (words.size() != 3) continue;
    const auto before = git::ObjectId::parse(words[0]);
    const auto after = git::ObjectId::parse(words[1]);
    if (!before || !after) continue;
    store::PushedMove move{words[2], before, after};
    if (before->is_zero()) move.before.reset();
    if (after->is_zero()) move.after.reset();
    moves.push_back(std::move(move));
  }
  return moves;
}

// What the remote has of a branch's history, as far as is known here.
std::optional<git::ObjectId> known_there(const git::Repository& repository,
                                         const std::string& remote, const store::PushedMove& move) {
  if (move.before) {
    if (const auto commit = repository.resolve_commit(move.before->hex())) return *commit;
  }
  for (const std::string name : {"HEAD", "main", "master"}) {
    const auto tip = repository.find_ref("refs/remotes/" + remote + "/" + name);
    if (!tip || !*tip) continue;
    const auto bases = repository.merge_bases(**tip, *move.after);
    if (bases && !bases->empty()) return bases->front();
  }
  return std::nullopt;
}

// Whether git may push the metadata branch itself. A remote whose commit is not here yet refuses
// that, and git tells it only after the hook.
bool may_go(const git::Repository& repository, const store::PushedMove& move) {
  return !move.after || !move.before || repository.resolve_commit(move.before->hex());
}

// Takes the metadata along, where the remote is known to have it. What keeps it from going keeps
// nothing else. `refused`: git is about to refuse a push of it.
void sync_along(const Context& context, git::Repository& repository, const std::string& ref,
                const std::string& remote, bool refused) {
  const auto tracking = repository.find_ref("refs/remotes/" + remote + "/" + short_ref(ref));
  if (!tracking || !*tracking) return;
  store::SyncOptions options;
  options.write.ref = ref;
  options.write.environment = &context.environment;
  options.write.clock = context.clock;
  options.write.timeout_seconds = kMostSeconds - 1;
  options.remote = remote;
  const auto synced = store::sync(repository, options);
  if (!synced) return explain(context, synced.error().message);
  if (synced->pushed || synced->fetched) {
    say(context, "claudestep: synced the metadata with " + quoted(remote));
    if (refused) {
      say(context, "claudestep: git began before that and refuses its own push of " +
                       quoted(short_ref(ref)) + " this once");
    }
  }
}

Result<int> run_pre_push(const Context& context, git::Repository& repository,
                         const std::vector<std::string>& args) {
  const std::string remote = args.empty() ? "" : args.front();
  CS_ASSIGN(const std::string ref,
            store::choose_ref(repository, context.environment, std::nullopt));
  CS_ASSIGN(const auto moves, read_moves(context, kPrePush));
  bool takes_metadata = false;
  bool refused = false;
  for (store::PushedMove move : moves) {
    if (move.ref == ref) (may_go(repository, move) ? takes_metadata : refused) = true;
    if (move.ref == ref || !move.after) continue;
    const auto commit = repository.resolve_commit(move.after->hex());  // of an annotated tag, its
    if (!commit) continue;
    move.after = *commit;
    const auto before = known_there(repository, remote, move);
    CS_ASSIGN(auto sources, documents_between(context, repository, before, *move.after));
    if (before) CS_TRY(add_earlier(context, repository, before->hex(), sources));
    CS_ASSIGN(const bool valid, are_valid(context, std::move(sources)));
    if (valid) continue;
    say(context, "the push is refused: a document of " + quoted(move.ref) + " has errors");
    hint(context, "CLAUDESTEP_HOOKS=0 git push, or git push --no-verify, pushes it as it is");
    return 1;
  }
  if (!takes_metadata) sync_along(context, repository, ref, remote, refused);
  return 0;
}

// What cannot be examined is not let in.
int refuse_unread(const Context& context, const Error& error) {
  print_error(context, error, ErrorForm::kText);
  say(context, "the push is refused: it cannot be examined");
  return 1;
}

// Whether what is pushed may come into this repository.
Result<int> run_pre_receive(const Context& context, const git::Repository& repository) {
  CS_ASSIGN(const std::string ref,
            store::choose_ref(repository, context.environment, std::nullopt));
  CS_ASSIGN(const auto moves, read_moves(context, kPreReceive));
  for (const store::PushedMove& move : moves) {
    if (!store::moves_branch(repository, move.ref, ref)) continue;
    const auto findings = store::examine_push(repository, move, context.clock->now());
    if (!findings) return refuse_unread(context, findings.error());
    if (findings->empty()) continue;
    context.err(report::diagnostics_text(*findings, style_of(context)));
    if (move.ref != ref) {
      say(context,
          quoted(move.ref) + " and " + quoted(ref) + " are one branch here, by a symbolic ref");
    }
    say(context, "the push is refused: metadata would be lost or broken");
    return 1;
  }
  return 0;
}

Result<int> run_hook(const Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto repository, open_repository(context, arguments));
  const std::string& hook = arguments.text("HOOK");
  if (hook == kPreCommit) return run_pre_commit(context, repository);
  if (hook.starts_with("post-")) return run_post(context, repository, hook, arguments.all("ARG"));
  if (hook == kPrePush) return run_pre_push(context, repository, arguments.all("ARG"));
  if (hook == kPreReceive) return run_pre_receive(context, repository);
  return 0;
}

Result<int> run_hooks_run(Context& context, const Arguments& arguments) {
  const std::string& hook = arguments.text("HOOK");
  if (is_turned_off(context, hook)) return 0;
  // The answer is the exit code: it does not depend on whether somebody reads the reasons.
  if (context.outlive_listeners) context.outlive_listeners();
  // A guard that gives up under load is none: what pre-receive is asked it answers.
  if (context.limit_time && hook != kPreReceive) {
    context.limit_time(kMostSeconds, words_at_the_limit(hook), 0);
  }
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
    .more_codes = "3456",
};

}  // namespace claudestep::cli
