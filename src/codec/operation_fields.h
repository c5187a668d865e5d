// Owns: the members of every operation's JSON, told once for reading and writing.
// `each_field(operation, fields)` calls, in writing order, a method of `fields` for each member but
// "op" and "project". The methods say what a member is:
//   text, number (1 and more), task (an index or an id), and the types that speak for themselves.
// An optional member may be left out, and so may a list, a flag and a default_number, which have a
// default; a set_flag is written where it is set.
#pragma once

#include "model/operation.h"

namespace claudestep::codec {

template <typename Fields>
void each_field(model::CreateProject& /*op*/, Fields& /*fields*/) {}

template <typename Fields>
void each_field(model::SetPlan& op, Fields& fields) {
  fields.text("path", op.path);
  fields.text("kind", op.kind);
  fields.planned_tasks("tasks", op.tasks);
}

template <typename Fields>
void each_field(model::PlannedTask& op, Fields& fields) {
  fields.optional_text("id", op.id);
  fields.text("description", op.description);
  fields.texts("depends_on", op.depends_on);
  fields.optional_flag("checked", op.checked);
  fields.optional_source("source", op.source);
}

template <typename Fields>
void each_field(model::AddTask& op, Fields& fields) {
  fields.text("description", op.description);
  fields.optional_number("index", op.index);
  fields.tasks("depends_on", op.depends_on);
}

template <typename Fields>
void each_field(model::EditTask& op, Fields& fields) {
  fields.task("task", op.task);
  fields.text("description", op.description);
}

template <typename Fields>
void each_field(model::CheckTask& op, Fields& fields) {
  fields.task("task", op.task);
  fields.flag("checked", op.checked);
}

template <typename Fields>
void each_field(model::ClaimTask& op, Fields& fields) {
  fields.task("task", op.task);
  fields.text("by", op.by);
  fields.optional_text("reviewer", op.reviewer);
  fields.default_number("ttl_seconds", op.ttl_seconds);
}

template <typename Fields>
void each_field(model::ReleaseTask& op, Fields& fields) {
  fields.task("task", op.task);
}

template <typename Fields>
void each_field(model::OpenPr& op, Fields& fields) {
  fields.task("task", op.task);
  fields.number("pr", op.pr);
  fields.text("branch", op.branch);
  fields.optional_text("reviewer", op.reviewer);
  fields.optional_text("title", op.title);
  fields.optional_time("created_at", op.created_at);
}

template <typename Fields>
void each_field(model::SetPrState& op, Fields& fields) {
  fields.number("pr", op.pr);
  fields.state("state", op.state);
  fields.optional_time("at", op.at);
  fields.optional_text("merge_commit", op.merge_commit);
  fields.set_flag("doubted", op.doubted);
}

template <typename Fields>
void each_field(model::AssignPr& op, Fields& fields) {
  fields.number("pr", op.pr);
  fields.text("reviewer", op.reviewer);
}

template <typename Fields>
void each_field(model::RetitlePr& op, Fields& fields) {
  fields.number("pr", op.pr);
  fields.text("title", op.title);
}

template <typename Fields>
void each_field(model::MovePr& op, Fields& fields) {
  fields.number("pr", op.pr);
  fields.task("task", op.task);
}

template <typename Fields>
void each_field(model::AddAiOperations& op, Fields& fields) {
  fields.number("pr", op.pr);
  fields.ai_operations("operations", op.operations);
}

template <typename Fields>
void each_field(model::RenameProject& op, Fields& fields) {
  fields.text("to", op.to);
}

template <typename Fields>
void each_field(model::ArchiveProject& /*op*/, Fields& /*fields*/) {}

template <typename Fields>
void each_field(model::UnarchiveProject& /*op*/, Fields& /*fields*/) {}

template <typename Fields>
void each_field(model::DeleteProject& /*op*/, Fields& /*fields*/) {}

template <typename Fields>
void each_field(model::MigrateProject& /*op*/, Fields& /*fields*/) {}

template <typename Fields>
void each_field(model::RepairProject& /*op*/, Fields& /*fields*/) {}

// Told, but never read back: see operation_codec.h.
template <typename Fields>
void each_field(model::UndoCommit& op, Fields& fields) {
  fields.text("commit", op.commit);
}

}  // namespace claudestep::codec
