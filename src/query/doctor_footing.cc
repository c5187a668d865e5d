// What a tip can be put upon whose own history is lost, where the branch has no reflog: something
// of what is noted of the remote. Where a commit is lost, nothing tells what it was built on.
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
  static_cast<void>(patient.repository.walk_first_parents(newest, [&](const git::Commit& commit) {
    line.push_back(commit.id);
    return true;
  }));
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

// The newest in the line of `noted` of which the tree has all.
std::optional<git::ObjectId> newest_had(const Patient& patient, const git::ObjectId& noted,
                                        const git::ObjectId& tree) {
  const auto line = line_of(patient, noted);
  if (line.empty()) return std::nullopt;
  // What an older one has newer ones have as well, where nobody took it away. Each look recalls the
  // past of the commit, and it is mostly one of the newest.
  std::size_t without = 0;
  std::size_t found = 0;
  while (!has_all_in(patient, line[found], tree)) {
    if (found == line.size() - 1) return std::nullopt;
    without = found;
    found = std::min(line.size() - 1, 2 * found + 1);
  }
  while (found - without > 1) {
    const std::size_t middle = without + (found - without) / 2;
    (has_all_in(patient, line[middle], tree) ? found : without) = middle;
  }
  return line[found];
}

std::string warns_of_changes(const Patient& patient, const git::ObjectId& base,
                             const git::ObjectId& tree) {
  const auto differences = gone_or_changed(patient, base, tree);
  std::vector<std::string> names;
  for (const git::FileDifference& one : differences.value_or(Differences())) {
    names.push_back(one.path);
  }
  if (differences && names.empty()) return "";
  return "; whether it was built on that cannot be told: of " +
         (differences ? some_files(names) : "many files") +
         " what others changed there may give way to what is here, so look at it before the next "
         "claudestep sync";
}

}  // namespace

std::optional<Footing> footing_of(const Patient& patient, const git::Commit& tip,
                                  const std::string& ref, const git::ObjectId& noted) {
  if (!Since(patient, tip.id, noted).upon(noted).empty()) return Footing{noted, ""};
  if (has_history_of(patient, tip.id)) {
    const auto forks = patient.repository.merge_bases(tip.id, noted);
    if (!forks || forks->empty() || !has_all_of(patient, forks->front())) return std::nullopt;
    return Footing{forks->front(), ""};
  }
  const auto found =
      has_all_of(patient, noted) ? newest_had(patient, noted, tip.tree) : std::nullopt;
  if (!found) return std::nullopt;
  return Footing{*found, was_pushed_here(patient, ref, *found)
                             ? ""
                             : warns_of_changes(patient, *found, tip.tree)};
}

}  // namespace claudestep::query
