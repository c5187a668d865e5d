// Writing objects; git reads and checks them.
#include "git/byte_room.h"
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

fs::path index_of(fs::path pack) {
  return pack.replace_extension(".idx");
}

std::size_t packs_in(const RepositoryBuilder& builder) {
  std::size_t count = 0;
  for (const std::string& name : files_below(builder.git_dir() / "objects")) {
    count += name.ends_with(".pack") ? 1U : 0U;
  }
  return count;
}

// A commit of `count` new files on top of nothing.
Result<ObjectId> write_commit(Repository& repository, int count) {
  CS_ASSIGN(auto batch, repository.begin_objects());
  std::vector<TreeChange> changes;
  for (int i = 0; i < count; ++i) {
    std::string text = "file " + std::to_string(i) + "\n";
    for (int line = 0; line < i * 7; ++line) text += "line " + std::to_string(line * i) + "\n";
    CS_ASSIGN(const auto blob, batch.add_blob(text));
    changes.push_back({"projects/" + std::to_string(i) + ".json", blob});
  }
  CS_ASSIGN(const auto tree, batch.add_tree({}, changes));
  CS_ASSIGN(const auto commit,
            batch.add_commit(NewCommit{tree, {}, someone(), someone(), "many files\n"}));
  CS_TRY(batch.flush());
  return commit;
}

TEST(ObjectBatch, WritesNothingBeforeFlush) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  {
    ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
    ASSERT_OK(batch.add_blob("never written\n"));
    ASSERT_OK(batch.add_tree({}, {}));
  }
  EXPECT_THAT(files_below(builder.path() / "objects"), testing::IsEmpty());
}

TEST(ObjectBatch, WritesFewObjectsLoose) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto commit, write_commit(repository, 10));
  EXPECT_EQ(packs_in(builder), 0U);
  EXPECT_EQ(files_below(builder.path() / "objects").size(), 13U);
  builder.set_ref("refs/heads/main", commit.hex());
  EXPECT_EQ(builder.fsck(), "");
  EXPECT_EQ(builder.read("main", "projects/0.json"), "file 0\n");
}

TEST(ObjectBatch, WritesManyObjectsAsOnePack) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto commit, write_commit(repository, 300));
  EXPECT_EQ(packs_in(builder), 1U);
  EXPECT_EQ(files_below(builder.path() / "objects").size(), 2U);
  EXPECT_THAT(repository.find_ref("refs/heads/main"), IsOkAndHolds(std::nullopt));
  ASSERT_THAT(repository.compare_and_swap("refs/heads/main", std::nullopt, commit, someone(), "x"),
              IsOkAndHolds(SwapOutcome::kDone));
  EXPECT_EQ(builder.fsck(), "");
  for (const std::string& name : files_below(builder.path() / "objects")) {
    if (name.ends_with(".idx")) builder.git({"verify-pack", "objects/" + name});
  }
  EXPECT_THAT(builder.read("main", "projects/299.json").value_or(""),
              testing::StartsWith("file 299\nline 0\n"));
  // The same again, by another road: git packs the same objects and finds nothing amiss.
  builder.pack();
  EXPECT_EQ(builder.fsck(), "");
}

// git computes pack and index anew from the pack alone; both must be what we wrote.
TEST(ObjectBatch, WritesTheIndexThatGitWouldWrite) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK(write_commit(repository, 300));
  fs::path pack;
  for (const auto& entry : fs::directory_iterator(builder.path() / "objects/pack")) {
    if (entry.path().extension() == ".pack") pack = entry.path();
  }
  const fs::path copy = builder.beside("copy.pack");
  fs::copy_file(pack, copy);
  const std::string checksum =
      builder.git({"index-pack", "--strict", "--no-rev-index", copy.string()});
  EXPECT_EQ(pack.filename().string(), "pack-" + checksum + ".pack");
  EXPECT_EQ(test::read_file(index_of(copy)), test::read_file(index_of(pack)));
}

TEST(ObjectBatch, LeavesWhatIsThereAlone) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("there\n");
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  const fs::path file = builder.path() / "objects" / blob.substr(0, 2) / blob.substr(2);
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24 * 30);
  fs::last_write_time(file, long_ago);
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto id, batch.add_blob("there\n"));
  EXPECT_EQ(id.hex(), blob);
  ASSERT_OK(batch.flush());
  EXPECT_EQ(files_below(builder.path() / "objects").size(), 1U);
  // It is young again: a prune with git's grace period spares it.
  EXPECT_GT(fs::last_write_time(file), long_ago + std::chrono::hours(1));
}

