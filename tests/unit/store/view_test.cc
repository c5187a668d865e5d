#include "store/view.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using test::IsOk;
using test::IsOkAndHolds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

constexpr std::string_view kTrackingRef = "refs/remotes/origin/claudestep-metadata";

class ViewTest : public StoreTest {
 protected:
  void add_remote() { builder_.git({"remote", "add", "origin", "/nowhere"}); }
};

TEST_F(ViewTest, OfNoBranchIsEmpty) {
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_EQ(view.source(), ViewSource::kNone);
  EXPECT_EQ(view.commit(), std::nullopt);
  EXPECT_THAT(view.entries(), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(view.names(), IsEmpty());
}

TEST_F(ViewTest, ListsProjectsThenArchiveEachByName) {
  builder_.commit(kRef, {{"projects/b.json", sample_project("b")},
                         {"projects/a.json", sample_project("a")},
                         {"projects/a-b.json", sample_project("a-b")},
                         {"projects/notes.txt", "not ours"},
                         {"archive/old.json", sample_project("old")}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  ASSERT_OK_AND_ASSIGN(const auto entries, view.entries());
  std::vector<std::string> paths;
  for (const auto& entry : entries) {
    EXPECT_EQ(entry.obstacle, "");
    paths.push_back(entry.path());
  }
  EXPECT_THAT(paths, ElementsAre("projects/a.json", "projects/a-b.json", "projects/b.json",
                                 "archive/old.json"));
  EXPECT_THAT(view.names(), ElementsAre("a", "a-b", "b", "old"));
}

TEST_F(ViewTest, ReadsASettledProject) {
  builder_.commit(kRef, {{"projects/a.json", sample_project("a")}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_THAT(view.find("a"), Optional(model::Shelf::kProjects));
  EXPECT_EQ(view.find("A"), std::nullopt);
  EXPECT_EQ(view.find("../a"), std::nullopt);
  ASSERT_OK_AND_ASSIGN(const model::Project project, view.load("a"));
  EXPECT_EQ(text_or_empty(project.tasks.at(0).id), "39b1209d");
  EXPECT_EQ(text_or_empty(project.pull_requests.at(0).task_id), "39b1209d");
}

TEST_F(ViewTest, TheFilesNameIsTheProjectsName) {
  builder_.commit(kRef, {{"projects/a.json", sample_project("another")}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  ASSERT_OK_AND_ASSIGN(const model::Project project, view.load("a"));
  EXPECT_EQ(project.name.value, "a");
}

TEST_F(ViewTest, SaysWhatStandsInTheWayOfAnEntry) {
  const std::string good = builder_.blob(sample_project("good"));
  const std::string projects = builder_.tree({
      {"120000", "link.json", builder_.blob("good.json")},
      {"160000", "module.json", "1234567890123456789012345678901234567890"},
      {"40000", "folder.json", builder_.tree({{"100644", "x", good}})},
      {"100644", "-dash.json", good},
      {"100644", "good.json", good},
  });
  const std::string root = builder_.tree({{"40000", "projects", projects}});
  builder_.set_ref(kRef, builder_.commit_tree(root, {}));
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  ASSERT_OK_AND_ASSIGN(const auto entries, view.entries());
  std::map<std::string, std::string> obstacles;
  for (const auto& entry : entries) obstacles[entry.name] = entry.obstacle;
  EXPECT_EQ(obstacles["link"], "is a symbolic link");
  EXPECT_EQ(obstacles["module"], "is a submodule");
  EXPECT_EQ(obstacles["folder"], "is a folder");
  EXPECT_THAT(obstacles["-dash"], ::testing::Eq("is not named like a project: it begins with '-'"));
  EXPECT_EQ(obstacles["good"], "");
  EXPECT_THAT(view.load("link"),
              FailsWith(ErrorCode::kCorrupt, "the project file is a symbolic link"));
  EXPECT_THAT(view.load("good"), IsOk());
}

TEST_F(ViewTest, KnowsWhatProjectsWereOnceCalled) {
  const auto renamed = [](const std::string& name, const std::string& former) {
    return R"({"schema_version": "2.0", "project": ")" + name + R"(", "former_names": )" + former +
           R"(, "tasks": [], "pull_requests": []})";
  };
  builder_.commit(kRef, {{"projects/b.json", renamed("b", R"(["x", "a"])")},
                         {"archive/c.json", renamed("c", R"(["a"])")},
                         {"projects/d.json", renamed("d", R"(["y"], "note": "a")")},
                         {"projects/broken.json", R"({"former_names": ["a"])"}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_EQ(view.once_called("a"), (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(view.once_called("b"), std::vector<std::string>());
}

TEST_F(ViewTest, AnEntryThatIsThereTwiceIsCorrupt) {
  const std::string first = builder_.blob(sample_project("a"));
  const std::string second = builder_.blob("{}");
  const std::string projects = builder_.tree(
      {{"100644", "a.json", first}, {"100644", "a.json", second}, {"100644", "b.json", first}});
  const std::string tree = builder_.tree({{"40000", "projects", projects}});
  builder_.set_ref(kRef, builder_.commit_tree(tree, {}));
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  ASSERT_OK_AND_ASSIGN(const auto entries, view.entries());
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].obstacle, "is in its folder twice");
  EXPECT_EQ(entries[1].obstacle, "");
  EXPECT_THAT(view.load("a"), FailsWith(ErrorCode::kCorrupt, "is in its folder twice"));
  EXPECT_THAT(view.load("b"), IsOk());
}

TEST_F(ViewTest, APlaceOfAFolderThatIsTakenIsCorrupt) {
  const std::string root = builder_.tree({{"120000", "projects", builder_.blob("elsewhere")}});
  builder_.set_ref(kRef, builder_.commit_tree(root, {}));
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_THAT(view.entries(), FailsWith(ErrorCode::kCorrupt,
                                        "'projects' on the metadata branch is a symbolic link"));
}

TEST_F(ViewTest, AProjectInBothFoldersIsTheOneInProjects) {
  builder_.commit(kRef, {{"projects/a.json", sample_project("a")}, {"archive/a.json", "{}"}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  ASSERT_OK_AND_ASSIGN(const auto entries, view.entries());
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1].obstacle, "lies in projects/ as well");
  EXPECT_THAT(view.load("a"), IsOk());
}

TEST_F(ViewTest, ARefThatNamesATagOrATreeIsCorrupt) {
  const std::string commit = builder_.commit("refs/heads/x", {{"f", "1"}});
  builder_.set_ref("refs/heads/tree-ref", builder_.git({"rev-parse", commit + "^{tree}"}));
  const git::Repository repository = open();
  auto options = view_options();
  options.ref = "refs/heads/tree-ref";
  EXPECT_THAT(View::open(repository, options), FailsWith(ErrorCode::kCorrupt, "tree"));
}

TEST_F(ViewTest, TakesTheTrackingRefWithoutALocalOne) {
  add_remote();
  const std::string tip = builder_.commit(kTrackingRef, {{"projects/a.json", sample_project("a")}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_EQ(view.source(), ViewSource::kTracking);
  EXPECT_EQ(view.commit()->hex(), tip);
  EXPECT_EQ(view.local(), std::nullopt);
  auto local = view_options();
  local.local = true;
  ASSERT_OK_AND_ASSIGN(const View narrow, View::open(repository, local));
  EXPECT_EQ(narrow.source(), ViewSource::kNone);
}

TEST_F(ViewTest, TakesTheNewerOfLocalAndTracking) {
  add_remote();
  const std::string first = builder_.commit(kRef, {{"projects/a.json", sample_project("a")}});
  builder_.set_ref(kTrackingRef, first);
  const std::string second =
      builder_.commit(kTrackingRef, {{"projects/b.json", sample_project("b")}});
  const git::Repository repository = open();
  {
    ASSERT_OK_AND_ASSIGN(const View behind, View::open(repository, view_options()));
    EXPECT_EQ(behind.source(), ViewSource::kTracking);
    EXPECT_EQ(behind.commit()->hex(), second);
    EXPECT_EQ(behind.local()->hex(), first);
  }
  builder_.set_ref(kRef, second);
  const std::string third = builder_.commit(kRef, {{"projects/c.json", sample_project("c")}});
  ASSERT_OK_AND_ASSIGN(const View ahead, View::open(repository, view_options()));
  EXPECT_EQ(ahead.source(), ViewSource::kLocal);
  EXPECT_EQ(ahead.commit()->hex(), third);
}

TEST_F(ViewTest, IsTheMergeWhenLocalAndTrackingWentApart) {
  add_remote();
  const std::string base = builder_.commit(kRef, {{"projects/a.json", sample_project("a")}});
  builder_.set_ref(kTrackingRef, base);
  const std::string ours = builder_.commit(kRef, {{"projects/b.json", sample_project("b")}});
  builder_.commit(kTrackingRef, {{"projects/c.json", sample_project("c")}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_EQ(view.source(), ViewSource::kDiverged);
  EXPECT_EQ(view.local()->hex(), ours);
  EXPECT_EQ(view.names(), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_THAT(view.load("c"), IsOk());
  EXPECT_FALSE(builder_.resolve(view.commit()->hex() + "^{commit}").has_value());
  auto local = view_options();
  local.local = true;
  ASSERT_OK_AND_ASSIGN(const View narrow, View::open(repository, local));
  EXPECT_EQ(narrow.names(), (std::vector<std::string>{"a", "b"}));
}

// What is the same on both sides may be as lost as it likes, and nothing is known of it but its id,
// whatever was done to the others: changed on both sides, renamed, deleted, made anew.
TEST_F(ViewTest, TheMergeReadsOnlyWhatDiffers) {
  add_remote();
  const auto replaced = [](std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
  };
  const std::string old = sample_project("a");
  const std::vector<std::string> same = {"projects/same.json", "projects/same-2.json",
                                         "archive/same-3.json", "notes", "README.md"};
  const std::string base = builder_.commit(kRef, {{"projects/a.json", old},
                                                  {"projects/b.json", sample_project("b")},
                                                  {"projects/gone.json", sample_project("gone")},
                                                  {same[0], sample_project("same")},
                                                  {same[1], sample_project("same-2")},
                                                  {same[2], sample_project("same-3")},
                                                  {same[3] + "/2026/may.txt", "of somebody else"},
                                                  {same[4], "for people"}});
  builder_.set_ref(kTrackingRef, base);
  const std::string renamed = replaced(sample_project("c"), R"("project": "c",)",
                                       R"("project": "c", "former_names": ["b"],)");
  builder_.commit(kRef, {{"projects/a.json", replaced(old, "Add logging", "Log")},
                         {"projects/b.json", std::nullopt},
                         {"projects/c.json", renamed},
                         {"projects/gone.json", std::nullopt},
                         {"projects/new.json", sample_project("new")}});
  builder_.commit(kTrackingRef,
                  {{"projects/a.json", replaced(old, "Add user authentication", "Ask")},
                   {"projects/b.json", replaced(sample_project("b"), "alice", "bob")},
                   {"projects/new.json", replaced(sample_project("new"), "alice", "bob")},
                   {"notes-2/june.txt", "of somebody else"}});
  for (const std::string& path : same) {
    const std::string id = *builder_.resolve(base + ":" + path);
    ASSERT_TRUE(
        std::filesystem::remove(builder_.git_dir() / "objects" / id.substr(0, 2) / id.substr(2)));
  }
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_EQ(view.source(), ViewSource::kDiverged);
  EXPECT_THAT(view.names(), ElementsAre("a", "c", "new", "same", "same-2", "same-3"));
  ASSERT_OK_AND_ASSIGN(const auto merged, view.load("a"));
  EXPECT_EQ(merged.tasks[0].description.value, "Ask");
  EXPECT_EQ(merged.tasks[1].description.value, "Log");
  for (const char* const name : {"c", "new"}) {
    ASSERT_OK_AND_ASSIGN(const auto met, view.load(name));
    EXPECT_EQ(text_or_empty(met.pull_requests[0].reviewer), "bob") << name;
  }
  for (const char* const name : {"same", "same-2", "same-3"}) {
    EXPECT_THAT(view.load(name), FailsWith(ErrorCode::kCorrupt, "is missing")) << name;
  }
}

TEST_F(ViewTest, AtReadsAStateOfThePast) {
  const std::string first = builder_.commit(kRef, {{"projects/a.json", sample_project("a")}});
  builder_.commit(kRef, {{"projects/b.json", sample_project("b")}});
  const git::Repository repository = open();
  const std::string instant = builder_.git({"log", "-1", "--format=%cI", first});
  for (const std::string& at : {first, std::string("claudestep-metadata~1"), instant}) {
    auto options = view_options();
    options.at = at;
    ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, options));
    EXPECT_EQ(view.source(), ViewSource::kPinned) << at;
    EXPECT_EQ(view.commit()->hex(), first) << at;
  }
}

TEST_F(ViewTest, AtRefusesWhatIsNotThere) {
  builder_.commit(kRef, {{"projects/a.json", sample_project("a")}});
  const git::Repository repository = open();
  auto options = view_options();
  options.at = "nonsense";
  EXPECT_THAT(View::open(repository, options),
              FailsWith(ErrorCode::kNotFound, "no revision or date 'nonsense'"));
  options.at = "1999-01-01";
  EXPECT_THAT(View::open(repository, options),
              FailsWith(ErrorCode::kNotFound, "has no commit as old as '1999-01-01'"));
}

TEST_F(ViewTest, ABrokenFileDoesNotHideTheOthers) {
  builder_.commit(kRef,
                  {{"projects/a.json", sample_project("a")}, {"projects/b.json", "{\"tasks\": ["}});
  const git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const View view, View::open(repository, view_options()));
  EXPECT_THAT(view.load("a"), IsOk());
  const auto broken = view.load("b");
  ASSERT_FALSE(broken.has_value());
  EXPECT_EQ(broken.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(broken.error().place.file, "projects/b.json");
  EXPECT_EQ(broken.error().place.line, 1U);
}

TEST_F(ViewTest, ChoosesTheRefByFlagEnvironmentConfigDefault) {
  const git::Repository repository = open();
  Environment environment;
  EXPECT_THAT(choose_ref(repository, environment, std::nullopt), IsOkAndHolds(std::string(kRef)));
  builder_.git({"config", "claudestep.ref", "from-config"});
  const git::Repository configured = open();
  EXPECT_THAT(choose_ref(configured, environment, std::nullopt),
              IsOkAndHolds(std::string("refs/heads/from-config")));
  environment.set("CLAUDESTEP_REF", "refs/heads/from-env");
  EXPECT_THAT(choose_ref(configured, environment, std::nullopt),
              IsOkAndHolds(std::string("refs/heads/from-env")));
  EXPECT_THAT(choose_ref(configured, environment, "flag"),
              IsOkAndHolds(std::string("refs/heads/flag")));
  EXPECT_THAT(choose_ref(configured, environment, "a..b"),
              FailsWith(ErrorCode::kInvalidInput, "'a..b' is not a ref name"));
}

// As `git check-ref-format --branch` has it.
TEST_F(ViewTest, ChoosesNoRefThatGitTakesForSomethingElse) {
  const git::Repository repository = open();
  for (const std::string branch : {"HEAD", "@", "-x", "refs/heads/x"}) {
    const std::string full = "refs/heads/" + branch;
    EXPECT_THAT(choose_ref(repository, {}, full),
                FailsWith(ErrorCode::kInvalidInput, "'" + branch + "' is no name for a branch"));
    if (branch.starts_with("refs/")) continue;
    EXPECT_THAT(choose_ref(repository, {}, branch),
                FailsWith(ErrorCode::kInvalidInput, "'" + branch + "' is no name for a branch"));
  }
  EXPECT_THAT(choose_ref(repository, {}, "x/HEAD"), IsOkAndHolds(std::string("refs/heads/x/HEAD")));
}

}  // namespace
}  // namespace claudestep::store
