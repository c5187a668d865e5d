#include "codec/fact_reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "codec/json_index.h"
#include "codec/json_walk.h"
#include "codec/project_codec.h"
#include "model/derive.h"

namespace claudestep::codec {
namespace {

// The strict reader's limit of values and keys; there are no more of them than tokens.
constexpr std::size_t kMostTokens = 4'000'000;
// Tasks are compared each with each, so that longer plans take the long way.
constexpr std::size_t kMostPlainTasks = 512;
constexpr std::int64_t kNanosASecond = 1'000'000'000;
// Instants within these seconds are nanoseconds in 64 bits.
constexpr std::int64_t kMostSeconds = 9'000'000'000;

constexpr std::uint32_t bit(std::size_t place) {
  return std::uint32_t{1} << place;
}

template <std::size_t N>
using Names = std::array<std::string_view, N>;

// The members of each record in the order in which we write them.
namespace of_project {
enum Place : std::uint8_t {
  kSchemaVersion,
  kName,
  kCreatedAt,
  kLastUpdated,
  kFormerNames,
  kPlan,
  kTasks,
  kPullRequests
};
constexpr Names<8> kNames = {"schema_version", "project", "created_at", "last_updated",
                             "former_names",   "plan",    "tasks",      "pull_requests"};
}  // namespace of_project

namespace of_task {
enum Place : std::uint8_t {
  kIndex,
  kDescription,
  kStatus,
  kId,
  kDependsOn,
  kChecked,
  kByHand,
  kPlaceholder,
  kRemoved,
  kSource,
  kClaim
};
constexpr Names<11> kNames = {"index",      "description", "status",  "id",
                              "depends_on", "checked",     "by_hand", "placeholder",
                              "removed",    "source",      "claim"};
}  // namespace of_task

namespace of_claim {
enum Place : std::uint8_t { kBy, kReviewer, kAt, kExpires };
constexpr Names<4> kNames = {"by", "reviewer", "at", "expires"};
}  // namespace of_claim

namespace of_pr {
enum Place : std::uint8_t {
  kTaskIndex,
  kTaskId,
  kNumber,
  kBranchName,
  kReviewer,
  kState,
  kCreatedAt,
  kTitle,
  kMergedAt,
  kMergeCommit,
  kClosedAt,
  kOperations
};
constexpr Names<12> kNames = {"task_index", "task_id",      "pr_number",  "branch_name",
                              "reviewer",   "pr_state",     "created_at", "title",
                              "merged_at",  "merge_commit", "closed_at",  "ai_operations"};
}  // namespace of_pr

namespace of_operation {
enum Place : std::uint8_t {
  kType,
  kModel,
  kCost,
  kCreatedAt,
  kRunId,
  kOperationId,
  kTokensInput,
  kTokensOutput,
  kDuration,
  kCacheRead,
  kCacheWrite
};
constexpr Names<11> kNames = {"type",
                              "model",
                              "cost_usd",
                              "created_at",
                              "workflow_run_id",
                              "operation_id",
                              "tokens_input",
                              "tokens_output",
                              "duration_seconds",
                              "tokens_cache_read",
                              "tokens_cache_write"};
}  // namespace of_operation

constexpr Names<3> kSourceNames = {"spec", "task", "requirements"};
constexpr Names<2> kPlanNames = {"path", "kind"};

// The same as ==, for short texts without a call.
bool is_same(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size < 8 || size > 16) return a == b;
  std::uint64_t firsts[2];
  std::uint64_t lasts[2];
  std::memcpy(&firsts[0], a.data(), 8);
  std::memcpy(&firsts[1], b.data(), 8);
  std::memcpy(&lasts[0], a.data() + size - 8, 8);
  std::memcpy(&lasts[1], b.data() + size - 8, 8);
  return firsts[0] == firsts[1] && lasts[0] == lasts[1];
}

// The place of `key` among `names`, N for none. `expected` is tried first.
template <std::size_t N>
std::size_t place_of(const Names<N>& names, std::string_view key, std::size_t expected) {
  for (std::size_t place = expected; place < N; ++place) {
    if (is_same(names[place], key)) return place;
  }
  for (std::size_t place = 0; place < expected; ++place) {
    if (is_same(names[place], key)) return place;
  }
  return N;
}

}  // namespace

