#include "host/lost_files.h"

#include <sys/stat.h>

#include <string_view>
#include <utility>

#include "host/index_tree.h"
#include "host/worktree_git.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kSubmoduleMode = "160000";
constexpr std::string_view kLinkMode = "120000";

using Files = std::vector<LostFile*>;

// Whether there is a file of which git can be asked what it would store of it.
bool is_file(const git::Worktree& worktree, std::string_view path) {
  struct stat status {};
  const std::string file = worktree.path + "/" + std::string(path);
  return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

// Whether git takes a line for the path: it takes off a carriage return, and quotes.
bool fits_a_line(const std::string& path) {
  return path.find('\n') == std::string::npos && !path.ends_with('\r') && path.front() != '"';
}

class Asker {
 public:
  // With `filter`, "--no-filters" or nothing.
  Asker(const WorktreeGit& git, std::string filter) : git_(git), filter_(std::move(filter)) {}

  Status ask(const Files& files) const {
    Files on_lines;
    for (LostFile* file : files) {
      if (file->kept != Kept::kNowhere) continue;
      if (fits_a_line(file->path)) {
        on_lines.push_back(file);
        continue;
      }
      CS_ASSIGN(const std::string ids, hashed({"--", file->path}, ""));
      note(*file, ids.substr(0, ids.find('\n')));
    }
    for (std::size_t from = 0; from < on_lines.size(); ++from) CS_TRY(ask_on_lines(on_lines, from));
    return {};
  }

 private:
  // Asks of all from `from` on, and leaves it at the one that git could not read, which ends that.
  Status ask_on_lines(const Files& files, std::size_t& from) const {
    std::string paths;
    for (std::size_t at = from; at < files.size(); ++at) paths += files[at]->path + "\n";
    CS_ASSIGN(const std::string ids, hashed({"--stdin-paths"}, paths));
    std::string_view left = ids;
    for (; from < files.size() && left.find('\n') != std::string_view::npos; ++from) {
      note(*files[from], left.substr(0, left.find('\n')));
      left.remove_prefix(left.find('\n') + 1);
    }
    return {};
  }

  Result<std::string> hashed(const std::vector<std::string>& which, std::string_view input) const {
    std::vector<std::string> words = {"hash-object"};
    if (!filter_.empty()) words.push_back(filter_);
    words.insert(words.end(), which.begin(), which.end());
    CS_ASSIGN(auto finished, git_.run(words, input));
    return std::move(finished.out);
  }

  void note(LostFile& file, std::string_view id) const {
    if (id == file.id.hex()) file.kept = filter_.empty() ? Kept::kFiltered : Kept::kAsItIs;
  }

  const WorktreeGit& git_;
  const std::string filter_;
};

Status ask_of(const WorktreeGit& git, const Files& asked) {
  CS_TRY(Asker(git, "").ask(asked));
  // Git does not filter what it finds in the branch as it would what is new, nor does claudestep.
  return Asker(git, "--no-filters").ask(asked);
}

}  // namespace

Result<std::vector<LostFile>> lost_files(const git::Repository& repository,
                                         const git::Worktree& worktree,
                                         const Environment& environment) {
  const WorktreeGit git(worktree, {environment});
  CS_ASSIGN(const auto listing, git.index_listing());
  CS_ASSIGN(const auto entries, entries_of_listing(listing));
  std::vector<LostFile> lost;
  std::vector<std::size_t> askable;
  for (const IndexEntry& entry : entries) {
    if (entry.mode == kSubmoduleMode || repository.has_object(entry.id)) continue;
    const bool is_askable = entry.mode != kLinkMode && is_file(worktree, entry.path);
    if (is_askable) askable.push_back(lost.size());
    lost.push_back({std::string(entry.path), entry.id});
  }
  Files asked;
  for (const std::size_t at : askable) asked.push_back(&lost[at]);
  CS_TRY(ask_of(git, asked));
  return lost;
}

Status find_kept(const git::Worktree& worktree, const Environment& environment,
                 std::vector<LostFile>& lost) {
  Files asked;
  for (LostFile& file : lost) {
    if (is_file(worktree, file.path)) asked.push_back(&file);
  }
  return ask_of(WorktreeGit(worktree, {environment}), asked);
}

Result<std::vector<git::ObjectId>> index_trees(const git::Worktree& worktree,
                                               const Environment& environment) {
  return WorktreeGit(worktree, {environment}).index_trees();
}

}  // namespace claudestep::host
