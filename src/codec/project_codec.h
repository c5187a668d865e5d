// Owns: project documents of every dialect into model::Project, and a Project into canonical bytes.
// Leaves to others: ids and statuses (model::settle), whether a finding is worth a word (check/).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "model/project.h"

namespace claudestep::codec {

// The dialect a document is told to be by its members. Requires: an object.
[[nodiscard]] model::Dialect tell_dialect(const Value& root);

// The project in 2.0 form, as stored: ids and statuses not derived (`settle` does that). Tolerant
// where a fact is merely missing, strict where one is wrong: a wrong type, an unknown state, an
// unreadable time, a negative or zero number where one must be positive is kCorrupt with its place
// (file:line:column) and its path ("pull_requests[3].created_at is \"soon\"; expected a time such
// as 2026-01-27T10:00:00Z").
[[nodiscard]] Result<model::Project> read_project(std::string_view bytes, std::string_view file);
[[nodiscard]] Result<model::Project> project_from_value(const Value& root, std::string_view file,
                                                        ErrorCode code = ErrorCode::kCorrupt);

// The schema_version of a document that a newer claudestep wrote, also where that has a form which
// cannot be read here; nothing for any other bytes.
[[nodiscard]] std::optional<std::string> newer_schema_in(std::string bytes);

// Canonical bytes: UTF-8, two spaces, the members of each record in the order of docs/model.md,
// then its unknown members in the order they had, kept tokens letter for letter, a final newline.
// write(read(write(p))) == write(p).
[[nodiscard]] std::string write_project(const model::Project& project);

// One AiOperation object, or an array of them, as `--ops` gives it. Errors are kInvalidInput with
// their place.
[[nodiscard]] Result<std::vector<model::AiOperation>> read_ai_operations(std::string bytes,
                                                                         std::string_view file);

}  // namespace claudestep::codec
