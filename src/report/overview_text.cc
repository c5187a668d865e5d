#include <algorithm>
#include <utility>

#include "base/text.h"
#include "query/pr_rows.h"
#include "report/costs.h"
#include "report/overview.h"
#include "report/overview_parts.h"
#include "report/questions.h"
#include "report/stats.h"
#include "report/table.h"
#include "report/text.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kLeastStaleName = 12;

std::string more_line(std::size_t count, std::string_view singular) {
  const std::string text = more_text(count, singular);
  return text.empty() ? text : "  " + text + "\n";
}

std::string costs_part(const query::Overview& overview, const Style& style) {
  const Money total = overview.costs.sums.cost;
  std::string text;
  if (!overview.by_model.empty()) {
    text += "\n" + cost_table(query::CostsBy::kModel, overview.by_model, total, style);
    text += more_line(overview.left_out.models, "model");
  }
  const auto months = latest_months(overview);
  if (!months.empty()) {
    text += "\n" + cost_table(query::CostsBy::kMonth, months, total, style);
    text += more_line(overview.by_month.size() - months.size(), "earlier month");
  }
  return text;
}

}  // namespace

std::vector<query::CostRow> latest_months(const query::Overview& overview) {
  const auto& rows = overview.by_month;
  const std::size_t timeless = !rows.empty() && !rows.back().key ? 1 : 0;
  const std::size_t most = kMonthsShown + timeless;
  if (rows.size() <= most) return rows;
  return {rows.end() - static_cast<std::ptrdiff_t>(most), rows.end()};
}

std::string or_none(const std::optional<std::string>& name) {
  return name ? safe(*name) : std::string("(none)");
}

std::string scope_text(const query::Overview& overview) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (overview.scope.since) add("since " + format_instant(*overview.scope.since));
  if (overview.scope.until) add("until " + format_instant(*overview.scope.until));
  if (const auto& reviewer = overview.scope.reviewer) {
    add(reviewer->empty() ? "reviewed by nobody" : "reviewed by " + quoted(*reviewer));
  }
  for (const std::string& pattern : overview.patterns) add("projects " + quoted(pattern));
  if (overview.archived) add("archived ones as well");
  return text;
}

std::string more_text(std::size_t count, std::string_view singular) {
  if (count == 0) return {};
  return "and " + grouped(static_cast<Int128>(count)) + " more " + std::string(singular) +
         (count == 1 ? "" : "s");
}

std::string fitted(const std::string& text, std::size_t width) {
  std::string cut = truncate_to_width(text, width);
  const std::size_t most = width * 4;
  if (cut.size() <= most) return cut;
  cut.resize(most);
  cut.resize(std::min(find_invalid_utf8(cut), most));
  return cut + "…";
}

std::string stale_span(const query::Overview& overview) {
  if (overview.own_stale_days) return "for longer than their projects allow";
  return "for more than " + std::to_string(query::kStaleDays) + " days";
}

std::string stale_table(const std::vector<query::StaleRow>& rows, const Style& style) {
  Table table({{"PROJECT", Align::kLeft, kLeastStaleName},
               {"PR", Align::kRight},
               {"TASK", Align::kRight, 0, 2},
               {"REVIEWER", Align::kLeft, kLeastStaleName},
               {"OPENED", Align::kLeft, 0, 1},
               {"DAYS", Align::kRight},
               {"TITLE", Align::kLeft, kLeastStaleName}});
  for (const query::StaleRow& row : rows) {
    table.add({{safe(row.project)},
               {"#" + std::to_string(row.number)},
               {std::to_string(row.task_index)},
               {row.reviewer ? safe(*row.reviewer) : "-"},
               {format_date(row.created_at)},
               {grouped(row.days), Tone::kWarning},
               {row.title.empty() ? "-" : safe(row.title)}});
  }
  return table.render(style);
}

std::string overview_text(const query::Overview& overview, const Style& style) {
  const query::Stats& stats = overview.stats;
  std::string text = branch_heading(stats.ref, stats.commit, style);
  if (const std::string scope = scope_text(overview); !scope.empty()) text += scope + "\n";
  text += "\n" + stats_summary(stats.totals, overview.projects, overview.stale_count, style);
  if (!stats.projects.empty()) text += "\n" + stats_project_table(stats.projects, style);
  text += more_line(overview.left_out.projects, "project");
  if (!stats.reviewers.empty()) text += "\n" + stats_reviewer_table(stats.reviewers, style);
  text += more_line(overview.left_out.reviewers, "reviewer");
  text += costs_part(overview, style);
  if (!overview.stale.empty()) {
    text += "\n" + toned("open " + stale_span(overview), Tone::kStrong, style) + "\n";
    text += stale_table(overview.stale, style);
    text += more_line(overview.left_out.stale, "pull request");
  }
  if (overview.flow.pull_requests > 0) text += "\n" + flow_text(overview.flow);
  if (!stats.unreadable.empty()) text += "\n" + unreadable_text(stats.unreadable, style);
  text += more_line(overview.left_out.unreadable, "project file");
  return text;
}

}  // namespace claudestep::report
