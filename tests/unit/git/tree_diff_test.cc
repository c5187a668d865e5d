#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "git/repository.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::git {
namespace {

using test::FailsWith;
using test::IsOk;
using test::IsOkAndHolds;
using test::kModeExecutable;
using test::kModeFile;
using test::kModeFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TreeDiff : public ::testing::Test {
 protected:
  TreeDiff() {
    environment_ = builder_.environment();
    auto opened = Repository::open({.cwd = builder_.path().string(),
                                    .git_dir = {},
                                    .environment = &environment_,
                                    .git_accepts_owner = {}});
    repository_.emplace(std::move(opened).value());
  }

  [[nodiscard]] ObjectId tree(std::vector<test::TreeEntry> entries) const {
    return ObjectId::parse(builder_.tree(std::move(entries))).value();
  }

  // "-a +b ~c": what went, came and changed.
  [[nodiscard]] Result<std::vector<std::string>> diff(ObjectId before, ObjectId after) const {
    CS_ASSIGN(const auto differences, repository_->diff_trees(before, after));
    std::vector<std::string> words;
    for (const TreeDifference& difference : differences) {
      if (difference.before && difference.after) {
        words.push_back("~" + difference.after->name);
      } else if (difference.before) {
        words.push_back("-" + difference.before->name);
      } else {
        words.push_back("+" + difference.after->name);
      }
    }
    return words;
  }

  test::RepositoryBuilder builder_;
  Environment environment_;
  std::optional<Repository> repository_;
};

TEST_F(TreeDiff, NamesWhatCameWentAndChanged) {
  const std::string one = builder_.blob("1");
  const std::string two = builder_.blob("2");
  const std::string file(kModeFile);
  const ObjectId before = tree({{file, "a", one}, {file, "b", one}, {file, "d", one}});
  const ObjectId after = tree({{file, "b", two}, {file, "c", one}, {file, "d", one}});
  EXPECT_THAT(diff(before, after), IsOkAndHolds(ElementsAre("-a", "~b", "+c")));
  EXPECT_THAT(diff(after, before), IsOkAndHolds(ElementsAre("+a", "~b", "-c")));
  EXPECT_THAT(diff(after, after), IsOkAndHolds(IsEmpty()));
}

TEST_F(TreeDiff, AModeAloneIsADifference) {
  const std::string blob = builder_.blob("1");
  const ObjectId before = tree({{std::string(kModeFile), "a", blob}});
  const ObjectId after = tree({{std::string(kModeExecutable), "a", blob}});
  EXPECT_THAT(diff(before, after), IsOkAndHolds(ElementsAre("~a")));
}

TEST_F(TreeDiff, TheOrderOfEntriesIsNoDifference) {
  const std::string one = builder_.blob("1");
  const std::string two = builder_.blob("2");
  const std::string file(kModeFile);
  const ObjectId sorted = tree({{file, "a", one}, {file, "b", one}, {file, "c", one}});
  const ObjectId turned = tree({{file, "c", one}, {file, "b", one}, {file, "a", one}});
  EXPECT_THAT(diff(sorted, turned), IsOkAndHolds(IsEmpty()));
  const ObjectId changed = tree({{file, "d", two}, {file, "c", two}, {file, "a", one}});
  EXPECT_THAT(diff(sorted, changed), IsOkAndHolds(ElementsAre("-b", "~c", "+d")));
  EXPECT_THAT(diff(changed, turned), IsOkAndHolds(ElementsAre("+b", "~c", "-d")));
}

TEST_F(TreeDiff, AFileThatBecomesAFolderGoesAndComes) {
  const std::string blob = builder_.blob("1");
  const std::string inner = builder_.tree({{std::string(kModeFile), "x", blob}});
  // "a.json" lies between the file "a" and the folder "a" in git's order.
  const ObjectId before =
      tree({{std::string(kModeFile), "a", blob}, {std::string(kModeFile), "a.json", blob}});
  const ObjectId after =
      tree({{std::string(kModeFile), "a.json", blob}, {std::string(kModeFolder), "a", inner}});
  EXPECT_THAT(diff(before, after), IsOkAndHolds(ElementsAre("-a", "+a")));
}

TEST_F(TreeDiff, TheZeroIdIsNoTree) {
  const ObjectId some = tree({{std::string(kModeFile), "a", builder_.blob("1")}});
  EXPECT_THAT(diff({}, some), IsOkAndHolds(ElementsAre("+a")));
  EXPECT_THAT(diff(some, {}), IsOkAndHolds(ElementsAre("-a")));
  EXPECT_THAT(diff({}, {}), IsOkAndHolds(IsEmpty()));
}

TEST_F(TreeDiff, FindsTheFewThatDifferAmongMany) {
  const std::string file(kModeFile);
  const std::string one = builder_.blob("1");
  std::vector<test::TreeEntry> before;
  for (int at = 100; at < 160; ++at) before.push_back({file, std::to_string(at), one});
  std::vector<test::TreeEntry> after = before;
  after.back().id = builder_.blob("2");
  after[30].mode = kModeExecutable;
  after.erase(after.begin() + 10);
  after.insert(after.begin() + 40, {file, "1405", one});
  after.erase(after.begin());
  EXPECT_THAT(diff(tree(before), tree(after)),
              IsOkAndHolds(ElementsAre("-100", "-110", "~130", "+1405", "~159")));
  EXPECT_THAT(diff(tree(after), tree(before)),
              IsOkAndHolds(ElementsAre("+100", "+110", "~130", "-1405", "~159")));
}

TEST_F(TreeDiff, NamesThatOneOfTheTwoHasTwiceAreTold) {
  const std::string file(kModeFile);
  const std::string one = builder_.blob("1");
  const std::string inner = builder_.tree({{file, "x", one}});
  const ObjectId before = tree({{file, "a", one}, {file, "a", one}, {file, "b", one}});
  // The folder "c" comes after "c-d".
  const ObjectId after =
      tree({{file, "b", one}, {file, "c", one}, {file, "c-d", one}, {"40000", "c", inner}});
  std::set<std::string> twice;
  ASSERT_THAT(repository_->diff_trees(before, after, &twice), IsOk());
  EXPECT_THAT(twice, ElementsAre("a", "c"));
  twice.clear();
  ASSERT_THAT(repository_->diff_trees(tree({{file, "a", one}}), {}, &twice), IsOk());
  EXPECT_THAT(twice, IsEmpty());
}

TEST_F(TreeDiff, WhatIsNoTreeIsNamed) {
  const ObjectId blob = ObjectId::parse(builder_.blob("1")).value();
  EXPECT_THAT(diff({}, blob), FailsWith(ErrorCode::kCorrupt, "is a blob, not a tree"));
  const std::string bytes("100644 a\0short", 14);
  const std::string broken =
      builder_.git({"hash-object", "-w", "-t", "tree", "--literally", "--stdin"}, bytes);
  EXPECT_THAT(diff({}, ObjectId::parse(broken).value()),
              FailsWith(ErrorCode::kCorrupt, "the tree " + broken + " is malformed"));
}

}  // namespace
}  // namespace claudestep::git
