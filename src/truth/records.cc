#include "truth/records.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "store/remote.h"

namespace claudestep::truth {
namespace {

std::optional<Instant> instant_of(const model::Opt<model::Time>& time) {
  return time ? std::optional(time->value.instant()) : std::nullopt;
}

constexpr std::int64_t kTolerance = 86400;  // how far clocks may differ, in seconds

}  // namespace

bool opened_later(const Record& a, const Record& b) {
  return std::tuple(a.created_at, a.number) > std::tuple(b.created_at, b.number);
}

std::optional<Instant> earliest(const Record& record) {
  if (!record.created_at) return std::nullopt;
  return plus_seconds(*record.created_at, -kTolerance);
}

bool timely(const Record& record, Instant when) {
  const auto from = earliest(record);
  return !from || !(when < *from);
}

bool came_after(const Record& record, Instant when, std::int64_t slack) {
  if (!record.created_at || record.state == model::PrState::kMerged) return timely(record, when);
  return !(when < plus_seconds(*record.created_at, -slack));
}

bool was_over(const Record& record, Instant when) {
  return record.state == model::PrState::kClosed && (!record.ended_at || *record.ended_at < when);
}

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

Result<RefNames> RefNames::read(const git::Repository& repository, std::string_view metadata_ref) {
  RefNames refs;
  refs.repository_ = &repository;
  CS_ASSIGN(refs.names_, repository.refs_matching("refs/*"));
  CS_ASSIGN(refs.remotes_, repository.remotes());
  CS_ASSIGN(refs.home_, store::remote_of(repository, metadata_ref));
  const std::string remotes = "refs/remotes/";
  const std::string home = refs.home_ ? remotes + *refs.home_ + "/" : std::string();
  std::erase_if(refs.names_, [&](const std::string& name) {
    return name.starts_with(remotes) && (home.empty() || !name.starts_with(home));
  });
  return refs;
}

std::optional<git::ObjectId> RefNames::find(const std::string& name) const {
  if (!std::binary_search(names_.begin(), names_.end(), name)) return std::nullopt;
  const auto found = repository_->find_ref(name);
  return found ? *found : std::nullopt;
}

std::optional<git::ObjectId> own_head(const RefNames& refs, std::int64_t number) {
  const std::string digits = std::to_string(number);
  std::vector<std::string> names = {"refs/pull/" + digits + "/head",
                                    "refs/merge-requests/" + digits + "/head"};
  if (refs.home()) {
    const std::string folder = "refs/remotes/" + *refs.home() + "/";
    for (const std::string_view kind : {"pr/", "pull/", "merge-requests/"}) {
      names.push_back(folder + std::string(kind) + digits);
      names.push_back(folder + std::string(kind) + digits + "/head");
    }
  }
  for (const std::string& name : names) {
    if (const auto found = refs.find(name)) return found;
  }
  return std::nullopt;
}

std::vector<git::ObjectId> branch_ends(const RefNames& refs, const std::string& branch) {
  std::vector<std::string> names = {"refs/heads/" + branch};
  if (refs.home()) names.push_back("refs/remotes/" + *refs.home() + "/" + branch);
  std::vector<git::ObjectId> ends;
  for (const std::string& name : names) {
    const auto found = refs.find(name);
    if (found && std::find(ends.begin(), ends.end(), *found) == ends.end()) ends.push_back(*found);
  }
  return ends;
}

Result<std::vector<git::ObjectId>> newest_ends(const RefNames& refs, const std::string& branch) {
  std::vector<git::ObjectId> ends = branch_ends(refs, branch);
  if (ends.size() < 2) return ends;
  CS_ASSIGN(const git::Ancestry here, refs.compare(ends.front(), ends.back()));
  if (here != git::Ancestry::kAhead) ends.erase(ends.begin());
  return ends;
}

Status find_tips(const RefNames& refs, std::vector<Record>& records) {
  std::map<std::string, const Record*, std::less<>> last_of_branch;
  for (const Record& record : records) {
    if (record.branch.empty()) continue;
    const Record*& last = last_of_branch[record.branch];
    if (last == nullptr || opened_later(record, *last)) last = &record;
  }
  for (Record& record : records) {
    if (const auto own = own_head(refs, record.number)) {
      record.tips.push_back({*own, true});
    } else if (!record.branch.empty()) {
      CS_ASSIGN(const auto ends, newest_ends(refs, record.branch));
      // One pull request may be recorded in two projects.
      const bool has_it = last_of_branch[record.branch]->number == record.number;
      for (const auto& end : ends) {
        if (has_it)
          record.tips.push_back({end, false});
        else
          record.later_ends.push_back(end);
      }
    }
  }
  return {};
}

}  // namespace claudestep::truth
