// More remotes than one that have the branch: what is claimed at one is not claimed at the others.
#include <string>

#include "query/doctor_parts.h"
#include "store/remote.h"

namespace claudestep::query {

void examine_other_remote(const Patient& patient, const std::string& remote) {
  const auto strange = store::strange_remote_of(patient.repository, patient.ref);
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!strange || *strange || !tracking || !*tracking) return;
  const auto other = store::other_remote_of(patient.repository, patient.ref, remote, **tracking);
  if (!other || !*other) return;
  patient.add("remote", Health::kWarning, store::told(**other, patient.ref),
              {"the next hint, with the name of the remote where all claim, chooses that",
               in_repository(patient, store::choose_remote(patient.ref))});
}

}  // namespace claudestep::query
