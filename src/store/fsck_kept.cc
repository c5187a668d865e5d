// What a commit that puts work upon another tip brings back though it was taken away there: a merge
// keeps what somebody works on, and so may this.
#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "store/commit_message.h"
#include "store/fsck_judge.h"
#include "store/merge_keeps.h"

namespace claudestep::store {

namespace {

std::optional<std::string> value_of(const Facts& facts, const FactKey& key) {
  const auto found = facts.find(key);
  return found == facts.end() ? std::nullopt : std::optional(found->second);
}

bool is_of(const FactKey& key, const FactKey& record) {
  if (key.of == record.of && key.record == record.record) return true;
  return record.of == FactOf::kPullRequest && key.of == FactOf::kOperation &&
         key.record.starts_with(record.record + " ");
}

// Merges keep what comes, and have an operation with another pull request. What was changed in it,
// or went, is nothing that was kept.
bool can_be_kept(const FactChange& change) {
  if (change.key == kShelf) return change.after == folder_name(model::Shelf::kProjects);
  if (change.key.of == FactOf::kOperation && !change.after) return true;
  return !change.before && change.after && change.key.member.empty();
}

}  // namespace

bool FrameJudge::is_kept(const git::Commit& commit, const Subject& subject,
                         const FactChange& change, const git::ObjectId& by) {
  if (!is_transplant(commit) || !subject.now || !subject.now->readable) return false;
  if (!can_be_kept(change)) return false;
  if (merges_ != nullptr) return merges_->have(subject.past.names, change.key, by);
  if (change.key == kShelf) return subject.old && has_new_work(subject, subject.old->facts);
  if (change.key.of == FactOf::kOperation) return is_with_another(change.key, subject);
  if (change.key.of == FactOf::kTask && subject.old) {
    std::set<std::string> asked;
    return is_task_kept(subject, change.key.record, asked);
  }
  const auto lost = before_loss(by, subject.past, change.key);
  if (!lost) return false;
  return has_new_work(subject, lost->facts, subject.old ? &change.key : nullptr);
}

// Whether the AI operation, which was with a pull request, has come to another one.
bool FrameJudge::is_with_another(const FactKey& operation, const Subject& subject) {
  const auto key_of = [](const FactKey& key) {
    return std::string_view(key.record).substr(key.record.find(' '));
  };
  const Facts& now = subject.now->facts;
  return std::any_of(now.begin(), now.end(), [&](const auto& fact) {
    const FactKey& key = fact.first;
    return key.of == FactOf::kOperation && key_of(key) == key_of(operation) &&
           !(subject.old && subject.old->facts.contains(key));
  });
}

// One that came back is kept for the work on it, and for who has come to need it since.
bool FrameJudge::is_task_kept(const Subject& subject, const std::string& id,
                              std::set<std::string>& asked) {
  const FactKey record{FactOf::kTask, id, ""};
  const auto now = value_of(subject.now->facts, record);
  if (!now || subject.old->facts.contains(record) || !asked.insert(id).second) return false;
  const auto taken_by = ledger_.undone_by(subject.past, {record, std::nullopt, now});
  if (!taken_by) return true;
  const auto lost = before_loss(*taken_by, subject.past, record);
  if (!lost) return false;
  if (has_new_work(subject, lost->facts, &record)) return true;
  const model::Project& project = subject.now->project;
  const auto is_new_need = [&](const FactKey& need) { return is_new(subject, lost->facts, need); };
  return std::any_of(
             project.pull_requests.begin(), project.pull_requests.end(),
             [&](const model::PullRequest& pr) {
               return pr.task_id && pr.task_id->value == id &&
                      is_new_need({FactOf::kPullRequest, std::to_string(pr.number.value), "task"});
             }) ||
         std::any_of(project.tasks.begin(), project.tasks.end(), [&](const model::Task& task) {
           if (!task.id || !waits_for(task, id)) return false;
           const model::Task* const before = model::find_task_by_id(lost->project, task.id->value);
           const bool is_newer = before == nullptr || !waits_for(*before, id);
           return (is_newer && is_new_need({FactOf::kTask, task.id->value, "depends_on"})) ||
                  is_task_kept(subject, task.id->value, asked);
         });
}

// Whether the project has something that it had neither in `before` nor ever; of `record` alone,
// where that is given.
bool FrameJudge::has_new_work(const Subject& subject, const Facts& before,
                              const FactKey* record) const {
  const Facts& now = subject.now->facts;
  return std::any_of(now.begin(), now.end(), [&](const auto& fact) {
    const FactKey& key = fact.first;
    if (record != nullptr && !is_of(key, *record)) return false;
    return is_new(subject, before, key);
  });
}

// Numbers follow from what else there is.
bool FrameJudge::is_new(const Subject& subject, const Facts& before, const FactKey& key) const {
  if (key.of == FactOf::kTask && key.member == "index") return false;
  const auto was = value_of(before, key);
  const auto now = value_of(subject.now->facts, key);
  return now && now != was && !ledger_.undone_by(subject.past, {key, was, now});
}

std::shared_ptr<const Version> FrameJudge::before_loss(const git::ObjectId& taken_by,
                                                       const Past& past, const FactKey& key) {
  const auto commit = repository_.read_commit(taken_by);
  if (!commit) return nullptr;
  for (std::size_t parent = 0; parent < commit->parents.size(); ++parent) {
    const auto tree = tree_before(*commit, parent);
    if (!tree) continue;
    const auto found = versions_.find(*tree, past.names);
    if (!found) continue;
    for (const auto& [name, placed] : *found) {
      auto version = versions_.read(placed.blob);
      if (version->facts.contains(key)) return version;
    }
  }
  return nullptr;
}

}  // namespace claudestep::store
