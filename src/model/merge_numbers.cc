// Where each task of a merged project stands, and which number it has.
#include <algorithm>
#include <limits>
#include <optional>

#include "model/merge_parts.h"
#include "model/merge_values.h"

namespace claudestep::model::merging {

namespace {

using Sequence = std::vector<TaskKey>;

// The tasks of a document in the order of its plan.
Sequence sequence_of(const Version& version) {
  std::vector<std::pair<std::int64_t, TaskKey>> placed;
  placed.reserve(version.tasks.size());
  for (const auto& [key, task] : version.tasks) placed.emplace_back(task->index.value, key);
  std::sort(placed.begin(), placed.end());
  Sequence sequence;
  sequence.reserve(placed.size());
  for (auto& [index, key] : placed) sequence.push_back(std::move(key));
  return sequence;
}

// Those of `sequence` that `wanted` holds for, in their order.
template <typename Wanted>
Sequence only(const Sequence& sequence, const Wanted& wanted) {
  Sequence kept;
  for (const TaskKey& key : sequence) {
    if (wanted(key)) kept.push_back(key);
  }
  return kept;
}

// The nearest task of the base before each task; none: it stands before all of them.
using Anchor = std::optional<TaskKey>;

// Puts those of `all` that `sequence` lacks behind what stands before them in `all`.
void fill_in(const Sequence& all, Sequence& sequence) {
  const std::set<TaskKey> there(sequence.begin(), sequence.end());
  std::map<Anchor, Sequence> behind;
  Anchor anchor;
  for (const TaskKey& key : all) {
    if (there.contains(key)) {
      anchor = key;
    } else {
      behind[anchor].push_back(key);
    }
  }
  Sequence filled = behind[std::nullopt];
  for (const TaskKey& key : sequence) {
    filled.push_back(key);
    const Sequence& lacking = behind[key];
    filled.insert(filled.end(), lacking.begin(), lacking.end());
  }
  sequence = std::move(filled);
}

// The order of the base's tasks: the one that one side gave them, else the base's; where both sides
// gave them a new one, the greater.
Sequence order_of_base(const Sequence& base, const Sequence& ours, const Sequence& theirs) {
  const std::set<TaskKey> known(base.begin(), base.end());
  const auto in_base = [&](const TaskKey& key) { return known.contains(key); };
  const auto as_in_base = [&](const Sequence& side) {
    const std::set<TaskKey> there(side.begin(), side.end());
    return only(base, [&](const TaskKey& key) { return there.contains(key); });
  };
  Sequence mine = only(ours, in_base);
  Sequence other = only(theirs, in_base);
  const bool by_us = mine != as_in_base(mine);
  const bool by_them = other != as_in_base(other);
  Sequence sequence = base;
  if (by_us) sequence = mine;
  if (by_them) sequence = by_us ? std::max(mine, other) : other;
  fill_in(base, sequence);
  return sequence;
}

// Whether the tasks are numbered 1, 2, 3, ...: then the merged ones are, too.
bool has_no_gaps(const Sequence& sequence, const Version& version) {
  std::int64_t last = 0;
  for (const TaskKey& key : sequence) {
    if (find_in(version.tasks, key)->index.value != ++last) return false;
  }
  return true;
}

// A place among the tasks that were added: the lesser index first.
struct Place {
  std::int64_t index = 0;
  Anchor anchor;

  auto operator<=>(const Place&) const = default;
};

class Numbering {
 public:
  explicit Numbering(const Work& work)
      : work_(work),
        base_(work.base == nullptr ? Sequence() : sequence_of(*work.base)),
        ours_(sequence_of(work.ours)),
        theirs_(sequence_of(work.theirs)),
        known_(base_.begin(), base_.end()) {}

  // All tasks of all three in the merged order.
  [[nodiscard]] Sequence order() const {
    std::map<TaskKey, Place> added;
    place_added(work_.ours, ours_, added);
    place_added(work_.theirs, theirs_, added);
    std::map<Anchor, std::set<std::pair<std::int64_t, TaskKey>>> behind;
    for (const auto& [key, place] : added) behind[place.anchor].emplace(place.index, key);
    Sequence sequence;
    const auto append = [&](const Anchor& anchor) {
      for (const auto& [index, key] : behind[anchor]) sequence.push_back(key);
    };
    append(std::nullopt);
    for (const TaskKey& key : order_of_base(base_, ours_, theirs_)) {
      sequence.push_back(key);
      append(key);
    }
    return sequence;
  }

  [[nodiscard]] bool has_no_gaps() const {
    return merging::has_no_gaps(ours_, work_.ours) && merging::has_no_gaps(theirs_, work_.theirs);
  }

  // The number that a task would like: what the one side that changed it says, else the lesser.
  [[nodiscard]] Integer wish(const TaskKey& key) const {
    const Task* base = work_.base == nullptr ? nullptr : find_in(work_.base->tasks, key);
    const Task* ours = find_in(work_.ours.tasks, key);
    const Task* theirs = find_in(work_.theirs.tasks, key);
    if (ours == nullptr || theirs == nullptr) return (ours != nullptr ? ours : theirs)->index;
    if (base != nullptr && merging::order(ours->index, base->index) == 0) return theirs->index;
    if (base != nullptr && merging::order(theirs->index, base->index) == 0) return ours->index;
    return merging::order(ours->index, theirs->index) < 0 ? ours->index : theirs->index;
  }

 private:
  // What both sides added stands where it comes first, whoever is asked first.
  void place_added(const Version& side, const Sequence& sequence,
                   std::map<TaskKey, Place>& added) const {
    Anchor anchor;
    for (const TaskKey& key : sequence) {
      if (known_.contains(key)) {
        anchor = key;
        continue;
      }
      const Place place{find_in(side.tasks, key)->index.value, anchor};
      const auto [known, is_new] = added.emplace(key, place);
      if (!is_new) known->second = std::min(known->second, place);
    }
  }

  const Work& work_;
  Sequence base_;
  Sequence ours_;
  Sequence theirs_;
  std::set<TaskKey> known_;
};

}  // namespace

void number_tasks(const Work& work, std::map<TaskKey, Task>& tasks) {
  const Numbering numbering(work);
  const Sequence order =
      only(numbering.order(), [&](const TaskKey& key) { return tasks.contains(key); });
  const bool in_a_row = numbering.has_no_gaps();
  std::int64_t last = 0;
  for (const TaskKey& key : order) {
    const Integer wish = numbering.wish(key);
    // Numbers that leave no room for the next one are no numbers of a plan.
    const bool has_room = wish.value < std::numeric_limits<std::int64_t>::max() -
                                           static_cast<std::int64_t>(order.size());
    Task& task = tasks.at(key);
    const bool as_wished = wish.value == last + 1 || (has_room && !in_a_row && wish.value > last);
    task.index = as_wished ? wish : Integer(last + 1);
    last = task.index.value;
  }
}

}  // namespace claudestep::model::merging
