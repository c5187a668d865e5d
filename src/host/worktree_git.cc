#include "host/worktree_git.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>

#include "base/text.h"
#include "host/index_tree.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kEmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
constexpr int kLockTries = 20;
constexpr std::chrono::milliseconds kLockPause{50};

std::vector<std::string> split_at_nul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Error git_failed(const std::vector<std::string>& args, const Finished& finished) {
  Error error{ErrorCode::kGitFailed,
              fmt::format("git {} failed (exit {})", args.front(), finished.exit_code)};
  if (const auto said = trim(finished.err); !said.empty()) error.causes.emplace_back(said);
  return error;
}

// "'.../index.lock' has been there for 3 minutes"
std::string lock_age(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return quoted(path) + " was there until now";
  const auto age = std::chrono::system_clock::now() -
                   std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec);
  const auto seconds =
      std::max<std::int64_t>(std::chrono::duration_cast<std::chrono::seconds>(age).count(), 0);
  constexpr std::int64_t kTwoMinutes = 120;
  return quoted(path) + " has been there for " +
         (seconds < kTwoMinutes ? counted(static_cast<std::size_t>(seconds), "second")
                                : counted(static_cast<std::size_t>(seconds / 60), "minute"));
}

}  // namespace

git::ObjectId commit_or_nothing(const std::optional<git::ObjectId>& commit) {
  return commit ? *commit : *git::ObjectId::parse(kEmptyTree);
}

WorktreeGit::WorktreeGit(const git::Worktree& worktree, const Environment& environment)
    : worktree_(worktree), environment_(scrubbed(environment)) {
  // Said outright, because a separate git folder has no ".git" to be found by.
  environment_.set("GIT_DIR", worktree.git_dir);
  environment_.set("GIT_WORK_TREE", worktree.path);
}

std::optional<std::string> WorktreeGit::lock_message(const Finished& finished) const {
  if (finished.exit_code == 0) return std::nullopt;
  const bool locked = finished.err.find("index.lock': File exists") != std::string::npos;
  if (!locked) return std::nullopt;
  return fmt::format("the index of the work tree at {} is locked", quoted(worktree_.path));
}

Result<Finished> WorktreeGit::run(const std::vector<std::string>& args,
                                  std::string_view input) const {
  Command command;
  command.argv = {"git"};
  command.argv.insert(command.argv.end(), args.begin(), args.end());
  command.cwd = worktree_.path;
  command.environment = &environment_;
  command.input = input;
  for (int i = 1;; ++i) {
    CS_ASSIGN(auto finished, host::run(command));
    const auto locked = lock_message(finished);
    if (!locked) return finished;
    if (i == kLockTries) {
      Error error{ErrorCode::kBusy, *locked};
      error.causes.push_back(lock_age(worktree_.git_dir + "/index.lock"));
      error.hints.emplace_back(
          "a git process is at work there, or one was killed; make sure that none runs before the "
          "lock file is taken away");
      return fail(std::move(error));
    }
    std::this_thread::sleep_for(kLockPause);
  }
}

Result<std::string> WorktreeGit::output(const std::vector<std::string>& args,
                                        std::string_view input) const {
  CS_ASSIGN(auto finished, run(args, input));
  if (finished.exit_code != 0) return fail(git_failed(args, finished));
  return std::move(finished.out);
}

Result<std::vector<std::string>> WorktreeGit::paths(const std::vector<std::string>& args) const {
  CS_ASSIGN(const auto text, output(args));
  return split_at_nul(text);
}

Status WorktreeGit::refresh() const {
  // Not with -q, which says nothing of a lock either.
  const std::vector<std::string> args = {"update-index", "--refresh"};
  CS_ASSIGN(const auto finished, run(args));
  // 1 says that some files do differ.
  if (finished.exit_code > 1) return fail(git_failed(args, finished));
  return {};
}

Result<bool> WorktreeGit::index_is(const git::ObjectId& tree) const {
  const std::vector<std::string> args = {"diff-index", "--cached", "--quiet", tree.hex(), "--"};
  CS_ASSIGN(const auto finished, run(args));
  if (finished.exit_code > 1) return fail(git_failed(args, finished));
  return finished.exit_code == 0;
}

Result<std::optional<git::ObjectId>> WorktreeGit::index_tree() const {
  CS_ASSIGN(const auto listing, output({"ls-files", "--stage", "-z"}));
  return tree_of_listing(listing);
}

Result<std::set<std::string>> WorktreeGit::changed_files() const {
  CS_ASSIGN(auto changed, paths({"diff-files", "--name-only", "-z"}));
  return std::set<std::string>(changed.begin(), changed.end());
}

Result<std::vector<std::string>> WorktreeGit::changed_between(const git::ObjectId& from,
                                                              const git::ObjectId& to) const {
  return paths({"diff-tree", "-r", "--no-renames", "--name-only", "-z", from.hex(), to.hex()});
}

Result<std::vector<std::string>> WorktreeGit::added_between(const git::ObjectId& from,
                                                            const git::ObjectId& to) const {
  return paths({"diff-tree", "-r", "--no-renames", "--diff-filter=A", "--name-only", "-z",
                from.hex(), to.hex()});
}

}  // namespace claudestep::host
