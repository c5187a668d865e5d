// core.sharedRepository, with git's own files as the measure.
#include "git/sharing.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

std::string permissions_of(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return "none";
  return fmt::format("{:o}", status.st_mode & 07777U);
}

fs::path object_path(const fs::path& git_dir, const std::string& id) {
  return git_dir / "objects" / id.substr(0, 2) / id.substr(2);
}

// The permissions of an object, its folder, a ref, its reflog and the folders of those.
std::vector<std::string> permissions(const fs::path& git_dir, const std::string& id,
                                     const std::string& ref) {
  std::vector<std::string> all;
  const fs::path object = object_path(git_dir, id);
  for (const fs::path& path :
       {object, object.parent_path(), git_dir / ref, (git_dir / ref).parent_path(),
        git_dir / "logs" / ref, (git_dir / "logs" / ref).parent_path()}) {
    all.push_back(permissions_of(path));
  }
  return all;
}

TEST(Sharing, FilesGetThePermissionsThatGitGivesThem) {
  for (const std::string value :
       {"umask", "false", "group", "true", "1", "all", "world", "2", "0640", "0660"}) {
    RepositoryBuilder builder;
    builder.git({"config", "core.sharedRepository", value});
    builder.git({"config", "core.logAllRefUpdates", "true"});
    const ::mode_t before = ::umask(027);
    ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
    ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
    ASSERT_OK_AND_ASSIGN(const auto tree, batch.add_tree({}, {}));
    ASSERT_OK_AND_ASSIGN(const auto ours,
                         batch.add_commit({tree, {}, someone(), someone(), "ours"}));
    ASSERT_OK(batch.flush());
    ASSERT_THAT(
        repository.compare_and_swap("refs/heads/deep/ours", std::nullopt, ours, someone(), "x"),
        IsOkAndHolds(SwapOutcome::kDone));
    const std::string theirs = builder.commit_tree(tree.hex(), {}, "theirs");
    builder.git({"update-ref", "refs/heads/deeper/theirs", theirs});
    ::umask(before);
    EXPECT_EQ(permissions(builder.path(), ours.hex(), "refs/heads/deep/ours"),
              permissions(builder.path(), theirs, "refs/heads/deeper/theirs"))
        << value;
  }
}

// Where HEAD is at the ref that is moved.
TEST(Sharing, HeadsReflogToo) {
  for (const std::string value : {"umask", "group", "all", "0640"}) {
    std::vector<std::string> found;
    for (const bool is_ours : {false, true}) {
      RepositoryBuilder builder;
      builder.git({"config", "core.sharedRepository", value});
      builder.git({"config", "core.logAllRefUpdates", "true"});
      builder.git({"symbolic-ref", "HEAD", "refs/heads/meta"});
      const std::string commit = builder.commit_tree(builder.tree({}), {}, "one");
      fs::remove_all(builder.path() / "logs");
      const ::mode_t before = ::umask(077);
      ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
      if (is_ours) {
        ASSERT_THAT(repository.compare_and_swap("refs/heads/meta", std::nullopt, id_of(commit),
                                                someone(), "x"),
                    IsOkAndHolds(SwapOutcome::kDone));
      } else {
        builder.git({"update-ref", "refs/heads/meta", commit});
      }
      ::umask(before);
      for (const std::string name : {"logs", "logs/HEAD", "logs/refs/heads/meta"}) {
        found.push_back(permissions_of(builder.path() / name));
      }
    }
    const std::vector<std::string> theirs(found.begin(), found.begin() + 3);
    EXPECT_EQ(std::vector<std::string>(found.begin() + 3, found.end()), theirs) << value;
  }
}

TEST(Sharing, PacksToo) {
  RepositoryBuilder builder;
  builder.git({"config", "core.sharedRepository", "group"});
  const ::mode_t before = ::umask(077);
  ASSERT_OK_AND_ASSIGN(auto repository, open(builder));
  ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
  for (int i = 0; i < 60; ++i) ASSERT_OK(batch.add_blob(std::to_string(i)));
  ASSERT_OK(batch.flush());
  ::umask(before);
  for (const auto& entry : fs::directory_iterator(builder.path() / "objects/pack")) {
    EXPECT_EQ(permissions_of(entry.path()), "440");
  }
}

TEST(Sharing, RefusesAnUnknownValue) {
  for (const std::string value : {"some", "0440", "0999"}) {
    RepositoryBuilder builder;
    builder.git({"config", "--file", "config", "core.sharedRepository", value});
    EXPECT_THAT(open(builder), FailsWith(ErrorCode::kInvalidInput,
                                         "bad value '" + value + "' for 'core.sharedRepository'"));
  }
}

}  // namespace
}  // namespace claudestep::git
