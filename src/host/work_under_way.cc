#include "host/work_under_way.h"

#include <array>
#include <utility>

#include "base/folder.h"

namespace claudestep::host {

std::optional<std::string_view> work_under_way(const git::Worktree& worktree) {
  // In the order of what says most. The messages are all that "cherry-pick -n" and "merge --squash"
  // leave.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTraces = {{
      {"/rebase-apply", "applying patches"},
      {"/rebase-merge", "a rebase"},
      {"/REVERT_HEAD", "a revert"},
      {"/CHERRY_PICK_HEAD", "a cherry-pick"},
      {"/MERGE_HEAD", "a merge"},
      {"/sequencer", "a series of cherry-picks or reverts"},
      {"/SQUASH_MSG", "a merge that is to be one commit"},
      {"/MERGE_MSG", "a merge or a cherry-pick"},
  }};
  for (const auto& [trace, work] : kTraces) {
    if (is_on_disk(worktree.git_dir + std::string(trace))) return work;
  }
  return std::nullopt;
}

}  // namespace claudestep::host
