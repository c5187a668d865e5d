#include "host/paused_rebase.h"

#include <string_view>
#include <utility>

#include "base/file_io.h"
#include "base/text.h"

namespace claudestep::host {

namespace {

constexpr std::size_t kMostOfALine = 65536;

std::string line_of(const std::string& path) {
  const auto text = read_file(path, kMostOfALine);
  return text ? std::string(trim(*text)) : std::string();
}

}  // namespace

Result<std::vector<PausedRebase>> paused_rebases(const git::Repository& repository,
                                                 const std::string& ref) {
  CS_ASSIGN(auto all, repository.worktrees());
  CS_ASSIGN(const std::string end, repository.resolve_ref_name(ref));
  std::vector<PausedRebase> found;
  for (git::Worktree& worktree : all) {
    if (worktree.head) continue;
    for (const std::string_view folder : {"/rebase-merge/", "/rebase-apply/"}) {
      const std::string state = worktree.git_dir + std::string(folder);
      const std::string name = line_of(state + "head-name");
      if (name.empty() || (name != ref && repository.resolve_ref_name(name).value_or("") != end)) {
        continue;
      }
      found.push_back({std::move(worktree), git::ObjectId::parse(line_of(state + "orig-head"))});
      break;
    }
  }
  return found;
}

Status check_no_rebase(const git::Repository& repository, const std::string& ref) {
  CS_ASSIGN(const auto rebases, paused_rebases(repository, ref));
  if (rebases.empty()) return {};
  return fail(Error{ErrorCode::kDirty, "the work tree at " + quoted(rebases.front().worktree.path) +
                                           " is in the middle of a rebase of the branch"}
                  .caused_by("git would take back what is written now, when the rebase is ended or "
                             "given up")
                  .hint("end it there first: git rebase --continue, or git rebase --abort; then "
                        "run the command again"));
}

}  // namespace claudestep::host
