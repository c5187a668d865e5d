#include "store/remote.h"

#include <gmock/gmock.h>

#include <functional>

#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Look = std::function<std::vector<FetchSetting>(const git::Repository&)>;

std::vector<FetchSetting> look_with(const std::vector<std::string>& refspecs, const Look& look) {
  const test::RepositoryBuilder builder;
  for (const std::string& refspec : refspecs) {
    builder.git({"config", "--add", "remote.up.fetch", refspec});
  }
  const Environment environment = builder.environment();
  const auto repository = git::Repository::open({.cwd = builder.path().string(),
                                                 .git_dir = {},
                                                 .environment = &environment,
                                                 .git_accepts_owner = {}});
  EXPECT_THAT(repository, test::IsOk());
  return look(*repository);
}

std::vector<FetchSetting> forced_with(const std::vector<std::string>& refspecs) {
  return look_with(refspecs, [](const git::Repository& repository) {
    return forced_fetches(repository, "refs/heads/data");
  });
}

std::vector<FetchSetting> pruning_with(const std::vector<std::string>& refspecs) {
  return look_with(refspecs, [](const git::Repository& repository) {
    return pruning_fetches(repository, "refs/remotes/up/data", "refs/heads/data");
  });
}

TEST(ForcedFetches, AreThoseThatPutAnotherRefInTheBranchsPlace) {
  const auto forced = [](const std::string& refspec, const std::string& source) {
    return ElementsAre(FetchSetting{"up", refspec, source});
  };
  EXPECT_THAT(forced_with({"+refs/*:refs/*"}), forced("+refs/*:refs/*", "refs/heads/data"));
  EXPECT_THAT(forced_with({"+refs/heads/*:refs/heads/*"}),
              forced("+refs/heads/*:refs/heads/*", "refs/heads/data"));
  EXPECT_THAT(forced_with({"+refs/heads/x-*:refs/heads/*"}),
              forced("+refs/heads/x-*:refs/heads/*", "refs/heads/x-data"));
  EXPECT_THAT(forced_with({"+refs/heads/*-x:refs/heads/d*a"}),
              forced("+refs/heads/*-x:refs/heads/d*a", "refs/heads/at-x"));
  EXPECT_THAT(forced_with({"+main:data"}), forced("+main:data", "refs/heads/main"));
  EXPECT_THAT(forced_with({"+heads/main:heads/data"}),
              forced("+heads/main:heads/data", "refs/heads/main"));
}

TEST(ForcedFetches, AreNoneWhereTheBranchStays) {
  for (const char* refspec :
       {"", "+", "+main", "+main:", "refs/*:refs/*", "+refs/heads/*:refs/remotes/up/*",
        "+refs/heads/main:refs/heads/other", "+main:tags/data",
        "+refs/heads/*:refs/heads/data*a"}) {
    EXPECT_THAT(forced_with({refspec}), IsEmpty()) << refspec;
  }
}

TEST(ForcedFetches, LeaveOutWhatANegativeRefspecDoes) {
  EXPECT_THAT(forced_with({"+refs/*:refs/*", "^refs/heads/data"}), IsEmpty());
  EXPECT_THAT(forced_with({"^refs/heads/d*", "+refs/*:refs/*"}), IsEmpty());
  EXPECT_THAT(forced_with({"+refs/*:refs/*", "^refs/heads/other"}), ::testing::SizeIs(1));
}

TEST(PruningFetches, AreThoseThatLeadToTheNoteFromElsewhere) {
  for (const std::string plus : {"", "+"}) {
    const std::string all = plus + "refs/*:refs/*";
    EXPECT_THAT(pruning_with({all}), ElementsAre(FetchSetting{"up", all, "refs/remotes/up/data"}));
  }
  EXPECT_THAT(
      pruning_with({"+refs/heads/*:refs/remotes/*"}),
      ElementsAre(FetchSetting{"up", "+refs/heads/*:refs/remotes/*", "refs/heads/up/data"}));
  EXPECT_THAT(pruning_with({"+refs/heads/*:refs/remotes/up/*", "+refs/heads/*:refs/heads/*",
                            "+refs/tags/*:refs/tags/*", "data"}),
              IsEmpty());
  EXPECT_THAT(pruning_with({"+refs/*:refs/*", "^refs/remotes/up/data"}), IsEmpty());
  // Git takes away what none of them finds.
  EXPECT_THAT(pruning_with({"+refs/*:refs/*", "+refs/heads/*:refs/remotes/up/*"}), IsEmpty());
}

}  // namespace
}  // namespace claudestep::store
