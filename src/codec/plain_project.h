// Owns: telling the records of a project file apart without reading them, where the file is laid
// out as write_project() lays it out; and a file made of such records.
// Leaves to others: what the records say beyond who they are (project_codec.h).
#pragma once

#include <cstddef>
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
// records and are not looked into). `same_as`: its place in the list that it was taken over from.
struct PlainTask {
  std::string_view bytes;
  std::int64_t index = 0;
  std::string_view id;
  model::TaskStatus status = model::TaskStatus::kPending;  // this and the next: of a plain one
  bool checked = false;
  bool is_plain = false;
  std::optional<std::size_t> same_as;
};

struct PlainPullRequest {
  std::string_view bytes;
  std::int64_t task_index = 0;
  std::string_view task_id;
  std::int64_t number = 0;
  std::string_view created_at;                   // a time such as 2026-01-27T10:00:00Z
  model::PrState state = model::PrState::kOpen;  // this and the next: of a plain one
  // Of a plain one that was not taken over: where the ids of its operations are among all.
  std::size_t first_operation = 0;
  std::size_t last_operation = 0;  // the one behind
  bool is_plain = false;
  std::optional<std::size_t> same_as;
};

struct PlainProject {
  std::string_view head;  // the members before "tasks"; none of them is unknown
  std::vector<PlainTask> tasks;
  std::vector<PlainPullRequest> pull_requests;
  std::vector<std::string_view> operation_ids;
};

// The records of a file; nothing when it is laid out in another way, has members that no project
// has, or a record does not say who it is. A record that is not plain may be anything that is told
// apart by its brackets: the file is valid when these, in a file of their own, are. The records of
// `like`, another version of the file, are taken over where this one has the same: their `bytes`
// are then those of `like`. Valid as long as the bytes of both.
[[nodiscard]] std::optional<PlainProject> find_records(std::string_view bytes,
                                                       const PlainProject* like = nullptr);

// The project that read_project() reads from a file with this head and these tasks of
// find_records(); nothing where one of them says more than nearly all do.
[[nodiscard]] std::optional<model::Project> read_simple(std::string_view head,
                                                        std::span<const std::string_view> tasks);

// The file with these records.
[[nodiscard]] std::string join_records(std::string_view head,
                                       std::span<const std::string_view> tasks,
                                       std::span<const std::string_view> pull_requests);

}  // namespace claudestep::codec
