#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/burn_up.h"
#include "query/overview.h"
#include "query/scan.h"
#include "report/overview.h"
#include "report/overview_html.h"

namespace claudestep::cli {

namespace {

// Rows of each table where --top says nothing: a page holds all, a message what is read.
constexpr std::size_t kTopInMessage = 10;
constexpr std::size_t kTopOnPage = 20;

// So many points of the history are drawn.
constexpr std::size_t kBurnUpPoints = 60;

using Selection = std::optional<query::Selection>;

Result<query::Overview> ask_overview(const Context& context, const Arguments& arguments,
                                     const Reading& reading, const Selection& selection) {
  CS_ASSIGN(auto scope, pr_scope_of(arguments, reading.now));
  CS_TRY(ask_stale_days(arguments, reading, scope));
  std::optional<std::size_t> most;
  if (arguments.has("top")) most = static_cast<std::size_t>(arguments.integer("top"));
  query::OverviewBuilder builder(reading.now, scope, most);
  std::vector<query::UnreadableFile> unreadable;
  if (selection) {
    CS_ASSIGN(unreadable,
              read_facts(context, arguments, reading.view, *selection, store::FactDepth::kRecords,
                         [&](const store::FactsRun& run) { builder.add(run); }));
  }
  query::Overview overview = std::move(builder).finish();
  overview.patterns = arguments.all("project");
  overview.archived = arguments.has("archived");
  overview.stats.ref = reading.view.ref();
  if (reading.view.commit()) overview.stats.commit = reading.view.commit()->hex();
  overview.stats.unreadable = std::move(unreadable);
  return overview;
}

query::Overview limited(const Arguments& arguments, query::Overview overview,
                        std::optional<std::size_t> otherwise) {
  if (arguments.has("top")) {
    query::limit_to(overview, static_cast<std::size_t>(arguments.integer("top")));
  } else if (otherwise) {
    query::limit_to(overview, *otherwise);
  }
  return overview;
}

std::string markdown_of(const Arguments& arguments, query::Overview overview) {
  return report::overview_markdown(limited(arguments, std::move(overview), kTopOnPage));
}

// The tasks and pull requests of the projects that the page shows.
Result<report::PageDetails> details_of(const Context& context, const Reading& reading,
                                       const Selection& selection,
                                       const query::Overview& overview) {
  report::PageDetails details;
  if (!selection) return details;
  query::Selection shown = *selection;
  if (overview.left_out.projects > 0) {
    shown.names.clear();
    for (const query::StatsProject& row : overview.stats.projects) {
      shown.names.push_back(row.project);
    }
  }
  query::PrFilter filter;
  filter.scope.stale_days = overview.scope.stale_days;
  CS_TRY(read_projects(context, reading.view, shown,
                       [&](const auto& entry, const model::Project& project) {
                         details.add(entry.name, query::task_rows(project, {}, reading.now),
                                     query::pr_rows(project, filter, reading.now));
                       }));
  return details;
}

Result<std::string> page_of(const Context& context, const Arguments& arguments,
                            const Reading& reading, const Selection& selection,
                            query::Overview whole) {
  const query::Overview overview = limited(arguments, std::move(whole), std::nullopt);
  CS_ASSIGN(auto details, details_of(context, reading, selection, overview));
  std::vector<query::BurnUpPoint> burn_up;
  if (selection) {
    ProgressLine progress(context, "reading the history", "version");
    CS_ASSIGN(burn_up, query::burn_up(reading.view, *selection, kBurnUpPoints,
                                      [&](std::size_t files) { progress.add(files); }));
  }
  return report::overview_html(overview, burn_up, std::move(details));
}

Result<std::string> report_of(const Context& context, const Arguments& arguments,
                              const Reading& reading, const Selection& selection,
                              query::Overview overview) {
  const std::string format = arguments.maybe("format").value_or("text");
  if (format == "html") {
    return page_of(context, arguments, reading, selection, std::move(overview));
  }
  if (format == "json") {
    return report::overview_json(limited(arguments, std::move(overview), std::nullopt));
  }
  if (format == "markdown") return markdown_of(arguments, std::move(overview));
  if (format == "slack") {
    return report::overview_slack(limited(arguments, std::move(overview), kTopInMessage));
  }
  report::Style style = style_of(context);
  if (arguments.has("output")) style = {0, style.unicode, false};
  return report::overview_text(limited(arguments, std::move(overview), kTopOnPage), style);
}

Status append_step_summary(const Context& context, const std::string& markdown) {
  const auto path = context.environment.get_nonempty("GITHUB_STEP_SUMMARY");
  if (!path) {
    return fail(Error{ErrorCode::kUsage, "--step-summary: GITHUB_STEP_SUMMARY is not set"}.hint(
        "claudestep report --format markdown -o FILE"));
  }
  return append_to_file(context, *path, markdown);
}

void warn_of_what_is_missing(const Context& context, const query::Overview& overview) {
  const std::size_t files = overview.stats.unreadable.size();
  if (files == 0) return;
  warn(context, counted(files, "project file") + " could not be read; the numbers leave " +
                    (files == 1 ? "it" : "them") + " out");
}

Result<int> run_report(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  CS_ASSIGN(auto overview, ask_overview(context, arguments, reading, selection));
  warn_of_what_is_missing(context, overview);
  if (reading.has_no_branch() && !arguments.json()) say_how_to_begin(context, reading.view);
  if (arguments.has("step-summary")) {
    CS_TRY(append_step_summary(context, markdown_of(arguments, overview)));
  }
  CS_ASSIGN(const auto text,
            report_of(context, arguments, reading, selection, std::move(overview)));
  if (arguments.has("output") && arguments.text("output") != "-") {
    CS_TRY(write_file(context, arguments.text("output"), text));
  } else {
    context.out(text);
  }
  return 0;
}

}  // namespace

extern const CommandSpec kReportCommand = {
    .name = "report",
    .group = Group::kPublish,
    .kind = CommandKind::kRead,
    .summary = "tell where things stand, for a terminal, a comment, a chat or a program",
    .example = "claudestep report --format markdown -o report.md",
    .description =
        "The sums, a line a project, the reviewers, what it cost by model and month, the pull "
        "requests that have been open for more than 7 days, or what the configuration of the "
        "project says, and how the work flows.\n\n"
        "'markdown' is for a comment of a forge or a step summary, 'slack' is the payload of a "
        "message in Block Kit, 'html' is one page for a browser that loads nothing, with charts, "
        "and each project's tasks and pull requests to unfold; 'json' is for programs. Whatever "
        "the form, what stands in the "
        "project files is shown as text: it becomes no markup, no link and no mention.\n\n"
        "--top N shows the N projects that changed last, and N of each other list; the sums are "
        "those of all. Without it text and markdown show 20, slack 10, html and json all.\n\n"
        "--since, --until and --reviewer choose pull requests, as 'stats' does, and for the costs "
        "by model and month operations, as 'costs' does. Work under way is shown as it is now.",
    .options = {{.name = "format",
                 .type = ValueType::kChoice,
                 .value_name = "FORMAT",
                 .help = "the form of the report",
                 .choices = {"text", "markdown", "slack", "html", "json"}},
                {.name = "output",
                 .letter = 'o',
                 .type = ValueType::kFile,
                 .value_name = "FILE",
                 .help = "write it to a file, which is replaced whole; - for standard output"},
                {.name = "step-summary",
                 .help = "append it, as markdown, to the file GITHUB_STEP_SUMMARY as well"},
                {.name = "top",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "at most so many rows of each list"},
                kScopeSinceOption,
                kScopeUntilOption,
                kScopeProjectOption,
                kScopeReviewerOption,
                kScopeArchivedOption},
    .json_kind = "report",
    .run = run_report,
};

}  // namespace claudestep::cli
