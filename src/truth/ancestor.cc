#include "truth/ancestor.h"

#include <algorithm>

namespace claudestep::truth {
namespace {

Evidence ancestor_evidence(Place commit, bool proved) {
  return {model::TruthRule::kAncestor,
          proved ? model::TruthWeight::kProved : model::TruthWeight::kLikely,
          commit,
          {}};
}

}  // namespace

std::optional<Evidence> AncestorRule::apply(const Record& record) const {
  std::optional<Evidence> likely;
  const auto take = [&](const std::optional<Evidence>& evidence) {
    if (!evidence) return false;
    if (evidence->weight == model::TruthWeight::kProved) return true;
    if (!likely) likely = evidence;
    return false;
  };
  for (const Tip& tip : record.tips) {
    const Place end = history_.find(tip.id);
    if (end == kNowhere || !history_.at(end).on_base) continue;
    auto evidence = tip.own ? by_own_head(record, end) : by_end(record, end);
    if (take(evidence)) return evidence;
  }
  for (const git::ObjectId& id : record.later_ends) {
    auto evidence = by_time(record, history_.find(id));
    if (take(evidence)) return evidence;
  }
  return likely;
}

// The head of no other pull request, so any way to the base is its merge. But one that was there
// before it was opened may be one without commits, and a closed one is not reopened because another
// was built upon it: a fast-forward does not say whose it was.
std::optional<Evidence> AncestorRule::by_own_head(const Record& record, Place end) const {
  const Place bringer = history_.at(end).brought_by;
  if (bringer == kNowhere || !history_.at(bringer).counts) return std::nullopt;
  const bool nameless = record.state == model::PrState::kClosed && bringer == end;
  return ancestor_evidence(bringer, came_after(record, history_.at(bringer).when, kClockSlack) &&
                                        !nameless && !was_built_upon(record, end));
}

// The end of a branch, which stands on the base as well where the branch has no commits of its own.
std::optional<Evidence> AncestorRule::by_end(const Record& record, Place end) const {
  const HistoryCommit& commit = history_.at(end);
  const Place bringer = commit.brought_by;
  if (commit.on_base_line || bringer == kNowhere || !history_.at(bringer).counts ||
      !came_after(record, history_.at(bringer).when, 0)) {
    return std::nullopt;
  }
  const Places& merges = index_.merges_at(end);
  const auto all = [&](const auto& test) {
    return std::all_of(merges.begin(), merges.end(),
                       [&](Place place) { return test(history_.at(place).message); });
  };
  if (!merges.empty()) {
    if (is_end_of_another(record, end)) return std::nullopt;
    if (all([&](const auto& message) { return index_.speaks_of_another(message, record); })) {
      // Its branch as it was, by a pull request that nobody recorded: this one may be over.
      const auto by_unrecorded = [&](const ForgeMessage& message) {
        return message.merged_number && !index_.is_recorded(*message.merged_number) &&
               message.names(record.branch);
      };
      if (record.state != model::PrState::kOpen || !all(by_unrecorded)) return std::nullopt;
      return ancestor_evidence(bringer, false);
    }
    const bool of_unknown =
        all([&](const auto& message) { return index_.names_another(message, record); });
    const bool of_base = std::all_of(merges.begin(), merges.end(), [&](Place merge) {
      return !history_.at(merge).message.names(record.branch) && took_in_base(record, merge, end);
    });
    return ancestor_evidence(bringer, !of_unknown && !of_base && !shares_end(record, end) &&
                                          !was_built_upon(record, end));
  }
  // Within what was merged. That is a branch, not the base's own past, where the merge says so.
  const ForgeMessage& message = history_.at(bringer).message;
  const bool of_branch = message.names(record.branch) || (record.state != model::PrState::kClosed &&
                                                          index_.names_another(message, record));
  return ancestor_evidence(bringer, of_branch && !was_built_upon(record, end));
}

// A branch that was used again: what it brought to the base while `record` had it. `end` is that of
// the branch as it is now.
std::optional<Evidence> AncestorRule::by_time(const Record& record, Place end) const {
  for (Place place = end; place != kNowhere && !history_.at(place).on_base_line;) {
    const HistoryCommit& commit = history_.at(place);
    const Places& merges = index_.merges_at(place);
    const auto its = std::find_if(merges.begin(), merges.end(), [&](Place merge) {
      const HistoryCommit& taken = history_.at(merge);
      const Record* holder = index_.had_branch(record.branch, taken.when);
      return holder != nullptr && holder->number == record.number &&
             !index_.names_another(taken.message, record);
    });
    if (its != merges.end() && commit.brought_by != kNowhere && !is_end_of_another(record, place)) {
      // What the branch stands on may be another's, which is gone.
      const bool named = history_.at(*its).message.names(record.branch);
      return ancestor_evidence(*its, named || (place == end && !shares_end(record, place)));
    }
    place = commit.parents.empty() ? kNowhere : commit.parents.front();
  }
  return std::nullopt;
}

// Whether what `merge` took in as its side looks like the base's own line: others were merged
// there. Somebody who merges the base into his own work puts it there, where branches without
// commits of their own may end.
bool AncestorRule::took_in_base(const Record& record, Place merge, Place end) const {
  const Place first = history_.at(merge).parents.front();
  for (Place place = end; place != kNowhere;) {
    if (first != kNowhere && history_.reaches(first, place)) return false;
    const HistoryCommit& commit = history_.at(place);
    const auto& squashed = commit.message.ending_number;
    if (index_.speaks_of_another(commit.message, record) ||
        (squashed && *squashed != record.number && index_.is_recorded(*squashed))) {
      return true;
    }
    place = commit.parents.empty() ? kNowhere : commit.parents.front();
  }
  return false;
}

// Whether the commit was merged as another pull request, as its own head or its record say.
bool AncestorRule::is_end_of_another(const Record& record, Place end) const {
  const Places& merges = index_.merges_at(end);
  const auto is_one = [&](const git::ObjectId& id) {
    return std::any_of(merges.begin(), merges.end(),
                       [&](Place place) { return history_.at(place).id == id; });
  };
  if (record.merge_commit && is_one(*record.merge_commit)) return false;
  return std::any_of(records_.begin(), records_.end(), [&](const Record& other) {
    if (other.number == record.number) return false;
    if (other.merge_commit && is_one(*other.merge_commit)) {
      // An octopus takes in several.
      return history_.at(merges.front()).parents.size() == 2;
    }
    return std::any_of(other.tips.begin(), other.tips.end(),
                       [&](const Tip& tip) { return tip.own && tip.id == history_.at(end).id; });
  });
}

// Whether `record` was closed, and another came to the base with all of its commits: by one merge,
// or as one branch that was used again.
bool AncestorRule::was_built_upon(const Record& record, Place end) const {
  if (record.state != model::PrState::kClosed) return false;
  const Place bringer = history_.at(end).brought_by;
  return std::any_of(records_.begin(), records_.end(), [&](const Record& other) {
    if (other.number == record.number) return false;
    return std::any_of(other.tips.begin(), other.tips.end(), [&](const Tip& tip) {
      const Place its = history_.find(tip.id);
      if (its == kNowhere || !history_.at(its).on_base) return false;
      if (its == end && other.state == record.state && !opened_later(other, record)) return false;
      const bool together = history_.at(its).brought_by == bringer ||
                            (!record.branch.empty() && other.branch == record.branch);
      return together && history_.reaches(its, end);
    });
  });
}

// Whether the branch of another that may have been merged ends in the very same commit, so that one
// of them has none of its own.
bool AncestorRule::shares_end(const Record& record, Place end) const {
  return std::any_of(records_.begin(), records_.end(), [&](const Record& other) {
    if (other.state == model::PrState::kClosed && record.state != other.state) return false;
    return other.number != record.number && other.branch != record.branch &&
           std::any_of(other.tips.begin(), other.tips.end(),
                       [&](const Tip& tip) { return tip.id == history_.at(end).id; });
  });
}

}  // namespace claudestep::truth
