#include "host/worktree_git.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "host/ask_doctor.h"
#include "host/index_tree.h"

namespace claudestep::host {
namespace {

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

}  // namespace

git::ObjectId commit_or_nothing(const std::optional<git::ObjectId>& commit) {
  return commit ? *commit : *git::ObjectId::parse(git::kEmptyTree);
}

WorktreeGit::WorktreeGit(git::Worktree worktree, const UnderLock& under, const IndexHold& hold)
    : WorktreeGit(std::move(worktree), under) {
  environment_.set("GIT_INDEX_FILE", hold.copy());
}

WorktreeGit::WorktreeGit(git::Worktree worktree, const UnderLock& under)
    : worktree_(std::move(worktree)), environment_(scrubbed(under.environment)), lock_(under.lock) {
  // Said outright, because a separate git folder has no ".git" to be found by.
  environment_.set("GIT_DIR", worktree_.git_dir);
  environment_.set("GIT_WORK_TREE", worktree_.path);
}

Result<Finished> WorktreeGit::run(const std::vector<std::string>& args,
                                  std::string_view input) const {
  Command command;
  command.argv = {"git"};
  // Neither hook nor monitor: what they start would hold our lock for as long as it runs.
  for (const std::string_view setting : {"core.hooksPath=/dev/null", "core.fsmonitor=false"}) {
    command.argv.insert(command.argv.end(), {"-c", std::string(setting)});
  }
  command.argv.insert(command.argv.end(), args.begin(), args.end());
  command.cwd = worktree_.path;
  command.environment = &environment_;
  command.input = input;
  command.keeps_open = lock_;
  CS_ASSIGN(auto finished, host::run(command));
  constexpr int kLastOwnCode = 128;
  if (finished.exit_code > kLastOwnCode) return fail(git_failed(args, finished));
  return finished;
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
  if (finished.exit_code <= 1) return {};
  Error error{ErrorCode::kGitFailed,
              "git cannot say how the work tree at " + quoted(worktree_.path) + " stands"};
  if (const auto said = trim(finished.err); !said.empty()) error.causes.emplace_back(said);
  return fail(std::move(error)
                  .caused_by("it has the branch checked out, and no write can bring it along")
                  .hint(std::string(kAskDoctor)));
}

Result<bool> WorktreeGit::index_is(const git::ObjectId& tree) const {
  const std::vector<std::string> args = {"diff-index", "--cached", "--quiet", tree.hex(), "--"};
  CS_ASSIGN(const auto finished, run(args));
  if (finished.exit_code > 1) return fail(git_failed(args, finished));
  return finished.exit_code == 0;
}

Result<std::string> WorktreeGit::index_listing() const {
  return output({"ls-files", "--stage", "-z"});
}

Result<std::vector<git::ObjectId>> WorktreeGit::index_trees() const {
  CS_ASSIGN(const auto listing, index_listing());
  return trees_of_listing(listing);
}

Result<std::optional<git::ObjectId>> WorktreeGit::index_tree() const {
  CS_ASSIGN(const auto trees, index_trees());
  return trees.empty() ? std::nullopt : std::optional(trees.back());
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
