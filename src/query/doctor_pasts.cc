// What the commit of a way back is built on.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/merge.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostFetched = 10;
constexpr std::size_t kMostChanged = 100;
constexpr std::size_t kMostNamed = 3;

using FileDifferences = std::vector<git::FileDifference>;

// Whether `tip` has all that `past` has.
bool is_built_on(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& past) {
  return patient.repository.reaches(tip, past).value_or(false);
}

// The files that `theirs` changed since it and `ours` went apart; nothing where there are many, or
// that cannot be told.
std::optional<FileDifferences> changed_apart(const Patient& patient, const git::ObjectId& ours,
                                             const git::ObjectId& theirs) {
  const auto bases = patient.repository.merge_bases(ours, theirs);
  const auto after = patient.repository.read_commit(theirs);
  if (!bases || bases->size() > 1 || !after) return std::nullopt;
  git::ObjectId none;
  if (!bases->empty()) {
    const auto base = patient.repository.read_commit(bases->front());
    if (!base) return std::nullopt;
    none = base->tree;
  }
  return patient.repository.changed_files(none, after->tree, kMostChanged).value_or(std::nullopt);
}

// Whether one of the files that were changed may have been another project's since, or been put
// under another name, in what `tip` has and `past` has not.
bool may_be_born(const Patient& patient, const FileDifferences& changed, const git::ObjectId& tip,
                 const git::ObjectId& past) {
  const auto commits = Since(patient, tip, past).all();
  return std::any_of(commits.begin(), commits.end(), [&](const git::ObjectId& id) {
    const auto commit = patient.repository.read_commit(id);
    return !commit || std::any_of(changed.begin(), changed.end(), [&](const auto& change) {
      return may_be_birth(patient, *commit, change.path);
    });
  });
}

// Whether the version of the file has what `fetched` has, or `fetched` changed nothing of it.
bool has_what_was_fetched(const Patient& patient, const OlderFile& file,
                          const std::optional<FileDifferences>& changed,
                          const git::ObjectId& fetched) {
  if (is_built_on(patient, file.from, fetched)) return true;
  if (!changed) return false;
  const auto places = places_of(file.path);
  const bool is_changed = std::any_of(changed->begin(), changed->end(), [&](const auto& change) {
    return std::find(places.begin(), places.end(), change.path) != places.end();
  });
  if (is_changed) return false;
  return !project_at(file.path) || !may_be_born(patient, *changed, file.from, fetched);
}

// Whether none of the older versions would count as an answer to `fetched`, which it does not know.
bool answers_nothing(const Patient& patient, const Losses& older, const git::ObjectId& back,
                     const git::ObjectId& fetched) {
  if (older.files.empty() && older.folders.empty()) return true;
  const auto changed = changed_apart(patient, back, fetched);
  for (const OlderFolder& folder : older.folders) {
    // What the archive has is put together from many commits.
    if (!changed || folder.path == "archive") return false;
    const bool is_changed = std::any_of(changed->begin(), changed->end(), [&](const auto& change) {
      return change.path == folder.path || change.path.starts_with(folder.path + "/");
    });
    if (is_changed) return false;
  }
  return std::all_of(older.files.begin(), older.files.end(), [&](const OlderFile& file) {
    return has_what_was_fetched(patient, file, changed, fetched);
  });
}

// What is known of the remote, and how much of it a tip had merged.
struct Fetched {
  std::string ref;
  git::ObjectId noted;
  std::optional<git::ObjectId> merged;  // the newest
  bool is_all_told = true;              // else it may have been more
};

// Of the tips that were fetched, newest first, the one that was merged with `back` in a commit
// which is lost: every clone makes the same merge of two commits.
struct LostMerge {
  git::ObjectId merge;
  git::ObjectId fetched;
};
std::optional<LostMerge> find_lost_merge(const Patient& patient, const Fetched& fetched,
                                         const Since& noted, const std::set<git::ObjectId>& lost,
                                         const git::ObjectId& back) {
  std::vector<git::ObjectId> tips = {fetched.noted};
  for (const git::ReflogEntry& entry : patient.repository.reflog(fetched.ref)) {
    const bool is_new =
        noted.has(entry.new_id) && std::find(tips.begin(), tips.end(), entry.new_id) == tips.end();
    if (is_new && tips.size() < kMostFetched) tips.push_back(entry.new_id);
  }
  for (const git::ObjectId& tip : tips) {
    if (fetched.merged && !is_built_on(patient, tip, *fetched.merged)) continue;
    const auto stands = patient.repository.compare(tip, back);
    const bool is_apart =
        stands && (*stands == git::Ancestry::kDiverged || *stands == git::Ancestry::kUnrelated);
    if (!is_apart) continue;
    const auto merge = store::merge_commits(patient.repository, back, tip);
    if (merge && lost.contains(merge->commit)) return LostMerge{merge->commit, tip};
  }
  return std::nullopt;
}

