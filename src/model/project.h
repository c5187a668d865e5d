// Owns: the records of one project document, in the form of schema 2.0.
// Leaves to others: reading and writing (codec/), what follows from them (model/derive.h), change
// (model/operation.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/kept.h"

namespace claudestep::model {

inline constexpr std::string_view kSchemaVersion = "2.0";

enum class TaskStatus : std::uint8_t { kPending, kInProgress, kCompleted };
enum class PrState : std::uint8_t { kOpen, kClosed, kMerged };

// The words of the document ("in_progress", "merged") and back; nothing for any other word.
[[nodiscard]] std::string_view to_string(TaskStatus status);
[[nodiscard]] std::string_view to_string(PrState state);
[[nodiscard]] std::optional<TaskStatus> parse_task_status(std::string_view word);
[[nodiscard]] std::optional<PrState> parse_pr_state(std::string_view word);

// What a file was before it became this record.
enum class Dialect : std::uint8_t {
  kHybrid,              // 2.0: tasks and pull requests
  kSpecAndExecutions,   // `spec` and `executions`
  kPullRequestCentred,  // `total_tasks`
  kSteps,               // 1.0: `steps`
  kLegacyTasks,         // 1.0: `tasks` that are pull requests as well, flat costs
};
[[nodiscard]] std::string_view describe(Dialect dialect);  // "1.0 steps", for messages

// One run of an AI on a pull request. Costs are known nowhere else.
struct AiOperation {
  Opt<Text> type;  // PRCreation, PRRefinement, PRSummary or any other text
  Opt<Text> model;
  Opt<Cost> cost_usd;
  Opt<Time> created_at;
  Opt<Text> workflow_run_id;  // value: the digits of a number, or a text; see `run_id_is_number`
  bool run_id_is_number = true;
  Opt<Text> operation_id;
  Opt<Integer> tokens_input;
  Opt<Integer> tokens_output;
  Opt<Seconds> duration_seconds;
  Opt<Integer> tokens_cache_read;
  Opt<Integer> tokens_cache_write;
  Extra extra;

  bool operator==(const AiOperation&) const = default;
};

// What a run is known by: its id as a text, number or not, without white space around it; empty
// when there is none. Valid as long as the operation's own text.
[[nodiscard]] std::string_view run_of(const AiOperation& operation);

// Type, run and instant, by which an operation without an operation_id is known among those of its
// pull request. Nothing tells it from others when it has no such key.
[[nodiscard]] bool has_run_key(const AiOperation& operation);
[[nodiscard]] std::string run_key_of(const AiOperation& operation);

// Whether two records of one pull request are of one operation: by their ids where both have one,
// else by run.
[[nodiscard]] bool is_same_operation(const AiOperation& a, const AiOperation& b);

struct PullRequest {
  Integer task_index;
  Opt<Text> task_id;
  Integer number;
  Opt<Text> branch_name;
  Opt<Text> reviewer;
  PrState state = PrState::kOpen;
  Opt<Time> created_at;
  Opt<Text> title;
  Opt<Time> merged_at;
  Opt<Text> merge_commit;
  Opt<Time> closed_at;
  std::vector<AiOperation> ai_operations;
  Extra extra;

  bool operator==(const PullRequest&) const = default;
};

// The item of a feature spec that a task came from.
struct Source {
  Opt<Text> spec;
  Opt<Text> task;
  Opt<std::vector<Text>> requirements;
  Extra extra;

  bool operator==(const Source&) const = default;
};

// "Taken, no pull request yet."
struct Claim {
  Text by;
  Opt<Text> reviewer;
  Time at;
  Time expires;
  Extra extra;

  bool operator==(const Claim&) const = default;
};

struct Task {
  Integer index;
  Text description;
  TaskStatus status = TaskStatus::kPending;  // as stored until settle() derives it
  Opt<Text> id;                              // as stored until settle() gives one
  Opt<std::vector<Text>> depends_on;
  Opt<bool> checked;
  Opt<bool> by_hand;  // `checked` is not what the plan said when it was last imported
  Opt<bool> placeholder;
  Opt<bool> removed;
  Opt<Source> source;
  Opt<Claim> claim;
  Extra extra;

  [[nodiscard]] bool is_checked() const { return checked && *checked; }
  [[nodiscard]] bool is_by_hand() const { return by_hand && *by_hand; }
  // What the plan's box said when it was last imported. Where there is no plan yet, the tick.
  [[nodiscard]] bool is_ticked_in_plan() const { return is_checked() != is_by_hand(); }
  [[nodiscard]] bool is_placeholder() const { return placeholder && *placeholder; }
  [[nodiscard]] bool is_removed() const { return removed && *removed; }

  bool operator==(const Task&) const = default;
};

struct PlanRef {
  Opt<Text> path;
  Opt<Text> kind;
  Extra extra;

  bool operator==(const PlanRef&) const = default;
};

struct Project {
  Text schema_version = Text(std::string(kSchemaVersion));
  Text name;
  Opt<Time> created_at;
  Opt<Time> last_updated;
  Opt<std::vector<Text>> former_names;
  Opt<PlanRef> plan;
  std::vector<Task> tasks;
  std::vector<PullRequest> pull_requests;
  Extra extra;
  // How the file was, which is no part of the document nor of equality:
  Dialect dialect = Dialect::kHybrid;  // where it came from
  bool lacks_ids = false;              // settle() had to give ids that the file has not got

  bool operator==(const Project& other) const;
};

// True when the documents differ in nothing but `last_updated`.
[[nodiscard]] bool equal_but_for_last_updated(const Project& a, const Project& b);

// True when `schema_version` is above kSchemaVersion, compared number by number.
[[nodiscard]] bool is_newer_schema(std::string_view schema_version);
// kSchemaUnusable for a document of such a version: "cannot merge 'p': it was written by a newer
// claudestep (schema 3.0)". `cannot` is quoted already; `what` is the document as the caller names
// it.
[[nodiscard]] Error newer_schema(std::string_view cannot, std::string_view schema_version,
                                 std::string_view what = "it");

// The record with that number, index or id, or null. Valid until the vector changes.
[[nodiscard]] const PullRequest* find_pr(const Project& project, std::int64_t number);
[[nodiscard]] PullRequest* find_pr(Project& project, std::int64_t number);
[[nodiscard]] const Task* find_task(const Project& project, std::int64_t index);
[[nodiscard]] const Task* find_task_by_id(const Project& project, std::string_view id);

}  // namespace claudestep::model
