#include <algorithm>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "report/costs.h"
#include "report/overview.h"
#include "report/overview_parts.h"
#include "report/questions.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

// Slack's own limits are 50 blocks and 3,000 characters a text.
constexpr std::size_t kMostCharacters = 3000;
constexpr std::size_t kSlackCells = 8;
constexpr std::size_t kSlackWidth = 76;
constexpr std::size_t kLeastSlackName = 12;
constexpr Style kSlackStyle{kSlackWidth, true, false};
constexpr std::string_view kFence = "```";

// How many blocks the rows of a part may take: together with what stands around them fewer than 50.
constexpr std::size_t kProjectBlocks = 20;
constexpr std::size_t kOtherBlocks = 5;

// `&`, `<` and `>` are all that Slack takes for markup in a text that is marked verbatim; a
// backtick would end a block of code.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '`':
        out += '\'';
        break;
      default:
        out += c;
    }
  }
  return out;
}

class Blocks {
 public:
  Blocks() { writer_.begin_object().key("blocks").begin_array(); }

  void header(std::string_view text) {
    writer_.begin_object().key("type").string("header");
    writer_.key("text").begin_object().key("type").string("plain_text");
    writer_.key("text").string(text).end_object().end_object();
  }

  // Requires: escaped text of at most kMostCharacters.
  void section(std::string_view text) {
    writer_.begin_object().key("type").string("section").key("text");
    mrkdwn(text);
    writer_.end_object();
  }

  void context(std::string_view text) {
    writer_.begin_object().key("type").string("context").key("elements").begin_array();
    mrkdwn(text);
    writer_.end_array().end_object();
  }

  // `table`, its first line the headings, in as few blocks of code as it fits into and no more than
  // `most`. The rows that found no room, with `left_out` more, are counted below.
  void table(std::string_view title, const std::string& table, std::size_t most,
             std::size_t left_out, std::string_view singular);

  [[nodiscard]] std::string finish(std::string_view fallback) && {
    writer_.end_array().key("text").string(fallback).end_object();
    return std::move(writer_).finish();
  }

 private:
  void mrkdwn(std::string_view text) {
    writer_.begin_object().key("type").string("mrkdwn").key("text").string(text);
    writer_.key("verbatim").boolean(true).end_object();
  }

  JsonWriter writer_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(escaped(fitted(text.substr(at, end - at), kSlackWidth)));
    at = end + 1;
  }
  return lines;
}

void Blocks::table(std::string_view title, const std::string& table, std::size_t most,
                   std::size_t left_out, std::string_view singular) {
  std::vector<std::string> lines = lines_of(table);
  std::size_t at = 0;
  for (std::size_t block = 0; block < most && at < lines.size(); ++block) {
    std::string text = block == 0 ? "*" + std::string(title) + "*\n" : std::string();
    text += kFence;
    // The size in bytes is never less than that in characters.
    while (at < lines.size() && text.size() + lines[at].size() + 8 < kMostCharacters) {
      text += "\n" + lines[at++];
    }
    section(text + "\n" + std::string(kFence));
  }
  const std::string more = more_text(left_out + lines.size() - at, singular);
  if (!more.empty()) context(more);
}

std::string slack_projects(const std::vector<query::StatsProject>& rows) {
  Table table({{"PROJECT", Align::kLeft, kLeastSlackName},
               {"PROGRESS"},
               {"DONE", Align::kRight},
               {"TASKS", Align::kRight},
               {"OPEN", Align::kRight},
               {"STALE", Align::kRight, 0, 1},
               {"COST", Align::kRight}});
  for (const query::StatsProject& row : rows) {
    table.add({{safe(row.project)},
               {bar(row.completion_permille, kSlackCells, kSlackStyle)},
               {percent(row.completion_permille)},
               {std::to_string(row.completed) + "/" + std::to_string(row.tasks)},
               {grouped(row.open_prs)},
               {grouped(row.stale_prs)},
               {format_dollars(row.cost)}});
  }
  return table.render(kSlackStyle);
}

