// Owns: what is asked of many projects at once, as flat records of fixed size: numbers as integers,
// names interned, hardly any text. One table holds the records of many projects.
// Leaves to others: making them from bytes (codec/fact_reader.h), keeping them (store/), asking
// (query/).
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "model/derive.h"
#include "model/project.h"

namespace claudestep::model {

// A whole number as a code: itself where it fits, else its place among the wide numbers of the
// table. Instants are nanoseconds, money nano-dollars, durations microseconds.
using Packed = std::int64_t;
inline constexpr Packed kNoNumber = std::numeric_limits<Packed>::min();
// Codes from the first up to this are places among the wide numbers.
inline constexpr Packed kFirstWide = kNoNumber + 1;
inline constexpr Packed kFirstPlain = kNoNumber + (Packed{1} << 32U);

// A piece of the table's texts.
struct TextPiece {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

// Neighbouring records of another column.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

inline constexpr std::uint32_t kNobody = 0;  // the name ""
inline constexpr std::uint32_t kNoTask = std::numeric_limits<std::uint32_t>::max();

struct ProjectFacts {
  TextPiece schema_version;
  TextPiece unreadable;           // why it could not be read; empty for one that could
  Packed created_at = kNoNumber;  // as created_at_of, ...
  Packed last_updated = kNoNumber;
  Packed completed_at = kNoNumber;
  Packed cost = 0;
  Packed tokens_input = 0;
  Packed tokens_output = 0;
  Packed duration = 0;
  std::uint32_t planned = 0;  // tasks that are not removed, of which ...
  std::uint32_t completed = 0;
  std::uint32_t in_progress = 0;
  std::uint32_t open = 0;
  std::uint32_t merged = 0;
  std::uint32_t closed = 0;
  Range tasks;  // removed ones too
  Range pull_requests;
  Range operations;
  Range claims;
  Range waiting;    // its open pull requests
  Range reviewers;  // one record each
};

struct TaskFacts {
  std::int64_t index = 0;
  TaskStatus status = TaskStatus::kPending;  // derived
  std::uint8_t removed = 0;
  std::uint8_t checked = 0;
  std::uint8_t placeholder = 0;
  std::uint32_t attempts = 0;  // its pull requests, closed ones too
};

struct PullRequestFacts {
  std::int64_t number = 0;
  std::int64_t task_index = 0;  // of the task it belongs to, else as recorded
  Packed created_at = kNoNumber;
  Packed merged_at = kNoNumber;
  Packed closed_at = kNoNumber;
  std::uint32_t reviewer = kNobody;
  std::uint32_t task = kNoTask;  // its place among the tasks of the project
  Range operations;
  PrState state = PrState::kOpen;
  std::uint8_t unused[7] = {};
};

struct OperationFacts {
  Packed cost = 0;
  Packed created_at = kNoNumber;
  Packed duration = 0;
  std::int64_t tokens_input = 0;
  std::int64_t tokens_output = 0;
  std::int64_t tokens_cache_read = 0;
  std::int64_t tokens_cache_write = 0;
  std::uint32_t type = kNobody;
  std::uint32_t model = kNobody;
};

// The claim of a task that is pending and not removed, whether it has expired or not.
struct ClaimFacts {
  Packed at = kNoNumber;
  Packed expires = kNoNumber;
  std::uint32_t task = 0;  // its place among the tasks of the project
  std::uint32_t by = kNobody;
  std::uint32_t reviewer = kNobody;
  std::uint32_t unused = 0;
  TextPiece description;  // of the task
};

// An open pull request.
struct WaitingFacts {
  Packed created_at = kNoNumber;
  std::int64_t number = 0;
  std::int64_t task_index = 0;
  std::uint32_t reviewer = kNobody;
  std::uint32_t task = kNoTask;
  TextPiece title;        // its own; empty where it has none
  TextPiece description;  // of its task; empty where it has none
};

// What the pull requests of one project that have the same reviewer come to.
struct ReviewerFacts {
  Packed cost = 0;
  std::uint32_t reviewer = kNobody;
  std::uint32_t open = 0;
  std::uint32_t merged = 0;
  std::uint32_t closed = 0;
};

// The columns of a table, wherever they lie. Valid as long as what they lie in.
struct FactsView {
  std::span<const ProjectFacts> projects;
  std::span<const TaskFacts> tasks;
  std::span<const PullRequestFacts> pull_requests;
  std::span<const OperationFacts> operations;
  std::span<const ClaimFacts> claims;
  std::span<const WaitingFacts> waiting;
  std::span<const ReviewerFacts> reviewers;
  std::span<const TextPiece> names;
  std::span<const Int128> wide;
  std::span<const char> texts;

