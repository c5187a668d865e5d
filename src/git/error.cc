#include "git/error.h"

#include <git2/errors.h>

#include <cctype>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace claudestep::git {
namespace {

// libgit2 capitalises here and there; our messages do not.
std::string lower_first(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

}  // namespace

Error from_libgit2(ErrorCode code, std::string what) {
  Error error{code, std::move(what)};
  if (const git_error* last = git_error_last(); last != nullptr && last->message != nullptr) {
    error.causes.push_back(lower_first(last->message));
  }
  git_error_clear();
  return error;
}

ErrorCode code_of_last_error() {
  const git_error* last = git_error_last();
  if (last == nullptr) return ErrorCode::kGitFailed;
  const bool system = last->klass == GIT_ERROR_OS || last->klass == GIT_ERROR_FILESYSTEM;
  return system ? ErrorCode::kIo : ErrorCode::kGitFailed;
}

void set_file_error(const std::string& path, int number) {
  const std::string what = quoted(path, 200) + ": " + std::strerror(number);
  git_error_set_str(GIT_ERROR_OS, what.c_str());
}

Error from_errno(std::string what, int number) {
  Error error{ErrorCode::kIo, std::move(what)};
  error.causes.emplace_back(std::strerror(number));
  return error;
}

}  // namespace claudestep::git
