#include "store/fsck_frame.h"

#include <map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/fsck_judge.h"

namespace claudestep::store {

namespace {

void add_not_judged(Place place, const std::string& why, FsckReport& report) {
  auto found =
      check::diagnose("frame/not-judged", std::move(place), "the history cannot be judged: " + why);
  found.hint = "if something is lost, bring it back first: claudestep doctor tells the way out";
  report.diagnostics.push_back(std::move(found));
}

// A commit that cannot be judged. What a partial clone never fetched may be as it should be.
void add_unjudged(const git::Commit& commit, const Error& why, FsckReport& report) {
  const bool is_elsewhere = why.code == ErrorCode::kUnsupported;
  report.diagnostics.push_back(check::diagnose(is_elsewhere ? "frame/not-judged" : "frame/damaged",
                                               place_in(commit, ""),
                                               "it cannot be judged: " + why.one_line()));
}

}  // namespace

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

void tell_not_judged(const std::string& ref, FsckReport& report) {
  add_not_judged({ref}, "commits of it are missing or damaged", report);
}

void check_frame(const git::Repository& repository, const git::ObjectId& tip,
                 const std::string& ref, FsckReport& report) {
  const auto commits = oldest_first(repository, tip);
  if (!commits) return add_not_judged({ref}, commits.error().one_line(), report);
  FrameJudge judge(repository, report);
  for (const git::Commit& commit : *commits) {
    const Status judged = judge.judge(commit);
    if (!judged) add_unjudged(commit, judged.error(), report);
  }
  if (judge.strangers() > 0) {
    report.diagnostics.push_back(check::diagnose(
        "frame/foreign-commit", Place{ref},
        counted(judge.strangers(), "commit") + " of others touched no project file"));
  }
}

}  // namespace claudestep::store
