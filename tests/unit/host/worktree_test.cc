// Work trees that follow their branch. `git status` is the judge: after a move it is clean.
#include "host/worktree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "host/lost_files.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::host {
namespace {

namespace fs = std::filesystem;
using test::FailsWith;
using test::RepositoryBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kRef = "refs/heads/meta";

// A repository whose branch "meta" is checked out beside it, and the commits that come after.
class WorktreeTest : public testing::Test {
 protected:
  explicit WorktreeTest(RepositoryBuilder::Layout layout = RepositoryBuilder::Layout::kBare)
      : builder_(layout) {}

  void start(const test::Files& files) {
    from_ = builder_.commit(kRef, files);
    folder_ = builder_.add_worktree("checkout", "meta");
  }

  // A commit on top of the ref that the ref does not move to.
  std::string next(const test::Files& files) {
    const std::string tip = *builder_.resolve(kRef);
    builder_.set_ref("refs/heads/scratch", tip);
    return builder_.commit("refs/heads/scratch", files);
  }

  git::Repository open() {
    const Environment environment = builder_.environment();
    git::Discovery discovery;
    discovery.cwd = builder_.path().string();
    discovery.environment = &environment;
    return git::Repository::open(discovery).value();
  }

  git::Worktree worktree() {
    auto found = worktrees_on(open(), std::string(kRef));
    EXPECT_EQ(found->size(), 1U);
    return found->front();
  }

  Result<WorktreeMove> prepare(const std::string& to) {
    notes_.clear();
    return WorktreeMove::prepare(open(), worktree(), std::string(kRef), id(builder_.resolve(kRef)),
                                 *git::ObjectId::parse(to), {environment_, lock_}, notes_);
  }

  Status check(const std::string& to) {
    CS_TRY(prepare(to));
    return {};
  }

  // The whole of a write as far as work trees go: check, swap, move.
  Status write(const std::string& to) {
    CS_ASSIGN(WorktreeMove move, prepare(to));
    swap(to);
    return move.make();
  }

  void swap(const std::string& to) {
    auto repository = open();
    const auto outcome = repository.compare_and_swap(
        kRef, id(builder_.resolve(kRef)), *git::ObjectId::parse(to),
        git::Signature{"A", "a@b", Instant{1'700'000'000, 0}, 0}, "write");
    EXPECT_THAT(outcome, test::IsOkAndHolds(git::SwapOutcome::kDone));
  }

  static std::optional<git::ObjectId> id(const std::optional<std::string>& hex) {
    return hex ? git::ObjectId::parse(*hex) : std::nullopt;
  }

  std::string in_tree(const std::vector<std::string>& args) {
    std::vector<std::string> all = {"-C", folder_.string()};
    all.insert(all.end(), args.begin(), args.end());
    return builder_.git(all);
  }
  std::string status() { return in_tree({"status", "--porcelain"}); }

  void put(std::string_view path, std::string_view text) {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::trunc) << text;
  }
  void ignore(std::string_view patterns) {
    fs::create_directories(builder_.git_dir() / "info");
    std::ofstream(builder_.git_dir() / "info/exclude", std::ios::trunc) << patterns;
  }
  void put_index(std::string_view bytes) {
    std::ofstream(in_tree({"rev-parse", "--git-path", "index"}), std::ios::trunc) << bytes;
  }
  std::string text(std::string_view path) { return test::read_file(folder_ / path); }
  static std::vector<std::pair<std::string, Kept>> told(const std::vector<LostFile>& lost) {
    std::vector<std::pair<std::string, Kept>> told;
    told.reserve(lost.size());
    for (const LostFile& file : lost) told.emplace_back(file.path, file.kept);
    return told;
  }

  RepositoryBuilder builder_;
  std::string from_;
  fs::path folder_;
  std::vector<std::string> notes_;
  Environment environment_ = builder_.environment();
  int lock_ = -1;  // of the caller, where it holds one
};

class MainWorktreeTest : public WorktreeTest {
 protected:
  MainWorktreeTest() : WorktreeTest(RepositoryBuilder::Layout::kWorkTree) {
    folder_ = builder_.path();
  }
};

TEST_F(WorktreeTest, OnlyThoseOnTheRefAreConcerned) {
  start({{"a", "1\n"}});
  builder_.commit("refs/heads/other", {{"a", "1\n"}});
  builder_.add_worktree("elsewhere", "other");
  ASSERT_OK_AND_ASSIGN(const auto found, worktrees_on(open(), std::string(kRef)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].path, folder_.string());
  EXPECT_THAT(worktrees_on(open(), "refs/heads/none"), test::IsOkAndHolds(IsEmpty()));
}

// Either may be the symbolic one: the ref that is written, or the one that a HEAD names.
TEST_F(WorktreeTest, SymbolicRefsAreFollowedFromBothSides) {
  start({{"a", "1\n"}});
  builder_.git({"symbolic-ref", "refs/heads/alias", std::string(kRef)});
  ASSERT_OK_AND_ASSIGN(const auto behind, worktrees_on(open(), "refs/heads/alias"));
  ASSERT_EQ(behind.size(), 1U);
  EXPECT_EQ(behind[0].path, folder_.string());
  in_tree({"symbolic-ref", "HEAD", "refs/heads/alias"});
  ASSERT_OK_AND_ASSIGN(const auto before, worktrees_on(open(), std::string(kRef)));
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].path, folder_.string());
}

TEST_F(WorktreeTest, FollowsChangesAdditionsAndRemovals) {
  start({{"a", "1\n"}, {"projects/x.json", "x\n"}, {"projects/y.json", "y\n"}});
  ASSERT_OK(write(next({{"a", "2\n"}, {"new/z", "z\n"}, {"projects/x.json", std::nullopt}})));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("a"), "2\n");
  EXPECT_EQ(text("new/z"), "z\n");
  EXPECT_FALSE(fs::exists(folder_ / "projects/x.json"));
  EXPECT_THAT(notes_, IsEmpty());
  ASSERT_OK(write(next({{"a", "3\n"}})));
  EXPECT_EQ(status(), "");
}

