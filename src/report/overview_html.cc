#include "report/overview_html.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/sha256.h"
#include "base/text.h"
#include "report/embedded.h"
#include "report/html.h"
#include "report/overview_parts.h"
#include "report/questions.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kMonthsDrawn = 24;
constexpr std::size_t kLoadsDrawn = 12;
constexpr double kNanosADollar = 1e9;

std::string_view page_file(std::string_view name) {
  for (const EmbeddedFile& file : page_files()) {
    if (file.name == name) return file.bytes;
  }
  abort_with(__FILE__, __LINE__, "a page without its files");
}

// As in a policy's hash: the digits of hex in Base64.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char digit : hex) {
    bits = bits << 4 | static_cast<unsigned>(kHex.find(digit));
    for (count += 4; count >= 6; count -= 6) out += kDigits[bits >> (count - 6) & 63];
  }
  if (count > 0) out += kDigits[bits << (6 - count) & 63];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

using Pieces = std::map<std::string_view, std::string>;

// The template with each {{name}} replaced, once: nothing in a piece is looked at again.
std::string fill(std::string_view page, const Pieces& pieces) {
  std::string out;
  while (true) {
    const std::size_t begin = page.find("{{");
    out += page.substr(0, begin);
    if (begin == std::string_view::npos) return out;
    const std::size_t end = page.find("}}", begin);
    const auto piece = pieces.find(page.substr(begin + 2, end - begin - 2));
    CS_CHECK(piece != pieces.end());
    out += piece->second;
    page.remove_prefix(end + 2);
  }
}

// JSON that may stand inside <script>: "</script" and "<!--" would end or change it.
std::string in_script(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string cell(std::string_view text, std::string_view kind = {}) {
  std::string out = "<td";
  if (!kind.empty()) out += " class=\"" + std::string(kind) + "\"";
  return out + ">" + html_text(text) + "</td>";
}

std::string key_cell(std::string_view key, std::string_view text, std::string_view kind) {
  return "<td class=\"" + std::string(kind) + "\" data-key=\"" + std::string(key) + "\">" +
         html_text(text) + "</td>";
}

struct Heading {
  std::string_view text;
  std::string_view kind = {};
};

std::string page_table(const std::vector<Heading>& headings, const std::string& rows) {
  // A table of many rows scrolls in its place, by keyboard too.
  std::string out = R"(<div class="scroll tall" role="region" aria-label=")" +
                    std::string(headings.front().text) + R"(" tabindex="0"><table><thead><tr>)";
  for (const Heading& heading : headings) {
    out += "<th scope=\"col\"";
    if (!heading.kind.empty()) out += " class=\"" + std::string(heading.kind) + "\"";
    out += ">" + std::string(heading.text) + "</th>";
  }
  return out + "</tr></thead><tbody>\n" + rows + "</tbody></table></div>\n";
}

std::string page_section(std::string_view id, std::string_view heading, const std::string& body) {
  const std::string name(id);
  return "<section aria-labelledby=\"" + name + "\">\n<h2 id=\"" + name + "\">" +
         std::string(heading) + "</h2>\n" + body + "</section>\n";
}

std::string soft_line(const std::string& text) {
  return text.empty() ? text : "<p class=\"soft\">" + text + "</p>\n";
}

std::string card(std::string_view name, const std::string& value, const std::string& note,
                 bool warning = false) {
  std::string out = "<div><dt>" + std::string(name) + "</dt><dd>" + value + "</dd>";
  if (!note.empty()) {
    out += std::string("<dd class=\"note") + (warning ? " warn" : "") + "\">" + note + "</dd>";
  }
  return out + "</div>\n";
}

// A dollar and more is read in cents.
Money to_cents(Money money) {
  constexpr Int128 kDollar = 1'000'000'000;
  constexpr Int128 kCent = kDollar / 100;
  if (money.units < kDollar) return money;
  return {(money.units + kCent / 2) / kCent * kCent};
}

