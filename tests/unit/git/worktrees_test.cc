// Which work trees there are.
#include <fstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

// "path git_dir head" for each work tree that a command in `cwd` sees.
std::vector<std::string> seen(const RepositoryBuilder& builder, const fs::path& cwd) {
  const Environment environment = builder.environment();
  auto repository = open_at(cwd, environment);
  if (!repository) return {repository.error().message};
  std::vector<std::string> all;
  const auto worktrees = repository->worktrees();
  if (!worktrees) return {worktrees.error().message};
  for (const Worktree& one : *worktrees) {
    all.push_back(one.path + " " + one.git_dir + " " + one.head.value_or("detached"));
  }
  return all;
}

TEST(Worktrees, ListsTheMainAndTheLinkedOnes) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = builder.add_worktree("linked", "side");
  builder.git({"worktree", "add", "--quiet", "--detach", builder.beside("loose").string(), "side"});
  const std::string common = builder.git_dir().string();
  const auto expected =
      ElementsAre(builder.path().string() + " " + common + " refs/heads/main",
                  linked.string() + " " + common + "/worktrees/linked refs/heads/side",
                  builder.beside("loose").string() + " " + common + "/worktrees/loose detached");
  EXPECT_THAT(seen(builder, builder.path()), expected);
  EXPECT_THAT(seen(builder, linked), expected);
}

TEST(Worktrees, LeavesOutGoneAndBrokenOnes) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  builder.git({"worktree", "add", "--quiet", "--detach", builder.beside("gone").string(), "side"});
  builder.git(
      {"worktree", "add", "--quiet", "--detach", builder.beside("headless").string(), "side"});
  builder.git({"worktree", "add", "--quiet", "--detach", builder.beside("kept").string(), "side"});
  fs::remove_all(builder.beside("gone"));
  fs::remove(builder.git_dir() / "worktrees/headless/HEAD");
  const std::string common = builder.git_dir().string();
  EXPECT_THAT(
      seen(builder, builder.path()),
      ElementsAre(builder.path().string() + " " + common + " refs/heads/main",
                  builder.beside("kept").string() + " " + common + "/worktrees/kept detached"));
}

// What `lost_worktrees` tells of, as "path head", "detached" or "no head" behind it, and whether it
// is there.
std::vector<std::string> lost(const RepositoryBuilder& builder, const fs::path& cwd) {
  const Environment environment = builder.environment();
  std::vector<std::string> all;
  for (const LostWorktree& one : open_at(cwd, environment)->lost_worktrees()) {
    const std::string head = one.has_head ? one.worktree.head.value_or("detached") : "no head";
    all.push_back(one.worktree.path + " " + head + (one.is_there ? " there" : ""));
  }
  return all;
}

TEST(Worktrees, KnowsWhereItStandsInOneThatWasMoved) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path old = builder.add_worktree("linked", "side");
  const fs::path moved = builder.beside("moved");
  const fs::path git_dir = builder.git_dir() / "worktrees/linked";
  const std::string main =
      builder.path().string() + " " + builder.git_dir().string() + " refs/heads/main";
  const auto in_moved =
      ElementsAre(main, moved.string() + " " + git_dir.string() + " refs/heads/side");
  fs::rename(old, moved);
  EXPECT_THAT(seen(builder, moved), in_moved);
  EXPECT_THAT(lost(builder, moved), ElementsAre());
  EXPECT_THAT(seen(builder, builder.path()), ElementsAre(main));
  EXPECT_THAT(lost(builder, builder.path()), ElementsAre(old.string() + " refs/heads/side"));
  // Another one took its place.
  builder.git({"worktree", "add", "--quiet", "--detach", builder.beside("other").string(), "side"});
  fs::rename(builder.beside("other"), old);
  EXPECT_THAT(lost(builder, builder.path()),
              ElementsAre(old.string() + " refs/heads/side",
                          builder.beside("other").string() + " detached"));
  EXPECT_THAT(seen(builder, moved), in_moved);
  fs::remove_all(builder.git_dir() / "worktrees/other");
  // What says where it is says nothing.
  for (const std::string& text : {std::string(40, '\0'), std::string()}) {
    std::ofstream(git_dir / "gitdir", std::ios::trunc) << text;
    EXPECT_THAT(lost(builder, builder.path()), ElementsAre(" refs/heads/side"));
    EXPECT_THAT(lost(builder, moved), ElementsAre());
  }
  fs::remove(git_dir / "gitdir");
  EXPECT_THAT(lost(builder, builder.path()), ElementsAre(" refs/heads/side"));
  EXPECT_THAT(lost(builder, moved), ElementsAre());
}

