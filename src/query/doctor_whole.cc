// What of the branch is whole. Git is asked, which follows all that it would have to send.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "host/process.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kWaysBackTried = 100;

// Whether git finds all that `what` reaches. What a partial clone was promised is not fetched for
// the question.
bool reaches_all(const Patient& patient, std::vector<std::string> what) {
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git", "--git-dir=" + patient.repository.common_dir(), "rev-list", "--quiet",
                  "--missing=allow-promisor"};
  command.argv.insert(command.argv.end(), what.begin(), what.end());
  command.argv.emplace_back("--");
  command.cwd = patient.repository.common_dir();
  command.environment = &environment;
  const auto finished = host::run(command);
  return finished && finished->exit_code == 0;
}

}  // namespace

Stand stand_of(const Patient& patient, const std::string& ref) {
  const auto tip = patient.repository.find_ref(ref);
  if (tip) return {*tip, false, *tip};
  const auto moves = patient.repository.reflog(ref);
  if (!moves || moves->empty()) return {std::nullopt, true, std::nullopt};
  return {std::nullopt, true, moves->front().new_id};
}

bool has_all_of(const Patient& patient, const git::ObjectId& tip) {
  return patient.repository.has_object(tip) && reaches_all(patient, {"--objects", tip.hex()});
}

bool has_history_of(const Patient& patient, const git::ObjectId& tip) {
  return reaches_all(patient, {tip.hex()});
}

bool has_all_to_send(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto tip = stand_of(patient, patient.ref).tip;
  if (!tracking || !*tracking || !tip) return true;
  const auto noted = patient.repository.find_ref(**tracking).value_or(std::nullopt);
  if (noted == tip) return true;
  std::vector<std::string> what = {"--objects", tip->hex()};
  if (noted) what.push_back("^" + noted->hex());
  return reaches_all(patient, std::move(what));
}

std::optional<WayBack> newest_whole_tip(const Patient& patient, const std::string& ref) {
  const auto entries = patient.repository.reflog(ref);
  if (!entries) return std::nullopt;
  std::set<git::ObjectId> seen;
  for (std::size_t at = 0; at < entries->size() && seen.size() < kWaysBackTried; ++at) {
    const git::ObjectId& tip = (*entries)[at].new_id;
    if (tip.is_zero() || !seen.insert(tip).second) continue;
    if (has_all_of(patient, tip)) return WayBack{tip, at};
  }
  return std::nullopt;
}

}  // namespace claudestep::query
