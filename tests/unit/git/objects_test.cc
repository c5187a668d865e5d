// Reading objects that real git has written, and some that it would not.
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <sstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

TEST(ReadBlob, ReadsLooseAndPackedOnesByteForByte) {
  RepositoryBuilder builder;
  const std::string bytes = std::string("a\0b\r\n\xff", 6) + std::string(100'000, 'x');
  const std::string id = builder.blob(bytes);
  const std::string empty = builder.blob("");
  builder.commit("refs/heads/main", {{"f", bytes}, {"e", ""}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.read_blob(id_of(id)), IsOkAndHolds(bytes));
  EXPECT_THAT(repository.read_blob(id_of(empty)), IsOkAndHolds(std::string()));
  builder.pack();
  ASSERT_OK_AND_ASSIGN(const auto again, open(builder));
  EXPECT_THAT(again.read_blob(id_of(id)), IsOkAndHolds(bytes));
}

// Versions of one file, each made of another in the pack, beside a loose one, one that is held and
// one asked for twice.
TEST(VisitBlobs, GivesThemInTheOrderAskedFor) {
  RepositoryBuilder builder;
  std::string text;
  for (int line = 0; line < 500; ++line) text += std::to_string(line * line) + "\n";
  std::vector<std::string> contents;
  for (int version = 0; version < 6; ++version) {
    contents.push_back(text.insert(static_cast<std::size_t>(version) * 90, "new\n"));
    builder.commit("refs/heads/main", {{"f", text}});
  }
  builder.pack();
  contents.emplace_back("loose\n");
  builder.blob("loose\n");
  contents.emplace_back("held\n");
  contents.push_back(contents[2]);
  std::vector<ObjectId> ids;
  ids.reserve(contents.size());
  for (const std::string& bytes : contents) ids.push_back(hash_object("blob", bytes));
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_THAT(batch.add_blob("held\n"), IsOk());
  ASSERT_EQ(batch.hold().size(), 1U);
  const auto visit = [&](std::span<const ObjectId> wanted) {
    std::vector<std::string> seen;
    const Status visited = repository.visit_blobs(
        wanted,
        [&](std::span<const std::string_view> all) { seen.assign(all.begin(), all.end()); });
    EXPECT_THAT(visited, IsOk());
    return seen;
  };
  EXPECT_EQ(visit(ids), contents);
  EXPECT_EQ(visit(ids), contents);  // some are kept now
  std::reverse(ids.begin(), ids.end());
  std::reverse(contents.begin(), contents.end());
  EXPECT_EQ(visit(ids), contents);
  EXPECT_TRUE(visit({}).empty());
  ids.insert(ids.begin() + 3, id_of(std::string(40, '1')));
  EXPECT_THAT(repository.visit_blobs(ids, [](auto) { FAIL() << "one is missing"; }),
              FailsWith(ErrorCode::kCorrupt, "is missing"));
}

TEST(ReadBlob, SaysWhatIsWrong) {
  RepositoryBuilder builder;
  const std::string commit = builder.commit("refs/heads/main", {{"f", "1\n"}});
  const std::string blob = builder.blob("broken\n");
  const fs::path file = builder.path() / "objects" / blob.substr(0, 2) / blob.substr(2);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  fs::resize_file(file, 4);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::string absent(40, '1');
  EXPECT_THAT(repository.read_blob(id_of(absent)),
              FailsWith(ErrorCode::kCorrupt, "the blob " + absent + " is missing"));
  EXPECT_THAT(repository.read_blob(id_of(commit)),
              FailsWith(ErrorCode::kCorrupt, "the object " + commit + " is a commit, not a blob"));
  EXPECT_THAT(repository.read_tree(id_of(commit)),
              FailsWith(ErrorCode::kCorrupt, "the object " + commit + " is a commit, not a tree"));
  EXPECT_THAT(repository.read_blob(id_of(blob)),
              FailsWith(ErrorCode::kCorrupt, "cannot read the blob " + blob));
}

// Power failures leave files cut short; libgit2's own reader never returns from one.
TEST(ReadBlob, EndsAtAFileThatIsCutShort) {
  RepositoryBuilder builder;
  const std::string text = "some text that is long enough to be cut in many places\n";
  const std::string id = builder.blob(text);
  const fs::path file = builder.path() / "objects" / id.substr(0, 2) / id.substr(2);
  const std::string whole = test::read_file(file);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  for (std::size_t size = 0; size <= whole.size() + 1; ++size) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << (whole + "x").substr(0, size);
    ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
    const auto read = repository.read_blob(id_of(id));
    if (size == whole.size()) {
      EXPECT_THAT(read, IsOkAndHolds(text));
    } else {
      EXPECT_THAT(read, FailsWith(ErrorCode::kCorrupt, "cannot read the blob " + id)) << size;
      EXPECT_THAT(read.error().causes,
                  ElementsAre("the file of the object " + id + " is damaged or cut short"));
    }
  }
}

TEST(ReadBlob, EndsAtAHeaderThatLies) {
  RepositoryBuilder builder;
  const std::string id = builder.blob("x");
  const fs::path file = builder.path() / "objects" / id.substr(0, 2) / id.substr(2);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  const std::string packer =
      "import sys,zlib;sys.stdout.buffer.write(zlib.compress(eval(sys.argv[1])))";
  for (const std::string header :
       {"b'blob 5\\0x'", "b'blob 0\\0x'", "b'blob 99999999999\\0x'", "b'blob'", "b'blob 1'",
        "b'blob -1\\0x'", "b'thing 1\\0x'", "b''", "b'blob ' + b'0' * 99 + b'1\\0x'"}) {
    const auto made = test::run_process({"python3", "-c", packer, header},
                                        test::ProcessOptions{{}, builder.environment(), ""});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    std::ofstream(file, std::ios::binary | std::ios::trunc) << made.out;
    ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
    EXPECT_THAT(repository.read_blob(id_of(id)),
                FailsWith(ErrorCode::kCorrupt, "cannot read the blob " + id))
        << header;
  }
}

TEST(ReadBlob, BorrowsFromOtherRepositories) {
  RepositoryBuilder lender;
  const std::string loose = lender.blob("loose\n");
  lender.commit("refs/heads/main", {{"f", "packed\n"}});
  const std::string packed = *lender.resolve("refs/heads/main:f");
  RepositoryBuilder between;
  RepositoryBuilder borrower;
  const auto borrow = [](const RepositoryBuilder& from, const RepositoryBuilder& by) {
    std::ofstream(by.path() / "objects/info/alternates")
        << "# a comment\n\n/nowhere\n"
        << (from.path() / "objects").string() << "\n"
        << (by.path() / "objects").string() << "\n";
  };
  borrow(lender, between);
  borrow(between, borrower);
  ASSERT_OK_AND_ASSIGN(auto repository, open(borrower));
  EXPECT_THAT(repository.read_blob(id_of(loose)), IsOkAndHolds(std::string("loose\n")));
  EXPECT_THAT(repository.read_blob(id_of(packed)), IsOkAndHolds(std::string("packed\n")));
  EXPECT_THAT(repository.resolve_commit(lender.resolve("refs/heads/main")->substr(0, 12)),
              IsOkAndHolds(id_of(*lender.resolve("refs/heads/main"))));
  // New objects are our own.
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto ours, batch.add_blob("ours\n"));
  ASSERT_OK(batch.flush());
  ASSERT_OK_AND_ASSIGN(const auto other, open(lender));
  EXPECT_FALSE(other.has_object(ours));
}

