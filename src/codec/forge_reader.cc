#include "codec/forge_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "codec/json_reader.h"
#include "codec/record_reader.h"

namespace claudestep::codec {
namespace {

using model::ForgePull;
using model::PrState;

constexpr std::string_view kGitHubCommand =
    "gh pr list --state all --limit 1000 --json number,state,headRefName,title,author,assignees,"
    "reviewRequests,isCrossRepository,createdAt,mergedAt,closedAt,mergeCommit";
constexpr std::string_view kGitLabCommand = "glab mr list --all -F json --per-page 100";

bool is_plain_line(std::string_view text) {
  if (trim(text).empty()) return false;
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    const char32_t c = next.code_point;
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) return false;
    text.remove_prefix(next.size);
  }
  return true;
}

// A name of a branch or a person.
Result<std::string> read_forge_name(const Found& found) {
  if (found.value.is_string() && is_plain_line(found.value.text)) return found.value.text;
  return refuse(found, "a name on one line");
}

Result<std::string> read_forge_title(const Found& found) {
  if (found.value.is_string() && found.value.text.find('\0') == std::string::npos) {
    return found.value.text;
  }
  return refuse(found, "a title");
}

// As we write times: a forge's fractions say nothing that anybody asks for.
Result<Timestamp> read_forge_time(const Found& found) {
  return read_time(found).map(
      [](const model::Time& time) { return Timestamp(time.value.instant()); });
}

Result<std::string> read_commit_id(const Found& found) {
  const std::string& text = found.value.text;
  const bool is_id = found.value.is_string() && (text.size() == 40 || text.size() == 64) &&
                     text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (!is_id) return refuse(found, "the 40 hex digits of a commit");
  return to_lower_ascii(text);
}

// `name` of an object, which may be null as a whole: {"login": "alice"}.
Result<std::optional<std::string>> read_part(const Found& found, std::string_view name,
                                             Result<std::string> (*read)(const Found&)) {
  std::optional<std::string> none;
  if (found.value.is_null()) return none;
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  model::Opt<std::string> part;
  CS_TRY(record.optional(name, part, read));
  return part ? std::optional(*part) : none;
}

// The same, where the member of `record` that has it may be absent.
Status take_part(RecordReader& record, std::string_view member, std::string_view name,
                 Result<std::string> (*read)(const Found&), std::optional<std::string>& out) {
  const Value* value = record.take_value(member);
  if (value == nullptr) return {};
  const Path path = record.path().member(member);
  CS_ASSIGN(out, read_part({*value, path, record.source()}, name, read));
  return {};
}

template <typename T, typename Read>
Status take_optional(RecordReader& record, std::string_view name, std::optional<T>& out,
                     Read&& read) {
  model::Opt<T> value;
  CS_TRY(record.optional(name, value, read));
  if (value) out = *std::move(value);
  return {};
}

// Adds those who are named in the list `member`; teams and the like, which have no such name, are
// passed over.
Status take_people(RecordReader& record, std::string_view member, std::string_view name,
                   std::vector<std::string>& out) {
  std::vector<std::optional<std::string>> people;
  CS_TRY(record.list(member, people,
                     [&](const Found& found) { return read_part(found, name, read_forge_name); }));
  for (auto& person : people) {
    if (person && std::find(out.begin(), out.end(), *person) == out.end()) {
      out.push_back(*std::move(person));
    }
  }
  return {};
}

struct StateWord {
  std::string_view word;
  PrState state;
};
constexpr StateWord kGitHubStates[] = {
    {"OPEN", PrState::kOpen}, {"CLOSED", PrState::kClosed}, {"MERGED", PrState::kMerged}};
// A locked one is being merged, and not merged yet.
constexpr StateWord kGitLabStates[] = {{"opened", PrState::kOpen},
                                       {"locked", PrState::kOpen},
                                       {"closed", PrState::kClosed},
                                       {"merged", PrState::kMerged}};

template <std::size_t Count>
Result<PrState> read_forge_state(const Found& found, const StateWord (&words)[Count]) {
  std::string expected = "one of ";
  for (const StateWord& known : words) {
    if (found.value.is_string() && found.value.text == known.word) return known.state;
    if (&known != words) expected += ", ";
    expected += known.word;
  }
  return refuse(found, expected);
}

Result<std::int64_t> read_forge_number(const Found& found) {
  return read_positive(found).map([](const model::Integer& number) { return number.value; });
}

std::vector<std::string> how_to_print() {
  return {std::string(kGitHubCommand), std::string(kGitLabCommand)};
}

// Refuses an object that lacks one of `names`, saying what prints it with all of them.
Status check_has(const RecordReader& record, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (record.peek(name) != nullptr) continue;
    auto refusal = record.missing(name);
    refusal.value().hints = how_to_print();
    return refusal;
  }
  return {};
}