// What a thread made lies in a room of its own, which goes where the objects go.
TEST(ObjectBatch, KeepsRoomsAsLongAsTheirObjects) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  const auto add = [&](const std::string& bytes) {
    const auto room = std::make_shared<ByteRoom>();
    const std::string_view kept = room->keep(bytes);
    const ObjectId id = hash_object("blob", bytes);
    batch.keep(room);
    batch.keep(room);
    batch.add_blob(id, kept);
    batch.add_blob(id, kept);
    EXPECT_EQ(batch.find_blob(id), bytes);
    return id;
  };
  const ObjectId held = add("held\n");
  EXPECT_THAT(batch.hold(), testing::ElementsAre(held));
  EXPECT_EQ(batch.find_blob(held), std::nullopt);
  const ObjectId written = add("written\n");
  ASSERT_OK(batch.flush());
  EXPECT_THAT(repository.read_blob(held), IsOkAndHolds(std::string("held\n")));
  EXPECT_EQ(builder.git({"cat-file", "blob", written.hex()}), "written");
  EXPECT_EQ(files_below(builder.path() / "objects").size(), 1U);
}

// What stands in an object's place and is not it, is written over.
TEST(ObjectBatch, HealsAFileThatIsCutShort) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("there\n");
  const fs::path file = builder.path() / "objects" / blob.substr(0, 2) / blob.substr(2);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  fs::resize_file(file, 0);
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK(batch.add_blob("there\n"));
  ASSERT_OK(batch.flush());
  EXPECT_EQ(builder.git({"cat-file", "blob", blob}), "there");
}

TEST(ObjectBatch, BuildsOnItsOwnTrees) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto blob, batch.add_blob("x\n"));
  ASSERT_OK_AND_ASSIGN(const auto first, batch.add_tree({}, {{"d/a", blob}}));
  ASSERT_OK_AND_ASSIGN(const auto second, batch.add_tree(first, {{"d/b", blob}}));
  ASSERT_OK(batch.flush());
  EXPECT_EQ(listing(builder, second),
            "100644 blob " + blob.hex() + "\td/a\n100644 blob " + blob.hex() + "\td/b");
}

TEST(ObjectBatch, WritesTheCommitThatGitWouldWrite) {
  RepositoryBuilder builder;
  const std::string parent = builder.commit("refs/heads/main", {{"f", "1\n"}});
  const std::string tree = *builder.resolve("main^{tree}");
  Environment environment = builder.environment();
  for (const std::string role : {"AUTHOR", "COMMITTER"}) {
    environment.set("GIT_" + role + "_NAME", " ,Ünï <C> \"Code\" \n\\;");
    environment.set("GIT_" + role + "_EMAIL", "<a@b.c>");
    environment.set("GIT_" + role + "_DATE", "1700000000 -0330");
  }
  auto git =
      test::run_process({"git", "commit-tree", "-p", parent, tree},
                        test::ProcessOptions{builder.path(), environment, "subject\n\nbody\n"});
  ASSERT_OK_AND_ASSIGN(auto repository, open_at(builder.path(), environment));
  ASSERT_OK_AND_ASSIGN(const auto author,
                       repository.signature(Repository::Role::kAuthor, Instant{}));
  ASSERT_TRUE(author);
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto commit,
                       batch.add_commit(NewCommit{
                           id_of(tree), {id_of(parent)}, *author, *author, "subject\n\nbody\n"}));
  EXPECT_EQ(commit.hex() + "\n", git.out) << git.err;
}

TEST(ObjectBatch, CleansNamesAndRefusesANulInTheMessage) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto tree, batch.add_tree({}, {}));
  Signature wild{"Eve\n<x>", "e\n>v@e", Instant{-5, 0}, -90};
  ASSERT_OK_AND_ASSIGN(const auto commit, batch.add_commit(NewCommit{tree, {}, wild, wild, "m"}));
  ASSERT_OK(batch.flush());
  EXPECT_EQ(
      builder.git({"cat-file", "commit", commit.hex()}),
      "tree " + tree.hex() + "\nauthor Evex <ev@e> 0 -0130\ncommitter Evex <ev@e> 0 -0130\n\nm");
  EXPECT_THAT(batch.add_commit(NewCommit{tree, {}, wild, wild, std::string("a\0b", 3)}),
              FailsWith(ErrorCode::kInvalidInput, "a commit message cannot hold a NUL"));
}

TEST(ObjectBatch, SaysThatTheFolderCannotBeWritten) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  fs::rename(builder.path() / "objects", builder.path() / "gone");
  std::vector<int> sizes = {1, 300};
  for (const int size : sizes)
    EXPECT_THAT(write_commit(repository, size), FailsWith(ErrorCode::kIo, "cannot "));
}

}  // namespace
}  // namespace claudestep::git
