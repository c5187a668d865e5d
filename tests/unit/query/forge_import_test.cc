#include "query/forge_import.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "codec/project_codec.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"
#include "tests/support/ticking_clock.h"
#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using model::ForgePull;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kBranch = "refs/heads/claudestep-metadata";
constexpr std::string_view kOid = "0123456789abcdef0123456789abcdef01234567";

ForgePull forge_pull(std::int64_t number, model::PrState state, std::string branch) {
  ForgePull pull;
  pull.number = number;
  pull.state = state;
  pull.branch = std::move(branch);
  pull.created_at = at("2026-01-02T00:00:00Z");
  if (state == kMerged) pull.merged_at = at("2026-01-03T00:00:00Z");
  if (state != kOpen) pull.closed_at = at("2026-01-04T00:00:00Z");
  return pull;
}

// "auth: close #42": the operations as commits tell them.
std::vector<std::string> deeds(const ForgeImport& import) {
  std::vector<std::string> words;
  for (const model::Operation& operation : import.operations) {
    words.push_back(model::summarise(operation));
  }
  return words;
}

std::vector<std::string> reasons(const ForgeImport& import) {
  std::vector<std::string> words;
  for (const UnknownPull& unknown : import.unknown) words.push_back(unknown.reason);
  return words;
}

class ForgeImportTest : public ::testing::Test {
 protected:
  void put(Sample& sample, const std::string& folder = "projects") {
    const model::Project project = sample.done();
    files_[folder + "/" + project.name.value + ".json"] = codec::write_project(project);
  }

  ForgeImport import(const std::vector<ForgePull>& pulls) {
    test::RepositoryBuilder builder(test::RepositoryBuilder::Layout::kBare);
    builder.commit(kBranch, files_);
    const Environment environment = builder.environment();
    auto repository = git::Repository::open({.cwd = builder.path().string(),
                                             .git_dir = {},
                                             .environment = &environment,
                                             .git_accepts_owner = {}});
    store::ViewOptions options;
    options.ref = kBranch;
    options.now = test::kEpoch;
    const auto view = store::View::open(*repository, options);
    auto import = import_pulls(*view, pulls);
    EXPECT_THAT(import, test::IsOk());
    return *std::move(import);
  }

  test::Files files_;
};

TEST_F(ForgeImportTest, SettlesStatesTitlesAndReviewers) {
  Sample auth("auth");
  auth.task(1, "First").pr(40, 1, kOpen, "2026-01-02T00:00:00Z");
  auth.pr(41, 1, kOpen, "2026-01-02T00:00:00Z").pr(42, 1, kClosed, "2026-01-02T00:00:00Z");
  put(auth);
  ForgePull closed = forge_pull(40, kClosed, "branch-40");
  closed.title = "A title";
  closed.reviewers = {"bob", "carol"};
  const ForgeImport result =
      import({closed, forge_pull(41, kMerged, "branch-41"), forge_pull(42, kOpen, "branch-42")});
  EXPECT_THAT(deeds(result), ElementsAre("auth: assign #40 to bob", "auth: retitle #40",
                                         "auth: close #40", "auth: merge #41", "auth: reopen #42"));
  const auto& merge = std::get<model::SetPrState>(result.operations[3]);
  EXPECT_EQ(merge.at->text(), "2026-01-03T00:00:00Z");
  EXPECT_EQ(result.known, 3U);
  EXPECT_THAT(result.unknown, IsEmpty());
}

TEST_F(ForgeImportTest, LeavesWhatTheForgeDoesNotSayAndOneOfSeveralReviewers) {
  Sample auth("auth");
  auth.task(1, "First").pr(40, 1, kOpen, "2026-01-01T00:00:00Z", "alice");
  auth.raw().pull_requests[0].title = model::Text("Mine");
  put(auth);
  ForgePull silent = forge_pull(40, kOpen, "branch-40");
  EXPECT_THAT(deeds(import({silent})), IsEmpty());
  silent.reviewers = {"bob", "alice"};
  silent.title = "";
  EXPECT_THAT(deeds(import({silent})), IsEmpty());
}

TEST_F(ForgeImportTest, FillsInWhatARecordedEndLacks) {
  Sample auth("auth");
  auth.task(1, "First").pr(40, 1, kMerged, "2026-01-01T00:00:00Z");
  auth.pr(41, 1, kMerged, "2026-01-01T00:00:00Z").pr(42, 1, kClosed, "2026-01-01T00:00:00Z");
  auth.raw().pull_requests[1].merged_at = model::Time(at("2026-01-09T00:00:00Z"));
  auth.raw().pull_requests[1].merge_commit = model::Text(std::string(40, 'f'));
  put(auth);
  ForgePull merged = forge_pull(40, kMerged, "branch-40");
  merged.merge_commit = kOid;
  ForgePull other = forge_pull(41, kMerged, "branch-41");
  other.merge_commit = kOid;
  const ForgeImport result = import({merged, other, forge_pull(42, kClosed, "branch-42")});
  EXPECT_THAT(
      result.operations,
      ElementsAre(
          model::SetPrState{"auth", 40, kMerged, at("2026-01-03T00:00:00Z"), std::string(kOid)},
          model::SetPrState{"auth", 42, kClosed, at("2026-01-04T00:00:00Z"), std::nullopt}));
}

