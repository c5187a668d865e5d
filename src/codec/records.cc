#include "codec/records.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace claudestep::codec {
namespace {

using model::Opt;

constexpr std::array<std::string_view, 8> kProjectMembers = {
    "schema_version", "project", "created_at", "last_updated",
    "former_names",   "plan",    "tasks",      "pull_requests"};
constexpr std::array<std::string_view, 11> kTaskMembers = {
    "index",   "description", "status",  "id",     "depends_on", "checked",
    "by_hand", "placeholder", "removed", "source", "claim"};
constexpr std::array<std::string_view, 12> kPullRequestMembers = {
    "task_index", "task_id", "pr_number", "branch_name",  "reviewer",  "pr_state",
    "created_at", "title",   "merged_at", "merge_commit", "closed_at", "ai_operations"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Result<model::PlanRef> read_plan(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::PlanRef plan;
  CS_TRY(record.optional("path", plan.path, read_text));
  CS_TRY(record.optional("kind", plan.kind, read_text));
  plan.extra = record.rest();
  return plan;
}

Result<model::Claim> read_claim(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::Claim claim;
  CS_ASSIGN(claim.by, record.required("by", read_text));
  CS_TRY(record.optional("reviewer", claim.reviewer, read_text));
  CS_ASSIGN(claim.at, record.required("at", read_time));
  CS_ASSIGN(claim.expires, record.required("expires", read_time));
  claim.extra = record.rest();
  return claim;
}

// A word out of a closed list. Absent and null leave `out` as it is.
template <typename T, typename Parse>
Status take_word(RecordReader& record, std::string_view name, T& out, Parse&& parse,
                 std::string_view expected) {
  const Value* member = record.take_value(name);
  if (member == nullptr) return {};
  const std::optional<T> word = member->is_string() ? parse(member->text) : std::nullopt;
  if (!word) return refuse({*member, record.path().member(name), record.source()}, expected);
  out = *word;
  return {};
}

bool is_version(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

Status take_version(RecordReader& record, model::Project& project) {
  Opt<model::Text> version;
  CS_TRY(record.optional("schema_version", version, [](const Found& found) -> Result<model::Text> {
    CS_ASSIGN(model::Text text, read_text(found));
    if (!is_version(text.value)) return refuse(found, "a version such as \"2.0\"");
    return text;
  }));
  if (version && model::is_newer_schema(version->value)) project.schema_version = *version;
  return {};
}

}  // namespace

bool is_project_member(std::string_view name) {
  return contains(kProjectMembers, name);
}
bool is_task_member(std::string_view name) {
  return contains(kTaskMembers, name);
}
bool is_pull_request_member(std::string_view name) {
  return contains(kPullRequestMembers, name);
}

Result<model::Source> read_source(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::Source source;
  CS_TRY(record.optional("spec", source.spec, read_text));
  CS_TRY(record.optional("task", source.task, read_text));
  CS_TRY(record.optional("requirements", source.requirements, read_texts));
  source.extra = record.rest();
  return source;
}

Result<model::Task> read_task(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::Task task;
  CS_ASSIGN(task.index, record.required("index", read_positive));
  CS_ASSIGN(task.description, record.required("description", read_text));
  CS_TRY(take_word(record, "status", task.status, model::parse_task_status,
                   "one of pending, in_progress, completed"));
  CS_TRY(record.optional("id", task.id, read_text));
  CS_TRY(record.optional("depends_on", task.depends_on, read_texts));
  CS_TRY(record.optional("checked", task.checked, read_bool));
  CS_TRY(record.optional("by_hand", task.by_hand, read_bool));
  CS_TRY(record.optional("placeholder", task.placeholder, read_bool));
  CS_TRY(record.optional("removed", task.removed, read_bool));
  CS_TRY(record.optional("source", task.source, read_source));
  CS_TRY(record.optional("claim", task.claim, read_claim));
  task.extra = record.rest();
  return task;
}

Status take_run_id(RecordReader& record, std::string_view name, model::AiOperation& operation) {
  return record.optional(name, operation.workflow_run_id,
                         [&operation](const Found& found) -> Result<model::Text> {
                           operation.run_id_is_number = found.value.is_number();
                           if (found.value.is_string()) return read_text(found);
                           if (!found.value.is_number())
                             return refuse(found, "a number or a string");
                           const auto number = read_integer(found);
                           // A number beyond 64 bits has no plainer spelling than its own.
                           if (!number) return model::Text(found.value.text);
                           return model::Text(std::to_string(number->value), number->token);
                         });
}

Result<model::AiOperation> read_ai_operation(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::AiOperation operation;
  CS_TRY(record.optional("type", operation.type, read_text));
  CS_TRY(record.optional("model", operation.model, read_text));
  CS_TRY(record.optional("cost_usd", operation.cost_usd, read_cost));
  CS_TRY(record.optional("created_at", operation.created_at, read_time));
  CS_TRY(take_run_id(record, "workflow_run_id", operation));
  CS_TRY(record.optional("operation_id", operation.operation_id, read_text));
  CS_TRY(record.optional("tokens_input", operation.tokens_input, read_integer));
  CS_TRY(record.optional("tokens_output", operation.tokens_output, read_integer));
  CS_TRY(record.optional("duration_seconds", operation.duration_seconds, read_seconds));
  CS_TRY(record.optional("tokens_cache_read", operation.tokens_cache_read, read_integer));
  CS_TRY(record.optional("tokens_cache_write", operation.tokens_cache_write, read_integer));
  operation.extra = record.rest();
  return operation;
}

Result<model::AiOperation> read_new_ai_operation(const Found& found) {
  CS_ASSIGN(model::AiOperation operation, read_ai_operation(found));
  const auto check = [&found](std::string_view name, bool negative) -> Status {
    if (!negative) return {};
    return refuse({*found.value.find(name), found.path.member(name), found.source},
                  "a number of 0 or more");
  };
  const auto below_zero = [](const model::Opt<model::Integer>& number) {
    return number && number->value < 0;
  };
  CS_TRY(check("cost_usd", operation.cost_usd && operation.cost_usd->value < Money{}));
  CS_TRY(check("duration_seconds",
               operation.duration_seconds && operation.duration_seconds->value < Duration{}));
  CS_TRY(check("tokens_input", below_zero(operation.tokens_input)));
  CS_TRY(check("tokens_output", below_zero(operation.tokens_output)));
  CS_TRY(check("tokens_cache_read", below_zero(operation.tokens_cache_read)));
  CS_TRY(check("tokens_cache_write", below_zero(operation.tokens_cache_write)));
  return operation;
}

Status take_pull_request(RecordReader& record, model::PullRequest& pr) {
  CS_ASSIGN(pr.number, record.required("pr_number", read_positive));
  CS_TRY(record.optional("branch_name", pr.branch_name, read_text));
  CS_TRY(record.optional("reviewer", pr.reviewer, read_text));
  CS_TRY(take_word(record, "pr_state", pr.state, model::parse_pr_state,
                   "one of open, merged, closed"));
  CS_TRY(record.optional("created_at", pr.created_at, read_time));
  CS_TRY(record.optional("title", pr.title, read_text));
  CS_TRY(record.optional("merged_at", pr.merged_at, read_time));
  CS_TRY(record.optional("merge_commit", pr.merge_commit, read_text));
  CS_TRY(record.optional("closed_at", pr.closed_at, read_time));
  return record.list("ai_operations", pr.ai_operations, read_ai_operation);
}

Result<model::PullRequest> read_pull_request(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::PullRequest pr;
  CS_ASSIGN(pr.task_index, record.required("task_index", read_positive));
  CS_TRY(record.optional("task_id", pr.task_id, read_text));
  CS_TRY(take_pull_request(record, pr));
  pr.extra = record.rest();
  return pr;
}

Status take_header(RecordReader& record, model::Project& project) {
  CS_TRY(take_version(record, project));
  CS_ASSIGN(project.name, record.required("project", read_text));
  CS_TRY(record.optional("created_at", project.created_at, read_time));
  return record.optional("last_updated", project.last_updated, read_time);
}

Status take_project_details(RecordReader& record, model::Project& project) {
  CS_TRY(record.optional("former_names", project.former_names, read_texts));
  return record.optional("plan", project.plan, read_plan);
}

}  // namespace claudestep::codec