TEST_F(WorktreeTest, CheckingChangesNothing) {
  start({{"a", "1\n"}});
  ASSERT_OK(check(next({{"a", "2\n"}, {"b", "b\n"}})));
  EXPECT_EQ(text("a"), "1\n");
  EXPECT_FALSE(fs::exists(folder_ / "b"));
  EXPECT_EQ(status(), "");
}

TEST_F(WorktreeTest, LeavesUnrelatedChangesAlone) {
  start({{"a", "1\n"}, {"mine", "m\n"}, {"staged", "s\n"}});
  put("mine", "changed\n");
  put("staged", "staged\n");
  put("untracked", "u\n");
  in_tree({"add", "staged"});
  ASSERT_OK(write(next({{"a", "2\n"}})));
  EXPECT_EQ(status(), " M mine\nM  staged\n?? untracked");
  EXPECT_EQ(text("a"), "2\n");
  EXPECT_THAT(notes_, IsEmpty());
}

TEST_F(WorktreeTest, NamesAllPathsInTheWay) {
  start({{"changed", "1\n"}, {"staged", "1\n"}, {"fine", "1\n"}, {"mine", "1\n"}});
  const std::string to =
      next({{"changed", "2\n"}, {"staged", "2\n"}, {"fine", "2\n"}, {"untracked", "2\n"}});
  put("changed", "other\n");
  put("staged", "other\n");
  in_tree({"add", "staged"});
  put("untracked", "other\n");
  put("mine", "other\n");
  const auto result = check(to);
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "the work tree at '" + folder_.string() +
                                                       "' has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'changed'", "'staged'", "'untracked'"));
  EXPECT_THAT(result.error().hints,
              ElementsAre(std::string(kSettleChanges) + "; then run the command again"));
  EXPECT_EQ(builder_.resolve(kRef), from_);
  EXPECT_EQ(text("fine"), "1\n");
  EXPECT_EQ(text("changed"), "other\n");
}

