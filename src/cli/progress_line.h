// Owns: the line on a terminal's stderr that tells how far long work is: there after half a second,
// gone when the work ends. Nothing moves where stderr is no terminal, with -q, on a dumb terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace claudestep::cli {

using Stopwatch = std::function<std::chrono::steady_clock::time_point()>;

class ProgressLine {
 public:
  // `doing`: "reading", `singular`: "project", of what add() counts. Requires: `context` outlives
  // this.
  ProgressLine(const Context& context, std::string_view doing, std::string_view singular,
               Stopwatch now = std::chrono::steady_clock::now);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

  void add(std::size_t count);
  // Takes the line away; it comes again with more.
  void clear();

 private:
  const Context& context_;
  std::string doing_;
  std::string singular_;
  Stopwatch now_;
  bool wanted_;
  bool shown_ = false;
  std::size_t count_ = 0;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace claudestep::cli
