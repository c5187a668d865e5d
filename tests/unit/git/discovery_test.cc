// Finding a repository, with `git rev-parse` as the judge.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

// What git itself finds from `cwd`: the absolute git folder, or its refusal.
std::string git_finds(const fs::path& cwd, const Environment& environment) {
  auto result = test::run_process({"git", "rev-parse", "--absolute-git-dir"},
                                  test::ProcessOptions{cwd, environment, ""});
  if (result.exit_code != 0) return "none";
  return result.out.substr(0, result.out.size() - 1);
}

std::string we_find(const fs::path& cwd, const Environment& environment) {
  const auto repository = open_at(cwd, environment);
  return repository ? repository->git_dir() : "none";
}

TEST(Discovery, FindsWhatGitFindsFromEveryFolder) {
  RepositoryBuilder bare;
  RepositoryBuilder tree(Layout::kWorkTree);
  fs::create_directories(tree.path() / "a/b");
  for (const fs::path& cwd : {bare.path(), bare.path() / "refs/heads", bare.path() / "objects",
                              tree.path(), tree.path() / "a/b", tree.path() / ".git",
                              tree.path() / ".git/refs", tree.beside("home"), fs::path("/")}) {
    const Environment environment = tree.environment();
    EXPECT_EQ(we_find(cwd, environment), git_finds(cwd, environment)) << cwd;
  }
}

TEST(Discovery, SaysWhatItLookedFor) {
  RepositoryBuilder builder;
  const Environment environment = builder.environment();
  const auto result = open_at(builder.beside("home"), environment);
  EXPECT_THAT(result, FailsWith(ErrorCode::kNotFound,
                                "not a git repository (or any of the parent directories): '" +
                                    builder.beside("home").string() + "'"));
  EXPECT_THAT(result.error().hints,
              testing::ElementsAre("run it inside a repository, or name one with -C or --git-dir"));
}

TEST(Discovery, KnowsTheWorkTree) {
  RepositoryBuilder bare;
  RepositoryBuilder tree(Layout::kWorkTree);
  fs::create_directories(tree.path() / "a");
  const Environment environment = tree.environment();
  ASSERT_OK_AND_ASSIGN(const auto in_tree, open_at(tree.path() / "a", environment));
  EXPECT_EQ(in_tree.work_dir(), tree.path().string());
  EXPECT_FALSE(in_tree.is_bare());
  ASSERT_OK_AND_ASSIGN(const auto in_git, open_at(tree.path() / ".git", environment));
  EXPECT_EQ(in_git.work_dir(), std::nullopt);
  EXPECT_FALSE(in_git.is_bare());
  ASSERT_OK_AND_ASSIGN(const auto in_bare, open(bare));
  EXPECT_EQ(in_bare.work_dir(), std::nullopt);
  EXPECT_TRUE(in_bare.is_bare());
}

TEST(Discovery, TakesTheFolderThatIsNamed) {
  RepositoryBuilder bare;
  RepositoryBuilder tree(Layout::kWorkTree);
  Environment environment = tree.environment();
  Discovery discovery{tree.path().string(), bare.path().string(), &environment, {}};
  ASSERT_OK_AND_ASSIGN(const auto by_option, Repository::open(discovery));
  EXPECT_EQ(by_option.git_dir(), bare.path().string());

  environment.set("GIT_DIR", "../home/../repo/.git");
  EXPECT_EQ(we_find(tree.path(), environment), tree.git_dir().string());
  // The option goes before the variable.
  ASSERT_OK_AND_ASSIGN(const auto again, Repository::open(discovery));
  EXPECT_EQ(again.git_dir(), bare.path().string());

  environment.set("GIT_DIR", "");
  EXPECT_THAT(open_at(tree.path(), environment),
              FailsWith(ErrorCode::kNotFound, "not a git repository: ''"));
  environment.set("GIT_DIR", tree.path().string());
  EXPECT_THAT(open_at(tree.path(), environment),
              FailsWith(ErrorCode::kNotFound, "not a git repository: '"));
}

TEST(Discovery, WorkTreeComesFromTheEnvironmentOrTheConfiguration) {
  RepositoryBuilder tree(Layout::kWorkTree);
  fs::create_directories(tree.beside("elsewhere"));
  Environment environment = tree.environment();
  environment.set("GIT_DIR", tree.git_dir().string());
  ASSERT_OK_AND_ASSIGN(const auto plain, open_at(tree.beside("home"), environment));
  EXPECT_EQ(plain.work_dir(), tree.beside("home").string());
  environment.set("GIT_WORK_TREE", "../elsewhere");
  ASSERT_OK_AND_ASSIGN(const auto named, open_at(tree.path(), environment));
  EXPECT_EQ(named.work_dir(), tree.beside("elsewhere").string());
  tree.git({"config", "core.worktree", "../../elsewhere"});
  environment.unset("GIT_WORK_TREE");
  environment.unset("GIT_DIR");
  ASSERT_OK_AND_ASSIGN(const auto configured, open_at(tree.path(), environment));
  EXPECT_EQ(configured.work_dir(), tree.beside("elsewhere").string());
}

