// What is noted of remotes: where some of it is lost, a sync fails that needs it, and git gc.
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_ways.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// Takes away where fetches landed of which something is lost: git asks for nothing that they lead
// to.
std::vector<std::string> forgets_landed(const Patient& patient) {
  std::vector<std::string> commands;
  const auto tip = stand_of(patient, patient.ref).tip;
  const auto refs = patient.repository.refs_matching(std::string(store::kIncomingRefs) + "/*");
  for (const std::string& ref : refs.value_or(std::vector<std::string>())) {
    const auto landed = patient.repository.find_ref(ref).value_or(std::nullopt);
    if (!landed || reaches_all_beyond(patient, *landed, tip)) continue;
    commands.push_back(
        in_repository(patient, "git update-ref --no-deref -d " + model::shell_word(ref, "REF")));
  }
  return commands;
}

// What `ref` notes of a remote, or of an address, and the branch does not have: nothing reads it
// before the next sync with that.
void examine_noted(const Patient& patient, const std::string& ref,
                   const std::optional<std::string>& remote) {
  const auto noted = patient.repository.find_ref(ref).value_or(std::nullopt);
  const auto tip = stand_of(patient, patient.ref).tip;
  // One that cannot be followed is told of with the other refs.
  if (!noted || reaches_all_beyond(patient, *noted, tip)) return;
  const std::string word = remote ? model::shell_word(*remote, "REMOTE") : "ADDRESS";
  const std::string sync = "claudestep sync " + word;
  Checkup problem{"remote",
                  Health::kProblem,
                  "some of what " + quoted(ref) + " leads to is missing or damaged: " + sync +
                      " may fail, and so may git gc",
                  {}};
  if (!add_what_is_first(patient, problem)) {
    const Holders holder = remote ? Holders{{*remote}, {}} : Holders{{}, {ref}};
    add_way(asks(patient, holder), "first: ", problem);
    add_way(forgets_remote(patient, ref, sync), kOtherwise, problem);
  }
  patient.checkups.push_back(std::move(problem));
}

}  // namespace

std::optional<std::string> lost_tracking(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return std::nullopt;
  const auto noted = patient.repository.find_ref(**tracking);
  if (noted && (!*noted || has_all_of(patient, **noted))) return std::nullopt;
  return **tracking;
}

Way forgets_remote(const Patient& patient, const std::string& tracking, const std::string& sync) {
  const auto back = newest_whole_tip(patient, tracking);
  const std::string ref = model::shell_word(tracking, "REF");
  Way way{"", forgets_landed(patient)};
  way.commands.insert(way.commands.begin(),
                      in_repository(patient, back ? "git update-ref " + ref + " " + back->tip.hex()
                                                  : "git update-ref --no-deref -d " + ref));
  const std::size_t count = way.commands.size();
  const std::string and_landed = count == 1 ? "" : ", and take away where a fetch landed";
  way.says = next_hints(count);
  if (back) {
    way.says += (count == 1 ? " puts " : " put ") + quoted(tracking) +
                " where its reflog says that it was, at the newest tip that is whole" + and_landed +
                "; then " + sync + " asks the remote";
  } else {
    way.says += (count == 1 ? " takes " : " take ") + quoted(tracking) + " away" + and_landed +
                "; then the next " + sync + " writes it anew";
  }
  return way;
}

void examine_all_noted(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  for (const std::string& remote : remotes_in_order(patient)) {
    const auto ref = store::tracking_ref_at(remote, patient.ref);
    if (ref && remote != chosen) examine_noted(patient, *ref, remote);
  }
  for (const std::string& ref : refs_of_addresses(patient)) {
    examine_noted(patient, ref, std::nullopt);
  }
}

}  // namespace claudestep::query
