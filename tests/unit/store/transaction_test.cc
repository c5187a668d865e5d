#include "store/transaction.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "store/root.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::CreateProject;
using model::Operation;
using model::SetPrState;
using test::FailsWith;
using test::IsOk;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

constexpr std::string_view kTracking = "refs/remotes/origin/claudestep-metadata";

Operation close_pr(std::int64_t number) {
  return SetPrState{"a", number, model::PrState::kClosed, std::nullopt, std::nullopt};
}
Operation merge_pr(std::int64_t number) {
  return SetPrState{"a", number, model::PrState::kMerged, std::nullopt, std::nullopt};
}

class TransactionTest : public StoreTest {
 protected:
  TransactionTest() {
    builder_.commit(kRef, {{"projects/a.json", sample_project("a")}}, "bot: sync");
  }
};

class EmptyRepositoryTest : public StoreTest {};

TEST_F(EmptyRepositoryTest, InitSharesOneRootBetweenClones) {
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome first, init(repository, options()));
  EXPECT_TRUE(first.changed);
  EXPECT_EQ(builder_.git({"rev-list", "--max-parents=0", std::string(kRef)}), kRootId);
  EXPECT_EQ(builder_.git({"ls-tree", "-r", "--name-only", std::string(kRef)}),
            ".nojekyll\nREADME.md");
  EXPECT_EQ(commits(), 2);
  ASSERT_OK_AND_ASSIGN(const WriteOutcome again, init(repository, options()));
  EXPECT_FALSE(again.changed);
  EXPECT_EQ(commits(), 2);
  EXPECT_EQ(builder_.fsck(), "");
}

TEST_F(EmptyRepositoryTest, AnyWriteMakesTheBranch) {
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome,
                       write(repository, options(), {CreateProject{"a"}}));
  EXPECT_TRUE(outcome.changed);
  EXPECT_EQ(commits(), 3);
  EXPECT_EQ(builder_.git({"rev-list", "--max-parents=0", std::string(kRef)}), kRootId);
  EXPECT_TRUE(builder_.read(kRef, "projects/a.json").has_value());
}

TEST_F(EmptyRepositoryTest, ARefusedWriteMakesNoBranch) {
  git::Repository repository = open();
  EXPECT_THAT(write(repository, options(), {close_pr(1)}),
              FailsWith(ErrorCode::kNotFound, "no project 'a'"));
  EXPECT_EQ(tip(), "none");
}

TEST_F(EmptyRepositoryTest, ReflogIsKeptInABareRepository) {
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {CreateProject{"a"}}), IsOk());
  EXPECT_THAT(builder_.git({"reflog", "show", std::string(kRef)}),
              HasSubstr("claudestep: a: create"));
}

// What all who write together must be able to write: the folder, its lock file and its journal.
TEST_F(EmptyRepositoryTest, TheLockFileIsSharedAsTheRepositoryIs) {
  builder_.git({"config", "core.sharedRepository", "group"});
  const ::mode_t before = ::umask(027);
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {CreateProject{"a"}});
  ::umask(before);
  ASSERT_THAT(outcome, IsOk());
  const fs::path folder = builder_.git_dir() / "claudestep";
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms{02770});
  EXPECT_EQ(fs::status(folder / "write.lock").permissions(), fs::perms{0660});
}

// One that another user made before the repository was shared.
TEST_F(EmptyRepositoryTest, ALockFileThatMayOnlyBeReadIsHeldAllTheSame) {
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {CreateProject{"a"}}), IsOk());
  fs::permissions(builder_.git_dir() / "claudestep/write.lock", fs::perms{0444});
  EXPECT_THAT(write(repository, options(), {CreateProject{"b"}}), IsOk());
}

