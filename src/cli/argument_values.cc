#include "cli/argument_values.h"

#include <utility>

#include "base/text.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

// An id of SHA-1, or of SHA-256 as a forge that uses it would give.
bool is_whole_id(std::string_view word) {
  return (word.size() == 40 || word.size() == 64) &&
         word.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

}  // namespace

Result<std::string> project_of(const Arguments& arguments) {
  const std::string& name = arguments.text("PROJECT");
  CS_TRY(model::check_project_name(name));
  return name;
}

Result<std::string> task_word(std::string_view word) {
  if (trim(word).empty()) {
    return fail(Error{ErrorCode::kInvalidInput, "a task is named by its index or its id"}.hint(
        "claudestep task list PROJECT"));
  }
  return std::string(word);
}

std::optional<Timestamp> time_of(const Arguments& arguments, std::string_view option) {
  if (!arguments.has(option)) return std::nullopt;
  const auto instant = parse_moment(arguments.text(option), Instant{});
  CS_CHECK(instant.has_value());
  return Timestamp(*instant);
}

std::optional<Instant> moment_of(const Arguments& arguments, std::string_view option, Instant now) {
  if (!arguments.has(option)) return std::nullopt;
  const auto instant = parse_moment(arguments.text(option), now);
  CS_CHECK(instant.has_value());
  return *instant;
}

Result<std::string> commit_id_of(const git::Repository& repository, std::string_view word) {
  if (is_whole_id(word)) return to_lower_ascii(word);
  const auto commit = repository.resolve_commit(word);
  if (commit) return commit->hex();
  if (commit.error().code != ErrorCode::kNotFound) return fail(commit.error());
  return fail(Error{ErrorCode::kInvalidInput,
                    quoted(word) + " is no commit id and names no commit in this repository"}
                  .hint("give the 40 hex digits of the commit, or a revision that git knows"));
}

}  // namespace claudestep::cli
