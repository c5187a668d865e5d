// Branches whose file is gone while packed-refs has an older value, as git left both.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "base/file_io.h"
#include "git/reflog_mend.h"
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::Optional;

constexpr const char* kGoneBranch = "refs/heads/main";

// A branch that was packed at the first of three commits, each upon the one before.
class GoneBranch : public testing::Test {
 protected:
  void SetUp() override {
    builder_.git({"config", "gc.reflogExpire", "never"});
    tips_.push_back(builder_.commit("refs/heads/side", {{"f", "1\n"}}));
    const std::string tree = *builder_.resolve(tips_[0] + "^{tree}");
    for (int i = 0; i < 2; ++i) tips_.push_back(builder_.commit_tree(tree, {tips_.back()}));
    builder_.git({"update-ref", "--create-reflog", kGoneBranch, tips_[0]});
    builder_.git({"pack-refs", "--all"});
  }

  void move_to(const std::string& tip, const std::string& message = "moved") {
    builder_.git({"update-ref", "-m", message, kGoneBranch, tip});
  }
  void lose_file() { fs::remove(builder_.git_dir() / kGoneBranch); }
  Result<std::optional<ObjectId>> find() {
    auto repository = open(builder_);
    if (!repository) return fail(repository.error());
    return repository->find_ref(kGoneBranch);
  }
  Error gone(const std::string& packed, const std::string& last) {
    return Error{ErrorCode::kCorrupt,
                 "the file of the branch 'main' is gone, and packed-refs has an older value"}
        .caused_by("it was last at " + last +
                   ", which is built on that and to which the next hint puts it back")
        .hint(fmt::format("git update-ref refs/heads/main {} {}", last, packed));
  }

  RepositoryBuilder builder_{Layout::kWorkTree};
  std::vector<std::string> tips_;
};

TEST_F(GoneBranch, IsAnErrorThatPutsItBack) {
  move_to(tips_[1]);
  move_to(tips_[2]);
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[2]))));
  lose_file();
  EXPECT_THAT(find(), test::FailsWithError(gone(tips_[0], tips_[2])));
  builder_.git({"update-ref", kGoneBranch, tips_[2], tips_[0]});
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[2]))));
}

TEST_F(GoneBranch, IsOneAlsoAfterOneMoveAndALongMessage) {
  move_to(tips_[1], std::string(5000, 'x'));
  lose_file();
  EXPECT_THAT(find(), test::FailsWithError(gone(tips_[0], tips_[1])));
  // The folder of refs is there for another one.
  fs::create_directories(builder_.git_dir() / kGoneBranch);
  EXPECT_THAT(find(), test::FailsWithError(gone(tips_[0], tips_[1])));
}

TEST_F(GoneBranch, IsNoneWhereGitPackedIt) {
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0]))));
  move_to(tips_[2]);
  builder_.git({"pack-refs", "--all"});
  ASSERT_FALSE(fs::exists(builder_.git_dir() / kGoneBranch));
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[2]))));
}

TEST_F(GoneBranch, IsNoneWhereItWasMovedBack) {
  move_to(tips_[2]);
  move_to(tips_[1]);
  builder_.git({"pack-refs", "--all"});
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[1]))));
  move_to(tips_[2]);
  builder_.git({"update-ref", "-d", kGoneBranch});
  builder_.git({"update-ref", kGoneBranch, tips_[0]});
  builder_.git({"pack-refs", "--all"});
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0]))));
}

TEST_F(GoneBranch, IsNoneWhereReflogsWereTurnedOff) {
  builder_.git({"config", "core.logAllRefUpdates", "false"});
  move_to(tips_[2]);
  move_to(tips_[1]);
  builder_.git({"pack-refs", "--all"});
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[1]))));
  // Without a reflog nothing is known.
  fs::remove(builder_.git_dir() / "logs" / kGoneBranch);
  move_to(tips_[2]);
  EXPECT_FALSE(fs::exists(builder_.git_dir() / "logs" / kGoneBranch));
  lose_file();
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[1]))));
}

TEST_F(GoneBranch, IsNoneWhereLinesOfTheReflogWereTakenAway) {
  for (const std::vector<std::string>& away :
       std::vector<std::vector<std::string>>{{"delete", "main@{0}"},
                                             {"delete", "--rewrite", "main@{1}"},
                                             {"expire", "--expire=now", "--all"},
                                             {"expire", "--expire-unreachable=now", "--all"}}) {
    for (const std::string& tip : {tips_[2], tips_[0], tips_[1]}) move_to(tip);
    builder_.git({"pack-refs", "--all"});
    std::vector<std::string> command = {"reflog"};
    command.insert(command.end(), away.begin(), away.end());
    builder_.git(command);
    EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[1])))) << away.front();
  }
}

TEST_F(GoneBranch, IsNoneWhereItsReflogSaysNothingOfUse) {
  move_to(tips_[1]);
  lose_file();
  const auto log = builder_.git_dir() / "logs" / kGoneBranch;
  const std::string text = read_file(log.string()).value();
  const std::string other = builder_.commit_tree(*builder_.resolve(tips_[0] + "^{tree}"), {});
  for (const std::string& last :
       {std::string(), text.substr(0, text.size() / 2 + 60), text + "no line\n",
        text + tips_[1] + " " + std::string(40, '1') + " A <a@b> 1 +0000\n",
        text + tips_[1] + " " + std::string(40, '0') + " A <a@b> 1 +0000\n",
        text + tips_[1] + " " + other + " A <a@b> 1 +0000\n", text + std::string(100, '\0')}) {
    std::ofstream(log, std::ios::trunc | std::ios::binary) << last;
    EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0])))) << last;
  }
  fs::remove(log);
  fs::create_directories(log);
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0]))));
}

// Who moves it has told the reflog, and not yet moved it.
TEST_F(GoneBranch, IsNoneWhileItIsMoved) {
  move_to(tips_[1]);
  lose_file();
  const auto lock = builder_.git_dir() / (std::string(kGoneBranch) + ".lock");
  std::ofstream(lock) << tips_[1] << '\n';
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0]))));
  fs::remove(lock);
  EXPECT_FALSE(find().has_value());
}

TEST_F(GoneBranch, IsNoneWhereItComesBackAtOnce) {
  move_to(tips_[1]);
  lose_file();
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder_));
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::ofstream(builder_.git_dir() / kGoneBranch) << tips_[1] << '\n';
  });
  const auto found = repository.find_ref(kGoneBranch);
  other.join();
  EXPECT_THAT(found, IsOkAndHolds(Optional(id_of(tips_[1]))));
}

TEST_F(GoneBranch, IsNoneWhereTheMoveIsTakenBack) {
  move_to(tips_[1]);
  lose_file();
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder_));
  const auto log = builder_.git_dir() / "logs" / kGoneBranch;
  const auto size = fs::file_size(log);
  take_back_move(repository, kGoneBranch, id_of(tips_[2]));  // another one
  take_back_move(repository, kGoneBranch, id_of(tips_[0]));
  take_back_move(repository, "refs/heads/none", id_of(tips_[1]));
  EXPECT_EQ(fs::file_size(log), size);
  take_back_move(repository, kGoneBranch, id_of(tips_[1]));
  EXPECT_EQ(builder_.git({"reflog", "--format=%H", "main"}), tips_[0]);
  EXPECT_THAT(find(), IsOkAndHolds(Optional(id_of(tips_[0]))));
  // One that was made stays.
  move_to(tips_[1]);
  take_back_move(repository, kGoneBranch, id_of(tips_[1]));
  EXPECT_EQ(fs::file_size(log), size);
}

}  // namespace
}  // namespace claudestep::git
