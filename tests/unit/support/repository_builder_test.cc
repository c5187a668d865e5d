#include "tests/support/repository_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace claudestep::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Optional;

constexpr std::string_view kMain = "refs/heads/main";

TEST(RepositoryBuilder, IdsAreTheSameEverywhere) {
  RepositoryBuilder builder;
  EXPECT_EQ(builder.commit(kMain, {{"a", "1\n"}}, "one"),
            "320dfdb1016f22164ebcbaad2cc579fb2a42f4ea");
}

TEST(RepositoryBuilder, CommitsChangeWhatTheyNameAndKeepTheRest) {
  RepositoryBuilder builder;
  builder.commit(kMain, {{"kept", "k"}, {"changed", "1"}, {"deep/er/gone", "g"}});
  builder.commit(kMain, {{"changed", "2"}, {"deep/er/gone", std::nullopt}, {"new\n\"name\"", ""}});
  EXPECT_EQ(builder.git({"ls-tree", "-r", "--name-only", "-z", "main"}),
            std::string("changed\0kept\0new\n\"name\"\0", 24));
  EXPECT_THAT(builder.read("main", "changed"), Optional(std::string("2")));
  EXPECT_THAT(builder.read("main~1", "changed"), Optional(std::string("1")));
  EXPECT_EQ(builder.read("main", "deep/er/gone"), std::nullopt);
  EXPECT_EQ(builder.git({"log", "--format=%at %ct", "main"}),
            "1767225720 1767225720\n1767225660 1767225660");
  EXPECT_EQ(builder.fsck(), "");
}

TEST(RepositoryBuilder, CommitsKeepAnyBytes) {
  RepositoryBuilder builder;
  const std::string bytes("\0\xff\r\n", 4);
  builder.commit(kMain, {{"bytes", bytes}});
  EXPECT_THAT(builder.read("main", "bytes"), Optional(bytes));
}

TEST(RepositoryBuilder, TreesAreWrittenAsTold) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("target");
  const std::string commit = builder.commit(kMain, {{"a", "1"}});
  const std::string tree = builder.tree({{std::string(kModeSymlink), "link.json", blob},
                                         {std::string(kModeSubmodule), "module.json", commit},
                                         {"100600", "odd", blob},
                                         {std::string(kModeFile), "..", blob}});
  EXPECT_EQ(builder.git({"cat-file", "-t", tree}), "tree");
  EXPECT_THAT(builder.git({"ls-tree", tree}),
              HasSubstr("160000 commit " + commit + "\tmodule.json"));
  EXPECT_THAT(builder.git({"ls-tree", tree}), HasSubstr("120000 blob " + blob + "\tlink.json"));
  builder.set_ref(kMain, builder.commit_tree(tree, {commit}));
  EXPECT_THAT(builder.fsck(), HasSubstr("hasDotdot"));
}

TEST(RepositoryBuilder, TreesAreInGitsOrder) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("");
  const std::string folder = builder.tree({{std::string(kModeFile), "x", blob}});
  const std::string tree = builder.tree({{std::string(kModeFolder), "a", folder},
                                         {std::string(kModeFile), "a.b", blob},
                                         {std::string(kModeFile), "a0", blob}});
  EXPECT_EQ(builder.git({"ls-tree", "--name-only", tree}), "a.b\na\na0");
  builder.set_ref(kMain, builder.commit_tree(tree, {}));
  EXPECT_EQ(builder.fsck(), "");
}

TEST(RepositoryBuilder, RefsMayPointToAnything) {
  RepositoryBuilder builder;
  const std::string commit = builder.commit(kMain, {{"a", "1"}});
  const std::string tree = builder.git({"rev-parse", "main^{tree}"});
  const std::string tag = builder.tag("v1", "main");
  EXPECT_EQ(builder.git({"cat-file", "-t", tag}), "tag");
  builder.set_ref("refs/heads/odd-tree", tree);
  builder.set_ref("refs/heads/odd-tag", tag);
  builder.set_ref("refs/heads/deep/er", commit);
  EXPECT_THAT(builder.resolve("refs/heads/odd-tree"), Optional(tree));
  EXPECT_THAT(builder.resolve("refs/heads/odd-tag"), Optional(tag));
  EXPECT_THAT(builder.resolve("refs/heads/deep/er"), Optional(commit));
  EXPECT_EQ(builder.resolve("refs/heads/none"), std::nullopt);
}

TEST(RepositoryBuilder, WorkTreesShowTheBranch) {
  RepositoryBuilder builder;
  builder.commit(kMain, {{"a", "1"}});
  builder.commit("refs/heads/side", {{"b", "2"}});
  const fs::path folder = builder.add_worktree("tree", "side");
  EXPECT_EQ(read_file(folder / "b"), "2");
  EXPECT_EQ(builder.git({"-C", folder.string(), "status", "--porcelain"}), "");
}

TEST(RepositoryBuilder, APackedRepositoryHasNothingLoose) {
  RepositoryBuilder builder;
  builder.commit(kMain, {{"a", "1"}});
  builder.pack();
  EXPECT_FALSE(fs::exists(builder.git_dir() / kMain));
  EXPECT_THAT(builder.git({"count-objects", "-v"}), HasSubstr("count: 0\n"));
  EXPECT_THAT(builder.read("main", "a"), Optional(std::string("1")));
}

TEST(RepositoryBuilder, AWorkTreeLayoutHasItsGitDirectoryInside) {
  const RepositoryBuilder builder(RepositoryBuilder::Layout::kWorkTree);
  EXPECT_EQ(builder.git_dir(), builder.path() / ".git");
  EXPECT_EQ(builder.git({"rev-parse", "--is-inside-work-tree"}), "true");
}

TEST(RepositoryBuilder, AFailingGitIsShownWhole) {
  const RepositoryBuilder builder;
  try {
    builder.git({"cat-file", "blob", "nothing"});
    FAIL() << "git did not fail";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("`git cat-file blob nothing` ended with 128\nfatal: "));
  }
}

TEST(RepositoryBuilder, TheMachinesGitIsOutside) {
  const RepositoryBuilder builder;
  EXPECT_EQ(builder.try_git({"config", "--get", "user.name"}).exit_code, 1);
  EXPECT_EQ(builder.environment().get("GIT_CONFIG_NOSYSTEM"), "1");
}

}  // namespace
}  // namespace claudestep::test