  [[nodiscard]] std::string_view text(TextPiece piece) const {
    return {texts.data() + piece.offset, piece.size};
  }
  [[nodiscard]] std::string_view name(std::uint32_t id) const { return text(names[id]); }
  [[nodiscard]] Int128 number(Packed packed) const {
    if (packed >= kFirstPlain) return packed;
    return packed == kNoNumber ? 0 : wide[static_cast<std::size_t>(packed - kFirstWide)];
  }
  [[nodiscard]] Money money(Packed packed) const { return Money{number(packed)}; }
  [[nodiscard]] std::optional<Instant> instant(Packed packed) const;
  template <typename T>
  [[nodiscard]] static std::span<const T> in(std::span<const T> column, Range range) {
    return column.subspan(range.first, range.count);
  }
};

// What happened at `now`: counts as totals_of gives them for the project itself.
[[nodiscard]] Totals totals_of(const FactsView& facts, const ProjectFacts& project, Instant now);

// A table that grows by whole projects.
class FactsTable {
 public:
  FactsTable();

  // Adds what follows from a project. Requires: a settled one.
  void add(const Project& project);
  // Adds one that cannot be read.
  void add_unreadable(std::string_view why);

  // The table so far. Valid until the next change.
  [[nodiscard]] FactsView view() const;

  // --- For those that fill the columns themselves, a project at a time: begin, push records into
  // the columns, then end_project or take_back.
  void begin_project();
  // Takes back all records since begin_project. Names stay.
  void take_back();
  // Counts what was pushed. `project` has its times and its schema version; titles of open pull
  // requests and claims are pushed by the caller.
  void end_project(ProjectFacts project);

  [[nodiscard]] Packed pack(Int128 number);
  [[nodiscard]] Packed pack(Instant instant);
  [[nodiscard]] std::uint32_t intern(std::string_view name);
  [[nodiscard]] TextPiece keep(std::string_view text);

  std::vector<ProjectFacts> projects;
  std::vector<TaskFacts> tasks;
  std::vector<PullRequestFacts> pull_requests;
  std::vector<OperationFacts> operations;
  std::vector<ClaimFacts> claims;
  std::vector<WaitingFacts> waiting;
  std::vector<ReviewerFacts> reviewers;
  std::vector<TextPiece> names;
  std::vector<Int128> wide;
  std::vector<char> texts;

  // Where the records of the project begun lie.
  struct Sizes {
    std::size_t tasks = 0;
    std::size_t pull_requests = 0;
    std::size_t operations = 0;
    std::size_t claims = 0;
    std::size_t waiting = 0;
    std::size_t reviewers = 0;
  };
  [[nodiscard]] const Sizes& begun() const { return begun_; }

 private:
  struct Remembered {
    std::string_view name;
    std::uint32_t id = kNobody;
  };
  static constexpr std::size_t kRemembered = 64;

  [[nodiscard]] ReviewerFacts& reviewer_record(std::uint32_t reviewer);
  void count_operations(ProjectFacts& project);
  void count_pull_requests(ProjectFacts& project);

  Sizes begun_;
  std::deque<std::string> own_names_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;  // views into own_names_
  std::vector<Remembered> remembered_;                       // names met lately, by a cheap hash
  std::unordered_map<std::uint32_t, std::size_t> reviewer_places_;  // of the project begun
};

}  // namespace claudestep::model
