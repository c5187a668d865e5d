// Owns: which members the records of each dialect have and what each may hold, as data.
// Leaves to others: holding a document to it (shape.cc).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace claudestep::check {

enum class MemberKind : std::uint8_t {
  kText,
  kTexts,     // an array of texts
  kVersion,   // "2.0"
  kPositive,  // a whole number from 1
  kCount,     // total_tasks
  kTokens,    // a whole number that should not be negative
  kCost,      // dollars
  kSeconds,   // a duration
  kTime,      // an instant that has come
  kDeadline,  // an instant that may lie ahead
  kFlag,      // true or false
  kStatus,    // of a task
  kPrState,   // of a pull request
  kRunId,     // a number or a text
  kRecord,    // an object
  kRecords,   // an array of objects
};

enum class Presence : std::uint8_t {
  kOptional,  // may be absent or null
  kWritten,   // should be there; a file without it can be read, and the next write adds it
  kRequired,  // without it the file cannot be read
};

// What a record is, for the outline.
enum class RecordKind : std::uint8_t { kPlain, kTask, kPullRequest, kOperation, kStep, kExecution };

struct RecordShape;

struct MemberShape {
  std::string_view name;
  MemberKind kind = MemberKind::kText;
  Presence presence = Presence::kOptional;
  const RecordShape* record = nullptr;  // of kRecord and kRecords
};

struct RecordShape {
  RecordKind kind = RecordKind::kPlain;
  std::vector<MemberShape> members;
};

// The root of a document of each dialect. Valid for ever.
[[nodiscard]] const RecordShape& hybrid_shape();
[[nodiscard]] const RecordShape& spec_and_executions_shape();
[[nodiscard]] const RecordShape& pull_request_centred_shape();
[[nodiscard]] const RecordShape& steps_shape();
[[nodiscard]] const RecordShape& legacy_tasks_shape();

// What a step is besides its index and description when it has a pull request.
[[nodiscard]] const RecordShape& step_pull_request_shape();

}  // namespace claudestep::check
