// Diffs, with `git diff` as the judge.
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

using Side = std::optional<std::string_view>;

TEST(DiffText, IsThatOfGit) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  std::string long_one;
  for (int i = 0; i < 40; ++i) long_one += "  \"line\": " + std::to_string(i) + ",\n";
  std::string changed = long_one;
  changed.replace(changed.find("10,"), 3, "ten");
  changed += "}";
  struct Case {
    std::string path;
    Side before;
    Side after;
  };
  for (const Case& one :
       {Case{"projects/a.json", "a\n", "b\n"}, Case{"projects/a.json", std::nullopt, "new\n"},
        Case{"projects/a.json", "gone", std::nullopt}, Case{"f", long_one, changed},
        Case{"f", "", "x"}, Case{"f", "x\n", ""}, Case{"f", "a\nb", "a\nb\n"}}) {
    test::Files first = {{"other", "o"}};
    test::Files second = {{"other", "o"}};
    if (one.before) first[one.path] = std::string(*one.before);
    if (one.after) second[one.path] = std::string(*one.after);
    if (!one.after) second[one.path] = std::nullopt;
    builder.git({"update-ref", "-d", "refs/heads/d"});
    builder.commit("refs/heads/d", first);
    builder.commit("refs/heads/d", second);
    const auto expected = builder.try_git({"diff", "--no-color", "--no-ext-diff", "d~1", "d"}).out;
    EXPECT_THAT(repository.diff_text(one.path, one.before, one.after), IsOkAndHolds(expected));
  }
}

TEST(DiffText, OfEqualSidesIsEmpty) {
  RepositoryBuilder builder;
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.diff_text("a", "x", "x"), IsOkAndHolds(std::string()));
  EXPECT_THAT(repository.diff_text("a", std::nullopt, std::nullopt), IsOkAndHolds(std::string()));
}

}  // namespace
}  // namespace claudestep::git