TEST_F(EmptyRepositoryTest, WithoutAnAuthorItSaysWhoItTook) {
  git::Repository repository = open();
  for (const char* name :
       {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"}) {
    environment_.unset(name);
  }
  auto reopened = git::Repository::open({.cwd = builder_.path().string(),
                                         .git_dir = {},
                                         .environment = &environment_,
                                         .git_accepts_owner = {}});
  ASSERT_THAT(reopened, IsOk());
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome,
                       write(*reopened, options(), {CreateProject{"a"}}));
  EXPECT_THAT(
      outcome.warnings,
      ElementsAre("git knows no author here (user.name, user.email); the commit says claudestep "
                  "<claudestep@localhost>"));
}

TEST_F(TransactionTest, IsOneCommitThatSaysWhatWasDone) {
  git::Repository repository = open();
  const std::string before = tip();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), {close_pr(80)}));
  EXPECT_EQ(outcome.commit->hex(), tip());
  EXPECT_EQ(builder_.git({"rev-parse", tip() + "^"}), before);
  EXPECT_EQ(message(), "a: close #80\n\nClaudestep-Op: set-pr-state project=a pr=80 state=closed");
  EXPECT_EQ(builder_.git({"diff", "--name-only", before, tip()}), "projects/a.json");
}

TEST_F(TransactionTest, KeepsUnknownMembersAndUntouchedText) {
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  const std::string bytes = builder_.read(kRef, "projects/a.json").value_or("");
  EXPECT_THAT(bytes, AllOf(HasSubstr(R"("x_note": "kept")"),
                           HasSubstr(R"("created_at": "2025-12-29T21:33:07.158704")"),
                           HasSubstr(R"("pr_state": "closed")")));
  EXPECT_EQ(bytes.back(), '\n');
}

TEST_F(TransactionTest, CloseReopenCloseIsThreeCommits) {
  git::Repository repository = open();
  const Operation reopen = SetPrState{"a", 80, model::PrState::kOpen, std::nullopt, std::nullopt};
  for (const Operation& operation : {close_pr(80), reopen, close_pr(80)}) {
    ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), {operation}));
    EXPECT_TRUE(outcome.changed);
  }
  EXPECT_EQ(commits(), 4);
  ASSERT_OK_AND_ASSIGN(const WriteOutcome again, write(repository, options(), {close_pr(80)}));
  EXPECT_FALSE(again.changed);
  EXPECT_EQ(again.commit, std::nullopt);
  EXPECT_EQ(commits(), 4);
}

TEST_F(TransactionTest, LeavesForeignEntriesAsTheyAre) {
  const std::string odd = builder_.tree({{"100755", "run.sh", builder_.blob("#!/bin/sh\n")},
                                         {"120000", "link", builder_.blob("run.sh")},
                                         {"100664", "group-writable", builder_.blob("x")}});
  const std::string projects =
      builder_.tree({{"100644", "a.json", builder_.blob(sample_project("a"))},
                     {"100755", "tool.sh", builder_.blob("x")}});
  const std::string root =
      builder_.tree({{"40000", "src", odd},
                     {"40000", "projects", projects},
                     {"160000", "vendor", "1234567890123456789012345678901234567890"},
                     {"100664", "zz", builder_.blob("z")}});
  builder_.set_ref(kRef, builder_.commit_tree(root, {}));
  const std::string before = tip();
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  EXPECT_EQ(builder_.git({"diff-tree", "-r", "--name-only", before, tip()}), "projects/a.json");
}

TEST_F(TransactionTest, KeepsTheModeOfAProjectFile) {
  const std::string blob = builder_.blob(sample_project("a"));
  const std::string projects =
      builder_.tree({{"100755", "a.json", blob}, {"100664", "b.json", blob}});
  const std::string tree = builder_.tree({{"40000", "projects", projects}});
  builder_.set_ref(kRef, builder_.commit_tree(tree, {}));
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  ASSERT_THAT(write(repository, options(), {model::RenameProject{"b", "c"}}), IsOk());
  ASSERT_THAT(write(repository, options(), {model::ArchiveProject{"a"}}), IsOk());
  const auto modes = [&](const std::string& folder) {
    return builder_.git(
        {"ls-tree", "--format=%(objectmode) %(path)", std::string(kRef) + ":" + folder});
  };
  EXPECT_EQ(modes("archive"), "100755 a.json");
  EXPECT_EQ(modes("projects"), "100644 c.json");
}

