#include "check/members.h"

namespace claudestep::check {
namespace {

using enum MemberKind;
using enum Presence;

using Members = std::vector<MemberShape>;

// `first`, then `second`.
Members joined(Members first, const Members& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

const RecordShape& operation_shape() {
  static const RecordShape shape{RecordKind::kOperation,
                                 {{"type"},
                                  {"model"},
                                  {"cost_usd", kCost},
                                  {"created_at", kTime},
                                  {"workflow_run_id", kRunId},
                                  {"operation_id"},
                                  {"tokens_input", kTokens},
                                  {"tokens_output", kTokens},
                                  {"duration_seconds", kSeconds},
                                  {"tokens_cache_read", kTokens},
                                  {"tokens_cache_write", kTokens}}};
  return shape;
}

// A pull request whatever record it lies in. `written`: whether 2.0 says what a file must hold.
Members pull_request_members(Presence written) {
  return {{"pr_number", kPositive, kRequired},
          {"branch_name"},
          {"reviewer"},
          {"pr_state", kPrState, written},
          {"created_at", kTime},
          {"title"},
          {"merged_at", kTime},
          {"merge_commit"},
          {"closed_at", kTime},
          {"ai_operations", kRecords, written, &operation_shape()}};
}

const RecordShape& pull_request_shape() {
  static const RecordShape shape{
      RecordKind::kPullRequest,
      joined({{"task_index", kPositive, kRequired}, {"task_id"}}, pull_request_members(kWritten))};
  return shape;
}

// An execution is a pull request where it has a pr_number, else anything.
const RecordShape& execution_shape() {
  static const RecordShape shape{
      RecordKind::kExecution,
      joined({{"task_index", kPositive, kRequired}, {"task_id"}}, pull_request_members(kOptional))};
  return shape;
}

const RecordShape& centred_shape() {
  static const RecordShape shape{
      RecordKind::kPullRequest, joined({{"task_index", kPositive, kRequired}, {"task_description"}},
                                       pull_request_members(kOptional))};
  return shape;
}

const RecordShape& source_shape() {
  static const RecordShape shape{RecordKind::kPlain,
                                 {{"spec"}, {"task"}, {"requirements", kTexts}}};
  return shape;
}

const RecordShape& claim_shape() {
  static const RecordShape shape{RecordKind::kPlain,
                                 {{"by", kText, kRequired},
                                  {"reviewer"},
                                  {"at", kTime, kRequired},
                                  {"expires", kDeadline, kRequired}}};
  return shape;
}

Members task_members(Presence written) {
  return {{"index", kPositive, kRequired},
          {"description", kText, kRequired},
          {"status", kStatus, written},
          {"id"},
          {"depends_on", kTexts},
          {"checked", kFlag},
          {"by_hand", kFlag},
          {"placeholder", kFlag},
          {"removed", kFlag},
          {"source", kRecord, kOptional, &source_shape()},
          {"claim", kRecord, kOptional, &claim_shape()}};
}

const RecordShape& task_shape() {
  static const RecordShape shape{RecordKind::kTask, task_members(kWritten)};
  return shape;
}

const RecordShape& old_task_shape() {
  static const RecordShape shape{RecordKind::kTask, task_members(kOptional)};
  return shape;
}

const RecordShape& plan_shape() {
  static const RecordShape shape{RecordKind::kPlain, {{"path"}, {"kind"}}};
  return shape;
}

const RecordShape& spec_shape() {
  static const RecordShape shape{RecordKind::kPlain,
                                 {{"tasks", kRecords, kRequired, &old_task_shape()}}};
  return shape;
}

const RecordShape& step_shape() {
  static const RecordShape shape{RecordKind::kStep, {}};
  return shape;
}

Members header(Presence written) {
  return {{"schema_version", kVersion, written},
          {"project", kText, kRequired},
          {"created_at", kTime},
          {"last_updated", kTime}};
}

RecordShape version_one(std::string_view list) {
  return {RecordKind::kPlain,
          joined(header(kOptional), {{list, kRecords, kRequired, &step_shape()}})};
}

}  // namespace

const RecordShape& hybrid_shape() {
  static const RecordShape shape{
      RecordKind::kPlain,
      joined(header(kWritten), {{"former_names", kTexts},
                                {"plan", kRecord, kOptional, &plan_shape()},
                                {"tasks", kRecords, kRequired, &task_shape()},
                                {"pull_requests", kRecords, kWritten, &pull_request_shape()}})};
  return shape;
}

const RecordShape& spec_and_executions_shape() {
  static const RecordShape shape{
      RecordKind::kPlain,
      joined(header(kOptional), {{"spec", kRecord, kRequired, &spec_shape()},
                                 {"executions", kRecords, kOptional, &execution_shape()}})};
  return shape;
}

const RecordShape& pull_request_centred_shape() {
  static const RecordShape shape{
      RecordKind::kPlain,
      joined(header(kOptional),
             {{"total_tasks", kCount}, {"pull_requests", kRecords, kOptional, &centred_shape()}})};
  return shape;
}

const RecordShape& steps_shape() {
  static const RecordShape shape = version_one("steps");
  return shape;
}

const RecordShape& legacy_tasks_shape() {
  static const RecordShape shape = version_one("tasks");
  return shape;
}

const RecordShape& step_pull_request_shape() {
  static const RecordShape shape{RecordKind::kPullRequest,
                                 joined(pull_request_members(kOptional),
                                        {{"ai_tasks", kRecords, kOptional, &operation_shape()},
                                         {"workflow_run_id", kRunId},
                                         {"model"},
                                         {"main_task_cost_usd", kCost},
                                         {"pr_summary_cost_usd", kCost},
                                         {"total_cost_usd", kCost}})};
  return shape;
}

}  // namespace claudestep::check