TEST(Worktrees, TellsOfThoseWhoseHeadSaysNothing) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = builder.add_worktree("linked", "side");
  const fs::path head = builder.git_dir() / "worktrees/linked/HEAD";
  for (const std::string& text : {std::string(21, '\0'), std::string(), std::string("0123")}) {
    std::ofstream(head, std::ios::trunc) << text;
    EXPECT_THAT(lost(builder, builder.path()), ElementsAre(linked.string() + " no head there"));
  }
  fs::remove(head);
  EXPECT_THAT(lost(builder, builder.path()), ElementsAre(linked.string() + " no head there"));
}

// A copy of a repository knows the work trees of the original, and they know nothing of the copy.
TEST(Worktrees, LeavesOutThoseOfAnother) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = builder.add_worktree("linked", "side");
  const fs::path copy = builder.beside("copy");
  fs::copy(builder.path(), copy, fs::copy_options::recursive);
  EXPECT_THAT(seen(builder, copy),
              ElementsAre(copy.string() + " " + copy.string() + "/.git refs/heads/main"));
  const Environment environment = builder.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(copy, environment));
  const auto stray = repository.stray_worktrees();
  ASSERT_EQ(stray.size(), 1U);
  EXPECT_EQ(stray[0].worktree.path, linked.string());
  EXPECT_EQ(stray[0].worktree.git_dir, copy.string() + "/.git/worktrees/linked");
  EXPECT_EQ(stray[0].leads_to, builder.git_dir().string() + "/worktrees/linked");
  ASSERT_OK_AND_ASSIGN(const auto original, open_at(builder.path(), environment));
  EXPECT_THAT(original.stray_worktrees(), testing::IsEmpty());
}

TEST(Worktrees, ABareRepositoryHasOnlyLinkedOnes) {
  RepositoryBuilder builder;
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  EXPECT_THAT(seen(builder, builder.path()), testing::IsEmpty());
  const fs::path linked = builder.add_worktree("linked", "side");
  const auto expected = ElementsAre(linked.string() + " " + builder.path().string() +
                                    "/worktrees/linked refs/heads/side");
  EXPECT_THAT(seen(builder, builder.path()), expected);
  EXPECT_THAT(seen(builder, linked), expected);
  // With settings for each work tree, "bare" moves into the main one's own file.
  builder.git({"config", "extensions.worktreeConfig", "true"});
  builder.git({"config", "--unset", "core.bare"});
  builder.git({"config", "--file", "config.worktree", "core.bare", "true"});
  EXPECT_THAT(seen(builder, builder.path()), expected);
  EXPECT_THAT(seen(builder, linked), expected);
}

TEST(Worktrees, KnowsSubmodulesAndSeparateFolders) {
  RepositoryBuilder builder(Layout::kWorkTree);
  RepositoryBuilder library;
  library.commit("refs/heads/main", {{"a", "1\n"}});
  builder.git({"submodule", "--quiet", "add", library.path().string(), "sub"});
  EXPECT_THAT(seen(builder, builder.path() / "sub"),
              ElementsAre((builder.path() / "sub").string() + " " +
                          (builder.git_dir() / "modules/sub").string() + " refs/heads/main"));
  builder.git({"init", "--quiet", "--separate-git-dir", builder.beside("store").string(),
               builder.beside("apart").string()});
  EXPECT_THAT(seen(builder, builder.beside("apart")),
              ElementsAre(builder.beside("apart").string() + " " +
                          builder.beside("store").string() + " refs/heads/main"));
}

TEST(Worktrees, ReadsAHeadThatIsALink) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.commit("refs/heads/linked", {{"a", "1\n"}});
  fs::remove(builder.git_dir() / "HEAD");
  fs::create_symlink("refs/heads/linked", builder.git_dir() / "HEAD");
  EXPECT_THAT(seen(builder, builder.path()),
              ElementsAre(builder.path().string() + " " + builder.git_dir().string() +
                          " refs/heads/linked"));
}

}  // namespace
}  // namespace claudestep::git
