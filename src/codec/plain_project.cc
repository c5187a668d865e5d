#include "codec/plain_project.h"

#include <endian.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <utility>

#include "base/text.h"
#include "base/time.h"

namespace claudestep::codec {

namespace {

// The strict reader has limits, which a file of this size is far from.
constexpr std::size_t kLongestFile = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kMostDigits = 18;  // of a number that surely is one of 64 bits
constexpr std::size_t kTimeSize = std::string_view("2026-01-27T10:00:00Z").size();
constexpr std::size_t kDeepest = 32;  // brackets in a record that is not plain

constexpr std::string_view kBegin = "{\n  \"schema_version\": \"2.0\",\n  \"project\": ";
constexpr std::string_view kTasks = ",\n  \"tasks\": ";
constexpr std::string_view kPullRequests = ",\n  \"pull_requests\": ";
constexpr std::string_view kEnd = "\n}\n";
constexpr std::string_view kNone = "[]";
constexpr std::string_view kFirst = "[\n    ";
constexpr std::string_view kNext = ",\n    ";
constexpr std::string_view kLast = "\n  ]";

// The bytes of a string that stand for themselves; those above are left to the check for UTF-8.
constexpr std::array<bool, 256> kPlainBytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
  plain['"'] = plain['\\'] = false;
  return plain;
}();

bool is_plain_byte(char byte) {
  return kPlainBytes[static_cast<unsigned char>(byte)];
}

// How many of sixteen bytes are plain ones before the first that is not: a quote, a backslash or
// one below a space.
std::size_t count_plain_bytes(const char* bytes) {
  using Sixteen [[gnu::vector_size(16)]] = unsigned char;
  Sixteen all;
  std::memcpy(&all, bytes, sizeof all);
  // In each byte all bits or none.
  const auto is_special = (all < ' ') | (all == '"') | (all == '\\');
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &is_special, sizeof halves);
  const auto first_in = [](std::uint64_t half) {
    return static_cast<std::size_t>(std::countr_zero(le64toh(half))) / 8;
  };
  return halves[0] != 0 ? first_in(halves[0]) : 8 + first_in(halves[1]);
}

