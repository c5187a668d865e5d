// What is there and says nothing: damaged files of objects, and that of the branch. They have to go
// out of the way first. Git writes no object that it has a file of, and moves no ref that it cannot
// read.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/history.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostMoved = 10;
constexpr std::string_view kListLost = "git fsck --no-reflogs --lost-found";

struct DamagedFile {
  std::string path;
  git::ObjectId id;
};

// Goes through what a tip leads to without its history, since the looks of others went no further.
class DamageSearch {
 public:
  explicit DamageSearch(const Patient& patient) : patient_(patient) {}

  void look_at_tip(const git::ObjectId& tip) {
    if (!is_sound(tip)) return;
    const auto commit = patient_.repository.read_commit(tip);
    if (!commit) return;
    for (const git::ObjectId& parent : commit->parents) static_cast<void>(is_sound(parent));
    look_at_tree(commit->tree);
  }

  [[nodiscard]] const std::vector<DamagedFile>& found() const { return found_; }

 private:
  void look_at_tree(const git::ObjectId& root) {
    std::vector<git::ObjectId> trees = {root};
    while (!trees.empty()) {
      const git::ObjectId id = trees.back();
      trees.pop_back();
      const auto tree =
          is_sound(id) ? patient_.repository.read_tree(id) : Result<git::Tree>(git::Tree());
      for (const auto& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
        if (entry.mode == git::FileMode::kTree) {
          trees.push_back(entry.id);
        } else if (entry.mode != git::FileMode::kSubmodule) {
          static_cast<void>(is_sound(entry.id));
        }
      }
    }
  }

  // Whether it is not looked at yet and not damaged.
  bool is_sound(const git::ObjectId& id) {
    if (!seen_.insert(id).second || found_.size() == kMostMoved) return false;
    auto file = patient_.repository.damaged_file(id);
    if (file) found_.push_back({*std::move(file), id});
    return !file;
  }

  const Patient& patient_;
  std::set<git::ObjectId> seen_;
  std::vector<DamagedFile> found_;
};

std::string move_aside(const Patient& patient, const std::string& path, const std::string& name) {
  return "mv " + path_word(path, "FILE") + " " +
         path_word(patient.repository.common_dir() + "/damaged-" + name, "ELSEWHERE");
}

// The file of the branch when it is there and says nothing that git understands.
std::optional<std::string> broken_ref_file(const Patient& patient) {
  std::string path = patient.repository.common_dir() + "/" + patient.ref;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  constexpr std::size_t kIdDigits = 40;
  const bool is_understood =
      text.starts_with("ref:") || git::ObjectId::parse(text.substr(0, kIdDigits));
  return stream.bad() || is_understood ? std::nullopt : std::optional(std::move(path));
}

// Where the file of the branch is damaged, and its reflog says where it was.
void add_ref_from_reflog(const Patient& patient, Checkup& problem, const std::string& aside,
                         const WayBack& back) {
  std::string damage = "the file of the branch is damaged";
  std::string was = back.moves == 0 ? " last"
                                    : ", at the newest tip that is whole, " +
                                          counted(back.moves, "move") + " before the last";
  std::string then = "claudestep doctor looks again";
  if (patient.repository.is_reflog_cut(patient.ref)) {
    problem.hints.push_back(
        damage +
        ", and the last line of its reflog is cut: where the branch was last is among the "
        "commits that the next hint lists");
    problem.hints.push_back(in_repository(patient, kListLost));
    damage = "the reflog knows only of what was before";
    if (back.moves == 0) was.clear();
    then = "claudestep merge COMMIT brings the rest back, and " + then;
  }
  problem.hints.push_back(damage + ": " + next_hints(2) +
                          " move the file aside and put the branch where its reflog says that it "
                          "was" +
                          was + "; then " + then);
  problem.hints.push_back(aside);
  problem.hints.push_back(in_repository(
      patient, "git update-ref " + model::shell_word(patient.ref, "REF") + " " + back.tip.hex()));
}

// The same without a reflog: what was synced is in the tracking ref.
void add_ref_from_elsewhere(const Patient& patient, Checkup& problem, const std::string& aside) {
  const std::string damage = "the file of the branch is damaged, and no reflog says where it was: ";
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (tracking && *tracking && stand_of(patient, **tracking).tip) {
    problem.hints.push_back(damage + "the next hint moves it aside; then " + quoted(**tracking) +
                            " is read, and the next claudestep sync makes the branch from it");
    problem.hints.push_back(aside);
    problem.hints.push_back("what was never synced is among the commits that " +
                            in_repository(patient, kListLost) +
                            " lists: claudestep merge COMMIT brings it back");
    return;
  }
  problem.hints.push_back(
      damage + next_hints(2) + " move it aside and list the commits that nothing leads to; " +
      in_repository(patient,
                    "git update-ref " + model::shell_word(patient.ref, "REF") + " COMMIT") +
      " puts the branch at the one that was written last");
  problem.hints.push_back(aside);
  problem.hints.push_back(in_repository(patient, kListLost));
}

}  // namespace

bool add_moves_aside(const Patient& patient, Checkup& problem) {
  DamageSearch search(patient);
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  // Where a ref was last, since one that leads to a damaged commit is not followed.
  if (const auto last = stand_of(patient, patient.ref).last) search.look_at_tip(*last);
  if (tracking && *tracking) {
    if (const auto last = stand_of(patient, **tracking).last) search.look_at_tip(*last);
  }
  const std::size_t count = search.found().size();
  if (count == 0) return false;
  problem.hints.push_back("nothing is written anew where a damaged file is: " + next_hints(count) +
                          (count == 1 ? " moves it" : " move them") +
                          " aside; then claudestep doctor looks again");
  for (const DamagedFile& file : search.found()) {
    problem.hints.push_back(move_aside(patient, file.path, file.id.hex()));
  }
  return true;
}

bool add_ref_anew(const Patient& patient, Checkup& problem) {
  const auto file = broken_ref_file(patient);
  if (!file) return false;
  std::string name = patient.ref;
  std::replace(name.begin(), name.end(), '/', '-');
  const std::string aside = move_aside(patient, *file, name);
  if (const auto back = newest_whole_tip(patient)) {
    add_ref_from_reflog(patient, problem, aside, *back);
    return true;
  }
  const auto moves = patient.repository.reflog(patient.ref);
  if (!moves || !moves->empty()) return false;
  std::erase(problem.hints, cat_reflog(patient));
  add_ref_from_elsewhere(patient, problem, aside);
  return true;
}

}  // namespace claudestep::query
