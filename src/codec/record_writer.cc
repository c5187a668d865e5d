#include "codec/record_writer.h"

#include "codec/project_codec.h"

namespace claudestep::codec {
namespace {

using model::Opt;

// A kept token, or the value as we spell it.
template <typename T, typename Plain>
void write_kept(JsonWriter& writer, const model::Kept<T>& kept, Plain&& plain) {
  if (kept.token.empty()) {
    plain(kept.value);
  } else {
    writer.raw(kept.token);
  }
}

void write_integer(JsonWriter& writer, const model::Integer& number) {
  write_kept(writer, number, [&writer](std::int64_t value) { writer.integer(value); });
}

void write_time(JsonWriter& writer, const model::Time& time) {
  write_kept(writer, time, [&writer](const Timestamp& value) { writer.string(value.text()); });
}

template <int Digits>
void write_fixed(JsonWriter& writer, const model::Kept<Fixed<Digits>>& number) {
  write_kept(writer, number, [&writer](Fixed<Digits> value) { writer.raw(to_string(value)); });
}

void write_bool(JsonWriter& writer, bool value) {
  writer.boolean(value);
}

// An absent member is left out, a null one is null.
template <typename T, typename Write>
void write_optional(JsonWriter& writer, std::string_view name, const Opt<T>& value, Write&& write) {
  if (value.is_absent()) return;
  writer.key(name);
  if (value) {
    write(writer, *value);
  } else {
    writer.null();
  }
}

template <typename T, typename Write>
void write_list(JsonWriter& writer, std::string_view name, const std::vector<T>& items,
                Write&& write) {
  writer.key(name).begin_array();
  for (const T& item : items) write(writer, item);
  writer.end_array();
}

void write_extra(JsonWriter& writer, const model::Extra& extra) {
  for (const model::ExtraMember& member : extra) {
    writer.key_token(member.key_token).raw(member.json);
  }
}

void write_plan(JsonWriter& writer, const model::PlanRef& plan) {
  writer.begin_object();
  write_optional(writer, "path", plan.path, write_text);
  write_optional(writer, "kind", plan.kind, write_text);
  write_extra(writer, plan.extra);
  writer.end_object();
}

void write_claim(JsonWriter& writer, const model::Claim& claim) {
  writer.begin_object();
  write_text(writer.key("by"), claim.by);
  write_optional(writer, "reviewer", claim.reviewer, write_text);
  write_time(writer.key("at"), claim.at);
  write_time(writer.key("expires"), claim.expires);
  write_extra(writer, claim.extra);
  writer.end_object();
}

void write_run_id(JsonWriter& writer, const model::AiOperation& operation) {
  const auto write = [&operation](JsonWriter& out, const model::Text& id) {
    if (operation.run_id_is_number) {
      out.raw(id.token.empty() ? id.value : id.token);
    } else {
      write_text(out, id);
    }
  };
  write_optional(writer, "workflow_run_id", operation.workflow_run_id, write);
}

}  // namespace

void write_text(JsonWriter& writer, const model::Text& text) {
  write_kept(writer, text, [&writer](const std::string& value) { writer.string(value); });
}

void write_texts(JsonWriter& writer, const std::vector<model::Text>& texts) {
  writer.begin_array();
  for (const model::Text& text : texts) write_text(writer, text);
  writer.end_array();
}

void write_ai_operation(JsonWriter& writer, const model::AiOperation& operation) {
  writer.begin_object();
  write_optional(writer, "type", operation.type, write_text);
  write_optional(writer, "model", operation.model, write_text);
  write_optional(writer, "cost_usd", operation.cost_usd, write_fixed<9>);
  write_optional(writer, "created_at", operation.created_at, write_time);
  write_run_id(writer, operation);
  write_optional(writer, "operation_id", operation.operation_id, write_text);
  write_optional(writer, "tokens_input", operation.tokens_input, write_integer);
  write_optional(writer, "tokens_output", operation.tokens_output, write_integer);
  write_optional(writer, "duration_seconds", operation.duration_seconds, write_fixed<6>);
  write_optional(writer, "tokens_cache_read", operation.tokens_cache_read, write_integer);
  write_optional(writer, "tokens_cache_write", operation.tokens_cache_write, write_integer);
  write_extra(writer, operation.extra);
  writer.end_object();
}

void write_pull_request(JsonWriter& writer, const model::PullRequest& pr) {
  writer.begin_object();
  write_integer(writer.key("task_index"), pr.task_index);
  write_optional(writer, "task_id", pr.task_id, write_text);
  write_integer(writer.key("pr_number"), pr.number);
  write_optional(writer, "branch_name", pr.branch_name, write_text);
  write_optional(writer, "reviewer", pr.reviewer, write_text);
  writer.key("pr_state").string(model::to_string(pr.state));
  write_optional(writer, "created_at", pr.created_at, write_time);
  write_optional(writer, "title", pr.title, write_text);
  write_optional(writer, "merged_at", pr.merged_at, write_time);
  write_optional(writer, "merge_commit", pr.merge_commit, write_text);
  write_optional(writer, "closed_at", pr.closed_at, write_time);
  write_list(writer, "ai_operations", pr.ai_operations, write_ai_operation);
  write_extra(writer, pr.extra);
  writer.end_object();
}

void write_source(JsonWriter& writer, const model::Source& source) {
  writer.begin_object();
  write_optional(writer, "spec", source.spec, write_text);
  write_optional(writer, "task", source.task, write_text);
  write_optional(writer, "requirements", source.requirements, write_texts);
  write_extra(writer, source.extra);
  writer.end_object();
}

void write_task(JsonWriter& writer, const model::Task& task) {
  writer.begin_object();
  write_integer(writer.key("index"), task.index);
  write_text(writer.key("description"), task.description);
  writer.key("status").string(model::to_string(task.status));
  write_optional(writer, "id", task.id, write_text);
  write_optional(writer, "depends_on", task.depends_on, write_texts);
  write_optional(writer, "checked", task.checked, write_bool);
  write_optional(writer, "by_hand", task.by_hand, write_bool);
  write_optional(writer, "placeholder", task.placeholder, write_bool);
  write_optional(writer, "removed", task.removed, write_bool);
  write_optional(writer, "source", task.source, write_source);
  write_optional(writer, "claim", task.claim, write_claim);
  write_extra(writer, task.extra);
  writer.end_object();
}

void write_project(JsonWriter& writer, const model::Project& project) {
  writer.begin_object();
  write_text(writer.key("schema_version"), project.schema_version);
  write_text(writer.key("project"), project.name);
  write_optional(writer, "created_at", project.created_at, write_time);
  write_optional(writer, "last_updated", project.last_updated, write_time);
  write_optional(writer, "former_names", project.former_names, write_texts);
  write_optional(writer, "plan", project.plan, write_plan);
  write_list(writer, "tasks", project.tasks, write_task);
  write_list(writer, "pull_requests", project.pull_requests, write_pull_request);
  write_extra(writer, project.extra);
  writer.end_object();
}

std::string write_project(const model::Project& project) {
  JsonWriter writer;
  write_project(writer, project);
  return std::move(writer).finish();
}

}  // namespace claudestep::codec
