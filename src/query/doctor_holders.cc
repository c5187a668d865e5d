// Who was known to have what is missing here: the remotes, also those without a name, whose ref of
// the branch leads to it, or led by its reflog.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostLedTo = 100;

// The tips that the reflog of a ref tells of, the newest of them, each once.
std::vector<git::ObjectId> tips_led_to(const Patient& patient, const std::string& ref) {
  std::vector<git::ObjectId> tips;
  std::set<git::ObjectId> seen;
  for (const git::ReflogEntry& entry : patient.repository.reflog(ref)) {
    for (const git::ObjectId& tip : {entry.new_id, entry.old_id}) {
      if (tips.size() == kMostLedTo) return tips;
      if (!tip.is_zero() && seen.insert(tip).second) tips.push_back(tip);
    }
  }
  return tips;
}

bool has_lost_some(const Patient& patient, const std::string& ref) {
  const auto noted = patient.repository.find_ref(ref);
  return !noted || (*noted && !has_all_of(patient, **noted));
}

// Whether the ref led to something of what is `missing`.
bool led_to(const Patient& patient, const std::string& ref,
            const std::set<git::ObjectId>& missing) {
  if (missing.empty()) return false;
  const auto lost = missing_below(patient, tips_led_to(patient, ref));
  return std::any_of(lost.begin(), lost.end(),
                     [&](const git::ObjectId& id) { return missing.contains(id); });
}

}  // namespace

std::vector<std::string> remotes_in_order(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  auto names = patient.repository.remotes().value_or(std::vector<std::string>());
  std::stable_partition(names.begin(), names.end(),
                        [&](const std::string& name) { return name == chosen; });
  return names;
}

std::vector<std::string> refs_of_addresses(const Patient& patient) {
  const auto refs = patient.repository.refs_matching(std::string(store::kAddressRefs) + "/*/" +
                                                     short_ref(patient.ref));
  return refs.value_or(std::vector<std::string>());
}

Holders holders_of_lost(const Patient& patient) {
  const auto last = stand_of(patient, patient.ref).last;
  const auto missing = last ? missing_below(patient, {*last}) : std::set<git::ObjectId>();
  const auto had = [&](const std::string& ref) {
    return has_lost_some(patient, ref) || led_to(patient, ref, missing);
  };
  Holders holders;
  for (const std::string& remote : remotes_in_order(patient)) {
    const auto ref = store::tracking_ref_at(remote, patient.ref);
    if (ref && had(*ref)) holders.remotes.push_back(remote);
  }
  holders.addresses = refs_of_addresses(patient);
  std::erase_if(holders.addresses, [&](const std::string& ref) { return !had(ref); });
  return holders;
}

}  // namespace claudestep::query
