// Each obstacle is brought about in a real repository, named with its way out, and left as it was.
#include "query/doctor.h"
#include "host/worktree.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/root.h"
#include "store/transaction.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::query {
namespace {

namespace fs = std::filesystem;
using test::RepositoryBuilder;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view kRef = "refs/heads/claudestep-metadata";
constexpr std::string_view kTracking = "refs/remotes/origin/claudestep-metadata";
constexpr std::string_view kProject =
    R"({"schema_version": "2.0", "project": "auth", "tasks": [], "pull_requests": []})";

class Doctor : public ::testing::Test {
 protected:
  explicit Doctor(RepositoryBuilder::Layout layout = RepositoryBuilder::Layout::kBare)
      : builder_(layout) {}

  [[nodiscard]] std::vector<Checkup> examine(const std::string& ref = std::string(kRef)) const {
    const Environment environment = builder_.environment();
    const auto repository = git::Repository::open({.cwd = builder_.path().string(),
                                                   .git_dir = {},
                                                   .environment = &environment,
                                                   .git_accepts_owner = {}});
    EXPECT_THAT(repository, test::IsOk());
    return query::examine(*repository, ref, environment, test::kEpoch);
  }

  // The checkups of that name: "health: message | hint | hint".
  [[nodiscard]] std::vector<std::string> about(std::string_view name,
                                               const std::string& ref = std::string(kRef)) const {
    std::vector<std::string> lines;
    for (const Checkup& checkup : examine(ref)) {
      if (checkup.name != name) continue;
      std::string line = std::string(to_string(checkup.health)) + ": " + checkup.message;
      for (const std::string& hint : checkup.hints) line += " | " + hint;
      lines.push_back(std::move(line));
    }
    return lines;
  }
  // The only one of that name.
  [[nodiscard]] std::string only(std::string_view name,
                                 const std::string& ref = std::string(kRef)) const {
    const auto lines = about(name, ref);
    EXPECT_EQ(lines.size(), 1U) << name;
    return lines.empty() ? "" : lines.front();
  }

  void set_config(const std::string& key, const std::string& value) const {
    builder_.git({"config", key, value});
  }
  void begin() { builder_.commit(kRef, {{"projects/auth.json", std::string(kProject)}}); }
  void write_file(const std::string& path, std::string_view content) const {
    fs::create_directories((builder_.git_dir() / path).parent_path());
    std::ofstream(builder_.git_dir() / path) << content;
  }

