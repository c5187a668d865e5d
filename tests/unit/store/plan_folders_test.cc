#include "store/plan_folders.h"

#include <gmock/gmock.h>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using ::testing::ElementsAre;

class PlanFoldersTest : public StoreTest {
 protected:
  // The name of the base branch, and the ref that it was read from; "none".
  std::string base(const std::optional<std::string>& wish = std::nullopt) {
    const git::Repository repository = open();
    const auto found = find_base(repository, kRef, wish);
    EXPECT_THAT(found, test::IsOk());
    return found && *found ? (*found)->name + " " + (*found)->ref : "none";
  }
};

using BaseBranchTest = PlanFoldersTest;

TEST_F(BaseBranchTest, IsWhereABareRepositorysHeadIsThenMainThenMaster) {
  EXPECT_EQ(base(), "none");
  builder_.commit("refs/heads/trunk", {{"a", "1"}});
  EXPECT_EQ(base(), "none");
  builder_.commit("refs/heads/master", {{"a", "1"}});
  builder_.git({"symbolic-ref", "HEAD", "refs/heads/trunk"});
  EXPECT_EQ(base(), "trunk refs/heads/trunk");
  builder_.git({"symbolic-ref", "HEAD", "refs/heads/gone"});
  EXPECT_EQ(base(), "master refs/heads/master");
  builder_.commit("refs/heads/main", {{"a", "1"}});
  EXPECT_EQ(base(), "main refs/heads/main");
  EXPECT_EQ(base("trunk"), "trunk refs/heads/trunk");
  EXPECT_EQ(base("refs/heads/trunk"), "trunk refs/heads/trunk");
  const git::Repository repository = open();
  EXPECT_THAT(find_base(repository, kRef, "trunk..x"),
              FailsWith(ErrorCode::kNotFound, "there is no branch 'trunk..x'"));
}

TEST_F(BaseBranchTest, IsTheRemotesDefaultAndTheSideThatContainsTheOther) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  const std::string first = builder_.commit("refs/heads/main", {{"a", "1"}});
  builder_.set_ref("refs/remotes/origin/develop", first);
  builder_.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop"});
  EXPECT_EQ(base(), "develop refs/remotes/origin/develop");
  builder_.set_ref("refs/heads/develop", first);
  EXPECT_EQ(base(), "develop refs/heads/develop");
  builder_.commit("refs/remotes/origin/develop", {{"a", "2"}});
  EXPECT_EQ(base(), "develop refs/remotes/origin/develop");
  builder_.commit("refs/heads/develop", {{"a", "3"}});  // both went on
  EXPECT_EQ(base(), "develop refs/remotes/origin/develop");
  const git::Repository repository = open();
  EXPECT_THAT(find_base(repository, kRef, "origin/develop"),
              FailsWith(ErrorCode::kNotFound, "there is no branch 'origin/develop'"));
}

TEST_F(PlanFoldersTest, ReadsEveryShapeOfAConfigurationFromTheFirstFolderThatIsThere) {
  builder_.git({"config", "claudestep.projectsDir", "./plans/"});
  builder_.commit("refs/heads/main",
                  {{"plans/a/configuration.json", R"({"assignee": "ann"})"},
                   {"claude-step/a/configuration.yml", "assignee: nobody"},
                   {"claude-step/b/configuration.yaml",
                    "reviewers:\n- username: bob\n- {username: cy, maxOpenPRs: 5}\n"
                    "assignee: ann\nbaseBranch: dev\nstalePRDays: 3\nlabel: x\n"},
                   {"claude-chain/c/spec.md", "- [ ] One\n"},
                   {"claude-chain/c/configuration.yml", ""},
                   {"claude-chain/not a name/spec.md", ""},
                   {"claude-chain/file", ""}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const auto base, find_base(repository, kRef, std::nullopt));
  ASSERT_OK_AND_ASSIGN(const auto folders, PlanFolders::open(repository, base));
  EXPECT_THAT(folders.projects(), ElementsAre("a", "b", "c"));
  ASSERT_OK_AND_ASSIGN(const auto a, folders.configuration("a"));
  ASSERT_TRUE(a.has_value());
  ASSERT_EQ(a->reviewers.size(), 1U);
  EXPECT_EQ(a->reviewers[0].username.value, "ann");
  EXPECT_EQ(a->reviewers[0].max_open_prs, 1);
  ASSERT_OK_AND_ASSIGN(const auto b, folders.configuration("b"));
  ASSERT_EQ(b->reviewers.size(), 2U);
  EXPECT_EQ(b->reviewers[0].max_open_prs, 2);
  EXPECT_EQ(b->reviewers[1].max_open_prs, 5);
  EXPECT_EQ(b->base_branch, "dev");
  EXPECT_EQ(b->stale_pr_days, 3);
  ASSERT_OK_AND_ASSIGN(const auto c, folders.configuration("c"));
  ASSERT_TRUE(c.has_value()) << "an empty file says nothing, and is there";
  EXPECT_TRUE(c->reviewers.empty());
  ASSERT_OK_AND_ASSIGN(const auto d, folders.configuration("d"));
  EXPECT_FALSE(d.has_value());
  ASSERT_OK_AND_ASSIGN(const auto plan, folders.plan("c"));
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->label, "main:claude-chain/c/spec.md");
  EXPECT_EQ(plan->bytes, "- [ ] One\n");
}

TEST_F(PlanFoldersTest, SaysWhereAConfigurationIsWrong) {
  builder_.commit("refs/heads/main",
                  {{"claude-step/a/configuration.yml", "reviewers:\n- maxOpenPRs: 0\n"}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const auto base, find_base(repository, kRef, std::nullopt));
  ASSERT_OK_AND_ASSIGN(const auto folders, PlanFolders::open(repository, base));
  const auto read = folders.configuration("a");
  EXPECT_THAT(read, FailsWith(ErrorCode::kCorrupt, "'username'"));
  EXPECT_EQ(to_string(read.error().place), "main:claude-step/a/configuration.yml:2:3");
}

TEST_F(PlanFoldersTest, ThereIsNothingWithoutABase) {
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const auto folders, PlanFolders::open(repository, std::nullopt));
  EXPECT_TRUE(folders.projects().empty());
  ASSERT_OK_AND_ASSIGN(const auto plan, folders.plan("a"));
  EXPECT_FALSE(plan.has_value());
}

}  // namespace
}  // namespace claudestep::store
