// Owns: what this process is given by the system: streams, folder, environment, terminal.
// The one place in cli/ that asks the process; everything else asks the Context made here.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/context.h"

namespace claudestep::cli {

// Standard output: collects what is written and remembers the first failure. Where nobody reads any
// more (EPIPE) the process ends as SIGPIPE would end it.
class StandardOutput {
 public:
  // `descriptor` stays open and belongs to the caller. With `kLine` every write goes out at once.
  enum class Buffering { kLine, kBlock };
  StandardOutput(int descriptor, Buffering buffering)
      : descriptor_(descriptor), buffering_(buffering) {}

  void write(std::string_view text);
  // Writes out what was collected. kIo "cannot write to standard output" when that or an earlier
  // write failed.
  [[nodiscard]] Status flush();

 private:
  int descriptor_;
  Buffering buffering_;
  std::string held_;
  int error_ = 0;
};

// A context of this process. Its clock is not set, so that run_program chooses one; its folder is
// "" when the system cannot tell it. Requires: `out` outlives it.
[[nodiscard]] Context context_of_process(StandardOutput& out);

}  // namespace claudestep::cli
