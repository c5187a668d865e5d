#include "host/stale_worktree.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>
#include <optional>
#include <set>

#include "base/file_io.h"
#include "base/file_rights.h"
#include "base/text.h"
#include "host/ask_doctor.h"
#include "host/shown_tip.h"
#include "host/taken_place.h"
#include "host/unguarded_files.h"
#include "host/work_under_way.h"
#include "host/worktree.h"

namespace claudestep::host {
namespace {

constexpr std::size_t kMostNamed = 20;

std::string short_id(const git::ObjectId& id) {
  constexpr std::size_t kDigits = 12;
  return id.hex().substr(0, kDigits);
}

// The bytes of a file of the work tree; nothing when it is no regular file.
std::optional<std::string> file_bytes(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return read_file(path);
}

bool is_absent(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) != 0 && errno == ENOENT;
}

// How far a move that was cut short had come with one path.
enum class Progress { kNotBegun, kUnfinished, kFinished };

// What is to be at `path` is `wanted`: a line that update-index takes, empty when nothing is. A
// file is taken away before it is written anew, so one that is missing or holds a beginning of the
// new bytes was being moved.
Result<Progress> progress_of(const WorktreeGit& git, const git::Repository& repository,
                             const std::string& path, const std::string& wanted) {
  const std::string file = git.worktree().path + "/" + path;
  if (is_absent(file)) return wanted.empty() ? Progress::kFinished : Progress::kUnfinished;
  if (wanted.empty()) return Progress::kNotBegun;
  // What is there, as git would store it; a failure when it is no file.
  CS_ASSIGN(const auto present, git.run({"hash-object", "--", path}));
  if (present.exit_code != 0) return Progress::kNotBegun;
  const std::size_t id_at = wanted.find(" blob ");
  if (id_at == std::string::npos) return Progress::kNotBegun;
  const std::string id = wanted.substr(id_at + 6, 40);
  if (trim(present.out) == id) return Progress::kFinished;
  const auto blob = git::ObjectId::parse(id);
  const auto bytes = file_bytes(file);
  if (!blob || !bytes) return Progress::kNotBegun;
  CS_ASSIGN(const std::string target, repository.read_blob(*blob));
  return target.starts_with(*bytes) ? Progress::kUnfinished : Progress::kNotBegun;
}

// What is to be at `path`, as progress_of() takes it.
Result<std::string> wanted_at(const WorktreeGit& git, const git::ObjectId& now,
                              const std::string& path) {
  return git.output({"ls-tree", "-z", "--full-tree", now.hex(), "--", path});
}

// Leaves those of `paths` in which nothing of a move to `now` has begun.
Status leave_out_moved(const WorktreeGit& git, const git::Repository& repository,
                       const git::ObjectId& now, std::set<std::string>& paths) {
  for (auto path = paths.begin(); path != paths.end();) {
    CS_ASSIGN(const auto wanted, wanted_at(git, now, *path));
    CS_ASSIGN(const Progress progress, progress_of(git, repository, *path, wanted));
    path = progress == Progress::kNotBegun ? std::next(path) : paths.erase(path);
  }
  return {};
}

// A folder of the work tree that a move would have to write in, and that may not be written.
Result<std::optional<std::string>> find_unwritable(const WorktreeGit& git,
                                                   const git::ObjectId& then,
                                                   const git::ObjectId& now) {
  CS_ASSIGN(const auto moved, git.changed_between(then, now));
  const std::string& top = git.worktree().path;
  for (const std::string& path : moved) {
    std::string folder = top + "/" + path;
    do {
      folder.resize(folder.rfind('/'));
    } while (folder.size() > top.size() && is_absent(folder));
    if (is_refused(folder, W_OK | X_OK)) return folder;
  }
  return std::nullopt;
}

// Where a read-tree was killed, files hold what it was to bring, or a part of it, while the index
// still tells of the old. Such files are finished and entered in the index as they are at `now`.
Status adopt_moved(const WorktreeGit& git, const git::Repository& repository,
                   const git::ObjectId& then, const git::ObjectId& now) {
  CS_ASSIGN(const auto moved, git.changed_between(then, now));
  std::string info;
  std::vector<std::string> finish = {"checkout-index", "-f", "-q", "--"};
  const std::size_t none = finish.size();
  for (const std::string& path : moved) {
    CS_ASSIGN(const auto wanted, wanted_at(git, now, path));
    CS_ASSIGN(const Progress progress, progress_of(git, repository, path, wanted));
    if (progress == Progress::kNotBegun) continue;
    info += wanted.empty() ? fmt::format("0 {}\t{}", git::ObjectId().hex(), path) + '\0' : wanted;
    if (progress == Progress::kUnfinished) finish.push_back(path);
  }
  if (info.empty()) return {};
  CS_TRY(git.output({"update-index", "-z", "--index-info"}, info));
  if (finish.size() > none) CS_TRY(git.output(finish));
  return git.refresh();
}

// Makes the move where nothing is in its way; nothing when it was made, else what git said, which
// is nothing of a file that it does not know.
Result<std::optional<Finished>> move_if_free(const WorktreeGit& git, const git::ObjectId& from,
                                             const git::ObjectId& to) {
  CS_ASSIGN(const auto unguarded, unguarded_files(git, from, to));
  if (!unguarded.empty()) return std::optional(Finished());
  CS_ASSIGN(auto finished, git.run({"read-tree", "-m", "-u", from.hex(), to.hex()}));
  if (finished.exit_code == 0) return std::nullopt;
  if (is_fatal(finished)) {
    return fail(not_moved(git.worktree(), finished).hint("nothing was written"));
  }
  return std::optional(std::move(finished));
}

// dirty(), with all files that differ from the index.
Error dirty_with_changes(const WorktreeGit& git, std::set<std::string> paths) {
  if (auto changed = git.changed_files()) paths.merge(*changed);
  return dirty_there(git, paths);
}

// Brings a work tree to `now` whose index is that of a tip that git cannot compare with others,
// since trees of it are lost: it compares the index instead, in which nothing else is then.
Status leave_lost_tip(const WorktreeGit& git, const git::ObjectId& now) {
  CS_ASSIGN(const auto added, git.paths({"diff-index", "--cached", "--no-renames", "--name-only",
                                         "--diff-filter=D", "-z", now.hex(), "--"}));
  CS_ASSIGN(auto in_the_way, unguarded_among(git, added));
  if (in_the_way.empty()) {
    CS_ASSIGN(const auto finished, git.run({"read-tree", "-m", "-u", now.hex()}));
    if (finished.exit_code == 0) return {};
    if (is_fatal(finished)) {
      return fail(not_moved(git.worktree(), finished).hint("nothing was written"));
    }
  }
  return fail(dirty_with_changes(git, std::move(in_the_way)));
}

// Why a work tree that shows `then` cannot be brought to `now`: changes of somebody, else what git
// said of the last try, as where rights are missing.
Result<Error> why_behind(const WorktreeGit& git, const git::ObjectId& then,
                         const git::ObjectId& now, const Finished& said) {
  CS_ASSIGN(auto changed, git.changed_files());
  CS_ASSIGN(const auto paths, paths_in_the_way(git, then, now, std::move(changed)));
  if (!paths.empty()) return dirty_behind(git.worktree(), then, paths);
  return not_moved(git.worktree(), said)
      .hint("nothing was written; the work tree still shows " + short_id(then) +
            ", where the branch was before: commit nothing there; a write of somebody who may "
            "change its files brings it forward");
}

// What is staged in the middle of such work may be that of an earlier tip, as where the newest
// write is reverted.
std::string left_as_staged(const git::Worktree& worktree, std::string_view work) {
  return fmt::format(
      "the work tree at {} is in the middle of {}: what is staged there stays, and git diff HEAD "
      "there shows what a commit would take back",
      quoted(worktree.path), work);
}

std::string brought_forward(const git::Worktree& worktree, const git::ObjectId& then,
                            std::string_view which) {
  return fmt::format("the work tree at {} was left at {}{} and is brought forward",
                     quoted(worktree.path), short_id(then), which);
}

}  // namespace

