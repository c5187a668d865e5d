#include "base/file_io.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <optional>
#include <string>

#include "tests/support/temp_dir.h"

namespace claudestep {
namespace {

TEST(ReadFile, ReadsAFileThroughALink) {
  const test::TempDir folder;
  const std::string bytes = std::string(10'000, 'x') + std::string("\0\n", 2);
  std::ofstream(folder.path() / "file", std::ios::binary) << bytes;
  std::filesystem::create_symlink("file", folder.path() / "link");
  EXPECT_EQ(read_file((folder.path() / "file").string()), bytes);
  EXPECT_EQ(read_file((folder.path() / "link").string()), bytes);
}

TEST(ReadFile, WaitsForNothingThatIsNoFile) {
  const test::TempDir folder;
  const std::string pipe = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(read_file(pipe), std::nullopt);
  EXPECT_EQ(read_file(folder.path().string()), std::nullopt);
  EXPECT_EQ(read_file((folder.path() / "none").string()), std::nullopt);
}

}  // namespace
}  // namespace claudestep
