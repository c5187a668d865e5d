// Owns: making real repositories for tests, with real git: commits, odd trees, refs to odd things,
// work trees, packs. What the code under test reads was written by git, never by itself.
// A failing git throws std::runtime_error with its whole output, which gtest reports.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "tests/support/run_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/ticking_clock.h"

namespace claudestep::test {

// The modes that git gives to entries of a tree.
inline constexpr std::string_view kModeFile = "100644";
inline constexpr std::string_view kModeExecutable = "100755";
inline constexpr std::string_view kModeSymlink = "120000";  // the content is where it points
inline constexpr std::string_view kModeSubmodule = "160000";
inline constexpr std::string_view kModeFolder = "40000";

// An entry of a tree that is written as told, however odd. `name` may be anything but contain NUL.
struct TreeEntry {
  std::string mode;
  std::string name;
  std::string id;  // need not exist
};

// What a commit changes: path -> content, or nothing to delete the path.
using Files = std::map<std::string, std::optional<std::string>>;

class RepositoryBuilder {
 public:
  enum class Layout { kBare, kWorkTree };

  // A new repository in a scratch folder; HEAD is refs/heads/main, which does not exist yet.
  explicit RepositoryBuilder(Layout layout = Layout::kBare);

  // The repository's work tree, or the bare repository itself.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Its git directory.
  [[nodiscard]] const std::filesystem::path& git_dir() const { return git_dir_; }
  // A folder beside the repository, inside the same scratch folder: for work trees and clones.
  [[nodiscard]] std::filesystem::path beside(std::string_view name) const;
  // The environment that git runs in, at the builder's present time; tests run their code in it
  // too.
  [[nodiscard]] Environment environment() const;

  // Runs git in path(). git() returns stdout without its last newlines and throws when git fails.
  std::string git(const std::vector<std::string>& arguments, std::string_view input = {}) const;
  [[nodiscard]] ProcessResult try_git(const std::vector<std::string>& arguments,
                                      std::string_view input = {}) const;

  // A commit on top of `ref` (made when missing) that changes `files` and keeps the others. Each
  // commit is a minute after the one before. Work trees are not touched. Returns its id.
  std::string commit(std::string_view ref, const Files& files, std::string_view message = "commit");

  // Objects written as they are told; each returns its id.
  std::string blob(std::string_view content) const;
  // In git's order, but otherwise unchecked: double names, "..", "a/b", modes that are none.
  std::string tree(std::vector<TreeEntry> entries) const;
  std::string commit_tree(std::string_view tree, const std::vector<std::string>& parents,
                          std::string_view message = "commit");
  // An annotated tag object of `target`, and refs/tags/<name> that points to it.
  std::string tag(std::string_view name, std::string_view target);

  // Makes `ref` point to `id`, whatever kind of object that is.
  void set_ref(std::string_view ref, std::string_view id) const;
  // The object that `revision` names, or nothing.
  [[nodiscard]] std::optional<std::string> resolve(std::string_view revision) const;
  // The bytes of `path` in the tree of `revision`, or nothing when it is not there.
  [[nodiscard]] std::optional<std::string> read(std::string_view revision,
                                                std::string_view path) const;

  // A linked work tree beside the repository with `branch` (a short name) checked out.
  std::filesystem::path add_worktree(std::string_view name, std::string_view branch) const;
  // Puts all objects into one pack and all refs into packed-refs.
  void pack() const;
  // What `git fsck --strict` has to say: empty when all is well.
  [[nodiscard]] std::string fsck() const;

 private:
  void tick() { seconds_ += kTickSeconds; }

  TempDir scratch_;
  std::filesystem::path path_;
  std::filesystem::path git_dir_;
  std::int64_t seconds_ = kEpoch.seconds;
};

}  // namespace claudestep::test