TEST_F(WorktreeTest, AnUntrackedFolderInTheWayIsNamed) {
  start({{"a", "1\n"}});
  const std::string to = next({{"thing", "file\n"}});
  put("thing/inside", "mine\n");
  const auto result = check(to);
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'thing'"));
}

TEST_F(WorktreeTest, ATouchedFileIsNoChange) {
  start({{"a", "1\n"}});
  put("a", "1\n");
  fs::last_write_time(folder_ / "a", fs::file_time_type::clock::now() + std::chrono::hours(1));
  ASSERT_OK(write(next({{"a", "2\n"}})));
  EXPECT_EQ(status(), "");
}

TEST_F(WorktreeTest, BringsAStaleTreeForward) {
  start({{"a", "1\n"}, {"b", "1\n"}});
  // Twice the ref moved and a crash came before the files.
  swap(next({{"a", "2\n"}}));
  swap(next({{"a", "3\n"}, {"c", "3\n"}}));
  EXPECT_NE(status(), "");
  ASSERT_OK(write(next({{"b", "4\n"}})));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("a"), "3\n");
  EXPECT_EQ(text("b"), "4\n");
  EXPECT_EQ(text("c"), "3\n");
  EXPECT_THAT(notes_, ElementsAre("the work tree at '" + folder_.string() + "' was left at " +
                                  from_.substr(0, 12) + " and is brought forward"));
}

