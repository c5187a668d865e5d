// Changing trees. `git ls-tree` and, where git could have made the tree itself, the id that git
// gives are the judges.
#include <fstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

using Changes = std::vector<TreeChange>;

class TreeEdit : public testing::Test {
 protected:
  ObjectId blob(std::string_view text) { return id_of(builder_.blob(text)); }

  Result<ObjectId> edit(const std::string& base, const Changes& changes) {
    auto repository = open(builder_);
    auto batch = repository->begin_objects();
    const ObjectId start = base.empty() ? ObjectId() : id_of(base);
    auto id = batch->add_tree(start, changes);
    if (!id) return id;
    if (auto status = batch->flush(); !status) return tl::unexpected(status.error());
    return id;
  }

  // The tree that git itself makes of these files.
  std::string made_by_git(const std::map<std::string, std::string>& files) {
    test::Files contents;
    for (const auto& [path, text] : files) contents[path] = text;
    const std::string ref = "refs/heads/t" + std::to_string(counter_++);
    builder_.commit(ref, contents);
    return *builder_.resolve(ref + "^{tree}");
  }

  RepositoryBuilder builder_;
  int counter_ = 0;
};

TEST_F(TreeEdit, MakesWhatGitMakes) {
  const std::string base =
      made_by_git({{"README", "r\n"}, {"projects/a.json", "a\n"}, {"projects/z.json", "z\n"}});
  struct Case {
    Changes changes;
    std::map<std::string, std::string> files;
  };
  const std::vector<Case> cases = {
      {{}, {{"README", "r\n"}, {"projects/a.json", "a\n"}, {"projects/z.json", "z\n"}}},
      {{{"projects/a.json", blob("A\n")}},
       {{"README", "r\n"}, {"projects/a.json", "A\n"}, {"projects/z.json", "z\n"}}},
      {{{"projects/m.json", blob("m\n")}, {"projects/b.json", blob("b\n")}},
       {{"README", "r\n"},
        {"projects/a.json", "a\n"},
        {"projects/b.json", "b\n"},
        {"projects/m.json", "m\n"},
        {"projects/z.json", "z\n"}}},
      {{{"projects/a.json", std::nullopt}}, {{"README", "r\n"}, {"projects/z.json", "z\n"}}},
      {{{"projects/a.json", std::nullopt}, {"projects/z.json", std::nullopt}}, {{"README", "r\n"}}},
      {{{"projects/none.json", std::nullopt}, {"none/none", std::nullopt}},
       {{"README", "r\n"}, {"projects/a.json", "a\n"}, {"projects/z.json", "z\n"}}},
      {{{"archive/deep/x", blob("x\n")},
        {"projects.json", blob("p\n")},
        {"projects-x", blob("q\n")}},
       {{"README", "r\n"},
        {"archive/deep/x", "x\n"},
        {"projects.json", "p\n"},
        {"projects-x", "q\n"},
        {"projects/a.json", "a\n"},
        {"projects/z.json", "z\n"}}},
      // A file becomes a folder, a folder a file.
      {{{"README", std::nullopt}, {"README/x", blob("x\n")}},
       {{"README/x", "x\n"}, {"projects/a.json", "a\n"}, {"projects/z.json", "z\n"}}},
      // The last word about a path counts.
      {{{"projects/a.json", blob("1\n")}, {"projects/a.json", blob("2\n")}},
       {{"README", "r\n"}, {"projects/a.json", "2\n"}, {"projects/z.json", "z\n"}}},
  };
  for (const Case& one : cases) {
    ASSERT_OK_AND_ASSIGN(const auto id, edit(base, one.changes));
    EXPECT_EQ(id.hex(), made_by_git(one.files)) << listing(builder_, id);
  }
}