std::string cards_of(const query::Overview& overview) {
  const model::Totals& totals = overview.stats.totals;
  const bool stale = overview.stale_count > 0;
  return card("Projects", grouped(overview.projects), "") +
         card("Tasks completed", percent(model::completion_permille(totals)),
              grouped(totals.completed) + " of " + grouped(totals.tasks)) +
         card("In progress", grouped(totals.in_progress),
              grouped(totals.pending) + " pending, " + grouped(totals.claimed) + " claimed") +
         card("Open pull requests", grouped(totals.open),
              grouped(overview.stale_count) + " open " + stale_span(overview), stale) +
         card("Merged", grouped(totals.merged), grouped(totals.closed) + " closed unmerged") +
         card("Cost", format_dollars(to_cents(totals.cost)),
              grouped_count(totals.ai_operations, "AI operation") + ", exactly " +
                  format_dollars(totals.cost));
}

std::string page_source(const query::Overview& overview) {
  std::string text = "<code>" + html_text(short_ref(overview.stats.ref)) + "</code>";
  if (overview.stats.commit) text += " at <code>" + short_id(*overview.stats.commit) + "</code>";
  text += " on <time datetime=\"" + format_instant(overview.now) + "\">" +
          format_instant(overview.now) + "</time>";
  if (const std::string scope = scope_text(overview); !scope.empty())
    text += ", " + html_text(scope);
  return text;
}

std::string legend(const std::vector<std::pair<std::string, std::string>>& items) {
  std::string out = "<ul class=\"legend\">";
  for (const auto& [kind, name] : items) {
    out += "<li><span class=\"" + kind + "\"></span>" + html_text(name) + "</li>";
  }
  return out + "</ul>\n";
}

std::string figure(std::string_view caption, const std::string& svg, const std::string& keys,
                   const std::string& numbers) {
  return "<figure>\n<figcaption>" + std::string(caption) + "</figcaption>\n<div class=\"scroll\" " +
         R"(role="region" aria-label=")" + std::string(caption) + R"(" tabindex="0">)" + svg +
         "</div>\n" + keys + "<details><summary>The numbers</summary>\n" + numbers +
         "</details>\n</figure>\n";
}

std::string burn_up_figure(const query::Overview& overview,
                           const std::vector<query::BurnUpPoint>& points) {
  if (points.empty()) return {};
  std::string rows;
  for (const query::BurnUpPoint& point : points) {
    rows += "<tr>" + cell(format_instant(point.at), "date") + cell(grouped(point.tasks), "number") +
            cell(grouped(point.completed), "number") + "</tr>\n";
  }
  return figure("Tasks over time", burn_up_svg(points, overview.now),
                legend({{"dashed", "planned"}, {"s0", "completed"}}),
                page_table({{"At"}, {"Planned", "number"}, {"Completed", "number"}}, rows));
}

// "The busiest 12 of 40 reviewers are drawn."; "" where all are.
std::string drawn_line(std::string_view which, std::size_t drawn, std::size_t all,
                       std::string_view what) {
  if (drawn >= all) return {};
  return soft_line(std::string(which) + " " + std::to_string(drawn) + " of " +
                   grouped(static_cast<Int128>(all)) + " " + std::string(what) + " are drawn.");
}

double dollars_of(Money money) {
  return static_cast<double>(money.units) / kNanosADollar;
}

// The series of each model: the dearest have their own, the last one is for all others.
std::map<std::string, std::size_t, std::less<>> series_of(const query::Overview& overview) {
  std::map<std::string, std::size_t, std::less<>> series;
  for (const query::CostRow& row : overview.by_model) {
    series.emplace(row.key.value_or(""), std::min(series.size(), kSeries - 1));
  }
  return series;
}

std::vector<MonthBar> month_bars(const query::Overview& overview) {
  const auto series = series_of(overview);
  std::map<std::string, std::vector<double>> bars;
  for (const query::CostRow& row : overview.by_month_and_model) {
    const std::size_t space = row.key->find(' ');
    if (space == 0) continue;  // without a time
    auto& dollars = bars[row.key->substr(0, space)];
    dollars.resize(kSeries);
    const auto found = series.find(std::string_view(*row.key).substr(space + 1));
    dollars[found == series.end() ? kSeries - 1 : found->second] += dollars_of(row.sums.cost);
  }
  std::vector<MonthBar> all;
  for (auto& [month, dollars] : bars) all.push_back({month, std::move(dollars)});
  return all;
}

