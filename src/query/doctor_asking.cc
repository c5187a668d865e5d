// Who is asked for what is missing: remotes, addresses, other clones.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_ways.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

bool notes_remote(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return false;
  const auto noted = patient.repository.find_ref(**tracking);
  return !noted || noted->has_value();
}

// The remotes, or addresses, that are asked for what is missing.
struct Asked {
  std::vector<std::string> commands;
  std::vector<std::string> addresses;  // by the refs that note them; the last command asks these
};

Asked ask(const Patient& patient, const Holders& holders) {
  Asked asked{{}, holders.addresses};
  for (const std::string& remote : holders.remotes) {
    asked.commands.push_back(in_repository(patient, store::refetch_command(remote)));
  }
  if (!holders.addresses.empty()) {
    asked.commands.push_back(in_repository(
        patient, store::refetch_command("ADDRESS") + " " + model::shell_word(patient.ref, "REF")));
  }
  return asked;
}

// What a person has to put in the place of ADDRESS: no ref says that.
std::string names_address(const std::vector<std::string>& refs) {
  if (refs.empty()) return "";
  const std::string first = quoted(refs.front());
  if (refs.size() == 1) {
    return ", with the address of which " + first + " is noted in the place of ADDRESS";
  }
  return ", with the addresses of which " + first + " and " +
         counted(refs.size() - 1, "other ref") +
         " are noted, one after the other, in the place of ADDRESS";
}

// What asks those who may have what is missing.
Way refetches(Asked asked) {
  const std::size_t count = asked.commands.size();
  const std::string address = names_address(asked.addresses);
  const std::string says =
      count == 1 ? "the remote may have what is missing: the next hint brings it" + address +
                       ", also where git ends that with an error"
                 : "these remotes may have what is missing: " + next_hints(count) + " bring it" +
                       address + ", also where git ends each with an error";
  return {says + "; right after that claudestep doctor looks again", std::move(asked.commands)};
}

// What those who are asked had by what is noted of them, else what the branch had.
std::vector<git::ObjectId> tips_there(const Patient& patient, const Holders& holders) {
  std::vector<std::string> refs = holders.addresses;
  for (const std::string& remote : holders.remotes) {
    if (auto ref = store::tracking_ref_at(remote, patient.ref)) refs.push_back(*std::move(ref));
  }
  std::vector<git::ObjectId> tips;
  for (const std::string& ref : refs) {
    const auto last = stand_of(patient, ref).last;
    if (last && !has_all_of(patient, *last)) tips.push_back(*last);
  }
  const auto last = stand_of(patient, patient.ref).last;
  if (tips.empty() && last) tips.push_back(*last);
  return tips;
}

constexpr const char* kFromClone =
    "the next hint brings it from another clone, with its path or address in the place of CLONE; "
    "then claudestep doctor looks again";

std::string brings_from_clone(const Patient& patient) {
  return in_repository(
      patient, store::refetch_command("CLONE") + " " + model::shell_word(patient.ref, "REF"));
}

}  // namespace

Way unless_brought(const Patient& patient, const Holders& holders, Way way) {
  std::set<git::ObjectId> awaited;  // of each the first: a fetch brings all or nothing
  for (const git::ObjectId& tip : tips_there(patient, holders)) {
    const auto missing = missing_below(patient, {tip});
    if (!missing.empty()) awaited.insert(*missing.begin());
  }
  std::string asks;
  for (const git::ObjectId& id : awaited) {
    asks += in_repository(patient, "git cat-file -e " + id.hex()) + " 2>/dev/null || ";
  }
  for (std::string& command : way.commands) command.insert(0, asks);
  return way;
}

Way asks(const Patient& patient, const Holders& holders) {
  return refetches(ask(patient, holders));
}

std::optional<Way> asks_remotes(const Patient& patient, const Holders& holders, const Stand& stand,
                                Checkup& problem) {
  for (const std::string& had : holders.remotes) {
    // Where the tracking ref itself cannot be followed, that is said already.
    const std::string command = store::refetch_command(had);
    std::erase_if(problem.hints, [&](const std::string& hint) { return hint.ends_with(command); });
  }
  Asked asked = ask(patient, holders);
  // A bare clone notes nothing of what the remote has.
  const auto remote = store::remote_of(patient.repository, patient.ref);
  if (remote && *remote && !notes_remote(patient) && stand.is_lost &&
      patient.repository.ref_value(patient.ref)) {
    const std::string command = store::refetch_command(**remote) + " ";
    asked.commands.insert(asked.commands.begin(),
                          in_repository(patient, command + model::shell_word(patient.ref, "REF")));
  }
  if (asked.commands.empty()) return std::nullopt;
  return refetches(std::move(asked));
}

std::optional<Way> asks_for_past(const Patient& patient) {
  const auto chosen = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  Holders holders = holders_of_lost(patient);
  auto& remotes = holders.remotes;
  const bool is_told = std::find(remotes.begin(), remotes.end(), chosen) != remotes.end();
  if (chosen && !is_told && notes_remote(patient)) remotes.insert(remotes.begin(), *chosen);
  Asked asked = ask(patient, holders);
  if (asked.commands.empty()) return std::nullopt;
  return refetches(std::move(asked));
}

Way asks_clone(const Patient& patient) {
  return {kFromClone, {brings_from_clone(patient)}};
}

Way asks_clones(const Patient& patient) {
  const auto remote = store::remote_of(patient.repository, patient.ref);
  return {std::string(kFromClone) + "; where no clone has it, " +
              (remote && *remote ? "a new clone of the remote has what was synced" : "it is lost"),
          {brings_from_clone(patient)}};
}

}  // namespace claudestep::query