// Reads one document into the columns of a table. Every method that returns false gives up: the
// document takes the long way.
struct FactReader::Impl {
  using Packed = model::Packed;
  using PrState = model::PrState;
  using TaskStatus = model::TaskStatus;
  static constexpr Packed kNoNumber = model::kNoNumber;
  static constexpr std::uint32_t kNoTask = model::kNoTask;

  // A text member: as it is spelt, until somebody needs it.
  struct RawText {
    std::string_view raw;
    bool given = false;
  };

  struct TaskTexts {
    std::string_view id;  // "" for none
    RawText description;
  };

  struct PrTexts {
    std::string_view task_id;  // "" for none
    RawText title;
  };

  JsonIndex index;
  JsonWalk walk;
  model::FactsTable* table = nullptr;
  std::vector<TaskTexts> tasks;
  std::vector<PrTexts> pull_requests;
  std::vector<std::uint32_t> deciding;  // by task: the place of a pull request, or kNoTask
  std::vector<std::uint32_t> slots;     // ids of tasks, hashed
  std::deque<std::string> unescaped;    // texts that had escapes
  std::string scratch;
  model::ProjectFacts project;
  Packed earliest = kNoNumber;
  bool indices_rise = true;

  bool read(std::string_view bytes, model::FactsTable& into) {
    const auto tokens = index.find_tokens(bytes);
    if (tokens.empty() || tokens.size() > kMostTokens) return false;
    if (bytes[tokens.back()] != '}') return false;
    walk = JsonWalk(bytes, tokens);
    table = &into;
    tasks.clear();
    pull_requests.clear();
    unescaped.clear();
    project = {};
    earliest = kNoNumber;
    indices_rise = true;
    table->begin_project();
    if (read_document() && walk.at_end() && tie() && settle()) return true;
    table->take_back();
    return false;
  }

  // --- Values.

  bool text(std::string_view& out) {
    std::string_view raw;
    if (!walk.raw_string(raw)) return false;
    return decode(raw, out);
  }

  bool decode(std::string_view raw, std::string_view& out) {
    out = raw;
    if (!walk.has_escapes() || raw.find('\\') == std::string_view::npos) return true;
    std::string& own = unescaped.emplace_back();
    if (!unescape(raw, own)) return false;
    out = own;
    return true;
  }

  bool text_or_null(std::string_view& out) { return walk.is_null() ? walk.null() : text(out); }
  bool string_or_null() { return walk.is_null() ? walk.null() : walk.string(); }

  bool raw_text(RawText& out) {
    if (!walk.raw_string(out.raw)) return false;
    out.given = true;
    if (!walk.has_escapes() || out.raw.find('\\') == std::string_view::npos) return true;
    scratch.clear();
    return unescape(out.raw, scratch);
  }

  bool raw_text_or_null(RawText& out) { return walk.is_null() ? walk.null() : raw_text(out); }

  bool integer(std::int64_t& out) {
    std::string_view token;
    if (!walk.number(token)) return false;
    if (token.size() <= 18 && token.find_first_not_of("0123456789") == std::string_view::npos) {
      out = 0;
      for (const char c : token) out = (out * 10) + (c - '0');
      return true;
    }
    const auto number = parse_integer(token);
    if (!number) return false;
    out = *number;
    return true;
  }
  bool integer_or_null(std::int64_t& out) { return walk.is_null() ? walk.null() : integer(out); }
  bool positive(std::int64_t& out) { return integer(out) && out >= 1; }

  // A decimal amount, scaled.
  bool amount(Packed& out, int digits) {
    if (walk.is_null()) return walk.null();
    std::string_view token;
    if (!walk.number(token)) return false;
    if (plain_amount(token, digits, out)) return true;
    const auto number = parse_scaled(token, digits);
    if (!number) return false;
    constexpr Int128 kMost = std::numeric_limits<Packed>::max();
    if (number->units > kMost || number->units < -kMost / 2) return false;
    out = static_cast<Packed>(number->units);
    return true;
  }