std::string months_figure(const query::Overview& overview) {
  auto bars = month_bars(overview);
  if (bars.empty()) return {};
  const std::string left = drawn_line("The last", kMonthsDrawn, bars.size(), "months");
  if (bars.size() > kMonthsDrawn) bars.erase(bars.begin(), bars.end() - kMonthsDrawn);
  std::vector<std::pair<std::string, std::string>> keys;
  for (const query::CostRow& row : overview.by_model) {
    if (keys.size() == kSeries - 1) break;
    keys.emplace_back("s" + std::to_string(keys.size()), row.key.value_or("(none)"));
  }
  if (overview.by_model.size() >= kSeries || overview.left_out.models > 0) {
    keys.emplace_back("s" + std::to_string(kSeries - 1), "others");
  }
  std::string rows;
  for (const query::CostRow& row : overview.by_month) {
    rows += "<tr>" + cell(or_none(row.key), "date") +
            cell(format_dollars(row.sums.cost), "number") +
            cell(grouped(row.sums.ai_operations), "number") + "</tr>\n";
  }
  return figure("Cost by month and model", months_svg(bars), legend(keys) + left,
                page_table({{"Month"}, {"Cost", "number"}, {"Operations", "number"}}, rows));
}

std::string load_figure(const query::Overview& overview) {
  if (overview.load.empty()) return {};
  std::vector<query::CapacityRow> drawn = overview.load;
  if (drawn.size() > kLoadsDrawn) drawn.resize(kLoadsDrawn);
  const std::size_t all = overview.load.size() + overview.left_out.load;
  std::string rows;
  for (const query::CapacityRow& row : overview.load) {
    rows += "<tr>" + cell(row.reviewer) +
            cell(grouped(static_cast<std::int64_t>(row.open.size())), "number") +
            cell(grouped(row.stale()), "number") + cell(grouped(row.claimed), "number") + "</tr>\n";
  }
  return figure(
      "Reviewers' load", load_svg(drawn, all),
      legend({{"s0", "open"}, {"s1", "open " + stale_span(overview)}, {"s2", "claimed"}}) +
          drawn_line("The busiest", drawn.size(), all, "reviewers"),
      page_table({{"Reviewer"}, {"Open", "number"}, {"Stale", "number"}, {"Claimed", "number"}},
                 rows) +
          soft_line(more_text(overview.left_out.load, "reviewer")));
}

std::string stale_section(const query::Overview& overview) {
  if (overview.stale.empty()) return {};
  std::string rows;
  for (const query::StaleRow& row : overview.stale) {
    rows += "<tr>" + cell(row.project) + cell("#" + std::to_string(row.number), "number") +
            cell(row.reviewer.value_or("–")) + cell(format_date(row.created_at), "date") +
            cell(grouped(row.days), "number warn") + cell(row.title, "free") + "</tr>\n";
  }
  return page_section("stale", "Open " + stale_span(overview),
                      page_table({{"Project"},
                                  {"Pull request", "number"},
                                  {"Reviewer"},
                                  {"Opened"},
                                  {"Days", "number"},
                                  {"Title"}},
                                 rows) +
                          soft_line(more_text(overview.left_out.stale, "pull request")));
}

std::string none_or(std::int64_t count, const std::string& kind) {
  return count == 0 ? "number none" : "number" + kind;
}