Result<std::optional<LeftBehind>> find_left_behind(const git::Repository& repository,
                                                   const git::Worktree& worktree,
                                                   const std::string& ref, const git::ObjectId& now,
                                                   const Environment& environment) {
  if (work_under_way(worktree)) return std::nullopt;
  const WorktreeGit git(worktree, {environment});
  CS_ASSIGN(const bool is_current, git.index_is(now));
  if (is_current) return std::nullopt;
  CS_ASSIGN(const auto shown, earlier_tip_shown(git, repository, ref, now));
  if (!shown) return std::nullopt;
  // Unlike diff-files this looks at a file that was only touched, and without a lock.
  CS_ASSIGN(const auto changed, git.paths({"--no-optional-locks", "diff", "--no-ext-diff",
                                           "--no-renames", "--name-only", "-z"}));
  std::set<std::string> paths(changed.begin(), changed.end());
  std::optional<std::string> without_rights;
  if (auto in_the_way = paths_in_the_way(git, shown->tip, now, paths)) {
    paths = *std::move(in_the_way);
    if (shown->is_clear) CS_TRY(leave_out_moved(git, repository, now, paths));
    CS_ASSIGN(without_rights, find_unwritable(git, shown->tip, now));
  }
  return LeftBehind{shown->tip, {paths.begin(), paths.end()}, std::move(without_rights)};
}

