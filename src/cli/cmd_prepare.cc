#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/claim.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/plan_folders.h"
#include "cli/reading.h"
#include "cli/reconciling.h"
#include "cli/session.h"
#include "cli/step_output.h"
#include "cli/write_answer.h"
#include "query/scan.h"
#include "report/json.h"
#include "report/next.h"
#include "report/text.h"
#include "store/base_branch.h"
#include "store/sync.h"
#include "truth/reconcile.h"

namespace claudestep::cli {

namespace {

constexpr int kNoTask = 1;
constexpr std::int64_t kPatienceOfJobs = 60;  // seconds, where others push as well

store::SyncOptions sync_options(const Context& context, const Arguments& arguments,
                                const Session& session) {
  store::SyncOptions options;
  options.write = write_options(context, session, arguments);
  options.write.op_id.reset();
  if (!arguments.has("timeout")) options.write.timeout_seconds = kPatienceOfJobs;
  return options;
}

// Brings the records to what the base branch proves, so that no task is chosen by what is long
// over. Where there is no base branch there is nothing to prove.
Result<store::WriteOutcome> reconcile_first(const Context& context, const Arguments& arguments,
                                            Session& session,
                                            const std::optional<std::string>& base) {
  truth::ReconcileOptions options;
  options.write = write_options(context, session, arguments);
  options.write.op_id.reset();
  options.base = base;
  CS_ASSIGN(auto result, truth::reconcile(session.repository, options));
  warn_left_out(context, result);
  warn_unknown(context, result);
  say_about_write(context, result.write);
  if (context.landed && result.write.changed && result.write.commit) {
    context.landed({"the records were reconciled, as commit " + result.write.commit->hex() +
                        ", but no task was claimed",
                    {"the reconciliation stays, and is not to be done again", "claudestep log"}});
  }
  if (result.write.changed && !arguments.json()) {
    say(context, "reconciled: " + counted(result.write.operations.size(), "change"));
  }
  for (const std::string& line : completed_lines(result.write)) say(context, line);
  say_what_follows(context, session.repository, session.ref, result.write);
  return std::move(result.write);
}

// What the configuration of a project says of its pull requests.
struct JobSettings {
  std::string base_branch;  // where they go; "" where there is none
  std::vector<std::string> labels;
  std::vector<std::string> allowed_tools;
};

std::string with_commas(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

StepOutputs outputs_of(const query::Next& next, const JobSettings& settings) {
  const auto text = [](const std::optional<std::string>& value) { return value.value_or(""); };
  StepOutputs outputs = {{"project", next.project},
                         {"has_task", next.task ? "true" : "false"},
                         {"reason", next.reason ? std::string(to_string(*next.reason)) : ""},
                         {"task", ""},
                         {"task_id", ""},
                         {"description", ""},
                         {"reviewer", text(next.reviewer)},
                         {"branch", text(next.branch)},
                         {"base_branch", settings.base_branch},
                         {"labels", with_commas(settings.labels)},
                         {"allowed_tools", with_commas(settings.allowed_tools)}};
  if (next.task) {
    outputs[3].second = std::to_string(next.task->index);
    outputs[4].second = next.task->id;
    outputs[5].second = next.task->description;
  }
  return outputs;
}

void print_prepared(const Context& context, const Arguments& arguments, const query::Next& next,
                    const JobSettings& settings, const store::WriteOutcome& reconciled) {
  warn_unreadable(context, next.unreadable);
  if (!arguments.json()) return context.out(report::next_text(next, style_of(context)));
  JsonWriter writer = report::begin_answer("prepare");
  report::write_next(writer, next);
  report::write_text(writer, "base_branch", settings.base_branch);
  report::write_count(
      writer, "reconciled",
      static_cast<std::int64_t>(reconciled.changed ? reconciled.operations.size() : 0));
  write_completed(writer, reconciled);
  report::write_strings(writer, "labels", settings.labels);
  report::write_strings(writer, "allowed_tools", settings.allowed_tools);
  context.out(report::end_answer(std::move(writer)));
}

Result<JobSettings> settings_of(const store::View& view, const std::string& project,
                                const store::PlanFolders& folders,
                                const std::optional<store::BaseBranch>& base) {
  CS_ASSIGN(const auto found, query::read_one(view, project));
  CS_ASSIGN(const auto configuration, folders.configuration(found.project));
  JobSettings settings;
  if (configuration) settings.labels = configuration->labels;
  if (configuration) settings.allowed_tools = configuration->allowed_tools;
  if (configuration && configuration->base_branch) {
    settings.base_branch = *configuration->base_branch;
  } else if (base) {
    settings.base_branch = base->name;
  }
  return settings;
}

Result<int> run_prepare(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto request, claim_request(arguments, session, name));
  CS_ASSIGN(const auto base,
            store::find_base(session.repository, session.ref, arguments.maybe("base")));
  const bool dry_run = arguments.has("dry-run");
  if (request.shared && !dry_run) {
    CS_TRY(store::sync(session.repository, sync_options(context, arguments, session)));
  }
  store::WriteOutcome reconciled;
  if (base && !dry_run) {
    CS_ASSIGN(reconciled, reconcile_first(context, arguments, session, arguments.maybe("base")));
  }
  CS_ASSIGN(const auto answer, claim_next(context, arguments, session, request));
  if (dry_run && answer.next.task) return answer_write(context, arguments, answer.outcome);
  if (request.shared && !answer.next.task && reconciled.changed) {
    CS_TRY(store::sync(session.repository, sync_options(context, arguments, session)));
  }
  say_about_claim(context, request, answer);
  CS_ASSIGN(const auto view, open_view(context, session, arguments));
  CS_ASSIGN(const auto settings, settings_of(view, answer.next.project, request.folders, base));
  CS_TRY(write_step_outputs(context, outputs_of(answer.next, settings)));
  print_prepared(context, arguments, answer.next, settings, reconciled);
  return answer.next.task ? 0 : kNoTask;
}

}  // namespace

extern const CommandSpec kPrepareCommand = {
    .name = "prepare",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "take the next task for a job: sync, reconcile, claim, push",
    .example = "claudestep prepare auth --op-id \"$GITHUB_RUN_ID-auth\"",
    .description =
        "What a CI job does first. Syncs with the remote; brings the records to what the base "
        "branch proves, as `reconcile` does; claims the next ready task for the first configured "
        "reviewer with room, as `next --claim` does, which is won when the remote has it; and "
        "says which it is. `finalize` is what the job does last.\n\n"
        "Where GITHUB_OUTPUT is set the answer is appended to that file: project, has_task (true "
        "or false), reason, task (its index), task_id, description, reviewer, branch, "
        "base_branch, labels and allowed_tools. The manual has a whole workflow (docs/ci.md).\n\n"
        "Without a remote, or with --no-sync, it stays in this repository. With the same --op-id a "
        "job that is run again gets the same task while its claim lasts, none (exit code 1) where "
        "that task has its pull request by now, and else the next.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "ttl",
                 .type = ValueType::kDuration,
                 .value_name = "T",
                 .help = "how long the claim counts (2h)"},
                {.name = "no-sync",
                 .help = "claim in this repository alone, whatever remotes it has"},
                kBaseOption},
    .json_kind = "prepare",
    .run = run_prepare,
    .no_means = "there is no task to work on; the reason says why",
};

}  // namespace claudestep::cli
