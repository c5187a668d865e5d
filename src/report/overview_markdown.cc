#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "report/overview.h"
#include "report/overview_parts.h"
#include "report/questions.h"
#include "report/stats.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr Style kMarkdownStyle{0, true, false};
constexpr std::size_t kMarkdownCells = 10;
constexpr std::size_t kLongestTitle = 120;

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A code span, fenced by more backticks than the text has. A bar would end the cell of a table, and
// whether a backslash before it helps depends on what stands before that: it is drawn instead.
std::string code(std::string_view text) {
  std::string shown = fitted(safe(collapse_whitespace(text)), kLongestTitle);
  for (std::size_t at = shown.find('|'); at != std::string::npos; at = shown.find('|', at)) {
    shown.replace(at, 1, "¦");
  }
  if (shown.empty()) return "–";
  const std::string fence(longest_run(shown, '`') + 1, '`');
  const bool touches = shown.front() == '`' || shown.back() == '`';
  return fence + (touches ? " " + shown + " " : shown) + fence;
}

std::string code_or_none(const std::optional<std::string>& name) {
  return name ? code(*name) : std::string("(none)");
}

std::string count_cell(Int128 count) {
  return count == 0 ? "–" : grouped(count);
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

std::string more_paragraph(std::size_t count, std::string_view singular) {
  const std::string text = more_text(count, singular);
  return text.empty() ? text : "\n" + text + "\n";
}

std::string totals_line(const query::Overview& overview) {
  const model::Totals& totals = overview.stats.totals;
  std::string text =
      "**" + percent(model::completion_permille(totals)) + "** of " +
      grouped_count(totals.tasks, "task") + " in " + grouped_count(overview.projects, "project") +
      " completed: " + grouped(totals.completed) + " done, " + grouped(totals.in_progress) +
      " in progress, " + grouped(totals.pending) + " pending";
  text += "  \n" + grouped_count(totals.pull_requests, "pull request") + ": " +
          grouped(totals.open) + " open";
  if (overview.stale_count > 0) text += " (**" + grouped(overview.stale_count) + " stale**)";
  text += ", " + grouped(totals.merged) + " merged, " + grouped(totals.closed) + " closed";
  return text + "  \n" + grouped_count(totals.ai_operations, "AI operation") + ": **" +
         format_dollars(totals.cost) + "**\n";
}

std::string projects_part(const query::Overview& overview) {
  if (overview.stats.projects.empty()) return {};
  std::string text =
      "\n| Project | Progress | Done | Tasks | State | Open | Stale | Cost | Updated |\n"
      "| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | --- |\n";
  for (const query::StatsProject& row : overview.stats.projects) {
    text += row_of({code(row.project), bar(row.completion_permille, kMarkdownCells, kMarkdownStyle),
                    percent(row.completion_permille),
                    std::to_string(row.completed) + "/" + std::to_string(row.tasks),
                    std::string(model::to_string(row.state)), count_cell(row.open_prs),
                    count_cell(row.stale_prs), format_dollars(row.cost),
                    row.last_updated ? format_date(*row.last_updated) : "–"});
  }
  return text + more_paragraph(overview.left_out.projects, "project");
}

std::string stale_part(const query::Overview& overview) {
  if (overview.stale.empty()) return {};
  std::string text = "\n### Open " + stale_span(overview) + "\n\n";
  for (const query::StaleRow& row : overview.stale) {
    text += "- " + code(row.project) + " #" + std::to_string(row.number) + ", " +
            grouped_count(row.days, "day") + ", ";
    text += row.reviewer ? code(*row.reviewer) : std::string("nobody reviews it");
    if (!row.title.empty()) text += ": " + code(row.title);
    text += "\n";
  }
  return text + more_paragraph(overview.left_out.stale, "pull request");
}

std::string folded(std::string_view summary, const std::string& body) {
  return "\n<details><summary>" + std::string(summary) + "</summary>\n\n" + body + "\n</details>\n";
}

std::string reviewers_part(const query::Overview& overview) {
  if (overview.stats.reviewers.empty()) return {};
  std::string text =
      "| Reviewer | Open | Merged | Closed | Cost |\n| --- | ---: | ---: | ---: | ---: |\n";
  for (const query::StatsReviewer& row : overview.stats.reviewers) {
    text += row_of({code_or_none(row.reviewer), count_cell(row.open), count_cell(row.merged),
                    count_cell(row.closed), format_dollars(row.cost)});
  }
  return folded("Reviewers", text + more_paragraph(overview.left_out.reviewers, "reviewer"));
}

std::string cost_rows(std::string_view heading, const std::vector<query::CostRow>& rows) {
  std::string text = "| " + std::string(heading) +
                     " | Cost | Operations | Tokens in | Tokens out |\n"
                     "| --- | ---: | ---: | ---: | ---: |\n";
  for (const query::CostRow& row : rows) {
    text += row_of({code_or_none(row.key), format_dollars(row.sums.cost),
                    grouped(row.sums.ai_operations), grouped(row.sums.tokens_input),
                    grouped(row.sums.tokens_output)});
  }
  return text;
}

std::string costs_part_folded(const query::Overview& overview) {
  if (overview.costs.sums.ai_operations == 0) return {};
  const auto months = latest_months(overview);
  return folded("Costs by model and month",
                cost_rows("Model", overview.by_model) +
                    more_paragraph(overview.left_out.models, "model") + "\n" +
                    cost_rows("Month", months) +
                    more_paragraph(overview.by_month.size() - months.size(), "earlier month"));
}

std::string flow_part(const query::Overview& overview) {
  const auto figures = flow_figures(overview.flow);
  if (figures.empty()) return {};
  std::string text =
      row_of({"Flow of " + grouped_count(overview.flow.pull_requests, "pull request"),
              grouped(overview.flow.merged) + " merged"}) +
      "| --- | --- |\n";
  for (const FlowFigure& figure : figures)
    text += row_of({std::string(figure.label), figure.value});
  return folded("Flow", text);
}

std::string unreadable_part(const query::Overview& overview) {
  if (overview.stats.unreadable.empty()) return {};
  std::string text = "\n### Not readable, and in no number\n\n";
  for (const query::UnreadableFile& file : overview.stats.unreadable) {
    text += "- " + code(file.file) + ": " + code(file.message) + "\n";
  }
  return text + more_paragraph(overview.left_out.unreadable, "project file");
}

std::string source_line(const query::Overview& overview) {
  std::string text = "\n" + code(short_ref(overview.stats.ref));
  if (overview.stats.commit) text += " at " + code(short_id(*overview.stats.commit));
  text += " on " + format_instant(overview.now);
  if (const std::string scope = scope_text(overview); !scope.empty()) text += ", " + code(scope);
  return text + "\n";
}

}  // namespace

std::string overview_markdown(const query::Overview& overview) {
  return "## Where the projects stand\n\n" + totals_line(overview) + projects_part(overview) +
         stale_part(overview) + unreadable_part(overview) + reviewers_part(overview) +
         costs_part_folded(overview) + flow_part(overview) + source_line(overview);
}

}  // namespace claudestep::report
