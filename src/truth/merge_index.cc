#include "truth/merge_index.h"

#include <algorithm>

namespace claudestep::truth {
namespace {

template <typename Key>
const Places& places_in(const std::unordered_map<Key, Places>& index, const Key& key) {
  static const Places kNone;
  const auto found = index.find(key);
  return found == index.end() ? kNone : found->second;
}

// "branch" of "owner/branch"; "" where nobody owns it.
std::string without_owner(const std::string& name) {
  const auto slash = name.find('/');
  return slash == std::string::npos ? std::string() : name.substr(slash + 1);
}

}  // namespace

MergeIndex::MergeIndex(const BaseHistory& history, const std::vector<Record>& records,
                       const std::vector<std::string>& base_names)
    : history_(history), base_names_(base_names) {
  for (const Record& record : records) {
    if (!record.branch.empty()) by_branch_.emplace(record.branch, &record);
    numbers_.insert(record.number);
  }
  for (auto place = static_cast<Place>(history.commits().size()); place-- > 0;) {
    const HistoryCommit& commit = history.at(place);
    if (!commit.counts) continue;
    const ForgeMessage& message = commit.message;
    const bool merge = commit.parents.size() > 1;
    if (message.merged_number) {
      (merge ? merges_of_ : squashes_of_)[*message.merged_number].push_back(place);
    }
    if (message.ending_number) squashes_of_[*message.ending_number].push_back(place);
    for (const std::int64_t number : message.trailer_numbers) {
      trailers_of_[number].push_back(place);
    }
    for (const std::string& name : message.merged_branches) {
      if (!merge) continue;
      merges_naming_[name].push_back(place);
      if (auto branch = without_owner(name); !branch.empty()) {
        merges_naming_[std::move(branch)].push_back(place);
      }
    }
    for (std::size_t parent = 1; parent < commit.parents.size(); ++parent) {
      merges_at_[commit.parents[parent]].push_back(place);
    }
  }
}

const Places& MergeIndex::merges_of(std::int64_t number) const {
  return places_in(merges_of_, number);
}

const Places& MergeIndex::squashes_of(std::int64_t number) const {
  return places_in(squashes_of_, number);
}

const Places& MergeIndex::trailers_of(std::int64_t number) const {
  return places_in(trailers_of_, number);
}

const Places& MergeIndex::merges_naming(const std::string& branch) const {
  return places_in(merges_naming_, branch);
}

const Places& MergeIndex::merges_at(Place end) const {
  return places_in(merges_at_, end);
}

std::vector<const Record*> MergeIndex::records_of(const std::string& branch) const {
  std::vector<const Record*> records;
  const auto [begin, end] = by_branch_.equal_range(branch);
  for (auto at = begin; at != end; ++at) records.push_back(at->second);
  return records;
}

bool MergeIndex::goes_into_base(const ForgeMessage& message) const {
  return !message.merged_into || std::find(base_names_.begin(), base_names_.end(),
                                           *message.merged_into) != base_names_.end();
}

bool MergeIndex::speaks_of_another(const ForgeMessage& message, const Record& record) const {
  if (message.merged_number) {
    return *message.merged_number != record.number || !message.names(record.branch);
  }
  if (message.names(record.branch)) return false;
  return std::any_of(message.merged_branches.begin(), message.merged_branches.end(),
                     [&](const std::string& name) {
                       return by_branch_.contains(name) || by_branch_.contains(without_owner(name));
                     });
}

bool MergeIndex::names_another(const ForgeMessage& message, const Record& record) const {
  if (message.merged_number) return speaks_of_another(message, record);
  if (message.merged_branches.empty() || message.names(record.branch)) return false;
  return std::none_of(base_names_.begin(), base_names_.end(),
                      [&](const std::string& name) { return message.names(name); });
}

const Record* MergeIndex::had_branch(const std::string& branch, Instant when) const {
  const Record* holder = nullptr;
  for (const Record* record : records_of(branch)) {
    if (!record->created_at || when < *record->created_at) continue;
    if (record->state == model::PrState::kClosed && record->ended_at && *record->ended_at < when) {
      continue;
    }
    if (holder == nullptr || opened_later(*record, *holder)) holder = record;
  }
  return holder;
}

}  // namespace claudestep::truth
