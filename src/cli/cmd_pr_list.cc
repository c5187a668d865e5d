#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/pr_rows.h"
#include "query/scan.h"
#include "report/list.h"

namespace claudestep::cli {

namespace {

Result<query::PrFilter> pr_filter_of(const Arguments& arguments, const Reading& reading) {
  query::PrFilter filter;
  CS_ASSIGN(filter.scope, pr_scope_of(arguments, reading.now));
  CS_TRY(ask_stale_days(arguments, reading, filter.scope));
  for (const std::string& word : arguments.all("state")) {
    const auto state = model::parse_pr_state(word);
    CS_CHECK(state.has_value());
    filter.states.push_back(*state);
  }
  filter.stale = arguments.has("stale");
  return filter;
}

struct PrAnswer {
  std::vector<query::PrRow> rows;
  std::size_t unreadable = 0;  // files that are not in it
};

// The files that have any such pull request, by name; counts those that cannot be read.
Result<std::vector<store::ProjectEntry>> entries_with(const Context& context,
                                                      const Arguments& arguments,
                                                      const Reading& reading,
                                                      const query::PrFilter& filter,
                                                      std::size_t& unreadable) {
  std::vector<store::ProjectEntry> entries;
  const auto visit = [&](const store::FactsRun& run) {
    for (std::size_t i = 0; i < run.entries.size(); ++i) {
      if (run.facts.projects[i].unreadable.size != 0) ++unreadable;
      const std::string& name = run.entries[i].name;
      if (!query::lets_any_through(filter, name, run.facts, run.facts.projects[i], reading.now))
        continue;
      entries.push_back(run.entries[i]);
    }
  };
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  CS_TRY(ask_facts(context, arguments, reading.view, selection, store::FactDepth::kRecords, visit));
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

// The rows of one project, which must be readable, or of all that are.
Result<PrAnswer> pr_answer(const Context& context, const Arguments& arguments,
                           const Reading& reading) {
  CS_ASSIGN(const query::PrFilter filter, pr_filter_of(arguments, reading));
  const store::View& view = reading.view;
  PrAnswer answer;
  if (arguments.has("PROJECT")) {
    CS_ASSIGN(const auto name, project_of(arguments));
    CS_ASSIGN(const auto found, query::read_one(view, name));
    answer.rows = query::pr_rows(found.project, filter, reading.now);
    return answer;
  }
  CS_ASSIGN(const auto entries,
            entries_with(context, arguments, reading, filter, answer.unreadable));
  for (const store::ProjectEntry& entry : entries) {
    CS_ASSIGN(const auto project, view.read(entry));
    auto more = query::pr_rows(project, filter, reading.now);
    answer.rows.insert(answer.rows.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
  }
  return answer;
}

Result<int> run_pr_list(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto answer, pr_answer(context, arguments, reading));
  const auto project = arguments.maybe("PROJECT");
  if (arguments.json()) {
    context.out(report::prs_json(project, answer.rows));
  } else if (answer.rows.empty()) {
    say_nothing_found(context, reading, "no pull request to show", answer.unreadable);
  } else {
    context.out(report::prs_text(project, answer.rows, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kPrListCommand = {
    .name = "pr list",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "list recorded pull requests",
    .example = "claudestep pr list --state open --stale",
    .description =
        "One line a pull request, by project and number. An open one is stale when it has been "
        "open for more than 7 days, or what the configuration of the project "
        "says.\n\n"
        "Options of different kinds must all hold; of several --state options one. A merged pull "
        "request has its place in time where it was merged, a closed one where it was closed, an "
        "open one where it was opened. With PROJECT, --project and --archived choose nothing.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "of this project only",
                  .optional = true}},
    .options = {{.name = "state",
                 .type = ValueType::kChoice,
                 .help = "only pull requests in this state",
                 .repeatable = true,
                 .choices = {"open", "merged", "closed"}},
                {.name = "stale", .help = "only those open for too long"},
                kScopeReviewerOption,
                kScopeSinceOption,
                kScopeUntilOption,
                kScopeProjectOption,
                kScopeArchivedOption},
    .json_kind = "pull_requests",
    .run = run_pr_list,
};

}  // namespace claudestep::cli
