#include "report/project.h"

#include <utility>

#include "base/text.h"
#include "report/json.h"
#include "report/pieces.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kBarCells = 24;

std::string heading(const query::ProjectPage& page, const Style& style) {
  std::string text = toned(safe(page.row.project), Tone::kStrong, style) + ": " +
                     toned(model::to_string(page.row.state), tone_of(page.row.state), style);
  if (page.row.archived) text += ", archived";
  return text + "\n";
}

std::string progress(const query::ProjectPage& page, const Style& style) {
  const model::Totals& totals = page.row.totals;
  const int permille = model::completion_permille(totals);
  std::string text = "  " + bar(permille, kBarCells, style) + " " + percent(permille) + "\n";
  text += "  " + counted(static_cast<std::size_t>(totals.tasks), "task") + ": " +
          grouped(totals.completed) + " completed, " + grouped(totals.in_progress) +
          " in progress, " + grouped(totals.pending) + " pending";
  if (totals.claimed > 0) text += " (" + grouped(totals.claimed) + " claimed)";
  if (page.removed_tasks > 0) text += "; " + grouped(page.removed_tasks) + " removed from the plan";
  return text + "\n";
}

std::string facts(const query::ProjectPage& page) {
  const query::ProjectRow& row = page.row;
  std::string text = "  cost " + format_dollars(row.totals.cost) + ", " +
                     counted(static_cast<std::size_t>(row.totals.ai_operations), "AI operation") +
                     ", " + grouped(row.totals.tokens_input) + " tokens in, " +
                     grouped(row.totals.tokens_output) + " out\n";
  std::string times;
  const auto add_time = [&](std::string_view what, const std::optional<Instant>& when) {
    if (!when) return;
    times += times.empty() ? "  " : ", ";
    times += std::string(what) + " " + format_date(*when);
  };
  add_time("created", row.created_at);
  add_time("updated", row.last_updated);
  add_time("completed", row.completed_at);
  if (!times.empty()) text += times + "\n";
  if (page.plan_path) text += "  plan " + safe(*page.plan_path) + "\n";
  if (!page.former_names.empty()) {
    text += "  formerly";
    for (const std::string& name : page.former_names) text += " " + safe(name);
    text += "\n";
  }
  if (page.dialect != model::Dialect::kHybrid) {
    text += "  stored as " + std::string(model::describe(page.dialect)) +
            "; the next write makes it 2.0\n";
  }
  return text;
}

}  // namespace

std::string project_text(const query::ProjectPage& page, const Style& style) {
  std::string text = heading(page, style) + progress(page, style) + facts(page);
  if (!page.tasks.empty()) text += "\n" + task_table(page.tasks, style);
  if (!page.pull_requests.empty()) {
    text += "\n" + pr_table(page.pull_requests, ProjectColumn::kLeftOut, style);
  }
  return text;
}

std::string project_json(std::string_view document, const query::ProjectRow& row) {
  JsonWriter writer = begin_answer("project");
  writer.key("project").raw(document);
  write_text(writer, "state", model::to_string(row.state));
  write_completion(writer, "completion", model::completion_permille(row.totals));
  write_cost(writer, "cost_usd", row.totals.cost);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
