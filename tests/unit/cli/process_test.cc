#include "cli/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "tests/support/matchers.h"
#include "tests/support/temp_dir.h"

namespace claudestep::cli {
namespace {

using Buffering = StandardOutput::Buffering;

class Output : public ::testing::Test {
 protected:
  Output() : path_(folder_.write("out", "")), descriptor_(::open(path_.c_str(), O_WRONLY)) {}
  ~Output() override { ::close(descriptor_); }
  [[nodiscard]] std::string written() const { return test::read_file(path_); }

  test::TempDir folder_;
  std::filesystem::path path_;
  int descriptor_;
};

TEST_F(Output, ByTheLineIsSeenAtOnce) {
  StandardOutput out(descriptor_, Buffering::kLine);
  out.write("one\n");
  EXPECT_EQ(written(), "one\n");
}

TEST_F(Output, ByTheBlockIsHeldBack) {
  StandardOutput out(descriptor_, Buffering::kBlock);
  out.write("one\n");
  EXPECT_EQ(written(), "");
  EXPECT_OK(out.flush());
  EXPECT_EQ(written(), "one\n");
  const std::string block(100'000, 'x');
  out.write(block);
  EXPECT_EQ(written(), "one\n" + block);
}

TEST(OutputFailure, IsRemembered) {
  const int full = ::open("/dev/full", O_WRONLY);
  StandardOutput out(full, Buffering::kLine);
  out.write("lost");
  out.write("lost too");
  const Error error{ErrorCode::kIo, "cannot write to standard output", {"No space left on device"}};
  EXPECT_THAT(out.flush(), test::FailsWithError(error));
  EXPECT_THAT(out.flush(), test::FailsWithError(error));
  ::close(full);
}

TEST(OutputFailure, OfABrokenPipeEndsInSilence) {
  EXPECT_EXIT(
      {
        // As a parent that ignores the signal leaves it.
        std::signal(SIGPIPE, SIG_IGN);
        int ends[2];
        if (::pipe(ends) != 0) ::_exit(1);
        ::close(ends[0]);
        StandardOutput out(ends[1], Buffering::kLine);
        out.write("nobody reads this");
        ::_exit(2);
      },
      ::testing::KilledBySignal(SIGPIPE), "^$");
}

TEST(ContextOfProcess, IsWhatTheProcessHas) {
  StandardOutput out(STDOUT_FILENO, Buffering::kBlock);
  const Context context = context_of_process(out);
  char buffer[4096];
  EXPECT_EQ(context.cwd, ::getcwd(buffer, sizeof buffer));
  EXPECT_EQ(context.environment.get("PATH").value_or(""), std::string(::getenv("PATH")));
  EXPECT_EQ(context.clock, nullptr);
  EXPECT_OK(context.flush_out());
}

}  // namespace
}  // namespace claudestep::cli
