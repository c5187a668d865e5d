#include "store/merge.h"

#include <gmock/gmock.h>
#include <sched.h>

#include <algorithm>
#include <thread>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "store/merge_trees.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using test::IsOk;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kOurs = "refs/heads/ours";
constexpr std::string_view kTheirs = "refs/heads/theirs";

// Two branches that begin in one commit.
class MergeTest : public StoreTest {
 protected:
  MergeTest() { begin({{"projects/a.json", sample_project("a")}, {"notes.txt", "1\n2\n3\n4\n"}}); }

  void begin(const test::Files& files) {
    base_ = builder_.commit("refs/heads/base" + std::to_string(++bases_), files);
    builder_.set_ref(kOurs, base_);
    builder_.set_ref(kTheirs, base_);
  }
  std::string ours(const test::Files& files) { return builder_.commit(kOurs, files); }
  std::string theirs(const test::Files& files) { return builder_.commit(kTheirs, files); }
  void apply(std::string_view ref, const model::Operation& operation) {
    git::Repository repository = open();
    auto options = this->options();
    options.ref = ref;
    ASSERT_THAT(write(repository, options, {operation}), IsOk());
  }

  // Merges the two and writes the result to refs/heads/merged; checks that it is the same from the
  // other side, and sound.
  Result<HeldMerge> merge(std::string_view one = kOurs, std::string_view other = kTheirs) {
    git::Repository repository = open();
    const auto a = repository.resolve_commit(one).value();
    const auto b = repository.resolve_commit(other).value();
    CS_ASSIGN(HeldMerge merged, merge_commits(repository, a, b));
    git::Repository again = open();
    const auto turned = merge_commits(again, b, a);
    EXPECT_EQ(turned->commit, merged.commit);
    EXPECT_EQ(turned->receipts, merged.receipts);
    CS_ASSIGN(auto batch, repository.begin_objects());
    batch.add_held(merged.objects);
    CS_TRY(batch.flush());
    builder_.set_ref("refs/heads/merged", merged.commit.hex());
    EXPECT_EQ(builder_.fsck(), "");
    return merged;
  }

  [[nodiscard]] std::vector<std::string> files(std::string_view ref = "refs/heads/merged") const {
    std::vector<std::string> paths;
    std::string rest = builder_.git({"ls-tree", "-r", "--name-only", std::string(ref)}) + "\n";
    for (std::size_t end = 0; (end = rest.find('\n')) != std::string::npos && end > 0;) {
      paths.push_back(rest.substr(0, end));
      rest.erase(0, end + 1);
    }
    return paths;
  }
  [[nodiscard]] std::string content(std::string_view path) const {
    return builder_.read("refs/heads/merged", path).value_or("(none)");
  }
  [[nodiscard]] model::Project project(std::string_view path) const {
    auto project = codec::read_project(content(path), path).value();
    model::settle(project);
    return project;
  }

  static std::vector<std::string> words(const HeldMerge& merged) {
    std::vector<std::string> words;
    for (const auto& receipt : merged.receipts) words.push_back(model::summarise(receipt));
    return words;
  }

  std::string base_;
  int bases_ = 0;
};

model::Operation assign(std::string project, std::string reviewer) {
  return model::AssignPr{std::move(project), 80, std::move(reviewer)};
}
model::Operation add_task(std::string project, std::string description) {
  return model::AddTask{std::move(project), std::move(description), {}, {}};
}

// On one core as on many.
TEST_F(MergeTest, ManyProjectsComeOutAlikeWhateverTheNumberOfThreads) {
  test::Files ours_files;
  test::Files theirs_files;
  test::Files base_files;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "p" + std::to_string(i);
    const std::string path = "projects/" + name + ".json";
    const std::string text = sample_project(name);
    base_files[path] = text;
    const auto with = [&](std::string_view old, std::string_view changed) {
      std::string other = text;
      return other.replace(other.find(old), old.size(), changed);
    };
    const auto reviewer = [&](std::string_view who) { return with("\"alice\"", who); };
    ours_files[path] = i % 3 == 1 ? reviewer("\"carol\"") : with("Add logging", "Add our logging");
    theirs_files[path] = reviewer("\"bob\"");
    if (i % 3 == 0) theirs_files[path].reset();
  }
  begin(base_files);
  ours(ours_files);
  theirs(theirs_files);
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(merged.receipts.size(), 27U);
  std::thread alone([&] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    const auto again = merge();
    ASSERT_THAT(again, IsOk());
    EXPECT_EQ(again->commit, merged.commit);
    EXPECT_EQ(again->receipts, merged.receipts);
  });
  alone.join();
}

