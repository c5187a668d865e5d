// Reading refs that real git, or something worse, has written.
#include <sys/stat.h>

#include <fstream>
#include <vector>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Optional;

void write_text_file(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::trunc) << text;
}

TEST(FindRef, ReadsLooseAndPackedRefs) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/a", {{"f", "1\n"}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.find_ref("refs/heads/a"), IsOkAndHolds(Optional(id_of(tip))));
  builder.pack();
  EXPECT_THAT(repository.find_ref("refs/heads/a"), IsOkAndHolds(Optional(id_of(tip))));
  const std::string next = builder.commit("refs/heads/a", {{"f", "2\n"}});
  EXPECT_THAT(repository.find_ref("refs/heads/a"), IsOkAndHolds(Optional(id_of(next))));
  EXPECT_THAT(repository.find_ref("refs/heads/b"), IsOkAndHolds(std::nullopt));
}

TEST(FindRef, FollowsSymbolicRefs) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/a", {{"f", "1\n"}});
  builder.git({"symbolic-ref", "refs/heads/link", "refs/heads/a"});
  builder.git({"symbolic-ref", "refs/heads/dangling", "refs/heads/nowhere"});
  builder.git({"symbolic-ref", "refs/heads/x", "refs/heads/y"});
  builder.git({"symbolic-ref", "refs/heads/y", "refs/heads/x"});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.find_ref("refs/heads/link"), IsOkAndHolds(Optional(id_of(tip))));
  EXPECT_THAT(repository.find_ref("refs/heads/dangling"), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(repository.find_ref("refs/heads/x"),
              FailsWith(ErrorCode::kCorrupt,
                        "'refs/heads/x' is a chain of symbolic refs that does not end"));
  EXPECT_THAT(repository.symbolic_target("refs/heads/link"),
              IsOkAndHolds(Optional(std::string("refs/heads/a"))));
  EXPECT_THAT(repository.symbolic_target("refs/heads/a"), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(repository.symbolic_target("refs/heads/none"), IsOkAndHolds(std::nullopt));
}

TEST(FindRef, NamesWhatIsNoCommit) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/a", {{"f", "1\n"}});
  builder.set_ref("refs/heads/tag", builder.tag("v1", tip));
  builder.set_ref("refs/heads/tree", builder.tree({}));
  builder.set_ref("refs/heads/blob", builder.blob("x"));
  builder.set_ref("refs/heads/missing", std::string(40, '1'));
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const auto message_of = [&](std::string_view name) {
    const auto result = repository.find_ref(name);
    return result
               ? "ok"
               : std::string(error_code_name(result.error().code)) + ": " + result.error().message;
  };
  EXPECT_EQ(message_of("refs/heads/tag"), "corrupt: 'refs/heads/tag' names a tag, not a commit");
  EXPECT_EQ(message_of("refs/heads/tree"), "corrupt: 'refs/heads/tree' names a tree, not a commit");
  EXPECT_EQ(message_of("refs/heads/blob"), "corrupt: 'refs/heads/blob' names a blob, not a commit");
  EXPECT_EQ(message_of("refs/heads/missing"), "corrupt: 'refs/heads/missing' cannot be followed");
  EXPECT_THAT(repository.find_ref("refs/heads/missing").error().causes,
              ElementsAre("the commit " + std::string(40, '1') + " is missing"));
}

TEST(FindRef, NamesABrokenFileAndABadName) {
  RepositoryBuilder builder;
  write_text_file(builder.path() / "refs/heads/garbage", "not an id\n");
  write_text_file(builder.path() / "refs/heads/empty", "");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string name : {"refs/heads/garbage", "refs/heads/empty"}) {
    EXPECT_THAT(repository.find_ref(name),
                FailsWith(ErrorCode::kCorrupt, "cannot read the ref '" + name + "'"));
  }
  for (const std::string name : {"refs/heads/a..b", "refs/heads/a b", "refs/heads/x.lock", ""}) {
    EXPECT_THAT(repository.find_ref(name),
                FailsWith(ErrorCode::kInvalidInput, "'" + name + "' is no ref name"));
  }
}

