// Owns: the commits of a base branch by what their messages say of pull requests, and whose merge
// such a message is about.
// Leaves to others: reading messages (forge_message.h), what is made of them (evidence.h).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "truth/base_history.h"
#include "truth/records.h"

namespace claudestep::truth {

using Places = std::vector<Place>;

// Only commits that count are in it, oldest first.
class MergeIndex {
 public:
  // Requires: all three outlive it.
  MergeIndex(const BaseHistory& history, const std::vector<Record>& records,
             const std::vector<std::string>& base_names);

  // Merges by which a forge took in a pull request of that number; other commits that name it as
  // theirs; those with a trailer that does.
  [[nodiscard]] const Places& merges_of(std::int64_t number) const;
  [[nodiscard]] const Places& squashes_of(std::int64_t number) const;
  [[nodiscard]] const Places& trailers_of(std::int64_t number) const;
  // Merges that name a branch so, whoever owns it.
  [[nodiscard]] const Places& merges_naming(const std::string& branch) const;
  // Merges that have the commit as a parent but not the first.
  [[nodiscard]] const Places& merges_at(Place end) const;
  // The records that have this branch.
  [[nodiscard]] std::vector<const Record*> records_of(const std::string& branch) const;

  [[nodiscard]] bool is_recorded(std::int64_t number) const { return numbers_.contains(number); }

  // Whether the message says that it goes into the base, or nothing of where.
  [[nodiscard]] bool goes_into_base(const ForgeMessage& message) const;
  // Whether the message is about a recorded pull request that is not `record`.
  [[nodiscard]] bool speaks_of_another(const ForgeMessage& message, const Record& record) const;
  // Whether the message names what was merged, and that is neither the base nor `record`.
  [[nodiscard]] bool names_another(const ForgeMessage& message, const Record& record) const;
  // The recorded pull request that had `branch` at the time: the one opened last by then, of those
  // that had not been closed; none when that cannot be told.
  [[nodiscard]] const Record* had_branch(const std::string& branch, Instant when) const;

 private:
  const BaseHistory& history_;
  const std::vector<std::string>& base_names_;
  std::unordered_map<std::int64_t, Places> merges_of_;
  std::unordered_map<std::int64_t, Places> squashes_of_;
  std::unordered_map<std::int64_t, Places> trailers_of_;
  std::unordered_map<std::string, Places> merges_naming_;
  std::unordered_map<Place, Places> merges_at_;
  std::unordered_multimap<std::string, const Record*> by_branch_;
  std::unordered_set<std::int64_t> numbers_;
};

}  // namespace claudestep::truth
