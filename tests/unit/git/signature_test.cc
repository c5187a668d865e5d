// Who and when, with `git var` and `git commit-tree` as judges.
#include "git/signature.h"

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

constexpr Instant kNow{1'800'000'000, 5};

Environment without_identity(const RepositoryBuilder& builder) {
  Environment environment = builder.environment();
  for (const std::string_view name :
       {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE", "EMAIL"}) {
    environment.unset(name);
  }
  return environment;
}

// "Name <email>", or what went wrong, or "nobody".
std::string who(const RepositoryBuilder& builder, const Environment& environment,
                Repository::Role role = Repository::Role::kAuthor) {
  auto repository = open_at(builder.path(), environment);
  if (!repository) return repository.error().message;
  const auto signature = repository->signature(role, kNow);
  if (!signature) return signature.error().message;
  if (!*signature) return "nobody";
  return (*signature)->name + " <" + (*signature)->email + ">";
}

TEST(Signature, EnvironmentThenRoleThenUser) {
  RepositoryBuilder builder;
  Environment environment = without_identity(builder);
  EXPECT_EQ(who(builder, environment), "nobody");
  builder.git({"config", "user.name", "User"});
  EXPECT_EQ(who(builder, environment), "nobody");
  environment.set("EMAIL", "mail@example.com");
  EXPECT_EQ(who(builder, environment), "User <mail@example.com>");
  builder.git({"config", "user.email", "user@example.com"});
  EXPECT_EQ(who(builder, environment), "User <user@example.com>");
  builder.git({"config", "author.name", "Author"});
  builder.git({"config", "committer.email", "committer@example.com"});
  EXPECT_EQ(who(builder, environment), "Author <user@example.com>");
  EXPECT_EQ(who(builder, environment, Repository::Role::kCommitter),
            "User <committer@example.com>");
  environment.set("GIT_AUTHOR_NAME", "Env");
  environment.set("GIT_AUTHOR_EMAIL", "env@example.com");
  EXPECT_EQ(who(builder, environment), "Env <env@example.com>");
  EXPECT_EQ(who(builder, environment, Repository::Role::kCommitter),
            "User <committer@example.com>");
}

TEST(Signature, AnEmptyNameIsNoName) {
  RepositoryBuilder builder;
  Environment environment = without_identity(builder);
  environment.set("GIT_AUTHOR_EMAIL", "a@b");
  environment.set("GIT_AUTHOR_NAME", "");
  EXPECT_EQ(who(builder, environment), "empty author name (for <a@b>) is not allowed");
  environment.set("GIT_AUTHOR_NAME", "<,.>");
  EXPECT_EQ(who(builder, environment),
            "the author name '<,.>' has only characters that git leaves out");
}

TEST(Signature, TakesTheTimeFromTheEnvironmentOrTheCaller) {
  RepositoryBuilder builder;
  Environment environment = builder.environment();
  environment.unset("GIT_COMMITTER_DATE");
  environment.set("GIT_AUTHOR_DATE", "2005-04-07T22:13:13+02:00");
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(builder.path(), environment));
  ASSERT_OK_AND_ASSIGN(const auto author, repository.signature(Repository::Role::kAuthor, kNow));
  ASSERT_TRUE(author);
  EXPECT_EQ(author->when, (Instant{1'112'904'793, 0}));
  EXPECT_EQ(author->offset_minutes, 120);
  ASSERT_OK_AND_ASSIGN(const auto committer,
                       repository.signature(Repository::Role::kCommitter, kNow));
  ASSERT_TRUE(committer);
  EXPECT_EQ(committer->when, (Instant{1'800'000'000, 0}));
  EXPECT_EQ(committer->offset_minutes, 0);
  environment.set("GIT_AUTHOR_DATE", "yesterday");
  ASSERT_OK_AND_ASSIGN(const auto bad, open_at(builder.path(), environment));
  EXPECT_THAT(bad.signature(Repository::Role::kAuthor, kNow),
              FailsWith(ErrorCode::kInvalidInput, "invalid date in GIT_AUTHOR_DATE: 'yesterday'"));
}

// The date that git makes of a text, as "seconds zone"; with TZ=UTC a missing zone is +0000.
std::string git_date(const RepositoryBuilder& builder, const std::string& text) {
  Environment environment = builder.environment();
  environment.set("GIT_AUTHOR_DATE", text);
  environment.set("TZ", "UTC");
  const auto result = test::run_process({"git", "var", "GIT_AUTHOR_IDENT"},
                                        test::ProcessOptions{builder.path(), environment, ""});
  if (result.exit_code != 0) return "refused";
  const auto at = result.out.find("> ");
  return result.out.substr(at + 2, result.out.size() - at - 3);
}

std::string our_date(const std::string& text) {
  const auto date = parse_git_date(text);
  if (!date) return "refused";
  const int minutes = std::abs(date->offset_minutes);
  char zone[24] = {};
  std::snprintf(zone, sizeof(zone), "%c%02d%02d", date->offset_minutes < 0 ? '-' : '+',
                minutes / 60, minutes % 60);
  return std::to_string(date->seconds) + " " + zone;
}

TEST(GitDate, ReadsAsGitReads) {
  RepositoryBuilder builder;
  for (const std::string text : {"@1700000000 +0000",
                                 "@0 +0000",
                                 "@1700000000 -0330",
                                 "1700000000 +0100",
                                 "1700000000",
                                 "@1700000000",
                                 "2005-04-07T22:13:13",
                                 "2005-04-07T22:13:13Z",
                                 "2005-04-07 22:13:13 +0200",
                                 "2005-04-07T22:13:13.019-05:00",
                                 "2005-04-07T22:13+02",
                                 "2005.04.07T22:13:13",
                                 "2005/04/07 22:13:13",
                                 "Thu, 07 Apr 2005 22:13:13 +0200",
                                 "Thu, 7 Apr 2005 22:13:13 GMT",
                                 "7 Apr 2005 22:13:13 -0000",
                                 "Thu Apr 7 22:13:13 2005 +0200",
                                 "Thu Apr 7 22:13:13 2005",
                                 " 2005-04-07T22:13:13Z ",
                                 "1 January 2020 00:00:00 +0000",
                                 "2000-02-29T00:00:00Z"}) {
    EXPECT_EQ(our_date(text), git_date(builder, text)) << text;
  }
}

TEST(GitDate, RefusesWhatIsNoDate) {
  for (const std::string text :
       {"", "now", "yesterday", "@", "@x", "12", "@1700000000 +99", "@1700000000 +2500",
        "2005-13-07T22:13:13Z", "2005-02-30T22:13:13Z", "2005-04-07T25:13:13Z",
        "2005-04-07T22:60:13Z", "2005-04-07T22:13:13 nowhere", "1969-01-01T00:00:00Z",
        "Thu, 07 Foo 2005 22:13:13 +0200", "2005-04-07"}) {
    EXPECT_EQ(our_date(text), "refused") << text;
  }
}

}  // namespace
}  // namespace claudestep::git
