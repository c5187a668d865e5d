#include "host/lost_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "host/index_tree.h"
#include "host/worktree_git.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kSubmoduleMode = "160000";
constexpr std::string_view kLinkMode = "120000";

// Whether git reads the file when it is given the path on a line of its own.
bool can_be_asked_for(const git::Worktree& worktree, const IndexEntry& entry) {
  struct stat status {};
  const std::string file = worktree.path + "/" + std::string(entry.path);
  return entry.mode != kLinkMode && entry.path.find('\n') == std::string_view::npos &&
         entry.path.front() != '"' && ::lstat(file.c_str(), &status) == 0 &&
         S_ISREG(status.st_mode);
}

// Looks which of `asked` still have their content; a file that git cannot read ends that early.
Status find_still_there(const WorktreeGit& git, const std::vector<LostFile*>& asked) {
  if (asked.empty()) return {};
  std::string paths;
  for (const LostFile* file : asked) paths += file->path + "\n";
  CS_ASSIGN(const auto finished, git.run({"hash-object", "--stdin-paths"}, paths));
  std::string_view ids = finished.out;
  for (LostFile* file : asked) {
    const std::string_view line = ids.substr(0, ids.find('\n'));
    file->is_still_there = line == file->id.hex();
    ids.remove_prefix(std::min(line.size() + 1, ids.size()));
  }
  return {};
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
    if (can_be_asked_for(worktree, entry)) askable.push_back(lost.size());
    lost.push_back({std::string(entry.path), entry.id});
  }
  std::vector<LostFile*> asked;
  for (const std::size_t at : askable) asked.push_back(&lost[at]);
  CS_TRY(find_still_there(git, asked));
  return lost;
}

}  // namespace claudestep::host
