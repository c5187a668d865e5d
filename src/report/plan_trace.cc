#include "report/plan_trace.h"

#include <utility>

#include "base/text.h"
#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace claudestep::report {
namespace {

constexpr std::size_t kLeastTitle = 16;

Tone tone_of_progress(plan::Progress progress) {
  switch (progress) {
    case plan::Progress::kDone:
      return Tone::kGood;
    case plan::Progress::kInProgress:
    case plan::Progress::kClaimed:
      return Tone::kStrong;
    default:
      return Tone::kPlain;
  }
}

std::string pr_words(const plan::TracedPr& pr) {
  std::string text =
      "#" + std::to_string(pr.number) + " " + std::string(model::to_string(pr.state));
  if (pr.merge_commit) text += " by " + safe(short_id(*pr.merge_commit));
  return text;
}

std::string prs_of(const plan::TracedTask& task) {
  std::string text;
  for (const plan::TracedPr& pr : task.pull_requests) {
    text += (text.empty() ? "#" : ", #") + std::to_string(pr.number);
  }
  return text.empty() ? "-" : text;
}

// "task 3 (BE-001)"
std::string label_of(const plan::TracedTask& task) {
  std::string text = "task " + std::to_string(task.index);
  return task.name.empty() ? text : text + " (" + safe(task.name) + ")";
}

std::string heading_of(const plan::Trace& trace, const Style& style) {
  std::string text = toned(safe(trace.project), Tone::kStrong, style) + ": " +
                     std::to_string(trace.done) + " of " +
                     counted(static_cast<std::size_t>(trace.total), "task") + " done, " +
                     format_dollars(trace.cost) + "\n";
  text += trace.path ? "  plan " + safe(*trace.path) + "\n" : "  follows no plan\n";
  return text;
}

std::string requirement_table(const plan::Trace& trace, const Style& style) {
  Table table({{"REQUIREMENT"},
               {"DONE", Align::kRight},
               {"COST", Align::kRight},
               {"TITLE", Align::kLeft, kLeastTitle}});
  for (const plan::TracedRequirement& row : trace.requirements) {
    const bool uncovered = row.tasks.empty();
    const bool done = !uncovered && row.done == static_cast<std::int64_t>(row.tasks.size());
    table.add(
        {{safe(row.id)},
         {uncovered ? "no task" : std::to_string(row.done) + "/" + std::to_string(row.tasks.size()),
          uncovered ? Tone::kWarning
          : done    ? Tone::kGood
                    : Tone::kPlain},
         {format_dollars(row.cost)},
         {safe(row.title)}});
  }
  return table.render(style);
}

std::string status_table(const plan::Trace& trace, const Style& style) {
  Table table({{"TASK", Align::kRight},
               {"NAME"},
               {"STATE"},
               {"PR"},
               {"COST", Align::kRight},
               {"DESCRIPTION", Align::kLeft, kLeastTitle}});
  for (const plan::TracedTask& task : trace.tasks) {
    table.add({{std::to_string(task.index)},
               {task.name.empty() ? "-" : safe(task.name)},
               {task.removed ? "removed" : std::string(plan::to_string(task.progress)),
                task.removed ? Tone::kFaint : tone_of_progress(task.progress)},
               {prs_of(task)},
               {format_dollars(task.cost)},
               {safe(task.text)}});
  }
  return table.render(style);
}

std::string task_line(const plan::TracedTask& task, const Style& style) {
  std::string line = "    " + label_of(task) + ": " + safe(task.text) + ", ";
  line += task.removed
              ? toned("removed", Tone::kFaint, style)
              : toned(plan::to_string(task.progress), tone_of_progress(task.progress), style);
  for (const plan::TracedPr& pr : task.pull_requests) line += ", " + pr_words(pr);
  return line + "\n";
}

void write_prs(JsonWriter& writer, const plan::TracedTask& task) {
  writer.key("pull_requests");
  writer.begin_array();
  for (const plan::TracedPr& pr : task.pull_requests) {
    writer.begin_object();
    write_count(writer, "pr_number", pr.number);
    write_text(writer, "pr_state", model::to_string(pr.state));
    write_text_or_null(writer, "merge_commit", pr.merge_commit);
    writer.end_object();
  }
  writer.end_array();
}

void write_traced_task(JsonWriter& writer, const plan::TracedTask& task) {
  writer.begin_object();
  write_count(writer, "index", task.index);
  write_text(writer, "id", task.id);
  write_text_or_null(writer, "name",
                     task.name.empty() ? std::optional<std::string>() : std::optional(task.name));
  write_text(writer, "description", task.text);
  write_text(writer, "state", task.removed ? "removed" : plan::to_string(task.progress));
  write_strings(writer, "requirements", task.requirements);
  write_prs(writer, task);
  write_cost(writer, "cost_usd", task.cost);
  writer.end_object();
}

void write_head(JsonWriter& writer, const plan::Trace& trace) {
  write_text(writer, "project", trace.project);
  write_text_or_null(writer, "plan", trace.path);
  write_count(writer, "tasks_done", trace.done);
  write_count(writer, "tasks_total", trace.total);
  write_cost(writer, "cost_usd", trace.cost);
}

void write_tasks(JsonWriter& writer, std::string_view key,
                 const std::vector<const plan::TracedTask*>& tasks) {
  writer.key(key);
  writer.begin_array();
  for (const plan::TracedTask* task : tasks) write_traced_task(writer, *task);
  writer.end_array();
}

// What no requirement asked for, where there are requirements; and what the plan has no more.
std::vector<const plan::TracedTask*> unplanned(const plan::Trace& trace) {
  std::vector<const plan::TracedTask*> tasks;
  for (const plan::TracedTask& task : trace.tasks) {
    const bool unasked = !trace.requirements.empty() && task.requirements.empty();
    if (task.removed || unasked) tasks.push_back(&task);
  }
  return tasks;
}

}  // namespace

