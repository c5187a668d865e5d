#include "host/process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sstream>

#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::host {
namespace {

using test::FailsWith;

Environment plain() {
  Environment environment;
  environment.set("PATH", "/usr/local/bin:/usr/bin:/bin");
  return environment;
}

Result<Finished> shell(const std::string& script, std::string input = "",
                       std::optional<int> timeout = std::nullopt) {
  const Environment environment = plain();
  Command command;
  command.argv = {"sh", "-c", script};
  command.environment = &environment;
  command.input = std::move(input);
  command.timeout_seconds = timeout;
  return run(command);
}

TEST(Run, CollectsBothOutputsAndTheCode) {
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(finished.out, "out\n");
  EXPECT_EQ(finished.err, "err\n");
  EXPECT_EQ(finished.exit_code, 3);
}

TEST(Run, GivesTheInputAndClosesIt) {
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("cat", "hello"));
  EXPECT_EQ(finished.out, "hello");
  ASSERT_OK_AND_ASSIGN(const auto nothing, shell("cat; echo end"));
  EXPECT_EQ(nothing.out, "end\n");
}

TEST(Run, NeverHangsOnFullPipes) {
  const std::string big(3'000'000, 'x');
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("tee /dev/stderr", big));
  EXPECT_EQ(finished.out, big);
  EXPECT_EQ(finished.err, big);
}

TEST(Run, SurvivesAChildThatDoesNotListen) {
  const std::string big(3'000'000, 'x');
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("exec <&-; echo done", big));
  EXPECT_EQ(finished.out, "done\n");
  EXPECT_EQ(finished.exit_code, 0);
}

TEST(Run, GivesTheChildTheUsualSigpipe) {
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("(yes; echo $? >&2) | head -n 1"));
  EXPECT_EQ(finished.out, "y\n");
  EXPECT_EQ(finished.err, "141\n");
}

TEST(Run, PassesTheEnvironmentAndTheFolderAndNothingElse) {
  test::TempDir scratch;
  Environment environment = plain();
  environment.set("A", "one two\nthree");
  Command command;
  command.argv = {"sh", "-c", "pwd; printf %s \"$A|${HOME-none}\""};
  command.cwd = scratch.path().string();
  command.environment = &environment;
  ASSERT_OK_AND_ASSIGN(const auto finished, run(command));
  EXPECT_EQ(finished.out, scratch.path().string() + "\none two\nthree|none");
}

TEST(Run, LooksForTheProgramInTheChildsPath) {
  test::TempDir scratch;
  const auto tool = scratch.write("bin/tool", "#!/bin/sh\necho tool\n");
  scratch.write("first/tool", "not executable\n");
  std::filesystem::permissions(tool, std::filesystem::perms::owner_all);
  Environment environment;
  environment.set("PATH",
                  (scratch.path() / "first").string() + ":" + (scratch.path() / "bin").string());
  Command command;
  command.argv = {"tool"};
  command.environment = &environment;
  ASSERT_OK_AND_ASSIGN(const auto finished, run(command));
  EXPECT_EQ(finished.out, "tool\n");
  environment.set("PATH", "/nowhere");
  const auto missing = run(command);
  EXPECT_THAT(missing, FailsWith(ErrorCode::kIo, "cannot run 'tool'"));
  EXPECT_THAT(missing.error().causes, testing::ElementsAre("no such program or folder"));
}

TEST(Run, SaysThatItCannotStart) {
  Command command;
  command.argv = {"/nowhere/at/all"};
  EXPECT_THAT(run(command), FailsWith(ErrorCode::kIo, "cannot run '/nowhere/at/all'"));
  command.argv = {"/bin/sh"};
  command.cwd = "/nowhere";
  EXPECT_THAT(run(command), FailsWith(ErrorCode::kIo, "cannot run '/bin/sh'"));
}

TEST(Run, TellsASignal) {
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("kill -TERM $$"));
  EXPECT_EQ(finished.exit_code, 128 + 15);
}

TEST(Run, KillsAfterTheTimeWithAllThatItStarted) {
  test::TempDir scratch;
  const std::string late = (scratch.path() / "late").string();
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(shell("(sleep 3; touch " + late + ") & sleep 60", "", 1),
              FailsWith(ErrorCode::kIo, "'sh' did not end within 1 s"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
  ASSERT_OK(shell("sleep 3"));
  EXPECT_FALSE(std::filesystem::exists(late));
  // One that has closed its pipes and goes on is killed too.
  EXPECT_THAT(shell("exec >&- 2>&-; sleep 60", "", 1), FailsWith(ErrorCode::kIo, "did not end"));
  ASSERT_OK_AND_ASSIGN(const auto quick, shell("echo quick", "", 30));
  EXPECT_EQ(quick.out, "quick\n");
}

// A daemon that keeps the pipes does not keep us.
TEST(Run, DoesNotWaitForWhatTheChildLeavesBehind) {
  const auto start = std::chrono::steady_clock::now();
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("echo here; sleep 30 & exit 4"));
  EXPECT_EQ(finished.out, "here\n");
  EXPECT_EQ(finished.exit_code, 4);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

// What the child has open beside its three: what this test was itself started with, and the folder
// that is listed.
TEST(Run, LeavesNoDescriptorsOpenInTheChild) {
  std::size_t inherited = 3;
  for (int fd = 3; fd < 1024; ++fd) {
    const int flags = ::fcntl(fd, F_GETFD);
    if (flags >= 0 && (flags & FD_CLOEXEC) == 0) ++inherited;
  }
  ASSERT_OK_AND_ASSIGN(const auto finished, shell("exec ls /proc/self/fd"));
  const auto open = std::count(finished.out.begin(), finished.out.end(), '\n');
  EXPECT_EQ(static_cast<std::size_t>(open), inherited + 1) << finished.out;
}

TEST(Scrubbed, DropsWhatGitSetsForOneRepository) {
  test::RepositoryBuilder builder;
  Environment environment = builder.environment();
  const std::string names = builder.git({"rev-parse", "--local-env-vars"});
  std::istringstream lines(names);
  for (std::string name; std::getline(lines, name);) environment.set(name, "x");
  environment.set("LC_ALL", "de_DE.UTF-8");
  environment.set("KEPT", "1");
  Environment expected = builder.environment();
  expected.set("KEPT", "1");
  expected.set("LC_ALL", "C");
  expected.set("CLAUDESTEP_HOOKS", "0");
  EXPECT_EQ(scrubbed(environment).all(), expected.all());
}

TEST(Git, RunsInAFolderOrSaysWhatGitSaid) {
  test::RepositoryBuilder builder;
  Environment environment = builder.environment();
  environment.set("GIT_DIR", "/nowhere");
  const std::string cwd = builder.path().string();
  EXPECT_THAT(git(environment, cwd, {"rev-parse", "--is-bare-repository"}),
              test::IsOkAndHolds(std::string("true\n")));
  const auto failed = git(environment, cwd, {"rev-parse", "--verify", "nothing"});
  EXPECT_THAT(failed, FailsWith(ErrorCode::kGitFailed, "git rev-parse failed (exit 128)"));
  EXPECT_THAT(failed.error().causes, testing::ElementsAre("fatal: Needed a single revision"));
}

}  // namespace
}  // namespace claudestep::host
