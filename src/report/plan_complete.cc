#include "report/plan_complete.h"

#include <utility>

#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

// What an edit is about: the text of a task, or the feature.
std::string subject_of_edit(const PlanCompleteRow& row, const plan::PlanEdit& edit) {
  return edit.item ? safe(row.plan->items[*edit.item].text) : std::string("the feature");
}

}  // namespace

std::string plan_complete_text(const PlanCompleteRow& row) {
  std::string text = "plan " + safe(row.plan->path) + ": " + std::to_string(row.completed) +
                     " of " + std::to_string(row.tasks()) + " completed\n";
  for (const plan::PlanEdit& edit : row.back->edits) {
    text += std::string(row.written ? "  changed " : "  would change ") + "line " +
            std::to_string(edit.line) + ": " + edit.before + " -> " + edit.after + "  " +
            subject_of_edit(row, edit) + "\n";
  }
  for (const plan::OtherWords& other : *row.reworded) {
    const plan::Item& item = row.plan->items[other.item];
    text += "  left as it is, line " + std::to_string(item.line) + ": " + safe(item.text) +
            "\n    the plan has other words for it: plan import first; completed is: " +
            safe(other.before) + "\n";
  }
  if (row.back->edits.empty() && row.reworded->empty()) text += "  the plan says what is done\n";
  return text;
}

std::string plan_complete_json(const PlanCompleteRow& row) {
  JsonWriter writer = begin_answer("plan_complete");
  write_text(writer, "project", row.project);
  write_text(writer, "path", row.plan->path);
  write_text(writer, "plan_kind", row.plan->kind);
  write_flag(writer, "complete", row.is_complete());
  write_count(writer, "tasks", row.tasks());
  write_count(writer, "completed", row.completed);
  write_flag(writer, "written", row.written);
  writer.key("changes").begin_array();
  for (const plan::PlanEdit& edit : row.back->edits) {
    writer.begin_object();
    write_count(writer, "line", edit.line);
    write_text(writer, "before", edit.before);
    write_text(writer, "after", edit.after);
    write_text_or_null(writer, "task",
                       edit.item ? std::optional(row.plan->items[*edit.item].text) : std::nullopt);
    writer.end_object();
  }
  writer.end_array();
  writer.key("reworded").begin_array();
  for (const plan::OtherWords& other : *row.reworded) {
    writer.begin_object();
    write_count(writer, "line", row.plan->items[other.item].line);
    write_text(writer, "before", other.before);
    write_text(writer, "after", row.plan->items[other.item].text);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