  // Digits, and perhaps a point and digits, of which none would be rounded.
  static bool plain_amount(std::string_view token, int digits, Packed& out) {
    if (token.size() > 18) return false;
    Packed units = 0;
    int fraction = -1;
    for (const char c : token) {
      if (c == '.') {
        fraction = 0;
        continue;
      }
      if (c < '0' || c > '9') return false;
      units = (units * 10) + (c - '0');
      if (fraction >= 0) ++fraction;
    }
    const int missing = digits - std::max(fraction, 0);
    if (missing < 0 || static_cast<std::size_t>(missing) + token.size() > 18) return false;
    for (int i = 0; i < missing; ++i) units *= 10;
    out = units;
    return true;
  }

  bool time(Packed& out) {
    std::string_view spelt;
    if (!text(spelt)) return false;
    std::optional<Instant> instant = parse_plain_instant(spelt);
    if (!instant) {
      const auto parsed = Timestamp::parse(spelt);
      if (!parsed) return false;
      instant = parsed->instant();
    }
    if (instant->seconds > kMostSeconds || instant->seconds < -kMostSeconds) return false;
    out = (instant->seconds * kNanosASecond) + instant->nanos;
    return true;
  }
  bool time_or_null(Packed& out) { return walk.is_null() ? walk.null() : time(out); }

  // The same for what counts as "inside" the project.
  bool time_inside(Packed& out) {
    if (!time_or_null(out)) return false;
    note(out);
    return true;
  }
  void note(Packed moment) {
    if (moment != kNoNumber && (earliest == kNoNumber || moment < earliest)) earliest = moment;
  }

  // --- Containers.

  template <typename OnItem>
  bool array(OnItem&& on_item) {
    if (!walk.take('[')) return false;
    if (walk.take(']')) return true;
    do {
      if (!on_item()) return false;
    } while (walk.take(','));
    return walk.take(']');
  }

  // Calls `on_member` at the value of each known member; others are skipped. `seen` gets a bit for
  // each.
  template <std::size_t N, typename OnMember>
  bool object(const Names<N>& names, std::uint32_t& seen, OnMember&& on_member) {
    seen = 0;
    if (!walk.take('{')) return false;
    if (walk.take('}')) return true;
    KeySet unknown;
    std::size_t expected = 0;
    do {
      std::string_view key;
      if (!walk.key(key)) return false;
      const std::size_t place = place_of(names, key, expected);
      if (place == N) {
        if (!unknown.add(key) || !walk.skip_value()) return false;
        continue;
      }
      if ((seen & bit(place)) != 0) return false;
      seen |= bit(place);
      expected = place + 1;
      if (!on_member(place)) return false;
    } while (walk.take(','));
    return walk.take('}');
  }

  bool strings_or_null() {
    if (walk.is_null()) return walk.null();
    return array([this] { return walk.string(); });
  }

  // --- Records.

  bool read_document() {
    std::uint32_t seen = 0;
    const bool read = object(of_project::kNames, seen, [this](std::size_t place) {
      std::string_view ignored;
      switch (place) {
        case of_project::kSchemaVersion:
          return schema_version();
        case of_project::kName:
          return text(ignored);
        case of_project::kCreatedAt:
          return time_or_null(project.created_at);
        case of_project::kLastUpdated:
          return time_or_null(project.last_updated);
        case of_project::kFormerNames:
          return strings_or_null();
        case of_project::kPlan:
          return plan();
        case of_project::kTasks:
          return array([this] { return read_task(); });
        default:
          if (walk.is_null()) return walk.null();
          return array([this] { return read_pull_request(); });
      }
    });
    // Without `pull_requests` it may be another dialect.
    constexpr std::uint32_t kNeeded =
        bit(of_project::kName) | bit(of_project::kTasks) | bit(of_project::kPullRequests);
    return read && (seen & kNeeded) == kNeeded;
  }

  bool schema_version() {
    std::string_view version = "2.0";
    return text_or_null(version) && (version == "2.0" || version == "1.0");
  }

  bool plan() {
    if (walk.is_null()) return walk.null();
    std::uint32_t seen = 0;
    return object(kPlanNames, seen, [this](std::size_t) { return string_or_null(); });
  }

  bool source() {
    if (walk.is_null()) return walk.null();
    std::uint32_t seen = 0;
    return object(kSourceNames, seen, [this](std::size_t place) {
      return place == 2 ? strings_or_null() : string_or_null();
    });
  }

  bool flag(std::uint8_t& out) {
    if (walk.is_null()) return walk.null();
    bool value = false;
    if (!walk.boolean(value)) return false;
    out = value ? 1 : 0;
    return true;
  }

