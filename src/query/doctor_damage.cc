// Damaged files of objects, and of packs. They have to go out of the way first: git writes no
// object that it has a file of.
#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "git/damaged_packs.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// Goes through what the looks of others went through: what a tip leads to, and what of the history
// nobody else has; and the newest of the rest.
class DamageSearch {
 public:
  explicit DamageSearch(const Patient& patient) : patient_(patient) {}

  void look_at_tip(const git::ObjectId& tip) {
    // It may be a parent that was looked at.
    static_cast<void>(is_sound(tip));
    const auto commit = patient_.repository.read_commit(tip);
    if (!commit) return;
    for (const git::ObjectId& parent : commit->parents) static_cast<void>(is_sound(parent));
    look_at_tree(commit->tree);
  }

  // What nobody else has of the history.
  void look_at_unsent() {
    for (const git::ObjectId& id : unsent_objects(patient_)) static_cast<void>(is_sound(id));
  }

  // The newest of the history, also what a remote has: asked for it, it brings nothing where a
  // damaged file is.
  void look_at_past(const git::ObjectId& tip) {
    std::size_t looked = 0;
    // One that is damaged ends the walk.
    static_cast<void>(patient_.repository.walk(tip, [&](const git::Commit& commit) {
      for (const git::ObjectId& parent : commit.parents) static_cast<void>(is_sound(parent));
      if (looked++ < kNewestLookedAt) look_at_tree(commit.tree);
      return true;
    }));
  }

  // All that can be read of the rest.
  void look_at_loose() {
    for (ObjectFile& file : damaged_loose_files(patient_)) {
      if (seen_.insert(file.id).second) found_.push_back(std::move(file));
    }
  }

  [[nodiscard]] const std::vector<ObjectFile>& found() const { return found_; }

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
    if (!seen_.insert(id).second) return false;
    auto file = patient_.repository.damaged_file(id);
    if (!file) return true;
    found_.push_back({*std::move(file), id});
    return false;
  }

  const Patient& patient_;
  std::set<git::ObjectId> seen_;
  std::vector<ObjectFile> found_;
};

// What says in which pack an object is, for many packs, goes with one of them: git trusts it, and
// makes it anew.
void add_indexes_of_many(const Patient& patient, std::vector<std::string>& moves) {
  for (const char* name : {"multi-pack-index", "multi-pack-index.d"}) {
    const std::string path = patient.repository.common_dir() + "/objects/pack/" + name;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) continue;
    moves.insert(moves.begin(), move_aside(patient, path, name));
  }
}

}  // namespace

bool add_packs_mended(const Patient& patient, Checkup& problem) {
  std::vector<std::string> indexes;
  std::vector<std::string> moves;
  for (const git::DamagedPack& pack :
       git::find_damaged_packs(patient.repository.common_dir() + "/objects")) {
    if (!pack.refusal.empty()) {
      problem.hints.push_back(escape_for_terminal(pack.refusal) +
                              ": what is in that pack only seems to be missing while git may not "
                              "read it; nothing has to be moved; once it can be read, claudestep "
                              "doctor looks again");
      return true;
    }
    const std::string name = pack.stem.substr(pack.stem.rfind('/') + 1);
    const std::string file = path_word(pack.stem + ".pack", "FILE");
    std::vector<std::string>& commands = pack.is_whole ? indexes : moves;
    if (pack.has_index) commands.push_back(move_aside(patient, pack.stem + ".idx", name + ".idx"));
    if (pack.is_whole) indexes.push_back(in_repository(patient, "git index-pack " + file));
    if (pack.is_whole) continue;
    if (!pack.has_pack) continue;
    moves.push_back(move_aside(patient, pack.stem + ".pack", name + ".pack"));
    moves.push_back(in_repository(
        patient, "git unpack-objects -q -r <" + place_aside(patient, name + ".pack")));
  }
  if (!moves.empty()) add_indexes_of_many(patient, moves);
  const bool has_indexes = !indexes.empty();
  const std::vector<std::string>& commands = has_indexes ? indexes : moves;
  if (commands.empty()) return false;
  const bool is_one = commands.size() == 1;
  std::string says = has_indexes ? "objects are in a pack whose index is lost or damaged: "
                                 : "objects are lost with a pack whose files are cut or gone: ";
  says += next_hints(commands.size());
  if (has_indexes) {
    says += is_one ? " writes it anew" : " write it anew";
  } else if (is_one) {
    says += " moves aside what is left of it";
  } else {
    says +=
        " move aside what is left of it and write anew what can still be read there, up to an "
        "error "
        "where it ends";
  }
  problem.hints.push_back(says + "; then claudestep doctor looks again");
  problem.hints.insert(problem.hints.end(), commands.begin(), commands.end());
  return true;
}

bool add_moves_aside(const Patient& patient, Checkup& problem) {
  DamageSearch search(patient);
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  std::vector<std::string> refs = {patient.ref};
  if (tracking && *tracking) refs.push_back(**tracking);
  // Where a ref was last, since one that leads to a damaged commit is not followed.
  for (const std::string& ref : refs) {
    if (const auto last = stand_of(patient, ref).last) search.look_at_tip(*last);
  }
  search.look_at_unsent();
  for (const std::string& ref : refs) {
    if (const auto tip = stand_of(patient, ref).tip) search.look_at_past(*tip);
  }
  search.look_at_loose();
  const std::size_t count = std::min(search.found().size(), kMostMovedAside);
  if (count == 0) return false;
  problem.hints.push_back("nothing is written anew where a damaged file is: " + next_hints(count) +
                          (count == 1 ? " moves it" : " move them") +
                          " aside; then claudestep doctor looks again");
  for (std::size_t at = 0; at < count; ++at) {
    const ObjectFile& file = search.found()[at];
    problem.hints.push_back(move_aside(patient, file.path, file.id.hex()));
  }
  return true;
}

}  // namespace claudestep::query
