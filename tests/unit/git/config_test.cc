// Configuration, with `git config` as the judge.
#include <fstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using Value = std::optional<std::string>;

// What `git config --get` answers; nothing when it has no answer.
Value git_says(const RepositoryBuilder& builder, const Environment& environment,
               const std::string& key) {
  auto result = test::run_process({"git", "config", "--get", key},
                                  test::ProcessOptions{builder.path(), environment, ""});
  if (result.exit_code != 0) return std::nullopt;
  return result.out.substr(0, result.out.size() - 1);
}

void expect_as_git(const RepositoryBuilder& builder, const Environment& environment,
                   const std::string& key) {
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(builder.path(), environment));
  EXPECT_THAT(repository.config(key), IsOkAndHolds(git_says(builder, environment, key))) << key;
}

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

TEST(Config, FilesCountInGitsOrder) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  const fs::path home = builder.beside("home");
  write(builder.beside("system"),
        "[a]\nsystem = 1\nx = system\ny = system\nz = system\nw = system\n");
  write(home / ".config/git/config", "[a]\nxdg = 1\nx = xdg\ny = xdg\nz = xdg\n");
  write(home / ".gitconfig", "[a]\nglobal = 1\nx = global\ny = global\n");
  builder.git({"config", "a.x", "local"});
  environment.unset("GIT_CONFIG_NOSYSTEM");
  environment.unset("GIT_CONFIG_GLOBAL");
  environment.unset("XDG_CONFIG_HOME");
  environment.set("GIT_CONFIG_SYSTEM", builder.beside("system").string());
  for (const std::string key :
       {"a.system", "a.xdg", "a.global", "a.x", "a.y", "a.z", "a.w", "a.none"}) {
    expect_as_git(builder, environment, key);
  }
  environment.set("XDG_CONFIG_HOME", builder.beside("xdg").string());
  write(builder.beside("xdg") / "git/config", "[a]\nxdg = 2\n");
  expect_as_git(builder, environment, "a.xdg");
  environment.set("GIT_CONFIG_NOSYSTEM", "1");
  expect_as_git(builder, environment, "a.system");
  environment.set("GIT_CONFIG_GLOBAL", builder.beside("system").string());
  expect_as_git(builder, environment, "a.system");
  expect_as_git(builder, environment, "a.global");
}

TEST(Config, ReadsKeysInAnyCaseAndSubsectionsInTheirs) {
  RepositoryBuilder builder;
  builder.git({"config", "Section.Sub.Name", "value"});
  const Environment environment = builder.environment();
  for (const std::string key : {"section.Sub.name", "SECTION.Sub.NAME", "section.sub.name"}) {
    expect_as_git(builder, environment, key);
  }
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string key : {"", "section", ".name", "section."}) {
    EXPECT_THAT(repository.config(key),
                FailsWith(ErrorCode::kInvalidInput, "is no configuration key"));
  }
}

TEST(Config, TakesBothFormsOfParameters) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  for (const std::string text :
       {"'a.b=c'", "'a.b'='c'", "'a.b'='it'\\''s'", "'a.b=it'\\''s'\\!''", "'a.b'=", "'a.b'",
        "'a.b'='1' 'a.b'='2'", "'A.B'='x=y'", "'a.Sub=x.b'='dot'", "'a.b'=''"}) {
    environment.set("GIT_CONFIG_PARAMETERS", text);
    expect_as_git(builder, environment, "a.b");
    expect_as_git(builder, environment, "a.Sub=x.b");
  }
}

TEST(Config, TakesWhatGitDashCPasses) {
  RepositoryBuilder builder;
  // A program that git starts sees the variable as git writes it.
  const std::string passed = builder.git(
      {"-c", "a.b=it's '!' = x", "-c", "alias.tell=!printf %s \"$GIT_CONFIG_PARAMETERS\"", "tell"});
  Environment environment = builder.environment();
  environment.set("GIT_CONFIG_PARAMETERS", passed);
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(builder.path(), environment));
  EXPECT_THAT(repository.config("a.b"), IsOkAndHolds(Value("it's '!' = x")));
}

TEST(Config, RefusesBogusParameters) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  for (const std::string text : {"a.b=c", "'a.b", "'a.b'=c", "'a.b=c'\\''"}) {
    environment.set("GIT_CONFIG_PARAMETERS", text);
    EXPECT_THAT(open_at(builder.path(), environment),
                FailsWith(ErrorCode::kInvalidInput, "bogus format in GIT_CONFIG_PARAMETERS"))
        << text;
  }
  environment.set("GIT_CONFIG_PARAMETERS", "'nokey'='x'");
  EXPECT_THAT(open_at(builder.path(), environment),
              FailsWith(ErrorCode::kInvalidInput,
                        "GIT_CONFIG_PARAMETERS holds 'nokey', which is no configuration key"));
}