TEST(RefsMatching, ListsLooseAndPackedOnceAndSorted) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/m", {{"f", "1\n"}});
  builder.set_ref("refs/remotes/up/m", tip);
  builder.set_ref("refs/remotes/origin/m", tip);
  builder.set_ref("refs/remotes/origin/other", tip);
  builder.pack();
  builder.set_ref("refs/remotes/near/m", tip);
  builder.set_ref("refs/remotes/up/m", builder.commit("refs/heads/m", {{"f", "2\n"}}));
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.refs_matching("refs/remotes/*/m"),
              IsOkAndHolds(ElementsAre("refs/remotes/near/m", "refs/remotes/origin/m",
                                       "refs/remotes/up/m")));
  EXPECT_THAT(repository.refs_matching("refs/none/*"), IsOkAndHolds(testing::IsEmpty()));
}

TEST(ResolveCommit, TakesWhatRevParseTakes) {
  RepositoryBuilder builder;
  const std::string first = builder.commit("refs/heads/main", {{"f", "1\n"}}, "first");
  const std::string second = builder.commit("refs/heads/main", {{"f", "2\n"}}, "second");
  builder.tag("v1", first);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string revision :
       {"main", "HEAD", "refs/heads/main", "main~1", "main^", "v1", "v1^{commit}", "@"}) {
    const auto expected = builder.resolve(revision + "^{commit}");
    ASSERT_TRUE(expected) << revision;
    EXPECT_THAT(repository.resolve_commit(revision), IsOkAndHolds(id_of(*expected))) << revision;
  }
  EXPECT_THAT(repository.resolve_commit(second), IsOkAndHolds(id_of(second)));
  EXPECT_THAT(repository.resolve_commit(second.substr(0, 10)), IsOkAndHolds(id_of(second)));
}

// libgit2 refuses to read such commits; git, and all that reads them here, does not.
TEST(ResolveCommit, TakesCommitsWithHeadersThatAreMalformed) {
  RepositoryBuilder builder;
  const std::string first = builder.commit("refs/heads/main", {{"f", "1\n"}}, "first");
  const std::string tree = *builder.resolve(first + "^{tree}");
  const auto odd = [&](const std::string& committer) {
    return builder.git(
        {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
        "tree " + tree + "\nparent " + first + "\nauthor a <a> 1 +0000\n" + committer + "\nodd\n");
  };
  for (const std::string committer :
       {"committer a <a> 99999999999999999999 +0000\n", "committer a <a>\n", "committer a\n", ""}) {
    const std::string id = odd(committer);
    builder.git({"update-ref", "--create-reflog", "refs/heads/odd", id});
    const std::string child = builder.commit_tree(tree, {first, id});
    builder.git({"update-ref", "refs/heads/odd", child});
    const std::string tag =
        builder.git({"hash-object", "-t", "tag", "-w", "--stdin"},
                    "object " + id + "\ntype commit\ntag t\ntagger a <a> 1 +0000\n\nt\n");
    builder.git({"update-ref", "refs/tags/t", tag});
    ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
    for (const std::string& revision : std::vector<std::string>{
             id, id.substr(0, 12), "odd^2", "odd^2^{commit}", "odd^2~0", "t", "odd@{1}"}) {
      EXPECT_THAT(repository.resolve_commit(revision), IsOkAndHolds(id_of(id))) << revision;
    }
    for (const std::string& revision :
         std::vector<std::string>{id + "^", id + "~1", "odd^2~", "odd^", "t^1^0"}) {
      EXPECT_THAT(repository.resolve_commit(revision), IsOkAndHolds(id_of(first))) << revision;
    }
    for (const std::string& revision :
         {id + "~2", id + "^2", id + "^{tree}", id + "~x", id + "^99999999999999999999",
          std::string("odd@{9}"), std::string("odd@{x}"), id + "x", id.substr(0, 39) + "g"}) {
      EXPECT_FALSE(repository.resolve_commit(revision)) << revision;
    }
  }
}

TEST(ResolveCommit, SaysWhatIsWrong) {
  RepositoryBuilder builder;
  builder.commit("refs/heads/main", {{"f", "1\n"}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const std::string revision : {"", "nowhere", "main~5", "--all", "main:none", "a\nb"}) {
    EXPECT_THAT(repository.resolve_commit(revision),
                FailsWith(ErrorCode::kNotFound, "does not name a commit"))
        << revision;
  }
  EXPECT_THAT(repository.resolve_commit("main:f"),
              FailsWith(ErrorCode::kNotFound, "'main:f' names a blob, not a commit"));
  EXPECT_THAT(repository.resolve_commit("main^{tree}"),
              FailsWith(ErrorCode::kNotFound, "'main^{tree}' names a tree, not a commit"));
}

TEST(Reflog, IsReadNewestFirstAndNeverMade) {
  RepositoryBuilder tree(Layout::kWorkTree);
  const std::string first = tree.commit("refs/heads/side", {{"f", "1\n"}});
  const std::string second = tree.commit_tree(*tree.resolve(first + "^{tree}"), {first});
  tree.git({"update-ref", "--create-reflog", "refs/heads/main", first});
  tree.git({"update-ref", "-m", "a: b", "refs/heads/main", second});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(tree));
  const auto entries = repository.reflog("refs/heads/main");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].old_id, id_of(first));
  EXPECT_EQ(entries[0].new_id, id_of(second));
  EXPECT_EQ(entries[0].message, "a: b");
  EXPECT_TRUE(entries[1].old_id.is_zero());
  EXPECT_EQ(entries[1].message, "");
  EXPECT_EQ(entries[1].new_id, id_of(first));
  EXPECT_THAT(repository.reflog("refs/heads/none"), testing::IsEmpty());
  EXPECT_FALSE(fs::exists(tree.git_dir() / "logs/refs/heads/none"));
}