  // The status is derived; here it only has to be one.
  bool status() {
    std::string_view word = "pending";
    return text_or_null(word) && model::parse_task_status(word).has_value();
  }

  bool read_task() {
    if (tasks.size() == kMostPlainTasks) return false;
    model::TaskFacts facts;
    TaskTexts texts;
    std::optional<model::ClaimFacts> claim;
    std::uint8_t by_hand = 0;  // says nothing that is asked for
    std::uint32_t seen = 0;
    const bool read = object(of_task::kNames, seen, [&](std::size_t place) {
      switch (place) {
        case of_task::kIndex:
          return positive(facts.index);
        case of_task::kDescription:
          return raw_text(texts.description);
        case of_task::kStatus:
          return status();
        case of_task::kId:
          return text_or_null(texts.id);
        case of_task::kDependsOn:
          return strings_or_null();
        case of_task::kChecked:
          return flag(facts.checked);
        case of_task::kByHand:
          return flag(by_hand);
        case of_task::kPlaceholder:
          return flag(facts.placeholder);
        case of_task::kRemoved:
          return flag(facts.removed);
        case of_task::kSource:
          return source();
        default:
          return walk.is_null() ? walk.null() : read_claim(claim.emplace());
      }
    });
    constexpr std::uint32_t kNeeded = bit(of_task::kIndex) | bit(of_task::kDescription);
    if (!read || (seen & kNeeded) != kNeeded) return false;
    const auto place = static_cast<std::uint32_t>(tasks.size());
    if (place > 0 && table->tasks.back().index >= facts.index) indices_rise = false;
    if (claim) {
      claim->task = place;
      table->claims.push_back(*claim);
    }
    table->tasks.push_back(facts);
    tasks.push_back(texts);
    return true;
  }

  bool read_claim(model::ClaimFacts& claim) {
    std::uint32_t seen = 0;
    const bool read = object(of_claim::kNames, seen, [&](std::size_t place) {
      std::string_view name;
      switch (place) {
        case of_claim::kBy:
          if (!text(name)) return false;
          claim.by = table->intern(name);
          return true;
        case of_claim::kReviewer:
          if (!text_or_null(name)) return false;
          claim.reviewer = table->intern(name);
          return true;
        case of_claim::kAt:
          if (!time(claim.at)) return false;
          note(claim.at);
          return true;
        default:
          return time(claim.expires);
      }
    });
    constexpr std::uint32_t kNeeded =
        bit(of_claim::kBy) | bit(of_claim::kAt) | bit(of_claim::kExpires);
    return read && (seen & kNeeded) == kNeeded;
  }

  bool interned_or_null(std::uint32_t& out) {
    std::string_view name;
    if (!text_or_null(name)) return false;
    out = table->intern(name);
    return true;
  }

  bool state(PrState& out) {
    std::string_view word = "open";
    if (!text_or_null(word)) return false;
    const auto parsed = model::parse_pr_state(word);
    if (!parsed) return false;
    out = *parsed;
    return true;
  }

  bool read_pull_request() {
    model::PullRequestFacts facts;
    PrTexts texts;
    const auto first = static_cast<std::uint32_t>(table->operations.size());
    std::uint32_t seen = 0;
    const bool read = object(of_pr::kNames, seen, [&](std::size_t place) {
      switch (place) {
        case of_pr::kTaskIndex:
          return positive(facts.task_index);
        case of_pr::kTaskId:
          return text_or_null(texts.task_id);
        case of_pr::kNumber:
          return positive(facts.number);
        case of_pr::kReviewer:
          return interned_or_null(facts.reviewer);
        case of_pr::kState:
          return state(facts.state);
        case of_pr::kCreatedAt:
          return time_inside(facts.created_at);
        case of_pr::kTitle:
          return raw_text_or_null(texts.title);
        case of_pr::kMergedAt:
          return time_inside(facts.merged_at);
        case of_pr::kClosedAt:
          return time_inside(facts.closed_at);
        case of_pr::kOperations:
          if (walk.is_null()) return walk.null();
          return array([this] { return read_operation(); });
        default:  // branch_name, merge_commit
          return string_or_null();
      }
    });
    constexpr std::uint32_t kNeeded = bit(of_pr::kTaskIndex) | bit(of_pr::kNumber);
    if (!read || (seen & kNeeded) != kNeeded) return false;
    facts.operations = {first, static_cast<std::uint32_t>(table->operations.size()) - first};
    table->pull_requests.push_back(facts);
    pull_requests.push_back(texts);
    return true;
  }

