#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/longest_rise.h"
#include "store/commit_message.h"
#include "store/fsck_judge.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kMostTold = 5;  // projects of a foreign commit, and changes in each

bool is_planned(const git::Commit& commit) {
  return commit.id == git::ObjectId();
}

// Who did what is told next; of a commit that is yet to be made there is nothing to say.
std::string maker_of(const git::Commit& commit) {
  if (is_planned(commit)) return "it ";
  return quoted(commit.author.name, 40) + " made " + store::subject_of(commit) + ": it ";
}

// Takes out the numbers of tasks that stand among the others as before: they follow from the rest.
void forget_numbers(std::vector<FactChange>& changes, const Version& old, const Version& now) {
  std::map<std::string, std::int64_t> before;
  for (const model::Task& task : old.project.tasks) {
    if (task.id) before.emplace(task.id->value, task.index.value);
  }
  std::vector<std::pair<std::int64_t, std::string>> after;
  for (const model::Task& task : now.project.tasks) {
    if (task.id && before.contains(task.id->value)) {
      after.emplace_back(task.index.value, task.id->value);
    }
  }
  std::sort(after.begin(), after.end());
  std::vector<std::int64_t> places;
  places.reserve(after.size());
  for (const auto& [index, id] : after) places.push_back(before.at(id));
  std::set<std::string> stayed;
  for (const std::size_t at : model::longest_rise(places)) stayed.insert(after[at].second);
  std::erase_if(changes, [&](const FactChange& change) {
    return change.key.of == FactOf::kTask && change.key.member == "index" &&
           stayed.contains(change.key.record);
  });
}

}  // namespace

std::string FrameJudge::foreign_deeds(const std::string& name, const ProjectStep& project) {
  const auto old = project.before ? versions_.read(project.before->blob) : nullptr;
  const auto now = project.after ? versions_.read(project.after->blob) : nullptr;
  if ((old && !old->readable) || (now && !now->readable)) {
    return "leaves a file that cannot be read, or mends one";
  }
  Verdict unused = Verdict::kUnnamed;
  if (!old || !now) {
    const FactChange change{kWholeFile, state_of(project.before), state_of(project.after)};
    return deed({{name}, {}}, change, "the project " + quoted(name), unused);
  }
  const auto changes = changes_between(old->facts, now->facts);
  if (changes.empty()) return "changes no fact";
  return deeds_of(past_of(name, {old.get(), now.get()}), changes, old.get(), *now);
}

std::string FrameJudge::deeds_of(const Past& past, const std::vector<FactChange>& changes,
                                 const Version* old, const Version& now) const {
  Verdict unused = Verdict::kUnnamed;
  std::string text;
  const std::size_t shown = std::min(changes.size(), kMostTold);
  for (std::size_t at = 0; at < shown; ++at) {
    const model::Project& there = changes[at].after || !old ? now.project : old->project;
    text += (at == 0 ? "" : "; ") +
            deed(past, changes[at], describe_fact(changes[at].key, there), unused);
  }
  if (shown < changes.size()) text += "; and " + std::to_string(changes.size() - shown) + " more";
  return text;
}

void FrameJudge::list_foreign(const git::Commit& commit, const TreeStep& step) {
  if (step.projects.empty()) ++strangers_;
  const std::string who = maker_of(commit);
  std::size_t told = 0;
  for (const auto& [name, project] : step.projects) {
    if (told++ == kMostTold) break;
    const Placed& where = project.after ? *project.after : *project.before;
    add("frame/foreign-commit", commit, path_of(name, where.shelf),
        who + foreign_deeds(name, project));
  }
  if (step.projects.size() > kMostTold) {
    add("frame/foreign-commit", commit, "",
        who + "touches " + counted(step.projects.size() - kMostTold, "more project"));
  }
}

