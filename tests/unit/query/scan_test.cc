#include "query/scan.h"

#include <gmock/gmock.h>

#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"
#include "tests/support/ticking_clock.h"

namespace claudestep::query {
namespace {

using test::FailsWith;
using test::FailsWithError;
using test::IsOk;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

constexpr std::string_view kScannedRef = "refs/heads/claudestep-metadata";

store::ViewOptions view_options() {
  store::ViewOptions options;
  options.ref = kScannedRef;
  options.now = test::kEpoch;
  return options;
}

std::string document(const std::string& name) {
  return R"({"schema_version": "2.0", "project": ")" + name +
         R"(", "last_updated": "2026-01-01T00:00:00Z", "tasks": [], "pull_requests": []})";
}

class Scan : public ::testing::Test {
 protected:
  Scan() {
    builder_.commit(kScannedRef, {{"projects/b.json", document("b")},
                                  {"projects/a.json", document("a")},
                                  {"projects/broken.json", "{\n  \"project\": }"},
                                  {"projects/no name.json", document("no name")},
                                  {"projects/notes.txt", "no project"},
                                  {"archive/old.json", document("old")}});
    environment_ = builder_.environment();
  }

  // The view over the builder's repository.
  const store::View& view() {
    if (!view_) {
      auto opened = git::Repository::open({.cwd = builder_.path().string(),
                                           .git_dir = {},
                                           .environment = &environment_,
                                           .git_accepts_owner = {}});
      EXPECT_THAT(opened, IsOk());
      repository_.emplace(*std::move(opened));
      auto view = store::View::open(*repository_, view_options());
      EXPECT_THAT(view, IsOk());
      view_.emplace(*std::move(view));
    }
    return *view_;
  }

  struct Outcome {
    std::vector<std::string> visited;
    std::vector<UnreadableFile> unreadable;
  };
  Result<Outcome> run(const Selection& selection) {
    Outcome outcome;
    CS_ASSIGN(outcome.unreadable,
              scan(view(), selection,
                   [&](const store::ProjectEntry& entry, const model::Project& project) {
                     EXPECT_EQ(entry.name, project.name.value);
                     outcome.visited.push_back(entry.path());
                   }));
    return outcome;
  }

  test::RepositoryBuilder builder_{test::RepositoryBuilder::Layout::kBare};
  Environment environment_;
  std::optional<git::Repository> repository_;
  std::optional<store::View> view_;
};

TEST_F(Scan, VisitsWhatCanBeReadByNameAndListsTheRest) {
  const auto outcome = run({});
  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->visited, ElementsAre("projects/a.json", "projects/b.json"));
  ASSERT_THAT(outcome->unreadable,
              ElementsAre(Field(&UnreadableFile::file, "projects/broken.json"),
                          Field(&UnreadableFile::file, "projects/no name.json")));
  EXPECT_THAT(outcome->unreadable[0].message,
              ::testing::StartsWith("line 2, column 14: expected "));
  EXPECT_THAT(outcome->unreadable[1].message, ::testing::StartsWith("it is not named like "));
}

TEST_F(Scan, TakesArchivedProjectsWhenAsked) {
  const auto outcome = run({{}, true});
  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->visited,
              ElementsAre("projects/a.json", "projects/b.json", "archive/old.json"));
}

TEST_F(Scan, NamesSelectAlsoInTheArchiveEachOnce) {
  const auto outcome = run({{"old", "b", "old"}, false});
  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->visited, ElementsAre("projects/b.json", "archive/old.json"));
  EXPECT_THAT(outcome->unreadable, IsEmpty());
}

TEST_F(Scan, RefusesNamesThatAreNotThere) {
  EXPECT_THAT(run({{"a", "brokn"}, false}),
              FailsWithError(Error{
                  ErrorCode::kNotFound, "no project 'brokn'", {}, {"did you mean 'broken'?"}}));
  EXPECT_THAT(run({{"zzzzzzzz"}, false}),
              FailsWithError(
                  Error{ErrorCode::kNotFound, "no project 'zzzzzzzz'", {}, {"claudestep list"}}));
  EXPECT_THAT(run({{"../a"}, false}), FailsWith(ErrorCode::kInvalidInput, "'../a'"));
}

TEST_F(Scan, ReadsOne) {
  const auto found = read_one(view(), "old");
  ASSERT_THAT(found, IsOk());
  EXPECT_EQ(found->entry.shelf, model::Shelf::kArchive);
  EXPECT_EQ(found->project.name.value, "old");
  EXPECT_THAT(read_one(view(), "broken"), FailsWith(ErrorCode::kCorrupt, "expected"));
}

TEST_F(Scan, SaysHowToBeginWhereThereIsNoBranch) {
  test::RepositoryBuilder empty(test::RepositoryBuilder::Layout::kBare);
  const Environment environment = empty.environment();
  auto repository = git::Repository::open({.cwd = empty.path().string(),
                                           .git_dir = {},
                                           .environment = &environment,
                                           .git_accepts_owner = {}});
  ASSERT_THAT(repository, IsOk());
  const auto view = store::View::open(*repository, view_options());
  ASSERT_THAT(view, IsOk());
  EXPECT_THAT(find_entry(*view, "a"),
              FailsWithError(Error{ErrorCode::kNotFound,
                                   "no project 'a'",
                                   {"there is no metadata branch 'refs/heads/claudestep-metadata'"},
                                   {"claudestep init"}}));
}

// Facts come from the same files, in the order of the folders.
TEST_F(Scan, OfFactsVisitsTheSameFiles) {
  for (const bool use_cache : {false, true, true}) {
    std::vector<std::string> visited;
    const auto broken =
        scan_facts(view(), {{}, true}, {.use_cache = use_cache}, [&](const store::FactsRun& run) {
          ASSERT_EQ(run.entries.size(), run.facts.projects.size());
          for (std::size_t i = 0; i < run.entries.size(); ++i) {
            if (run.facts.projects[i].unreadable.size != 0) continue;
            visited.push_back(run.entries[i].path());
          }
        });
    EXPECT_THAT(visited, ElementsAre("projects/a.json", "projects/b.json", "archive/old.json"));
    EXPECT_EQ(broken.value(), run({{}, true})->unreadable);
  }
}

TEST_F(Scan, OfFactsTakesNames) {
  std::vector<std::string> visited;
  const auto visit = [&](const store::FactsRun& run) {
    for (const store::ProjectEntry& entry : run.entries) visited.push_back(entry.path());
  };
  EXPECT_THAT(scan_facts(view(), {{"old", "b", "old"}, false}, {}, visit), IsOk());
  EXPECT_THAT(visited, ElementsAre("projects/b.json", "archive/old.json"));
  EXPECT_THAT(scan_facts(view(), {{"nobody"}, false}, {}, visit),
              FailsWith(ErrorCode::kNotFound, "no project 'nobody'"));
}

}  // namespace
}  // namespace claudestep::query
