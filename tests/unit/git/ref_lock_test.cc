#include "git/ref_lock.h"

#include <git2/errors.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "git/library.h"
#include "tests/support/bystander.h"
#include "tests/support/temp_dir.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

const std::string kLockedAt(40, 'a');

class RefLockTest : public ::testing::Test {
 protected:
  void SetUp() override { ensure_library(); }
};

TEST_F(RefLockTest, BecomesTheRef) {
  for (const bool is_durable : {false, true}) {
    const test::TempDir folder;
    const fs::path ref = folder.path() / "refs/heads/deep/meta";
    RefLock lock;
    ASSERT_EQ(lock.take(ref.string(), {}), 0);
    EXPECT_TRUE(fs::is_empty(ref.string() + ".lock"));
    const auto outcome = lock.become_ref(*ObjectId::parse(kLockedAt), is_durable);
    EXPECT_TRUE(outcome.is_in_place);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(test::read_file(ref), kLockedAt + "\n");
    EXPECT_FALSE(fs::exists(ref.string() + ".lock"));
  }
}

TEST_F(RefLockTest, IsHeldByOneAndGivenUp) {
  const test::TempDir folder;
  const std::string ref = (folder.path() / "meta").string();
  {
    RefLock lock;
    ASSERT_EQ(lock.take(ref, {}), 0);
    RefLock other;
    EXPECT_EQ(other.take(ref, {}), GIT_ELOCKED);
  }
  EXPECT_FALSE(fs::exists(ref + ".lock"));
}

TEST_F(RefLockTest, SaysWhyAFolderCannotBeMade) {
  const test::TempDir folder;
  fs::create_directories(folder.path() / "refs/heads");
  const test::Bystander bystander(folder.path(), "refs/heads");
  RefLock lock;
  EXPECT_EQ(lock.take("refs/heads/team/deep/meta", {}), -1);
  EXPECT_STREQ(git_error_last()->message, "'refs/heads/team/deep/meta.lock': Permission denied");
}

// Taken for a folder that somebody took away at that moment, it was waited for.
TEST_F(RefLockTest, SaysThatALinkInTheWayLeadsNowhere) {
  const test::TempDir folder;
  fs::create_directories(folder.path() / "heads");
  fs::create_symlink("nothing", folder.path() / "heads/team");
  RefLock lock;
  EXPECT_EQ(lock.take((folder.path() / "heads/team/meta").string(), {}), -1);
  EXPECT_THAT(git_error_last()->message, ::testing::EndsWith("meta.lock': Not a directory"));
}

TEST_F(RefLockTest, StaysHeldWhereItCannotBeTheRef) {
  const test::TempDir folder;
  const std::string ref = (folder.path() / "meta").string();
  RefLock lock;
  ASSERT_EQ(lock.take(ref, {}), 0);
  folder.write("meta/x", "");
  const auto outcome = lock.become_ref(*ObjectId::parse(kLockedAt), true);
  EXPECT_FALSE(outcome.is_in_place);
  EXPECT_EQ(outcome.code, -1);
  EXPECT_TRUE(fs::exists(ref + ".lock"));
}

TEST_F(RefLockTest, MovesWhatALinkLeadsTo) {
  const test::TempDir folder;
  fs::create_directory(folder.path() / "b");
  fs::create_symlink("b/meta", folder.path() / "link");
  const std::string link = (folder.path() / "link").string();
  RefLock lock;
  ASSERT_EQ(lock.take(link, {}), 0);
  EXPECT_TRUE(fs::exists(folder.path() / "b/meta.lock"));
  EXPECT_TRUE(lock.become_ref(*ObjectId::parse(kLockedAt), true).is_in_place);
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(test::read_file(folder.path() / "b/meta"), kLockedAt + "\n");
}

TEST_F(RefLockTest, TakesEmptyFoldersInItsPlaceAway) {
  const test::TempDir folder;
  const fs::path ref = folder.path() / "meta";
  fs::create_directories(ref / "a/b");
  {
    RefLock lock;
    ASSERT_EQ(lock.take(ref.string(), {}), 0);
    EXPECT_TRUE(lock.become_ref(*ObjectId::parse(kLockedAt), true).is_in_place);
  }
  fs::remove(ref);
  folder.write("meta/a/x", "");
  RefLock lock;
  EXPECT_EQ(lock.take(ref.string(), {}), -1);
  EXPECT_TRUE(fs::exists(ref / "a/x"));
}

}  // namespace
}  // namespace claudestep::git
