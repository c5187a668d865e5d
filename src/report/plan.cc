#include "report/plan.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {
namespace {

std::string task_words(const plan::DriftedTask& task) {
  return "task " + std::to_string(task.index) + ": " + safe(task.text) + "\n";
}

void write_drifted(JsonWriter& writer, const plan::DriftedTask& task) {
  write_count(writer, "index", task.index);
  write_text_or_null(writer, "id",
                     task.id.empty() ? std::optional<std::string>() : std::optional(task.id));
  write_text(writer, "description", task.text);
}

void write_drifted_list(JsonWriter& writer, std::string_view key,
                        const std::vector<plan::DriftedTask>& tasks) {
  writer.key(key);
  writer.begin_array();
  for (const plan::DriftedTask& task : tasks) {
    writer.begin_object();
    write_drifted(writer, task);
    if (!task.claimed_by.empty()) write_text(writer, "claimed_by", task.claimed_by);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string drift_text(const plan::Drift& drift) {
  std::string text;
  for (const auto& task : drift.added) text += "+ " + task_words(task);
  for (const auto& task : drift.removed) {
    text += "- " + task_words(task);
    if (!task.claimed_by.empty()) text += "    claimed by " + safe(task.claimed_by) + "\n";
  }
  for (const auto& change : drift.reworded) {
    text += "~ " + task_words(change.task) + "    was: " + safe(change.before) + "\n";
  }
  for (const auto& move : drift.moved) {
    text += "> " + task_words(move.task) + "    was: task " + std::to_string(move.before) + "\n";
  }
  for (const auto& tick : drift.checked) {
    text += (tick.checked ? "x " : "o ") + task_words(tick.task);
  }
  return text;
}

std::string drift_json(const std::string& project, const plan::Drift& drift) {
  JsonWriter writer = begin_answer("plan_diff");
  write_text(writer, "project", project);
  write_drifted_list(writer, "added", drift.added);
  write_drifted_list(writer, "removed", drift.removed);
  writer.key("reworded");
  writer.begin_array();
  for (const auto& change : drift.reworded) {
    writer.begin_object();
    write_drifted(writer, change.task);
    write_text(writer, "before", change.before);
    writer.end_object();
  }
  writer.end_array();
  writer.key("moved");
  writer.begin_array();
  for (const auto& move : drift.moved) {
    writer.begin_object();
    write_drifted(writer, move.task);
    write_count(writer, "before", move.before);
    writer.end_object();
  }
  writer.end_array();
  writer.key("checked");
  writer.begin_array();
  for (const auto& tick : drift.checked) {
    writer.begin_object();
    write_drifted(writer, tick.task);
    write_flag(writer, "checked", tick.checked);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

std::string drift_summary(const plan::Drift& drift) {
  std::string text;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count == 0) return;
    text += text.empty() ? counted(count, "task") : ", " + std::to_string(count);
    text += " " + std::string(what);
  };
  std::size_t ticked = 0;
  for (const auto& tick : drift.checked) ticked += static_cast<std::size_t>(tick.checked);
  add(drift.added.size(), "added");
  add(drift.removed.size(), "removed");
  const auto claimed =
      std::count_if(drift.removed.begin(), drift.removed.end(),
                    [](const plan::DriftedTask& task) { return !task.claimed_by.empty(); });
  if (claimed != 0) text += " (" + std::to_string(claimed) + " claimed)";
  add(drift.reworded.size(), "reworded");
  add(drift.moved.size(), "moved");
  add(ticked, "ticked");
  add(drift.checked.size() - ticked, "unticked");
  return text;
}

}  // namespace claudestep::report
