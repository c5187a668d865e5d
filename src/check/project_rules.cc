#include "check/project_rules.h"

#include <utility>

#include "base/text.h"
#include "check/record_checks.h"
#include "model/derive.h"

namespace claudestep::check {
namespace {

void check_name(const Records& records) {
  const std::string& name = records.stored.name.value;
  if (name == records.subject.name) return;
  records.add(
      "project/name-mismatch", records.outline.root.member("project"),
      "the file is named " + quoted(records.subject.name) + " and says it is " + quoted(name));
}

}  // namespace

void Records::add(std::string_view code, const Spot& spot, std::string message) const {
  findings.push_back(diagnose_at(code, subject, *spot.value, std::move(message), spot.path));
}

std::string task_label(const model::Task& task) {
  return "task " + std::to_string(task.index.value);
}

std::optional<Diagnostic> check_version(const Value& root, const Subject& subject) {
  const Value* version = root.find("schema_version");
  if (version == nullptr || !version->is_string()) return std::nullopt;
  if (!model::is_newer_schema(version->text)) return std::nullopt;
  return diagnose_at("project/newer-schema", subject, *version,
                     "the schema is " + quoted(version->text, 40) + ", and this claudestep knows " +
                         std::string(model::kSchemaVersion),
                     "schema_version");
}

std::vector<Diagnostic> check_project(const Outline& outline, const model::Project& stored,
                                      const Subject& subject) {
  model::Project settled = stored;
  model::settle(settled);
  std::vector<Diagnostic> findings;
  const Records records{outline, stored, settled, subject, findings};
  check_name(records);
  check_tasks(records);
  check_dependencies(records);
  check_pull_requests(records);
  check_operations(records);
  return findings;
}

}  // namespace claudestep::check