  RepositoryBuilder builder_;
};

TEST_F(Doctor, FindsNothingWhereAllIsWell) {
  begin();
  for (const Checkup& checkup : examine()) {
    EXPECT_EQ(checkup.health, Health::kOk) << checkup.name << ": " << checkup.message;
    EXPECT_TRUE(checkup.hints.empty()) << checkup.name;
  }
}

TEST_F(Doctor, ChangesNothing) {
  begin();
  const auto listing = [&] {
    std::vector<std::string> files;
    for (const auto& item : fs::recursive_directory_iterator(builder_.git_dir())) {
      files.push_back(item.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
  };
  const auto before = listing();
  (void)examine();
  EXPECT_EQ(listing(), before);
}

TEST_F(Doctor, SeesABranchThatIsMissing) {
  EXPECT_EQ(only("branch"),
            "warning: there is no branch 'claudestep-metadata', here or fetched from a remote | "
            "claudestep init | the first write makes it as well");
  set_config("remote.origin.url", "/nowhere");
  EXPECT_EQ(
      only("branch"),
      "warning: there is no branch 'claudestep-metadata', here or fetched from a remote | "
      "to bring it where a remote has it: claudestep sync | where none has it, the next hint makes "
      "it | claudestep init");
  EXPECT_THAT(about("files"), ::testing::IsEmpty());
}

TEST_F(Doctor, SeesABranchThatIsOnlyFetched) {
  set_config("remote.origin.url", "/nowhere");
  builder_.commit(kTracking, {{"projects/auth.json", std::string(kProject)}});
  EXPECT_EQ(only("branch"),
            "ok: only 'refs/remotes/origin/claudestep-metadata' is there; the first write makes "
            "'claudestep-metadata' from it");
}

TEST_F(Doctor, SeesABranchThatIsBehind) {
  set_config("remote.origin.url", "/nowhere");
  begin();
  builder_.set_ref(kTracking, *builder_.resolve(kRef));
  builder_.commit(kTracking, {{"x", "1"}});
  EXPECT_EQ(only("branch"),
            "ok: 'claudestep-metadata' is behind 'refs/remotes/origin/claudestep-metadata', which "
            "is read and built upon");
}

TEST_F(Doctor, SeesABranchThatWentApart) {
  set_config("remote.origin.url", "/nowhere");
  begin();
  builder_.set_ref(kTracking, *builder_.resolve(kRef));
  builder_.commit(kTracking, {{"x", "1"}});
  builder_.commit(kRef, {{"y", "1"}});
  EXPECT_EQ(only("branch"),
            "ok: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone "
            "apart: reads show both, and the next write merges them");
}

TEST_F(Doctor, SeesTheDefaultBranchOfTheRemote) {
  set_config("remote.origin.url", "/nowhere");
  begin();
  builder_.set_ref(kTracking, *builder_.resolve(kRef));
  builder_.git({"symbolic-ref", "refs/remotes/origin/HEAD", std::string(kTracking)});
  EXPECT_THAT(only("ref"), StartsWith("problem: 'claudestep-metadata' is the remote's default "
                                      "branch, where metadata is never written | "));
}

TEST_F(Doctor, SeesARefThatIsNoBranch) {
  begin();
  builder_.set_ref("refs/meta/x", *builder_.resolve(kRef));
  EXPECT_THAT(only("ref", "refs/meta/x"), StartsWith("problem: 'refs/meta/x' is no branch"));
}

TEST_F(Doctor, SeesABranchOfSomethingElse) {
  builder_.commit(kRef, {{"src/main.c", "int main;"}});
  EXPECT_THAT(only("tip"), StartsWith("problem: 'claudestep-metadata' is no metadata branch"));
}

TEST_F(Doctor, SeesARefThatNamesATag) {
  begin();
  const std::string tag = builder_.tag("v1", kRef);
  write_file(std::string(kRef), tag + "\n");
  EXPECT_THAT(only("branch"), StartsWith("problem: "));
}

TEST_F(Doctor, SeesATipThatIsNotWhole) {
  begin();
  const std::string tree = *builder_.resolve(std::string(kRef) + ":projects");
  fs::remove(builder_.git_dir() / "objects" / tree.substr(0, 2) / tree.substr(2));
  EXPECT_THAT(only("tip"), HasSubstr("is missing"));
}

TEST_F(Doctor, SeesSeveralRemotesAndNoChoice) {
  begin();
  set_config("remote.a.url", "/a");
  set_config("remote.b.url", "/b");
  EXPECT_EQ(only("remote"),
            "warning: there are 2 remotes, and nothing says which of them has the "
            "metadata | to choose one: git config branch.claudestep-metadata.remote NAME");
}

TEST_F(Doctor, SeesFilesThatAreOldOrBroken) {
  builder_.commit(kRef, {{"projects/old.json", R"({"project": "old", "steps": []})"},
                         {"archive/older.json", R"({"project": "older", "total_tasks": 1})"},
                         {"projects/auth.json", std::string(kProject)},
                         {"projects/broken.json", "{"}});
  const auto lines = about("files");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], StartsWith("problem: 1 project file cannot be read, the first of them "
                                   "'projects/broken.json': "));
  EXPECT_THAT(lines[0], ::testing::EndsWith(" | claudestep fsck"));
  EXPECT_EQ(lines[1], "warning: 2 project files of 3 have an older form | claudestep migrate");
}

TEST_F(Doctor, SeesThatGitKnowsNoAuthor) {
  Environment environment = builder_.environment();
  for (const std::string_view name : {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME",
                                      "GIT_COMMITTER_EMAIL", "EMAIL"}) {
    environment.unset(name);
  }
  ASSERT_OK_AND_ASSIGN(const auto repository,
                       git::Repository::open({.cwd = builder_.path().string(),
                                              .git_dir = {},
                                              .environment = &environment,
                                              .git_accepts_owner = {}}));
  EXPECT_THAT(
      query::examine(repository, std::string(kRef), environment, test::kEpoch),
      Contains(Checkup{"author",
                       Health::kWarning,
                       "git knows no author here: commits will say claudestep "
                       "<claudestep@localhost>",
                       {"to say who you are: git config user.name NAME; git config user.email "
                        "ADDRESS"}}));
}

TEST_F(Doctor, SeesWhatTheConfigurationAsksFor) {
  set_config("commit.gpgSign", "true");
  set_config("gc.pruneExpire", "now");
  set_config("core.hooksPath", "/hooks");
  EXPECT_THAT(only("signing"), StartsWith("warning: commit.gpgSign asks for signed commits"));
  EXPECT_THAT(only("pruning"), StartsWith("warning: gc.pruneExpire is 'now'"));
  EXPECT_EQ(only("hooks"), "ok: core.hooksPath is '/hooks': hooks are run from there");
}

TEST_F(Doctor, SeesAHookThatIsNotAsked) {
  begin();
  for (const std::string folder : {"hooks", "own"}) {
    if (folder == "own") set_config("core.hooksPath", "own");
    const std::string hook = folder + "/reference-transaction";
    write_file(hook, "#!/bin/sh\nexit 1\n");
    EXPECT_THAT(about("hooks"), ::testing::Not(Contains(StartsWith("warning"))));
    fs::permissions(builder_.git_dir() / hook, fs::perms::owner_all);
    EXPECT_THAT(about("hooks"),
                Contains("warning: '" + (builder_.git_dir() / hook).string() +
                         "' is not asked when the metadata branch moves | what it has to refuse, "
                         "refuse on the remote: pre-receive, update"));
  }
}

TEST_F(Doctor, SeesClonesThatAreNotComplete) {
  begin();
  builder_.commit(kRef, {{"x", "1"}});
  write_file("shallow", *builder_.resolve(kRef) + "\n");
  set_config("remote.origin.url", "/nowhere");
  set_config("remote.origin.promisor", "true");
  const auto lines = about("clone");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], StartsWith("warning: the clone is shallow"));
  EXPECT_THAT(lines[0], ::testing::EndsWith(" fetch --unshallow"));
  EXPECT_THAT(lines[1], StartsWith("warning: the clone is partial"));
}