TEST_F(ForgeImportTest, MergedIsFinalAndABranchIsAnIdentity) {
  Sample auth("auth");
  auth.task(1, "First").pr(40, 1, kMerged, "2026-01-01T00:00:00Z");
  auth.pr(41, 1, kOpen, "2026-01-01T00:00:00Z");
  put(auth);
  ForgePull elsewhere = forge_pull(41, kClosed, "another");
  elsewhere.title = "Not ours";
  const ForgeImport result = import({forge_pull(40, kOpen, "branch-40"), elsewhere});
  EXPECT_THAT(result.operations, IsEmpty());
  EXPECT_THAT(result.doubts,
              ElementsAre(PullDoubt{"auth", 40, "merged", "open", "merged is final"},
                          PullDoubt{"auth", 41, "branch-41", "another",
                                    "on another branch it may be of another repository"}));
}

TEST_F(ForgeImportTest, TiesBranchesToTheTasksTheyAreNamedFor) {
  Sample auth("auth");
  auth.task(1, "First").task(2, "Second").id("aaaaaaaa");
  put(auth);
  Sample old("old-one");
  old.task(1, "Old");
  put(old, "archive");
  Sample renamed("login");
  renamed.task(1, "Here");
  renamed.raw().former_names = std::vector<model::Text>{model::Text("signin")};
  put(renamed);
  ForgePull merged = forge_pull(50, kMerged, "claude-chain-auth-aaaaaaaa");
  merged.title = "Second thing";
  merged.reviewers = {"bob", "carol"};
  merged.merge_commit = kOid;
  const ForgeImport result = import({merged, forge_pull(51, kOpen, "claudestep/old-one/step-1"),
                                     forge_pull(52, kClosed, "2026-01-signin-1")});
  EXPECT_THAT(
      result.operations,
      ElementsAre(
          model::OpenPr{"auth", "2", 50, "claude-chain-auth-aaaaaaaa", "bob", "Second thing",
                        at("2026-01-02T00:00:00Z")},
          model::SetPrState{"auth", 50, kMerged, at("2026-01-03T00:00:00Z"), std::string(kOid)},
          model::OpenPr{"old-one", "1", 51, "claudestep/old-one/step-1", std::nullopt, std::nullopt,
                        at("2026-01-02T00:00:00Z")},
          model::OpenPr{"login", "1", 52, "2026-01-signin-1", std::nullopt, std::nullopt,
                        at("2026-01-02T00:00:00Z")},
          model::SetPrState{"login", 52, kClosed, at("2026-01-04T00:00:00Z"), std::nullopt}));
  EXPECT_EQ(result.known, 3U);
}

TEST_F(ForgeImportTest, ListsWhatBelongsToNoTask) {
  Sample auth("auth");
  auth.task(1, "First");
  put(auth);
  for (const char* name : {"a", "b"}) {
    Sample sample(name);
    sample.task(1, "Task");
    sample.raw().former_names = std::vector<model::Text>{model::Text("ab")};
    put(sample);
  }
  files_["projects/broken.json"] = "{";
  ForgePull fork = forge_pull(64, kOpen, "claudestep/auth/step-1");
  fork.from_fork = true;
  const ForgeImport result = import({forge_pull(60, kOpen, "fix-typo"),
                                     forge_pull(61, kOpen, "claude-chain-nothing-39b1209d"),
                                     forge_pull(62, kOpen, "claude-chain-auth-00000000"),
                                     forge_pull(63, kOpen, "claudestep/auth/step-9"), fork,
                                     forge_pull(65, kOpen, "claude-step-ab-1")});
  EXPECT_THAT(result.operations, IsEmpty());
  EXPECT_THAT(reasons(result),
              ElementsAre("its branch is not named for a task", "there is no project 'nothing'",
                          "'auth' has no task 00000000", "'auth' has no task 9",
                          "it comes from a fork, where anybody can choose such a name",
                          "its branch may mean task 1 of 'a' or task 1 of 'b'"));
  EXPECT_FALSE(result.unknown[0].has_task_name);
  EXPECT_TRUE(result.unknown[1].has_task_name);
  EXPECT_EQ(result.known, 0U);
  ASSERT_EQ(result.unreadable.size(), 1U);
  EXPECT_EQ(result.unreadable[0].file, "projects/broken.json");
}

}  // namespace
}  // namespace claudestep::query