std::string project_row_of(const query::StatsProject& row) {
  const std::string state(model::to_string(row.state));
  return "<tr data-name=\"" + html_text(row.project) + "\" data-state=\"" + state +
         R"("><th scope="row">)" + html_text(row.project) + "</th>" +
         key_cell(std::to_string(row.completion_permille), percent(row.completion_permille),
                  "done p" + std::to_string(row.completion_permille / 50)) +
         key_cell(std::to_string(row.tasks),
                  std::to_string(row.completed) + "/" + std::to_string(row.tasks), "number") +
         cell(state, state) +
         key_cell(std::to_string(row.open_prs), grouped(row.open_prs), none_or(row.open_prs, "")) +
         key_cell(std::to_string(row.stale_prs), grouped(row.stale_prs),
                  none_or(row.stale_prs, " warn")) +
         key_cell(to_string(row.cost), format_dollars(row.cost), "number") +
         cell(row.last_updated ? format_date(*row.last_updated) : "", "date") + "</tr>\n";
}

std::string state_options(const query::Overview& overview) {
  std::string out;
  using State = model::ProjectState;
  for (const State state :
       {State::kActive, State::kStalled, State::kNotStarted, State::kComplete, State::kEmpty}) {
    const auto& rows = overview.stats.projects;
    const bool there =
        std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.state == state; });
    if (!there) continue;
    out += "<option>" + std::string(model::to_string(state)) + "</option>";
  }
  return out;
}

std::string reviewers_section(const query::Overview& overview) {
  if (overview.stats.reviewers.empty()) return {};
  std::string rows;
  for (const query::StatsReviewer& row : overview.stats.reviewers) {
    rows += "<tr>" + cell(row.reviewer.value_or("(none)")) + cell(grouped(row.open), "number") +
            cell(grouped(row.merged), "number") + cell(grouped(row.closed), "number") +
            cell(format_dollars(row.cost), "number") + "</tr>\n";
  }
  return page_section("reviewers", "Reviewers",
                      page_table({{"Reviewer"},
                                  {"Open", "number"},
                                  {"Merged", "number"},
                                  {"Closed", "number"},
                                  {"Cost", "number"}},
                                 rows) +
                          soft_line(more_text(overview.left_out.reviewers, "reviewer")));
}

std::string models_section(const query::Overview& overview) {
  if (overview.by_model.empty()) return {};
  std::string rows;
  for (const query::CostRow& row : overview.by_model) {
    rows += "<tr>" + cell(row.key.value_or("(none)")) +
            cell(format_dollars(row.sums.cost), "number") +
            cell(grouped(row.sums.ai_operations), "number") +
            cell(grouped(row.sums.tokens_input), "number") +
            cell(grouped(row.sums.tokens_output), "number") + "</tr>\n";
  }
  return page_section("models", "Cost by model",
                      page_table({{"Model"},
                                  {"Cost", "number"},
                                  {"Operations", "number"},
                                  {"Tokens in", "number"},
                                  {"Tokens out", "number"}},
                                 rows) +
                          soft_line(more_text(overview.left_out.models, "model")));
}

std::string flow_section(const query::Overview& overview) {
  const auto figures = flow_figures(overview.flow);
  if (figures.empty()) return {};
  std::string rows;
  for (const FlowFigure& figure : figures) {
    rows += "<tr><th scope=\"row\">" + std::string(figure.label) + "</th>" + cell(figure.value) +
            "</tr>\n";
  }
  return page_section("flow", "Flow of the work", "<table><tbody>" + rows + "</tbody></table>\n");
}

std::string unreadable_section(const query::Overview& overview) {
  if (overview.stats.unreadable.empty()) return {};
  std::string rows;
  for (const query::UnreadableFile& file : overview.stats.unreadable) {
    rows += "<tr>" + cell(file.file, "free") + cell(file.message, "free") + "</tr>\n";
  }
  return page_section("unreadable", "Not readable, and in no number",
                      page_table({{"File"}, {"Why"}}, rows) +
                          soft_line(more_text(overview.left_out.unreadable, "project file")));
}

}  // namespace

PageDetails::PageDetails() : writer_(JsonLayout::kCompact) {
  writer_.begin_object().key("projects").begin_object();
}

