#include "model/text_match.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace claudestep::model {
namespace {

Stake stake_of(const PullRequest& pr) {
  if (pr.state == PrState::kOpen) return Stake::kOpenPr;
  return pr.state == PrState::kMerged ? Stake::kMergedPr : Stake::kClosedPr;
}

// Tasks and texts that are equal, each in their order: present tasks, then removed ones.
struct Equals {
  std::vector<std::size_t> tasks;
  std::vector<std::size_t> texts;
};

}  // namespace

std::vector<Stake> stakes_of(const Project& project) {
  std::unordered_map<std::string_view, std::size_t> place_of;
  std::vector<Stake> stakes(project.tasks.size(), Stake::kNothing);
  for (std::size_t at = 0; at < project.tasks.size(); ++at) {
    const Task& task = project.tasks[at];
    if (task.claim) stakes[at] = Stake::kClaim;
    if (task.id) place_of.emplace(task.id->value, at);
  }
  for (const PullRequest& pr : project.pull_requests) {
    if (!pr.task_id) continue;
    const auto place = place_of.find(pr.task_id->value);
    if (place == place_of.end()) continue;
    stakes[place->second] = std::max(stakes[place->second], stake_of(pr));
  }
  return stakes;
}

void match_by_text(const Project& project, const std::vector<std::string>& texts,
                   Matches& matches) {
  std::vector<bool> taken(project.tasks.size());
  for (const auto& match : matches) {
    if (match) taken[*match] = true;
  }
  std::unordered_map<std::string, Equals> same;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    if (!matches[at]) same[collapse_whitespace(texts[at])].texts.push_back(at);
  }
  for (const bool removed : {false, true}) {
    for (std::size_t at = 0; at < project.tasks.size(); ++at) {
      const Task& task = project.tasks[at];
      if (taken[at] || task.is_removed() != removed) continue;
      const auto found = same.find(collapse_whitespace(task.description.value));
      if (found != same.end()) found->second.tasks.push_back(at);
    }
  }
  const std::vector<Stake> stakes = stakes_of(project);
  const auto before = [&](std::size_t a, std::size_t b) {
    return project.tasks[a].is_removed() < project.tasks[b].is_removed();
  };
  for (auto& [text, equals] : same) {
    auto& [tasks, items] = equals;
    if (tasks.size() > items.size()) {
      std::stable_sort(tasks.begin(), tasks.end(), [&](std::size_t a, std::size_t b) {
        return before(a, b) || (!before(b, a) && stakes[a] > stakes[b]);
      });
      tasks.resize(items.size());
      std::sort(tasks.begin(), tasks.end());
      std::stable_sort(tasks.begin(), tasks.end(), before);
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) matches[items[i]] = tasks[i];
  }
}

}  // namespace claudestep::model
