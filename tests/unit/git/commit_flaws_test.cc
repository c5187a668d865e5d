// Headers of commits, with `git fsck` as the judge.
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

using ::testing::ElementsAre;

struct HeaderRow {
  std::string author;  // the whole of the author's lines
  std::string flaw;    // "" when there is none
};

const std::string kGoodAuthor = "author A U Thor <a@example.com> 1700000000 +0100\n";
const std::string kGoodCommitter = "committer A U Thor <a@example.com> 1700000000 +0100\n";

const std::vector<HeaderRow> kHeaderRows = {
    {kGoodAuthor, ""},
    {"author A <> 0 +0000\n", ""},
    {"author  <a@b> 0 -0000\n", ""},
    {"author \n", "the author has no address"},
    {"author A U Thor\n", "the author has no address"},
    {"author <a@b> 1 +0000\n", "the author has no name"},
    {"author A > B <a@b> 1 +0000\n", "the author has a name with '>' in it"},
    {"author A<a@b> 1 +0000\n", "the author has no space before the address"},
    {"author A <a@b 1 +0000\n", "the author has an address that does not end"},
    {"author A <a<b> 1 +0000\n", "the author has an address that does not end"},
    {"author A <a@b>1 +0000\n", "the author has no space before the date"},
    {"author A <a@b> 01 +0000\n", "the author has a date that begins with 0"},
    {"author A <a@b> 99999999999999999999 +0000\n", "the author has a date out of range"},
    {"author A <a@b> x +0000\n", "the author has a date that is none"},
    {"author A <a@b> 1\n", "the author has a date that is none"},
    {"author A <a@b> 1 0000\n", "the author has a time zone that is none"},
    {"author A <a@b> 1 +00000\n", "the author has a time zone that is none"},
    {kGoodAuthor + kGoodAuthor, "more than one author"},
    {"", "no author"},
};

TEST(CommitFlaws, AreThoseThatGitObjectsTo) {
  for (const HeaderRow& row : kHeaderRows) {
    RepositoryBuilder builder;
    const std::string tree = builder.tree({});
    const std::string id =
        builder.git({"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
                    "tree " + tree + "\n" + row.author + kGoodCommitter + "\nmessage\n");
    ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
    ASSERT_OK_AND_ASSIGN(const auto flaws, repository.commit_flaws(id_of(id)));
    builder.git({"update-ref", "refs/heads/x", id});
    const auto judged = builder.try_git({"fsck", "--strict", "--no-dangling"});
    EXPECT_EQ(judged.exit_code == 0, flaws.empty()) << row.author << judged.err;
    EXPECT_EQ(flaws.empty() ? "" : flaws.front(), row.flaw);
  }
}

TEST(CommitFlaws, OfTheCommitterAreToldToo) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const std::string id =
      builder.git({"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
                  "tree " + tree + "\nauthor \ncommitter A <a@b>\n\nmessage\n");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(const auto flaws, repository.commit_flaws(id_of(id)));
  EXPECT_THAT(flaws, ElementsAre("the author has no address",
                                 "the committer has no space before the date"));
}

}  // namespace
}  // namespace claudestep::git
