#include "model/branch.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using claudestep::test::IsOk;
using test::make_project;
using test::MapSource;
using test::tell;

using Names = std::vector<std::string>;

class BranchTest : public ::testing::Test {
 protected:
  BranchTest() {
    source_.add(make_project("auth", {"a", "b"}));
    source_.add(make_project("billing"));
    source_.add(make_project("old"), Shelf::kArchive);
  }

  MapSource source_;
};

TEST_F(BranchTest, LoadsWhatIsAskedForOnce) {
  Branch branch(source_);
  EXPECT_EQ(branch.find("auth"), Shelf::kProjects);
  EXPECT_EQ(branch.find("old"), Shelf::kArchive);
  EXPECT_EQ(branch.find("none"), std::nullopt);
  EXPECT_EQ(source_.loads, 0);
  ASSERT_OK_AND_ASSIGN(const Project* first, branch.get("auth"));
  ASSERT_OK_AND_ASSIGN(const Project* second, branch.get("auth"));
  EXPECT_EQ(first, second);
  ASSERT_THAT(branch.edit("auth"), IsOk());
  EXPECT_EQ(source_.loads, 1);
  EXPECT_TRUE(branch.changes().empty());
}

TEST_F(BranchTest, SaysWhichProjectWasMeant) {
  Branch branch(source_);
  EXPECT_EQ(tell(branch.get("auht").error()),
            "not_found: no project 'auht'; hint: did you mean 'auth'?");
  EXPECT_EQ(tell(branch.get("AUTH").error()),
            "not_found: no project 'AUTH'; hint: did you mean 'auth'?");
  EXPECT_EQ(tell(branch.edit("a\nb").error()),
            "not_found: no project 'a\\nb'; hint: claudestep list");
}

TEST_F(BranchTest, SaysWhatAProjectIsCalledNow) {
  Project login = make_project("login");
  login.former_names = std::vector<Text>{Text("signin"), Text("sign-in")};
  source_.add(std::move(login));
  Branch branch(source_);
  EXPECT_EQ(tell(branch.get("signin").error()),
            "not_found: no project 'signin'; cause: it was renamed to 'login'; hint: claudestep "
            "show login");
  Project other = make_project("other");
  other.former_names = std::vector<Text>{Text("signin")};
  source_.add(std::move(other), Shelf::kArchive);
  EXPECT_EQ(branch.once_called("signin"), (Names{"login", "other"}));
  EXPECT_EQ(branch.once_called("login"), Names{});
}

TEST_F(BranchTest, KnowsTheNamesOfWhatItChanged) {
  Branch branch(source_);
  ASSERT_OK_AND_ASSIGN(Project * auth, branch.edit("auth"));
  auth->former_names = std::vector<Text>{Text("signin")};
  EXPECT_EQ(branch.once_called("signin"), Names{"auth"});
  branch.erase("auth");
  EXPECT_EQ(branch.once_called("signin"), Names{});
}

TEST_F(BranchTest, PassesOnWhyAProjectCannotBeRead) {
  source_.entries["auth"].readable = false;
  Branch branch(source_);
  EXPECT_EQ(tell(branch.get("auth").error()), "corrupt: it is broken");
  EXPECT_EQ(tell(branch.edit("auth").error()), "corrupt: it is broken");
  EXPECT_EQ(branch.find("auth"), Shelf::kProjects);
}

TEST_F(BranchTest, ReadsANewerSchemaButNeverChangesIt) {
  source_.entries["auth"].project.schema_version = Text("3.1");
  Branch branch(source_);
  EXPECT_THAT(branch.get("auth"), IsOk());
  EXPECT_EQ(
      tell(branch.edit("auth").error()),
      "schema_unusable: cannot change 'auth': it was written by a newer claudestep (schema 3.1)"
      "; hint: this claudestep writes schema 2.0: use a newer one");
}

