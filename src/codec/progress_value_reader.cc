#include <string>
#include <utility>

#include "base/text.h"
#include "codec/documents.h"
#include "codec/fields.h"
#include "model/state_machine.h"

namespace claudestep::codec {
namespace {

constexpr std::int64_t kAllPercent = 100;

model::ProgressItem read_progress_item(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::ProgressItem item;
  item.origin = fields.origin();
  if (const auto checked = fields.flag("checked")) item.checked = checked->value;
  item.id = fields.maybe_string("id").value_or("");
  item.text = fields.maybe_string("text", Need::kRequired, TextForm::kAny).value_or("");
  if (const auto percent = fields.whole_number("percent", 0, kAllPercent, Need::kOptional)) {
    item.percent = percent->value;
  }
  // As deep as the document, which its reader bounds.
  fields.each("children", Need::kOptional, [&](const Value& child, std::string child_path) {
    item.children.push_back(read_progress_item(child, std::move(child_path), refusals));
  });
  return item;
}

void read_progress_items(Fields& fields, std::string_view name,
                         std::vector<model::ProgressItem>& items) {
  fields.each(name, Need::kOptional, [&](const Value& value, std::string path) {
    items.push_back(read_progress_item(value, std::move(path), fields.refusals()));
  });
}

void read_session(Fields& session, model::ProgressFile& progress) {
  progress.session_id = session.text("session_id");
  progress.started = session.text("started");
  progress.last_updated = session.text("last_updated");
  progress.feature = session.text("feature");
  progress.role = session.text("role");
}

void read_progress_state(Fields& state, model::ProgressFile& progress) {
  progress.status = state.text("status");
  progress.status.value = to_lower_ascii(progress.status.value);
  const std::string& status = progress.status.value;
  const bool is_known =
      knows_state(model::session_states(), status) || knows_state(model::task_states(), status);
  if (!status.empty() && !is_known) {
    state.refusals().add(*state.value().find("status"), state.path_of("status"),
                         "a state of a session or of a task");
  }
  progress.current_task = state.text("current_task");
  progress.task_id = state.maybe_string("task_id").value_or("");
  progress.task_progress = state.maybe_string("task_progress").value_or("");
}

}  // namespace

Typed<model::ProgressFile> read_progress_file(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::ProgressFile progress;
  if (const auto title = fields.maybe_string("title", Need::kRequired);
      title && *title != "Claude Progress File") {
    refusals.add(*root.find("title"), "title", "\"Claude Progress File\"");
  }
  if (auto session = fields.object("session_info")) read_session(*session, progress);
  if (auto state = fields.object("current_state")) read_progress_state(*state, progress);
  read_progress_items(fields, "completed_this_session", progress.completed);
  read_progress_items(fields, "in_progress", progress.in_progress);
  progress.blockers = fields.texts("blockers", Need::kOptional);
  progress.notes = fields.texts("notes_for_next_session", Need::kOptional);
  fields.each("files_modified_this_session", Need::kOptional,
              [&](const Value& item, std::string path) {
                Fields touched(item, std::move(path), refusals);
                progress.files.push_back(
                    {touched.text("path"), touched.maybe_string("change").value_or("")});
              });
  progress.decisions = fields.texts("key_decisions_made", Need::kOptional);
  progress.questions = fields.texts("questions_for_human", Need::kOptional);
  progress.extra = fields.extra();
  return typed(std::move(progress), refusals);
}

}  // namespace claudestep::codec