  bool read_operation() {
    model::OperationFacts facts;
    std::uint32_t seen = 0;
    const bool read = object(of_operation::kNames, seen, [&](std::size_t place) {
      std::string_view token;
      switch (place) {
        case of_operation::kType:
          return interned_or_null(facts.type);
        case of_operation::kModel:
          return interned_or_null(facts.model);
        case of_operation::kCost:
          return amount(facts.cost, 9);
        case of_operation::kCreatedAt:
          return time_inside(facts.created_at);
        case of_operation::kRunId:
          return walk.peek() == '"' || walk.is_null() ? string_or_null() : walk.number(token);
        case of_operation::kOperationId:
          return string_or_null();
        case of_operation::kTokensInput:
          return integer_or_null(facts.tokens_input);
        case of_operation::kTokensOutput:
          return integer_or_null(facts.tokens_output);
        case of_operation::kDuration:
          return amount(facts.duration, 6);
        case of_operation::kCacheRead:
          return integer_or_null(facts.tokens_cache_read);
        default:
          return integer_or_null(facts.tokens_cache_write);
      }
    });
    if (read) table->operations.push_back(facts);
    return read;
  }

  // --- What follows from the records, as model::settle has it.

  model::TaskFacts& task_at(std::size_t place) {
    return table->tasks[table->begun().tasks + place];
  }
  model::PullRequestFacts& pr_at(std::size_t place) {
    return table->pull_requests[table->begun().pull_requests + place];
  }

  // Finds the task of each pull request. Gives up where ids are given to some only, or twice.
  bool tie() {
    const auto with_id = std::count_if(tasks.begin(), tasks.end(),
                                       [](const TaskTexts& task) { return !task.id.empty(); });
    const bool ids = with_id > 0;
    if (ids && (std::cmp_not_equal(with_id, tasks.size()) || !index_ids())) return false;
    for (std::size_t i = 0; i < pull_requests.size(); ++i) {
      model::PullRequestFacts& pr = pr_at(i);
      const std::string_view id = pull_requests[i].task_id;
      if (!id.empty() && !ids && !tasks.empty()) return false;
      if (id.empty() && !indices_rise) return false;
      pr.task = id.empty() ? task_of_index(pr.task_index) : task_of_id(id, pr.task_index);
      if (pr.task != kNoTask) pr.task_index = task_at(pr.task).index;
    }
    return true;
  }

  static std::size_t hash_of(std::string_view id) { return std::hash<std::string_view>()(id); }

