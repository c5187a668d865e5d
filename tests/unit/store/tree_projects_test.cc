#include "store/tree_projects.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Shelf;
using test::FailsWith;
using test::Files;
using test::IsOkAndHolds;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class TreeProjectsTest : public StoreTest {
 protected:
  // The tree that has these files.
  [[nodiscard]] git::ObjectId tree(const Files& files) {
    const std::string commit = builder_.commit("refs/heads/tree" + std::to_string(++trees_), files);
    return *git::ObjectId::parse(builder_.git({"rev-parse", commit + "^{tree}"}));
  }
  [[nodiscard]] git::ObjectId blob(std::string_view content) const {
    return *git::ObjectId::parse(builder_.blob(content));
  }

  Status read(const git::ObjectId& base, const git::ObjectId& ours, const git::ObjectId& theirs,
              const std::set<std::string>& names) {
    return projects_.read(repository_, {base, ours, theirs}, names);
  }

  const std::string text_ = sample_project("a");
  git::Repository repository_ = open();
  Versions versions_{repository_};
  TreeProjects projects_{versions_};
  int trees_ = 0;
};

TEST_F(TreeProjectsTest, ProjectsAreFoundOnEitherShelfOfEachSide) {
  const auto base = tree({{"projects/a.json", text_}, {"projects/b.json", "base"}});
  const auto ours = tree({{"archive/a.json", text_}, {"projects/b.json", "ours"}});
  const auto theirs = tree({{"projects/c.json", "theirs"}});
  ASSERT_OK(read(base, ours, theirs, {"a", "b", "c", "nobody"}));
  EXPECT_EQ(projects_.find(Side::kBase, "a"), (Placed{Shelf::kProjects, blob(text_)}));
  EXPECT_EQ(projects_.find(Side::kOurs, "a"), (Placed{Shelf::kArchive, blob(text_)}));
  EXPECT_EQ(projects_.find(Side::kTheirs, "a"), std::nullopt);
  EXPECT_EQ(projects_.find(Side::kBase, "b"), (Placed{Shelf::kProjects, blob("base")}));
  EXPECT_EQ(projects_.find(Side::kOurs, "b"), (Placed{Shelf::kProjects, blob("ours")}));
  EXPECT_EQ(projects_.find(Side::kTheirs, "c"), (Placed{Shelf::kProjects, blob("theirs")}));
  EXPECT_EQ(projects_.find(Side::kBase, "nobody"), std::nullopt);

  const auto files = projects_.files();
  ASSERT_THAT(files, SizeIs(3));
  EXPECT_EQ(files[0].name, "a");
  EXPECT_THAT(files[0].at, ElementsAre(Placed{Shelf::kProjects, blob(text_)},
                                       Placed{Shelf::kArchive, blob(text_)}, Eq(std::nullopt)));
  EXPECT_EQ(files[1].name, "b");
  EXPECT_EQ(files[2].name, "c");
  EXPECT_THAT(files[2].at, ElementsAre(Eq(std::nullopt), Eq(std::nullopt),
                                       Placed{Shelf::kProjects, blob("theirs")}));
}

TEST_F(TreeProjectsTest, OnlyTheNamesThatAreAskedForAreLookedFor) {
  const auto both = tree({{"projects/a.json", text_}, {"projects/b.json", text_}});
  ASSERT_OK(read(both, both, both, {"b"}));
  EXPECT_EQ(projects_.find(Side::kOurs, "a"), std::nullopt);
  EXPECT_THAT(projects_.files(), SizeIs(1));
}

TEST_F(TreeProjectsTest, OfTwoFilesOfOneNameThatInProjectsCounts) {
  const auto both = tree({{"projects/a.json", "here"}, {"archive/a.json", "there"}});
  ASSERT_OK(read(both, both, git::ObjectId(), {"a"}));
  EXPECT_EQ(projects_.find(Side::kOurs, "a"), (Placed{Shelf::kProjects, blob("here")}));
  EXPECT_EQ(projects_.find(Side::kTheirs, "a"), std::nullopt);
}

TEST_F(TreeProjectsTest, WhatIsNoFileOfAProjectIsNotFound) {
  const std::string link = builder_.blob("../elsewhere");
  const std::string folder =
      builder_.tree({{std::string(test::kModeSymlink), "a.json", link},
                     {std::string(test::kModeFolder), "b.json", builder_.tree({})},
                     {std::string(test::kModeExecutable), "c.json", builder_.blob(text_)},
                     {std::string(test::kModeFile), "d.JSON", builder_.blob(text_)}});
  const auto odd =
      *git::ObjectId::parse(builder_.tree({{std::string(test::kModeFolder), "projects", folder}}));
  ASSERT_OK(read(odd, odd, odd, {"a", "b", "c", "d"}));
  EXPECT_THAT(projects_.files(), SizeIs(1));
  EXPECT_EQ(projects_.find(Side::kBase, "c"), (Placed{Shelf::kProjects, blob(text_)}));
}