TEST_F(Doctor, SeesALockThatNobodyExplains) {
  begin();
  write_file(std::string(kRef) + ".lock", "");
  EXPECT_THAT(only("lock"), StartsWith("problem: "));
  EXPECT_THAT(only("lock"), HasSubstr("has been there for "));
  EXPECT_THAT(only("lock"), HasSubstr("the journal does not explain it | "));
}

TEST_F(Doctor, SeesALockThatTheJournalExplains) {
  begin();
  const std::string value = *builder_.resolve(kRef);
  write_file(std::string(kRef) + ".lock", value + "\n");
  write_file("claudestep/write.lock", std::string(kRef) + " " + value + " 2026-01-01T00:00:00Z\n");
  EXPECT_THAT(only("lock"), StartsWith("warning: "));
  EXPECT_THAT(only("lock"), ::testing::EndsWith(
                                "; the journal says that a claudestep was killed there | the next "
                                "write removes it by itself"));
  // Of another value than the note says, it is somebody else's.
  write_file(std::string(kRef) + ".lock", std::string(40, '1') + "\n");
  EXPECT_THAT(only("lock"), StartsWith("problem: "));
  EXPECT_TRUE(fs::exists(builder_.git_dir() / (std::string(kRef) + ".lock")));
}

TEST_F(Doctor, SeesAWriterAtWork) {
  begin();
  write_file(std::string(kRef) + ".lock", "");
  write_file("claudestep/write.lock", "");
  const int fd = ::open((builder_.git_dir() / "claudestep/write.lock").c_str(), O_RDWR);
  ASSERT_GE(fd, 0);
  ASSERT_EQ(::flock(fd, LOCK_EX), 0);
  const std::string path = (builder_.git_dir() / "claudestep/write.lock").string();
  const std::string held = "warning: '" + path +
                           "' is held: a claudestep is writing at this moment, and others wait | "
                           "where it stays so, that process hangs: fuser -v names it";
  EXPECT_EQ(only("lock"), held);
  // It holds that one before it takes the lock of the ref.
  fs::remove(builder_.git_dir() / (std::string(kRef) + ".lock"));
  EXPECT_EQ(only("lock"), held);
  ::close(fd);
}

