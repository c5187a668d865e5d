#include "git/staged_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/matchers.h"
#include "tests/support/temp_dir.h"

namespace claudestep::git {
namespace {

TEST(StagedFiles, AreThereWhenCommitted) {
  const test::TempDir dir;
  StagedFiles files(true, Sharing());
  const std::string path = dir.path() / "ab" / "object";
  ASSERT_THAT(files.add(path, "tmp_", "bytes"), test::IsOk());
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_THAT(files.commit(), test::IsOk());
  EXPECT_EQ(test::read_file(path), "bytes");
}

TEST(StagedFiles, ThatSomebodyTookAwayAreToBeWrittenAgain) {
  const test::TempDir dir;
  const std::string path = dir.path() / "ab" / "object";
  StagedFiles files(true, Sharing());
  ASSERT_THAT(files.add(path, "tmp_", "bytes"), test::IsOk());
  std::filesystem::remove_all(dir.path() / "ab");
  EXPECT_THAT(files.commit(),
              test::FailsWith(ErrorCode::kBusy, "/ab/object' was taken away while it was written"));
}

}  // namespace
}  // namespace claudestep::git