TEST_F(TransactionTest, ADoubleEntryIsNeitherWrittenNorDeleted) {
  const std::string blob = builder_.blob(sample_project("a"));
  const std::string projects =
      builder_.tree({{"100644", "a.json", blob}, {"100644", "a.json", builder_.blob("{}")}});
  const std::string tree = builder_.tree({{"40000", "projects", projects}});
  builder_.set_ref(kRef, builder_.commit_tree(tree, {}));
  git::Repository repository = open();
  const std::string before = tip();
  for (const Operation& operation : {Operation(model::DeleteProject{"a"}), close_pr(80)}) {
    EXPECT_THAT(write(repository, options(), {operation}), FailsWith(ErrorCode::kCorrupt, "twice"));
  }
  EXPECT_EQ(tip(), before);
}

// Reads, writes of what is there and writes of what is not: all say the same.
TEST_F(EmptyRepositoryTest, AFileInThePlaceOfAFolderStopsEveryWrite) {
  builder_.commit(kRef, {{"projects", "a file\n"}, {"README.md", "x\n"}});
  git::Repository repository = open();
  for (const Operation& operation : {Operation(CreateProject{"b"}), close_pr(80)}) {
    EXPECT_THAT(write(repository, options(), {operation}),
                FailsWith(ErrorCode::kCorrupt,
                          "'projects' on the metadata branch is a file, not a folder"));
  }
}

TEST_F(TransactionTest, StartsAgainFromTheNewTipWhenTheBranchMoved) {
  git::Repository repository = open();
  int calls = 0;
  const Planner planner = [&](const View&, model::Branch&) {
    if (++calls == 1)
      builder_.commit(kRef, {{"projects/b.json", sample_project("b")}}, "another writer");
    return Result<std::vector<Operation>>({close_pr(80)});
  };
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), planner));
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(outcome.retries, 1);
  EXPECT_TRUE(builder_.read(kRef, "projects/b.json").has_value());
  EXPECT_THAT(builder_.read(kRef, "projects/a.json").value_or(""), HasSubstr("closed"));
}

TEST_F(TransactionTest, GivesUpOnALockOfAnother) {
  const fs::path lock = builder_.git_dir() / (std::string(kRef) + ".lock");
  std::ofstream(lock) << "";
  const std::string before = tip();
  git::Repository repository = open();
  auto options = this->options();
  options.timeout_seconds = 0;
  const auto outcome = write(repository, options, {close_pr(80)});
  EXPECT_THAT(outcome,
              FailsWith(ErrorCode::kBusy, "the branch 'refs/heads/claudestep-metadata' is locked"));
  EXPECT_THAT(outcome.error().causes.front(), ContainsRegex("has been there for [0-9]+ second"));
  EXPECT_TRUE(fs::exists(lock));
  EXPECT_EQ(tip(), before);
}

// A lock of the branch that somebody left, and the journal of a writer that was killed.
class LeftLockTest : public TransactionTest {
 protected:
  void leave(const std::string& content) const { std::ofstream(lock_) << content; }
  void note(const std::string& more = "") const {
    fs::create_directories(builder_.git_dir() / "claudestep");
    std::ofstream(builder_.git_dir() / "claudestep/write.lock")
        << std::string(kRef) + " " + value_ + " 2026-01-01T00:00:00Z\n" + more;
  }
  // The line by which the writer noted the very file.
  [[nodiscard]] std::string line_of_lock() const {
    struct stat status {};
    EXPECT_EQ(::stat(lock_.c_str(), &status), 0);
    const auto changed =
        std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    return "lock " + std::to_string(status.st_ino) + " " + std::to_string(changed) + "\n";
  }

  const fs::path lock_ = builder_.git_dir() / (std::string(kRef) + ".lock");
  const std::string value_ = std::string(40, '1');
};