void PageDetails::add(const std::string& project, const std::vector<query::TaskRow>& tasks,
                      const std::vector<query::PrRow>& pull_requests) {
  writer_.key(project).begin_object();
  writer_.key("tasks").begin_array();
  for (const query::TaskRow& row : tasks) write_task(row);
  writer_.end_array();
  writer_.key("prs").begin_array();
  for (const query::PrRow& row : pull_requests) write_pull_request(row, tasks);
  writer_.end_array().end_object();
}

// [index, description, 0 pending / 1 ready / 2 in progress / 3 completed], and who claimed it.
void PageDetails::write_task(const query::TaskRow& row) {
  int status = row.ready ? 1 : 0;
  if (row.status == model::TaskStatus::kInProgress) status = 2;
  if (row.status == model::TaskStatus::kCompleted) status = 3;
  writer_.begin_array().integer(row.index).string(safe(row.description)).integer(status);
  if (row.claim) writer_.string(safe(row.claim->by));
  writer_.end_array();
}

// [number, task or null, 0 open / 1 stale / 2 merged / 3 closed, place of the reviewer or -1, day,
// cost], and the title where it is not that of the task.
void PageDetails::write_pull_request(const query::PrRow& row,
                                     const std::vector<query::TaskRow>& tasks) {
  int state = row.stale ? 1 : 0;
  if (row.state == model::PrState::kMerged) state = 2;
  if (row.state == model::PrState::kClosed) state = 3;
  writer_.begin_array().integer(row.number);
  if (row.task_id) {
    writer_.integer(row.task_index);
  } else {
    writer_.null();
  }
  writer_.integer(state);
  writer_.integer(row.reviewer ? place_of(*row.reviewer) : -1);
  writer_.string(row.created_at ? format_date(*row.created_at) : "");
  writer_.string(format_dollars(row.cost));
  const bool of_task = std::any_of(tasks.begin(), tasks.end(), [&](const query::TaskRow& task) {
    return task.index == row.task_index && row.title == task.description;
  });
  if (row.title && !of_task) writer_.string(safe(*row.title));
  writer_.end_array();
}

std::int64_t PageDetails::place_of(const std::string& reviewer) {
  const auto [found, is_new] =
      places_.try_emplace(reviewer, static_cast<std::int64_t>(reviewers_.size()));
  if (is_new) reviewers_.push_back(reviewer);
  return found->second;
}

std::string PageDetails::finish() && {
  writer_.end_object().key("reviewers").begin_array();
  for (const std::string& reviewer : reviewers_) writer_.string(safe(reviewer));
  writer_.end_array().end_object();
  return std::move(writer_).finish();
}

std::string overview_html(const query::Overview& overview,
                          const std::vector<query::BurnUpPoint>& burn_up, PageDetails details) {
  const std::string style(page_file("page.css"));
  const std::string script(page_file("page.js"));
  std::string projects;
  for (const query::StatsProject& row : overview.stats.projects) projects += project_row_of(row);
  Pieces pieces;
  pieces["style"] = style;
  pieces["style-hash"] = base64_of_hex(sha256_hex(style));
  pieces["script"] = script;
  pieces["script-hash"] = base64_of_hex(sha256_hex(script));
  pieces["title"] = "Where the projects stand: " + html_text(short_ref(overview.stats.ref)) + ", " +
                    format_date(overview.now);
  pieces["source"] = page_source(overview);
  pieces["cards"] = cards_of(overview);
  pieces["unreadable"] = unreadable_section(overview);
  pieces["charts"] = burn_up_figure(overview, burn_up) + months_figure(overview) +
                     load_figure(overview) + flow_section(overview);
  pieces["stale"] = stale_section(overview);
  pieces["states"] = state_options(overview);
  pieces["sorted-by-name"] = overview.left_out.projects == 0 ? "ascending" : "none";
  pieces["projects"] = std::move(projects);
  pieces["projects-left-out"] = soft_line(more_text(overview.left_out.projects, "project"));
  pieces["tables"] = models_section(overview) + reviewers_section(overview);
  pieces["details"] = in_script(std::move(details).finish());
  return fill(page_file("page.html"), pieces);
}

}  // namespace claudestep::report