TEST(Reflog, IsThereWhereTheFileOfItsRefIsEmpty) {
  RepositoryBuilder tree(Layout::kWorkTree);
  const std::string tip = tree.commit("refs/heads/side", {{"f", "1\n"}});
  tree.git({"update-ref", "--create-reflog", "refs/heads/main", tip});
  fs::resize_file(tree.git_dir() / "refs/heads/main", 0);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(tree));
  const auto entries = repository.reflog("refs/heads/main");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries.front().new_id, id_of(tip));
}

TEST(Reflog, IsCutWhereItsLastLineDoesNotSayWhereTheRefMoved) {
  RepositoryBuilder tree(Layout::kWorkTree);
  const std::string tip = tree.commit("refs/heads/side", {{"f", "1\n"}});
  const std::string next = tree.commit_tree(*tree.resolve(tip + "^{tree}"), {tip});
  tree.git({"update-ref", "--create-reflog", "refs/heads/main", tip});
  const auto log = tree.git_dir() / "logs/refs/heads/main";
  const auto first_line = fs::file_size(log);
  tree.git({"update-ref", "refs/heads/main", next});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(tree));
  EXPECT_FALSE(repository.is_reflog_cut("refs/heads/none"));
  EXPECT_FALSE(repository.is_reflog_cut("refs/heads/main"));
  fs::resize_file(log, fs::file_size(log) - 1);
  EXPECT_FALSE(repository.is_reflog_cut("refs/heads/main"));
  fs::resize_file(log, first_line + 80);
  EXPECT_TRUE(repository.is_reflog_cut("refs/heads/main"));
  const auto entries = repository.reflog("refs/heads/main");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries.front().new_id, id_of(tip));
  fs::resize_file(log, first_line);
  EXPECT_FALSE(repository.is_reflog_cut("refs/heads/main"));
  fs::resize_file(log, first_line + 10);  // with bytes that nobody wrote
  EXPECT_TRUE(repository.is_reflog_cut("refs/heads/main"));
  fs::resize_file(log, first_line - 10);  // they begin in the line before, whose ids are there
  fs::resize_file(log, first_line + 10);
  EXPECT_TRUE(repository.is_reflog_cut("refs/heads/main"));
}

// Git, and libgit2, wait for what comes out of a pipe.
TEST(FindRef, DoesNotWaitForWhatIsNoFile) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  builder.set_ref("refs/tags/v1", tip);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::string pipe = (builder.git_dir() / "refs/heads/pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0644), 0);
  const Error refused{ErrorCode::kCorrupt,
                      "cannot read the ref 'refs/heads/pipe'",
                      {"'" + pipe + "' is no file"},
                      {},
                      {}};
  EXPECT_THAT(repository.find_ref("refs/heads/pipe"), test::FailsWithError(refused));
  EXPECT_THAT(repository.symbolic_target("refs/heads/pipe"), test::FailsWithError(refused));
  EXPECT_THAT(repository.find_ref("refs/heads"), IsOkAndHolds(testing::Eq(std::nullopt)));
  EXPECT_EQ(repository.lost_refs("refs"), std::vector<std::string>{"refs/heads/pipe"});
  fs::remove(pipe);
  fs::create_directory(builder.git_dir() / "packed-refs");
  EXPECT_THAT(repository.find_ref("refs/heads/main"),
              FailsWith(ErrorCode::kCorrupt, "cannot read the ref 'refs/heads/main'"));
}