// The branch was set back from a tip whose trees were pruned.
TEST_F(WorktreeTest, BringsATreeForwardFromATipThatIsLost) {
  start({{"projects/a.json", "a1"}, {"mine", "1"}});
  ASSERT_OK(write(next({{"projects/a.json", "a2"}, {"projects/b.json", "b2"}})));
  const std::string lost = *builder_.resolve(std::string(kRef) + ":projects");
  fs::remove(builder_.git_dir() / "objects" / lost.substr(0, 2) / lost.substr(2));
  builder_.set_ref(kRef, from_);
  const std::string to = next({{"projects/a.json", "a3"}});
  put("mine", "changed");
  put("projects/b.json", "edited");
  EXPECT_THAT(write(to), FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_EQ(text("projects/a.json"), "a2");
  put("projects/b.json", "b2");
  ASSERT_OK(write(to));
  EXPECT_THAT(notes_, ElementsAre(testing::HasSubstr(", which is lost, and is brought forward")));
  EXPECT_EQ(status(), " M mine");
  EXPECT_EQ(text("projects/a.json"), "a3");
  EXPECT_FALSE(fs::exists(folder_ / "projects/b.json"));
}

// What git cannot read is not taken for an index that holds nothing.
TEST_F(WorktreeTest, AnIndexThatCannotBeReadIsNoKnownTip) {
  start({{"a", "1\n"}});
  ASSERT_OK(write(next({{"a", std::nullopt}})));
  EXPECT_THAT(tip_shown(open(), worktree(), std::string(kRef), environment_),
              test::IsOkAndHolds(testing::Ne(std::nullopt)));
  put_index("no index");
  EXPECT_THAT(tip_shown(open(), worktree(), std::string(kRef), environment_),
              FailsWith(ErrorCode::kGitFailed, "git ls-files failed (exit 128)"));
  EXPECT_THAT(lost_files(open(), worktree(), environment_),
              FailsWith(ErrorCode::kGitFailed, "git ls-files failed (exit 128)"));
}

TEST_F(WorktreeTest, WhatTheIndexHasLostIsNamedAndWhatTheFilesStillHave) {
  start({{"a", "1\n"}, {"b", "2\n"}, {"dir/gone", "3\n"}, {"here", "4\n"}});
  EXPECT_THAT(lost_files(open(), worktree(), environment_), test::IsOkAndHolds(IsEmpty()));
  for (const char* path : {"a", "b", "dir/gone"}) {
    const std::string id = in_tree({"rev-parse", std::string(":") + path});
    fs::remove(builder_.git_dir() / "objects" / id.substr(0, 2) / id.substr(2));
  }
  put("b", "changed\n");
  fs::remove(folder_ / "dir/gone");
  ASSERT_OK_AND_ASSIGN(const auto lost, lost_files(open(), worktree(), environment_));
  EXPECT_THAT(told(lost),
              ElementsAre(std::pair("a", Kept::kFiltered), std::pair("b", Kept::kNowhere),
                          std::pair("dir/gone", Kept::kNowhere)));
}

// What git cannot be asked for on a line, cannot read, or would not store as it is, hides nothing.
TEST_F(WorktreeTest, OneLostFileDoesNotHideAnother) {
  start({{"\"q", "0\n"},
         {"a\r", "1\n"},
         {"b\nb", "2\n"},
         {"c", "3\n"},
         {"d", "4\r\n"},
         {"e", "5\n"},
         {"f", "6\n"},
         {"g", "7\n"}});
  fs::remove(folder_ / "c");
  fs::remove_all(builder_.git_dir() / "objects");
  fs::create_directory(builder_.git_dir() / "objects");
  fs::create_symlink("e", folder_ / "c");
  put(".gitattributes", "d text\ne filter=none\nf filter=bad\n");
  builder_.git({"config", "filter.bad.clean", "false"});
  builder_.git({"config", "filter.bad.required", "true"});
  ASSERT_OK_AND_ASSIGN(const auto lost, lost_files(open(), worktree(), environment_));
  EXPECT_THAT(told(lost),
              ElementsAre(std::pair("\"q", Kept::kFiltered), std::pair("a\r", Kept::kFiltered),
                          std::pair("b\nb", Kept::kFiltered), std::pair("c", Kept::kNowhere),
                          std::pair("d", Kept::kAsItIs), std::pair("e", Kept::kFiltered),
                          std::pair("f", Kept::kAsItIs), std::pair("g", Kept::kFiltered)));
}

TEST_F(WorktreeTest, BringsAStaleTreeForwardAroundUnrelatedChanges) {
  start({{"a", "1\n"}, {"mine", "1\n"}});
  swap(next({{"a", "2\n"}}));
  put("mine", "changed\n");
  put("untracked", "u\n");
  ASSERT_OK(write(next({{"a", "3\n"}})));
  EXPECT_EQ(status(), " M mine\n?? untracked");
  EXPECT_EQ(text("a"), "3\n");
}

// The index is no tip then: it is one but for what somebody staged, which stays.
TEST_F(WorktreeTest, BringsAStaleTreeForwardAroundStagedChanges) {
  start({{"a", "1\n"}, {"b", "1\n"}, {"changed", "1\n"}, {"gone", "1\n"}});
  swap(next({{"a", "2\n"}}));
  swap(next({{"a", "3\n"}, {"b", std::nullopt}, {"c", "3\n"}}));
  put("changed", "mine\n");
  put("new", "mine\n");
  in_tree({"add", "changed", "new"});
  in_tree({"rm", "-q", "gone"});
  put("meant", "mine\n");
  in_tree({"add", "-N", "meant"});
  ASSERT_OK_AND_ASSIGN(const auto left,
                       find_left_behind(open(), worktree(), std::string(kRef),
                                        *id(builder_.resolve(kRef)), environment_));
  ASSERT_TRUE(left.has_value());
  EXPECT_EQ(left->tip.hex(), from_);
  EXPECT_THAT(left->in_the_way, IsEmpty());
  ASSERT_OK(write(next({{"a", "4\n"}})));
  EXPECT_EQ(status(), "M  changed\nD  gone\n A meant\nA  new");
  EXPECT_EQ(text("a"), "4\n");
  EXPECT_EQ(text("c"), "3\n");
  EXPECT_FALSE(fs::exists(folder_ / "b"));
  EXPECT_THAT(notes_, ElementsAre("the work tree at '" + folder_.string() + "' was left at " +
                                  from_.substr(0, 12) + " and is brought forward"));
}

TEST_F(WorktreeTest, AFileThatIsOnlyMeantToBeAddedHidesNoTip) {
  start({{"a", "1\n"}});
  swap(next({{"a", "2\n"}}));
  put("meant", "mine\n");
  in_tree({"add", "-N", "meant"});
  ASSERT_OK(write(next({{"a", "3\n"}})));
  EXPECT_EQ(status(), " A meant");
  EXPECT_EQ(text("a"), "3\n");
}

// What was written since is missing in the index: a commit there would take it back.
// What a revert of the newest write stages is what the branch was before it.
TEST_F(WorktreeTest, WhatIsStagedInTheMiddleOfSomethingIsNoStaleTree) {
  start({{"a", "1"}, {"b", "1"}});
  swap(next({{"a", "2"}, {"b", "1"}}));
  const std::string to = next({{"a", "2"}, {"b", "2"}});
  const fs::path git_dir = in_tree({"rev-parse", "--absolute-git-dir"});
  for (const std::string_view trace : {"REVERT_HEAD", "CHERRY_PICK_HEAD", "MERGE_HEAD", "MERGE_MSG",
                                       "SQUASH_MSG", "sequencer", "rebase-apply"}) {
    SCOPED_TRACE(trace);
    fs::create_directory(git_dir / trace);
    EXPECT_THAT(check(to), test::IsOk());
    EXPECT_THAT(notes_, ElementsAre(testing::HasSubstr("what is staged there stays")));
    EXPECT_EQ(status(), "M  a");
    fs::remove(git_dir / trace);
  }
  std::ofstream(git_dir / "MERGE_MSG") << "message\n";
  EXPECT_THAT(write(to), test::IsOk());
  EXPECT_EQ(status(), "M  a");
}

TEST_F(WorktreeTest, AStaleTreeWithAStagedChangeInTheWayIsNotToBeCommitted) {
  start({{"a", "1\n"}, {"b", "1\n"}});
  swap(next({{"a", "2\n"}, {"b", "2\n"}}));
  put("a", "mine\n");
  in_tree({"add", "a"});
  ASSERT_OK_AND_ASSIGN(const auto left,
                       find_left_behind(open(), worktree(), std::string(kRef),
                                        *id(builder_.resolve(kRef)), environment_));
  ASSERT_TRUE(left.has_value());
  EXPECT_EQ(left->tip.hex(), from_);
  EXPECT_THAT(left->in_the_way, ElementsAre("a"));
  const auto result = check(next({{"b", "3\n"}}));
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().hints, testing::ElementsAreArray(ways_forward(left->tip)));
  EXPECT_EQ(text("b"), "1\n");
}

