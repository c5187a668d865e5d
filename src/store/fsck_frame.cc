#include "store/fsck_frame.h"

#include <map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/fsck_judge.h"

namespace claudestep::store {

Result<std::vector<git::Commit>> oldest_first(const git::Repository& repository,
                                              const git::ObjectId& tip,
                                              const std::set<git::ObjectId>& known) {
  std::vector<git::Commit> ordered;
  if (known.contains(tip)) return ordered;
  std::map<git::ObjectId, bool> placed;  // false: its parents are still to come
  std::vector<git::Commit> path;
  CS_ASSIGN(auto first, repository.read_commit(tip));
  placed.emplace(tip, false);
  path.push_back(std::move(first));
  while (!path.empty()) {
    const git::ObjectId* next = nullptr;
    for (const git::ObjectId& parent : path.back().parents) {
      if (!placed.contains(parent) && !known.contains(parent)) next = &parent;
    }
    if (next != nullptr) {
      CS_ASSIGN(auto commit, repository.read_commit(*next));
      placed.emplace(commit.id, false);
      path.push_back(std::move(commit));
      continue;
    }
    placed[path.back().id] = true;
    ordered.push_back(std::move(path.back()));
    path.pop_back();
  }
  return ordered;
}

Status check_frame(const git::Repository& repository, const git::ObjectId& tip,
                   const std::string& ref, FsckReport& report) {
  const auto commits = oldest_first(repository, tip);
  if (!commits) return {};
  FrameJudge judge(repository, report);
  for (const git::Commit& commit : *commits) {
    if (!judge.judge(commit)) return {};
  }
  if (judge.strangers() > 0) {
    report.diagnostics.push_back(check::diagnose(
        "frame/foreign-commit", Place{ref},
        counted(judge.strangers(), "commit") + " of others touched no project file"));
  }
  return {};
}

}  // namespace claudestep::store
