// Owns: a Context without a process behind it: streams are strings, the clock stands still.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/context.h"

namespace claudestep::cli {

struct FakeContext {
  FakeContext() {
    context.cwd = "/";
    context.clock = &clock;
    context.out = [this](std::string_view text) { out += text; };
    context.err = [this](std::string_view text) { err += text; };
    context.read_input = [this]() -> Result<std::string> { return input; };
  }
  FakeContext(const FakeContext&) = delete;
  FakeContext& operator=(const FakeContext&) = delete;

  [[nodiscard]] int run(const std::vector<std::string>& words) {
    return run_program(context, words);
  }

  FixedClock clock{Instant{1767225600, 0}};  // 2026-01-01T00:00:00Z
  Context context;
  std::string input;
  std::string out;
  std::string err;
};

}  // namespace claudestep::cli