TEST_F(MergeTest, TakesWhatEachSideDidToOneProject) {
  apply(kOurs, assign("a", "bob"));
  apply(kTheirs, add_task("a", "Write docs"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  const model::Project a = project("projects/a.json");
  EXPECT_EQ(a.pull_requests.at(0).reviewer->value, "bob");
  EXPECT_EQ(a.pull_requests.at(0).extra.at(0).json, "\"kept\"");
  EXPECT_EQ(a.tasks.back().description.value, "Write docs");
  EXPECT_EQ(a.tasks.back().index.value, 3);
}

TEST_F(MergeTest, MakesACommitThatIsTheSameEverywhere) {
  apply(kOurs, assign("a", "bob"));
  apply(kTheirs, assign("a", "carol"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(words(merged), ElementsAre("a: reviewer of #80: kept 'carol', gave up 'bob'"));
  std::string first = *builder_.resolve(kOurs);
  std::string second = *builder_.resolve(kTheirs);
  if (second < first) std::swap(first, second);
  EXPECT_EQ(builder_.git({"log", "-1", "--format=%P", "merged"}), first + " " + second);
  EXPECT_EQ(builder_.git({"log", "-1", "--format=%an <%ae> %ai / %cn", "merged"}),
            "claudestep <claudestep@localhost> " +
                builder_.git({"log", "-1", "--date=format:%Y-%m-%d %H:%M:%S +0000", "--format=%cd",
                              std::string(kTheirs)}) +
                " / claudestep");
  EXPECT_EQ(builder_.git({"log", "-1", "--format=%B", "merged"}),
            "claudestep: merge " + first.substr(0, 7) + " and " + second.substr(0, 7) +
                "\n\nClaudestep-Dropped: reviewer project=a pr=80 kept=carol dropped=bob");
  EXPECT_EQ(receipts_in(builder_.git({"log", "-1", "--format=%B", "merged"})), merged.receipts);
}

TEST_F(MergeTest, IsNotWrittenUntilSomebodyWritesIt) {
  apply(kOurs, assign("a", "bob"));
  apply(kTheirs, assign("a", "carol"));
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const auto a, repository.resolve_commit(kOurs));
  ASSERT_OK_AND_ASSIGN(const auto b, repository.resolve_commit(kTheirs));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge_commits(repository, a, b));
  EXPECT_FALSE(builder_.resolve(merged.commit.hex() + "^{commit}").has_value());
  ASSERT_OK_AND_ASSIGN(const git::Repository other, repository.reopen());
  EXPECT_THAT(other.read_commit(merged.commit), IsOk());
  EXPECT_EQ(open().has_object(merged.commit), false);
}

TEST_F(MergeTest, AChangeSurvivesADeletion) {
  begin({{"projects/a.json", sample_project("a")}, {"projects/b.json", sample_project("b")}});
  ours({{"projects/a.json", std::nullopt}, {"projects/b.json", std::nullopt}});
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("projects/a.json"));
  EXPECT_THAT(words(merged), ElementsAre("a: deletion: kept 'the project', gave up 'deleted'"));
}

TEST_F(MergeTest, ARenamedProjectTakesInWhatWasDoneUnderItsOldName) {
  apply(kOurs, model::RenameProject{"a", "b"});
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/b.json"));
  EXPECT_EQ(project("projects/b.json").pull_requests.at(0).reviewer->value, "bob");
}

// Whether a project has a task of that text.
bool has_task(const model::Project& project, std::string_view description) {
  return std::any_of(project.tasks.begin(), project.tasks.end(), [&](const model::Task& task) {
    return task.description.value == description;
  });
}

TEST_F(MergeTest, AnEditFollowsTheProjectNotItsName) {
  apply(kOurs, model::RenameProject{"a", "b"});
  apply(kOurs, model::CreateProject{"a"});
  apply(kOurs, add_task("a", "Of the new one"));
  apply(kTheirs, assign("a", "bob"));
  apply(kTheirs, add_task("a", "Of the old one"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_EQ(project("projects/b.json").pull_requests.at(0).reviewer->value, "bob");
  EXPECT_TRUE(has_task(project("projects/b.json"), "Of the old one"));
  EXPECT_EQ(project("projects/a.json").tasks.size(), 1U);
}

TEST_F(MergeTest, AnEditFollowsNamesThatWereExchanged) {
  apply(kOurs, model::CreateProject{"b"});
  builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
  apply(kTheirs, assign("a", "bob"));
  apply(kTheirs, add_task("b", "Of b"));
  apply(kOurs, model::RenameProject{"a", "t"});
  apply(kOurs, model::RenameProject{"b", "a"});
  apply(kOurs, model::RenameProject{"t", "b"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_EQ(project("projects/b.json").pull_requests.at(0).reviewer->value, "bob");
  EXPECT_TRUE(has_task(project("projects/a.json"), "Of b"));
  EXPECT_EQ(project("projects/a.json").tasks.size(), 1U);
}

TEST_F(MergeTest, AnEditFollowsAProjectThatTookTheNameOfADeletedOne) {
  apply(kOurs, model::CreateProject{"b"});
  builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
  apply(kTheirs, assign("a", "bob"));
  apply(kOurs, model::DeleteProject{"b"});
  apply(kOurs, model::RenameProject{"a", "b"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/b.json"));
  EXPECT_EQ(project("projects/b.json").pull_requests.at(0).reviewer->value, "bob");
}

TEST_F(MergeTest, TwoProjectsThatEndUnderOneNameAreParted) {
  apply(kOurs, model::CreateProject{"z"});
  apply(kOurs, add_task("z", "Of z"));
  builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
  apply(kOurs, model::RenameProject{"a", "docs"});
  apply(kTheirs, model::RenameProject{"z", "docs"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/docs-2.json", "projects/docs.json"));
  EXPECT_EQ(project("projects/docs.json").tasks.size(), 2U);
  EXPECT_TRUE(has_task(project("projects/docs-2.json"), "Of z"));
  EXPECT_THAT(words(merged), ElementsAre("docs-2: project: kept 'docs-2', gave up 'docs'"));
}

TEST_F(MergeTest, TwoThatAreMergedAndEndUnderOneNameAreParted) {
  apply(kOurs, model::CreateProject{"z"});
  apply(kOurs, add_task("z", "Of z"));
  builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
  apply(kOurs, model::RenameProject{"a", "docs"});
  apply(kOurs, add_task("z", "Of z too"));
  apply(kTheirs, model::RenameProject{"z", "docs"});
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/docs-2.json", "projects/docs.json"));
  EXPECT_EQ(project("projects/docs.json").pull_requests.at(0).reviewer->value, "bob");
  EXPECT_TRUE(has_task(project("projects/docs-2.json"), "Of z too"));
  EXPECT_THAT(words(merged), ElementsAre("docs-2: project: kept 'docs-2', gave up 'docs'"));
}

TEST_F(MergeTest, ARenamedProjectIsOneWithWhatBecameOfItInAnExchangeOfNames) {
  apply(kOurs, model::CreateProject{"b"});
  apply(kOurs, add_task("b", "Of b"));
  builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
  apply(kOurs, model::RenameProject{"a", "q"});
  apply(kTheirs, model::RenameProject{"b", "t"});
  apply(kTheirs, model::RenameProject{"a", "b"});
  apply(kTheirs, model::RenameProject{"t", "a"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/a.json", "projects/q.json"));
  EXPECT_TRUE(has_task(project("projects/a.json"), "Of b"));
  EXPECT_EQ(project("projects/q.json").pull_requests.size(), 1U);
  EXPECT_THAT(words(merged), ElementsAre("q: project: kept 'q', gave up 'b'"));
}

// Two sides that began with project "b", which ours deleted and made anew.
class MadeAnewTest : public MergeTest {
 protected:
  MadeAnewTest() {
    apply(kOurs, model::CreateProject{"b"});
    apply(kOurs, add_task("b", "Of the old one"));
    builder_.set_ref(kTheirs, *builder_.resolve(kOurs));
    apply(kOurs, model::DeleteProject{"b"});
    apply(kOurs, model::CreateProject{"b"});
    apply(kOurs, add_task("b", "Of the new one"));
  }
};

TEST_F(MadeAnewTest, IsAnotherThanTheOneThatWasChanged) {
  apply(kTheirs, add_task("b", "Of the old one too"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(project("projects/b.json").tasks.size(), 2U);
  EXPECT_TRUE(has_task(project("projects/b.json"), "Of the old one too"));
  EXPECT_EQ(project("projects/b-2.json").tasks.size(), 1U);
  EXPECT_THAT(words(merged), ElementsAre("b: deletion: kept 'the project', gave up 'deleted'",
                                         "b-2: project: kept 'b-2', gave up 'b'"));
}

TEST_F(MadeAnewTest, IsAnotherThanTheOneThatWasPutAway) {
  apply(kTheirs, model::ArchiveProject{"b"});
  ASSERT_THAT(merge(), IsOk());
  EXPECT_TRUE(has_task(project("archive/b.json"), "Of the old one"));
  EXPECT_TRUE(has_task(project("projects/b-2.json"), "Of the new one"));
}

TEST_F(MadeAnewTest, TakesTheNameOfTheOneThatNobodyChanged) {
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_EQ(project("projects/b.json").tasks.size(), 1U);
  EXPECT_EQ(content("projects/b-2.json"), "(none)");
}

TEST_F(MergeTest, AFormerNameThatIsListedTwiceIsOneName) {
  const std::string former = '"' + std::string(49, 'x') + '"';
  const auto called = [](const std::string& former_names) {
    std::string file = sample_project("b");
    const std::size_t at = file.find("  \"tasks\"");
    return file.insert(at, "  \"former_names\": [" + former_names + "],\n");
  };
  const std::string twice = called(former + ", " + former);
  begin({{"projects/b.json", twice}});
  ours({{"projects/b.json", called(former)}});
  theirs({{"projects/b.json", std::nullopt}, {"archive/b.json", twice}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(words(merged), ElementsAre("b: archive: kept 'projects', gave up 'archived'"));
  EXPECT_THAT(project("projects/b.json").former_names->size(), 1U);
}

TEST_F(MergeTest, TheEarlierTimeThatAMergeGaveIsNoSignOfAnotherProject) {
  // Both made "b"; their merge has the earlier time. Who began with the later one goes on with it.
  apply(kOurs, model::CreateProject{"b"});
  apply(kTheirs, model::CreateProject{"b"});
  const std::string late = *builder_.resolve(kTheirs);
  ASSERT_THAT(merge(), IsOk());
  builder_.set_ref(kOurs, *builder_.resolve("refs/heads/merged"));
  apply(kOurs, add_task("b", "One"));
  builder_.set_ref(kTheirs, late);
  apply(kTheirs, add_task("b", "Two"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_EQ(project("projects/b.json").tasks.size(), 2U);
}

TEST_F(MergeTest, ANewNameIsNoneThatAnyFileHas) {
  begin({{"projects/docs-2.json", sample_project("docs-2")},
         {"archive/DOCS-3.json", sample_project("DOCS-3")}});
  apply(kOurs, model::CreateProject{"Docs"});
  apply(kTheirs, model::CreateProject{"docs"});
  ASSERT_THAT(merge(), IsOk());
  EXPECT_THAT(files(), ElementsAre("archive/DOCS-3.json", "projects/Docs.json",
                                   "projects/docs-2.json", "projects/docs-4.json"));
  EXPECT_EQ(content("projects/docs-2.json"), sample_project("docs-2"));
}

TEST_F(MergeTest, OfTwoNewNamesTheGreaterStaysAndTheOtherIsRemembered) {
  apply(kOurs, model::RenameProject{"a", "b"});
  apply(kTheirs, model::RenameProject{"a", "c"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(words(merged), ElementsAre("c: project: kept 'c', gave up 'b'"));
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/c.json"));
  const model::Project c = project("projects/c.json");
  ASSERT_EQ(c.former_names->size(), 2U);
  EXPECT_EQ(c.former_names->at(0).value, "a");
  EXPECT_EQ(c.former_names->at(1).value, "b");
}

TEST_F(MergeTest, AnArchivedProjectThatWasChangedStays) {
  apply(kOurs, model::ArchiveProject{"a"});
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(words(merged), ElementsAre("a: archive: kept 'projects', gave up 'archived'"));
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/a.json"));
}

TEST_F(MergeTest, AnArchivedProjectThatNobodyElseChangedIsArchived) {
  apply(kOurs, model::ArchiveProject{"a"});
  apply(kTheirs, model::CreateProject{"b"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_THAT(files(), ElementsAre("archive/a.json", "notes.txt", "projects/b.json"));
}

TEST_F(MergeTest, AProjectThatBothAddedIsOne) {
  apply(kOurs, model::CreateProject{"b"});
  apply(kOurs, add_task("b", "One"));
  apply(kTheirs, model::CreateProject{"b"});
  apply(kTheirs, add_task("b", "Two"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(project("projects/b.json").tasks.size(), 2U);
  // The earlier creation stands; the later one is no loss that anybody must hear of.
  EXPECT_THAT(words(merged), ElementsAre(HasSubstr("b: created_at: kept ")));
}

TEST_F(MergeTest, OneThatBothMadeAndOnePutAwayStays) {
  apply(kOurs, model::CreateProject{"b"});
  apply(kOurs, model::ArchiveProject{"b"});
  apply(kTheirs, model::CreateProject{"b"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/a.json", "projects/b.json"));
  EXPECT_THAT(words(merged), ElementsAre(HasSubstr("b: created_at: kept "),
                                         "b: archive: kept 'projects', gave up 'archived'"));
}

TEST_F(MergeTest, OneThatBothMadeAndPutAwayIsArchived) {
  for (const std::string_view side : {kOurs, kTheirs}) {
    apply(side, model::CreateProject{"b"});
    apply(side, model::ArchiveProject{"b"});
  }
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("archive/b.json", "notes.txt", "projects/a.json"));
  EXPECT_THAT(words(merged), ElementsAre(HasSubstr("b: created_at: kept ")));
}

// One deletes it, two keep it since they work on it, and one of these puts it away then.
TEST_F(MergeTest, OneThatAThirdDeletedAndOnePutAwayStays) {
  constexpr std::string_view kThird = "refs/heads/third";
  builder_.set_ref(kThird, base_);
  apply(kThird, model::DeleteProject{"a"});
  apply(kOurs, assign("a", "bob"));
  apply(kTheirs, add_task("a", "One more"));
  for (const std::string_view side : {kOurs, kTheirs}) {
    ASSERT_OK_AND_ASSIGN(const HeldMerge kept, merge(side, kThird));
    EXPECT_THAT(words(kept), ElementsAre("a: deletion: kept 'the project', gave up 'deleted'"));
    builder_.set_ref(side, kept.commit.hex());
  }
  apply(kOurs, model::ArchiveProject{"a"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("notes.txt", "projects/a.json"));
  EXPECT_THAT(words(merged), testing::Contains("a: archive: kept 'projects', gave up 'archived'"));
}

TEST_F(MergeTest, TwoNamesThatDifferByLetterCaseAreParted) {
  apply(kOurs, model::CreateProject{"Docs"});
  apply(kTheirs, model::CreateProject{"docs"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), UnorderedElementsAre("notes.txt", "projects/Docs.json", "projects/a.json",
                                            "projects/docs-2.json"));
  EXPECT_THAT(words(merged), ElementsAre("docs-2: project: kept 'docs-2', gave up 'docs'"));
}

TEST_F(MergeTest, AnOldDialectMeetsItsUpgrade) {
  const std::string old = R"({"project": "a", "schema_version": "1.0", "steps": [
    {"step_index": 1, "step_description": "One", "pr_number": 5, "pr_state": "open",
     "created_at": "2026-01-01T00:00:00", "x": 0.10}]})";
  begin({{"projects/a.json", old}});
  apply(kOurs, add_task("a", "Two"));
  std::string changed = old;
  changed.replace(changed.find("open"), 4, "merged");
  theirs({{"projects/a.json", changed}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  const model::Project a = project("projects/a.json");
  EXPECT_EQ(a.dialect, model::Dialect::kHybrid);
  EXPECT_EQ(a.tasks.size(), 2U);
  EXPECT_EQ(a.pull_requests.at(0).state, model::PrState::kMerged);
  EXPECT_THAT(content("projects/a.json"), HasSubstr("0.10"));
}

TEST_F(MergeTest, ANewerSchemaOnBothSidesIsRefused) {
  const std::string newer = R"({"schema_version": "3.0", "project": "a", "tasks": [],
    "pull_requests": [], "x": )";
  ours({{"projects/a.json", newer + "1}"}});
  theirs({{"projects/b.json", newer + "1}"}});
  EXPECT_THAT(merge(), IsOk());  // each is taken as it is
  theirs({{"projects/a.json", newer + "2}"}});
  EXPECT_THAT(merge(), FailsWith(ErrorCode::kSchemaUnusable,
                                 "cannot merge 'projects/a.json': it was written by a newer "
                                 "claudestep (schema 3.0)"));
}

TEST_F(MergeTest, AVersionThatCannotBeReadGivesWay) {
  ours({{"projects/a.json", "{broken"}});
  apply(kTheirs, assign("a", "bob"));
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(project("projects/a.json").pull_requests.at(0).reviewer->value, "bob");
  ASSERT_EQ(merged.receipts.size(), 1U);
  EXPECT_EQ(merged.receipts[0].file, "projects/a.json");
}

TEST_F(MergeTest, HistoriesThatShareNothingAreMergedFromNothing) {
  const std::string one =
      builder_.commit("refs/heads/one", {{"projects/a.json", sample_project("a")}, {"x", "same"}});
  builder_.commit("refs/heads/two", {{"projects/b.json", sample_project("b")}, {"x", "same"}});
  ASSERT_THAT(merge("refs/heads/one", "refs/heads/two"), IsOk());
  EXPECT_THAT(files(), ElementsAre("projects/a.json", "projects/b.json", "x"));
}

TEST_F(MergeTest, OtherFilesAreMergedAsGitWould) {
  ours({{"notes.txt", "one\n2\n3\n4\n"}, {"gone", "x"}, {"dir/mine", "1"}});
  theirs({{"notes.txt", "1\n2\n3\nfour\n"}, {"dir/theirs", "2"}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_EQ(content("notes.txt"), "one\n2\n3\nfour\n");
  EXPECT_EQ(content("dir/mine"), "1");
  EXPECT_EQ(content("dir/theirs"), "2");
}

TEST_F(MergeTest, OtherFilesInConflictTakeTheGreaterIdWithAReceipt) {
  ours({{"notes.txt", "one\n"}});
  theirs({{"notes.txt", "uno\n"}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  const std::string a = builder_.blob("one\n");
  const std::string b = builder_.blob("uno\n");
  EXPECT_EQ(content("notes.txt"), a < b ? "uno\n" : "one\n");
  EXPECT_THAT(words(merged), ElementsAre("notes.txt: content: kept '" + std::max(a, b) +
                                         "', gave up '" + std::min(a, b) + "'"));
}

TEST_F(MergeTest, AFolderStaysAgainstWhateverFile) {
  const std::string path = "docs";
  // The base has a file, a folder or nothing there.
  for (const test::Files& before : {test::Files{{path, "1\n"}}, test::Files{{path + "/old", "1\n"}},
                                    test::Files{{"notes.txt", "1\n"}}}) {
    for (const std::string text : {"uno\n", "due\n", "tre\n"}) {  // ids of either order
      begin(before);
      test::Files folder = {{path + "/one", "x"}, {path + "/deep/two", "x"}};
      test::Files file = {{path, text}};
      if (before.contains(path)) folder[path] = std::nullopt;
      if (before.contains(path + "/old")) file[path + "/old"] = std::nullopt;
      ours(folder);
      theirs(file);
      ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
      EXPECT_EQ(builder_.resolve("merged:docs"), builder_.resolve("ours:docs"));
      EXPECT_THAT(words(merged),
                  ElementsAre("docs: content: kept '" + *builder_.resolve("ours:docs") +
                              "', gave up '" + builder_.blob(text) + "'"));
    }
  }
}

// Folders in each other beyond all reason, with a file that both changed and one that each added.
TEST_F(MergeTest, FoldersInEachOtherEndInOneThing) {
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  const auto commit = [&](const std::string& text, std::vector<git::ObjectId> parents) {
    git::TreeChange change{"f", *batch.add_blob(text)};
    git::ObjectId tree = *batch.add_tree({}, {change});
    change = {"d", tree, git::FileMode::kTree, true};
    for (int depth = 0; depth < 6000; ++depth) change.blob = tree = *batch.add_tree({}, {change});
    const git::TreeChange added{"added" + text, *batch.add_blob(text)};
    tree = *batch.add_tree(tree, {added});
    const git::Signature who{"A", "a@example.org", {}, 0};
    return *batch.add_commit({tree, std::move(parents), who, who, text});
  };
  const git::ObjectId base = commit("0", {});
  const git::ObjectId ours = commit("1", {base});
  const git::ObjectId theirs = commit("2", {base});
  ASSERT_OK(batch.flush());
  builder_.set_ref(kOurs, ours.hex());
  builder_.set_ref(kTheirs, theirs.hex());
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  ASSERT_EQ(merged.receipts.size(), 1U);
  EXPECT_TRUE(merged.receipts[0].file.starts_with("d/d/d"));
  EXPECT_EQ(content("added1"), "1");
  EXPECT_EQ(content("added2"), "2");
  ASSERT_OK_AND_ASSIGN(const git::Commit mine, repository.read_commit(ours));
  ASSERT_OK_AND_ASSIGN(const git::Commit other, repository.read_commit(theirs));
  ASSERT_OK_AND_ASSIGN(const auto changed, repository.changed_files(mine.tree, other.tree, 10));
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->size(), 3U);
}

TEST_F(MergeTest, TwoFoldersInThePlaceOfOneFileAreMerged) {
  ours({{"notes.txt", std::nullopt}, {"notes.txt/one", "x"}, {"notes.txt/both", "1\n2\n3\n"}});
  theirs({{"notes.txt", std::nullopt}, {"notes.txt/two", "x"}, {"notes.txt/both", "1\n2\n3\n"}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(merged.receipts, IsEmpty());
  EXPECT_THAT(files(),
              ElementsAre("notes.txt/both", "notes.txt/one", "notes.txt/two", "projects/a.json"));
}

TEST_F(MergeTest, AFileThatOneSideRenamedAndTheOtherChangedIsThereTwice) {
  ours({{"notes.txt", std::nullopt}, {"renamed.txt", "1\n2\n3\n4\n"}});
  theirs({{"notes.txt", "1\n2\n3\nfour\n"}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(content("notes.txt"), "1\n2\n3\nfour\n");
  EXPECT_EQ(content("renamed.txt"), "1\n2\n3\n4\n");
  EXPECT_THAT(words(merged),
              ElementsAre("notes.txt: deletion: kept '" + builder_.blob("1\n2\n3\nfour\n") +
                          "', gave up 'deleted'"));
}

TEST_F(MergeTest, OddEntriesAmongTheProjectsAreMergedAsFiles) {
  const std::string link = builder_.blob("elsewhere");
  const std::string a = builder_.blob(sample_project("a"));
  const std::string folder = builder_.tree({{std::string(test::kModeFile), "a.json", a},
                                            {std::string(test::kModeSymlink), "l.json", link}});
  const std::string root = builder_.tree({{std::string(test::kModeFolder), "projects", folder}});
  builder_.set_ref(kOurs, builder_.commit_tree(root, {base_}));
  apply(kTheirs, model::CreateProject{"b"});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_THAT(files(), ElementsAre("projects/a.json", "projects/b.json", "projects/l.json"));
  EXPECT_EQ(builder_.git({"ls-tree", "merged", "projects/l.json"}).substr(0, 6), "120000");
}

// What may stand in the place of a project file.
std::vector<std::vector<test::TreeEntry>> odd_entries(const test::RepositoryBuilder& builder,
                                                      const std::string& commit) {
  const std::string text = builder.blob("elsewhere");
  const std::string file(test::kModeFile);
  return {{{std::string(test::kModeSymlink), "a.json", text}},
          {{std::string(test::kModeSubmodule), "a.json", commit}},
          {{std::string(test::kModeFolder), "a.json", builder.tree({{file, "x", text}})}}};
}

TEST_F(MergeTest, AProjectThatWasChangedIsKeptBeforeWhatIsNone) {
  const std::string before = base_;
  for (const auto& odd : odd_entries(builder_, base_)) {
    SCOPED_TRACE(odd.front().mode);
    const std::string folder = builder_.tree(odd);
    const std::string root = builder_.tree({{std::string(test::kModeFolder), "projects", folder}});
    builder_.set_ref(kOurs, builder_.commit_tree(root, {before}));
    builder_.set_ref(kTheirs, before);
    apply(kTheirs, assign("a", "bob"));
    apply(kTheirs, model::CreateProject{"b"});
    git::Repository repository = open();
    const auto a = repository.resolve_commit(kOurs).value();
    const auto b = repository.resolve_commit(kTheirs).value();
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge_commits(repository, a, b));
    EXPECT_EQ(merge_commits(repository, b, a)->commit, merged.commit);
    ASSERT_EQ(merged.receipts.size(), 1U);
    EXPECT_EQ(merged.receipts[0].file, "projects/a.json");
    CS_CHECK(repository.begin_objects().and_then([&](git::ObjectBatch&& batch) {
      batch.add_held(merged.objects);
      return batch.flush();
    }));
    builder_.set_ref("refs/heads/merged", merged.commit.hex());
    EXPECT_EQ(content("projects/a.json"), builder_.read(kTheirs, "projects/a.json"));
    EXPECT_NE(content("projects/b.json"), "(none)");
  }
}

// A side that has a project's file twice: it counts as one that left it alone.
class NameTwiceTest : public MergeTest {
 protected:
  NameTwiceTest() {
    old_ = *builder_.resolve(base_ + ":projects/a.json");
    const std::string other = sample_project("a");
    junk_ = builder_.blob(std::string(other).replace(other.find("alice"), 5, "mallory"));
  }

  test::TreeEntry file(const std::string& id) {
    return {std::string(test::kModeFile), "a.json", id};
  }
  // A commit on `parent` with these files as projects/.
  std::string commit(const std::string& parent, const std::vector<test::TreeEntry>& files) {
    const std::string folder = builder_.tree(files);
    return builder_.commit_tree(
        builder_.tree({{std::string(test::kModeFolder), "projects", folder}}), {parent});
  }
  // What both directions of a merge of trees come to.
  Result<MergedTree> merge_sides(const std::string& base, const std::string& one,
                                 const std::string& other) {
    git::Repository repository = open();
    CS_ASSIGN(auto batch, repository.begin_objects());
    const auto tree_of = [&](const std::string& id) {
      return repository.read_commit(repository.resolve_commit(id).value())->tree;
    };
    CS_ASSIGN(auto merged,
              merge_trees(repository, batch, tree_of(base), tree_of(one), tree_of(other)));
    CS_ASSIGN(const auto turned,
              merge_trees(repository, batch, tree_of(base), tree_of(other), tree_of(one)));
    EXPECT_EQ(turned.tree, merged.tree);
    EXPECT_EQ(turned.receipts, merged.receipts);
    CS_TRY(batch.flush());
    return merged;
  }
  std::string entries(const MergedTree& merged) {
    return builder_.git({"ls-tree", "-r", "--format=%(path) %(objectname)", merged.tree.hex()});
  }
  static std::vector<std::string> dropped(const MergedTree& merged) {
    std::vector<std::string> ids;
    for (const auto& receipt : merged.receipts) ids.push_back(receipt.dropped);
    return ids;
  }

  std::string old_;
  std::string junk_;
};

TEST_F(NameTwiceTest, WhatTheOtherSideChangedStays) {
  apply(kTheirs, add_task("a", "Of theirs"));
  const std::string theirs = *builder_.resolve(kTheirs);
  const std::string changed = *builder_.resolve(theirs + ":projects/a.json");
  const std::vector<std::string> orders[] = {{old_, junk_}, {junk_, old_}, {junk_, junk_}};
  for (const auto& ids : orders) {
    const std::string odd = commit(base_, {file(ids[0]), file(ids[1])});
    ASSERT_OK_AND_ASSIGN(const MergedTree merged, merge_sides(base_, odd, theirs));
    EXPECT_THAT(entries(merged), HasSubstr("projects/a.json " + changed));
    EXPECT_EQ(entries(merged).find(junk_), std::string::npos);
    for (const std::string& id : dropped(merged)) EXPECT_EQ(id, junk_);
    EXPECT_EQ(merged.receipts.size(), ids[0] == ids[1] ? 2U : 1U);
    for (const auto& receipt : merged.receipts) EXPECT_EQ(receipt.kept, changed);
  }
  // The same file twice gives up nothing.
  const std::string same = commit(base_, {file(old_), file(old_)});
  ASSERT_OK_AND_ASSIGN(const MergedTree merged, merge_sides(base_, same, theirs));
  EXPECT_THAT(entries(merged), HasSubstr("projects/a.json " + changed));
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(NameTwiceTest, WhatNobodyElseChangedStaysAsItWas) {
  const std::string theirs =
      commit(base_, {file(old_), {std::string(test::kModeFile), "b.json", builder_.blob("{}")}});
  const std::string odd = commit(base_, {file(old_), file(junk_)});
  ASSERT_OK_AND_ASSIGN(const MergedTree merged, merge_sides(base_, odd, theirs));
  EXPECT_THAT(entries(merged), HasSubstr("projects/a.json " + old_ + "\nprojects/b.json"));
  EXPECT_THAT(dropped(merged), ElementsAre(junk_));
}

TEST_F(NameTwiceTest, OfANewProjectOneStays) {
  const std::string before = commit(base_, {});
  const std::string theirs =
      commit(before, {{std::string(test::kModeFile), "b.json", builder_.blob("{}")}});
  const std::string odd = commit(before, {file(old_), file(junk_)});
  ASSERT_OK_AND_ASSIGN(const MergedTree merged, merge_sides(before, odd, theirs));
  EXPECT_THAT(entries(merged), HasSubstr("projects/a.json " + std::max(old_, junk_)));
  EXPECT_THAT(dropped(merged), ElementsAre(std::min(old_, junk_)));
}

TEST_F(NameTwiceTest, WhoMendsItIsHeard) {
  const std::string before = commit(base_, {file(old_), file(junk_)});
  const test::TreeEntry b{std::string(test::kModeFile), "b.json", builder_.blob("{}")};
  const std::string odd = commit(before, {file(old_), file(junk_), b});
  for (const std::string& id : {old_, junk_}) {
    ASSERT_OK_AND_ASSIGN(const MergedTree merged,
                         merge_sides(before, odd, commit(before, {file(id)})));
    EXPECT_THAT(entries(merged), HasSubstr("projects/a.json " + id + "\nprojects/b.json"));
    EXPECT_THAT(merged.receipts, IsEmpty());
  }
  ASSERT_OK_AND_ASSIGN(const MergedTree gone, merge_sides(before, odd, commit(before, {})));
  EXPECT_THAT(entries(gone), HasSubstr("projects/b.json"));
  EXPECT_EQ(entries(gone).find("a.json"), std::string::npos);
}

// What may stand in the place of a folder of projects.
std::vector<test::TreeEntry> odd_places(const test::RepositoryBuilder& builder,
                                        const std::string& name, const std::string& commit) {
  const std::string text = builder.blob("elsewhere");
  return {{std::string(test::kModeFile), name, text},
          {std::string(test::kModeSymlink), name, text},
          {std::string(test::kModeSubmodule), name, commit}};
}

// Two sides that begin with a project on either shelf, one of which may put something else in the
// place of a shelf.
class ShelfGoneTest : public MergeTest {
 protected:
  ShelfGoneTest() {
    begin({{"projects/a.json", sample_project("a")},
           {"projects/README", "hello\n"},
           {"archive/z.json", sample_project("z")}});
    start_ = base_;
  }

  // Both sides as they began.
  void restart() {
    builder_.set_ref(kOurs, start_);
    builder_.set_ref(kTheirs, start_);
  }
  // A commit of ours that has `odd` and of the folders of `ref` the other.
  void put(const test::TreeEntry& odd, std::string_view ref = kOurs) {
    const std::string other = odd.name == "projects" ? "archive" : "projects";
    std::vector<test::TreeEntry> root = {odd};
    if (const auto id = builder_.resolve(std::string(ref) + ":" + other)) {
      root.push_back({std::string(test::kModeFolder), other, *id});
    }
    const std::string before = *builder_.resolve(ref);
    builder_.set_ref(ref, builder_.commit_tree(builder_.tree(root), {before}));
  }
  // merge() as always, and with each side as ours: which is, commits decide by their ids.
  Result<HeldMerge> merge() {
    CS_ASSIGN(HeldMerge merged, MergeTest::merge());
    git::Repository repository = open();
    CS_ASSIGN(auto batch, repository.begin_objects());
    const auto tree_of = [&](std::string_view revision) {
      return repository.read_commit(repository.resolve_commit(revision).value())->tree;
    };
    const git::ObjectId ours = tree_of(kOurs);
    const git::ObjectId theirs = tree_of(kTheirs);
    CS_ASSIGN(const MergedTree one, merge_trees(repository, batch, tree_of(start_), ours, theirs));
    CS_ASSIGN(const MergedTree two, merge_trees(repository, batch, tree_of(start_), theirs, ours));
    EXPECT_EQ(one.tree, tree_of("refs/heads/merged"));
    EXPECT_EQ(two.tree, one.tree);
    EXPECT_EQ(one.receipts, merged.receipts);
    EXPECT_EQ(two.receipts, merged.receipts);
    return merged;
  }
  static std::vector<std::string> given_way(const HeldMerge& merged) {
    std::vector<std::string> files;
    for (const auto& receipt : merged.receipts) files.push_back(receipt.file);
    return files;
  }

  std::string start_;
};

TEST_F(ShelfGoneTest, AFolderOfProjectsStaysWhateverIsPutInItsPlace) {
  for (const auto& odd : odd_places(builder_, "projects", start_)) {
    SCOPED_TRACE(odd.mode + " " + odd.id);
    restart();
    put(odd);
    apply(kTheirs, assign("a", "bob"));
    apply(kTheirs, model::CreateProject{"b"});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/z.json", "projects/README", "projects/a.json",
                                     "projects/b.json"));
    EXPECT_EQ(content("projects/a.json"), builder_.read(kTheirs, "projects/a.json"));
    EXPECT_THAT(words(merged), ElementsAre("projects: content: kept '" +
                                           *builder_.resolve(std::string(kTheirs) + ":projects") +
                                           "', gave up '" + odd.id + "'"));
  }
}

TEST_F(ShelfGoneTest, AFolderThatNobodyChangedStaysToo) {
  for (const auto& odd : odd_places(builder_, "projects", start_)) {
    restart();
    put(odd);
    theirs({{"notes.txt", "new\n"}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(),
                ElementsAre("archive/z.json", "notes.txt", "projects/README", "projects/a.json"));
    EXPECT_THAT(given_way(merged), ElementsAre("projects"));
  }
}

TEST_F(ShelfGoneTest, ANewFolderOfProjectsStaysAgainstANewFile) {
  begin({{"notes.txt", "1\n"}});
  start_ = base_;
  for (const auto& odd : odd_places(builder_, "projects", start_)) {
    restart();
    put(odd);
    theirs({{"projects/b.json", sample_project("b")}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("projects/b.json"));
    EXPECT_THAT(given_way(merged), ElementsAre("projects"));
  }
}

TEST_F(ShelfGoneTest, AFolderThatIsMendedStays) {
  const auto odd = odd_places(builder_, "projects", start_);
  put(odd[0]);
  start_ = *builder_.resolve(kOurs);
  for (std::size_t at = 1; at < odd.size(); ++at) {
    restart();
    put(odd[at]);
    theirs({{"projects", std::nullopt}, {"projects/b.json", sample_project("b")}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/z.json", "projects/b.json"));
    EXPECT_THAT(given_way(merged), ElementsAre("projects"));
    // Both mend it.
    builder_.set_ref(kOurs, start_);
    ours({{"projects", std::nullopt}, {"projects/c.json", sample_project("c")}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge both, merge());
    EXPECT_THAT(files(), ElementsAre("archive/z.json", "projects/b.json", "projects/c.json"));
    EXPECT_THAT(both.receipts, IsEmpty());
  }
}

TEST_F(ShelfGoneTest, AFileInThePlaceOfOneShelfLeavesTheOtherMerged) {
  for (const auto& odd : odd_places(builder_, "archive", start_)) {
    SCOPED_TRACE(odd.mode + " " + odd.id);
    restart();
    apply(kOurs, assign("a", "bob"));
    put(odd);
    apply(kTheirs, add_task("a", "Of theirs"));
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/z.json", "projects/README", "projects/a.json"));
    const model::Project a = project("projects/a.json");
    EXPECT_EQ(a.pull_requests.at(0).reviewer->value, "bob");
    EXPECT_TRUE(has_task(a, "Of theirs"));
    EXPECT_THAT(given_way(merged), ElementsAre("archive"));
  }
}

TEST_F(ShelfGoneTest, AFileWhereNobodyHasAFolderLeavesTheOtherShelfMerged) {
  begin({{"projects/a.json", sample_project("a")}});
  start_ = base_;
  for (const auto& odd : odd_places(builder_, "archive", start_)) {
    restart();
    apply(kOurs, assign("a", "bob"));
    put(odd);
    apply(kTheirs, add_task("a", "Of theirs"));
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    const model::Project a = project("projects/a.json");
    EXPECT_EQ(a.pull_requests.at(0).reviewer->value, "bob");
    EXPECT_TRUE(has_task(a, "Of theirs"));
    EXPECT_THAT(merged.receipts, IsEmpty());
    EXPECT_THAT(builder_.git({"ls-tree", "merged", "archive"}), HasSubstr(odd.id));
  }
}

TEST_F(ShelfGoneTest, EachSideMayHavePutAFileInThePlaceOfAnotherShelf) {
  for (const auto& odd : odd_places(builder_, "projects", start_)) {
    restart();
    put(odd);
    apply(kTheirs, assign("a", "bob"));
    put({odd.mode, "archive", odd.id}, kTheirs);
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/z.json", "projects/README", "projects/a.json"));
    EXPECT_EQ(project("projects/a.json").pull_requests.at(0).reviewer->value, "bob");
    EXPECT_THAT(given_way(merged), ElementsAre("archive", "projects"));
  }
}

TEST_F(ShelfGoneTest, WhatWasPutAwayBeforeItsFolderWentIsPutAway) {
  for (const auto& odd : odd_places(builder_, "projects", start_)) {
    restart();
    apply(kOurs, model::RenameProject{"a", "q"});
    apply(kOurs, model::ArchiveProject{"q"});
    put(odd);
    theirs({{"projects/README", "hello there\n"}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/q.json", "archive/z.json", "projects/README"));
    EXPECT_EQ(content("projects/README"), "hello there\n");
    EXPECT_THAT(given_way(merged), ElementsAre("projects"));
  }
}

TEST_F(ShelfGoneTest, AnotherOfItsNameOnTheOtherShelfTakesNoProjectAway) {
  const std::string another = R"({"schema_version": "2.0", "project": "a", "tasks": [],
    "created_at": "2030-01-01T00:00:00Z", "pull_requests": []})";
  const std::string of_no_time =
      R"({"schema_version": "2.0", "project": "a", "tasks": [], "pull_requests": []})";
  const auto odd = odd_places(builder_, "projects", start_).front();
  for (const std::string& bytes : {another, of_no_time}) {
    restart();
    ours({{"archive/a.json", bytes}});
    put(odd);
    theirs({{"notes.txt", "new\n"}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_THAT(files(), ElementsAre("archive/a-2.json", "archive/z.json", "notes.txt",
                                     "projects/README", "projects/a.json"));
    EXPECT_EQ(content("projects/a.json"), sample_project("a"));
    EXPECT_EQ(project("archive/a-2.json").tasks.size(), 0U);
    EXPECT_THAT(words(merged), testing::Contains("a-2: project: kept 'a-2', gave up 'a'"));
  }
}

TEST_F(ShelfGoneTest, WhoPutAProjectAwayAndChangedItIsHeard) {
  apply(kOurs, add_task("a", "One more"));
  apply(kOurs, model::ArchiveProject{"a"});
  put(odd_places(builder_, "projects", start_).front());
  theirs({{"notes.txt", "new\n"}});
  ASSERT_THAT(merge(), IsOk());
  EXPECT_TRUE(has_task(project("archive/a.json"), "One more"));
  EXPECT_EQ(content("projects/a.json"), "(none)");
}

TEST_F(ShelfGoneTest, WhatIsNoProjectOnTheOtherShelfTakesNoProjectAway) {
  const auto odd = odd_places(builder_, "projects", start_).front();
  for (const bool folder_is_gone : {true, false}) {
    restart();
    ours({{"projects/a.json", std::nullopt}, {"archive/a.json", "junk"}});
    if (folder_is_gone) put(odd);
    theirs({{"projects/c.json", sample_project("c")}});
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
    EXPECT_EQ(content("projects/a.json"), sample_project("a"));
    EXPECT_EQ(content("archive/a.json"), "(none)");
    EXPECT_THAT(given_way(merged), testing::Contains("archive/a.json"));
  }
  // What a newer claudestep wrote is one, in whatever form.
  restart();
  ours({{"projects/a.json", std::nullopt},
        {"archive/a.json", R"({"schema_version": "3.0", "tasks": {}})"}});
  theirs({{"projects/c.json", sample_project("c")}});
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  EXPECT_EQ(content("projects/a.json"), "(none)");
  EXPECT_THAT(merged.receipts, IsEmpty());
}

TEST_F(MergeTest, AProjectThatBothPutInThePlaceOfAFolderIsOne) {
  begin({{"projects/b.json/x", "1\n"}, {"archive/README", "hello\n"}});
  ours({{"projects/b.json/x", std::nullopt}, {"projects/b.json", sample_project("b")}});
  theirs({{"projects/b.json/x", std::nullopt}, {"archive/b.json", sample_project("b")}});
  ASSERT_THAT(merge(), IsOk());
  EXPECT_THAT(files(), ElementsAre("archive/README", "projects/b.json"));
}

TEST_F(MergeTest, OddEntriesOnBothSidesAreMergedAlikeFromEither) {
  const auto odd = odd_entries(builder_, base_);
  for (std::size_t at = 0; at < odd.size(); ++at) {
    std::string refs[2];
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string folder = builder_.tree(odd[(at + side) % odd.size()]);
      const std::string root =
          builder_.tree({{std::string(test::kModeFolder), "projects", folder}});
      refs[side] = builder_.commit_tree(root, {base_});
    }
    git::Repository repository = open();
    const auto a = repository.resolve_commit(refs[0]).value();
    const auto b = repository.resolve_commit(refs[1]).value();
    ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge_commits(repository, a, b));
    EXPECT_EQ(merge_commits(repository, b, a)->commit, merged.commit);
    EXPECT_EQ(merged.receipts.size(), 1U);
  }
}

TEST_F(MergeTest, CrissCrossHistoriesMergeTheirBasesFirst) {
  apply(kOurs, assign("a", "bob"));
  apply(kTheirs, add_task("a", "Two"));
  // Each merges the other's tip in a way of its own, as a tool that is not ours would.
  const std::string x = *builder_.resolve(kOurs);
  const std::string y = *builder_.resolve(kTheirs);
  ASSERT_THAT(merge(), IsOk());
  const std::string tree = builder_.git({"rev-parse", "merged^{tree}"});
  builder_.set_ref(kOurs, builder_.commit_tree(tree, {x, y}, "mine"));
  builder_.set_ref(kTheirs, builder_.commit_tree(tree, {y, x}, "theirs"));
  apply(kOurs, add_task("a", "Three"));
  apply(kTheirs, assign("a", "ann"));
  EXPECT_EQ(builder_.git({"merge-base", "--all", "ours", "theirs"}).size(), 81U);
  ASSERT_OK_AND_ASSIGN(const HeldMerge merged, merge());
  // Seen from either base alone the reviewer, or the task, would be a conflict.
  EXPECT_THAT(merged.receipts, IsEmpty());
  const model::Project a = project("projects/a.json");
  EXPECT_EQ(a.pull_requests.at(0).reviewer->value, "ann");
  EXPECT_EQ(a.tasks.size(), 4U);
}

}  // namespace
}  // namespace claudestep::store