TEST(LostRefs, AreThoseBesideWhichGitFetchesNothing) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  builder.set_ref("refs/tags/of-a-tag", builder.tag("v1", "main"));
  builder.set_ref("refs/heads/of-a-blob", builder.blob("1"));
  builder.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/none"});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.lost_refs("refs"), testing::IsEmpty());
  write_text_file(builder.git_dir() / "refs/heads/empty", "");
  write_text_file(builder.git_dir() / "refs/tags/gone", std::string(40, '1') + "\n");
  EXPECT_THAT(repository.lost_refs("refs"),
              testing::ElementsAre("refs/heads/empty", "refs/tags/gone"));
}

TEST(LostRefs, OfPackedRefsAreThoseWithoutAFileThatLeadsSomewhere) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  const std::string gone(40, '1');
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  write_text_file(builder.git_dir() / "packed-refs",
                  "# pack-refs with: peeled fully-peeled sorted \n" + gone + " refs/heads/found\n" +
                      gone + " refs/heads/gone\n" + tip + " refs/heads/lost\n" + tip +
                      " refs/heads/sound\n" + std::string(40, '0') + " refs/heads/zeros\n");
  write_text_file(builder.git_dir() / "refs/heads/found", tip + "\n");
  write_text_file(builder.git_dir() / "refs/heads/lost", gone + "\n");
  EXPECT_THAT(repository.lost_refs("refs"),
              testing::ElementsAre("refs/heads/gone", "refs/heads/lost", "refs/heads/zeros"));
}

TEST(FindRef, TakesNothingForMissingBesidePackedRefsThatAreCut) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  builder.pack();
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::string whole = test::read_file(builder.git_dir() / "packed-refs");
  const auto find_beside = [&](const std::string& text) {
    write_text_file(builder.git_dir() / "packed-refs", text);
    return repository.find_ref("refs/heads/none");
  };
  EXPECT_THAT(find_beside(whole), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(find_beside(""), IsOkAndHolds(std::nullopt));
  EXPECT_THAT(find_beside(whole.substr(0, whole.size() - 1)),
              FailsWith(ErrorCode::kCorrupt, "cannot read the ref 'refs/heads/none'"));
}

// It may be the one that is asked for.
TEST(FindRef, TakesNothingForMissingBesideAPackedRefWithoutAName) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  builder.pack();
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::string whole = test::read_file(builder.git_dir() / "packed-refs");
  for (const std::string name : {"refs heads/main", "refs/heads/m..n", "refs/heads/ma\x01n", "x"}) {
    write_text_file(builder.git_dir() / "packed-refs", whole + tip + " " + name + "\n");
    EXPECT_EQ(repository.find_ref("refs/heads/none").error(),
              (Error{ErrorCode::kCorrupt, "cannot read the ref 'refs/heads/none'"}.caused_by(
                  "the file packed-refs has a line with a name that no ref may have")))
        << name;
    EXPECT_THAT(repository.find_ref("refs/remotes/origin/none"), IsOkAndHolds(std::nullopt));
  }
  write_text_file(builder.git_dir() / "packed-refs", whole);
  EXPECT_THAT(repository.find_ref("refs/heads/none"), IsOkAndHolds(std::nullopt));
}

TEST(DamagedRef, IsOneWhoseFileSaysNothing) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"f", "1\n"}});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const std::filesystem::path file = builder.git_dir() / "refs/heads/x";
  const auto damaged = [&](const std::string& text) {
    std::ofstream(file) << text;
    return repository.damaged_ref("refs/heads/x").value_or("none");
  };
  for (const std::string& text :
       {std::string(), std::string("garbage\n"), tip.substr(0, 20), std::string(40, '0') + "\n",
        std::string("ref: \n"), std::string("ref: refs/heads/a..b\n")}) {
    EXPECT_EQ(damaged(text), "refs/heads/x") << text;
    EXPECT_FALSE(repository.find_ref("refs/heads/x")) << text;
  }
  // What they lead to may be lost: they say where that was.
  for (const std::string& text :
       {tip + "\n", std::string(40, '1') + "\n", std::string("ref: refs/heads/main\n"),
        std::string("ref: refs/heads/none\n")}) {
    EXPECT_EQ(damaged(text), "none") << text;
  }
  EXPECT_EQ(repository.damaged_ref("refs/heads/none"), std::nullopt);
  builder.git({"symbolic-ref", "refs/heads/y", "refs/heads/x"});
  damaged("");
  EXPECT_EQ(repository.damaged_ref("refs/heads/y"), "refs/heads/x");
}

}  // namespace
}  // namespace claudestep::git