TEST_F(LeftLockTest, OfAWriterThatWasKilledIsRemoved) {
  for (const std::string& content : {std::string(), value_.substr(0, 17), value_ + "\n"}) {
    leave(content);
    note(content.empty() ? line_of_lock() : "lock 17 ");
    git::Repository repository = open();
    ASSERT_OK_AND_ASSIGN(
        const WriteOutcome outcome,
        write(repository, options(), {content.empty() ? close_pr(80) : merge_pr(80)}));
    EXPECT_THAT(outcome.notes, ElementsAre(HasSubstr("left by a writer that was killed")));
    EXPECT_FALSE(fs::exists(lock_));
  }
}

// Git has such a lock while it packs refs, for as long as it is held up.
TEST_F(LeftLockTest, AnEmptyOneThatNobodyNotedIsLeftAloneWhileItIsYoung) {
  leave("");
  note(line_of_lock());
  fs::rename(lock_, lock_.string() + ".old");  // keeps its inode
  leave("");
  git::Repository repository = open();
  auto options = this->options();
  options.timeout_seconds = 0;
  const std::string before = tip();
  for (int again = 0; again < 2; ++again) {
    const auto outcome = write(repository, options, {close_pr(80)});
    EXPECT_THAT(outcome, FailsWith(ErrorCode::kBusy, "'refs/heads/claudestep-metadata' is locked"));
    EXPECT_TRUE(fs::exists(lock_));
    EXPECT_EQ(tip(), before);
  }
  fs::last_write_time(lock_, fs::file_time_type::clock::now() - std::chrono::seconds(6));
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options, {close_pr(80)}));
  EXPECT_THAT(outcome.notes, ElementsAre(HasSubstr("left by a writer that was killed")));
  EXPECT_FALSE(fs::exists(lock_));
}

TEST_F(LeftLockTest, OfAnotherValueIsLeftAlone) {
  leave(std::string(40, '2') + "\n");
  note();
  git::Repository repository = open();
  auto options = this->options();
  options.timeout_seconds = 0;
  EXPECT_THAT(write(repository, options, {close_pr(80)}), FailsWith(ErrorCode::kBusy, "is locked"));
  EXPECT_TRUE(fs::exists(lock_));
}

TEST_F(TransactionTest, AnOperationIdMakesARetryANoOp) {
  git::Repository repository = open();
  auto options = this->options();
  options.op_id = "run-1/close";
  ASSERT_OK_AND_ASSIGN(const WriteOutcome first, write(repository, options, {close_pr(80)}));
  ASSERT_THAT(write(repository, this->options(), {merge_pr(80)}), IsOk());
  ASSERT_OK_AND_ASSIGN(const WriteOutcome again, write(repository, options, {close_pr(80)}));
  EXPECT_FALSE(again.changed);
  EXPECT_EQ(again.commit, first.commit);
  EXPECT_EQ(commits(), 3);
}

TEST_F(TransactionTest, AnOperationIdIsForgottenAfterItsWindow) {
  git::Repository repository = open();
  auto options = this->options();
  options.op_id = "run-1/close";
  ASSERT_THAT(write(repository, options, {close_pr(80)}), IsOk());
  const Operation reopen = SetPrState{"a", 80, model::PrState::kOpen, std::nullopt, std::nullopt};
  ASSERT_THAT(write(repository, this->options(), {reopen}), IsOk());
  const FixedClock later(plus_seconds(test::kEpoch, std::int64_t{15} * 24 * 3600));
  options.clock = &later;
  ASSERT_OK_AND_ASSIGN(const WriteOutcome again, write(repository, options, {close_pr(80)}));
  EXPECT_TRUE(again.changed);
}

