// Refs besides ours: beside one that leads nowhere git fetches nothing and pushes nothing.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_ways.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostShown = 5;

// The remote whose branches the ref is one of, as git names these: the one with the longer name
// where that of another, 'a' beside 'a/b', is its beginning.
std::optional<std::string> remote_noted_in(const Patient& patient, const std::string& ref) {
  const auto remotes = patient.repository.remotes();
  std::optional<std::string> longest;
  for (const std::string& remote : remotes ? *remotes : std::vector<std::string>()) {
    const bool is_of_it = ref.starts_with("refs/remotes/" + remote + "/");
    if (is_of_it && (!longest || longest->size() < remote.size())) longest = remote;
  }
  return longest;
}

// How to get it out of the way, and where it is said where it was.
std::vector<std::string> ways_aside(const Patient& patient, const std::string& ref) {
  const std::string& common = patient.repository.common_dir();
  const std::string file = common + "/" + ref;
  if (!is_on_disk(file)) {
    return {
        "it is one of the packed refs: another clone may have what it leads to, or its reflog "
        "say where it was before; git update-ref moves it, and with -d takes it away"};
  }
  std::string name = ref;
  std::replace(name.begin(), name.end(), '/', '-');
  std::vector<std::string> hints = {move_aside(patient, file, name)};
  std::string says = next_hints(1) + " moves its file aside; ";
  const std::string log = common + "/logs/" + ref;
  const auto remote = remote_noted_in(patient, ref);
  if (remote && ref == "refs/remotes/" + *remote + "/HEAD") {
    says += "the one after it asks the remote for its default branch, and writes it anew";
    hints.push_back(in_repository(
        patient, "git remote set-head " + model::shell_word(*remote, "NAME") + " --auto"));
  } else if (remote) {
    says += "git fetch " + model::shell_word(*remote, "REMOTE") +
            " writes it anew where that still has the branch";
  } else if (is_on_disk(log)) {
    says +=
        "the one after it shows its reflog, which says where it was: git update-ref puts it "
        "back there";
    hints.push_back("cat " + path_word(log, "FILE"));
  } else {
    says += "where it was another clone may know";
  }
  hints.insert(hints.begin(), std::move(says));
  return hints;
}

// First of all the remote may have what it leads to: the one of which it is noted, else that of the
// branch.
std::vector<std::string> ways_out(const Patient& patient, const std::string& ref) {
  auto hints = ways_aside(patient, ref);
  auto remote = remote_noted_in(patient, ref);
  const bool is_of_address = ref.starts_with(std::string(store::kAddressRefs) + "/");
  if (!remote && !is_of_address) {
    remote = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  }
  const auto addresses = refs_of_addresses(patient);
  Holders holders;
  if (remote) holders.remotes.push_back(*remote);
  if (std::find(addresses.begin(), addresses.end(), ref) != addresses.end()) {
    holders.addresses.push_back(ref);
  }
  const bool has_none = holders.remotes.empty() && holders.addresses.empty();
  if (has_none || !patient.repository.ref_value(ref)) return hints;
  hints.front() = kOtherwise + hints.front();
  Way way = asks(patient, holders);
  hints.insert(hints.begin(), way.commands.begin(), way.commands.end());
  hints.insert(hints.begin(), "first: " + way.says);
  return hints;
}

}  // namespace

void examine_other_refs(const Patient& patient) {
  // Without them it cannot be told, which the branch is told of.
  if (!patient.repository.refs_matching("refs/heads/*")) return;
  auto lost = patient.repository.lost_refs("refs");
  const auto without_file = patient.repository.refs_without_file();
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto misnamed = patient.repository.misnamed_refs();
  // Those are looked at for themselves.
  std::erase_if(lost, [&](const std::string& ref) {
    return std::find(misnamed.begin(), misnamed.end(), ref) != misnamed.end() ||
           ref == patient.ref || (tracking && ref == *tracking) ||
           ref.starts_with(store::kIncomingRefs);
  });
  const bool is_synced = tracking && *tracking;
  examine_closed_refs(patient, lost, is_synced);
  for (std::size_t at = 0; at < std::min(lost.size(), kMostShown); ++at) {
    const bool has_file =
        std::find(without_file.begin(), without_file.end(), lost[at]) == without_file.end();
    std::string message =
        quoted(lost[at]) + (has_file
                                ? " leads to nothing that is here: git fetches nothing beside it"
                                : " is a pipe or a device: git waits there without end");
    if (is_synced) message += ", and claudestep sync fails";
    if (at + 1 == kMostShown && lost.size() > kMostShown) {
      message += "; so it is with " + std::to_string(lost.size() - kMostShown) + " more";
    }
    Checkup checkup{
        "remote", is_synced ? Health::kProblem : Health::kWarning, std::move(message), {}};
    if (!add_lost_alternates(patient, checkup)) checkup.hints = ways_out(patient, lost[at]);
    patient.checkups.push_back(std::move(checkup));
  }
}

}  // namespace claudestep::query