  bool index_ids() {
    std::size_t size = 64;
    while (size < tasks.size() * 2) size *= 2;
    slots.assign(size, kNoTask);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      std::size_t slot = hash_of(tasks[i].id) % size;
      for (; slots[slot] != kNoTask; slot = (slot + 1) % size) {
        if (tasks[slots[slot]].id == tasks[i].id) return false;
      }
      slots[slot] = static_cast<std::uint32_t>(i);
    }
    return true;
  }

  std::uint32_t task_of_id(std::string_view id, std::int64_t likely_index) {
    if (tasks.empty()) return kNoTask;
    const auto likely = static_cast<std::size_t>(likely_index - 1);
    if (likely < tasks.size() && tasks[likely].id == id) return static_cast<std::uint32_t>(likely);
    std::size_t slot = hash_of(id) % slots.size();
    for (; slots[slot] != kNoTask; slot = (slot + 1) % slots.size()) {
      if (tasks[slots[slot]].id == id) return slots[slot];
    }
    return kNoTask;
  }

  // Requires: indices_rise.
  std::uint32_t task_of_index(std::int64_t wanted_index) {
    const auto first = table->tasks.begin() + static_cast<std::ptrdiff_t>(table->begun().tasks);
    const auto found = std::lower_bound(
        first, table->tasks.end(), wanted_index,
        [](const model::TaskFacts& task, std::int64_t wanted) { return task.index < wanted; });
    if (found == table->tasks.end() || found->index != wanted_index) return kNoTask;
    return static_cast<std::uint32_t>(found - first);
  }

  // Absent times come first, as kNoNumber is the least number.
  static bool comes_after(const model::PullRequestFacts& later,
                          const model::PullRequestFacts& earlier) {
    return std::pair(later.created_at, later.number) >
           std::pair(earlier.created_at, earlier.number);
  }

  bool settle() {
    deciding.assign(tasks.size(), kNoTask);
    for (std::size_t i = 0; i < pull_requests.size(); ++i) {
      const model::PullRequestFacts& pr = pr_at(i);
      if (pr.state == PrState::kClosed || pr.task == kNoTask) continue;
      std::uint32_t& last = deciding[pr.task];
      if (last == kNoTask || comes_after(pr, pr_at(last))) last = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) task_at(i).status = status_of(i);
    if (!keep_claims() || !keep_titles()) return false;
    if (project.created_at == kNoNumber) project.created_at = earliest;
    if (project.created_at == kNoNumber) project.created_at = project.last_updated;
    project.schema_version = table->keep(model::kSchemaVersion);
    project.completed_at = completed_at();
    table->end_project(project);
    return true;
  }

  TaskStatus status_of(std::size_t task) {
    if (deciding[task] != kNoTask) {
      const bool merged = pr_at(deciding[task]).state == PrState::kMerged;
      return merged ? TaskStatus::kCompleted : TaskStatus::kInProgress;
    }
    return task_at(task).checked != 0 ? TaskStatus::kCompleted : TaskStatus::kPending;
  }

  // The latest end of what completes the tasks, when all are completed.
  Packed completed_at() {
    Packed latest = kNoNumber;
    bool any = false;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      if (task_at(i).removed != 0) continue;
      if (task_at(i).status != TaskStatus::kCompleted) return kNoNumber;
      any = true;
      if (deciding[i] == kNoTask) continue;
      const model::PullRequestFacts& pr = pr_at(deciding[i]);
      latest = std::max(latest, pr.merged_at != kNoNumber ? pr.merged_at : pr.created_at);
    }
    return any ? latest : kNoNumber;
  }

  bool keep_text(RawText text, model::TextPiece& piece) {
    std::string_view decoded;
    if (!decode(text.raw, decoded)) return false;
    piece = table->keep(decoded);
    return true;
  }

  // Only claims that count unless they have expired stay.
  bool keep_claims() {
    std::size_t kept = table->begun().claims;
    for (std::size_t i = kept; i < table->claims.size(); ++i) {
      model::ClaimFacts claim = table->claims[i];
      const model::TaskFacts& task = task_at(claim.task);
      if (task.removed != 0 || task.status != TaskStatus::kPending) continue;
      if (!keep_text(tasks[claim.task].description, claim.description)) return false;
      table->claims[kept++] = claim;
    }
    table->claims.resize(kept);
    return true;
  }

  bool keep_titles() {
    for (std::size_t i = 0; i < pull_requests.size(); ++i) {
      const model::PullRequestFacts& pr = pr_at(i);
      if (pr.state != PrState::kOpen) continue;
      model::WaitingFacts waiting;
      waiting.created_at = pr.created_at;
      waiting.number = pr.number;
      waiting.task_index = pr.task_index;
      waiting.reviewer = pr.reviewer;
      waiting.task = pr.task;
      const RawText title = pull_requests[i].title;
      if (title.given && !keep_text(title, waiting.title)) return false;
      if (pr.task != kNoTask && !keep_text(tasks[pr.task].description, waiting.description)) {
        return false;
      }
      table->waiting.push_back(waiting);
    }
    return true;
  }
};

FactReader::FactReader() : impl_(std::make_unique<Impl>()) {}
FactReader::~FactReader() = default;
FactReader::FactReader(FactReader&&) noexcept = default;
FactReader& FactReader::operator=(FactReader&&) noexcept = default;

bool FactReader::read_plain(std::string_view bytes, model::FactsTable& table) {
  return impl_->read(bytes, table);
}

Status FactReader::read(std::string_view bytes, std::string_view file, model::FactsTable& table) {
  if (impl_->read(bytes, table)) return {};
  CS_ASSIGN(model::Project project, read_project(bytes, file));
  model::settle(project);
  table.add(project);
  return {};
}

}  // namespace claudestep::codec
