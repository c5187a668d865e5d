// Owns: Error, Result and the vocabulary of failure that every folder shares.
// Leaves to others: how an error is shown (cli/) and which exit code a process ends with (cli/).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace claudestep {

// What went wrong, named by who must act. The text of a code (error_code_name) and its exit code
// are part of the command line's contract.
enum class ErrorCode {
  kUsage,            // exit 2: the command line itself is wrong
  kInvalidInput,     // exit 2: a value or file given on the command line is wrong
  kNotFound,         // exit 3: no such project, task, pull request, revision
  kBusy,             // exit 4: another writer is in the way; the only retryable one
  kDirty,            // exit 4: a work tree has changes in the way; paths in `causes`
  kConflict,         // exit 4: already recorded otherwise
  kAlreadyExists,    // exit 4
  kDivergedRewound,  // exit 4: histories are apart in a way that only a person may settle
  kCorrupt,          // exit 5: stored data is broken
  kSchemaUnusable,   // exit 5: a schema, or data of a newer format, cannot be used
  kUnsupported,      // exit 6: the repository uses something this tool cannot open
  kIo,               // exit 7: the file system refused
  kGitFailed,        // exit 7: git or libgit2 failed in a way that none of the above names
  kRejected,         // exit 7: a remote's policy said no
  kInternal,         // exit 70: a defect of ours
};

// The stable name of a code, for example "already_exists".
[[nodiscard]] std::string_view error_code_name(ErrorCode code);

// The exit code that a process ends with for `code`.
[[nodiscard]] int exit_code_for(ErrorCode code);

// A place in a file. Line and column count from 1, the column in code points; 0 means "not known".
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const Place&) const = default;
};

// "file:line:column", leaving out what is not known.
[[nodiscard]] std::string to_string(const Place& place);

// A failure. `message` is lower case, without a full stop, the subject quoted. `causes` go from the
// nearest to the deepest. `hints` name a safe way out and never a command that destroys data.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::vector<std::string> causes = {};
  std::vector<std::string> hints = {};
  Place place = {};

  Error&& caused_by(std::string cause) &&;  // appends a cause
  Error&& hint(std::string text) &&;        // appends a hint
  Error&& at(Place where) &&;               // sets the place

  // This error as the cause of a wider one: `what` becomes the message, the old message the first
  // cause; code, hints and place stay.
  Error&& within(std::string what) &&;

  // "message: cause: cause", for where there is one line.
  [[nodiscard]] std::string one_line() const;

  [[nodiscard]] bool retryable() const { return code == ErrorCode::kBusy; }
  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

// Makes the failed side of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

// Ends the process for a broken invariant, saying where and what. User input never reaches one.
[[noreturn]] void abort_with(const char* file, int line, std::string_view what);

}  // namespace claudestep

// Returns the error of `expr` from the calling function, or goes on. `expr` is a Result<T> or
// Status.
#define CS_TRY(expr)                                                               \
  do {                                                                             \
    if (auto&& cs_status_ = (expr); !cs_status_.has_value()) [[unlikely]]          \
      return ::tl::unexpected<::claudestep::Error>(std::move(cs_status_).error()); \
  } while (false)

#define CS_CONCAT_INNER(a, b) a##b
#define CS_CONCAT(a, b) CS_CONCAT_INNER(a, b)

// Declares `decl` with the value of `expr`, or returns its error: CS_ASSIGN(auto tree, read(...)).
#define CS_ASSIGN(decl, expr) CS_ASSIGN_IMPL(CS_CONCAT(cs_result_, __LINE__), decl, expr)
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot be in parentheses
#define CS_ASSIGN_IMPL(tmp, decl, expr)                                   \
  auto tmp = (expr);                                                      \
  if (!tmp.has_value()) [[unlikely]]                                      \
    return ::tl::unexpected<::claudestep::Error>(std::move(tmp).error()); \
  decl = *std::move(tmp)
// NOLINTEND(bugprone-macro-parentheses)

// Holds an invariant of our own code; never a check of input.
#define CS_CHECK(condition)                                     \
  do {                                                          \
    if (!(condition)) [[unlikely]]                              \
      ::claudestep::abort_with(__FILE__, __LINE__, #condition); \
  } while (false)