TEST_F(Doctor, SeesALockThatIsNoFile) {
  begin();
  const fs::path folder = builder_.git_dir() / "claudestep";
  const auto hint = [&](const std::string& refused, const std::string& path) {
    return ": " + refused +
           " | nothing but such locks and their notes is kept there: make sure that no claudestep "
           "is at work; the next hint moves it aside then | mv -n " +
           path + " " +
           (builder_.git_dir() / ("damaged-" + fs::path(path).filename().string())).string();
  };
  write_file("claudestep", "");
  EXPECT_EQ(only("lock"), "problem: '" + folder.string() + "' is no folder" +
                              hint("no write can take its lock", folder.string()));
  fs::remove(folder);
  for (const auto& [name, refused] :
       {std::pair{"write.lock", "no write can take its lock"},
        std::pair{"fetching", "no sync and no claim can take its lock"}}) {
    const std::string path = (folder / name).string();
    const std::string not_regular =
        "problem: '" + path + "' is no regular file" + hint(refused, path);
    fs::create_directories(path);
    EXPECT_EQ(only("lock"), not_regular);
    fs::remove(path);
    fs::create_symlink("elsewhere", path);
    EXPECT_EQ(only("lock"), not_regular);
    fs::remove(path);
  }
  EXPECT_EQ(only("lock"), "ok: nobody holds a lock on the branch");
}

TEST_F(Doctor, SeesARefInThePlaceOfTheBranch) {
  builder_.commit(std::string(kRef) + "/x", {{"f", "1\n"}});
  EXPECT_EQ(
      only("branch"),
      "problem: there is no branch 'claudestep-metadata', and it cannot be made beside "
      "'refs/heads/claudestep-metadata/x' | give that one another name with git branch -m, or "
      "choose another for the metadata with git config claudestep.ref");
}

TEST_F(Doctor, SeesAProjectThatIsThereTwice) {
  const std::string blob = builder_.blob(kProject);
  const std::string projects =
      builder_.tree({{"100644", "auth.json", blob}, {"100644", "auth.json", builder_.blob("{}")}});
  builder_.set_ref(kRef,
                   builder_.commit_tree(builder_.tree({{"40000", "projects", projects}}), {}));
  EXPECT_EQ(only("files"),
            "problem: 1 project file cannot be read, the first of them 'projects/auth.json': "
            "it is in its folder twice | claudestep fsck");
}

// Where a file may be written by its owner alone, and that is somebody else.
TEST_F(Doctor, SeesARefThatCannotBeWritten) {
  begin();
  const fs::path heads = builder_.git_dir() / "refs/heads";
  fs::permissions(heads, fs::perms::owner_read | fs::perms::owner_exec);
  const bool blocked = ::access(heads.c_str(), W_OK) != 0;
  const std::string line = only("disk");
  fs::permissions(heads, fs::perms::owner_all);
  EXPECT_THAT(line, StartsWith(blocked ? "problem: '" + heads.string() + "' cannot be written"
                                       : "ok: objects and refs can be written"));
}

TEST_F(Doctor, SeesALockOnPackedRefs) {
  begin();
  write_file("packed-refs.lock", "");
  EXPECT_THAT(only("lock"), StartsWith("warning: "));
}

TEST_F(Doctor, SeesManyLooseObjects) {
  begin();
  fs::create_directories(builder_.git_dir() / "contents");
  std::string paths;
  for (int at = 0; at < 2000; ++at) {
    const std::string name = "contents/" + std::to_string(at);
    write_file(name, std::to_string(at));
    paths += (builder_.git_dir() / name).string() + "\n";
  }
  builder_.git({"hash-object", "-w", "--stdin-paths"}, paths);
  EXPECT_THAT(only("objects"), StartsWith("warning: 200"));
  EXPECT_THAT(only("objects"), ::testing::AllOf(::testing::HasSubstr("reading gets slow | git -C "),
                                                ::testing::EndsWith(" gc")));
}

