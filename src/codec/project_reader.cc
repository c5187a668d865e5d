#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "codec/dialects.h"
#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "codec/record_reader.h"
#include "codec/records.h"

namespace claudestep::codec {
namespace {

using model::Dialect;

// Members of a 1.0 task record that no task of 2.0 has.
constexpr std::array<std::string_view, 9> kLegacyMembers = {
    "pr_number", "step_index",         "step_description",    "task_index",    "task_description",
    "model",     "main_task_cost_usd", "pr_summary_cost_usd", "total_cost_usd"};

bool is_legacy_item(const Value& item) {
  return std::any_of(kLegacyMembers.begin(), kLegacyMembers.end(),
                     [&item](std::string_view name) { return item.find(name) != nullptr; });
}

Status read_as(Dialect dialect, RecordReader& document, model::Project& project) {
  switch (dialect) {
    case Dialect::kSpecAndExecutions:
      return read_spec_and_executions(document, project);
    case Dialect::kPullRequestCentred:
      return read_pull_request_centred(document, project);
    case Dialect::kSteps:
      return read_version_one(document, "steps", project);
    case Dialect::kLegacyTasks:
      return read_version_one(document, "tasks", project);
    case Dialect::kHybrid:
      break;
  }
  return read_hybrid(document, project);
}

}  // namespace

Dialect tell_dialect(const Value& root) {
  const Value* tasks = root.find("tasks");
  if (tasks == nullptr) {
    if (root.find("spec") != nullptr && root.find("executions") != nullptr) {
      return Dialect::kSpecAndExecutions;
    }
    if (root.find("total_tasks") != nullptr) return Dialect::kPullRequestCentred;
    if (root.find("steps") != nullptr) return Dialect::kSteps;
    return Dialect::kHybrid;
  }
  const bool legacy = root.find("pull_requests") == nullptr &&
                      std::any_of(tasks->items.begin(), tasks->items.end(), is_legacy_item);
  return legacy ? Dialect::kLegacyTasks : Dialect::kHybrid;
}

Result<model::Project> project_from_value(const Value& root, std::string_view file,
                                          ErrorCode code) {
  const Source source{.file = file, .code = code};
  const Path path;
  CS_ASSIGN(RecordReader document, RecordReader::open({root, path, source}));
  model::Project project;
  project.dialect = tell_dialect(root);
  CS_TRY(read_as(project.dialect, document, project));
  return project;
}

Result<model::Project> read_project(std::string_view bytes, std::string_view file) {
  JsonOptions options;
  options.file = file;
  CS_ASSIGN(const Document document, read_json(std::string(bytes), options));
  return project_from_value(document.root(), file);
}

std::optional<std::string> newer_schema_in(std::string bytes) {
  const auto document = read_json(std::move(bytes), {});
  const Value* schema = document ? document->root().find("schema_version") : nullptr;
  if (schema == nullptr || !schema->is_string() || !model::is_newer_schema(schema->text)) {
    return std::nullopt;
  }
  return schema->text;
}

Result<std::vector<model::AiOperation>> read_ai_operations(std::string bytes,
                                                           std::string_view file) {
  JsonOptions options;
  options.file = file;
  options.code = ErrorCode::kInvalidInput;
  CS_ASSIGN(const Document document, read_json(std::move(bytes), options));
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  const Path path;
  const Found root{document.root(), path, source};
  std::vector<model::AiOperation> operations;
  if (root.value.is_object()) {
    CS_ASSIGN(model::AiOperation operation, read_new_ai_operation(root));
    operations.push_back(std::move(operation));
  } else if (root.value.is_array()) {
    CS_TRY(read_items(root, operations, read_new_ai_operation));
  } else {
    return refuse(root, "an operation or an array of them");
  }
  return operations;
}

}  // namespace claudestep::codec