// Whether `word` stands here. Its size is known to the compiler where this is inlined, which makes
// a few instructions of it.
[[gnu::always_inline]] inline bool is_here(const char* here, std::string_view word) {
  const auto differ = [&](auto piece, std::size_t at) {
    auto other = piece;
    std::memcpy(&piece, here + at, sizeof piece);
    std::memcpy(&other, word.data() + at, sizeof piece);
    return piece ^ other;
  };
  const std::size_t size = word.size();
  if (size >= 8) {
    std::uint64_t different = differ(std::uint64_t{}, size - 8);
    for (std::size_t at = 0; at + 8 < size; at += 8) different |= differ(std::uint64_t{}, at);
    return different == 0;
  }
  if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
  for (std::size_t at = 0; at < size; ++at) {
    if (here[at] != word[at]) return false;
  }
  return true;
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

// Goes through bytes. What does not find what it looks for stays where it is and says so.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }
  [[nodiscard]] std::string_view since(std::size_t place) const {
    return bytes_.substr(place, at_ - place);
  }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
  [[nodiscard]] char next() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  // Inlined, as the size of most words is known then.
  [[nodiscard, gnu::always_inline]] bool sees(std::string_view word) const {
    return bytes_.size() - at_ >= word.size() && is_here(bytes_.data() + at_, word);
  }
  [[gnu::always_inline]] bool skip(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
  }
  // The same of a word of any size.
  bool skip_all(std::string_view bytes) {
    if (bytes_.compare(at_, bytes.size(), bytes) != 0) return false;
    at_ += bytes.size();
    return true;
  }
  // The name of a member and its colon.
  [[gnu::always_inline]] bool skip_name(std::string_view name) {
    constexpr std::string_view kColon = "\": ";
    const std::size_t size = 1 + name.size() + kColon.size();
    if (bytes_.size() - at_ < size) return false;
    const char* const begin = bytes_.data() + at_;
    if (begin[0] != '"' || !is_here(begin + 1, name) || !is_here(begin + 1 + name.size(), kColon)) {
      return false;
    }
    at_ += size;
    return true;
  }
  void skip_blanks() {
    while (is_blank(next())) ++at_;
  }

  // --- values as they are when nothing about them is special

  // A string without escapes: what is between the quotes.
  std::optional<std::string_view> text() {
    if (next() != '"') return std::nullopt;
    std::size_t end = at_ + 1;
    for (std::size_t plain = 16; plain == 16 && bytes_.size() - end >= 16; end += plain) {
      plain = count_plain_bytes(bytes_.data() + end);
    }
    while (end < bytes_.size() && is_plain_byte(bytes_[end])) ++end;
    if (end == bytes_.size() || bytes_[end] != '"') return std::nullopt;
    const std::string_view text = bytes_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return text;
  }

  std::optional<std::int64_t> whole_number() {
    std::size_t end = at_;
    std::int64_t number = 0;
    while (end < bytes_.size() && is_digit(bytes_[end]) && end - at_ < kMostDigits) {
      number = number * 10 + (bytes_[end++] - '0');
    }
    if (end == at_ || (end < bytes_.size() && is_digit(bytes_[end]))) return std::nullopt;
    if (bytes_[at_] == '0' && end - at_ > 1) return std::nullopt;
    at_ = end;
    return number;
  }

  bool decimal() {
    const std::size_t begin = at_;
    if (!whole_number()) return false;
    if (next() != '.') return true;
    std::size_t end = ++at_;
    while (end < bytes_.size() && is_digit(bytes_[end])) ++end;
    const bool fits = end > at_ && end - begin <= kMostDigits;
    at_ = fits ? end : begin;
    return fits;
  }

  std::optional<std::int64_t> positive() {
    const auto number = whole_number();
    return number && *number > 0 ? number : std::nullopt;
  }

  std::optional<std::string_view> time() {
    const auto word = text();
    const bool is_time = word && word->size() == kTimeSize && parse_plain_instant(*word);
    return is_time ? word : std::nullopt;
  }

  // --- values of any sort

  bool skip_string() {
    if (next() != '"') return false;
    for (std::size_t end = at_ + 1; end < bytes_.size(); ++end) {
      if (bytes_[end] == '\\') {
        ++end;
      } else if (bytes_[end] == '"') {
        at_ = end + 1;
        return true;
      }
    }
    return false;
  }

  // One value, told by quotes and brackets alone.
  bool skip_value() {
    if (next() == '"') return skip_string();
    if (next() != '{' && next() != '[') return skip_word();
    std::string closing;
    do {
      const char byte = next();
      if (byte == '"') {
        if (!skip_string()) return false;
        continue;
      }
      if (byte == '{' || byte == '[') {
        closing += byte == '{' ? '}' : ']';
      } else if (byte == '}' || byte == ']') {
        if (closing.back() != byte) return false;
        closing.pop_back();
      } else if (at_end()) {
        return false;
      }
      ++at_;
    } while (!closing.empty() && closing.size() <= kDeepest);
    return closing.empty();
  }

 private:
  bool skip_word() {
    const std::size_t begin = at_;
    const auto in_word = [](char byte) {
      return is_digit(byte) || (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '+' ||
             byte == '.' || byte == 'E';
    };
    while (in_word(next())) ++at_;
    return at_ > begin;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// How far what lies in a record is indented.
enum class Depth : std::size_t { kRecord = 6, kPart = 8, kOperation = 10 };

// The members of one object in the order in which they are written, each on a line of its own.
template <Depth kDepth>
class MemberLines {
 public:
  explicit MemberLines(Cursor& cursor) : cursor_(cursor) {}

  bool begin() { return cursor_.skip("{") && cursor_.skip(kSeparator.substr(1)); }
  bool end() { return !at_name_ && cursor_.skip(kEnd); }

  // Whether the next member has this name; then its value comes.
  template <std::size_t kSize>
  [[gnu::always_inline]] bool has(const char (&name)[kSize]) {
    if (!at_name_) at_name_ = cursor_.skip(kSeparator);
    if (!at_name_ || !cursor_.skip_name({name, kSize - 1})) return false;
    at_name_ = false;
    return true;
  }

  // These say whether the value, where there is one, is a plain one.
  template <typename Name>
  bool may_have_text(const Name& name) {
    return !has(name) || cursor_.text();
  }
  template <typename Name>
  bool may_have_number(const Name& name) {
    return !has(name) || cursor_.whole_number();
  }
  template <typename Name>
  bool may_have_decimal(const Name& name) {
    return !has(name) || cursor_.decimal();
  }
  template <typename Name>
  bool may_have_time(const Name& name) {
    return !has(name) || cursor_.time();
  }
  template <typename Name>
  bool may_have_flag(const Name& name) {
    return !has(name) || cursor_.skip("true") || cursor_.skip("false");
  }
  template <typename Name>
  bool may_have_texts(const Name& name, std::string_view item_begin, std::string_view item_next,
                      std::string_view end) {
    if (!has(name) || cursor_.skip(kNone)) return true;
    if (!cursor_.skip(item_begin)) return false;
    do {
      if (!cursor_.text()) return false;
    } while (cursor_.skip(item_next));
    return cursor_.skip(end);
  }

 private:
  static constexpr auto kIndent = static_cast<std::size_t>(kDepth);
  // What stands between two members, and what behind the last one.
  static constexpr std::string_view kSeparator =
      std::string_view(",\n          ").substr(0, 2 + kIndent);
  static constexpr auto kEndBytes = [] {
    std::array<char, kIndent> bytes{};
    bytes.fill(' ');
    bytes.front() = '\n';
    bytes.back() = '}';
    return bytes;
  }();
  static constexpr std::string_view kEnd{kEndBytes.data(), kEndBytes.size()};

  Cursor& cursor_;
  bool at_name_ = true;  // what separates it from the one before was skipped
};

bool skip_plain_source(Cursor& cursor) {
  MemberLines<Depth::kPart> lines(cursor);
  return lines.begin() && lines.may_have_text("spec") && lines.may_have_text("task") &&
         lines.may_have_texts("requirements", "[\n          ", ",\n          ", "\n        ]") &&
         lines.end();
}

bool skip_plain_claim(Cursor& cursor) {
  MemberLines<Depth::kPart> lines(cursor);
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

bool skip_plain_task(Cursor& cursor, PlainTask& task) {
  using model::TaskStatus;
  constexpr std::array kWords = {TaskStatus::kPending, TaskStatus::kInProgress,
                                 TaskStatus::kCompleted};
  MemberLines<Depth::kRecord> lines(cursor);
  if (!lines.begin() || !lines.has("index")) return false;
  const auto index = cursor.positive();
  if (!index || !lines.has("description") || !cursor.text() || !lines.has("status")) return false;
  const auto status = word_of(cursor.text(), kWords);
  if (!status || !lines.has("id")) return false;
  const auto id = cursor.text();
  if (!id || id->empty()) return false;
  task.index = *index;
  task.status = *status;
  task.id = *id;
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
bool skip_plain_operation(Cursor& cursor, std::string_view& previous, Ids& ids) {
  MemberLines<Depth::kOperation> lines(cursor);
  if (!lines.begin() || !lines.may_have_text("type") || !lines.may_have_text("model") ||
      !lines.may_have_decimal("cost_usd") || !lines.has("created_at")) {
    return false;
  }
  const auto created_at = cursor.time();
  // Of two at one time other members decide which comes first.
  if (!created_at || *created_at <= previous) return false;
  previous = *created_at;
  if (lines.has("workflow_run_id") && !cursor.text() && !cursor.whole_number()) return false;
  if (lines.has("operation_id")) {
    const auto id = cursor.text();
    if (!id) return false;
    ids.push_back(*id);
  }
  return lines.may_have_number("tokens_input") && lines.may_have_number("tokens_output") &&
         lines.may_have_decimal("duration_seconds") && lines.may_have_number("tokens_cache_read") &&
         lines.may_have_number("tokens_cache_write") && lines.end();
}

bool skip_plain_operations(Cursor& cursor, Ids& ids) {
  if (cursor.skip(kNone)) return true;
  if (!cursor.skip("[\n        ")) return false;
  std::string_view previous;
  do {
    if (!skip_plain_operation(cursor, previous, ids)) return false;
  } while (cursor.skip(",\n        "));
  return cursor.skip("\n      ]");
}

bool skip_plain_pull_request(Cursor& cursor, PlainPullRequest& pr, Ids& ids) {
  using model::PrState;
  constexpr std::array kWords = {PrState::kOpen, PrState::kClosed, PrState::kMerged};
  MemberLines<Depth::kRecord> lines(cursor);
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
  Cursor cursor(record);
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
  Cursor cursor(value.value_or(""));
  const auto number = cursor.whole_number();
  return number && *number > 0 && cursor.at_end() ? number : std::nullopt;
}

std::string_view text_in(std::string_view record, std::string_view name) {
  const auto value = find_member(record, name);
  Cursor cursor(value.value_or(""));
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
  return number && task_index && !pr.task_id.empty() && pr.created_at.size() == kTimeSize &&
         parse_plain_instant(pr.created_at);
}

bool skip_plain(Cursor& cursor, PlainTask& task, Ids& /*ids*/) {
  return skip_plain_task(cursor, task);
}
bool skip_plain(Cursor& cursor, PlainPullRequest& pr, Ids& ids) {
  return skip_plain_pull_request(cursor, pr, ids);
}

// --- the file

bool ends_record(const Cursor& cursor) {
  return cursor.sees(kNext) || cursor.sees(kLast);
}

template <typename Record>
std::optional<Record> find_record(Cursor& cursor, Ids& ids) {
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

// The place of that one of the next few of `like` that comes here.
template <typename Record>
std::optional<std::size_t> skip_same(Cursor& cursor, std::span<const Record> like,
                                     std::size_t next) {
  constexpr std::size_t kFarthest = 2;
  const std::size_t begin = cursor.place();
  for (std::size_t at = next; at < like.size() && at < next + kFarthest; ++at) {
    if (!cursor.skip_all(like[at].bytes)) continue;
    if (ends_record(cursor)) return at;
    cursor.go_to(begin);
  }
  return std::nullopt;
}

template <typename Record>
bool find_list(Cursor& cursor, std::span<const Record> like, std::vector<Record>& records,
               Ids& ids) {
  if (cursor.skip(kNone)) return true;
  if (!cursor.skip(kFirst)) return false;
  records.reserve(std::max<std::size_t>(like.size() + 2, 32));
  std::size_t next = 0;
  do {
    if (const auto same = skip_same(cursor, like, next)) {
      records.push_back(like[*same]);
      records.back().same_as = same;
      next = *same + 1;
      continue;
    }
    auto record = find_record<Record>(cursor, ids);
    if (!record) return false;
    records.push_back(*std::move(record));
    ++next;
  } while (cursor.skip(kNext));
  return cursor.skip(kLast);
}

// The members before the tasks: each at most once, in their order.
bool skip_head(Cursor& cursor) {
  if (!cursor.skip(kBegin) || !cursor.skip_string()) return false;
  for (const std::string_view member : {",\n  \"created_at\": ", ",\n  \"last_updated\": ",
                                        ",\n  \"former_names\": ", ",\n  \"plan\": "}) {
    if (cursor.skip(member) && !cursor.skip_value()) return false;
  }
  return true;
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
  Cursor cursor(bytes);
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
