#include "codec/spec_parts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "model/spec_ids.h"

namespace claudestep::codec {
namespace {

const std::vector<ValueKind> kRequestKinds = {ValueKind::kObject, ValueKind::kArray,
                                              ValueKind::kString, ValueKind::kNull};
const std::vector<ValueKind> kResponseKinds = {ValueKind::kObject, ValueKind::kArray,
                                               ValueKind::kString};

// Each id of a text once: a text of ten megabytes can name one two million times.
void append_ids(const Value& text, const std::string& path, std::vector<model::Words>& mentions) {
  std::unordered_set<std::string_view> seen;
  for (const model::IdMention& mention : model::find_ids(text.text)) {
    if (!seen.insert(mention.id).second) continue;
    mentions.push_back({std::string(mention.id), {text.mark, path}});
  }
}

void append_mentions(const Value& value, const std::string& path,
                     std::vector<model::Words>& mentions) {
  switch (value.kind) {
    case ValueKind::kString:
      append_ids(value, path, mentions);
      return;
    case ValueKind::kArray:
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        append_mentions(value.items[i], item_path(path, i), mentions);
      }
      return;
    case ValueKind::kObject:
      for (const Member& member : value.members) {
        append_mentions(member.value, path + "." + member.key, mentions);
      }
      return;
    default:
      return;
  }
}

}  // namespace

void collect_mentions(const Value& value, const std::string& path,
                      std::initializer_list<std::string_view> skipped,
                      std::vector<model::Words>& mentions) {
  if (!value.is_object()) return append_mentions(value, path, mentions);
  for (const Member& member : value.members) {
    if (std::find(skipped.begin(), skipped.end(), member.key) != skipped.end()) continue;
    append_mentions(member.value, path.empty() ? member.key : path + "." + member.key, mentions);
  }
}

model::SpecTask task_of_fields(Fields& fields) {
  model::SpecTask task;
  task.origin = fields.origin();
  task.id = fields.text("id");
  task.title = fields.text("title");
  task.acceptance_criteria = fields.texts("acceptance_criteria");
  task.done_when = fields.text_or_texts("done_when", Need::kRequired, 1);
  task.description =
      fields.maybe_string("description", Need::kOptional, TextForm::kAny).value_or("");
  task.reference = fields.text_or_texts("reference");
  if (const auto way = fields.word<model::Methodology>("methodology", Need::kOptional)) {
    task.methodology = way->value;
  }
  constexpr std::int64_t kMostIterations = 20;
  if (const auto most =
          fields.whole_number("max_iterations", 1, kMostIterations, Need::kOptional)) {
    task.max_iterations = most->value;
  }
  task.dependencies = fields.texts("dependencies", Need::kOptional);
  task.type = fields.maybe_string("type").value_or("");
  collect_mentions(fields.value(), fields.path(), {"id", "dependencies"}, task.mentions);
  return task;
}

model::SpecTask read_spec_task(const Value& value, std::string path, std::string_view role,
                               Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::SpecTask task = task_of_fields(fields);
  task.role = role;
  task.status = fields.word<model::SpecTaskStatus>("status", Need::kOptional);
  task.extra = fields.extra();
  return task;
}

model::Endpoint read_endpoint(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::Endpoint endpoint;
  endpoint.origin = fields.origin();
  endpoint.endpoint = fields.text("endpoint");
  endpoint.method = fields.word_or("method", model::HttpMethod::kGet);
  endpoint.request = fields.opaque("request", Need::kRequired, kRequestKinds);
  endpoint.responses = fields.opaque("responses", Need::kRequired, kResponseKinds);
  return endpoint;
}

}  // namespace claudestep::codec
