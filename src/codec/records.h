// Owns: which members the records of schema 2.0 have, and reading each record.
// Leaves to others: how the records of a dialect lie in its document (dialects.h,
// project_reader.cc).
#pragma once

#include <string_view>

#include "base/result.h"
#include "codec/record_reader.h"
#include "model/project.h"

namespace claudestep::codec {

// Whether schema 2.0 gives `name` a meaning in that record, so that no unknown member may bear it.
[[nodiscard]] bool is_project_member(std::string_view name);
[[nodiscard]] bool is_task_member(std::string_view name);
[[nodiscard]] bool is_pull_request_member(std::string_view name);

// Reads one record with its extra members.
[[nodiscard]] Result<model::Task> read_task(const Found& found);
[[nodiscard]] Result<model::PullRequest> read_pull_request(const Found& found);
[[nodiscard]] Result<model::AiOperation> read_ai_operation(const Found& found);
// The same for one that a caller wants to record: negative numbers are refused as well.
[[nodiscard]] Result<model::AiOperation> read_new_ai_operation(const Found& found);
[[nodiscard]] Result<model::Source> read_source(const Found& found);

// Takes the members of a pull request that do not say whose it is (task_index, task_id), whatever
// record they lie in. The operations are `ai_operations`. Leaves the extra members.
[[nodiscard]] Status take_pull_request(RecordReader& record, model::PullRequest& pr);

// Takes `name` as a run id: a number or a text.
[[nodiscard]] Status take_run_id(RecordReader& record, std::string_view name,
                                 model::AiOperation& operation);

// Takes schema_version (any that is not newer becomes ours), project, created_at and last_updated.
[[nodiscard]] Status take_header(RecordReader& record, model::Project& project);
// Takes former_names and plan.
[[nodiscard]] Status take_project_details(RecordReader& record, model::Project& project);

}  // namespace claudestep::codec
