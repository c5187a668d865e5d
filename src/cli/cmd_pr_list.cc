#include <iterator>
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/reading.h"
#include "query/pr_rows.h"
#include "query/scan.h"
#include "report/list.h"

namespace claudestep::cli {

namespace {

query::PrFilter pr_filter_of(const Arguments& arguments) {
  query::PrFilter filter;
  for (const std::string& word : arguments.all("state")) {
    const auto state = model::parse_pr_state(word);
    CS_CHECK(state.has_value());
    filter.states.push_back(*state);
  }
  filter.reviewer = arguments.maybe("reviewer");
  filter.stale = arguments.has("stale");
  return filter;
}

// The rows of one project, which must be readable, or of all that are.
Result<std::vector<query::PrRow>> rows_of(const Context& context, const Arguments& arguments,
                                          const store::View& view) {
  const query::PrFilter filter = pr_filter_of(arguments);
  const Instant now = context.clock->now();
  if (arguments.has("PROJECT")) {
    CS_ASSIGN(const auto name, project_of(arguments));
    CS_ASSIGN(const auto found, query::read_one(view, name));
    return query::pr_rows(found.project, filter, now);
  }
  std::vector<query::PrRow> rows;
  const auto visit = [&](const store::ProjectEntry&, const model::Project& project) {
    auto more = query::pr_rows(project, filter, now);
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  };
  CS_ASSIGN(const auto unreadable, query::scan(view, {{}, arguments.has("archived")}, visit));
  warn_unreadable(context, unreadable);
  return rows;
}

Result<int> run_pr_list(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto rows, rows_of(context, arguments, reading.view));
  const auto project = arguments.maybe("PROJECT");
  if (arguments.json()) {
    context.out(report::prs_json(project, rows));
  } else if (rows.empty()) {
    say_nothing_found(context, reading, "no pull request to show");
  } else {
    context.out(report::prs_text(project, rows, style_of(context)));
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
        "open for more than 7 days.\n\n"
        "Options of different kinds must all hold; of several --state options one.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "of this project only",
                  .optional = true}},
    .options = {{.name = "state",
                 .type = ValueType::kChoice,
                 .help = "only pull requests in this state",
                 .repeatable = true,
                 .choices = {"open", "merged", "closed"}},
                {.name = "reviewer",
                 .type = ValueType::kText,
                 .value_name = "R",
                 .help = "only pull requests that R reviews"},
                {.name = "stale", .help = "only those open for too long"},
                {.name = "archived", .help = "of archived projects as well"}},
    .json_kind = "pull_requests",
    .run = run_pr_list,
};

}  // namespace claudestep::cli