Fetched look_at_fetched(const Patient& patient, const std::string& ref, const git::ObjectId& noted,
                        const git::ObjectId& tip, const git::ObjectId& back) {
  Fetched fetched{ref, noted, std::nullopt, true};
  const Since ours(patient, tip, back);
  const Since theirs(patient, noted, back);
  const auto shared = theirs.newest_shared(ours);
  // Several are left by a remote that went back; no guard lets in a merge of more than two.
  if (!shared.empty()) fetched.merged = shared.front();
  if (fetched.merged == noted) return fetched;
  fetched.is_all_told = ours.lost().empty() && shared.size() <= 1;
  if (ours.lost().empty()) return fetched;
  if (const auto lost = find_lost_merge(patient, fetched, theirs, ours.lost(), back)) {
    fetched.merged = lost->fetched;
    fetched.is_all_told = lost->fetched == noted || (ours.lost().size() == 1 && shared.size() <= 1);
  }
  return fetched;
}

// The files that `merged` changed and that `noted` has otherwise than the tip, in words: those that
// another merge may have otherwise than the tip and `noted`. Nothing where there are none.
std::optional<std::string> names_at_stake(const Patient& patient, const git::ObjectId& tip,
                                          const Losses& older, const git::ObjectId& base,
                                          const git::ObjectId& merged, const git::ObjectId& noted) {
  const auto changed = changed_apart(patient, base, merged);
  const auto here = patient.repository.read_commit(tip);
  const auto there = patient.repository.read_commit(noted);
  if (!changed || !here || !there) return "that";
  std::vector<std::string> names;
  for (const git::FileDifference& change : *changed) {
    const auto mine = patient.repository.find_path(here->tree, change.path);
    const auto theirs = patient.repository.find_path(there->tree, change.path);
    const bool is_older = std::any_of(older.files.begin(), older.files.end(),
                                      [&](const auto& file) { return file.path == change.path; });
    const bool is_same = mine && theirs && !is_older && mine->has_value() == theirs->has_value() &&
                         (!*mine || (*mine)->id == (*theirs)->id);
    if (!is_same) names.push_back(quoted(change.path));
  }
  if (names.empty()) return std::nullopt;
  std::string all;
  for (std::size_t at = 0; at < std::min(names.size(), kMostNamed); ++at) {
    all += (at == 0 ? "" : ", ") + names[at];
  }
  const std::size_t left = names.size() - std::min(names.size(), kMostNamed);
  return left == 0 ? all : all + " and " + counted(left, "more file");
}

}  // namespace

Pasts pasts_of(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& back,
               const Losses& older) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto noted = tracking && *tracking
                         ? patient.repository.find_ref(**tracking).value_or(std::nullopt)
                         : std::nullopt;
  if (!noted) {
    const auto remote = store::remote_of(patient.repository, patient.ref);
    if (!remote || !*remote) return {{back}, ""};
    return {{back},
            "; what it may have merged of the remote " + quoted(**remote) +
                " is not noted: of that what was taken away may be there again after the next "
                "claudestep sync, and what was changed may give way to what it replaced, so look "
                "at it then"};
  }
  if (is_built_on(patient, back, *noted)) return {{back}, ""};
  const Fetched fetched = look_at_fetched(patient, **tracking, *noted, tip, back);
  const bool is_kept = fetched.merged && answers_nothing(patient, older, back, *fetched.merged) &&
                       has_all_of(patient, *fetched.merged);
  Pasts pasts{{back}, ""};
  if (is_kept) pasts.commits.push_back(*fetched.merged);
  if (fetched.is_all_told && (is_kept || !fetched.merged)) return pasts;
  const auto names =
      names_at_stake(patient, tip, older, is_kept ? *fetched.merged : back,
                     fetched.is_all_told ? *fetched.merged : fetched.noted, fetched.noted);
  if (!names) return pasts;
  const std::string which = quoted(fetched.ref);
  pasts.warning =
      (fetched.is_all_told ? "; the next claudestep sync merges " + which + " again: of "
                           : "; whether it had merged " + which + " cannot be told: of ") +
      *names +
      " what was taken away may be there again, and what was changed may give way to what it "
      "replaced, here at once and for all with the next claudestep sync, so look at it before that";
  return pasts;
}

}  // namespace claudestep::query
