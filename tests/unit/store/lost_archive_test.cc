#include "store/lost_archive.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "store/merge.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;
using test::FailsWith;
using test::IsOk;
using ::testing::IsEmpty;
using ContentsByName = std::map<std::string, std::string>;  // contents by name, as hex

constexpr std::string_view kOtherBranch = "refs/heads/other";

class LostArchiveTest : public StoreTest {
 protected:
  // Does the operations on the branch in one commit.
  void apply(const std::vector<Operation>& operations, std::string_view ref = kRef) {
    git::Repository repository = open();
    WriteOptions how = options();
    how.ref = std::string(ref);
    ASSERT_THAT(write(repository, how, operations), IsOk());
  }
  void create(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      apply({model::CreateProject{name}});
      apply({model::AddTask{name, "Of " + name, std::nullopt, {}}});
    }
  }

  [[nodiscard]] std::filesystem::path file_of(const std::string& revision) const {
    const std::string id = builder_.git({"rev-parse", revision});
    return builder_.git_dir() / "objects" / id.substr(0, 2) / id.substr(2);
  }
  void lose(const std::string& revision) const { std::filesystem::remove(file_of(revision)); }

  // What the archive of the branch has, asked of git.
  [[nodiscard]] ContentsByName archived() const {
    ContentsByName files;
    const std::string listed = builder_.git({"ls-tree", std::string(kRef) + ":archive"});
    std::istringstream lines(listed);
    for (std::string mode, type, id, name; lines >> mode >> type >> id >> name;) files[name] = id;
    return files;
  }
  [[nodiscard]] Result<ToldArchive> tell() {
    const git::Repository repository = open();
    CS_ASSIGN(const git::Commit commit,
              repository.read_commit(*git::ObjectId::parse(builder_.git({"rev-parse", tip()}))));
    return tell_archive(repository, commit);
  }
  [[nodiscard]] ContentsByName told() {
    const auto told = tell();
    EXPECT_THAT(told, IsOk());
    ContentsByName files;
    if (!told) return files;
    for (const auto& [name, entry] : told->files) files[name] = entry.id.hex();
    return files;
  }
  // Holds what is told while the folder of the newest commit is lost to what it has.
  void expect_told_as_it_was() {
    const ContentsByName before = archived();
    const auto folder = file_of(tip() + ":archive");
    const auto aside = builder_.beside("aside");
    std::filesystem::rename(folder, aside);
    EXPECT_EQ(told(), before);
    std::filesystem::rename(aside, folder);
  }
  void expect_untold(const std::string& why) {
    EXPECT_THAT(tell(), FailsWith(ErrorCode::kCorrupt, why));
  }
  [[nodiscard]] std::string commit_word() const { return "commit " + tip().substr(0, 7); }

  // Merges the two branches, as every clone does it.
  void merge() {
    git::Repository repository = open();
    const auto a = git::ObjectId::parse(tip());
    const auto b = git::ObjectId::parse(builder_.git({"rev-parse", std::string(kOtherBranch)}));
    const auto held = merge_commits(repository, *a, *b);
    ASSERT_THAT(held, IsOk());
    auto batch = repository.begin_objects();
    ASSERT_THAT(batch, IsOk());
    batch->add_held(held->objects);
    ASSERT_THAT(batch->flush(), IsOk());
    builder_.set_ref(kRef, held->commit.hex());
  }
};

TEST_F(LostArchiveTest, HasWhatCanBeRead) {
  create({"a", "b"});
  ASSERT_OK_AND_ASSIGN(const auto none, tell());
  EXPECT_THAT(none.files, IsEmpty());
  EXPECT_FALSE(none.version);
  apply({model::ArchiveProject{"a"}});
  ASSERT_OK_AND_ASSIGN(const auto one, tell());
  EXPECT_EQ(one.version->hex(), builder_.git({"rev-parse", tip() + ":archive"}));
  EXPECT_EQ(told(), archived());
}

// Each is one commit upon `a`, which is archived, and `b` and `c`, which are not.
TEST_F(LostArchiveTest, TellsWhatACommitSaysThatItDid) {
  const std::vector<std::vector<Operation>> commits = {
      {model::ArchiveProject{"b"}},
      {model::ArchiveProject{"b"}, model::ArchiveProject{"c"}, model::UnarchiveProject{"a"}},
      {model::ArchiveProject{"b"}, model::RenameProject{"c", "d"}},
      {model::DeleteProject{"a"}, model::ArchiveProject{"b"}},
      {model::ArchiveProject{"b"}, model::UnarchiveProject{"b"}, model::ArchiveProject{"c"}},
  };
  create({"a", "b", "c"});
  apply({model::ArchiveProject{"a"}});
  const std::string start = tip();
  for (std::size_t at = 0; at < commits.size(); ++at) {
    SCOPED_TRACE(at);
    builder_.set_ref(kRef, start);
    apply(commits[at]);
    apply({model::CreateProject{"later"}});
    expect_told_as_it_was();
  }
}

