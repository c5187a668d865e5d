#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "report/json.h"
#include "report/receipts.h"
#include "report/text.h"
#include "store/sync.h"

namespace claudestep::cli {

namespace {

constexpr std::int64_t kSyncPatience = 60;  // seconds, where others push as well

// A folder is meant from where the command was typed, whatever git makes of it; the name of a
// remote comes before one.
Result<std::optional<std::string>> remote_operand(const Context& context, const Session& session,
                                                  const Arguments& arguments) {
  const auto remote = arguments.maybe("REMOTE");
  if (!remote) return remote;
  if (trim(*remote).empty()) {
    return fail(Error{ErrorCode::kUsage, "the remote has no name"}.hint(
        "without a name one is chosen: claudestep sync"));
  }
  CS_ASSIGN(const auto names, session.repository.remotes());
  if (std::find(names.begin(), names.end(), *remote) != names.end()) return remote;
  struct stat status {};
  auto path = real_path(absolute_path(context, *remote));
  if (!path || ::stat(path->c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return remote;
  return path;
}

std::string from_to(const std::optional<git::ObjectId>& from,
                    const std::optional<git::ObjectId>& to) {
  const auto word = [](const std::optional<git::ObjectId>& id) {
    return id ? report::short_id(id->hex()) : std::string("nothing");
  };
  return word(from) + ".." + word(to);
}

std::string nothing_synced_text(const store::SyncOptions& options,
                                const store::SyncOutcome& outcome) {
  const std::string branch = quoted(short_ref(options.write.ref));
  const std::string remote = quoted(outcome.remote);
  if (!options.fetch) return "nothing to push: " + remote + " has all of " + branch + "\n";
  if (options.push) {
    return "nothing to do: " + branch + " is the same here and on " + remote + "\n";
  }
  return "nothing to fetch: " +
         (outcome.remote_before ? branch + " has all that " + remote + " has"
                                : remote + " has no branch " + branch) +
         "\n";
}

std::string sync_text(const store::SyncOptions& options, const store::SyncOutcome& outcome) {
  if (!outcome.fetched && !outcome.pushed) return nothing_synced_text(options, outcome);
  const bool dry_run = options.write.dry_run;
  const std::string branch = quoted(short_ref(options.write.ref));
  const std::string remote = quoted(outcome.remote);
  const std::string tip = outcome.commit ? report::short_id(outcome.commit->hex()) : "";
  std::string text = dry_run ? "would: sync " : "[" + tip + "] sync ";
  text += branch + " with " + remote + "\n";
  if (outcome.rewound) {
    const auto had = outcome.local_before ? outcome.local_before : outcome.commit;
    text += "  rewound " + from_to(had, outcome.remote_before) + "\n";
  }
  if (outcome.fetched)
    text += "  fetched " + from_to(outcome.local_before, outcome.remote_before) + "\n";
  if (outcome.merged) text += "  merged  both sides\n";
  if (outcome.squashed) {
    text += "  squashed what was never pushed, up to " + report::short_id(outcome.squashed->hex()) +
            "\n";
  }
  if (outcome.pushed) {
    text += "  pushed  " +
            (outcome.commit ? from_to(outcome.remote_before, outcome.commit)
                            : "what was never pushed, as one commit") +
            "\n";
  }
  return text + report::receipts_text(outcome.receipts, "  gave way: ");
}

std::string sync_json(const Session& session, const store::SyncOutcome& outcome) {
  const auto hex = [](const std::optional<git::ObjectId>& id) {
    return id ? std::optional(id->hex()) : std::nullopt;
  };
  JsonWriter writer = report::begin_answer("sync");
  report::write_text(writer, "remote", outcome.remote);
  report::write_text(writer, "ref", session.ref);
  report::write_text_or_null(writer, "commit", hex(outcome.commit));
  report::write_text_or_null(writer, "local_before", hex(outcome.local_before));
  report::write_text_or_null(writer, "remote_before", hex(outcome.remote_before));
  report::write_flag(writer, "fetched", outcome.fetched);
  report::write_flag(writer, "merged", outcome.merged);
  report::write_flag(writer, "pushed", outcome.pushed);
  report::write_flag(writer, "rewound", outcome.rewound);
  report::write_text_or_null(writer, "squashed", hex(outcome.squashed));
  report::write_receipts(writer, outcome.receipts);
  writer.key("retries").integer(outcome.retries);
  return report::end_answer(std::move(writer));
}

// Options of which one leaves out what the other is about.
Status check_sync_options(const Arguments& arguments) {
  constexpr std::pair<std::string_view, std::string_view> kApart[] = {{"no-push", "no-fetch"},
                                                                      {"no-push", "force-first"},
                                                                      {"no-fetch", "accept-rewind"},
                                                                      {"no-push", "squash"},
                                                                      {"no-fetch", "squash"}};
  for (const auto& [one, other] : kApart) {
    if (!arguments.has(one) || !arguments.has(other)) continue;
    return fail(Error{ErrorCode::kUsage,
                      "--" + std::string(one) + " cannot be used with --" + std::string(other)}
                    .hint("claudestep help sync"));
  }
  return {};
}

Result<int> run_sync(Context& context, const Arguments& arguments) {
  CS_TRY(check_sync_options(arguments));
  CS_ASSIGN(auto session, open_session(context, arguments));
  store::SyncOptions options;
  options.write = write_options(context, session, arguments);
  if (!arguments.has("timeout")) options.write.timeout_seconds = kSyncPatience;
  CS_ASSIGN(options.remote, remote_operand(context, session, arguments));
  options.force_first = arguments.has("force-first");
  options.accept_rewind = arguments.has("accept-rewind");
  options.squash = arguments.has("squash");
  options.fetch = !arguments.has("no-fetch");
  options.push = !arguments.has("no-push");
  CS_ASSIGN(const auto outcome, store::sync(session.repository, options));
  const bool is_done = (outcome.fetched || outcome.pushed) && !options.write.dry_run;
  if (is_done && outcome.commit) has_landed(context, "sync", *outcome.commit);
  for (const std::string& note : outcome.notes) say(context, report::safe(note));
  for (const std::string& warning : outcome.warnings) warn(context, report::safe(warning));
  if (arguments.json()) {
    context.out(sync_json(session, outcome));
  } else if (context.talk != Talk::kQuiet) {
    context.out(sync_text(options, outcome));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kSyncCommand = {
    .name = "sync",
    .group = Group::kTruth,
    .kind = CommandKind::kWrite,
    .summary = "make the branch here and on a remote the same",
    .example = "claudestep sync",
    .description =
        "Fetches the branch, merges it with the local one as `claudestep merge` does, and pushes "
        "the result; when somebody else pushed meanwhile, again, until it is through. Nothing is "
        "ever forced, and no other branch or tag moves. REMOTE is a name, a path or an address; "
        "without it what branch.<name>.remote says, else remote.pushDefault, else origin, else the "
        "only one. A setting that names no remote and is no path or address is refused. Where "
        "remote.pushDefault is a fork of one's own, branch.<name>.remote is to name the remote "
        "that "
        "all share: elsewhere claims count for nobody.\n\n"
        "A remote that has no branch yet is not pushed to, because a forge would make this one its "
        "default. When the remote's own rules refuse the push, all that it said is shown (exit 7). "
        "When the remote dropped commits that it had, nothing is done (exit 4) unless "
        "--accept-rewind is given; a branch that is gone there is pushed again then, from what was "
        "fetched of it where it is not here either.\n\n"
        "--no-push fetches and merges, and leaves the remote as it is. --no-fetch pushes what is "
        "here, and nothing where the remote has what is not here (exit 4).\n\n"
        "With --squash all that was never pushed becomes one commit upon what the remote has, with "
        "the operations that it is made of. It is the way out where the remote refuses how "
        "something came about though the branch has it as it should be: what was taken away by "
        "hand and is there again, a merge made with git. Where the one commit would take away what "
        "the remote has, by hand or by a command, nothing is done (exit 4); nor in a shallow or "
        "partial clone, which cannot know (exit 6). Work that another remote has already comes "
        "back "
        "with the next sync with that one, as the commits that it was.\n\n"
        "With --dry-run the remote is asked and objects are fetched, but no branch moves.",
    .operands = {{.name = "REMOTE",
                  .help = "the remote: a name, a path or an address",
                  .optional = true}},
    .options = {{.name = "no-push", .help = "only fetch and merge"},
                {.name = "no-fetch", .help = "only push, where nothing has to be merged first"},
                {.name = "timeout",
                 .type = ValueType::kDuration,
                 .value_name = "T",
                 .help = "give up when others keep pushing for so long (60s)"},
                {.name = "force-first",
                 .help = "push even if the remote has no branch yet and may make this its default"},
                {.name = "accept-rewind",
                 .help = "drop what the remote dropped, and put unpushed work on its new tip"},
                {.name = "squash",
                 .help = "push one commit in the place of all that was never pushed"}},
    .json_kind = "sync",
    .run = run_sync,
};

}  // namespace claudestep::cli
