// Owns: running child processes, git above all.
// Leaves to others: what their output means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/result.h"

namespace claudestep::host {

struct Command {
  std::vector<std::string> argv;
  std::string cwd;                           // "" keeps ours
  const Environment* environment = nullptr;  // null: an empty one
  std::string input;                         // written to its stdin, which is then closed
  std::optional<int> timeout_seconds;        // then killed, kIo
  int keeps_open = -1;                       // a descriptor that it and its children have as well
};

// How children are run for a caller who holds flock() on a file: they have it open as well, so that
// the lock stays taken for as long as one of them lives, whatever becomes of us.
struct UnderLock {
  const Environment& environment;
  int lock = -1;  // the descriptor; -1 where nothing is held
};

struct Finished {
  int exit_code = 0;  // 128 + n for a signal
  std::string out;
  std::string err;
};

// Runs to the end. kIo when it cannot be started. Never a shell; never hangs on a full pipe.
[[nodiscard]] Result<Finished> run(const Command& command);

// The path of a program as `environment`'s PATH leads to it; a name with a slash is one already.
[[nodiscard]] std::optional<std::string> find_program(const std::string& name,
                                                      const Environment& environment);

// `environment` without the variables that git sets for one repository (`git rev-parse
// --local-env-vars`), with CLAUDESTEP_HOOKS=0 and LC_ALL=C: for git children that must look at
// another folder.
[[nodiscard]] Environment scrubbed(const Environment& environment);

// `git ARGS...` in `cwd` with a scrubbed environment. kGitFailed with its stderr when it exits with
// another code than 0; see `run` when the code matters.
[[nodiscard]] Result<std::string> git(const Environment& environment, const std::string& cwd,
                                      std::vector<std::string> args);

}  // namespace claudestep::host