std::vector<std::string> lines_said(const Finished& finished) {
  std::vector<std::string> lines;
  for (std::string_view text = finished.err; !text.empty();) {
    if (const auto line = trim(cut_line(text)); !line.empty()) lines.emplace_back(line);
  }
  return lines;
}

bool is_fatal(const Finished& finished) {
  return finished.err.starts_with("fatal:") || finished.err.find("\nfatal:") != std::string::npos;
}

Error not_moved(const git::Worktree& worktree, const Finished& finished) {
  return Error{ErrorCode::kGitFailed,
               fmt::format("the work tree at {} could not be brought along", quoted(worktree.path)),
               lines_said(finished)};
}

Error dirty(const git::Worktree& worktree, std::vector<std::string> paths) {
  Error error{ErrorCode::kDirty,
              fmt::format("the work tree at {} has changes in the way", quoted(worktree.path))};
  const std::size_t total = paths.size();
  if (total > kMostNamed) paths.resize(kMostNamed);
  for (const std::string& path : paths) error.causes.push_back(quoted(path));
  if (total > kMostNamed) error.causes.push_back(fmt::format("and {} more", total - kMostNamed));
  error.hints.push_back(std::string(kSettleChanges) + "; then run the command again");
  return error;
}

std::vector<std::string> ways_forward(const git::ObjectId& then) {
  const std::string tip = short_id(then);
  return {
      "the work tree still shows " + tip +
          ", where the branch was before: commit and stash nothing there, which would take back "
          "what was written since",
      "there, git diff " + tip + " -- PATH >FILE keeps your changes, and git checkout " + tip +
          " -- PATH undoes them; what git does not know there is moved away; then the next "
          "write brings the work tree forward, and git apply --3way FILE puts them back"};
}

Error dirty_behind(const git::Worktree& worktree, const git::ObjectId& then,
                   const std::set<std::string>& paths) {
  Error error = dirty(worktree, {paths.begin(), paths.end()});
  error.hints = ways_forward(then);
  return error;
}

Error dirty_there(const WorktreeGit& git, const std::set<std::string>& paths) {
  Error error = dirty(git.worktree(), {paths.begin(), paths.end()});
  const auto changed = git.changed_files();
  std::size_t at = 0;
  for (const std::string& path : paths) {
    const std::size_t cause = at++;
    const auto taken = changed && changed->contains(path)
                           ? find_taken_place(git.worktree().path, path)
                           : std::nullopt;
    if (!taken) continue;
    error.hints = {std::string(kAskDoctor)};
    if (cause >= kMostNamed) break;
    error.causes[cause] = (taken->path == path ? "" : quoted(path) + ": ") + quoted(taken->path) +
                          " " + describe(taken->taker);
  }
  return error;
}

Result<bool> bring_forward(const WorktreeGit& git, const git::Repository& repository,
                           const std::string& ref, const git::ObjectId& now,
                           std::vector<std::string>& notes) {
  CS_ASSIGN(const bool current, git.index_is(now));
  if (current) return false;
  CS_ASSIGN(const auto shown, earlier_tip_shown(git, repository, ref, now));
  if (!shown || !shown->is_clear) return false;
  if (const auto work = work_under_way(git.worktree())) {
    notes.push_back(left_as_staged(git.worktree(), *work));
    return false;
  }
  const git::ObjectId& then = shown->tip;
  if (!git.changed_between(then, now)) {
    CS_TRY(leave_lost_tip(git, now));
    notes.push_back(brought_forward(git.worktree(), then, ", which is lost,"));
    return true;
  }
  CS_ASSIGN(auto refused, move_if_free(git, then, now));
  if (refused) {
    CS_TRY(adopt_moved(git, repository, then, now));
    CS_ASSIGN(refused, move_if_free(git, then, now));
  }
  if (refused) {
    CS_ASSIGN(auto error, why_behind(git, then, now, *refused));
    return fail(std::move(error));
  }
  notes.push_back(brought_forward(git.worktree(), then, ""));
  return true;
}

}  // namespace claudestep::host