TEST(ReadBlob, NamesWhatAPartialCloneLacks) {
  RepositoryBuilder builder;
  builder.git({"config", "uploadpack.allowFilter", "true"});
  builder.commit("refs/heads/main", {{"f", "wanted\n"}});
  const std::string blob = *builder.resolve("refs/heads/main:f");
  const fs::path clone = builder.beside("partial");
  builder.git({"clone", "--quiet", "--bare", "--filter=blob:none",
               "file://" + builder.path().string(), clone.string()});
  const Environment environment = builder.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(clone, environment));
  const auto result = repository.read_blob(id_of(blob));
  EXPECT_THAT(result, FailsWith(ErrorCode::kUnsupported,
                                "the blob " + blob + " is missing from this partial clone"));
  EXPECT_THAT(result.error().hints, ElementsAre("'git cat-file -e " + blob + "' fetches it"));
  // What the hint says, works, also for a handle that has looked before.
  builder.git({"-C", clone.string(), "cat-file", "-e", blob});
  EXPECT_THAT(repository.read_blob(id_of(blob)), IsOkAndHolds(std::string("wanted\n")));
}

TEST(ReadBlob, SurvivesARepackThatTakesPacksAway) {
  RepositoryBuilder builder;
  std::vector<std::string> blobs;
  for (int i = 0; i < 6; ++i) {
    builder.commit("refs/heads/main", {{"f" + std::to_string(i), std::to_string(i) + "\n"}});
    builder.git({"repack", "-d", "-q"});
    blobs.push_back(*builder.resolve("refs/heads/main:f" + std::to_string(i)));
  }
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.read_blob(id_of(blobs[0])), IsOkAndHolds(std::string("0\n")));
  builder.git({"repack", "-a", "-d", "-q"});
  for (std::size_t i = 0; i < blobs.size(); ++i) {
    EXPECT_THAT(repository.read_blob(id_of(blobs[i])), IsOkAndHolds(std::to_string(i) + "\n"));
  }
}

