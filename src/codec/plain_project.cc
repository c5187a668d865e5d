#include "codec/plain_project.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "codec/plain_words.h"

namespace claudestep::codec {

namespace {

// The strict reader has limits, which a file of this size is far from.
constexpr std::size_t kLongestFile = std::size_t{4} * 1024 * 1024;

constexpr std::string_view kBegin = "{\n  \"schema_version\": \"2.0\",\n  \"project\": ";
constexpr std::string_view kTasks = ",\n  \"tasks\": ";
constexpr std::string_view kPullRequests = ",\n  \"pull_requests\": ";
constexpr std::string_view kEnd = "\n}\n";
constexpr std::string_view kNone = "[]";
constexpr std::string_view kFirst = "[\n    ";
constexpr std::string_view kNext = ",\n    ";
constexpr std::string_view kLast = "\n  ]";

bool skip_plain_source(PlainCursor& cursor) {
  PlainLines<PlainDepth::kPart> lines(cursor);
  return lines.begin() && lines.may_have_text("spec") && lines.may_have_text("task") &&
         lines.may_have_texts("requirements", "[\n          ", ",\n          ", "\n        ]") &&
         lines.end();
}

bool skip_plain_claim(PlainCursor& cursor) {
  PlainLines<PlainDepth::kPart> lines(cursor);
  return lines.begin() && lines.has("by") && cursor.text() && lines.may_have_text("reviewer") &&
         lines.has("at") && cursor.time() && lines.has("expires") && cursor.time() && lines.end();
}

template <typename Word, std::size_t N>
std::optional<Word> word_of(const std::optional<std::string_view>& text,
                            const std::array<Word, N>& words) {
  for (const Word word : words) {
    if (text && *text == model::to_string(word)) return word;
  }
  return std::nullopt;
}

using RecordLines = PlainLines<PlainDepth::kRecord>;

// The members that every plain task has: a description is returned, the rest noted.
std::optional<std::string_view> take_task(PlainCursor& cursor, RecordLines& lines,
                                          PlainTask& task) {
  using model::TaskStatus;
  constexpr std::array kWords = {TaskStatus::kPending, TaskStatus::kInProgress,
                                 TaskStatus::kCompleted};
  if (!lines.begin() || !lines.has("index")) return std::nullopt;
  const auto index = cursor.positive();
  if (!index || !lines.has("description")) return std::nullopt;
  const auto description = cursor.text();
  if (!description || !lines.has("status")) return std::nullopt;
  const auto status = word_of(cursor.text(), kWords);
  if (!status || !lines.has("id")) return std::nullopt;
  const auto id = cursor.text();
  if (!id || id->empty()) return std::nullopt;
  task.index = *index;
  task.status = *status;
  task.id = *id;
  return description;
}

bool skip_plain_task(PlainCursor& cursor, PlainTask& task) {
  RecordLines lines(cursor);
  if (!take_task(cursor, lines, task)) return false;
  if (!lines.may_have_texts("depends_on", "[\n        ", ",\n        ", "\n      ]")) return false;
  if (lines.has("checked")) {
    task.checked = cursor.skip("true");
    if (!task.checked && !cursor.skip("false")) return false;
  }
  return lines.may_have_flag("by_hand") && lines.may_have_flag("placeholder") &&
         lines.may_have_flag("removed") && (!lines.has("source") || skip_plain_source(cursor)) &&
         (!lines.has("claim") || skip_plain_claim(cursor)) && lines.end();
}

using Ids = std::vector<std::string_view>;

// An operation: `previous` is when the one before it was, and comes to be when this one was.
bool skip_plain_operation(PlainCursor& cursor, std::string_view& previous, Ids& ids) {
  PlainLines<PlainDepth::kOperation> lines(cursor);
  if (!lines.begin() || !lines.may_have_text("type") || !lines.may_have_text("model") ||
      !lines.may_have_decimal("cost_usd") || !lines.has("created_at")) {
    return false;
  }
  const auto created_at = cursor.time();
  // Of two at one time other members decide which comes first.
  if (!created_at || *created_at <= previous) return false;
  previous = *created_at;
  if (lines.has("workflow_run_id") && !cursor.text() && !cursor.skip_whole_number()) return false;
  if (lines.has("operation_id")) {
    const auto id = cursor.text();
    if (!id) return false;
    ids.push_back(*id);
  }
  return lines.may_have_number("tokens_input") && lines.may_have_number("tokens_output") &&
         lines.may_have_decimal("duration_seconds") && lines.may_have_number("tokens_cache_read") &&
         lines.may_have_number("tokens_cache_write") && lines.end();
}

bool skip_plain_operations(PlainCursor& cursor, Ids& ids) {
  if (cursor.skip(kNone)) return true;
  if (!cursor.skip("[\n        ")) return false;
  std::string_view previous;
  do {
    if (!skip_plain_operation(cursor, previous, ids)) return false;
  } while (cursor.skip(",\n        "));
  return cursor.skip("\n      ]");
}

bool skip_plain_pull_request(PlainCursor& cursor, PlainPullRequest& pr, Ids& ids) {
  using model::PrState;
  constexpr std::array kWords = {PrState::kOpen, PrState::kClosed, PrState::kMerged};
  RecordLines lines(cursor);
  if (!lines.begin() || !lines.has("task_index")) return false;
  const auto task_index = cursor.positive();
  if (!task_index || !lines.has("task_id")) return false;
  const auto task_id = cursor.text();
  if (!task_id || task_id->empty() || !lines.has("pr_number")) return false;
  const auto number = cursor.positive();
  if (!number || !lines.may_have_text("branch_name") || !lines.may_have_text("reviewer") ||
      !lines.has("pr_state")) {
    return false;
  }
  const auto state = word_of(cursor.text(), kWords);
  if (!state || !lines.has("created_at")) return false;
  const auto created_at = cursor.time();
  if (!created_at) return false;
  pr.task_index = *task_index;
  pr.task_id = *task_id;
  pr.number = *number;
  pr.created_at = *created_at;
  pr.state = *state;
  pr.first_operation = ids.size();
  const bool is_plain = lines.may_have_text("title") && lines.may_have_time("merged_at") &&
                        lines.may_have_text("merge_commit") && lines.may_have_time("closed_at") &&
                        lines.has("ai_operations") && skip_plain_operations(cursor, ids) &&
                        lines.end();
  pr.last_operation = ids.size();
  return is_plain;
}

// --- records that are not plain

// The member's value, when it is there once.
std::optional<std::string_view> find_member(std::string_view record, std::string_view name) {
  PlainCursor cursor(record);
  std::optional<std::string_view> found;
  if (!cursor.skip("{")) return std::nullopt;
  do {
    cursor.skip_blanks();
    const std::size_t key = cursor.place();
    if (!cursor.skip_string()) return std::nullopt;
    std::string_view spelt = cursor.since(key);
    spelt = spelt.substr(1, spelt.size() - 2);
    if (spelt.find('\\') != std::string_view::npos) return std::nullopt;
    cursor.skip_blanks();
    if (!cursor.skip(":")) return std::nullopt;
    cursor.skip_blanks();
    const std::size_t value = cursor.place();
    if (!cursor.skip_value()) return std::nullopt;
    if (spelt == name) {
      if (found) return std::nullopt;
      found = cursor.since(value);
    }
    cursor.skip_blanks();
  } while (cursor.skip(","));
  return cursor.skip("}") && cursor.at_end() ? found : std::nullopt;
}

std::optional<std::int64_t> positive_in(std::string_view record, std::string_view name) {
  const auto value = find_member(record, name);
  PlainCursor cursor(value.value_or(""));
  const auto number = cursor.whole_number();
  return number && *number > 0 && cursor.at_end() ? number : std::nullopt;
}

std::string_view text_in(std::string_view record, std::string_view name) {
  const auto value = find_member(record, name);
  PlainCursor cursor(value.value_or(""));
  const auto text = cursor.text();
  return text && cursor.at_end() ? *text : std::string_view();
}

bool find_who(PlainTask& task) {
  const auto index = positive_in(task.bytes, "index");
  task.id = text_in(task.bytes, "id");
  task.index = index.value_or(0);
  return index && !task.id.empty();
}

bool find_who(PlainPullRequest& pr) {
  const auto number = positive_in(pr.bytes, "pr_number");
  const auto task_index = positive_in(pr.bytes, "task_index");
  pr.number = number.value_or(0);
  pr.task_index = task_index.value_or(0);
  pr.task_id = text_in(pr.bytes, "task_id");
  pr.created_at = text_in(pr.bytes, "created_at");
  return number && task_index && !pr.task_id.empty() && is_plain_time(pr.created_at);
}

bool skip_plain(PlainCursor& cursor, PlainTask& task, Ids& /*ids*/) {
  return skip_plain_task(cursor, task);
}
bool skip_plain(PlainCursor& cursor, PlainPullRequest& pr, Ids& ids) {
  return skip_plain_pull_request(cursor, pr, ids);
}

// --- the file

bool ends_record(const PlainCursor& cursor) {
  return cursor.sees(kNext) || cursor.sees(kLast);
}

template <typename Record>
std::optional<Record> find_record(PlainCursor& cursor, Ids& ids) {
  const std::size_t begin = cursor.place();
  Record record;
  if (skip_plain(cursor, record, ids) && ends_record(cursor)) {
    record.is_plain = true;
    record.bytes = cursor.since(begin);
    return record;
  }
  cursor.go_to(begin);
  record = {};
  if (cursor.next() != '{' || !cursor.skip_value() || !ends_record(cursor)) return std::nullopt;
  record.bytes = cursor.since(begin);
  return find_who(record) ? std::optional(std::move(record)) : std::nullopt;
}

// Takes over those of `like` that come here one after the other, the first of which is one of the
// next few; `next` is then the one behind. They are compared with what stands between them, in one
// piece. False when there is none.
template <typename Record>
bool take_same(PlainCursor& cursor, std::span<const Record> like, std::size_t& next,
               std::vector<Record>& records) {
  constexpr std::size_t kFarthest = 2;
  const std::size_t begin = cursor.place();
  const std::size_t last = std::min(like.size(), next + kFarthest);
  for (std::size_t first = next; first < last; ++first) {
    const char* const bytes = like[first].bytes.data();
    const auto behind = [&](const Record& record) {
      return static_cast<std::size_t>(record.bytes.data() - bytes) + record.bytes.size();
    };
    const std::size_t same = cursor.count_same({bytes, behind(like.back())});
    for (std::size_t at = first; at < like.size() && behind(like[at]) <= same; ++at) {
      cursor.go_to(begin + behind(like[at]));
      if (!ends_record(cursor)) break;
      records.push_back(like[at]);
      records.back().same_as = at;
      next = at + 1;
    }
    if (next > first) {
      cursor.go_to(begin + behind(like[next - 1]));
      return true;
    }
  }
  cursor.go_to(begin);
  return false;
}

template <typename Record>
bool find_list(PlainCursor& cursor, std::span<const Record> like, std::vector<Record>& records,
               Ids& ids) {
  if (cursor.skip(kNone)) return true;
  if (!cursor.skip(kFirst)) return false;
  records.reserve(std::max<std::size_t>(like.size() + 2, 32));
  std::size_t next = 0;
  do {
    if (take_same(cursor, like, next, records)) continue;
    auto record = find_record<Record>(cursor, ids);
    if (!record) return false;
    records.push_back(*std::move(record));
    ++next;
  } while (cursor.skip(kNext));
  return cursor.skip(kLast);
}

// The members before the tasks: each at most once, in their order.
bool skip_head(PlainCursor& cursor) {
  if (!cursor.skip(kBegin) || !cursor.skip_string()) return false;
  for (const std::string_view member : {",\n  \"created_at\": ", ",\n  \"last_updated\": ",
                                        ",\n  \"former_names\": ", ",\n  \"plan\": "}) {
    if (cursor.skip(member) && !cursor.skip_value()) return false;
  }
  return true;
}

// The head of a project that was never renamed and has no plan.
bool read_simple_head(std::string_view head, model::Project& project) {
  PlainCursor cursor(head);
  if (!cursor.skip(kBegin)) return false;
  const auto name = cursor.text();
  if (!name) return false;
  project.name = model::Text(std::string(*name));
  const auto may_have_time = [&](std::string_view member, model::Opt<model::Time>& time) {
    if (!cursor.skip(member)) return true;
    const auto text = cursor.time();
    auto read = text ? Timestamp::parse(*text) : fail(ErrorCode::kCorrupt, "");
    if (read) time = model::Time(*std::move(read));
    return read.has_value();
  };
  return may_have_time(",\n  \"created_at\": ", project.created_at) &&
         may_have_time(",\n  \"last_updated\": ", project.last_updated) && cursor.at_end();
}

// A task that has only the members of every task, and perhaps a tick.
bool read_simple_task(std::string_view record, model::Task& task) {
  PlainCursor cursor(record);
  RecordLines lines(cursor);
  PlainTask plain;
  const auto description = take_task(cursor, lines, plain);
  if (!description) return false;
  if (lines.has("checked")) {
    const bool is_checked = cursor.skip("true");
    if (!is_checked && !cursor.skip("false")) return false;
    task.checked = is_checked;
  }
  task.index = model::Integer(plain.index);
  task.description = model::Text(std::string(*description));
  task.status = plain.status;
  task.id = model::Text(std::string(plain.id));
  return lines.end() && cursor.at_end();
}

bool is_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

// What was taken over has been looked at.
template <typename Record>
bool is_utf8(const std::vector<Record>& records) {
  return std::all_of(records.begin(), records.end(),
                     [](const Record& record) { return record.same_as || is_utf8(record.bytes); });
}

void append_list(std::string& out, std::span<const std::string_view> records) {
  if (records.empty()) {
    out += kNone;
    return;
  }
  std::string_view separator = kFirst;
  for (const std::string_view record : records) {
    out.append(separator).append(record);
    separator = kNext;
  }
  out += kLast;
}

}  // namespace

std::optional<PlainProject> find_records(std::string_view bytes, const PlainProject* like) {
  if (bytes.size() > kLongestFile) return std::nullopt;
  PlainCursor cursor(bytes);
  if (!skip_head(cursor)) return std::nullopt;
  PlainProject project;
  project.head = cursor.since(0);
  using Tasks = std::span<const PlainTask>;
  using PullRequests = std::span<const PlainPullRequest>;
  const bool found =
      cursor.skip(kTasks) &&
      find_list(cursor, like == nullptr ? Tasks() : Tasks(like->tasks), project.tasks,
                project.operation_ids) &&
      cursor.skip(kPullRequests) &&
      find_list(cursor, like == nullptr ? PullRequests() : PullRequests(like->pull_requests),
                project.pull_requests, project.operation_ids) &&
      cursor.skip(kEnd) && cursor.at_end();
  const bool is_valid =
      found && (like == nullptr ? is_utf8(bytes)
                                : is_utf8(project.head) && is_utf8(project.tasks) &&
                                      is_utf8(project.pull_requests));
  return is_valid ? std::optional(std::move(project)) : std::nullopt;
}

std::optional<model::Project> read_simple(std::string_view head,
                                          std::span<const std::string_view> tasks) {
  model::Project project;
  if (!read_simple_head(head, project)) return std::nullopt;
  project.tasks.resize(tasks.size());
  for (std::size_t at = 0; at < tasks.size(); ++at) {
    if (!read_simple_task(tasks[at], project.tasks[at])) return std::nullopt;
  }
  return project;
}

std::string join_records(std::string_view head, std::span<const std::string_view> tasks,
                         std::span<const std::string_view> pull_requests) {
  std::size_t size = head.size() + 64;
  for (const auto records : {tasks, pull_requests}) {
    for (const std::string_view record : records) size += record.size() + kFirst.size();
  }
  std::string bytes;
  bytes.reserve(size);
  bytes.append(head).append(kTasks);
  append_list(bytes, tasks);
  bytes += kPullRequests;
  append_list(bytes, pull_requests);
  bytes += kEnd;
  return bytes;
}

}  // namespace claudestep::codec