TEST_F(TransactionTest, ADryRunShowsTheDiffAndWritesNothing) {
  git::Repository repository = open();
  const std::string before = tip();
  const std::string objects = builder_.git({"count-objects"});
  auto options = this->options();
  options.dry_run = true;
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options, {close_pr(80)}));
  EXPECT_TRUE(outcome.changed);
  EXPECT_EQ(outcome.commit, std::nullopt);
  EXPECT_THAT(outcome.diff, AllOf(HasSubstr("--- a/projects/a.json"),
                                  HasSubstr("+      \"pr_state\": \"closed\",")));
  EXPECT_EQ(tip(), before);
  EXPECT_EQ(builder_.git({"count-objects"}), objects);
}

TEST_F(TransactionTest, WritesOnTheTrackingTipWhenBehind) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  builder_.set_ref(kTracking, tip());
  const std::string theirs = builder_.commit(kTracking, {{"projects/b.json", sample_project("b")}});
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  EXPECT_EQ(builder_.git({"rev-parse", tip() + "^"}), theirs);
}

TEST_F(TransactionTest, MergesFirstWhenHistoriesWentApart) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  builder_.set_ref(kTracking, tip());
  const std::string theirs = builder_.commit(kTracking, {{"projects/b.json", sample_project("b")}});
  const std::string ours = builder_.commit(kRef, {{"projects/c.json", sample_project("c")}});
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), {close_pr(80)}));
  EXPECT_THAT(outcome.notes,
              ElementsAre("merged what 'refs/remotes/origin/claudestep-metadata' has"));
  // One swap for both: the reflog knows the old tip and the new one.
  EXPECT_EQ(builder_.git({"rev-parse", std::string(kRef) + "@{1}"}), ours);
  EXPECT_EQ(builder_.git({"log", "-1", "--format=%P", tip() + "^"}),
            std::min(ours, theirs) + " " + std::max(ours, theirs));
  EXPECT_EQ(builder_.git({"ls-tree", "--name-only", tip() + ":projects"}),
            "a.json\nb.json\nc.json");
  EXPECT_EQ(builder_.fsck(), "");
}

TEST_F(TransactionTest, LeavesDivergedHistoriesAloneWhenThereIsNothingToDo) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  builder_.set_ref(kTracking, tip());
  builder_.commit(kTracking, {{"projects/b.json", sample_project("b")}});
  const std::string ours = builder_.commit(kRef, {{"projects/c.json", sample_project("c")}});
  const std::string objects = builder_.git({"count-objects"});
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), {close_pr(80)}));
  EXPECT_FALSE(outcome.changed);
  EXPECT_EQ(tip(), ours);
  EXPECT_EQ(builder_.git({"count-objects"}), objects);
}

TEST_F(TransactionTest, RefusesRatherThanLoseWhatItCannotMerge) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  builder_.set_ref(kTracking, tip());
  const std::string newer = R"({"schema_version": "3.0", "project": "a", "x": )";
  builder_.commit(kTracking, {{"projects/a.json", newer + "1}"}});
  const std::string ours = builder_.commit(kRef, {{"projects/a.json", newer + "2}"}});
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {model::CreateProject{"n"}});
  EXPECT_THAT(outcome, FailsWith(ErrorCode::kSchemaUnusable, "gone apart and cannot be merged"));
  EXPECT_EQ(tip(), ours);
}

TEST_F(TransactionTest, InitStartsFromTheTrackingRef) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  const std::string theirs = tip();
  builder_.git({"update-ref", std::string(kTracking), theirs});
  builder_.git({"update-ref", "-d", std::string(kRef)});
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, init(repository, options()));
  EXPECT_TRUE(outcome.changed);
  EXPECT_EQ(tip(), theirs);
}

TEST_F(TransactionTest, NeverWritesTheRemotesDefaultBranch) {
  builder_.git({"remote", "add", "origin", "/nowhere"});
  builder_.git({"update-ref", std::string(kTracking), tip()});
  builder_.git({"symbolic-ref", "refs/remotes/origin/HEAD", std::string(kTracking)});
  git::Repository repository = open();
  auto options = this->options();
  options.force = true;
  EXPECT_THAT(write(repository, options, {close_pr(80)}),
              FailsWith(ErrorCode::kInvalidInput, "is the remote's default branch"));
}

