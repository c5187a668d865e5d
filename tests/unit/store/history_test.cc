#include "store/history.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using test::IsOkAndHolds;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Optional;

namespace fs = std::filesystem;

constexpr std::int64_t kDay = std::int64_t{24} * 3600;

model::Operation close_of_a() {
  return model::SetPrState{"a", 80, model::PrState::kClosed, std::nullopt, std::nullopt};
}

class HistoryTest : public StoreTest {
 protected:
  HistoryTest() { builder_.commit(kRef, {{"projects/a.json", sample_project("a")}}, "bot: sync"); }

  // A commit on the tip, with its tree, that some other clock dated.
  git::ObjectId commit_dated(Instant when, std::string_view message) {
    const std::string who = "bot <bot@example.com> " + std::to_string(when.seconds) + " +0000\n";
    const std::string text = "tree " + builder_.git({"rev-parse", tip() + "^{tree}"}) +
                             "\nparent " + tip() + "\nauthor " + who + "committer " + who + "\n" +
                             std::string(message) + "\n";
    const std::string id = builder_.git({"hash-object", "-t", "commit", "-w", "--stdin"}, text);
    builder_.set_ref(kRef, id);
    return *git::ObjectId::parse(id);
  }

  [[nodiscard]] Result<std::optional<git::ObjectId>> find(std::string_view op_id) {
    const git::Repository repository = open();
    return find_op_id(repository, *git::ObjectId::parse(tip()), std::string(op_id),
                      plus_seconds(test::kEpoch, -14 * kDay));
  }

  void lose(const std::string& id) const {
    fs::remove(builder_.git_dir() / "objects" / id.substr(0, 2) / id.substr(2));
  }
};

constexpr std::string_view kNamed = "a: close #80\n\nClaudestep-Op-Id: run1";
constexpr Instant kLongAgo = {1577836800, 0};  // 2020

TEST_F(HistoryTest, OldDatesOnTopDoNotHideAnOperationId) {
  const auto named = commit_dated(test::kEpoch, kNamed);
  for (int at = 0; at < 20; ++at) {
    commit_dated(plus_seconds(kLongAgo, -at), "by a clock that stood wrong");
  }
  EXPECT_THAT(find("run1"), IsOkAndHolds(Optional(named)));
  EXPECT_THAT(find("run2"), IsOkAndHolds(std::nullopt));
}

TEST_F(HistoryTest, ACommitIsNotOlderThanWhatItIsBuiltOn) {
  const auto named = commit_dated(kLongAgo, kNamed);
  EXPECT_THAT(find("run1"), IsOkAndHolds(Optional(named)));
}

TEST_F(HistoryTest, AnOperationIdIsForgottenThoughYoungerCommitsFollow) {
  const std::string tree = builder_.git({"rev-parse", tip() + "^{tree}"});
  builder_.set_ref(kRef, builder_.git({"hash-object", "-t", "commit", "-w", "--stdin"},
                                      "tree " + tree +
                                          "\nauthor a <a@b> 1577836800 +0000"
                                          "\ncommitter a <a@b> 1577836800 +0000\n\n"));
  commit_dated(plus_seconds(kLongAgo, 1), kNamed);
  commit_dated(test::kEpoch, "today");
  EXPECT_THAT(find("run1"), IsOkAndHolds(std::nullopt));
}

TEST_F(HistoryTest, AWriteNamesTheProjectWhoseFileIsLost) {
  const std::string blob = builder_.git({"rev-parse", tip() + ":projects/a.json"});
  const std::string before = tip();
  lose(blob);
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {close_of_a()});
  ASSERT_THAT(outcome, FailsWith(ErrorCode::kCorrupt, "the file of project 'a' is lost: its blob " +
                                                          blob + " is missing"));
  EXPECT_EQ(outcome.error().place, Place{"projects/a.json"});
  EXPECT_THAT(outcome.error().causes, ElementsAre(HasSubstr("objects were pruned")));
  EXPECT_THAT(outcome.error().hints,
              ElementsAre(HasSubstr("other clones, work trees and remote-tracking refs"),
                          "claudestep doctor"));
  EXPECT_EQ(tip(), before);
}

TEST_F(HistoryTest, AWriteNamesALostParent) {
  const std::string parent = tip();
  const std::string before = builder_.commit(kRef, {{"README.md", "x"}});
  lose(parent);
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {close_of_a()});
  ASSERT_THAT(outcome, FailsWith(ErrorCode::kCorrupt, "its parent " + parent + " is missing"));
  EXPECT_THAT(outcome.error().hints,
              Contains(HasSubstr("--git-path logs/refs/heads/claudestep-metadata")));
  EXPECT_EQ(builder_.git({"for-each-ref", "--format=%(objectname)", std::string(kRef)}), before);
}

TEST_F(HistoryTest, AWriteNamesALostTip) {
  const std::string before = tip();
  lose(before);
  git::Repository repository = open();
  const auto outcome = write(repository, options(), {close_of_a()});
  ASSERT_THAT(outcome, FailsWith(ErrorCode::kCorrupt, "cannot be followed"));
  EXPECT_THAT(outcome.error().causes,
              ElementsAre("the commit " + before + " is missing", HasSubstr("pruned")));
  EXPECT_THAT(outcome.error().hints,
              Contains(HasSubstr("--git-path logs/refs/heads/claudestep-metadata")));
  EXPECT_THAT(test::read_file(builder_.git_dir() / kRef), HasSubstr(before));
}

}  // namespace
}  // namespace claudestep::store