TEST(ReadTree, KeepsNamesModesAndOrder) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("x");
  const std::string folder = builder.tree({{"100644", "inner", blob}});
  const std::string tree = builder.tree({{"100644", "plain", blob},
                                         {"100755", "run", blob},
                                         {"100664", "odd", blob},
                                         {"120000", "link", blob},
                                         {"160000", "module", std::string(40, '2')},
                                         {"40000", "dir", folder},
                                         {"100644", "new\nline", blob},
                                         {"100644", "dir.json", blob}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto read, repository.read_tree(id_of(tree)));
  EXPECT_EQ(read.id, id_of(tree));
  std::vector<std::string> seen;
  for (const TreeEntry& entry : read.entries) {
    std::ostringstream line;
    line << entry.name << " " << std::oct << static_cast<std::uint32_t>(entry.mode) << " "
         << entry.raw_mode;
    seen.push_back(line.str());
  }
  EXPECT_THAT(seen, ElementsAre("dir.json 100644 100644", "dir 40000 40000", "link 120000 120000",
                                "module 160000 160000", "new\nline 100644 100644",
                                "odd 100644 100664", "plain 100644 100644", "run 100755 100755"));
  EXPECT_EQ(read.entries[1].id, id_of(folder));
}

TEST(ReadTree, RefusesBytesThatAreNoTree) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string& bytes : {std::string("junk"), std::string("100644 a\0short", 14),
                                   std::string("100644 \0", 8) + std::string(20, 'x'),
                                   std::string("100644a\0", 8) + std::string(20, 'x')}) {
    const std::string id =
        builder.git({"hash-object", "-w", "-t", "tree", "--literally", "--stdin"}, bytes);
    EXPECT_THAT(repository.read_tree(id_of(id)),
                FailsWith(ErrorCode::kCorrupt, "the tree " + id + " is malformed"));
    EXPECT_THAT(repository.find_entry(id_of(id), "b"),
                FailsWith(ErrorCode::kCorrupt, "the tree " + id + " is malformed"));
    EXPECT_THAT(repository.find_entries(id_of(id), {"a", "b"}),
                FailsWith(ErrorCode::kCorrupt, "the tree " + id + " is malformed"));
  }
}

