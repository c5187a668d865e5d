// Refs besides ours: beside one that leads nowhere git fetches nothing and pushes nothing.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostShown = 5;

// The remote whose branches the ref is one of, as git names these.
std::optional<std::string> remote_noted_in(const Patient& patient, const std::string& ref) {
  const auto remotes = patient.repository.remotes();
  if (!remotes) return std::nullopt;
  for (const std::string& remote : *remotes) {
    if (ref.starts_with("refs/remotes/" + remote + "/")) return remote;
  }
  return std::nullopt;
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
  if (!remote) remote = store::remote_of(patient.repository, patient.ref).value_or(std::nullopt);
  if (!remote || !patient.repository.ref_value(ref)) return hints;
  hints.front() = "only where it still says so then: " + hints.front();
  hints.insert(hints.begin(),
               {"first: the remote may have what it leads to: the next hint brings it, "
                "also where git ends that with an error; right after that claudestep doctor looks "
                "again",
                in_repository(patient, store::refetch_command(*remote))});
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