TEST_F(TransactionTest, WritesABranchThatIsNoneOfOursOnlyByForce) {
  builder_.commit("refs/heads/code", {{"main.c", "int main() {}"}});
  git::Repository repository = open();
  auto options = this->options();
  options.ref = "refs/heads/code";
  EXPECT_THAT(write(repository, options, {CreateProject{"x"}}),
              FailsWith(ErrorCode::kConflict, "'refs/heads/code' is no metadata branch"));
  options.force = true;
  EXPECT_THAT(write(repository, options, {CreateProject{"x"}}), IsOk());
  EXPECT_EQ(builder_.read("refs/heads/code", "main.c"), "int main() {}");
}

TEST_F(TransactionTest, RefusesWhatIsNoBranch) {
  git::Repository repository = open();
  auto options = this->options();
  options.ref = "refs/tags/v1";
  EXPECT_THAT(write(repository, options, {close_pr(80)}),
              FailsWith(ErrorCode::kInvalidInput, "'refs/tags/v1' is not a branch"));
}

TEST_F(TransactionTest, NoticesATipThatWasPruned) {
  const std::string projects = builder_.git({"rev-parse", tip() + ":projects"});
  const std::string before = tip();
  fs::remove(builder_.git_dir() / "objects" / projects.substr(0, 2) / projects.substr(2));
  git::Repository repository = open();
  EXPECT_THAT(write(repository, options(), {close_pr(80)}),
              FailsWith(ErrorCode::kCorrupt, "projects tree " + projects + " is missing"));
  EXPECT_EQ(tip(), before);
}

TEST_F(TransactionTest, RefusesAFileOfANewerClaudestep) {
  std::string newer = sample_project("n");
  newer.replace(newer.find("\"2.0\""), 5, "\"3.1\"");
  builder_.commit(kRef, {{"projects/n.json", newer}});
  git::Repository repository = open();
  EXPECT_THAT(write(repository, options(),
                    {SetPrState{"n", 80, model::PrState::kClosed, std::nullopt, std::nullopt}}),
              FailsWith(ErrorCode::kSchemaUnusable, "written by a newer claudestep"));
}

TEST_F(TransactionTest, ABrokenNeighbourDoesNotStandInTheWay) {
  builder_.commit(kRef, {{"projects/broken.json", "{"}});
  git::Repository repository = open();
  EXPECT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  EXPECT_EQ(builder_.read(kRef, "projects/broken.json"), "{");
}

TEST_F(TransactionTest, SaysWhenAnOldDialectIsUpgraded) {
  builder_.commit(kRef,
                  {{"projects/s.json", R"({"project": "s", "last_updated": "2025-12-29T10:30:00Z",
      "steps": [{"step_index": 1, "step_description": "x", "pr_number": 5, "branch_name": "b",
                 "reviewer": "bob", "created_at": "2025-12-29T10:30:00Z"}]})"}});
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(
      const WriteOutcome outcome,
      write(repository, options(),
            {SetPrState{"s", 5, model::PrState::kMerged, std::nullopt, std::nullopt}}));
  EXPECT_THAT(outcome.notes, ElementsAre("upgraded 'projects/s.json' from 1.0 steps to 2.0"));
  EXPECT_THAT(outcome.completed_projects, ElementsAre("s"));
}

TEST_F(TransactionTest, ManyObjectsGoIntoOnePack) {
  git::Repository repository = open();
  std::vector<Operation> operations;
  for (int i = 0; i < 100; ++i) operations.emplace_back(CreateProject{"p" + std::to_string(i)});
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), operations));
  EXPECT_EQ(builder_.git({"rev-list", "--count", std::string(kRef)}), "2");
  EXPECT_THAT(builder_.git({"count-objects", "-v"}), HasSubstr("packs: 1"));
  EXPECT_EQ(builder_.fsck(), "");
  const std::string text = message();
  EXPECT_THAT(text, AllOf(HasSubstr("100 operations on 100 projects\n"),
                          HasSubstr("\nClaudestep-Ops: 100")));
}