TEST_F(TreeEdit, StartsFromNothingAndEndsWithNothing) {
  ASSERT_OK_AND_ASSIGN(const auto id, edit("", {{"projects/a.json", blob("a\n")}}));
  EXPECT_EQ(id.hex(), made_by_git({{"projects/a.json", "a\n"}}));
  ASSERT_OK_AND_ASSIGN(const auto empty, edit(id.hex(), {{"projects/a.json", std::nullopt}}));
  EXPECT_EQ(empty.hex(), "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  ASSERT_OK_AND_ASSIGN(const auto nothing, edit("", {}));
  EXPECT_EQ(nothing, empty);
  EXPECT_EQ(builder_.git({"cat-file", "-t", empty.hex()}), "tree");
}

TEST_F(TreeEdit, LeavesForeignEntriesAsTheyAre) {
  const std::string x = builder_.blob("x");
  const std::string module(40, '2');
  const std::string folder = builder_.tree({{"100664", "odd", x}, {"100600", "odder", x}});
  const std::string base = builder_.tree({{"100664", "odd", x},
                                          {"100755", "run", x},
                                          {"120000", "link", x},
                                          {"160000", "module", module},
                                          {"040000", "padded", folder},
                                          {"40000", "dir", folder},
                                          {"100644", "new\nline", x}});
  ASSERT_OK_AND_ASSIGN(const auto id, edit(base, {{"middle", blob("m")}, {"dir/new", blob("n")}}));
  const std::string before = builder_.git({"cat-file", "tree", base});
  std::string after = builder_.git({"cat-file", "tree", id.hex()});
  // Taking out what was added leaves the old bytes but for the id of the folder that changed.
  ASSERT_OK_AND_ASSIGN(const auto back,
                       edit(id.hex(), {{"middle", std::nullopt}, {"dir/new", std::nullopt}}));
  EXPECT_EQ(back.hex(), base);
  EXPECT_THAT(after, testing::HasSubstr("100664 odd"));
  EXPECT_THAT(after, testing::HasSubstr("040000 padded"));
  EXPECT_THAT(builder_.git({"cat-file", "tree", id.hex() + ":dir"}),
              testing::HasSubstr("100600 odder"));
}

TEST_F(TreeEdit, WritesTheModeItIsGiven) {
  const std::string x = builder_.blob("x");
  const std::string base = builder_.tree({{"100664", "odd", x}});
  ASSERT_OK_AND_ASSIGN(const auto kept,
                       edit(base, {{"odd", blob("y"), static_cast<FileMode>(0100664)}}));
  EXPECT_THAT(builder_.git({"cat-file", "tree", kept.hex()}), testing::StartsWith("100664 odd"));
  ASSERT_OK_AND_ASSIGN(const auto made, edit(base, {{"odd", id_of(x), FileMode::kExecutable}}));
  EXPECT_EQ(listing(builder_, made), "100755 blob " + x + "\todd");
}

TEST_F(TreeEdit, RefusesWhatIsNoFolderOrIsOne) {
  const std::string base = made_by_git({{"projects", "file\n"}, {"dir/x", "x\n"}});
  const ObjectId b = blob("b");
  EXPECT_THAT(edit(base, {{"projects/a.json", b}}),
              FailsWith(ErrorCode::kConflict, "'projects' is not a folder"));
  EXPECT_THAT(edit(base, {{"dir/x/y", b}}),
              FailsWith(ErrorCode::kConflict, "'dir/x' is not a folder"));
  EXPECT_THAT(edit(base, {{"dir", b}}), FailsWith(ErrorCode::kConflict, "'dir' is a folder"));
  EXPECT_THAT(edit(base, {{"dir", std::nullopt}}),
              FailsWith(ErrorCode::kConflict, "'dir' is a folder"));
  EXPECT_THAT(edit(base, {{"new", b}, {"new/x", b}}),
              FailsWith(ErrorCode::kConflict, "'new' is not a folder"));
}

TEST_F(TreeEdit, RefusesPathsThatNoTreeMayHold) {
  const ObjectId b = blob("b");
  for (const std::string& path :
       {std::string(), std::string("/a"), std::string("a/"), std::string("a//b"), std::string("."),
        std::string("a/../b"), std::string(".git/x"), std::string("a/.GIT"),
        std::string("a\0b", 3)}) {
    EXPECT_THAT(edit("", {{path, b}}),
                FailsWith(ErrorCode::kInvalidInput, "cannot be a path in a tree"));
  }
}

// Which of two trees that are merged has such an entry must not matter.
TEST_F(TreeEdit, TakesOverSuchAnEntryOfAnotherTree) {
  const ObjectId b = blob("b");
  const std::string base = builder_.tree({{std::string(test::kModeFile), "a", b.hex()}});
  for (const std::string name : {".git", "..", ".", ".GIT"}) {
    TreeChange put{name, b, FileMode::kFile, true};
    ASSERT_OK_AND_ASSIGN(const ObjectId with, edit(base, {put}));
    put.blob.reset();
    EXPECT_THAT(edit(with.hex(), {put}), IsOkAndHolds(id_of(base))) << name;
  }
}

// Trees that no git would make, but that may lie in a repository.
TEST_F(TreeEdit, KeepsDoubleEntriesAndSortsThem) {
  const std::string x = builder_.blob("x");
  const std::string y = builder_.blob("y");
  const auto raw = [&](const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string bytes;
    for (const auto& [name, id] : entries) {
      bytes += "100644 " + name + '\0';
      const ObjectId parsed = id_of(id);
      bytes.append(parsed.bytes.begin(), parsed.bytes.end());
    }
    return builder_.git({"hash-object", "-w", "-t", "tree", "--literally", "--stdin"}, bytes);
  };
  const std::string base = raw({{"z", x}, {"a", x}, {"a", y}, {"m", x}});
  ASSERT_OK_AND_ASSIGN(const auto added, edit(base, {{"n", id_of(y)}}));
  EXPECT_EQ(added.hex(), raw({{"a", x}, {"a", y}, {"m", x}, {"n", y}, {"z", x}}));
  ASSERT_OK_AND_ASSIGN(const auto replaced, edit(base, {{"a", blob("new")}}));
  EXPECT_EQ(replaced.hex(), raw({{"a", builder_.blob("new")}, {"a", y}, {"m", x}, {"z", x}}));
  ASSERT_OK_AND_ASSIGN(const auto removed, edit(base, {{"a", std::nullopt}}));
  EXPECT_EQ(removed.hex(), raw({{"m", x}, {"z", x}}));
  // What is not written is left as it is.
  ASSERT_OK_AND_ASSIGN(const auto same, edit(base, {{"m", id_of(x)}}));
  EXPECT_EQ(same.hex(), base);
}

TEST_F(TreeEdit, SurvivesAThousandRandomChanges) {
  std::map<std::string, std::string> files;
  std::string tree;
  std::uint32_t random = 12345;
  const auto next = [&](std::uint32_t bound) {
    random = random * 1664525U + 1013904223U;
    return (random >> 8U) % bound;
  };
  const std::vector<std::string> names = {"a", "a.b", "a-", "a0", "b", "ab"};
  for (int round = 0; round < 25; ++round) {
    Changes changes;
    std::map<std::string, bool> named;
    for (int i = 0; i < 8; ++i) {
      // Folders end in "d", so that no file is ever in the way of one.
      std::string path = names[next(6)] + (next(2) == 0 ? "" : "d/" + names[next(6)]);
      if (!named.emplace(path, true).second) continue;
      if (next(3) == 0) {
        changes.push_back({path, std::nullopt});
        files.erase(path);
      } else {
        const std::string text = std::to_string(next(1000)) + "\n";
        changes.push_back({path, blob(text)});
        files[path] = text;
      }
    }
    ASSERT_OK_AND_ASSIGN(const auto id, edit(tree, changes));
    tree = id.hex();
    ASSERT_EQ(tree, made_by_git(files)) << "round " << round;
  }
}

}  // namespace
}  // namespace claudestep::git