// Somebody takes one of several files back to what it was: that is theirs.
TEST_F(WorktreeTest, AStagedOldFileIsNoStaleTree) {
  start({{"a", "1\n"}, {"b", "1\n"}});
  ASSERT_OK(write(next({{"a", "2\n"}})));
  ASSERT_OK(write(next({{"b", "2\n"}})));
  in_tree({"checkout", "HEAD~2", "--", "a"});
  ASSERT_OK(write(next({{"c", "3\n"}})));
  EXPECT_THAT(notes_, IsEmpty());
  EXPECT_EQ(status(), "M  a");
}

// read-tree was killed between its files and its index.
TEST_F(WorktreeTest, FinishesAMoveThatWasCutShort) {
  start({{"a", "1\n"}, {"b", "1\n"}, {"gone", "1\n"}, {"mine", "1\n"}});
  swap(next({{"a", "2\n"}, {"b", "2\n"}, {"gone", std::nullopt}, {"dir/new", "2\n"}}));
  put("a", "2\n");
  put("dir/new", "2\n");
  fs::remove(folder_ / "gone");
  put("mine", "changed\n");
  ASSERT_OK(write(next({{"b", "3\n"}})));
  EXPECT_EQ(status(), " M mine");
  EXPECT_EQ(text("a"), "2\n");
  EXPECT_EQ(text("b"), "3\n");
  EXPECT_EQ(text("dir/new"), "2\n");
}

TEST_F(WorktreeTest, AStaleTreeWithAChangeInTheWayIsDirty) {
  start({{"a", "1\n"}});
  swap(next({{"a", "2\n"}}));
  put("a", "mine\n");
  put("other", "mine\n");
  in_tree({"add", "other"});
  const auto result = check(next({{"b", "3\n"}}));
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'a'"));
  EXPECT_THAT(result.error().hints,
              testing::ElementsAreArray(ways_forward(*git::ObjectId::parse(from_))));
  EXPECT_EQ(text("a"), "mine\n");
}

