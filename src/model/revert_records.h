// Owns: taking lists of records back, which revert() does for tasks, pull requests, AI operations
// and unknown members alike. Private to model/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

[[nodiscard]] inline std::string id_of(const Task& task) {
  return text_or_empty(task.id);
}
[[nodiscard]] inline std::int64_t number_of(const PullRequest& pr) {
  return pr.number.value;
}

template <typename Records, typename Key, typename KeyOf>
auto find_record(Records& records, const Key& key, const KeyOf& key_of_record) {
  return std::find_if(records.begin(), records.end(),
                      [&](const auto& record) { return key_of_record(record) == key; });
}

// Takes one value back. False when a later change gave it a third one.
template <typename T>
[[nodiscard]] bool take_back(const T& before, const T& after, T& current) {
  if (before == after || current == before) return true;
  if (!(current == after)) return false;
  current = before;
  return true;
}

// Puts `record` of `old` into `records` after the nearest record that stood before it.
template <typename Record, typename KeyOf>
void put_back(const std::vector<Record>& old, const Record& record, std::vector<Record>& records,
              const KeyOf& key_of_record) {
  auto place = records.begin();
  for (const Record& earlier : old) {
    if (&earlier == &record) break;
    const auto found = find_record(records, key_of_record(earlier), key_of_record);
    if (found != records.end()) place = std::next(found);
  }
  records.insert(place, record);
}

// The keys of the records that are in `others` too, in their order.
template <typename Record, typename KeyOf>
auto shared_order(const std::vector<Record>& records, const std::vector<Record>& others,
                  const KeyOf& key) {
  std::vector<std::decay_t<decltype(key(records.front()))>> order;
  for (const Record& record : records) {
    if (find_record(others, key(record), key) != others.end()) order.push_back(key(record));
  }
  return order;
}

// Puts the records that are in `before` into its order, in the places that they have together.
template <typename Record, typename KeyOf>
void restore_order(const std::vector<Record>& before, std::vector<Record>& records,
                   const KeyOf& key) {
  std::vector<Record> ordered;
  for (const Record& old : before) {
    const auto found = find_record(records, key(old), key);
    if (found != records.end()) ordered.push_back(*found);
  }
  auto next = ordered.begin();
  for (Record& record : records) {
    if (find_record(before, key(record), key) != before.end()) record = std::move(*next++);
  }
}

// Takes a list of records back. `same` says whether a record is still as the other one; `members`
// takes the members of a record that stays back; `in_the_way` is told of one that a later change
// touched.
template <typename Record, typename KeyOf, typename Same, typename Members, typename InTheWay>
void take_back_records(const std::vector<Record>& before, const std::vector<Record>& after,
                       std::vector<Record>& current, const KeyOf& key, const Same& same,
                       const Members& members, const InTheWay& in_the_way) {
  const bool in_order = shared_order(after, current, key) == shared_order(current, after, key);
  for (const Record& record : after) {
    const auto old = find_record(before, key(record), key);
    const auto now = find_record(current, key(record), key);
    if (old == before.end()) {
      if (now == current.end()) continue;
      if (same(record, *now)) {
        current.erase(now);
      } else {
        in_the_way(record);
      }
    } else if (now != current.end()) {
      members(*old, record, *now);
    } else if (!same(*old, record)) {
      in_the_way(record);
    }
  }
  for (const Record& record : before) {
    if (find_record(after, key(record), key) != after.end()) continue;
    const auto now = find_record(current, key(record), key);
    if (now == current.end()) {
      put_back(before, record, current, key);
    } else if (!same(record, *now)) {
      in_the_way(record);
    }
  }
  // Where nobody changed the order since, it is the old one again.
  if (in_order) restore_order(before, current, key);
}

// Gives the tasks of `project`, which is `current` with the records of the step from `before` to
// `after` taken back, their places. Tasks of the step get their old indices where nobody moved them
// since; where others pushed them, gaps close and open as the step's tasks go and come, and those
// of the step have their old order at the places that they have together; those that came later
// keep their place among the others. Returns the ids of tasks that were moved by the step and again
// later.
[[nodiscard]] std::vector<std::string> place_tasks(const Project& before, const Project& after,
                                                   const Project& current, Project& project);

}  // namespace claudestep::model