TEST_F(LostArchiveTest, TellsWhatManyCommitsDid) {
  create({"a", "b", "c"});
  apply({model::ArchiveProject{"a"}});
  std::vector<std::string> lost;
  const std::vector<Operation> operations = {
      model::ArchiveProject{"b"}, model::RenameProject{"c", "d"}, model::UnarchiveProject{"a"},
      model::ArchiveProject{"d"}, model::DeleteProject{"b"}};
  for (const Operation& operation : operations) {
    apply({operation});
    lost.push_back(builder_.git({"rev-parse", tip() + ":archive"}));
  }
  const ContentsByName before = archived();
  for (const std::string& id : std::set<std::string>(lost.begin(), lost.end())) lose(id);
  EXPECT_EQ(told(), before);
}

TEST_F(LostArchiveTest, TakesTheNewestContentsThatCanBeRead) {
  create({"a", "b"});
  const std::string empty = builder_.git({"rev-parse", tip() + "~3:projects/a.json"});
  apply({model::ArchiveProject{"a"}});
  lose(tip() + ":archive/a.json");
  lose(tip() + ":archive");
  EXPECT_EQ(told(), (ContentsByName{{"a.json", empty}}));
  lose(empty);
  expect_untold("no earlier version of 'a.json' is known to be its own");
}

TEST_F(LostArchiveTest, DoesNotTakeContentsThatMayBeAnothersOfThatName) {
  create({"a", "b"});
  apply({model::DeleteProject{"a"}});
  apply({model::RenameProject{"b", "a"}, model::ArchiveProject{"a"}});
  lose(tip() + ":archive/a.json");
  lose(tip() + ":archive");
  expect_untold("no earlier version of 'a.json' is known to be its own");
}

TEST_F(LostArchiveTest, DoesNotMakeUpWhatOnlyTheLostFolderHad) {
  create({"a", "b"});
  const std::string start = tip();
  const std::vector<Operation> first = {model::CreateProject{"d"}, model::RenameProject{"b", "d"}};
  for (const Operation& operation : first) {
    builder_.set_ref(kRef, start);
    apply({operation, model::ArchiveProject{"d"}});
    lose(tip() + ":archive");
    expect_untold("no earlier version of 'd.json' is known to be its own");
  }
}

TEST_F(LostArchiveTest, SaysWhichCommitDoesNotTell) {
  create({"a", "b"});
  apply({model::ArchiveProject{"a"}});
  builder_.commit(kRef, {{"archive/x.json", sample_project("x")}}, "by hand");
  const std::string by_hand = commit_word();
  apply({model::CreateProject{"later"}});
  lose(tip() + ":archive");
  expect_untold(by_hand + " does not say what it did to it");
}

TEST_F(LostArchiveTest, SaysWhichCommitDidOtherThanItSays) {
  create({"a", "b", "c"});
  apply({model::ArchiveProject{"a"}});
  apply({model::ArchiveProject{"b"}});
  const std::string says = message();
  builder_.set_ref(kRef, tip() + "^");
  builder_.commit(kRef,
                  {{"projects/b.json", std::nullopt},
                   {"projects/c.json", std::nullopt},
                   {"archive/b.json", sample_project("b")}},
                  says);
  lose(tip() + ":archive");
  expect_untold(commit_word() + " did other than it says");
}

TEST_F(LostArchiveTest, SaysWhatElseIsLost) {
  create({"a", "b"});
  apply({model::ArchiveProject{"a"}});
  const std::string before = commit_word();
  apply({model::ArchiveProject{"b"}});
  lose(tip() + ":archive");
  lose(tip() + "~1^{tree}");
  expect_untold("the tree of " + before + " is lost");
  lose(tip() + "~1");
  expect_untold("a commit that " + commit_word() + " is built on is lost");
}

TEST_F(LostArchiveTest, DoesNotPutOneInBothFolders) {
  create({"a"});
  builder_.commit(kRef, {{"archive/a.json", sample_project("a")}}, "by hand");
  expect_untold("'a.json' would be in both folders");
}

TEST_F(LostArchiveTest, TellsWhatAMergeHasOfEachSide) {
  create({"a", "b", "c", "d"});
  apply({model::ArchiveProject{"d"}});
  builder_.set_ref(kOtherBranch, tip());
  apply({model::ArchiveProject{"a"}});
  apply({model::UnarchiveProject{"d"}}, kOtherBranch);
  apply({model::ArchiveProject{"b"}}, kOtherBranch);
  merge();
  EXPECT_THAT(archived(),
              ::testing::UnorderedElementsAre(::testing::Key("a.json"), ::testing::Key("b.json")));
  expect_told_as_it_was();
}

TEST_F(LostArchiveTest, DoesNotGuessWhatAMergeMadeOfTwoAnswers) {
  create({"a", "b"});
  builder_.set_ref(kOtherBranch, tip());
  apply({model::AddTask{"a", "Less", std::nullopt, {}}, model::ArchiveProject{"a"}});
  apply({model::AddTask{"a", "More", std::nullopt, {}}, model::ArchiveProject{"a"}}, kOtherBranch);
  merge();
  lose(tip() + ":archive");
  expect_untold(commit_word() + " merged what cannot be told");
}

}  // namespace
}  // namespace claudestep::store