Result<ForgePull> read_github(RecordReader& record) {
  CS_TRY(check_has(record, {"number", "state", "headRefName"}));
  ForgePull pull;
  CS_ASSIGN(pull.number, record.required("number", read_forge_number));
  CS_ASSIGN(pull.state, record.required("state", [](const Found& found) {
    return read_forge_state(found, kGitHubStates);
  }));
  CS_ASSIGN(pull.branch, record.required("headRefName", read_forge_name));
  std::optional<bool> from_fork;
  CS_TRY(take_optional(record, "isCrossRepository", from_fork, read_bool));
  pull.from_fork = from_fork.value_or(false);
  CS_TRY(take_optional(record, "title", pull.title, read_forge_title));
  CS_TRY(take_people(record, "assignees", "login", pull.reviewers));
  CS_TRY(take_people(record, "reviewRequests", "login", pull.reviewers));
  CS_TRY(take_optional(record, "createdAt", pull.created_at, read_forge_time));
  CS_TRY(take_optional(record, "mergedAt", pull.merged_at, read_forge_time));
  CS_TRY(take_optional(record, "closedAt", pull.closed_at, read_forge_time));
  CS_TRY(take_part(record, "mergeCommit", "oid", read_commit_id, pull.merge_commit));
  return pull;
}

Result<ForgePull> read_gitlab(RecordReader& record) {
  CS_TRY(check_has(record, {"iid", "state", "source_branch"}));
  ForgePull pull;
  CS_ASSIGN(pull.number, record.required("iid", read_forge_number));
  CS_ASSIGN(pull.state, record.required("state", [](const Found& found) {
    return read_forge_state(found, kGitLabStates);
  }));
  CS_ASSIGN(pull.branch, record.required("source_branch", read_forge_name));
  std::optional<std::int64_t> source;
  std::optional<std::int64_t> target;
  CS_TRY(take_optional(record, "source_project_id", source, read_forge_number));
  CS_TRY(take_optional(record, "target_project_id", target, read_forge_number));
  // A merge request whose fork was deleted has no source at all.
  pull.from_fork = target && source != target;
  CS_TRY(take_optional(record, "title", pull.title, read_forge_title));
  CS_TRY(take_people(record, "reviewers", "username", pull.reviewers));
  CS_TRY(take_people(record, "assignees", "username", pull.reviewers));
  CS_TRY(take_optional(record, "created_at", pull.created_at, read_forge_time));
  CS_TRY(take_optional(record, "merged_at", pull.merged_at, read_forge_time));
  CS_TRY(take_optional(record, "closed_at", pull.closed_at, read_forge_time));
  CS_TRY(take_optional(record, "merge_commit_sha", pull.merge_commit, read_commit_id));
  if (!pull.merge_commit) {
    CS_TRY(take_optional(record, "squash_commit_sha", pull.merge_commit, read_commit_id));
  }
  return pull;
}

// A pull request of either forge: only GitLab counts by "iid".
Result<ForgePull> read_forge_pull(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  if (record.peek("iid") != nullptr) return read_gitlab(record);
  return read_github(record);
}

Status check_told_once(const std::vector<ForgePull>& pulls, const Value& root, const Path& path,
                       const Source& source) {
  std::map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < pulls.size(); ++i) {
    const auto [first, is_new] = places.emplace(pulls[i].number, i);
    if (is_new) continue;
    const Mark mark = root.items[i].mark;
    return fail(
        Error{.code = source.code,
              .message = fmt::format("{} tells of #{} again, after {}", path.item(i).to_string(),
                                     pulls[i].number, path.item(first->second).to_string())}
            .hint("give one answer of the forge, not several put together")
            .at(Place{std::string(source.file), mark.line, mark.column}));
  }
  return {};
}

Result<std::vector<ForgePull>> read_forge_list(const Value& root, const Source& source) {
  const Path path;
  std::vector<ForgePull> pulls;
  if (root.is_object()) {
    CS_ASSIGN(pulls.emplace_back(), read_forge_pull({root, path, source}));
    return pulls;
  }
  if (!root.is_array()) {
    auto refusal = refuse({root, path, source}, "an array of pull requests");
    refusal.value().hints = how_to_print();
    return refusal;
  }
  CS_TRY(read_items({root, path, source}, pulls, read_forge_pull));
  CS_TRY(check_told_once(pulls, root, path, source));
  std::sort(pulls.begin(), pulls.end(),
            [](const ForgePull& a, const ForgePull& b) { return a.number < b.number; });
  return pulls;
}

}  // namespace

Result<std::vector<ForgePull>> read_forge_pulls(std::string bytes, std::string_view file) {
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  JsonOptions options;
  options.file = file;
  options.code = source.code;
  CS_ASSIGN(const Document document, read_json(std::move(bytes), options));
  return read_forge_list(document.root(), source);
}

}  // namespace claudestep::codec
