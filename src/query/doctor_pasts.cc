// What the commit of a way back is built on.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

// What is known of a remote, and how much of it a tip had merged.
struct Fetched {
  std::string ref;
  git::ObjectId noted;
  std::optional<git::ObjectId> merged;  // the newest
  bool is_all_told = true;              // else it may have been more
  bool is_read = false;                 // what is read shows it at once, beside the branch
};

// What the commit of a way back takes the place of.
struct Place {
  const Patient& patient;
  const git::ObjectId& tip;
  const git::ObjectId& back;
  const Losses& older;
  const Since ours;
  // What commits that are lost had merged, as the reflog tells.
  std::vector<git::ObjectId> told;
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

// What lost commits had merged that the reflog of the branch tells to be merges: claudestep says of
// what, where one is a move of its own.
std::vector<git::ObjectId> merges_told(const Patient& patient, std::set<git::ObjectId> lost) {
  constexpr std::string_view kSays = "claudestep: merge ";
  std::vector<git::ObjectId> merged;
  for (const git::ReflogEntry& move : patient.repository.reflog(patient.ref)) {
    if (!lost.contains(move.new_id) || !move.message.starts_with(kSays)) continue;
    const std::string id = move.message.substr(kSays.size());
    if (id.find_first_not_of("0123456789abcdef") != std::string::npos) continue;
    if (const auto commit = patient.repository.resolve_commit(id)) merged.push_back(*commit);
    // It was built on where the branch was.
    if (!patient.repository.has_object(move.old_id)) lost.insert(move.old_id);
  }
  return merged;
}

void look_at_merged(const Place& place, Fetched& fetched) {
  const Patient& patient = place.patient;
  const Since theirs(patient, fetched.noted, place.back);
  const auto shared = theirs.newest_shared(place.ours);
  // Several are left by a remote that went back; no guard lets in a merge of more than two.
  if (!shared.empty()) fetched.merged = shared.front();
  if (fetched.merged == fetched.noted) return;
  const auto& lost = place.ours.lost();
  fetched.is_all_told = lost.empty() && shared.size() <= 1;
  if (lost.empty()) return;
  if (const auto merge = find_lost_merge(patient, fetched, theirs, lost, place.back)) {
    fetched.merged = merge->fetched;
    fetched.is_all_told =
        merge->fetched == fetched.noted || (lost.size() == 1 && shared.size() <= 1);
    return;
  }
  for (const git::ObjectId& told : place.told) {
    if (!theirs.has(told)) continue;
    if (fetched.merged && !is_built_on(patient, told, *fetched.merged)) continue;
    fetched.merged = told;
    fetched.is_all_told = told == fetched.noted;
  }
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
    if (!is_same) names.push_back(change.path);
  }
  return names.empty() ? std::nullopt : std::optional(some_files(names));
}

// What refs note of remotes; first of that with which a sync is when none is named.
struct Noted {
  std::vector<Fetched> remotes;
  std::vector<std::string> unknown;  // words for those of which nothing is noted
};

Noted look_at_remotes(const Patient& patient) {
  const git::Repository& repository = patient.repository;
  Noted noted;
  if (!patient.ref.starts_with("refs/heads/")) return noted;
  const auto first = store::remote_of(repository, patient.ref).value_or(std::nullopt);
  const auto note = [&](const std::string& ref, bool is_first, const std::string& words) {
    const auto commit = repository.find_ref(ref);
    if (commit && *commit) {
      noted.remotes.push_back({ref, **commit, std::nullopt, true, is_first});
    } else if (!commit || is_first) {
      noted.unknown.push_back(words);
    }
  };
  for (const std::string& name : remotes_in_order(patient)) {
    const auto ref = store::tracking_ref_at(name, patient.ref);
    if (ref) note(*ref, name == first, "the remote " + quoted(name));
  }
  for (const std::string& ref : refs_of_addresses(patient)) {
    note(ref, false, "what " + quoted(ref) + " notes");
  }
  return noted;
}

// What may become of the files `names` when what was merged is merged again.
std::string warns(const Fetched& fetched, const std::string& names) {
  const std::string which = quoted(fetched.ref);
  const std::string who = fetched.is_read ? "the next claudestep sync" : "the next merge of it";
  std::string begin = "whether it had merged " + which + " cannot be told";
  if (fetched.is_all_told) {
    begin = fetched.is_read ? who + " merges " + which + " again"
                            : "who merges " + which + " merges it again";
  }
  const std::string end =
      fetched.is_read ? "here at once and for all with " + who + ", so look at it before that"
                      : "with " + who + ", so look at it then";
  return "; " + begin + ": of " + names +
         " what was taken away may be there again, and what was changed may give way to what it "
         "replaced, " +
         end;
}

// Makes what `fetched` says to be merged one more of `pasts`; where that cannot be, or may not be
// all, that is said.
void add_past(const Place& place, const Fetched& fetched, Pasts& pasts) {
  const Patient& patient = place.patient;
  const auto& merged = fetched.merged;
  const auto has = [&](const git::ObjectId& commit) {
    return std::any_of(pasts.commits.begin(), pasts.commits.end(),
                       [&](const auto& past) { return is_built_on(patient, past, commit); });
  };
  const bool is_there = merged && has(*merged);
  const bool is_kept =
      is_there || (merged && answers_nothing(patient, place.older, place.back, *merged) &&
                   has_all_of(patient, *merged));
  if (is_kept && !is_there) {
    pasts.commits.erase(std::remove_if(pasts.commits.begin() + 1, pasts.commits.end(),
                                       [&](const git::ObjectId& past) {
                                         return is_built_on(patient, *merged, past);
                                       }),
                        pasts.commits.end());
    pasts.commits.push_back(*merged);
  }
  if ((fetched.is_all_told && (is_kept || !merged)) || has(fetched.noted)) return;
  const auto names = names_at_stake(patient, place.tip, place.older, is_kept ? *merged : place.back,
                                    fetched.is_all_told ? *merged : fetched.noted, fetched.noted);
  if (names) pasts.warning += warns(fetched, *names);
}

}  // namespace

Pasts pasts_of(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& back,
               const Losses& older) {
  Pasts pasts{{back}, ""};
  Place place{patient, tip, back, older, Since(patient, tip, back), {}};
  place.told = merges_told(patient, place.ours.lost());
  Noted noted = look_at_remotes(patient);
  for (Fetched& fetched : noted.remotes) {
    if (is_built_on(patient, back, fetched.noted)) continue;
    look_at_merged(place, fetched);
    add_past(place, fetched, pasts);
  }
  for (const git::ObjectId& told : place.told) {
    const bool is_done = std::any_of(
        noted.remotes.begin(), noted.remotes.end(),
        [&](const Fetched& fetched) { return is_built_on(patient, fetched.noted, told); });
    if (is_done || is_built_on(patient, back, told)) continue;
    add_past(place, {told.hex().substr(0, 12), told, told, true, false}, pasts);
  }
  for (const std::string& remote : noted.unknown) {
    pasts.warning += "; what it may have merged of " + remote +
                     " is not noted: of that what was taken away may be there again after the next "
                     "claudestep sync, and what was changed may give way to what it replaced, so "
                     "look at it then";
  }
  return pasts;
}

}  // namespace claudestep::query