void FrameJudge::hold_foreign(const git::Commit& commit, const TreeStep& step) {
  for (const auto& [name, project] : step.projects) {
    if (!project.before) {
      // What took another name is judged where it was.
      if (project.after && !name_before(step, name)) {
        hold_brought_back(commit, name, *project.after);
      }
      continue;
    }
    Subject subject{path_of(name, project.before->shelf), name, {{name}, {}}};
    std::vector<FactChange> changes;
    const auto old = versions_.read(project.before->blob);
    if (!project.after) {
      changes.push_back({kWholeFile, state_of(project.before), std::nullopt});
    } else {
      const auto now = versions_.read(project.after->blob);
      // Nothing can be lost from a file that could not be read, and one that cannot be read now is
      // found for itself.
      if (old->readable && now->readable) {
        changes = changes_between(old->facts, now->facts);
        forget_numbers(changes, *old, *now);
      }
      add_past(old.get(), subject.past);
      add_past(now.get(), subject.past);
      subject.old = old;
      subject.now = now;
      if (project.before->shelf != project.after->shelf) {
        changes.push_back({kShelf, shelf_of(project.before), shelf_of(project.after)});
      }
    }
    for (const FactChange& change : changes) {
      hold_change(commit, subject, change, describe(change.key, name, old.get()));
    }
  }
}

std::vector<FactChange> FrameJudge::tasks_brought_back(const Past& past, const Version& now) const {
  std::vector<FactChange> changes = changes_between({}, now.facts);
  std::erase_if(changes, [&](const FactChange& change) {
    return change.key.of != FactOf::kTask || !ledger_.undone_by(past, change);
  });
  return changes;
}

std::vector<FactChange> FrameJudge::brought_back(const std::string& name, const Placed& after) {
  const FactChange whole{kWholeFile, std::nullopt, state_of(after)};
  if (ledger_.undone_by({{name}, {}}, whole)) return {whole};
  const auto now = versions_.read(after.blob);
  return tasks_brought_back(past_of(name, {now.get()}), *now);
}

void FrameJudge::hold_brought_back(const git::Commit& commit, const std::string& name,
                                   const Placed& after) {
  const auto now = versions_.read(after.blob);
  Subject subject{path_of(name, after.shelf), name, past_of(name, {now.get()})};
  subject.now = now;
  const FactChange whole{kWholeFile, std::nullopt, state_of(after)};
  const auto gone_by = ledger_.undone_by({{name}, {}}, whole);
  if (gone_by && !is_kept(commit, subject, whole, *gone_by)) {
    return hold_change(commit, subject, whole, describe(kWholeFile, name, now.get()));
  }
  // Who kept the project kept what there was of it then.
  for (const FactChange& change : tasks_brought_back(subject.past, *now)) {
    hold_change(commit, subject, change, describe(change.key, name, now.get()));
  }
}

void FrameJudge::hold_change(const git::Commit& commit, const Subject& subject,
                             const FactChange& change, const std::string& what) {
  const bool is_merge_gone = takes_back_merge(change);
  // Of several commits that become one nobody can tell whether the claim was free in between.
  const bool is_claim_gone = is_planned(commit) && change.key.of == FactOf::kTask &&
                             change.key.member == "claim" && change.before &&
                             !change.before->empty();
  const auto undone = ledger_.undone_by(subject.past, change);
  if (change.after && !is_merge_gone && !is_claim_gone && !undone) return;
  if (undone && brings_back_loss(*undone, subject.name, change)) return;
  if (undone && is_kept(commit, subject, change, *undone)) return;
  Verdict unused = Verdict::kUnnamed;
  lose(commit, subject, change,
       maker_of(commit) + deed(subject.past, change, what, unused) +
           (is_merge_gone ? ", and a merge is final" : ""));
}

void FrameJudge::tell_by_hand(const git::Commit& commit, const Subject& subject,
                              const std::vector<FactChange>& changes, const Version* old,
                              const Version& now) {
  if (foreign_ == Foreign::kListed) {
    return list_by_hand(commit, subject.path, deeds_of(subject.past, changes, old, now));
  }
  if (old == nullptr) return;  // what it brings is there for the first time
  std::vector<FactChange> held = changes;
  forget_numbers(held, *old, now);
  for (const FactChange& change : held) {
    hold_change(commit, subject, change, describe_fact(change.key, old->project));
  }
}

void FrameJudge::list_by_hand(const git::Commit& commit, const std::string& path,
                              const std::string& deeds) {
  add("frame/foreign-commit", commit, path,
      subject_of(commit) + " carries on what was done by hand: it " + deeds);
}

}  // namespace claudestep::store
