// Compare-and-swap, alone and against real git.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRef = "refs/heads/meta";

Result<SwapOutcome> swap(Repository& repository, std::optional<ObjectId> expected, ObjectId value,
                         std::string_view ref = kRef) {
  return repository.compare_and_swap(ref, expected, value, someone(), "swap: test");
}

struct Ground {
  explicit Ground(Layout layout = Layout::kBare)
      : builder(layout),
        first(id_of(builder.commit("refs/heads/other", {{"f", "1\n"}}))),
        second(id_of(builder.commit("refs/heads/other", {{"f", "2\n"}}))) {}
  RepositoryBuilder builder;
  ObjectId first;
  ObjectId second;
};

TEST(CompareAndSwap, CreatesMovesAndRefuses) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  EXPECT_THAT(swap(repository, ground.first, ground.second), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_FALSE(ground.builder.resolve(kRef));
  EXPECT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.first.hex());
  EXPECT_THAT(swap(repository, std::nullopt, ground.second), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_THAT(swap(repository, ground.second, ground.first), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.first.hex());
  EXPECT_THAT(swap(repository, ground.first, ground.second), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.second.hex());
}

TEST(CompareAndSwap, ComparesWithAPackedRef) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  ASSERT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
  ground.builder.pack();
  EXPECT_THAT(swap(repository, std::nullopt, ground.second), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_THAT(swap(repository, ground.second, ground.second), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_THAT(swap(repository, ground.first, ground.second), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.second.hex());
}

TEST(CompareAndSwap, SeesALockAndLeavesIt) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  const fs::path lock = ground.builder.path() / "refs/heads/meta.lock";
  std::ofstream(lock) << "";
  EXPECT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kLocked));
  EXPECT_TRUE(fs::exists(lock));
  fs::remove(lock);
  EXPECT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
}

TEST(CompareAndSwap, TellsOfItsLockBeforeAnythingIsInIt) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  const fs::path lock = ground.builder.path() / "refs/heads/meta.lock";
  int told = 0;
  const auto on_lock = [&] {
    ++told;
    EXPECT_TRUE(fs::is_empty(lock));
    EXPECT_THAT(swap(repository, std::nullopt, ground.second), IsOkAndHolds(SwapOutcome::kLocked));
  };
  const auto moved =
      repository.compare_and_swap(kRef, std::nullopt, ground.first, someone(), "swap", on_lock);
  EXPECT_THAT(moved, IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(told, 1);
  EXPECT_EQ(ground.builder.resolve(kRef), ground.first.hex());
  const auto refused =
      repository.compare_and_swap(kRef, std::nullopt, ground.second, someone(), "swap", on_lock);
  EXPECT_THAT(refused, IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_EQ(told, 2);
  EXPECT_FALSE(fs::exists(lock));
}

TEST(CompareAndSwap, KeepsAReflogEvenInABareRepository) {
  for (const Layout layout : {Layout::kBare, Layout::kWorkTree}) {
    Ground ground(layout);
    for (const std::string ref : {"refs/heads/meta", "refs/elsewhere/meta"}) {
      ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
      ASSERT_THAT(swap(repository, std::nullopt, ground.first, ref),
                  IsOkAndHolds(SwapOutcome::kDone));
      ASSERT_THAT(swap(repository, ground.first, ground.second, ref),
                  IsOkAndHolds(SwapOutcome::kDone));
      EXPECT_EQ(ground.builder.git({"log", "-g", "--format=%H %gn <%ge> %gs", ref}),
                ground.second.hex() + " A U Thor <author@example.com> swap: test\n" +
                    ground.first.hex() + " A U Thor <author@example.com> swap: test");
    }
  }
}

TEST(CompareAndSwap, MovesHeadsReflogToo) {
  Ground ground(Layout::kWorkTree);
  ground.builder.git({"symbolic-ref", "HEAD", std::string(kRef)});
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  ASSERT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
  const auto entries = repository.reflog("HEAD");
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.front().new_id, ground.first);
}

