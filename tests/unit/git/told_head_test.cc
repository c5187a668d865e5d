// What a HEAD said that is lost.
#include "git/told_head.h"

#include <fstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Optional;

void put_file(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::trunc) << text;
}

// What HEAD says is told without it: the reflog, or else the branches, say so.
TEST(ToldHead, IsWhatGitPutThere) {
  RepositoryBuilder builder(Layout::kWorkTree);
  const std::string git_dir = builder.git_dir().string();
  const auto told = [&] {
    const std::string head = test::read_file(builder.git_dir() / "HEAD");
    fs::remove(builder.git_dir() / "HEAD");
    auto answer = told_head(git_dir);
    put_file(builder.git_dir() / "HEAD", head);
    return answer;
  };
  builder.git({"commit", "--quiet", "--allow-empty", "-m", "one"});
  builder.git({"branch", "also"});
  EXPECT_THAT(told(), Optional(std::string("ref: refs/heads/main")));
  builder.git({"checkout", "--quiet", "-b", "a/b"});
  EXPECT_THAT(told(), Optional(std::string("ref: refs/heads/a/b")));
  builder.git({"pack-refs", "--all"});
  EXPECT_THAT(told(), Optional(std::string("ref: refs/heads/a/b")));
  builder.git({"branch", "-m", "a/b", "c"});
  EXPECT_THAT(told(), Optional(std::string("ref: refs/heads/c")));
  builder.git({"checkout", "--quiet", "--detach"});
  EXPECT_THAT(told(), Optional(builder.git({"rev-parse", "HEAD"})));
  fs::remove(builder.git_dir() / "logs/HEAD");
  EXPECT_THAT(told(), Optional(std::string("ref: refs/heads/main")));
  builder.git({"branch", "-m", "main", "trunk"});
  EXPECT_EQ(told(), std::nullopt);
}

// Its own reflog names the commit that it was made with, and the branch has moved on since.
TEST(ToldHead, OfALinkedWorkTreeIsNoBranchOfAnother) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.git({"commit", "--quiet", "--allow-empty", "-m", "one"});
  builder.git({"branch", "side"});
  builder.add_worktree("linked", "side");
  builder.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path git_dir = builder.git_dir() / "worktrees/linked";
  fs::remove(git_dir / "HEAD");
  EXPECT_THAT(told_head(git_dir.string()), Optional(std::string("ref: refs/heads/side")));
}

TEST(WithoutHead, SaysWhichFileAndHowItIsWrittenAnew) {
  RepositoryBuilder builder(Layout::kWorkTree);
  builder.git({"commit", "--quiet", "--allow-empty", "-m", "one"});
  const fs::path linked = builder.beside("linked");
  builder.git({"worktree", "add", "--quiet", linked.string(), "-b", "side"});
  const fs::path below = builder.path() / "below";
  fs::create_directory(below);
  const Environment environment = builder.environment();
  const auto expect = [&](const fs::path& head, std::string_view what, std::string_view branch,
                          const std::vector<fs::path>& places) {
    for (const fs::path& place : places) {
      SCOPED_TRACE(place);
      const auto opened = open_at(place, environment);
      ASSERT_THAT(opened, FailsWith(ErrorCode::kCorrupt,
                                    "'" + head.string() + "' " + std::string(what) +
                                        ": without it git takes the folder for no repository"));
      EXPECT_THAT(opened.error().hints, ElementsAre(HasSubstr("the next hint writes it anew"),
                                                    "echo 'ref: refs/heads/" + std::string(branch) +
                                                        "' >" + head.string()));
    }
  };
  const fs::path main_head = builder.git_dir() / "HEAD";
  const fs::path linked_head = builder.git_dir() / "worktrees/linked/HEAD";
  put_file(linked_head, "");
  expect(linked_head, "is empty", "side", {linked});
  put_file(linked_head, "ref: refs/heads/side\n");
  put_file(main_head, std::string(21, '\0'));
  expect(main_head, "is damaged", "main", {builder.path(), below, builder.git_dir()});
  EXPECT_THAT(open_at(linked, environment), IsOk());
  fs::remove(main_head);
  expect(main_head, "is gone", "main", {builder.path(), builder.git_dir()});
  fs::create_directory(main_head);
  EXPECT_THAT(open_at(below, environment), FailsWith(ErrorCode::kCorrupt, "is no file"));
}

TEST(WithoutHead, IsNoOtherFolder) {
  RepositoryBuilder builder;
  const fs::path folder = builder.beside("data");
  fs::create_directories(folder / "objects/pack");
  fs::create_directories(folder / "refs");
  const Environment environment = builder.environment();
  EXPECT_THAT(open_at(folder, environment),
              FailsWith(ErrorCode::kNotFound, "not a git repository"));
  EXPECT_EQ(without_head(builder.git_dir().string(), true), std::nullopt);
}

}  // namespace
}  // namespace claudestep::git