TEST(FindEntry, FindsByExactName) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("x");
  const std::string tree = builder.tree({{"100644", "a", blob}, {"100755", "ab", blob}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto found, repository.find_entry(id_of(tree), "ab"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->mode, FileMode::kExecutable);
  EXPECT_EQ(found->id, id_of(blob));
  EXPECT_THAT(repository.find_entry(id_of(tree), "abc"), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(repository.find_entry(id_of(tree), "A"), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(repository.find_entries(id_of(tree), {"A", "ab"}),
              IsOkAndHolds(ElementsAre(std::nullopt, found)));
}

TEST(ReadCommit, ReadsWhatGitWrote) {
  RepositoryBuilder builder;
  const std::string first = builder.commit("refs/heads/main", {{"f", "1\n"}}, "one\n\ntwo");
  const std::string tree = *builder.resolve(first + "^{tree}");
  const std::string second = builder.commit_tree(tree, {first}, "second");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto commit, repository.read_commit(id_of(first)));
  EXPECT_EQ(commit.id, id_of(first));
  EXPECT_EQ(commit.tree, id_of(tree));
  EXPECT_THAT(commit.parents, testing::IsEmpty());
  EXPECT_EQ(commit.author.name, "A U Thor");
  EXPECT_EQ(commit.author.email, "author@example.com");
  EXPECT_EQ(commit.committer.name, "C O Mitter");
  EXPECT_EQ(std::to_string(commit.committer.when.seconds),
            builder.git({"log", "-1", "--format=%ct", first}));
  EXPECT_EQ(commit.message, "one\n\ntwo\n");
  ASSERT_OK_AND_ASSIGN(const auto next, repository.read_commit(id_of(second)));
  EXPECT_THAT(next.parents, ElementsAre(id_of(first)));
}

TEST(ReadCommit, ToleratesWhatGitTolerates) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const auto commit_of = [&](const std::string& rest) {
    return id_of(builder.git({"hash-object", "-w", "-t", "commit", "--literally", "--stdin"},
                             "tree " + tree + "\n" + rest));
  };
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto signed_one,
                       repository.read_commit(commit_of(
                           "author A <a> 1700000000 -0530\ncommitter C > <c> 1700000001 +0200\n"
                           "encoding ISO-8859-1\ngpgsig -----BEGIN\n \n x\n -----END\n\nmessage")));
  EXPECT_EQ(signed_one.author.offset_minutes, -330);
  EXPECT_EQ(signed_one.committer.name, "C >");
  EXPECT_EQ(signed_one.committer.when.seconds, 1'700'000'001);
  EXPECT_EQ(signed_one.message, "message");
  ASSERT_OK_AND_ASSIGN(const auto broken, repository.read_commit(commit_of("author nobody\n\nm")));
  EXPECT_EQ(broken.author.name, "nobody");
  EXPECT_EQ(broken.committer.name, "");
  EXPECT_EQ(broken.author.when.seconds, 0);
  ASSERT_OK_AND_ASSIGN(const auto bare,
                       repository.read_commit(commit_of("author A <a> 1 +0000\n")));
  EXPECT_EQ(bare.message, "");
}

TEST(ReadCommit, RefusesOneWithoutATree) {
  RepositoryBuilder builder;
  const std::string id =
      builder.git({"hash-object", "-w", "-t", "commit", "--literally", "--stdin"}, "junk\n");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.read_commit(id_of(id)),
              FailsWith(ErrorCode::kCorrupt, "cannot read the commit " + id));
}

TEST(HasObject, KnowsWhatIsThereNow) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::string blob = builder.blob("x");
  EXPECT_TRUE(repository.has_object(id_of(blob)));
  EXPECT_FALSE(repository.has_object(id_of(std::string(40, '1'))));
  EXPECT_TRUE(repository.has_object(id_of("4b825dc642cb6eb9a060e54bf8d69288fbee4904")));
  builder.commit("refs/heads/main", {{"f", "1\n"}});
  builder.pack();
  EXPECT_TRUE(repository.has_object(id_of(*builder.resolve("refs/heads/main:f"))));
}

// What was read before and is pruned since is not there any more.
TEST(HasObject, SeesAPrune) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const std::string commit = builder.commit_tree(tree, {});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK(repository.read_commit(id_of(commit)));
  builder.git({"prune", "--expire=now"});
  EXPECT_FALSE(repository.has_object(id_of(commit)));
}

// The objects of a push that a pre-receive hook looks at lie apart from the repository's own.
TEST(Quarantine, ObjectsOfBothPlacesAreSeen) {
  RepositoryBuilder builder;
  const std::string own = builder.blob("own\n");
  const fs::path quarantine = builder.beside("quarantine");
  fs::create_directories(quarantine);
  Environment environment = builder.environment();
  environment.set("GIT_OBJECT_DIRECTORY", quarantine.string());
  environment.set("GIT_ALTERNATE_OBJECT_DIRECTORIES",
                  "\"" + (builder.path() / "objects").string() + "\":/nowhere");
  const auto written =
      test::run_process({"git", "hash-object", "-w", "--stdin"},
                        test::ProcessOptions{builder.path(), environment, "new\n"});
  const std::string fresh = written.out.substr(0, 40);
  ASSERT_OK_AND_ASSIGN(auto repository, open_at(builder.path(), environment));
  EXPECT_THAT(repository.read_blob(id_of(own)), IsOkAndHolds(std::string("own\n")));
  EXPECT_THAT(repository.read_blob(id_of(fresh)), IsOkAndHolds(std::string("new\n")));
  ASSERT_OK_AND_ASSIGN(const auto without, open(builder));
  EXPECT_FALSE(without.has_object(id_of(fresh)));
  // What we write goes into quarantine as well.
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  ASSERT_OK_AND_ASSIGN(const auto ours, batch.add_blob("ours\n"));
  ASSERT_OK(batch.flush());
  EXPECT_TRUE(repository.has_object(ours));
  EXPECT_FALSE(without.has_object(ours));
}

