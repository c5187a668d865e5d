#include "truth/records.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace claudestep::truth {
namespace {

std::optional<Instant> instant_of(const model::Opt<model::Time>& time) {
  return time ? std::optional(time->value.instant()) : std::nullopt;
}

// Whether a pull request was opened after another; numbers settle what times do not.
bool opened_later(const Record& a, const Record& b) {
  return std::tuple(a.created_at, a.number) > std::tuple(b.created_at, b.number);
}

Status add_branch_tips(const git::Repository& repository, Record& record) {
  CS_ASSIGN(const auto ends, branch_ends(repository, record.branch));
  for (const auto& end : ends) record.tips.push_back({end, false});
  return {};
}

}  // namespace

Record record_of(const std::string& project, const model::PullRequest& pr) {
  Record record;
  record.project = project;
  record.number = pr.number.value;
  record.branch = model::text_or_empty(pr.branch_name);
  record.state = pr.state;
  record.created_at = instant_of(pr.created_at);
  record.ended_at = instant_of(pr.state == model::PrState::kMerged ? pr.merged_at : pr.closed_at);
  if (pr.merge_commit) record.merge_commit = git::ObjectId::parse(pr.merge_commit->value);
  return record;
}

Result<std::optional<git::ObjectId>> own_head(const git::Repository& repository,
                                              std::int64_t number) {
  const std::string digits = std::to_string(number);
  std::vector<std::string> names = {"refs/pull/" + digits + "/head",
                                    "refs/merge-requests/" + digits + "/head"};
  CS_ASSIGN(const auto remotes, repository.remotes());
  for (const std::string& remote : remotes) {
    const std::string folder = "refs/remotes/" + remote + "/";
    for (const std::string_view kind : {"pr/", "pull/", "merge-requests/"}) {
      names.push_back(folder + std::string(kind) + digits);
      names.push_back(folder + std::string(kind) + digits + "/head");
    }
  }
  for (const std::string& name : names) {
    // A ref that cannot be read is not the head of anything; fsck speaks of it.
    const auto found = repository.find_ref(name);
    if (found && *found) return *found;
  }
  return std::optional<git::ObjectId>{};
}

Result<std::vector<git::ObjectId>> branch_ends(const git::Repository& repository,
                                               const std::string& branch) {
  std::vector<git::ObjectId> ends;
  if (!git::is_valid_ref_name("refs/heads/" + branch)) return ends;
  std::vector<std::string> names = {"refs/heads/" + branch};
  CS_ASSIGN(const auto remotes, repository.remotes());
  for (const std::string& remote : remotes) {
    names.push_back("refs/remotes/" + remote + "/" + branch);
  }
  for (const std::string& name : names) {
    const auto found = repository.find_ref(name);
    if (!found || !*found) continue;
    if (std::find(ends.begin(), ends.end(), **found) == ends.end()) ends.push_back(**found);
  }
  return ends;
}

Status find_tips(const git::Repository& repository, std::vector<Record>& records) {
  std::map<std::string, Record*, std::less<>> last_of_branch;
  for (Record& record : records) {
    if (record.branch.empty()) continue;
    Record*& last = last_of_branch[record.branch];
    if (last == nullptr || opened_later(record, *last)) last = &record;
  }
  for (Record& record : records) {
    CS_ASSIGN(const auto own, own_head(repository, record.number));
    if (own) {
      record.tips.push_back({*own, true});
    } else if (!record.branch.empty() && last_of_branch[record.branch] == &record) {
      CS_TRY(add_branch_tips(repository, record));
    }
  }
  return {};
}

}  // namespace claudestep::truth