TEST(Discovery, StopsAtCeilings) {
  RepositoryBuilder tree(Layout::kWorkTree);
  const fs::path deep = tree.path() / "a/b/c";
  fs::create_directories(deep);
  fs::create_directory_symlink(tree.path(), tree.beside("link"));
  const std::string root = tree.path().string();
  const std::string link = tree.beside("link").string();
  for (const std::string& list :
       {root, root + "/", root + "/a", root + "/a/b/c", link + "/a", ":" + link + "/a",
        ":" + root + "/a", tree.path().parent_path().string(), std::string("/"), root + "/a/b:/",
        std::string("relative"), root + "/a/bb"}) {
    Environment environment = tree.environment();
    environment.set("GIT_CEILING_DIRECTORIES", list);
    EXPECT_EQ(we_find(deep, environment), git_finds(deep, environment)) << list;
    EXPECT_EQ(we_find(tree.path(), environment), git_finds(tree.path(), environment)) << list;
  }
}

TEST(Discovery, OpensLinkedWorkTrees) {
  RepositoryBuilder tree(Layout::kWorkTree);
  tree.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = tree.add_worktree("linked", "side");
  const Environment environment = tree.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(linked, environment));
  EXPECT_EQ(repository.git_dir(), (tree.git_dir() / "worktrees/linked").string());
  EXPECT_EQ(repository.common_dir(), tree.git_dir().string());
  EXPECT_EQ(repository.work_dir(), linked.string());
  EXPECT_FALSE(repository.is_bare());
  EXPECT_THAT(repository.find_ref("refs/heads/side"),
              IsOkAndHolds(testing::Optional(id_of(*tree.resolve("side")))));
  EXPECT_THAT(repository.symbolic_target("HEAD"),
              IsOkAndHolds(testing::Optional(std::string("refs/heads/side"))));
}

TEST(Discovery, OpensALinkedWorkTreeOfABareRepository) {
  RepositoryBuilder bare;
  bare.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = bare.add_worktree("linked", "side");
  const Environment environment = bare.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(linked, environment));
  EXPECT_EQ(repository.work_dir(), linked.string());
  EXPECT_FALSE(repository.is_bare());
  EXPECT_EQ(repository.common_dir(), bare.path().string());
}

TEST(Discovery, OpensSubmodulesAndSeparateFolders) {
  RepositoryBuilder tree(Layout::kWorkTree);
  RepositoryBuilder library;
  library.commit("refs/heads/main", {{"a", "1\n"}});
  tree.git({"submodule", "--quiet", "add", library.path().string(), "sub"});
  const Environment environment = tree.environment();
  ASSERT_OK_AND_ASSIGN(const auto sub, open_at(tree.path() / "sub", environment));
  EXPECT_EQ(sub.git_dir(), (tree.git_dir() / "modules/sub").string());
  EXPECT_EQ(sub.work_dir(), (tree.path() / "sub").string());

  tree.git({"init", "--quiet", "--separate-git-dir", tree.beside("store").string(),
            tree.beside("apart").string()});
  ASSERT_OK_AND_ASSIGN(const auto apart, open_at(tree.beside("apart"), environment));
  EXPECT_EQ(apart.git_dir(), tree.beside("store").string());
  EXPECT_EQ(apart.work_dir(), tree.beside("apart").string());
  EXPECT_FALSE(apart.is_bare());
}

TEST(Discovery, HonoursACommonFolderThatIsNamed) {
  RepositoryBuilder bare;
  const std::string tip = bare.commit("refs/heads/main", {{"a", "1\n"}});
  const fs::path own = bare.beside("own");
  fs::create_directories(own);
  bare.git({"symbolic-ref", "HEAD", "refs/heads/main"});
  fs::copy_file(bare.path() / "HEAD", own / "HEAD");
  Environment environment = bare.environment();
  environment.set("GIT_DIR", own.string());
  EXPECT_THAT(open_at(bare.beside("home"), environment),
              FailsWith(ErrorCode::kNotFound, "not a git repository: '"));
  environment.set("GIT_COMMON_DIR", bare.path().string());
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(bare.beside("home"), environment));
  EXPECT_EQ(repository.git_dir(), own.string());
  EXPECT_EQ(repository.common_dir(), bare.path().string());
  EXPECT_THAT(repository.find_ref("refs/heads/main"), IsOkAndHolds(testing::Optional(id_of(tip))));
}

