// What the commit of a way back is built on.
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/merge.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// The commits that `tip` is seen to be built on as far as they are there, and those that are not.
struct Seen {
  std::set<git::ObjectId> there;
  std::set<git::ObjectId> lost;
  bool is_all = true;
};

Seen see_past(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& end) {
  constexpr std::size_t kMostSeen = 1000;
  Seen seen;
  std::vector<git::ObjectId> left = {tip};
  while (!left.empty()) {
    const git::ObjectId id = left.back();
    left.pop_back();
    if (seen.there.contains(id) || seen.lost.contains(id)) continue;
    const auto commit = patient.repository.read_commit(id);
    (commit ? seen.there : seen.lost).insert(id);
    if (seen.there.size() > kMostSeen) {
      seen.is_all = false;
      break;
    }
    const bool goes_on = commit && id != end;
    if (goes_on) left.insert(left.end(), commit->parents.begin(), commit->parents.end());
  }
  return seen;
}

}  // namespace

Pasts pasts_of(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& back,
               bool has_older) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto noted = tracking && *tracking
                         ? patient.repository.find_ref(**tracking).value_or(std::nullopt)
                         : std::nullopt;
  if (!noted) return {{back}, ""};
  const auto stands = patient.repository.compare(*noted, back);
  const bool has_it =
      stands && (*stands == git::Ancestry::kSame || *stands == git::Ancestry::kBehind);
  if (has_it) return {{back}, ""};
  const Seen seen = see_past(patient, tip, back);
  bool is_merged = seen.there.contains(*noted);
  if (!is_merged && seen.lost.empty() && seen.is_all) return {{back}, ""};
  // Every clone makes the same merge of two commits.
  const auto merge = is_merged ? Result<store::HeldMerge>(store::HeldMerge())
                               : store::merge_commits(patient.repository, back, *noted);
  is_merged |= merge && seen.lost.contains(merge->commit);
  // An older version would count as newer than what was fetched.
  if (is_merged && !has_older && has_all_of(patient, *noted)) return {{back, *noted}, ""};
  const std::string which = quoted(**tracking);
  return {{back},
          (is_merged ? "; the next claudestep sync merges " + which + " again: what"
                     : "; whether it had merged " + which + " cannot be told: what") +
              " was taken away or changed of that may be again as it is there "
              "after the next claudestep sync, so look at it then"};
}

}  // namespace claudestep::query