TEST(Config, TakesCountedPairs) {
  RepositoryBuilder builder;
  builder.git({"config", "a.b", "file"});
  Environment environment = builder.environment();
  environment.set("GIT_CONFIG_COUNT", "2");
  environment.set("GIT_CONFIG_KEY_0", "a.b");
  environment.set("GIT_CONFIG_VALUE_0", "zero");
  environment.set("GIT_CONFIG_KEY_1", "A.C");
  environment.set("GIT_CONFIG_VALUE_1", "");
  expect_as_git(builder, environment, "a.b");
  expect_as_git(builder, environment, "a.c");
  // The command line goes before the pairs.
  environment.set("GIT_CONFIG_PARAMETERS", "'a.b'='parameter'");
  expect_as_git(builder, environment, "a.b");
  environment.unset("GIT_CONFIG_VALUE_1");
  EXPECT_THAT(open_at(builder.path(), environment),
              FailsWith(ErrorCode::kInvalidInput, "missing GIT_CONFIG_VALUE_1"));
  environment.set("GIT_CONFIG_COUNT", "two");
  EXPECT_THAT(open_at(builder.path(), environment),
              FailsWith(ErrorCode::kInvalidInput, "bogus format in GIT_CONFIG_COUNT"));
}

TEST(Config, FollowsIncludesAndTheirConditions) {
  RepositoryBuilder builder;
  const fs::path home = builder.beside("home");
  write(home / "extra", "[a]\nextra = yes\n");
  write(home / "here", "[a]\nhere = yes\n");
  write(home / "there", "[a]\nthere = yes\n");
  write(home / "config",
        "[include]\npath = ~/extra\n[includeIf \"gitdir:" + builder.path().parent_path().string() +
            "/\"]\npath = here\n[includeIf \"gitdir:/nowhere/\"]\npath = there\n");
  Environment environment = builder.environment();
  environment.set("GIT_CONFIG_GLOBAL", (home / "config").string());
  for (const std::string key : {"a.extra", "a.here", "a.there"}) {
    expect_as_git(builder, environment, key);
  }
}

TEST(Config, ReadsTheWorkTreesOwnFile) {
  RepositoryBuilder tree(Layout::kWorkTree);
  tree.commit("refs/heads/side", {{"a", "1\n"}});
  const fs::path linked = tree.add_worktree("linked", "side");
  tree.git({"config", "extensions.worktreeConfig", "true"});
  tree.git({"-C", linked.string(), "config", "--worktree", "a.b", "linked"});
  tree.git({"config", "--worktree", "a.b", "main"});
  const Environment environment = tree.environment();
  ASSERT_OK_AND_ASSIGN(const auto main, open(tree));
  EXPECT_THAT(main.config("a.b"), IsOkAndHolds(Value("main")));
  ASSERT_OK_AND_ASSIGN(const auto other, open_at(linked, environment));
  EXPECT_THAT(other.config("a.b"), IsOkAndHolds(Value("linked")));
}

TEST(Config, ReadsTruths) {
  RepositoryBuilder builder;
  write(builder.path() / "config",
        "[core]\nrepositoryformatversion = 0\nbare = true\n[t]\na = true\nb = Yes\nc = 1\nd\n"
        "[f]\na = false\nb = No\nc = 0\nd =\n[x]\na = maybe\n");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string key : {"t.a", "t.b", "t.c", "t.d"}) {
    EXPECT_THAT(repository.config_bool(key, false), IsOkAndHolds(true)) << key;
  }
  for (const std::string key : {"f.a", "f.b", "f.c", "f.d"}) {
    EXPECT_THAT(repository.config_bool(key, true), IsOkAndHolds(false)) << key;
  }
  EXPECT_THAT(repository.config_bool("none.such", true), IsOkAndHolds(true));
  EXPECT_THAT(repository.config("t.d"), IsOkAndHolds(Value("")));
  EXPECT_THAT(repository.config_bool("x.a", true),
              FailsWith(ErrorCode::kInvalidInput, "bad boolean config value 'maybe' for 'x.a'"));
}

TEST(Config, NamesABrokenFile) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  write(builder.beside("bad"), "[a\n");
  environment.set("GIT_CONFIG_GLOBAL", builder.beside("bad").string());
  EXPECT_THAT(open_at(builder.path(), environment),
              FailsWith(ErrorCode::kCorrupt, "cannot read the configuration in '" +
                                                 builder.beside("bad").string() + "'"));
}

TEST(Config, ListsRemotes) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(const auto none, open(builder));
  EXPECT_THAT(none.remotes(), IsOkAndHolds(testing::IsEmpty()));
  builder.git({"remote", "add", "upstream", "/x"});
  builder.git({"remote", "add", "origin", "/y"});
  builder.git({"config", "--add", "remote.origin.pushurl", "/z"});
  builder.git({"config", "remote.pushDefault", "upstream"});
  builder.git({"remote", "add", "dot.ted/name", "/y"});
  ASSERT_OK_AND_ASSIGN(const auto three, open(builder));
  EXPECT_THAT(three.remotes(),
              IsOkAndHolds(testing::ElementsAre("dot.ted/name", "origin", "upstream")));
}

}  // namespace
}  // namespace claudestep::git
