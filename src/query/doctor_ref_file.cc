// The file of a ref that is there and says nothing: that of the branch, or of its remote-tracking
// ref. It has to go out of the way first: git moves no ref that it cannot read, and fetches nothing
// while there is one.
#include <algorithm>
#include <fstream>
#include <iterator>
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

std::string puts_at(const Patient& patient, const std::string& ref, const std::string& where) {
  return in_repository(patient, "git update-ref " + model::shell_word(ref, "REF") + " " + where);
}

// Its reflog says where it was.
void add_from_reflog(const Patient& patient, Checkup& problem, const DamagedRef& damaged,
                     const WayBack& back) {
  std::string damage = damaged.damage;
  std::string was = back.moves == 0 ? " last"
                                    : ", at the newest tip that is whole, " +
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
  problem.hints.push_back(damage + ": " + next_hints(2) + " move the file aside and put the " +
                          (damaged.is_branch ? "branch" : "ref") +
                          " where its reflog says that it was" + was + "; then " + then);
  problem.hints.push_back(damaged.aside);
  problem.hints.push_back(puts_at(patient, damaged.ref, back.tip.hex()));
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
  problem.hints.push_back(damage + next_hints(2) +
                          " move it aside and list the commits that nothing leads to; " +
                          puts_at(patient, damaged.ref, "COMMIT") +
                          " puts the branch at the one that was written last");
  problem.hints.push_back(damaged.aside);
  problem.hints.push_back(in_repository(patient, kListLost));
}

// Git reads no ref that is packed where the file of those is cut. Its other lines are whole.
bool add_packed_anew(const Patient& patient, Checkup& problem) {
  const std::string path = patient.repository.common_dir() + "/packed-refs";
  std::ifstream stream(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  if (text.empty() || text.ends_with('\n')) return false;
  std::vector<std::string> commands = {
      move_aside(patient, path, "packed-refs"),
      "sed '$d' " + place_aside(patient, "packed-refs") + " >" + path_word(path, "FILE")};
  std::string puts;
  // Git looks nothing up meanwhile, whether it is whole neither.
  const auto last = stand_of(patient, patient.ref).last;
  const bool is_gone = text.find(" " + patient.ref + "\n") == std::string::npos &&
                       !std::ifstream(patient.repository.common_dir() + "/" + patient.ref);
  if (last && is_gone && !patient.repository.is_reflog_cut(patient.ref)) {
    commands.push_back(puts_at(patient, patient.ref, last->hex()));
    puts = ", and put the branch where its reflog says that it was";
  }
  problem.hints.push_back("the file of packed refs is cut: " + next_hints(commands.size()) +
                          " move it aside and write its whole lines anew" + puts +
                          "; what else was at its end is in the reflogs; then claudestep doctor "
                          "looks again");
  problem.hints.insert(problem.hints.end(), commands.begin(), commands.end());
  return true;
}

bool add_branch_anew(const Patient& patient, Checkup& problem, const DamagedRef& damaged) {
  if (const auto back = newest_whole_tip(patient, damaged.ref)) {
    add_from_reflog(patient, problem, damaged, *back);
    return true;
  }
  const auto moves = patient.repository.reflog(damaged.ref);
  if (!moves || !moves->empty()) return false;
  add_from_elsewhere(patient, problem, damaged);
  return true;
}

// What it says the remote knows.
void add_tracking_anew(const Patient& patient, Checkup& problem, const DamagedRef& damaged) {
  const auto back = newest_whole_tip(patient, damaged.ref);
  if (back && !patient.repository.is_reflog_cut(damaged.ref)) {
    return add_from_reflog(patient, problem, damaged, *back);
  }
  problem.hints.push_back(damaged.damage +
                          ", and no reflog says where it was last: the next hint moves it aside; "
                          "then the next claudestep sync writes it anew");
  problem.hints.push_back(damaged.aside);
}

}  // namespace

std::string lists_lost(const Patient& patient, const std::string& ref) {
  return in_repository(patient, kListLost) + " lists the commits that nothing leads to; " +
         puts_at(patient, ref, "COMMIT") + " puts the branch at the one that was written last";
}

bool add_ref_anew(const Patient& patient, Checkup& problem) {
  if (const auto branch = find_damaged(patient, patient.ref)) {
    return add_branch_anew(patient, problem, *branch);
  }
  if (add_packed_anew(patient, problem)) return true;
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!tracking || !*tracking) return false;
  const auto noted = find_damaged(patient, **tracking);
  if (noted) add_tracking_anew(patient, problem, *noted);
  return noted.has_value();
}

}  // namespace claudestep::query