TEST(Discovery, RefusesABrokenGitFile) {
  RepositoryBuilder builder;
  const fs::path folder = builder.beside("broken");
  fs::create_directories(folder);
  const Environment environment = builder.environment();
  const auto write = [&](std::string_view text) {
    std::ofstream(folder / ".git", std::ios::trunc) << text;
  };
  write("nonsense\n");
  EXPECT_THAT(open_at(folder, environment),
              FailsWith(ErrorCode::kCorrupt, "invalid gitfile format"));
  write("gitdir:  \n");
  EXPECT_THAT(open_at(folder, environment), FailsWith(ErrorCode::kCorrupt, "no path in gitfile"));
  write("gitdir: ../nowhere\n");
  EXPECT_THAT(open_at(folder, environment),
              FailsWith(ErrorCode::kNotFound, "not a git repository: '"));
}

// git pretends, for its own tests, that somebody else owns everything.
TEST(Discovery, AsksGitAboutARepositoryOfSomebodyElse) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  environment.set("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  Discovery discovery{builder.path().string(), std::nullopt, &environment, {}};
  const std::string refusal = "the repository at '" + builder.path().string() +
                              "' is owned by somebody else, and git does not trust it";
  EXPECT_THAT(Repository::open(discovery), FailsWith(ErrorCode::kUnsupported, refusal));
  discovery.git_accepts_owner = [] { return false; };
  const auto refused = Repository::open(discovery);
  EXPECT_THAT(refused, FailsWith(ErrorCode::kUnsupported, refusal));
  EXPECT_THAT(refused.error().hints,
              testing::ElementsAre("if you do: git config --global --add safe.directory '" +
                                   builder.path().string() + "'"));
  discovery.git_accepts_owner = [] { return true; };
  EXPECT_OK(Repository::open(discovery));
  // As in git, a folder that is named is trusted.
  discovery.git_accepts_owner = {};
  discovery.git_dir = builder.path().string();
  EXPECT_OK(Repository::open(discovery));
}

TEST(Discovery, HonoursSafeBareRepository) {
  RepositoryBuilder bare;
  Environment environment = bare.environment();
  environment.set("GIT_CONFIG_PARAMETERS", "'safe.bareRepository'='explicit'");
  EXPECT_EQ(git_finds(bare.path(), environment), "none");
  const auto refused = open_at(bare.path(), environment);
  EXPECT_THAT(refused, FailsWith(ErrorCode::kUnsupported,
                                 "cannot use the bare repository at '" + bare.path().string() +
                                     "': safe.bareRepository is 'explicit'"));
  EXPECT_THAT(refused.error().hints, testing::ElementsAre("name it with --git-dir"));
  environment.set("GIT_DIR", bare.path().string());
  EXPECT_OK(open_at(bare.path(), environment));
  // The repository itself has no say.
  bare.git({"config", "safe.bareRepository", "explicit"});
  EXPECT_OK(open(bare));
}

TEST(Discovery, SeesWhoOwnsTheFolder) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  RepositoryBuilder tree(Layout::kWorkTree);
  ASSERT_EQ(::chown(tree.git_dir().c_str(), 1234, 1234), 0);
  Environment environment = tree.environment();
  EXPECT_THAT(open_at(tree.path(), environment), FailsWith(ErrorCode::kUnsupported, "owned by"));
  EXPECT_EQ(git_finds(tree.path(), environment), "none");
  environment.set("SUDO_UID", "1234");
  EXPECT_OK(open_at(tree.path(), environment));
  EXPECT_EQ(git_finds(tree.path(), environment), tree.git_dir().string());
}

TEST(Discovery, OpensAgainForAnotherThread) {
  RepositoryBuilder tree(Layout::kWorkTree);
  const std::string tip = tree.commit("refs/heads/main", {{"a", "1\n"}});
  ASSERT_OK_AND_ASSIGN(const auto first, open(tree));
  ASSERT_OK_AND_ASSIGN(const auto second, first.reopen());
  EXPECT_EQ(second.git_dir(), first.git_dir());
  EXPECT_EQ(second.work_dir(), first.work_dir());
  EXPECT_THAT(second.find_ref("refs/heads/main"), IsOkAndHolds(testing::Optional(id_of(tip))));
}

}  // namespace
}  // namespace claudestep::git
