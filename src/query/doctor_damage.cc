// Damaged files of objects. They have to go out of the way first: git writes no
// object that it has a file of.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostMoved = 10;

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

}  // namespace claudestep::query
