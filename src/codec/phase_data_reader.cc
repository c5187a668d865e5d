#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"

namespace claudestep::codec {
namespace {

const std::vector<ValueKind> kNotesKinds = {ValueKind::kObject, ValueKind::kArray,
                                            ValueKind::kString, ValueKind::kNull};

model::ConditionalRequirement read_conditional(const Value& value, std::string path,
                                               Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::ConditionalRequirement requirement;
  requirement.origin = fields.origin();
  requirement.title = fields.text("title");
  requirement.condition = fields.text("condition");
  requirement.action = fields.text("action");
  requirement.acceptance_criteria = fields.texts("acceptance_criteria");
  requirement.priority = fields.word_or("priority", model::Priority::kMedium);
  return requirement;
}

model::PhaseTask read_phase_task(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::PhaseTask task;
  task.origin = fields.origin();
  if (auto id = fields.maybe_text("id")) task.id = *std::move(id);
  task.title = fields.text("title");
  task.description =
      fields.maybe_string("description", Need::kRequired, TextForm::kAny).value_or("");
  task.phase = fields.opaque("phase", Need::kRequired, {ValueKind::kString, ValueKind::kNumber});
  task.priority = fields.word_or("priority", model::Priority::kMedium);
  task.dependencies = fields.texts("dependencies");
  return task;
}

}  // namespace

Typed<model::PhaseData> read_phase_data(const Value& root, std::string_view file) {
  Refusals refusals(file);
  const Value* inside = root.find("phase_data");
  Fields fields(inside != nullptr ? *inside : root, inside != nullptr ? "phase_data" : "",
                refusals);
  model::PhaseData data;
  if (root.is_object() && root.members.empty()) {
    refusals.add_plain(root, "", "is empty; expected phase_data or one of its phases");
  }
  (void)fields.opaque("explore", Need::kNullable, kNotesKinds);
  (void)fields.opaque("design", Need::kNullable, kNotesKinds);
  if (auto requirements = fields.object("requirements", Need::kOptional)) {
    requirements->each("requirements", Need::kRequired, [&](const Value& item, std::string path) {
      data.requirements.push_back(read_conditional(item, std::move(path), refusals));
    });
  }
  if (auto tasks = fields.object("tasks", Need::kOptional)) {
    tasks->each("tasks", Need::kRequired, [&](const Value& item, std::string path) {
      data.tasks.push_back(read_phase_task(item, std::move(path), refusals));
    });
    tasks->each("tickets", Need::kOptional, [&](const Value& item, const std::string& path) {
      if (!item.is_object() && !item.is_string()) {
        refusals.add(item, path, "an object or a string");
      }
      ++data.tickets;
    });
  }
  return typed(std::move(data), refusals);
}

}  // namespace claudestep::codec