// git itself takes ignored files for worthless and overwrites them.
TEST_F(WorktreeTest, IgnoredFilesInTheWayAreDirty) {
  start({{"a", "1\n"}});
  ignore("*.json\nfolder\n");
  put("p/q.json/notes", "precious\n");
  put("p/r.json", "precious\n");
  put("folder", "precious\n");
  put("other.json", "out of the way\n");
  const std::string to = next({{"p/q.json", "1\n"}, {"p/r.json", "1\n"}, {"folder/x", "1\n"}});
  const auto result = check(to);
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'folder'", "'p/q.json'", "'p/r.json'"));
  fs::remove(folder_ / "folder");
  fs::remove(folder_ / "p/r.json");
  fs::remove(folder_ / "p/q.json/notes");
  ASSERT_OK(write(to));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("p/q.json"), "1\n");
  EXPECT_EQ(text("other.json"), "out of the way\n");
}

TEST_F(WorktreeTest, AStaleTreeWithAnIgnoredFileInTheWayIsDirty) {
  start({{"a", "1\n"}});
  ignore("*.json\n");
  swap(next({{"p/r.json", "1\n"}}));
  put("p/r.json", "precious\n");
  const auto result = check(next({{"a", "2\n"}}));
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'p/r.json'"));
  EXPECT_EQ(text("p/r.json"), "precious\n");
}

// git says "not uptodate" and shows nothing in its status: the mark is the reason.
TEST_F(WorktreeTest, AChangeThatTheIndexIsToldToOverlookIsNamed) {
  start({{"a", "1\n"}});
  for (const std::string mark : {"skip-worktree", "assume-unchanged"}) {
    in_tree({"update-index", "--" + mark, "a"});
    put("a", "mine\n");
    const auto result = check(next({{"a", "2\n"}}));
    EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
    EXPECT_THAT(result.error().causes, ElementsAre("'a', marked " + mark));
    EXPECT_EQ(text("a"), "mine\n");
    put("a", "1\n");
    in_tree({"update-index", "--no-" + mark, "a"});
  }
}

TEST_F(WorktreeTest, AMoveThatFailsSaysSo) {
  start({{"a", "1\n"}});
  ASSERT_OK_AND_ASSIGN(WorktreeMove move, prepare(next({{"a", "2\n"}})));
  put("a", "mine\n");
  const auto result = move.make();
  EXPECT_THAT(result, FailsWith(ErrorCode::kGitFailed, "the work tree at '" + folder_.string() +
                                                           "' could not be brought along"));
  EXPECT_THAT(result.error().hints, ElementsAre("the next change brings it forward"));
}

TEST_F(WorktreeTest, AHeldIndexIsBusy) {
  start({{"a", "1\n"}});
  const std::string to = next({{"a", "2\n"}});
  const fs::path lock = builder_.path() / "worktrees/checkout/index.lock";
  std::ofstream(lock) << "";
  const auto result = check(to);
  EXPECT_THAT(result, FailsWith(ErrorCode::kBusy, "the index of the work tree at '" +
                                                      folder_.string() + "' is locked"));
  EXPECT_THAT(result.error().causes,
              ElementsAre(testing::StartsWith("'" + lock.string() + "' has been there for ")));
  EXPECT_THAT(result.error().hints,
              ElementsAre("a git process is at work there, or one was killed; make sure that none "
                          "runs before the lock file is taken away"));
  EXPECT_TRUE(fs::exists(lock));
  fs::remove(lock);
  EXPECT_OK(check(to));
}

