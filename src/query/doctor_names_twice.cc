// A tree that has a folder of projects twice. Nothing is lost, and nobody can tell which of the two
// was meant: who looks at them can.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/shelf.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// The entries that the tree has of that name.
std::vector<git::TreeEntry> entries_called(const git::Tree& tree, std::string_view name) {
  std::vector<git::TreeEntry> called;
  std::copy_if(tree.entries.begin(), tree.entries.end(), std::back_inserter(called),
               [&](const git::TreeEntry& entry) { return entry.name == name; });
  return called;
}

// The tip that is read: that of the branch, or that of its remote-tracking ref where that is ahead.
std::optional<git::Commit> tip_read(const Patient& patient) {
  auto tip = stand_of(patient, patient.ref).tip;
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto there = tracking && *tracking ? stand_of(patient, **tracking).tip : std::nullopt;
  const auto ancestry = tip && there ? patient.repository.compare(*tip, *there)
                                     : Result<git::Ancestry>(git::Ancestry::kSame);
  if (!tip || (there && ancestry && *ancestry == git::Ancestry::kBehind)) tip = there;
  if (!tip) return std::nullopt;
  const auto commit = patient.repository.read_commit(*tip);
  return commit ? std::optional(*commit) : std::nullopt;
}

std::size_t files_in(const Patient& patient, const git::TreeEntry& entry) {
  const auto tree = patient.repository.read_tree(entry.id);
  return tree ? tree->entries.size() : 0;
}

// "a folder of 2 files".
std::string what_is(const Patient& patient, const git::TreeEntry& entry) {
  if (entry.mode != git::FileMode::kTree) return "no folder";
  return "a folder of " + counted(files_in(patient, entry), "file");
}

// The command that leaves out of the tip the line of a listing that `filter` takes away.
std::string leaves_out(const Patient& patient, const git::Commit& tip, const std::string& filter,
                       const std::string& folder) {
  const std::string tree = "\"$(" + in_repository(patient, "git ls-tree " + tip.tree.hex()) +
                           " | " + filter + " | " + in_repository(patient, "git mktree --missing") +
                           ")\"";
  const std::string commit =
      commits_tree(patient, tree, {tip.id}, folder + "/ is there once, as a person chose");
  const auto now = patient.repository.ref_value(patient.ref);
  return puts_ref(patient, patient.ref, "\"$(" + commit + ")\"",
                  now.value_or(git::ObjectId()).hex());
}

void add_choices(const Patient& patient, const git::Commit& tip, const std::string& folder,
                 const std::vector<git::TreeEntry>& twice, Checkup& problem) {
  const bool is_same = std::all_of(twice.begin(), twice.end(), [&](const git::TreeEntry& entry) {
    return entry.id == twice.front().id;
  });
  if (is_same) {
    problem.hints.emplace_back(
        "the two are the same: the next hint keeps one; then claudestep doctor looks again");
    problem.hints.push_back(leaves_out(patient, tip, "sort -u", folder));
    return;
  }
  problem.hints.emplace_back(
      "choose which of them is kept; the other stays in the history, and of "
      "the commands that follow the first that is typed moves the branch, the others are refused "
      "then; afterwards claudestep doctor looks again");
  for (const git::TreeEntry& kept : twice) {
    problem.hints.push_back("the next hint keeps " + kept.id.hex().substr(0, 12) + ", " +
                            what_is(patient, kept) + ":");
    std::string filter = "grep -v";
    for (const git::TreeEntry& other : twice) {
      if (other.id != kept.id) filter += " -e ' " + other.id.hex() + "." + folder + "$'";
    }
    problem.hints.push_back(leaves_out(patient, tip, filter, folder));
  }
}

}  // namespace

bool add_names_twice(const Patient& patient, Checkup& problem) {
  const auto tip = tip_read(patient);
  const auto tree = tip ? patient.repository.read_tree(tip->tree) : Result<git::Tree>(git::Tree());
  if (!tree) return false;
  for (const model::Shelf shelf : model::kShelves) {
    const std::string folder(folder_name(shelf));
    auto twice = entries_called(*tree, folder);
    if (twice.size() < 2) continue;
    // Whoever types them all keeps the one that has most.
    std::stable_sort(twice.begin(), twice.end(),
                     [&](const git::TreeEntry& a, const git::TreeEntry& b) {
                       return files_in(patient, a) > files_in(patient, b);
                     });
    add_choices(patient, *tip, folder, twice, problem);
    return true;
  }
  return false;
}

}  // namespace claudestep::query
