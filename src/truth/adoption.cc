#include "truth/adoption.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "model/branch.h"
#include "model/branch_name.h"
#include "model/derive.h"

namespace claudestep::truth {
namespace {

// The number in "refs/pull/42/head", "refs/remotes/origin/pr/42" and the like; nothing for a ref
// that is no forge's.
std::optional<std::int64_t> number_of_ref(std::string_view ref) {
  for (const std::string_view kind : {"/pull/", "/pr/", "/merge-requests/"}) {
    const auto at = ref.find(kind);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = ref.substr(at + kind.size());
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || number < 1) continue;
    const std::string_view tail(end, static_cast<std::size_t>(rest.data() + rest.size() - end));
    if (tail.empty() || tail == "/head") return number;
  }
  return std::nullopt;
}

// "a/b" of "refs/heads/a/b" and "refs/remotes/origin/a/b".
std::string branch_of_ref(std::string_view ref) {
  constexpr std::string_view kHeads = "refs/heads/";
  constexpr std::string_view kRemotes = "refs/remotes/";
  if (ref.starts_with(kHeads)) return std::string(ref.substr(kHeads.size()));
  if (!ref.starts_with(kRemotes)) return {};
  ref.remove_prefix(kRemotes.size());
  const auto slash = ref.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(ref.substr(slash + 1));
}

}  // namespace

void Adopter::look_at_refs(const RefNames& refs) {
  std::multimap<git::ObjectId, std::string> branches;
  for (const std::string& name : refs.names()) {
    std::string branch = branch_of_ref(name);
    if (model::read_branch_name(branch).empty()) continue;
    const auto end = refs.find(name);
    if (end) branches.emplace(*end, std::move(branch));
  }
  for (const std::string& name : refs.names()) {
    const auto number = number_of_ref(name);
    if (!number || known_.contains(*number) || branches.empty()) continue;
    const auto head = refs.find(name);
    if (!head) continue;
    const auto [begin, end] = branches.equal_range(*head);
    // Two branches that end in one commit: nobody can say whose head it is.
    std::set<std::string> called;
    for (auto at = begin; at != end; ++at) called.insert(at->second);
    if (called.size() == 1) add(*number, *called.begin(), *head, true);
  }
}

void Adopter::look_at_merges(const BaseHistory& history) {
  for (const HistoryCommit& commit : history.commits()) {
    const auto& number = commit.message.merged_number;
    if (!commit.counts || commit.parents.size() != 2 || !number || known_.contains(*number)) {
      continue;
    }
    for (const std::string& name : commit.message.merged_branches) {
      const auto slash = name.find('/');
      const bool owned = model::read_branch_name(name).empty() && slash != std::string::npos;
      const std::string branch = owned ? name.substr(slash + 1) : name;
      const Place head = commit.parents[1];
      add(*number, branch, head == kNowhere ? commit.id : history.at(head).id, false);
    }
  }
}

void Adopter::add(std::int64_t number, const std::string& branch, std::optional<git::ObjectId> head,
                  bool own) {
  const auto tie = tie_of(branch);
  if (!tie || !known_.insert(number).second) return;
  Foundling foundling;
  foundling.task_index = tie->task_index;
  foundling.head = head;
  foundling.record.project = tie->project;
  foundling.record.number = number;
  foundling.record.branch = branch;
  foundling.record.created_at = model::created_at_of(projects_.at(tie->project));
  if (own && head) foundling.record.tips.push_back({*head, true});
  const auto after = std::upper_bound(found_.begin(), found_.end(), foundling,
                                      [](const Foundling& a, const Foundling& b) {
                                        return std::tie(a.record.project, a.record.number) <
                                               std::tie(b.record.project, b.record.number);
                                      });
  found_.insert(after, std::move(foundling));
}

// The one task that the name means. A project's name of today goes before one that it had.
std::optional<Adopter::Tie> Adopter::tie_of(const std::string& branch) const {
  std::set<Tie> ties;
  std::set<Tie> former_ties;
  for (const model::BranchReading& reading : model::read_branch_name(branch)) {
    for (const auto& [name, project] : projects_) {
      const bool named = name == reading.project;
      if (!named && !model::was_called(project, reading.project)) continue;
      const model::Task* task = model::task_meant(project, reading);
      if (task != nullptr) (named ? ties : former_ties).insert({name, task->index.value});
    }
    // The first reading that means a task is meant.
    if (!ties.empty()) break;
  }
  const auto& meant = ties.empty() ? former_ties : ties;
  return meant.size() == 1 ? std::optional(*meant.begin()) : std::nullopt;
}

}  // namespace claudestep::truth
