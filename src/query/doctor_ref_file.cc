// The file of a ref that is there and says nothing: that of the branch, or of its remote-tracking
// ref. It has to go out of the way first: git moves no ref that it cannot read, and fetches nothing
// while there is one.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::string_view kListLost = "git fsck --no-reflogs --lost-found";

struct DamagedRef {
  std::string ref;
  bool is_branch = false;
  std::string damage;  // "the file of the branch is damaged"
  std::string aside;   // the command that moves the file
};

std::optional<DamagedRef> find_damaged(const Patient& patient, const std::string& ref) {
  const auto damaged = patient.repository.damaged_ref(ref);
  if (!damaged) return std::nullopt;
  const bool is_branch = ref == patient.ref;
  const std::string what = is_branch ? "the branch" : quoted(*damaged);
  std::string name = *damaged;
  std::replace(name.begin(), name.end(), '/', '-');
  return DamagedRef{*damaged, is_branch, "the file of " + what + " is damaged",
                    move_aside(patient, patient.repository.common_dir() + "/" + *damaged, name)};
}

// Without its own file the ref is what packed refs have for it.
std::string puts_back(const Patient& patient, const std::string& ref, const std::string& where) {
  return puts_ref(patient, ref, where, packed_value(patient, ref));
}

// Its reflog says where it was. `which` it is then, if not where it was last.
void add_from_reflog(const Patient& patient, Checkup& problem, const DamagedRef& damaged,
                     const WayBack& back, const std::string& which) {
  std::string damage = damaged.damage;
  std::string was = back.moves == 0 ? " last"
                                    : ", at the newest tip that " + which + ", " +
                                          counted(back.moves, "move") + " before the last";
  std::string then = "claudestep doctor looks again";
  if (patient.repository.is_reflog_cut(damaged.ref)) {
    problem.hints.push_back(
        damage +
        ", and the last line of its reflog is cut: where the branch was last is among the "
        "commits that the next hint lists");
    problem.hints.push_back(in_repository(patient, kListLost));
    damage = "the reflog knows only of what was before";
    if (back.moves == 0) was.clear();
    then = "claudestep merge COMMIT brings the rest back, and " + then;
  }
  const std::string meanwhile =
      damaged.is_branch
          ? " (where git refuses that, since somebody wrote meanwhile: claudestep merge " +
                back.tip.hex() + ")"
          : "";
  problem.hints.push_back(damage + ": " + next_hints(2) + " move the file aside and put the " +
                          (damaged.is_branch ? "branch" : "ref") +
                          " where its reflog says that it was" + was + meanwhile + "; then " +
                          then);
  problem.hints.push_back(damaged.aside);
  problem.hints.push_back(puts_back(patient, damaged.ref, back.tip.hex()));
}

// The same without a reflog: what was synced is in the tracking ref.
void add_from_elsewhere(const Patient& patient, Checkup& problem, const DamagedRef& damaged) {
  const std::string damage = damaged.damage + ", and no reflog says where it was: ";
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (tracking && *tracking && stand_of(patient, **tracking).tip) {
    problem.hints.push_back(damage + "the next hint moves it aside; then " + quoted(**tracking) +
                            " is read, and the next claudestep sync makes the branch from it");
    problem.hints.push_back(damaged.aside);
    problem.hints.push_back("what was never synced is among the commits that " +
                            in_repository(patient, kListLost) +
                            " lists: claudestep merge COMMIT brings it back");
    return;
  }
  const std::string packed = packed_value(patient, damaged.ref);
  const bool is_packed = packed != git::ObjectId().hex();
  problem.hints.push_back(
      damage +
      "the next hint lists the commits that nothing leads to; the one after it, with the one that "
      "was written last in the place of COMMIT, moves the file aside and puts the branch there" +
      (is_packed ? "; " + packed + " is where it was when refs were packed" : "") +
      "; what another clone has of it, its next claudestep sync brings");
  problem.hints.push_back(in_repository(patient, kListLost));
  problem.hints.push_back("tip=COMMIT && " + in_repository(patient, "git cat-file -e $tip") +
                          " && " + damaged.aside + " && " +
                          puts_ref(patient, damaged.ref, "$tip", packed));
}

bool add_branch_anew(const Patient& patient, Checkup& problem, const DamagedRef& damaged) {
  // What else is lost of it can be looked for once it can be followed.
  if (const auto back = newest_tip_there(patient, damaged.ref)) {
    // A later one may be in a pack that can be mended.
    if (back->moves > 0 && add_packs_mended(patient, problem)) return true;
    add_from_reflog(patient, problem, damaged, *back, "is there");
    return true;
  }
  if (!patient.repository.reflog(damaged.ref).empty()) return false;
  add_from_elsewhere(patient, problem, damaged);
  return true;
}

// What it says the remote knows.
void add_tracking_anew(const Patient& patient, Checkup& problem, const DamagedRef& damaged) {
  const auto back = newest_whole_tip(patient, damaged.ref);
  if (back && !patient.repository.is_reflog_cut(damaged.ref)) {
    return add_from_reflog(patient, problem, damaged, *back, "is whole");
  }
  problem.hints.push_back(damaged.damage +
                          ", and no reflog says where it was last: the next hint moves it aside; "
                          "then the next claudestep sync writes it anew");
  problem.hints.push_back(damaged.aside);
}

// The file of the branch is gone, and its reflog is not. The problem itself puts it back where it
// was last.
bool add_gone_branch(const Patient& patient, Checkup& problem) {
  const auto end = patient.repository.resolve_ref_name(patient.ref);
  if (!end) return false;
  const git::ObjectId now =
      patient.repository.ref_value(patient.ref).value_or(git::ObjectId());  // by packed refs
  const auto stand = stand_of(patient, patient.ref);
  if (!stand.is_lost || !stand.last) return false;
  const std::string puts = puts_ref(patient, *end, stand.last->hex(), now.hex());
  const auto hint = std::find(problem.hints.begin(), problem.hints.end(), puts);
  if (hint == problem.hints.end()) return false;
  if (patient.repository.read_commit(*stand.last)) {
    problem.hints.emplace_back("then claudestep doctor looks again");
    return true;
  }
  const auto back = newest_tip_there(patient, *end);
  if (!back) return false;
  problem.hints.erase(hint);
  // It may be in a pack that can be mended.
  if (add_packs_mended(patient, problem)) return true;
  problem.hints.push_back(
      "that commit is lost: the next hint puts the branch where its reflog says that it was, at "
      "the newest tip that is there, " +
      counted(back->moves, "move") + " before the last; then claudestep doctor looks again");
  problem.hints.push_back(puts_ref(patient, *end, back->tip.hex(), git::ObjectId().hex()));
  return true;
}

}  // namespace

std::string lists_lost(const Patient& patient, const std::string& ref) {
  return in_repository(patient, kListLost) + " lists the commits that nothing leads to; " +
         in_repository(patient, "git update-ref " + model::shell_word(ref, "REF") + " COMMIT") +
         " puts the branch at the one that was written last";
}

bool add_ref_anew(const Patient& patient, Checkup& problem) {
  // First: git reads none of the refs beside it.
  if (add_packed_refs_anew(patient, problem)) return true;
  if (const auto branch = find_damaged(patient, patient.ref)) {
    return add_branch_anew(patient, problem, *branch);
  }
  if (add_gone_branch(patient, problem)) return true;
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return false;
  const auto noted = find_damaged(patient, **tracking);
  if (noted) add_tracking_anew(patient, problem, *noted);
  return noted.has_value();
}

}  // namespace claudestep::query