TEST_F(Doctor, SeesAStoreThatCannotBeWritten) {
  begin();
  const fs::path objects = builder_.git_dir() / "objects";
  fs::permissions(objects, fs::perms::owner_read | fs::perms::owner_exec);
  // Whoever may write everything meets no such obstacle.
  const bool blocked = ::access(objects.c_str(), W_OK) != 0;
  const std::string line = only("disk");
  fs::permissions(objects, fs::perms::owner_all);
  EXPECT_THAT(line, StartsWith(blocked ? "problem: '" : "ok: objects and refs can be written"));
}

class DoctorOfWorktrees : public Doctor {
 protected:
  DoctorOfWorktrees() : Doctor(RepositoryBuilder::Layout::kWorkTree) {
    begin();
    worktree_ = builder_.add_worktree("meta", "claudestep-metadata");
  }
  [[nodiscard]] std::string named() const { return "the work tree '" + worktree_.string() + "'"; }

  fs::path worktree_;
};

TEST_F(DoctorOfWorktrees, SeesOneThatIsClean) {
  EXPECT_EQ(only("worktree"), "ok: " + named() +
                                  " has the branch checked out and is clean: writes "
                                  "bring it along");
}

TEST_F(DoctorOfWorktrees, SeesOneThatHasChanges) {
  std::ofstream(worktree_ / "projects/auth.json") << "{}";
  EXPECT_EQ(only("worktree"), "warning: " + named() +
                                  " has changes of its own: 'projects/auth.json' | a write that "
                                  "touches these paths is refused; " +
                                  std::string(host::kSettleChanges));
}

TEST_F(DoctorOfWorktrees, SeesOneThatStayedBehind) {
  // The ref moves, index and files do not: what a crash after the swap leaves.
  const std::string before_that = *builder_.resolve(kRef);
  builder_.set_ref("refs/heads/next", before_that);
  const std::string next = builder_.commit("refs/heads/next", {{"projects/b.json", "{}"}});
  builder_.git({"update-ref", "--create-reflog", std::string(kRef), next});
  const auto index = [&] {
    return fs::last_write_time(builder_.git_dir() / "worktrees/meta/index");
  };
  const auto before = index();
  EXPECT_THAT(only("worktree"),
              StartsWith("warning: " + named() + " still shows " + before_that.substr(0, 12) +
                         ", where the branch was before"));
  EXPECT_EQ(index(), before);
}

TEST(DoctorOfGit, ReadsItsVersion) {
  const test::TempDir folder;
  Environment environment = test::hermetic_environment(folder.path(), 0);
  const Checkup now = examine_git(environment, folder.path());
  EXPECT_EQ(now.health, Health::kOk);
  EXPECT_THAT(now.message, StartsWith("git version "));

  const auto fake = folder.write("bin/git", "#!/bin/sh\necho git version 2.11.0\n");
  fs::permissions(fake, fs::perms::owner_all);
  environment.set("PATH", (folder.path() / "bin").string() + ":/usr/bin:/bin");
  const Checkup old = examine_git(environment, folder.path());
  EXPECT_EQ(old.health, Health::kWarning);
  EXPECT_EQ(old.message, "git version 2.11.0 is older than 2.24");

  environment.set("PATH", (folder.path() / "nothing").string());
  EXPECT_EQ(examine_git(environment, folder.path()).health, Health::kProblem);
}

TEST(DoctorOfFailures, KeepsTheWayOut) {
  Error error{ErrorCode::kUnsupported, "it keeps its refs as reftable"};
  error.causes.emplace_back("why");
  error.hints.emplace_back("the way out");
  EXPECT_EQ(
      examine_failure("repository", error),
      (Checkup{
          "repository", Health::kProblem, "it keeps its refs as reftable: why", {"the way out"}}));
}

}  // namespace
}  // namespace claudestep::query
