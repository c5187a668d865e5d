#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "base/time.h"
#include "tests/support/run_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/ticking_clock.h"

namespace claudestep::test {
namespace {

namespace fs = std::filesystem;

TEST(TickingClock, MovesAMinuteAReading) {
  const TickingClock clock;
  EXPECT_EQ(format_instant(clock.now()), "2026-01-01T00:00:00Z");
  EXPECT_EQ(format_instant(clock.now()), "2026-01-01T00:01:00Z");
  EXPECT_EQ(clock.readings(), 2);
}

TEST(TickingClock, StartAndStepCanBeChosen) {
  const TickingClock clock(Instant{10, 5}, 3);
  EXPECT_EQ(clock.now(), (Instant{10, 5}));
  EXPECT_EQ(clock.now(), (Instant{13, 5}));
}

TEST(TempDir, GoesWithEverythingInIt) {
  fs::path path;
  {
    const TempDir folder;
    path = folder.path();
    EXPECT_EQ(read_file(folder.write("deep/er/file", "a\0b")), "a");
    fs::permissions(path / "deep", fs::perms::owner_read | fs::perms::owner_exec);
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TempDir, EachIsItsOwn) {
  const TempDir one;
  const TempDir other;
  EXPECT_NE(one.path(), other.path());
  EXPECT_THROW((void)read_file(one.path() / "none"), std::runtime_error);
}

TEST(RunProcess, TakesStreamsAndExitCode) {
  const TempDir folder;
  ProcessOptions options{folder.path(), hermetic_environment(folder.path(), 0), "in"};
  const ProcessResult result = run_process({"sh", "-c", "cat; pwd; echo e >&2; exit 3"}, options);
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.out, "in" + folder.path().string() + "\n");
  EXPECT_EQ(result.err, "e\n");
}

TEST(RunProcess, TheEnvironmentIsWhatIsGiven) {
  const TempDir folder;
  const ProcessOptions options{{}, hermetic_environment(folder.path(), 0), {}};
  const ProcessResult result =
      run_process({"sh", "-c", "echo $CLAUDESTEP_NOW $TZ ${USER-unset}"}, options);
  EXPECT_EQ(result.out, "1970-01-01T00:00:00Z UTC unset\n");
}

TEST(RunProcess, MuchOutputDoesNotBlock) {
  const ProcessOptions options{{}, hermetic_environment("/", 0), std::string(1 << 20, 'x')};
  EXPECT_EQ(run_process({"sh", "-c", "cat; cat /dev/null >&2"}, options).out.size(), 1U << 20);
}

TEST(RunProcess, ASignalShowsInTheExitCode) {
  const ProcessOptions options{{}, hermetic_environment("/", 0), {}};
  EXPECT_EQ(run_process({"sh", "-c", "kill -9 $$"}, options).exit_code, 137);
}

TEST(RunProcess, AProgramThatIsNotThereThrows) {
  EXPECT_THROW((void)run_process({"no-such-program-here"}, {}), std::runtime_error);
}

}  // namespace
}  // namespace claudestep::test