class CheckedOutTest : public StoreTest {
 protected:
  CheckedOutTest() : StoreTest(test::RepositoryBuilder::Layout::kWorkTree) {
    builder_.commit("refs/heads/main", {{"code.c", "int x;\n"}});
    builder_.commit(kRef, {{"projects/a.json", sample_project("a")}, {"other.txt", "1\n"}});
    worktree_ = builder_.add_worktree("linked", "claudestep-metadata");
  }
  [[nodiscard]] std::string status() const {
    return builder_.git({"-C", worktree_.string(), "status", "--porcelain"});
  }
  fs::path worktree_;
};

TEST_F(CheckedOutTest, TheWorkTreeComesAlong) {
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  EXPECT_EQ(status(), "");
  EXPECT_THAT(test::read_file(worktree_ / "projects/a.json"), HasSubstr("closed"));
}

TEST_F(CheckedOutTest, WaitsForTheIndexOfTheWorkTreeUntilTheDeadline) {
  git::Repository repository = open();
  const fs::path lock =
      fs::path(builder_.git({"-C", worktree_.string(), "rev-parse", "--absolute-git-dir"})) /
      "index.lock";
  std::ofstream(lock) << "";
  auto options = this->options();
  options.timeout_seconds = 60;
  std::vector<std::string> told;
  options.verbose = [&](const std::string& text) {
    told.push_back(text);
    fs::remove(lock);
  };
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options, {close_pr(80)}));
  EXPECT_EQ(outcome.retries, 1);
  EXPECT_THAT(told, ElementsAre(HasSubstr("is locked; trying again")));
  EXPECT_EQ(status(), "");
}

TEST_F(CheckedOutTest, GivesUpOnTheIndexOfTheWorkTree) {
  git::Repository repository = open();
  const fs::path lock =
      fs::path(builder_.git({"-C", worktree_.string(), "rev-parse", "--absolute-git-dir"})) /
      "index.lock";
  std::ofstream(lock) << "";
  const std::string before = tip();
  auto options = this->options();
  options.timeout_seconds = 0;
  const auto outcome = write(repository, options, {close_pr(80)});
  ASSERT_THAT(outcome, FailsWith(ErrorCode::kBusy, "the index of the work tree at"));
  EXPECT_THAT(outcome.error().causes.back(), HasSubstr("nothing was written"));
  EXPECT_THAT(outcome.error().hints,
              ElementsAre(HasSubstr("make sure that none runs before the lock file is taken away"),
                          "try again; --timeout T waits longer"));
  EXPECT_EQ(tip(), before);
}

TEST_F(CheckedOutTest, ADirtyPathInTheWayStopsTheWrite) {
  std::ofstream(worktree_ / "projects/a.json") << "{}";
  const std::string before = tip();
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {close_pr(80)});
  EXPECT_THAT(outcome, FailsWith(ErrorCode::kDirty, "linked"));
  EXPECT_THAT(outcome.error().causes, ElementsAre(HasSubstr("projects/a.json")));
  EXPECT_EQ(tip(), before);
  EXPECT_EQ(test::read_file(worktree_ / "projects/a.json"), "{}");
}

TEST_F(CheckedOutTest, UnrelatedDirtyFilesStayAsTheyAre) {
  std::ofstream(worktree_ / "other.txt") << "2\n";
  std::ofstream(worktree_ / "untracked.txt") << "3\n";
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {close_pr(80)}), IsOk());
  EXPECT_EQ(status(), " M other.txt\n?? untracked.txt");
}

TEST_F(CheckedOutTest, AStaleWorkTreeIsBroughtForwardFirst) {
  // What a crash between the swap and the second read-tree leaves.
  builder_.commit(kRef, {{"projects/b.json", sample_project("b")}});
  ASSERT_NE(status(), "");
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), {close_pr(80)}));
  EXPECT_EQ(status(), "");
  EXPECT_THAT(outcome.notes, ElementsAre(HasSubstr("brought")));
}

}  // namespace
}  // namespace claudestep::store
