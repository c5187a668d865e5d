#include "store/push_guard.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"
#include "store/fsck.h"
#include "store/fsck_frame.h"
#include "store/fsck_judge.h"
#include "store/recall.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

using Findings = std::vector<check::Diagnostic>;

Result<View> view_at(const git::Repository& repository, const std::string& ref, git::ObjectId at,
                     Instant now) {
  ViewOptions options;
  options.ref = ref;
  options.at = at.hex();
  options.now = now;
  return View::open(repository, options);
}

// What a file's errors were before; that they are still there is no reason to refuse.
std::set<std::pair<std::string, std::string>> errors_of(const Findings& findings) {
  std::set<std::pair<std::string, std::string>> errors;
  for (const auto& found : findings) {
    if (found.severity == check::Severity::kError) errors.emplace(found.code, found.message);
  }
  return errors;
}

Status examine_file(const git::Repository& repository, const ProjectEntry& entry,
                    const std::optional<git::ObjectId>& before, Instant now, Findings& findings) {
  if (!entry.obstacle.empty()) {
    findings.push_back(check::diagnose("push/unusable-file", Place{entry.path()},
                                       quoted(entry.path()) + " " + entry.obstacle));
    return {};
  }
  const check::Subject subject{entry.path(), entry.name, now};
  CS_ASSIGN(auto bytes, repository.read_blob(entry.blob));
  const auto found = check_file(std::move(bytes), subject);
  auto known = errors_of({});
  if (before && !errors_of(found).empty()) {
    auto old = repository.read_blob(*before);
    if (old) known = errors_of(check_file(*std::move(old), subject));
  }
  std::copy_if(found.begin(), found.end(), std::back_inserter(findings), [&](const auto& one) {
    return one.severity == check::Severity::kError && !known.contains({one.code, one.message});
  });
  return {};
}

// The files that the push changes.
Status examine_files(const git::Repository& repository, const PushedMove& move, Instant now,
                     Findings& findings) {
  CS_ASSIGN(const View after, view_at(repository, move.ref, *move.after, now));
  if (const Status folders = after.check_folders(); !folders) {
    findings.push_back(
        check::diagnose("push/unusable-file", Place{move.ref}, folders.error().message));
    return {};
  }
  std::map<std::string, ProjectEntry> known;
  if (move.before) {
    CS_ASSIGN(const View before, view_at(repository, move.ref, *move.before, now));
    if (auto entries = before.entries()) {
      for (ProjectEntry& entry : *entries) known.emplace(entry.path(), std::move(entry));
    }
  }
  CS_ASSIGN(const auto entries, after.entries());
  for (const ProjectEntry& entry : entries) {
    const auto old = known.find(entry.path());
    if (old != known.end() && old->second == entry) continue;
    const auto blob = old != known.end() && old->second.obstacle.empty()
                          ? std::optional(old->second.blob)
                          : std::nullopt;
    CS_TRY(examine_file(repository, entry, blob, now, findings));
  }
  return {};
}

// What `before` reaches. Most pushes are a few commits on top of it, and need no more than itself.
Result<std::set<git::ObjectId>> known_commits(const git::Repository& repository,
                                              git::ObjectId before, git::ObjectId after) {
  std::set<git::ObjectId> known{before};
  bool is_line = true;
  CS_TRY(repository.walk_first_parents(after, [&](const git::Commit& commit) {
    is_line = is_line && (commit.id == before || commit.parents.size() == 1);
    return is_line && commit.id != before;
  }));
  if (is_line) return known;
  CS_TRY(repository.walk(before, [&](const git::Commit& commit) {
    known.insert(commit.id);
    return true;
  }));
  return known;
}

}  // namespace

Result<Findings> examine_commits(const git::Repository& repository, git::ObjectId before,
                                 const std::vector<git::Commit>& pushed) {
  FsckReport report;
  FrameJudge judge(repository, report, Foreign::kHeld);
  CS_TRY(recall_past(repository, before, pushed, judge));
  for (const git::Commit& commit : pushed) CS_TRY(judge.judge(commit));
  judge.tell_losses();
  std::erase_if(report.diagnostics,
                [](const auto& found) { return found.severity != check::Severity::kError; });
  return std::move(report.diagnostics);
}

bool moves_branch(const git::Repository& repository, const std::string& pushed,
                  const std::string& ref) {
  if (pushed == ref) return true;
  const auto end = repository.resolve_ref_name(pushed);
  return end && *end == repository.resolve_ref_name(ref).value_or(ref);
}

Result<Findings> examine_push(const git::Repository& repository, const PushedMove& move,
                              Instant now) {
  Findings findings;
  if (!move.after) {
    findings.push_back(check::diagnose("push/branch-deleted", Place{move.ref},
                                       "the push deletes " + quoted(move.ref)));
    return findings;
  }
  if (move.before) {
    CS_ASSIGN(const bool has_all, repository.reaches(*move.after, *move.before));
    if (!has_all) {
      findings.push_back(check::diagnose(
          "push/history-dropped", Place{move.ref},
          quoted(move.ref) + " would lose commits up to " + short_commit(*move.before)));
      return findings;
    }
    CS_ASSIGN(const auto known, known_commits(repository, *move.before, *move.after));
    CS_ASSIGN(const auto pushed, oldest_first(repository, *move.after, known));
    CS_ASSIGN(findings, examine_commits(repository, *move.before, pushed));
  }
  CS_TRY(examine_files(repository, move, now, findings));
  return findings;
}

}  // namespace claudestep::store