// Of many names a folder is read once, of few it is looked through for each: the same is found.
TEST_F(TreeProjectsTest, ManyNamesAreFoundAsOneByOne) {
  Files files;
  std::set<std::string> names = {"both", "nobody"};
  for (int at = 0; at < 20; ++at) {
    const std::string name = "p" + std::to_string(at);
    names.insert(name);
    if (at % 3 != 0) files["projects/" + name + ".json"] = "here " + name;
    if (at % 3 != 1) files["archive/" + name + ".json"] = "there " + name;
  }
  files["projects/p3.json/inside"] = "a folder";
  files["projects/other.json"] = "not asked for";
  const auto all = tree(files);
  ASSERT_OK_AND_ASSIGN(const auto found, versions_.find(all, names));
  EXPECT_THAT(found, SizeIs(20));
  for (const std::string& name : names) {
    ASSERT_OK_AND_ASSIGN(const auto one, versions_.find(all, name));
    const auto among = found.find(name);
    EXPECT_EQ(one, among == found.end() ? std::nullopt : std::optional(among->second)) << name;
  }
  EXPECT_EQ(found.at("p3"), (Placed{Shelf::kArchive, blob("there p3")}));

  // One name twice, which git refuses: nobody is told what neither way can know.
  std::vector<test::TreeEntry> twice;
  for (const std::string& name : names) {
    twice.push_back({std::string(test::kModeFile), name + ".json", builder_.blob("here")});
  }
  twice.push_back({std::string(test::kModeFile), "p7.json", builder_.blob("again")});
  const auto odd = *git::ObjectId::parse(builder_.tree(
      {{std::string(test::kModeFolder), "projects", builder_.tree(std::move(twice))}}));
  EXPECT_THAT(versions_.find(odd, "p7"), FailsWith(ErrorCode::kCorrupt, "has 'p7.json' twice"));
  EXPECT_THAT(versions_.find(odd, names), FailsWith(ErrorCode::kCorrupt, "has 'p7.json' twice"));
}

TEST_F(TreeProjectsTest, AShelfIsLostWhereSomethingElseIsInItsPlace) {
  const auto whole = tree({{"projects/a.json", text_}});
  const auto lost = tree({{"projects", "no folder"}, {"archive/a.json", text_}});
  ASSERT_OK(read(lost, lost, whole, {"a"}));
  EXPECT_TRUE(projects_.has_lost(Side::kOurs, Shelf::kProjects));
  EXPECT_FALSE(projects_.has_lost(Side::kOurs, Shelf::kArchive));
  // The other has no archive at all, and the base is no side.
  EXPECT_FALSE(projects_.has_lost(Side::kTheirs, Shelf::kProjects));
  EXPECT_FALSE(projects_.has_lost(Side::kTheirs, Shelf::kArchive));
  EXPECT_FALSE(projects_.has_lost(Side::kBase, Shelf::kProjects));
  EXPECT_EQ(projects_.find(Side::kOurs, "a"), (Placed{Shelf::kArchive, blob(text_)}));
}

TEST_F(TreeProjectsTest, NoTreeHasNoProjects) {
  ASSERT_OK(read({}, {}, {}, {"a"}));
  EXPECT_THAT(projects_.files(), IsEmpty());
  EXPECT_FALSE(projects_.has_lost(Side::kOurs, Shelf::kProjects));
}

TEST_F(TreeProjectsTest, AProjectSaysWhoItIs) {
  const std::string text = R"({"schema_version": "2.0", "project": "a",
    "created_at": "2026-01-02T03:04:05Z", "last_updated": "2026-01-02T03:04:05Z",
    "former_names": ["old", "older"],
    "tasks": [{"index": 1, "id": "bbbbbbbb", "description": "one", "status": "pending"},
              {"index": 2, "id": "aaaaaaaa", "description": "two", "status": "pending"}],
    "pull_requests": []})";
  const auto all = tree({{"projects/a.json", text}, {"projects/broken.json", "{"}});
  ASSERT_OK(read(all, git::ObjectId(), all, {"a", "broken"}));
  ASSERT_OK_AND_ASSIGN(const auto identity, projects_.identity(Side::kTheirs, "a"));
  ASSERT_TRUE(identity.has_value());
  EXPECT_THAT(identity->former_names, ElementsAre("old", "older"));
  EXPECT_THAT(identity->tasks, ElementsAre("aaaaaaaa", "bbbbbbbb"));
  EXPECT_EQ(identity->created_at, (Instant{1767323045, 0}));
  EXPECT_THAT(projects_.identity(Side::kOurs, "a"), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(projects_.identity(Side::kTheirs, "nobody"), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(projects_.identity(Side::kTheirs, "broken"), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(projects_.may_be_renamed(Side::kTheirs, "broken"), IsOkAndHolds(true));
}

TEST_F(TreeProjectsTest, AProjectThatIsLostIsNobody) {
  const auto all = tree({{"projects/a.json", text_}});
  const std::string lost = blob(text_).hex();
  ASSERT_TRUE(
      std::filesystem::remove(builder_.git_dir() / "objects" / lost.substr(0, 2) / lost.substr(2)));
  ASSERT_OK(read(all, all, all, {"a"}));
  EXPECT_EQ(projects_.find(Side::kOurs, "a")->blob.hex(), lost);
  EXPECT_THAT(projects_.identity(Side::kOurs, "a"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(TreeProjectsTest, ATreeThatIsLostIsAnError) {
  const auto whole = tree({{"projects/a.json", text_}});
  const auto gone = *git::ObjectId::parse(std::string(40, '7'));
  EXPECT_THAT(read(gone, whole, whole, {"a"}), FailsWith(ErrorCode::kCorrupt, gone.hex()));
  EXPECT_THAT(read(whole, gone, whole, {}), FailsWith(ErrorCode::kCorrupt, gone.hex()));
  EXPECT_THAT(read(whole, whole, gone, {}), FailsWith(ErrorCode::kCorrupt, gone.hex()));
}

}  // namespace
}  // namespace claudestep::store
