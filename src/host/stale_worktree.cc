#include "host/stale_worktree.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace claudestep::host {
namespace {

constexpr std::size_t kMostTips = 200;
constexpr std::size_t kMostNamed = 20;

// The earlier tip whose tree the index is; nothing when there is none. A tip that is gone is passed
// over.
Result<std::optional<git::ObjectId>> earlier_tip(const WorktreeGit& git,
                                                 const git::Repository& repository,
                                                 const std::string& ref) {
  CS_ASSIGN(const auto tree, git.index_tree());
  if (!tree) return std::nullopt;
  CS_ASSIGN(const auto entries, repository.reflog(ref));
  std::set<git::ObjectId> seen;
  for (const git::ReflogEntry& entry : entries) {
    for (const git::ObjectId& tip : {entry.new_id, entry.old_id}) {
      if (tip.is_zero() || !seen.insert(tip).second) continue;
      if (seen.size() > kMostTips) return std::nullopt;
      const auto commit = repository.read_commit(tip);
      if (commit && commit->tree == *tree) return tip;
    }
  }
  return std::nullopt;
}

// Where a read-tree was killed, files hold what it was to bring while the index still tells of the
// old. Such files, and those it had taken away, are entered in the index as they are at `now`.
Status adopt_finished(const WorktreeGit& git, const git::ObjectId& then, const git::ObjectId& now) {
  CS_ASSIGN(const auto moved, git.changed_between(then, now));
  std::string info;
  for (const std::string& path : moved) {
    // What is to be there, as a line that update-index takes; empty when nothing is.
    CS_ASSIGN(const auto wanted,
              git.output({"ls-tree", "-z", "--full-tree", now.hex(), "--", path}));
    // What is there, as git would store it; a failure when it is no file.
    CS_ASSIGN(const auto present, git.run({"hash-object", "--", path}));
    if (wanted.empty() && present.exit_code != 0) {
      info += fmt::format("0 {}\t{}", git::ObjectId().hex(), path) + '\0';
    } else if (present.exit_code == 0 && wanted.find(trim(present.out)) != std::string::npos) {
      info += wanted;
    }
  }
  if (info.empty()) return {};
  CS_TRY(git.output({"update-index", "-z", "--index-info"}, info));
  return git.refresh();
}

}  // namespace

Error dirty(const git::Worktree& worktree, std::vector<std::string> paths) {
  Error error{ErrorCode::kDirty,
              fmt::format("the work tree at {} has changes in the way", quoted(worktree.path))};
  const std::size_t total = paths.size();
  if (total > kMostNamed) paths.resize(kMostNamed);
  for (const std::string& path : paths) error.causes.push_back(quoted(path));
  if (total > kMostNamed) error.causes.push_back(fmt::format("and {} more", total - kMostNamed));
  error.hints.emplace_back("commit or stash them there, then run the command again");
  return error;
}

Status bring_forward(const WorktreeGit& git, const git::Repository& repository,
                     const std::string& ref, const git::ObjectId& now,
                     std::vector<std::string>& notes) {
  CS_ASSIGN(const bool current, git.index_is(now));
  if (current) return {};
  CS_ASSIGN(const auto then, earlier_tip(git, repository, ref));
  if (!then) return {};
  const std::vector<std::string> move = {"read-tree", "-m", "-u", then->hex(), now.hex()};
  CS_ASSIGN(auto finished, git.run(move));
  if (finished.exit_code != 0) {
    CS_TRY(adopt_finished(git, *then, now));
    CS_ASSIGN(finished, git.run(move));
  }
  if (finished.exit_code != 0) {
    CS_ASSIGN(const auto changed, git.changed_files());
    return fail(dirty(git.worktree(), std::vector<std::string>(changed.begin(), changed.end())));
  }
  notes.push_back(fmt::format("the work tree at {} was left at {} and is brought forward",
                              quoted(git.worktree().path), then->hex().substr(0, 12)));
  return {};
}

}  // namespace claudestep::host
