#include "cli/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/support/matchers.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/cli/fake_context.h"

namespace claudestep::cli {
namespace {

using test::FailsWithError;
using test::IsOkAndHolds;

class Files : public ::testing::Test {
 protected:
  Files() {
    fake_.context.cwd = folder_.path().string();
    fake_.input = "typed";
  }
  test::TempDir folder_;
  FakeContext fake_;
};

TEST_F(Files, ReadsAFileOrStandardInput) {
  const auto path = folder_.write("in/a.json", std::string("x\0y\n", 4));
  EXPECT_THAT(read_file_or_input(fake_.context, "in/a.json"),
              IsOkAndHolds(std::string("x\0y\n", 4)));
  EXPECT_THAT(read_file_or_input(fake_.context, path.string()),
              IsOkAndHolds(std::string("x\0y\n", 4)));
  EXPECT_THAT(read_file_or_input(fake_.context, "-"), IsOkAndHolds("typed"));
}

TEST_F(Files, SaysWhyItCannotRead) {
  folder_.write("in/a.json", "");
  const auto error = [](std::string message, std::string cause) {
    return Error{ErrorCode::kInvalidInput, std::move(message), {std::move(cause)}};
  };
  EXPECT_THAT(read_file_or_input(fake_.context, "none"),
              FailsWithError(error("cannot read 'none'", "No such file or directory")));
  EXPECT_THAT(read_file_or_input(fake_.context, "in"),
              FailsWithError(error("cannot read 'in'", "Is a directory")));
  EXPECT_THAT(read_file_or_input(fake_.context, ""),
              FailsWithError(error("cannot read ''", "No such file or directory")));
  EXPECT_THAT(read_file_or_input(fake_.context, "in/a.json/b"),
              FailsWithError(error("cannot read 'in/a.json/b'", "Not a directory")));
}

TEST_F(Files, WritesWholeFilesAndLeavesNothingElse) {
  EXPECT_OK(write_file(fake_.context, "out.md", "one"));
  EXPECT_OK(write_file(fake_.context, "out.md", "two"));
  EXPECT_EQ(test::read_file(folder_.path() / "out.md"), "two");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()),
                          std::filesystem::directory_iterator()),
            1);
}

TEST_F(Files, KeepsTheModeOfAFile) {
  const auto path = folder_.write("out.sh", "one");
  ASSERT_EQ(::chmod(path.c_str(), 0750), 0);
  EXPECT_OK(write_file(fake_.context, "out.sh", "two"));
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777u, 0750u);
}

TEST_F(Files, WritesThroughALink) {
  folder_.write("real.md", "one");
  std::filesystem::create_symlink("real.md", folder_.path() / "link.md");
  EXPECT_OK(write_file(fake_.context, "link.md", "two"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path() / "link.md"));
  EXPECT_EQ(test::read_file(folder_.path() / "real.md"), "two");
}

TEST_F(Files, SaysWhyItCannotWrite) {
  EXPECT_THAT(write_file(fake_.context, "none/out.md", "x"),
              FailsWithError(Error{
                  ErrorCode::kIo, "cannot write 'none/out.md'", {"No such file or directory"}}));
  EXPECT_THAT(write_file(fake_.context, "/dev/full", "x"),
              FailsWithError(
                  Error{ErrorCode::kIo, "cannot write '/dev/full'", {"No space left on device"}}));
}

}  // namespace
}  // namespace claudestep::cli
