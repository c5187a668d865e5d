// Owns: telling the records of a project file apart without reading them, where the file is laid
// out as write_project() lays it out; and a file made of such records.
// Leaves to others: what the records say beyond who they are (project_codec.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"

namespace claudestep::codec {

// A record's bytes, from "{" to "}", and what tells it from others. `is_plain`: it is valid, and
// reading and writing it would give the same bytes (its `status` and `task_index` follow from other
// records and are not looked into).
struct PlainTask {
  std::string_view bytes;
  std::int64_t index = 0;
  std::string_view id;
  model::TaskStatus status = model::TaskStatus::kPending;  // this and the next: of a plain one
  bool checked = false;
  bool is_plain = false;
};

struct PlainPullRequest {
  std::string_view bytes;
  std::int64_t task_index = 0;
  std::string_view task_id;
  std::int64_t number = 0;
  std::string_view created_at;                   // a time such as 2026-01-27T10:00:00Z
  model::PrState state = model::PrState::kOpen;  // this and the next: of a plain one
  std::vector<std::string_view> operation_ids;
  bool is_plain = false;
};

struct PlainProject {
  std::string_view head;  // the members before "tasks"; none of them is unknown
  std::vector<PlainTask> tasks;
  std::vector<PlainPullRequest> pull_requests;
};

// The records of a file; nothing when it is laid out in another way, has members that no project
// has, or a record does not say who it is. A record that is not plain may be anything that is told
// apart by its brackets: the file is valid when these, in a file of their own, are. The records of
// `like`, another version of the file, are taken over where this one has the same: their `bytes`
// are then those of `like`. Valid as long as the bytes of both.
[[nodiscard]] std::optional<PlainProject> find_records(std::string_view bytes,
                                                       const PlainProject* like = nullptr);

// The file with these records.
[[nodiscard]] std::string join_records(std::string_view head,
                                       std::span<const std::string_view> tasks,
                                       std::span<const std::string_view> pull_requests);

}  // namespace claudestep::codec
