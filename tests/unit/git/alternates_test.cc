#include "git/alternates.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

void write_text(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

void borrow(const fs::path& object_dir, std::string_view lines) {
  write_text(object_dir / "info/alternates", lines);
}

auto is_lost(const std::string& folder, AlternateFlaw flaw, const std::string& meant = "") {
  return AllOf(Field(&LostAlternate::alternate, Field(&Alternate::folder, folder)),
               Field(&LostAlternate::flaw, flaw), Field(&LostAlternate::meant, meant));
}

class AlternatesTest : public ::testing::Test {
 protected:
  // The objects of a repository of that name, which git made.
  [[nodiscard]] std::string objects_of(std::string_view name) const {
    const fs::path path = builder_.beside(name);
    if (!fs::exists(path)) builder_.git({"init", "-q", "--bare", path.string()});
    return path / "objects";
  }

  RepositoryBuilder builder_;
  const std::string objects_ = builder_.git_dir() / "objects";
};

TEST_F(AlternatesTest, NoFileNamesNone) {
  EXPECT_THAT(alternates_of(objects_), IsEmpty());
  EXPECT_THAT(alternates_of(builder_.beside("nowhere")), IsEmpty());
  EXPECT_THAT(find_lost_alternates(objects_), IsEmpty());
  EXPECT_THAT(find_lost_alternates(builder_.beside("nowhere")), IsEmpty());
}

TEST_F(AlternatesTest, EachLineIsAFolderButForComments) {
  borrow(objects_, "# mine\n\n/a b\n../../other/objects\n\"/q\\\"\\303\\274\"\n\"/open\n/last");
  const std::string file = objects_ + "/info/alternates";
  EXPECT_THAT(
      alternates_of(objects_),
      ElementsAre(Alternate{file, 3, "/a b"}, Alternate{file, 4, objects_ + "/../../other/objects"},
                  Alternate{file, 5, "/q\"ü"}, Alternate{file, 6, objects_ + "/\"/open"},
                  Alternate{file, 7, "/last"}));
}

TEST_F(AlternatesTest, APipeIsNotWaitedFor) {
  fs::create_directories(fs::path(objects_) / "info");
  ASSERT_EQ(::mkfifo((objects_ + "/info/alternates").c_str(), 0600), 0);
  EXPECT_THAT(alternates_of(objects_), IsEmpty());
}

TEST_F(AlternatesTest, WhatGitBorrowsFromIsNotLost) {
  builder_.commit("refs/heads/main", {{"a", "a"}});
  builder_.git({"clone", "-q", "--shared", "--bare", builder_.path().string(),
                builder_.beside("shared").string()});
  const std::string shared = builder_.beside("shared") / "objects";
  EXPECT_THAT(alternates_of(shared), ElementsAre(Field(&Alternate::folder, objects_)));
  EXPECT_THAT(find_lost_alternates(shared), IsEmpty());
}

TEST_F(AlternatesTest, WhatCannotBeUsedIsToldInItsOrder) {
  const fs::path beside = builder_.beside("lost");
  const std::string good = objects_of("good.git");
  fs::create_directories(fs::path(good) / "objects");  // whatever else is in it
  write_text(beside / "file", "");
  fs::create_directories(beside / "empty");
  write_text(beside / "loose/ab/cdef", "");  // no folder "pack", as where nobody ever packed
  builder_.git({"init", "-q", (beside / "tree").string()});
  const std::string at = beside.string() + "/";
  borrow(objects_, at + "gone\n" + good + "\n" + at + "file\n" + at + "empty\n" + at + "loose\n" +
                       builder_.beside("good.git").string() + "\n" + at + "tree\n");
  EXPECT_THAT(
      find_lost_alternates(objects_),
      ElementsAre(is_lost(at + "gone", AlternateFlaw::kMissing),
                  is_lost(at + "file", AlternateFlaw::kNoFolder),
                  is_lost(at + "empty", AlternateFlaw::kEmpty),
                  is_lost(builder_.beside("good.git"), AlternateFlaw::kRepository, good),
                  is_lost(at + "tree", AlternateFlaw::kRepository, at + "tree/.git/objects")));
}

TEST_F(AlternatesTest, AFolderThatMayNotBeReadIsRefused) {
  const std::string lender = objects_of("lender.git");
  borrow(objects_, lender + "\n");
  fs::permissions(lender, fs::perms::none);
  const bool closed = ::access(lender.c_str(), R_OK) != 0;
  const auto lost = find_lost_alternates(objects_);
  fs::permissions(lender, fs::perms::owner_all);
  if (!closed) GTEST_SKIP() << "whoever runs this may read everything";
  EXPECT_THAT(lost, ElementsAre(is_lost(lender, AlternateFlaw::kRefused)));
}

TEST_F(AlternatesTest, WhatALenderBorrowsIsLookedAtOnce) {
  const std::string one = objects_of("one.git");
  const std::string two = objects_of("two.git");
  borrow(objects_, one + "\n" + two + "\n");
  borrow(one, two + "\n" + objects_ + "\n");  // in a circle
  borrow(two, one + "\n/gone\n");
  const auto lost = find_lost_alternates(objects_);
  ASSERT_THAT(lost, ElementsAre(is_lost("/gone", AlternateFlaw::kMissing)));
  EXPECT_EQ(lost.front().alternate, (Alternate{two + "/info/alternates", 2, "/gone"}));
}

// Git is the judge of how deep they are looked at, by what it says of the lost one.
TEST_F(AlternatesTest, ALenderOfALenderIsFollowedAsFarAsGitFollowsIt) {
  std::vector<std::string> chain{objects_};
  for (int at = 1; at <= 8; ++at) {
    chain.push_back(objects_of("d" + std::to_string(at)));
    borrow(chain[chain.size() - 2], chain.back() + "\n");
  }
  std::size_t told = 0;
  for (std::size_t at = 0; at + 1 < chain.size(); ++at) {
    borrow(chain[at], "/gone\n");
    const bool git_looks =
        builder_.try_git({"count-objects", "-v"}).err.find("/gone does not") != std::string::npos;
    EXPECT_EQ(find_lost_alternates(objects_).size(), git_looks ? 1U : 0U) << at;
    told += git_looks ? 1U : 0U;
    borrow(chain[at], chain[at + 1] + "\n");
  }
  EXPECT_EQ(told, static_cast<std::size_t>(kDeepestAlternate));
}

TEST_F(AlternatesTest, AnObjectIsReadFromAsDeepAsGitReadsIt) {
  std::vector<std::string> chain;
  for (int at = 1; at <= 8; ++at) {
    chain.push_back(objects_of("d" + std::to_string(at)));
    if (at > 1) borrow(chain[chain.size() - 2], chain.back() + "\n");
  }
  for (const bool by_file : {true, false}) {
    Environment environment = builder_.environment();
    borrow(objects_, by_file ? chain.front() + "\n" : "");
    if (!by_file) environment.set("GIT_ALTERNATE_OBJECT_DIRECTORIES", chain.front());
    int read = 0;
    for (const std::string& lender : chain) {
      const std::string id = builder_.git(
          {"--git-dir", fs::path(lender).parent_path().string(), "hash-object", "-w", "--stdin"},
          "in " + lender);
      const auto found = test::run_process({"git", "cat-file", "-e", id},
                                           {.cwd = builder_.path(), .environment = environment});
      ASSERT_OK_AND_ASSIGN(const Repository repository, open_at(builder_.path(), environment));
      EXPECT_EQ(repository.read_blob(id_of(id)).has_value(), found.exit_code == 0) << lender;
      read += found.exit_code == 0 ? 1 : 0;
    }
    EXPECT_EQ(read, kDeepestAlternate);
  }
}

}  // namespace
}  // namespace claudestep::git