// The reflogs of the branch and of HEAD, which is at it, without who and when.
std::string moves_logged(const RepositoryBuilder& builder) {
  std::string moves;
  for (const std::string name : {"refs/heads/meta", "HEAD"}) {
    const fs::path log = builder.git_dir() / "logs" / name;
    moves += name + (fs::exists(log) ? ":\n" : ": none\n");
    std::ifstream file(log);
    for (std::string line; std::getline(file, line);) {
      moves += line.substr(0, 81) + line.substr(std::min(line.find('\t'), line.size())) + "\n";
    }
  }
  return moves;
}

// core.logAllRefUpdates in the file of the repository, and what the environment puts on top of it.
struct LogSetting {
  std::string in_file;
  std::string by_count;       // GIT_CONFIG_COUNT
  std::string by_parameters;  // `git -c`
  bool makes = true;
};

const std::vector<LogSetting> kLogSettings = {
    {"false", "", "", false},      {"true", "", ""},      {"always", "", ""},
    {"false", "true", ""},         {"", "true", ""},      {"true", "false", "", false},
    {"", "false", "", false},      {"false", "", "true"}, {"true", "", "false", false},
    {"always", "true", "0", false}};

Environment with_setting(Environment environment, const LogSetting& setting) {
  if (!setting.by_count.empty()) {
    environment.set("GIT_CONFIG_COUNT", "1");
    environment.set("GIT_CONFIG_KEY_0", "core.logAllRefUpdates");
    environment.set("GIT_CONFIG_VALUE_0", setting.by_count);
  }
  if (!setting.by_parameters.empty()) {
    environment.set("GIT_CONFIG_PARAMETERS",
                    "'core.logallrefupdates'='" + setting.by_parameters + "'");
  }
  return environment;
}

void move_by_git(const RepositoryBuilder& builder, const LogSetting& setting, const ObjectId& to) {
  std::vector<std::string> words;
  for (const std::string& value : {setting.by_count, setting.by_parameters}) {
    if (value.empty()) continue;
    words.insert(words.end(), {"-c", "core.logAllRefUpdates=" + value});
  }
  words.insert(words.end(), {"update-ref", "-m", "swap: test", std::string(kRef), to.hex()});
  builder.git(words);
}

// Git goes on with a reflog that is there, whatever is set; what is set is whether it makes one.
TEST(CompareAndSwap, KeepsTheReflogsThatGitKeeps) {
  for (const LogSetting& setting : kLogSettings) {
    for (const int kept : {0, 1, 2, 3}) {
      SCOPED_TRACE(setting.in_file + "/" + setting.by_count + "/" + setting.by_parameters + " " +
                   std::to_string(kept));
      std::vector<std::string> logged;
      for (const bool by_git : {true, false}) {
        Ground ground(Layout::kWorkTree);
        const fs::path logs = ground.builder.path() / ".git/logs";
        ground.builder.set_ref(kRef, ground.first.hex());
        ground.builder.git({"symbolic-ref", "HEAD", std::string(kRef)});
        if (!setting.in_file.empty()) {
          ground.builder.git({"config", "core.logAllRefUpdates", setting.in_file});
        }
        fs::remove_all(logs);
        fs::create_directories(logs / "refs/heads");
        if ((kept & 1) != 0) std::ofstream(logs / "refs/heads/meta") << "";
        if ((kept & 2) != 0) std::ofstream(logs / "HEAD") << "";
        if (by_git) {
          move_by_git(ground.builder, setting, ground.second);
          move_by_git(ground.builder, setting, ground.first);
        } else {
          const Environment environment = with_setting(ground.builder.environment(), setting);
          ASSERT_OK_AND_ASSIGN(auto repository, open_at(ground.builder.path(), environment));
          ASSERT_THAT(swap(repository, ground.first, ground.second),
                      IsOkAndHolds(SwapOutcome::kDone));
          ASSERT_THAT(swap(repository, ground.second, ground.first),
                      IsOkAndHolds(SwapOutcome::kDone));
          EXPECT_EQ(repository.reflog(kRef).size(), setting.makes || kept % 2 == 1 ? 2U : 0U);
        }
        logged.push_back(moves_logged(ground.builder));
      }
      EXPECT_EQ(logged[0], logged[1]);
    }
  }
}

