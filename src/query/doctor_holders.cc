// Who was known to have what is missing here: the remotes, also those without a name, whose ref of
// the branch leads to it, or led by its reflog.
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostLedTo = 100;

using Tips = std::vector<git::ObjectId>;

// The tips that the reflog of a ref tells of, the newest of them, each once.
Tips tips_led_to(const Patient& patient, const std::string& ref) {
  Tips tips;
  std::set<git::ObjectId> seen;
  for (const git::ReflogEntry& entry : patient.repository.reflog(ref)) {
    for (const git::ObjectId& tip : {entry.new_id, entry.old_id}) {
      if (tips.size() == kMostLedTo) return tips;
      if (!tip.is_zero() && seen.insert(tip).second) tips.push_back(tip);
    }
  }
  return tips;
}

void drop_twins(Tips& tips) {
  std::sort(tips.begin(), tips.end());
  tips.erase(std::unique(tips.begin(), tips.end()), tips.end());
}

// Asks of many refs which of them had what is missing. Each question goes through all that a tip
// leads to, and most refs lead to the same: it is asked of all at once, and where that is not
// enough, once of each tip.
class Inquiry {
 public:
  Inquiry(const Patient& patient, const std::vector<std::string>& refs) : patient_(patient) {
    const auto last = stand_of(patient, patient.ref).last;
    if (last) missing_ = missing_below(patient, {*last});
    Tips noted;
    Tips led_to;
    for (const std::string& ref : refs) {
      if (const auto tip = patient.repository.find_ref(ref); tip && *tip) noted.push_back(**tip);
      const Tips tips = tips_led_to(patient, ref);
      led_to.insert(led_to.end(), tips.begin(), tips.end());
    }
    drop_twins(led_to);
    are_whole_ = have_all_of(patient, noted);
    led_nowhere_ = missing_.empty() || missing_below(patient, led_to).empty();
  }

  // Whether the ref has lost some of what it leads to, or led to something that is missing.
  bool had(const std::string& ref) {
    const auto noted = patient_.repository.find_ref(ref);
    if (!noted || (*noted && !is_whole(**noted))) return true;
    return !led_nowhere_ && has_missing(tips_led_to(patient_, ref));
  }

 private:
  bool is_whole(const git::ObjectId& tip) {
    if (are_whole_) return true;
    const auto known = whole_.find(tip);
    if (known != whole_.end()) return known->second;
    return whole_[tip] = has_all_of(patient_, tip);
  }

  bool has_missing(Tips tips) {
    drop_twins(tips);
    const auto known = has_missing_.find(tips);
    if (known != has_missing_.end()) return known->second;
    const auto lost = missing_below(patient_, tips);
    const bool has_some = std::any_of(
        lost.begin(), lost.end(), [&](const git::ObjectId& id) { return missing_.contains(id); });
    return has_missing_[std::move(tips)] = has_some;
  }

  const Patient& patient_;
  std::set<git::ObjectId> missing_;  // of the branch
  bool are_whole_ = false;           // all that is noted
  bool led_nowhere_ = false;         // all that they led to is there, or the branch misses nothing
  std::map<git::ObjectId, bool> whole_;
  std::map<Tips, bool> has_missing_;
};

}  // namespace

std::vector<std::string> remotes_in_order(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  auto names = patient.repository.remotes().value_or(std::vector<std::string>());
  std::stable_partition(names.begin(), names.end(),
                        [&](const std::string& name) { return name == chosen; });
  return names;
}

std::vector<std::string> refs_of_addresses(const Patient& patient) {
  return store::address_refs_of(patient.repository, patient.ref)
      .value_or(std::vector<std::string>());
}

Holders holders_of_lost(const Patient& patient) {
  Holders holders{remotes_in_order(patient), refs_of_addresses(patient)};
  std::vector<std::string> refs = holders.addresses;
  for (const std::string& remote : holders.remotes) {
    if (const auto ref = store::tracking_ref_at(remote, patient.ref)) refs.push_back(*ref);
  }
  Inquiry inquiry(patient, refs);
  std::erase_if(holders.remotes, [&](const std::string& remote) {
    const auto ref = store::tracking_ref_at(remote, patient.ref);
    return !ref || !inquiry.had(*ref);
  });
  std::erase_if(holders.addresses, [&](const std::string& ref) { return !inquiry.had(ref); });
  return holders;
}

}  // namespace claudestep::query
