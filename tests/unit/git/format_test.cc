// Repositories of other formats, made by real git where it can.
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

TEST(Format, NamesShaTwoFiveSixAndTheWayOut) {
  RepositoryBuilder builder;
  builder.git({"init", "--quiet", "--object-format=sha256", builder.beside("other").string()});
  const Environment environment = builder.environment();
  const auto result = open_at(builder.beside("other"), environment);
  EXPECT_THAT(result,
              FailsWith(ErrorCode::kUnsupported,
                        "the repository at '" + builder.beside("other").string() +
                            "/.git' names its objects by sha256, which claudestep cannot read"));
  EXPECT_THAT(result.error().hints,
              testing::ElementsAre(
                  "keep the metadata in a repository made with 'git init --object-format=sha1'"));
}

// git 2.39 cannot make it, but says in its configuration what a newer one would.
TEST(Format, NamesReftableAndTheWayOut) {
  RepositoryBuilder builder;
  builder.git({"config", "core.repositoryformatversion", "1"});
  builder.git({"config", "extensions.refstorage", "reftable"});
  const auto result = open(builder);
  EXPECT_THAT(result, FailsWith(ErrorCode::kUnsupported,
                                "keeps its refs as reftable, which claudestep cannot read"));
  EXPECT_THAT(result.error().hints,
              testing::ElementsAre("'git refs migrate --ref-format=files' (git 2.46 or newer) "
                                   "turns it into one that works"));
}

TEST(Format, RefusesUnknownExtensionsAndNewerFormats) {
  RepositoryBuilder builder;
  builder.git({"config", "core.repositoryformatversion", "1"});
  builder.git({"config", "extensions.teleport", "true"});
  EXPECT_THAT(open(builder),
              FailsWith(ErrorCode::kUnsupported,
                        "uses the extension 'teleport', which claudestep does not know"));
  builder.git({"config", "--file", "config", "--unset", "extensions.teleport"});
  EXPECT_OK(open(builder));
  builder.git({"config", "--file", "config", "core.repositoryformatversion", "2"});
  EXPECT_THAT(open(builder),
              FailsWith(ErrorCode::kUnsupported, "has format 2, and claudestep knows up to 1"));
}

TEST(Format, OpensWithTheHarmlessExtensions) {
  RepositoryBuilder builder;
  const std::string tip = builder.commit("refs/heads/main", {{"a", "1\n"}});
  builder.git({"config", "core.repositoryformatversion", "1"});
  builder.git({"config", "extensions.worktreeConfig", "true"});
  builder.git({"config", "extensions.partialClone", "origin"});
  builder.git({"config", "extensions.preciousObjects", "true"});
  builder.git({"config", "extensions.objectFormat", "sha1"});
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.find_ref("refs/heads/main"), IsOkAndHolds(testing::Optional(id_of(tip))));
}

TEST(Format, ExtensionsMeanNothingInFormatZero) {
  RepositoryBuilder builder;
  builder.git({"config", "extensions.teleport", "true"});
  EXPECT_OK(open(builder));
}

}  // namespace
}  // namespace claudestep::git