TEST(CompareAndSwap, AddsToAReflogWhatGitReads) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto before, open(ground.builder));
  ASSERT_THAT(swap(before, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
  ground.builder.git({"config", "core.logAllRefUpdates", "false"});
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  ASSERT_THAT(swap(repository, ground.first, ground.second), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.git({"log", "-g", "--format=%H %gn <%ge> %gs", std::string(kRef)}),
            ground.second.hex() + " A U Thor <author@example.com> swap: test\n" +
                ground.first.hex() + " A U Thor <author@example.com> swap: test");
  // A move that is refused is not in it.
  EXPECT_THAT(swap(repository, ground.first, ground.second), IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_EQ(repository.reflog(kRef).size(), 2U);
}

TEST(CompareAndSwap, MovesWhatASymbolicRefNames) {
  Ground ground;
  ground.builder.git({"symbolic-ref", "refs/heads/link", std::string(kRef)});
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  EXPECT_THAT(swap(repository, std::nullopt, ground.first, "refs/heads/link"),
              IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_THAT(swap(repository, ground.first, ground.second, "refs/heads/link"),
              IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.second.hex());
  EXPECT_EQ(ground.builder.git({"symbolic-ref", "refs/heads/link"}), kRef);
}

TEST(CompareAndSwap, NamesTheRefInTheWay) {
  for (const bool packed : {false, true}) {
    Ground ground;
    ground.builder.set_ref("refs/heads/a", ground.first.hex());
    ground.builder.set_ref("refs/heads/b/c", ground.first.hex());
    if (packed) ground.builder.pack();
    ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
    EXPECT_THAT(swap(repository, std::nullopt, ground.second, "refs/heads/a/x"),
                FailsWith(ErrorCode::kConflict,
                          "the ref 'refs/heads/a/x' cannot exist beside 'refs/heads/a'"));
    EXPECT_THAT(swap(repository, std::nullopt, ground.second, "refs/heads/b"),
                FailsWith(ErrorCode::kConflict,
                          "the ref 'refs/heads/b' cannot exist beside 'refs/heads/b/c'"));
    EXPECT_EQ(ground.builder.fsck(), "");
  }
}

// The reflog of the other ref is a file where ours would need a folder.
TEST(CompareAndSwap, NamesTheRefInTheWayThatHasAReflog) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  ASSERT_THAT(swap(repository, std::nullopt, ground.first), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_THAT(swap(repository, std::nullopt, ground.first, "refs/heads/meta/sub"),
              FailsWith(ErrorCode::kConflict,
                        "the ref 'refs/heads/meta/sub' cannot exist beside 'refs/heads/meta'"));
}

TEST(CompareAndSwap, RefusesAValueThatIsNotThere) {
  Ground ground;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  EXPECT_THAT(swap(repository, std::nullopt, id_of(std::string(40, '1'))),
              FailsWith(ErrorCode::kGitFailed, "cannot move the ref 'refs/heads/meta'"));
  EXPECT_FALSE(ground.builder.resolve(kRef));
}

// A move whose first try fails when the ref is to be put in its place. At the second, others put it
// to `others`, one after the other.
Result<SwapOutcome> swap_that_fails_once(const RepositoryBuilder& builder, ObjectId expected,
                                         ObjectId value, const std::vector<ObjectId>& others) {
  CS_ASSIGN(auto repository, open(builder));
  int tries = 0;
  const auto on_lock = [&] {
    ++tries;
    if (tries == 1 || !others.empty()) fs::remove(builder.git_dir() / "refs/heads/meta.lock");
    if (tries == 1) return;
    EXPECT_EQ(moves_logged(builder).find(expected.hex() + " " + value.hex()), std::string::npos);
    for (const ObjectId& other : others) builder.set_ref(kRef, other.hex());
  };
  return repository.compare_and_swap(kRef, expected, value, someone(), "swap", on_lock);
}

TEST(CompareAndSwap, GoesBackWhereTheFirstTryFails) {
  Ground ground;
  ground.builder.set_ref(kRef, ground.second.hex());
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  const std::size_t before = repository.reflog(kRef).size();
  EXPECT_THAT(swap_that_fails_once(ground.builder, ground.second, ground.first, {}),
              IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.first.hex());
  EXPECT_EQ(repository.reflog(kRef).size(), before + 1);
}

// Nobody else reads of a move that did not come about, also where theirs come after it.
TEST(CompareAndSwap, LeavesNoLineOfATryThatFails) {
  Ground ground(Layout::kWorkTree);
  const ObjectId third = id_of(ground.builder.commit("refs/heads/other", {{"f", "3\n"}}));
  ground.builder.set_ref(kRef, ground.second.hex());
  ground.builder.git({"symbolic-ref", "HEAD", std::string(kRef)});
  EXPECT_THAT(swap_that_fails_once(ground.builder, ground.second, ground.first, {third}),
              IsOkAndHolds(SwapOutcome::kMoved));
  const std::string logged = moves_logged(ground.builder);
  EXPECT_EQ(logged.find(" " + ground.first.hex()), std::string::npos) << logged;
  EXPECT_NE(logged.find(" " + third.hex()), std::string::npos) << logged;
}

// A folder that has something in it comes to be in its place, and the ref is packed.
TEST(CompareAndSwap, LeavesNoLineWhereItGivesUp) {
  Ground ground(Layout::kWorkTree);
  ground.builder.set_ref(kRef, ground.first.hex());
  ground.builder.git({"symbolic-ref", "HEAD", std::string(kRef)});
  ground.builder.pack();
  const std::string before = moves_logged(ground.builder);
  const fs::path file = ground.builder.git_dir() / kRef;
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  const auto moved =
      repository.compare_and_swap(kRef, ground.first, ground.second, someone(), "swap", [&] {
        fs::create_directories(file);
        std::ofstream(file / "x") << "";
      });
  EXPECT_THAT(moved, FailsWith(ErrorCode::kIo, "cannot move the ref 'refs/heads/meta'"));
  EXPECT_EQ(moves_logged(ground.builder), before);
  EXPECT_FALSE(fs::exists(file.string() + ".lock"));
  EXPECT_EQ(ground.builder.resolve(kRef), ground.first.hex());
}

TEST(CompareAndSwap, LogsNoMoveToWhereItIs) {
  Ground ground;
  ground.builder.set_ref(kRef, ground.second.hex());
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  ASSERT_THAT(swap(repository, ground.second, ground.second), IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(repository.reflog(kRef).size(), 0U);
}

TEST(CompareAndSwap, DoesNotTakeWhoGoesOnFromWhereItWasForDone) {
  Ground ground;
  const ObjectId third = id_of(ground.builder.commit("refs/heads/other", {{"f", "3\n"}}));
  ground.builder.set_ref(kRef, ground.second.hex());
  EXPECT_THAT(swap_that_fails_once(ground.builder, ground.second, ground.first, {third}),
              IsOkAndHolds(SwapOutcome::kMoved));
  EXPECT_EQ(ground.builder.resolve(kRef), third.hex());
}

TEST(CompareAndSwap, TakesWhoGoesOnFromWhereItGoesForDone) {
  Ground ground;
  ground.builder.set_ref("refs/heads/apart", ground.first.hex());
  const ObjectId apart = id_of(ground.builder.commit("refs/heads/apart", {{"f", "3\n"}}));
  ground.builder.set_ref(kRef, ground.second.hex());
  EXPECT_THAT(
      swap_that_fails_once(ground.builder, ground.second, ground.first, {ground.first, apart}),
      IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), apart.hex());
  // The same of one that goes forward.
  const ObjectId third = id_of(ground.builder.commit("refs/heads/other", {{"f", "3\n"}}));
  ground.builder.set_ref(kRef, ground.first.hex());
  EXPECT_THAT(swap_that_fails_once(ground.builder, ground.first, ground.second, {third}),
              IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(ground.builder.resolve(kRef), third.hex());
}

TEST(RemoveRef, TakesAwayWhatCannotBeRead) {
  Ground ground;
  ground.builder.set_ref("refs/heads/kept", ground.first.hex());
  ground.builder.set_ref("refs/x/packed", ground.first.hex());
  ground.builder.pack();
  ground.builder.git({"symbolic-ref", "refs/x/link", "refs/heads/kept"});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(ground.builder));
  const fs::path folder = repository.common_dir() + "/refs/x";
  std::ofstream(folder / "empty").close();
  std::ofstream(folder / "lost") << std::string(40, '1') << '\n';
  EXPECT_THAT(repository.broken_refs("refs/x"),
              testing::ElementsAre("refs/x/empty", "refs/x/lost"));
  for (const std::string name : {"refs/x/packed", "refs/x/link", "refs/x/empty", "refs/x/lost"}) {
    EXPECT_THAT(repository.remove_ref(name), IsOk()) << name;
    EXPECT_FALSE(ground.builder.resolve(name)) << name;
  }
  EXPECT_THAT(repository.refs_matching("refs/x/*"), IsOkAndHolds(testing::IsEmpty()));
  EXPECT_EQ(ground.builder.resolve("refs/heads/kept"), ground.first.hex());
  EXPECT_EQ(ground.builder.fsck(), "");
}

TEST(RemoveRef, LeavesOneThatIsLocked) {
  Ground ground;
  ground.builder.set_ref("refs/x/a", ground.first.hex());
  ASSERT_OK_AND_ASSIGN(const auto repository, open(ground.builder));
  std::ofstream(repository.common_dir() + "/refs/x/a.lock").close();
  EXPECT_THAT(repository.remove_ref("refs/x/a"),
              FailsWith(ErrorCode::kIo, "cannot take the ref 'refs/x/a' away"));
  EXPECT_EQ(ground.builder.resolve("refs/x/a"), ground.first.hex());
}

// One commit whose message is unique, on top of the ref, until it lands.
bool land_one(Repository& repository, int writer, int number) {
  for (int attempt = 0; attempt < 2000; ++attempt) {
    const auto tip = repository.find_ref(kRef);
    if (!tip) return false;
    auto batch = repository.begin_objects();
    const auto blob = batch->add_blob(std::to_string(writer) + "/" + std::to_string(number) + "\n");
    ObjectId base;
    if (*tip) base = repository.read_commit(**tip)->tree;
    const std::string name = "w" + std::to_string(writer);
    const auto tree =
        batch->add_tree(base, {TreeChange{name + "/n" + std::to_string(number), *blob}});
    if (!tree) return false;
    NewCommit commit{*tree, {}, someone(), someone(), name + " " + std::to_string(number) + "\n"};
    if (*tip) commit.parents.push_back(**tip);
    const auto id = batch->add_commit(commit);
    if (!id || !batch->flush()) return false;
    const auto outcome = repository.compare_and_swap(kRef, *tip, *id, someone(), "race");
    if (!outcome) return false;
    if (*outcome == SwapOutcome::kDone) return true;
    ::usleep(static_cast<useconds_t>(500 + (attempt * 37 + writer * 91) % 1500));
  }
  return false;
}

// What one child process does: its commits; the exit code tells whether all landed.
[[noreturn]] void write_many(const RepositoryBuilder& builder, int writer, int count) {
  auto repository = open(builder);
  bool landed = repository.has_value();
  for (int i = 0; landed && i < count; ++i) landed = land_one(*repository, writer, i);
  ::_exit(landed ? 0 : 1);
}

// git's own programs in a loop of the shell, as long as this lives.
class ShellLoop {
 public:
  ShellLoop(const RepositoryBuilder& builder, const std::string& body) : pid_(::fork()) {
    if (pid_ != 0) return;
    ::setpgid(0, 0);
    const std::string script = "while :; do " + body + "; done >/dev/null 2>&1";
    if (::chdir(builder.path().c_str()) == 0) {
      ::execlp("sh", "sh", "-c", script.c_str(), nullptr);
    }
    ::_exit(1);
  }
  ~ShellLoop() {
    ::kill(-pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ShellLoop(const ShellLoop&) = delete;
  ShellLoop& operator=(const ShellLoop&) = delete;

 private:
  pid_t pid_;
};

constexpr std::string_view kGitWriter =
    "old=$(git rev-parse refs/heads/meta) && "
    "new=$(git -c user.name=g -c user.email=g commit-tree -p $old -m git $old^{tree}) && "
    "git update-ref refs/heads/meta $new $old && echo $new >>landed";

// The tips from which every acknowledged commit is to be reached: the ref's, and those that git's
// own update-ref took away. Beside a pack-refs it compares with what was packed a moment before,
// now and then (git 2.39 loses its own commits so); the reflog shows whose move it was, and every
// move of ours begins where the one before it ended.
std::vector<std::string> tips_of_all(const RepositoryBuilder& builder) {
  std::vector<std::string> tips = {std::string(kRef)};
  std::istringstream log(test::read_file(builder.git_dir() / "logs" / kRef));
  std::string last;
  for (std::string line; std::getline(log, line);) {
    const std::string old = line.substr(0, 40);
    if (!last.empty() && old != last) {
      EXPECT_FALSE(line.ends_with("\trace")) << last << " was overwritten by " << line;
      tips.push_back(last);
    }
    last = line.substr(41, 40);
  }
  return tips;
}

void expect_all_land(bool packed_beside, bool git_beside) {
  constexpr int kWriters = 4;
  constexpr int kEach = 15;
  RepositoryBuilder builder;
  builder.git({"config", "core.fsync", "none"});
  builder.commit(kRef, {{"f", "1\n"}});
  std::optional<ShellLoop> packer;
  std::optional<ShellLoop> writer_of_gits;
  if (packed_beside) packer.emplace(builder, "git pack-refs --all");
  // A writer that is not ours: git's own compare-and-swap of the same ref.
  if (git_beside) writer_of_gits.emplace(builder, std::string(kGitWriter));
  std::vector<pid_t> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    const pid_t pid = ::fork();
    if (pid == 0) write_many(builder, writer, kEach);
    writers.push_back(pid);
  }
  for (const pid_t pid : writers) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    EXPECT_EQ(status, 0);
  }
  packer.reset();
  writer_of_gits.reset();
  fs::remove(builder.path() / "refs/heads/meta.lock");
  fs::remove(builder.path() / "packed-refs.lock");

  const std::vector<std::string> tips = tips_of_all(builder);
  const auto log = [&](std::string_view format) {
    std::vector<std::string> words = {"log", "--format=" + std::string(format)};
    words.insert(words.end(), tips.begin(), tips.end());
    return builder.git(words);
  };
  const std::string subjects = log("%s");
  for (int writer = 0; writer < kWriters; ++writer) {
    for (int i = 0; i < kEach; ++i) {
      const std::string subject = "w" + std::to_string(writer) + " " + std::to_string(i) + "\n";
      const std::string all = subjects + "\n";
      const auto at = all.find(subject);
      ASSERT_NE(at, std::string::npos)
          << subject << " was acknowledged and is gone; who moved the ref when:\n"
          << test::read_file(builder.git_dir() / "logs" / kRef);
      EXPECT_EQ(all.find(subject, at + 1), std::string::npos) << subject << " landed twice";
    }
  }
  std::ifstream landed(builder.path() / "landed");
  const std::string ids = log("%H");
  for (std::string id; std::getline(landed, id);) {
    EXPECT_NE(ids.find(id), std::string::npos) << "git's own commit " << id << " is gone";
  }
  EXPECT_EQ(builder.fsck(), "");
}

TEST(CompareAndSwapRace, ProcessesAloneAllLand) {
  expect_all_land(false, false);
}
TEST(CompareAndSwapRace, ProcessesBesidePackRefsAllLand) {
  expect_all_land(true, false);
}
TEST(CompareAndSwapRace, ProcessesBesideGitItselfAllLand) {
  expect_all_land(true, true);
}

// The ref lives in a folder of its own, which pack-refs takes away whenever it is empty.
TEST(CompareAndSwapRace, SurvivesThatItsFolderGoesAway) {
  Ground ground;
  const std::string ref = "refs/heads/deep/er/meta";
  ASSERT_OK_AND_ASSIGN(auto repository, open(ground.builder));
  const ShellLoop packer(ground.builder, "git pack-refs --all --prune");
  std::optional<ObjectId> at;
  for (int i = 0; i < 150; ++i) {
    const ObjectId next = i % 2 == 0 ? ground.first : ground.second;
    auto outcome = swap(repository, at, next, ref);
    // What was locked, or seen elsewhere on the way to packed-refs, is tried again, as writes do
    // it.
    for (int tries = 0; outcome && *outcome != SwapOutcome::kDone && tries < 1000; ++tries) {
      ::usleep(1000);
      outcome = swap(repository, at, next, ref);
    }
    ASSERT_THAT(outcome, IsOkAndHolds(SwapOutcome::kDone)) << i;
    at = next;
  }
}

}  // namespace
}  // namespace claudestep::git