TEST_F(BranchTest, ListsWhatIsThereNow) {
  Branch branch(source_);
  branch.put("aaa", Shelf::kProjects, make_project("aaa"));
  branch.put("zzz", Shelf::kArchive, make_project("zzz"));
  branch.erase("billing");
  EXPECT_EQ(branch.names(), (Names{"aaa", "auth", "old", "zzz"}));
  EXPECT_EQ(branch.find("billing"), std::nullopt);
  EXPECT_EQ(branch.get("billing").error().message, "no project 'billing'");
}

TEST_F(BranchTest, FindsNamesThatDifferByLetterCaseAlone) {
  Branch branch(source_);
  EXPECT_EQ(branch.case_twin("Auth"), "auth");
  EXPECT_EQ(branch.case_twin("auth"), std::nullopt);
  branch.put("AUTH", Shelf::kProjects, make_project("AUTH"));
  EXPECT_EQ(branch.case_twin("auth"), "AUTH");
  EXPECT_EQ(branch.case_twin("Auth"), "AUTH");
  branch.erase("AUTH");
  EXPECT_EQ(branch.case_twin("auth"), std::nullopt);
}

TEST_F(BranchTest, TellsAChangedProjectWithItsOriginal) {
  Branch branch(source_);
  ASSERT_OK_AND_ASSIGN(Project * project, branch.edit("auth"));
  project->tasks.pop_back();
  const auto changes = branch.changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].name, "auth");
  EXPECT_EQ(changes[0].before, Shelf::kProjects);
  EXPECT_EQ(changes[0].after, Shelf::kProjects);
  EXPECT_EQ(changes[0].project, project);
  EXPECT_EQ(changes[0].original->tasks.size(), 2U);
}

TEST_F(BranchTest, AnUpdateTimeAloneIsNoChange) {
  Branch branch(source_);
  ASSERT_OK_AND_ASSIGN(Project * project, branch.edit("auth"));
  project->last_updated = Time(Timestamp(test::kNow));
  EXPECT_TRUE(branch.changes().empty());
  branch.force_rewrite("auth");
  ASSERT_EQ(branch.changes().size(), 1U);
  EXPECT_EQ(branch.changes()[0].project, project);
}

TEST_F(BranchTest, AMoveKeepsTheOriginalRecords) {
  Branch branch(source_);
  ASSERT_THAT(branch.get("auth"), IsOk());
  branch.move("auth", Shelf::kArchive);
  const auto changes = branch.changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].before, Shelf::kProjects);
  EXPECT_EQ(changes[0].after, Shelf::kArchive);
  EXPECT_NE(changes[0].project, nullptr);
  EXPECT_EQ(changes[0].project, changes[0].original);
  branch.move("auth", Shelf::kProjects);
  EXPECT_TRUE(branch.changes().empty());
}

TEST_F(BranchTest, ErasingNeedsNoReading) {
  Branch branch(source_);
  branch.erase("auth");
  EXPECT_EQ(source_.loads, 0);
  auto changes = branch.changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].after, std::nullopt);
  EXPECT_EQ(changes[0].project, nullptr);
  EXPECT_EQ(changes[0].original, nullptr);

  // Replaced unread, it counts as changed, for nobody knows better.
  branch.put("auth", Shelf::kProjects, make_project("auth", {"a", "b"}));
  changes = branch.changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_NE(changes[0].project, nullptr);
  EXPECT_EQ(changes[0].original, nullptr);
}

TEST_F(BranchTest, WhatCameAndWentIsNoChange) {
  Branch branch(source_);
  branch.put("new", Shelf::kProjects, make_project("new"));
  ASSERT_EQ(branch.changes().size(), 1U);
  EXPECT_EQ(branch.changes()[0].before, std::nullopt);
  branch.erase("new");
  EXPECT_TRUE(branch.changes().empty());
}

TEST_F(BranchTest, ListsChangesByName) {
  Branch branch(source_);
  branch.put("zzz", Shelf::kProjects, make_project("zzz"));
  branch.erase("old");
  branch.put("aaa", Shelf::kProjects, make_project("aaa"));
  Names names;
  for (const auto& change : branch.changes()) names.push_back(change.name);
  EXPECT_EQ(names, (Names{"aaa", "old", "zzz"}));
}

}  // namespace
}  // namespace claudestep::model