std::string slack_reviewers(const std::vector<query::StatsReviewer>& rows) {
  Table table({{"REVIEWER", Align::kLeft, kLeastSlackName},
               {"OPEN", Align::kRight},
               {"MERGED", Align::kRight},
               {"CLOSED", Align::kRight},
               {"COST", Align::kRight}});
  for (const query::StatsReviewer& row : rows) {
    table.add({{or_none(row.reviewer)},
               {grouped(row.open)},
               {grouped(row.merged)},
               {grouped(row.closed)},
               {format_dollars(row.cost)}});
  }
  return table.render(kSlackStyle);
}

std::string slack_costs(std::string_view heading, const std::vector<query::CostRow>& rows) {
  Table table({{std::string(heading), Align::kLeft, kLeastSlackName},
               {"COST", Align::kRight},
               {"OPERATIONS", Align::kRight}});
  for (const query::CostRow& row : rows) {
    table.add(
        {{or_none(row.key)}, {format_dollars(row.sums.cost)}, {grouped(row.sums.ai_operations)}});
  }
  return table.render(kSlackStyle);
}

std::string slack_unreadable(const std::vector<query::UnreadableFile>& files) {
  Table table({{"FILE", Align::kLeft, kLeastSlackName}, {"WHY", Align::kLeft, kLeastSlackName}});
  for (const query::UnreadableFile& file : files)
    table.add({{safe(file.file)}, {safe(file.message)}});
  return table.render(kSlackStyle);
}

std::string slack_summary(const query::Overview& overview) {
  const model::Totals& totals = overview.stats.totals;
  std::string text = "*" + percent(model::completion_permille(totals)) + "* of " +
                     grouped_count(totals.tasks, "task") + " in " +
                     grouped_count(overview.projects, "project") + " completed, " +
                     grouped(totals.in_progress) + " in progress\n";
  text += grouped_count(totals.open, "pull request") + " open";
  if (overview.stale_count > 0) text += " (*" + grouped(overview.stale_count) + " stale*)";
  return text + ", " + grouped(totals.merged) + " merged\n" +
         grouped_count(totals.ai_operations, "AI operation") + ": *" + format_dollars(totals.cost) +
         "*";
}

std::string slack_source(const query::Overview& overview) {
  std::string text = short_ref(overview.stats.ref);
  if (overview.stats.commit) text += " at " + short_id(*overview.stats.commit);
  text += ", " + format_instant(overview.now);
  if (const std::string scope = scope_text(overview); !scope.empty()) text += ", " + scope;
  const std::size_t unreadable = overview.stats.unreadable.size() + overview.left_out.unreadable;
  if (unreadable > 0) text += "; " + counted(unreadable, "project file") + " could not be read";
  return escaped(fitted(safe(text), 2 * kSlackWidth));
}

}  // namespace

std::string overview_slack(const query::Overview& overview) {
  const query::Stats& stats = overview.stats;
  const query::LeftOut& left_out = overview.left_out;
  Blocks blocks;
  blocks.header("Where the projects stand");
  blocks.section(slack_summary(overview));
  if (!stats.projects.empty()) {
    blocks.table("Projects", slack_projects(stats.projects), kProjectBlocks, left_out.projects,
                 "project");
  }
  if (!overview.stale.empty()) {
    blocks.table("Open " + stale_span(overview), stale_table(overview.stale, kSlackStyle),
                 kOtherBlocks, left_out.stale, "pull request");
  }
  if (!stats.reviewers.empty()) {
    blocks.table("Reviewers", slack_reviewers(stats.reviewers), kOtherBlocks, left_out.reviewers,
                 "reviewer");
  }
  if (!overview.by_model.empty()) {
    blocks.table("Cost by model", slack_costs("MODEL", overview.by_model), kOtherBlocks,
                 left_out.models, "model");
    const auto months = latest_months(overview);
    blocks.table("Cost by month", slack_costs("MONTH", months), 1,
                 overview.by_month.size() - months.size(), "earlier month");
  }
  if (!stats.unreadable.empty()) {
    blocks.table("Not readable, and in no number", slack_unreadable(stats.unreadable), 1,
                 left_out.unreadable, "project file");
  }
  blocks.context(slack_source(overview));
  return std::move(blocks).finish(
      "Where the projects stand: " + percent(model::completion_permille(stats.totals)) + " of " +
      grouped_count(stats.totals.tasks, "task") + " completed");
}

}  // namespace claudestep::report
