// Owns: what the parts of events_between() share. Private to model/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/events.h"
#include "model/project.h"

namespace claudestep::model {

// A record before and after; null where it is not there.
template <typename Record>
struct RecordPair {
  const Record* before = nullptr;
  const Record* after = nullptr;
};

// Pairs the records of two lists by `key_of(record)`, a text; those with one key, which a sound
// document has not got, in the order they have. First those of `after`, then those that are gone.
template <typename Record, typename KeyOf>
[[nodiscard]] std::vector<RecordPair<Record>> pair_records(const std::vector<Record>& before,
                                                           const std::vector<Record>& after,
                                                           const KeyOf& key_of) {
  std::unordered_map<std::string, std::vector<const Record*>> known;
  for (auto record = before.rbegin(); record != before.rend(); ++record) {
    known[key_of(*record)].push_back(&*record);
  }
  std::vector<RecordPair<Record>> pairs;
  pairs.reserve(after.size());
  for (const Record& record : after) {
    std::vector<const Record*>& same = known[key_of(record)];
    pairs.push_back({same.empty() ? nullptr : same.back(), &record});
    if (!same.empty()) same.pop_back();
  }
  for (const Record& record : before) {
    std::vector<const Record*>& left = known[key_of(record)];
    if (left.empty() || left.back() != &record) continue;
    pairs.push_back({&record, nullptr});
    left.pop_back();
  }
  return pairs;
}

using TaskPair = RecordPair<Task>;
using PrPair = RecordPair<PullRequest>;

// What makes an AI operation the same one: its operation_id, else type, run and instant.
[[nodiscard]] std::string key_of(const AiOperation& operation);

// The tasks of both sides. In files without ids of their own, a task whose text changed is still
// the one in its place.
[[nodiscard]] std::vector<TaskPair> pair_tasks(const Project& before, const Project& after);

// Names of members that differ, collected for an event of kind kOther.
class OtherMembers {
 public:
  template <typename T>
  void compare(std::string_view name, const T& before, const T& after) {
    if (!(before == after)) add(name);
  }
  void compare_extra(const Extra& before, const Extra& after);
  [[nodiscard]] bool empty() const { return names_.empty(); }
  // "changed depends_on, x_note"
  [[nodiscard]] std::string phrase() const { return "changed " + names_; }

 private:
  void add(std::string_view name);
  std::string names_;
};

// A name or id in a phrase: escaped, without quotes, cut when very long. The same for a text, in
// quotes.
[[nodiscard]] std::string plain_word(std::string_view word);
[[nodiscard]] std::string excerpt(std::string_view text);

// Appends what happened to each task but for its pull requests.
void tell_tasks(const Project& before, const Project& after, std::vector<Event>& events);
// Appends what happened to each pull request.
void tell_prs(const Project& before, const Project& after, std::vector<Event>& events);
// Appends what happened to the AI operations of one pull request; `about` has project, task and
// number.
void tell_costs(const std::vector<AiOperation>& before, const std::vector<AiOperation>& after,
                const Event& about, std::vector<Event>& events);

}  // namespace claudestep::model