// What a claudestep leaves that was killed says whose it is; whether that one is dead the caller
// knows by the lock that it holds.
TEST_F(WorktreeTest, ALockThatAKilledClaudestepLeftIsRemovedUnderALockAlone) {
  start({{"a", "1\n"}});
  const std::string to = next({{"a", "2\n"}});
  const fs::path folder = builder_.path() / "worktrees/checkout";
  std::ofstream(folder / "index.lock") << "claudestep 1\n";
  for (const char* name : {"index.claudestep", "index.claudestep.lock", "index.claudestep.new"}) {
    std::ofstream(folder / name) << "half of something";
  }
  const auto result = check(to);
  EXPECT_THAT(result, FailsWith(ErrorCode::kBusy, "is locked"));
  EXPECT_THAT(result.error().causes, ElementsAre(testing::EndsWith(", made by a claudestep")));
  lock_ = 0;
  ASSERT_OK(write(to));
  EXPECT_THAT(notes_, ElementsAre("removed '" + (folder / "index.lock").string() +
                                  "', left by a writer that was killed"));
  EXPECT_EQ(status(), "");
  for (const auto& entry : fs::directory_iterator(folder)) {
    EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::HasSubstr("lock")));
    EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::HasSubstr("claudestep")));
  }
}

// Nobody else touches the index between the question whether the tree can follow and the move.
TEST_F(WorktreeTest, TheIndexIsLockedUntilTheMoveIsMade) {
  start({{"a", "1\n"}, {"b", "1\n"}});
  {
    const std::string to = next({{"a", "2\n"}});
    ASSERT_OK_AND_ASSIGN(WorktreeMove move, prepare(to));
    put("b", "mine\n");
    EXPECT_THROW(in_tree({"add", "b"}), std::runtime_error);
    swap(to);
    ASSERT_OK(move.make());
  }
  in_tree({"add", "b"});
  EXPECT_EQ(status(), "M  b");
}

// A person may take the lock for one that is forgotten: then the index is theirs.
TEST_F(WorktreeTest, AnIndexWhoseLockWasTakenAwayIsNotWritten) {
  start({{"a", "1\n"}});
  ASSERT_OK_AND_ASSIGN(WorktreeMove move, prepare(next({{"a", "2\n"}})));
  const fs::path lock = builder_.path() / "worktrees/checkout/index.lock";
  fs::remove(lock);
  std::ofstream(lock) << "";
  EXPECT_THAT(move.make(),
              FailsWith(ErrorCode::kBusy, "took '" + lock.string() + "' away from us"));
  EXPECT_TRUE(fs::exists(lock));
}

TEST_F(WorktreeTest, KnowsSparseCheckouts) {
  start({{"a/x", "1\n"}, {"b/y", "1\n"}});
  in_tree({"sparse-checkout", "set", "a"});
  EXPECT_FALSE(fs::exists(folder_ / "b/y"));
  ASSERT_OK(write(next({{"a/x", "2\n"}, {"b/y", "2\n"}, {"b/z", "2\n"}})));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("a/x"), "2\n");
  EXPECT_FALSE(fs::exists(folder_ / "b/y"));
  EXPECT_FALSE(fs::exists(folder_ / "b/z"));
  // A stale one too, also with the index itself made sparse.
  in_tree({"sparse-checkout", "set", "--sparse-index", "a"});
  swap(next({{"a/x", "3\n"}, {"b/y", "3\n"}}));
  ASSERT_OK(write(next({{"a/x", "4\n"}})));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("a/x"), "4\n");
}

TEST_F(WorktreeTest, KnowsSplitIndexes) {
  start({{"a", "1\n"}, {"b", "1\n"}});
  in_tree({"update-index", "--split-index"});
  ASSERT_OK(write(next({{"a", "2\n"}})));
  EXPECT_EQ(status(), "");
  swap(next({{"a", "3\n"}}));
  ASSERT_OK(write(next({{"b", "4\n"}})));
  EXPECT_EQ(status(), "");
  EXPECT_EQ(text("a"), "3\n");
}

TEST_F(WorktreeTest, KeepsOddNamesLinksAndModes) {
  start({{"a", "1\n"}});
  const std::string run = builder_.blob("#!/bin/sh\n");
  const std::string target = builder_.blob("a");
  const std::string tree = builder_.tree({{"100755", "run", run},
                                          {"120000", "link", target},
                                          {"100644", "new\nline", run},
                                          {"100644", "sp ace\t\"q\"", run}});
  const std::string to = builder_.commit_tree(tree, {from_});
  ASSERT_OK(write(to));
  EXPECT_EQ(status(), "");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  swap(next({{"sp ace\t\"q\"", "changed\n"}, {"new\nline", std::nullopt}}));
  ASSERT_OK(write(next({{"b", "2\n"}})));
  EXPECT_EQ(status(), "");
}