TEST(HashObject, IsGitsName) {
  RepositoryBuilder builder;
  EXPECT_EQ(hash_object("blob", "hello\n").hex(), builder.blob("hello\n"));
  EXPECT_EQ(hash_object("tree", "").hex(), "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
}

TEST(VerifyOnRead, TellsAForgedObject) {
  RepositoryBuilder builder;
  const std::string one = builder.blob("one\n");
  const std::string two = builder.blob("two\n");
  const auto file = [&](const std::string& id) {
    return builder.path() / "objects" / id.substr(0, 2) / id.substr(2);
  };
  fs::remove(file(one));
  fs::copy_file(file(two), file(one));
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.read_blob(id_of(one)), IsOkAndHolds(std::string("two\n")));
  Repository::verify_on_read(true);
  const auto verified = repository.read_blob(id_of(one));
  Repository::verify_on_read(false);
  EXPECT_THAT(verified, FailsWith(ErrorCode::kCorrupt, "cannot read the blob " + one));
}

TEST(Objects, TheFileOfADamagedOneIsNamed) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  const auto file = builder.git_dir() / "objects" / tip.substr(0, 2) / tip.substr(2);
  const auto damaged = [&](const std::string& id) {
    const auto repository = open(builder);
    return repository->damaged_file(id_of(id)).value_or("none");
  };
  EXPECT_EQ(damaged(tip), "none");
  EXPECT_EQ(damaged(std::string(40, '1')), "none");
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  for (const unsigned size : {20U, 0U}) {
    std::filesystem::resize_file(file, size);
    EXPECT_EQ(damaged(tip), file.string()) << size;
  }
}

TEST(Objects, AFileThatHoldsAnotherOneIsDamaged) {
  namespace fs = std::filesystem;
  RepositoryBuilder builder;
  const std::string one = builder.blob("one\n");
  const std::string two = builder.blob("two\n");
  const auto file = [&](const std::string& id) {
    return builder.git_dir() / "objects" / id.substr(0, 2) / id.substr(2);
  };
  fs::remove(file(one));
  fs::copy_file(file(two), file(one));
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_EQ(repository.damaged_file(id_of(one)), file(one).string());
  EXPECT_EQ(repository.damaged_file(id_of(two)), std::nullopt);
}

TEST(Objects, ADamagedFileBesideASoundPackIsNone) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  const auto file = builder.git_dir() / "objects" / tip.substr(0, 2) / tip.substr(2);
  builder.git({"repack", "-a", "-q"});
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  std::filesystem::resize_file(file, 0);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_EQ(repository.damaged_file(id_of(tip)), std::nullopt);
}

TEST(Objects, OneThatMayNotBeReadIsNotCalledMissing) {
  RepositoryBuilder builder;
  const std::string blob = builder.blob("closed\n");
  const auto file = builder.git_dir() / "objects" / blob.substr(0, 2) / blob.substr(2);
  std::filesystem::permissions(file, std::filesystem::perms::none);
  const bool closed = ::access(file.c_str(), R_OK) != 0;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const auto read = repository.read_blob(id_of(blob));
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  if (!closed) GTEST_SKIP() << "whoever runs this may read everything";
  EXPECT_THAT(read, FailsWith(ErrorCode::kIo,
                              "cannot read the blob " + blob + ": '" + file.string() + "'"));
  EXPECT_THAT(read.error().causes, ::testing::ElementsAre("Permission denied"));
}

TEST(Objects, AConfigurationThatMayNotBeReadSaysWhy) {
  RepositoryBuilder builder;
  const auto file = builder.git_dir() / "config";
  std::filesystem::permissions(file, std::filesystem::perms::none);
  const bool closed = ::access(file.c_str(), R_OK) != 0;
  const auto opened = open(builder);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  if (!closed) GTEST_SKIP() << "whoever runs this may read everything";
  EXPECT_THAT(opened, FailsWith(ErrorCode::kIo,
                                "cannot read the configuration in '" + file.string() + "'"));
  EXPECT_THAT(opened.error().causes, ::testing::ElementsAre("Permission denied"));
}

}  // namespace
}  // namespace claudestep::git
