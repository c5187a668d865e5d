#include "cli/progress_line.h"

#include <gtest/gtest.h>

#include "tests/unit/cli/fake_context.h"

namespace claudestep::cli {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

struct ProgressWorld {
  ProgressWorld() {
    fake.context.terminal.err_is_terminal = true;
    fake.context.environment.set("TERM", "xterm");
  }

  // What stderr gets from work that counts a thousand every 200 ms, five times.
  std::string told() {
    Moment now;
    {
      ProgressLine line(fake.context, "reading", "project", [&now] { return now; });
      for (int i = 0; i < 5; ++i) {
        line.add(1000);
        line.add(0);
        now += milliseconds(200);
      }
    }
    return fake.err;
  }

  FakeContext fake;
};

TEST(ProgressLine, ComesAfterHalfASecondAndGoesAtTheEnd) {
  EXPECT_EQ(ProgressWorld().told(),
            "\r\x1b[Kreading: 4,000 projects\r\x1b[Kreading: 5,000 projects\r\x1b[K");
}

TEST(ProgressLine, IsForTerminalsThatCanTakeItBack) {
  ProgressWorld no_terminal;
  no_terminal.fake.context.terminal.err_is_terminal = false;
  EXPECT_EQ(no_terminal.told(), "");
  ProgressWorld quiet;
  quiet.fake.context.talk = Talk::kQuiet;
  EXPECT_EQ(quiet.told(), "");
  ProgressWorld dumb;
  dumb.fake.context.environment.set("TERM", "dumb");
  EXPECT_EQ(dumb.told(), "");
}

}  // namespace
}  // namespace claudestep::cli