TEST_F(WorktreeTest, IgnoresTheVariablesOfAnotherRepository) {
  start({{"a", "1\n"}});
  const std::string to = next({{"a", "2\n"}});
  environment_.set("GIT_DIR", "/nowhere");
  environment_.set("GIT_WORK_TREE", "/nowhere");
  environment_.set("GIT_INDEX_FILE", "/nowhere/index");
  EXPECT_OK(check(to));
}

TEST_F(MainWorktreeTest, AnUnbornBranchStartsFromNothing) {
  builder_.git({"symbolic-ref", "HEAD", std::string(kRef)});
  put("untracked", "u\n");
  const std::string to = builder_.commit("refs/heads/scratch", {{"a", "1\n"}});
  ASSERT_OK(write(to));
  EXPECT_EQ(status(), "?? untracked");
  EXPECT_EQ(text("a"), "1\n");
  EXPECT_EQ(builder_.git({"log", "--format=%H"}), to);
}

TEST_F(MainWorktreeTest, AnUnbornBranchWithAFileInTheWayIsDirty) {
  builder_.git({"symbolic-ref", "HEAD", std::string(kRef)});
  put("a", "mine\n");
  const auto result = check(builder_.commit("refs/heads/scratch", {{"a", "1\n"}}));
  EXPECT_THAT(result, FailsWith(ErrorCode::kDirty, "has changes in the way"));
  EXPECT_THAT(result.error().causes, ElementsAre("'a'"));
}

TEST_F(MainWorktreeTest, TheMainTreeFollows) {
  builder_.git({"symbolic-ref", "HEAD", std::string(kRef)});
  ASSERT_OK(write(builder_.commit("refs/heads/scratch", {{"a", "1\n"}})));
  ASSERT_OK(write(next({{"a", "2\n"}})));
  EXPECT_EQ(status(), "");
}

TEST_F(MainWorktreeTest, SubmodulesFollow) {
  RepositoryBuilder library;
  library.commit("refs/heads/meta", {{"a", "1\n"}});
  library.git({"symbolic-ref", "HEAD", "refs/heads/meta"});
  builder_.git({"submodule", "--quiet", "add", library.path().string(), "sub"});
  const fs::path sub = builder_.path() / "sub";
  const Environment environment = builder_.environment();
  git::Discovery discovery{sub.string(), std::nullopt, &environment, {}};
  ASSERT_OK_AND_ASSIGN(auto repository, git::Repository::open(discovery));
  ASSERT_OK_AND_ASSIGN(const auto found, worktrees_on(repository, std::string(kRef)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].path, sub.string());
  ASSERT_OK_AND_ASSIGN(const auto tip, repository.find_ref(kRef));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto blob, batch.add_blob("2\n"));
  ASSERT_OK_AND_ASSIGN(const auto tree, batch.add_tree({}, {{"a", blob}}));
  const git::Signature who{"A", "a@b", Instant{1'700'000'000, 0}, 0};
  ASSERT_OK_AND_ASSIGN(const auto commit, batch.add_commit({tree, {*tip}, who, who, "m\n"}));
  ASSERT_OK(batch.flush());
  ASSERT_OK_AND_ASSIGN(WorktreeMove move,
                       WorktreeMove::prepare(repository, found[0], std::string(kRef), tip, commit,
                                             {environment}, notes_));
  ASSERT_THAT(repository.compare_and_swap(kRef, tip, commit, who, "write"),
              test::IsOkAndHolds(git::SwapOutcome::kDone));
  ASSERT_OK(move.make());
  EXPECT_EQ(test::read_file(sub / "a"), "2\n");
  EXPECT_EQ(builder_.git({"-C", sub.string(), "status", "--porcelain"}), "");
}

}  // namespace
}  // namespace claudestep::host