std::string plan_status_text(const plan::Trace& trace, const Style& style) {
  std::string text = heading_of(trace, style);
  if (!trace.requirements.empty()) text += "\n" + requirement_table(trace, style);
  if (!trace.tasks.empty()) text += "\n" + status_table(trace, style);
  return text;
}

std::string plan_status_json(const plan::Trace& trace) {
  JsonWriter writer = begin_answer("plan_status");
  write_head(writer, trace);
  writer.key("requirements");
  writer.begin_array();
  for (const plan::TracedRequirement& row : trace.requirements) {
    writer.begin_object();
    write_text(writer, "id", row.id);
    write_text(writer, "title", row.title);
    write_count(writer, "tasks", static_cast<std::int64_t>(row.tasks.size()));
    write_count(writer, "done", row.done);
    write_cost(writer, "cost_usd", row.cost);
    writer.end_object();
  }
  writer.end_array();
  std::vector<const plan::TracedTask*> tasks;
  for (const plan::TracedTask& task : trace.tasks) tasks.push_back(&task);
  write_tasks(writer, "tasks", tasks);
  return end_answer(std::move(writer));
}

std::string plan_trace_text(const plan::Trace& trace, const Style& style) {
  std::string text = heading_of(trace, style);
  for (const plan::TracedRequirement& row : trace.requirements) {
    text += "\n  " + toned(safe(row.id), Tone::kStrong, style);
    if (!row.title.empty()) text += "  " + safe(row.title);
    text += "\n";
    if (row.tasks.empty())
      text += "    " + toned("no task works for it", Tone::kWarning, style) + "\n";
    for (const std::size_t at : row.tasks) text += task_line(trace.tasks[at], style);
  }
  if (trace.requirements.empty() && !trace.tasks.empty()) {
    text += "\n";
    for (const plan::TracedTask& task : trace.tasks) text += task_line(task, style);
    return text;
  }
  const auto rest = unplanned(trace);
  if (!rest.empty()) text += "\n  " + toned("for no requirement", Tone::kStrong, style) + "\n";
  for (const plan::TracedTask* task : rest) text += task_line(*task, style);
  return text;
}

std::string plan_trace_json(const plan::Trace& trace) {
  JsonWriter writer = begin_answer("plan_trace");
  write_head(writer, trace);
  writer.key("requirements");
  writer.begin_array();
  for (const plan::TracedRequirement& row : trace.requirements) {
    writer.begin_object();
    write_text(writer, "id", row.id);
    write_text(writer, "title", row.title);
    std::vector<const plan::TracedTask*> tasks;
    for (const std::size_t at : row.tasks) tasks.push_back(&trace.tasks[at]);
    write_tasks(writer, "tasks", tasks);
    writer.end_object();
  }
  writer.end_array();
  std::vector<std::string> uncovered;
  for (const plan::TracedRequirement& row : trace.requirements) {
    if (row.tasks.empty()) uncovered.push_back(row.id);
  }
  write_strings(writer, "uncovered", uncovered);
  write_tasks(writer, "unplanned", unplanned(trace));
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
