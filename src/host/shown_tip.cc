#include "host/shown_tip.h"

#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "base/folder.h"
#include "host/unguarded_files.h"

namespace claudestep::host {
namespace {

constexpr std::size_t kMostTips = 200;

// A file of an index or a tree; the zero id where there is none.
struct FileState {
  git::FileMode mode = git::FileMode::kFile;
  git::ObjectId id;

  bool operator==(const FileState&) const = default;
};

// What an index has, by path, where it differs from a commit.
using Staged = std::map<std::string, FileState>;

std::vector<git::ObjectId> tips_of(const git::Repository& repository, const std::string& ref) {
  std::vector<git::ObjectId> tips;
  std::set<git::ObjectId> seen;
  for (const git::ReflogEntry& entry : repository.reflog(ref)) {
    for (const git::ObjectId& tip : {entry.new_id, entry.old_id}) {
      if (tip.is_zero() || !seen.insert(tip).second) continue;
      if (tips.size() == kMostTips) return tips;
      tips.push_back(tip);
    }
  }
  return tips;
}

// ":<mode> <mode> <id> <id> <letter>" of `diff-index --raw`: the state in the index.
std::optional<FileState> parse_raw(std::string_view line) {
  constexpr std::size_t kModeAt = 8;
  constexpr std::size_t kModeSize = 6;
  constexpr std::size_t kIdAt = 56;
  constexpr std::size_t kIdSize = 40;
  if (line.size() < kIdAt + kIdSize) return std::nullopt;
  std::uint32_t mode = 0;
  constexpr int kOctal = 8;
  const std::string_view digits = line.substr(kModeAt, kModeSize);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), mode, kOctal);
  const auto id = git::ObjectId::parse(line.substr(kIdAt, kIdSize));
  if (read.ec != std::errc() || !id) return std::nullopt;
  return id->is_zero() ? FileState{} : FileState{static_cast<git::FileMode>(mode), *id};
}

// Nothing when the index holds a conflict. What somebody only means to add is in no index yet.
Result<std::optional<Staged>> staged_since(const WorktreeGit& git, const git::ObjectId& commit) {
  CS_ASSIGN(const auto parts, git.paths({"diff-index", "--cached", "--raw", "--no-abbrev",
                                         "--no-renames", "-z", commit.hex(), "--"}));
  Staged staged;
  for (std::size_t at = 0; at + 1 < parts.size(); at += 2) {
    const auto state = parse_raw(parts[at]);
    if (!state) return fail(ErrorCode::kGitFailed, "cannot understand what git says of the index");
    if (parts[at].ends_with('U')) return std::optional<Staged>();
    staged.emplace(parts[at + 1], *state);
  }
  return std::optional(std::move(staged));
}

// How well a tip explains what differs from the branch.
struct Likeness {
  std::size_t as_then = 0;  // paths that the index has as the tip has them
  std::size_t other = 0;    // paths that changed since, which it has as the branch does
  bool is_clear = false;

  [[nodiscard]] bool is_nearer() const { return as_then > other; }
  [[nodiscard]] bool is_better_than(const Likeness& than) const {
    if (is_clear != than.is_clear) return is_clear;
    return as_then + than.other > than.as_then + other;
  }
};

Likeness compare(const Staged& staged, const std::vector<git::FileDifference>& moved) {
  Likeness likeness;
  for (const git::FileDifference& file : moved) {
    const auto found = staged.find(file.path);
    if (found == staged.end()) {
      ++likeness.other;
      continue;
    }
    const FileState then =
        file.before ? FileState{file.before->mode, file.before->id} : FileState{};
    if (found->second == then) ++likeness.as_then;
  }
  likeness.is_clear = likeness.as_then == moved.size();
  return likeness;
}

}  // namespace

Result<std::optional<git::ObjectId>> tip_of_index(const WorktreeGit& git,
                                                  const git::Repository& repository,
                                                  const std::string& ref) {
  CS_ASSIGN(const auto tree, git.index_tree());
  if (!tree) return std::nullopt;
  for (const git::ObjectId& tip : tips_of(repository, ref)) {
    const auto commit = repository.read_commit(tip);
    if (commit && commit->tree == *tree) return tip;
  }
  return std::nullopt;
}

Result<std::optional<ShownTip>> earlier_tip_shown(const WorktreeGit& git,
                                                  const git::Repository& repository,
                                                  const std::string& ref,
                                                  const git::ObjectId& now) {
  CS_ASSIGN(const auto exact, tip_of_index(git, repository, ref));
  if (exact) return ShownTip{*exact, true};
  CS_ASSIGN(const auto staged, staged_since(git, now));
  if (!staged) return std::nullopt;
  CS_ASSIGN(const auto branch, repository.read_commit(now));
  std::optional<ShownTip> shown;
  Likeness best;
  std::set<git::ObjectId> trees = {branch.tree};
  for (const git::ObjectId& tip : tips_of(repository, ref)) {
    const auto commit = repository.read_commit(tip);
    if (!commit || !trees.insert(commit->tree).second) continue;
    // One that is nearer changed fewer paths since than twice those in which the index differs.
    const auto moved = repository.changed_files(commit->tree, branch.tree, 2 * staged->size());
    if (!moved || !*moved) continue;
    const Likeness likeness = compare(*staged, **moved);
    if (!likeness.is_nearer() || !likeness.is_better_than(best)) continue;
    best = likeness;
    shown = ShownTip{tip, likeness.is_clear};
  }
  return shown;
}

Result<std::set<std::string>> paths_in_the_way(const WorktreeGit& git, const git::ObjectId& from,
                                               const git::ObjectId& to,
                                               std::set<std::string> changed) {
  CS_ASSIGN(const auto moved, git.changed_between(from, to));
  CS_ASSIGN(const auto staged,
            git.paths({"diff-index", "--cached", "--name-only", "-z", from.hex(), "--"}));
  changed.insert(staged.begin(), staged.end());
  CS_ASSIGN(const auto listed, git.paths({"ls-files", "-z"}));
  const std::set<std::string> known(listed.begin(), listed.end());
  CS_ASSIGN(auto in_the_way, unguarded_files(git, from, to));
  for (const std::string& path : moved) {
    const bool untracked = !known.contains(path) && is_on_disk(git.worktree().path + "/" + path);
    if (untracked || changed.contains(path)) in_the_way.insert(path);
  }
  return in_the_way;
}

}  // namespace claudestep::host
