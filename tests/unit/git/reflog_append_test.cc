#include "git/reflog_append.h"

#include <git2/errors.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "git/library.h"
#include "tests/support/bystander.h"
#include "tests/support/temp_dir.h"

namespace claudestep::git {
namespace {

ObjectId logged_id(char digit) {
  return *ObjectId::parse(std::string(40, digit));
}

std::string logged_line(char from, char to) {
  return std::string(40, from) + " " + std::string(40, to) +
         " A <a@b> 1700000000 +0000\tclaudestep: x\n";
}

// A ref that goes from 1 to 2, with a reflog of its own and one of HEAD.
struct Logged {
  Logged()
      : logs{{folder.path().string(), folder.write("own", first).string()},
             Reflog{folder.path().string(), folder.write("head", first).string()}} {}

  int begin() {
    ensure_library();
    std::string name = "A";
    std::string mail = "a@b";
    const git_signature who{name.data(), mail.data(), {1'700'000'000, 0, '+'}};
    const std::string message = "claudestep: x";
    return log.begin(logs, {logged_id('1'), logged_id('2'), who, message});
  }
  [[nodiscard]] std::string own() const { return test::read_file(logs.own.path); }
  [[nodiscard]] std::string head() const { return test::read_file(logs.head->path); }

  const std::string first = logged_line('0', '1');
  const std::string second = logged_line('1', '2');
  test::TempDir folder;
  Reflogs logs;
  MoveLog log;
};

TEST(MoveLog, TellsHeadWhenItIsMade) {
  Logged logged;
  ASSERT_EQ(logged.begin(), 0);
  EXPECT_EQ(logged.own(), logged.first + logged.second);
  EXPECT_EQ(logged.head(), logged.first);
  logged.log.finish();
  EXPECT_EQ(logged.own(), logged.first + logged.second);
  EXPECT_EQ(logged.head(), logged.first + logged.second);
}

TEST(MoveLog, TakesBackWhatItTold) {
  Logged logged;
  ASSERT_EQ(logged.begin(), 0);
  logged.log.take_back();
  EXPECT_EQ(logged.own(), logged.first);
  EXPECT_EQ(logged.head(), logged.first);
}

TEST(MoveLog, LeavesWhatOthersWroteAfterIt) {
  Logged logged;
  ASSERT_EQ(logged.begin(), 0);
  std::ofstream(logged.logs.own.path, std::ios::app) << logged_line('2', '3');
  logged.log.take_back();
  EXPECT_EQ(logged.own(), logged.first + logged.second + logged_line('2', '3'));
}

TEST(MoveLog, TellsNobodyWhereOneCannotBeTold) {
  Logged logged;
  logged.logs.head->path = logged.logs.own.path + "/x";
  EXPECT_EQ(logged.begin(), -1);
  EXPECT_EQ(logged.own(), logged.first);
}

TEST(MoveLog, SaysWhyAFolderCannotBeMade) {
  Logged logged;
  std::filesystem::create_directory(logged.folder.path() / "logs");
  const test::Bystander bystander(logged.folder.path(), "logs");
  logged.logs.own = {".", "logs/refs/heads/meta"};
  EXPECT_EQ(logged.begin(), -1);
  EXPECT_STREQ(git_error_last()->message, "'logs/refs/heads/meta': Permission denied");
}

// As `git reflog expire` and `git gc` do between the two.
TEST(MoveLog, TellsTheOneThatCameInThePlaceOfHeads) {
  Logged logged;
  ASSERT_EQ(logged.begin(), 0);
  const auto next = logged.folder.write("head.lock", logged_line('0', '3'));
  std::filesystem::rename(next, logged.logs.head->path);
  logged.log.finish();
  EXPECT_EQ(logged.head(), logged_line('0', '3') + logged.second);
}

// As these do that have read all lines when one is told, put in its place what they read, and have
// said anew in it from where the ref came, or give up.
TEST(MoveLog, TellsTheOneThatComesWhileItTells) {
  for (const std::string& copied :
       {logged_line('0', '1'), logged_line('0', '1') + logged_line('9', '2'), std::string()}) {
    Logged logged;
    ASSERT_EQ(logged.begin(), 0);
    const auto next = logged.folder.write("head.lock", copied);
    std::thread git([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      if (copied.empty()) {
        std::filesystem::remove(next);
      } else {
        std::filesystem::rename(next, logged.logs.head->path);
      }
    });
    logged.log.finish();
    const bool is_gone = !std::filesystem::exists(next);
    git.join();
    EXPECT_TRUE(is_gone);
    EXPECT_EQ(logged.head(),
              copied.size() > logged.first.size() ? copied : logged.first + logged.second);
  }
}

TEST(MoveLog, WaitsForNoLockThatWasLeftBehind) {
  Logged logged;
  ASSERT_EQ(logged.begin(), 0);
  const auto lock = logged.folder.write("head.lock", logged.first);
  std::filesystem::last_write_time(
      lock, std::filesystem::last_write_time(logged.logs.head->path) - std::chrono::minutes(1));
  const auto begun = std::chrono::steady_clock::now();
  logged.log.finish();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4));
  EXPECT_EQ(logged.head(), logged.first + logged.second);
}

TEST(MoveLog, MakesHeadsThatWentUnlessNoneAreMade) {
  for (const bool are_made : {true, false}) {
    Logged logged;
    logged.logs.are_made = are_made;
    ASSERT_EQ(logged.begin(), 0);
    std::filesystem::remove(logged.logs.head->path);
    logged.log.finish();
    EXPECT_EQ(std::filesystem::exists(logged.logs.head->path), are_made);
    if (!are_made) continue;
    EXPECT_EQ(logged.head(), logged.second);
  }
}

TEST(MoveLog, LeavesNoLineThatBrokeOff) {
  Logged logged;
  struct rlimit limit {};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  const struct rlimit full { logged.first.size() + 10, limit.rlim_max };
  auto* const before = ::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &full);
  const int code = logged.begin();
  ::setrlimit(RLIMIT_FSIZE, &limit);
  ::signal(SIGXFSZ, before);
  EXPECT_EQ(code, -1);
  EXPECT_EQ(logged.own(), logged.first);
}

}  // namespace
}  // namespace claudestep::git
