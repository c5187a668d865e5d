// What a tip can be put upon whose own history is lost, where the branch has no reflog: something
// of what is noted of the remote. Whether it was built on that cannot be told any more.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/push_guard.h"
#include "store/sync_tracking.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostDifferent = 1000;

using Differences = std::vector<git::FileDifference>;

// The commit and its first parents, newest first, as far as they can be read.
std::vector<git::ObjectId> line_of(const Patient& patient, const git::ObjectId& newest) {
  std::vector<git::ObjectId> line;
  auto commit = patient.repository.read_commit(newest);
  while (commit) {
    line.push_back(commit->id);
    if (commit->parents.empty()) break;
    commit = patient.repository.read_commit(commit->parents.front());
  }
  return line;
}

// The files of `base` that the tree has otherwise, or not at all; nothing where they are many.
std::optional<Differences> gone_or_changed(const Patient& patient, const git::ObjectId& base,
                                           const git::ObjectId& tree) {
  const auto before = patient.repository.read_commit(base);
  if (!before) return std::nullopt;
  auto differences =
      patient.repository.changed_files(before->tree, tree, kMostDifferent).value_or(std::nullopt);
  if (differences) std::erase_if(*differences, [](const auto& one) { return !one.before; });
  return differences;
}

// Whether the tree has all that `base` has: of projects as far as a guard can tell, and of other
// files each as it is there.
bool has_all_in(const Patient& patient, const git::ObjectId& base, const git::ObjectId& tree) {
  const auto differences = gone_or_changed(patient, base, tree);
  const bool is_all_ours = differences && std::all_of(differences->begin(), differences->end(),
                                                      [](const git::FileDifference& one) {
                                                        return project_at(one.path).has_value();
                                                      });
  if (!is_all_ours) return false;
  const auto objections =
      store::examine_commits(patient.repository, base, {{{}, tree, {base}, {}, {}, "by hand"}});
  return objections && objections->empty();
}

// Whether this clone pushed the commit: then its branch had it. It is git that notes it, where the
// remote has a name.
bool was_pushed_here(const Patient& patient, const std::string& ref, const git::ObjectId& commit) {
  constexpr std::string_view kNoted = "update by push";
  const std::string deed = "claudestep sync: " + std::string(store::kPushedDeed);
  const auto moves = patient.repository.reflog(ref);
  return std::any_of(moves.begin(), moves.end(), [&](const git::ReflogEntry& move) {
    return move.new_id == commit && (move.message == deed || move.message == kNoted);
  });
}

}  // namespace

std::optional<Footing> footing_of(const Patient& patient, const git::ObjectId& tree,
                                  const std::string& ref, const git::ObjectId& noted) {
  const auto line = line_of(patient, noted);
  if (line.empty()) return std::nullopt;
  std::size_t found = 0;
  if (!has_all_in(patient, line.front(), tree)) {
    // What an older one has, newer ones have as well, if nobody took it away.
    found = line.size() - 1;
    if (found == 0 || !has_all_in(patient, line[found], tree)) return std::nullopt;
    for (std::size_t without = 0; found - without > 1;) {
      const std::size_t middle = without + (found - without) / 2;
      (has_all_in(patient, line[middle], tree) ? found : without) = middle;
    }
  }
  Footing footing{line[found], ""};
  if (was_pushed_here(patient, ref, footing.commit)) return footing;
  const auto differences = gone_or_changed(patient, footing.commit, tree);
  std::vector<std::string> names;
  for (const git::FileDifference& one : differences.value_or(Differences())) {
    names.push_back(one.path);
  }
  if (differences && names.empty()) return footing;
  footing.warning = "; whether it was built on that cannot be told: of " +
                    (differences ? some_files(names) : "many files") +
                    " what others changed there may give way to what is here, so look at it "
                    "before the next claudestep sync";
  return footing;
}

}  // namespace claudestep::query
