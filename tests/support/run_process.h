// Owns: running a program from a test and taking all it says. It shares nothing with src/host, so
// that a test of that has an independent judge.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/environment.h"

namespace claudestep::test {

struct ProcessResult {
  int exit_code = 0;  // 128 + n when signal n ended it
  std::string out;
  std::string err;
};

struct ProcessOptions {
  std::filesystem::path cwd = {};  // empty: the test's own
  Environment environment = {};    // the whole of it
  std::string input = {};
};

// Runs `arguments`, the first of which is found in PATH, until it ends. Throws std::runtime_error
// when it cannot be started.
[[nodiscard]] ProcessResult run_process(const std::vector<std::string>& arguments,
                                        const ProcessOptions& options);

// The closed world of tests, the same as that of transcripts (hermetic.py): nothing of the
// machine's git set-up reaches it. HOME is `home`; the clock stands at `seconds` since 1970.
[[nodiscard]] Environment hermetic_environment(const std::filesystem::path& home,
                                               std::int64_t seconds);

}  // namespace claudestep::test
