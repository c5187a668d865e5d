// What of the branch is whole. Git is asked, which follows all that it would have to send.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "git/damaged_packs.h"
#include "host/process.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kWaysBackTried = 100;
constexpr const char* kPromised = "allow-promisor";  // what a partial clone may do without

// `git rev-list WHAT`. What a partial clone was promised is not fetched for the question.
Result<host::Finished> rev_list(const Patient& patient, const std::vector<std::string>& what) {
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git", "--git-dir=" + patient.repository.common_dir(), "rev-list"};
  command.argv.insert(command.argv.end(), what.begin(), what.end());
  command.argv.emplace_back("--");
  command.cwd = patient.repository.common_dir();
  command.environment = &environment;
  return host::run(command);
}

// Whether git finds all that `what` reaches.
bool reaches_all(const Patient& patient, std::vector<std::string> what) {
  what.insert(what.begin(), {"--quiet", std::string("--missing=") + kPromised});
  const auto finished = rev_list(patient, what);
  return finished && finished->exit_code == 0;
}

// What of the branch nobody else is known to have, as words of git rev-list.
struct Unsent {
  bool has_remote = false;
  std::vector<std::string> words;      // none where that is nothing
  std::optional<git::ObjectId> noted;  // where the remote is known to be, if not at our tip
};

Unsent find_unsent(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto tip = stand_of(patient, patient.ref).tip;
  Unsent unsent{tracking && *tracking, {}, std::nullopt};
  if (!tip) return unsent;
  const auto noted = unsent.has_remote
                         ? patient.repository.find_ref(**tracking).value_or(std::nullopt)
                         : std::nullopt;
  const auto commit = patient.repository.read_commit(*tip);
  if (noted == tip || !commit) return unsent;
  // What the tip itself has is looked at for itself.
  unsent.words = {"--objects", tip->hex(), "^" + commit->tree.hex()};
  if (noted) unsent.words.push_back("^" + noted->hex());
  unsent.noted = noted;
  if (!unsent.has_remote) {
    unsent.words.push_back("--max-count=" + std::to_string(kNewestLookedAt));
  }
  return unsent;
}

// What git lists of `what`, and whether it finds all of that but what `missing` lets it do without.
struct Listing {
  bool is_whole = false;
  std::vector<git::ObjectId> ids;
};

Listing list_all(const Patient& patient, std::vector<std::string> what, const char* missing) {
  what.insert(what.begin(), std::string("--missing=") + missing);
  Listing listing;
  const auto finished = rev_list(patient, what);
  if (!finished) return listing;
  listing.is_whole = finished->exit_code == 0;
  // "ID", "ID path", and "?ID" of what is missing.
  for (std::string_view rest = finished->out; !rest.empty();) {
    const std::string_view line = cut_line(rest);
    if (const auto id = git::ObjectId::parse(line.substr(0, line.find(' ')))) {
      listing.ids.push_back(*id);
    }
  }
  return listing;
}

// Whether what the tree, or that of the commit, has as folders are none of something else: git
// passes by a file there when it looks for what is missing.
bool has_right_folders(const Patient& patient, const git::ObjectId& tip) {
  const auto commit = patient.repository.read_commit(tip);
  std::set<git::ObjectId> seen;
  std::vector<git::ObjectId> left = {commit ? commit->tree : tip};
  while (!left.empty()) {
    const git::ObjectId id = left.back();
    left.pop_back();
    if (!seen.insert(id).second) continue;
    const auto tree = patient.repository.read_tree(id);
    // One that a partial clone never fetched is not there.
    if (!tree && patient.repository.has_object(id)) return false;
    for (const auto& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
      if (entry.mode == git::FileMode::kTree) left.push_back(entry.id);
    }
  }
  return true;
}

// The tips in the reflog of a ref, newest first, each once.
std::vector<WayBack> tips_in_reflog(const Patient& patient, const std::string& ref) {
  const auto entries = patient.repository.reflog(ref);
  std::set<git::ObjectId> seen;
  std::vector<WayBack> tips;
  for (std::size_t at = 0; at < entries.size() && tips.size() < kWaysBackTried; ++at) {
    const git::ObjectId& tip = entries[at].new_id;
    if (!tip.is_zero() && seen.insert(tip).second) tips.push_back({tip, at});
  }
  return tips;
}

std::optional<WayBack> newest_tip(const Patient& patient, const std::string& ref,
                                  const std::function<bool(const git::ObjectId&)>& is_meant) {
  for (const WayBack& back : tips_in_reflog(patient, ref)) {
    if (is_meant(back.tip)) return back;
  }
  return std::nullopt;
}

// Whether `tip` is seen to be built on `before`, a few commits ago.
bool goes_on_from(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& before) {
  constexpr std::size_t kMostBetween = 200;
  bool is_so = false;
  std::size_t looked = 0;
  static_cast<void>(patient.repository.walk(tip, [&](const git::Commit& commit) {
    const auto& parents = commit.parents;
    is_so = std::find(parents.begin(), parents.end(), before) != parents.end();
    return !is_so && ++looked < kMostBetween;
  }));
  return is_so;
}

}  // namespace

Stand stand_of(const Patient& patient, const std::string& ref) {
  const auto tip = patient.repository.find_ref(ref);
  if (tip) return {*tip, false, *tip};
  const auto moves = patient.repository.reflog(ref);
  if (moves.empty()) {
    return {std::nullopt, true, patient.repository.ref_value(ref)};
  }
  return {std::nullopt, true, moves.front().new_id};
}

bool has_all_of(const Patient& patient, const git::ObjectId& tip) {
  return have_all_of(patient, {tip});
}

bool have_all_of(const Patient& patient, const std::vector<git::ObjectId>& tips) {
  std::vector<std::string> what = {"--objects"};
  for (const git::ObjectId& tip : tips) {
    if (!patient.repository.has_object(tip)) return false;
    what.push_back(tip.hex());
  }
  return (tips.empty() || reaches_all(patient, what)) &&
         std::all_of(tips.begin(), tips.end(),
                     [&](const git::ObjectId& tip) { return has_right_folders(patient, tip); });
}

bool reaches_all_beyond(const Patient& patient, const git::ObjectId& tip,
                        const std::optional<git::ObjectId>& whole) {
  if (!patient.repository.has_object(tip)) return false;
  std::vector<std::string> what = {"--objects", tip.hex()};
  if (whole) what.push_back("^" + whole->hex());
  return reaches_all(patient, std::move(what));
}

bool has_history_of(const Patient& patient, const git::ObjectId& tip) {
  return reaches_all(patient, {tip.hex()});
}

std::set<git::ObjectId> missing_below(const Patient& patient,
                                      const std::vector<git::ObjectId>& tips) {
  std::vector<std::string> what = {"--objects"};
  std::vector<git::ObjectId> left;
  std::set<git::ObjectId> missing;
  for (const git::ObjectId& tip : tips) {
    if (patient.repository.has_object(tip)) {
      what.push_back(tip.hex());
      left.push_back(tip);
    } else {
      missing.insert(tip);
    }
  }
  if (what.size() == 1 || reaches_all(patient, what)) return missing;
  std::set<git::ObjectId> seen;
  bool has_commits = true;
  while (!left.empty()) {
    const git::ObjectId id = left.back();
    left.pop_back();
    if (!seen.insert(id).second) continue;
    const auto commit = patient.repository.read_commit(id);
    if (!commit) {
      missing.insert(id);
      has_commits = false;
      continue;
    }
    if (!patient.repository.has_object(commit->tree)) missing.insert(commit->tree);
    left.insert(left.end(), commit->parents.begin(), commit->parents.end());
  }
  // Git names no others where a commit is lost.
  if (!has_commits) return missing;
  what.insert(what.begin(), "--missing=print");
  const auto finished = rev_list(patient, what);
  if (!finished) return missing;
  for (std::string_view rest = finished->out; !rest.empty();) {
    const std::string_view line = cut_line(rest);
    const auto id = line.starts_with('?') ? git::ObjectId::parse(line.substr(1)) : std::nullopt;
    if (id) missing.insert(*id);
  }
  return missing;
}

std::vector<git::ObjectId> unsent_objects(const Patient& patient) {
  const Unsent unsent = find_unsent(patient);
  if (unsent.words.empty()) return {};
  return list_all(patient, unsent.words, "print").ids;
}

PastLook look_at_past(const Patient& patient) {
  const Unsent unsent = find_unsent(patient);
  PastLook look;
  look.has_remote = unsent.has_remote;
  if (unsent.words.empty()) return look;
  const Listing listing = list_all(patient, unsent.words, kPromised);
  // Git finds a file without reading it.
  look.is_whole =
      listing.is_whole &&
      std::none_of(listing.ids.begin(), listing.ids.end(), [&](const git::ObjectId& id) {
        return patient.repository.damaged_file(id).has_value();
      });
  if (unsent.noted) {
    const auto noted = patient.repository.read_commit(*unsent.noted);
    look.is_whole &= noted && has_all_of(patient, noted->tree);
  }
  const auto commits = look.has_remote ? Result<host::Finished>(host::Finished())
                                       : rev_list(patient, {"--count", unsent.words[1]});
  look.is_all = look.has_remote || !commits ||
                std::strtoul(commits->out.c_str(), nullptr, 10) <= kNewestLookedAt;
  return look;
}

bool has_newest(const Patient& patient) {
  // Git is asked, and believes them; they are told of for themselves.
  const std::string objects = patient.repository.common_dir() + "/objects";
  if (!git::find_damaged_lookups(objects).empty()) return true;
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  std::vector<std::string> words = {"--objects", "--max-count=" + std::to_string(kNewestLookedAt)};
  const std::size_t none = words.size();
  for (const std::string& ref : {patient.ref, tracking ? tracking->value_or("") : ""}) {
    const auto tip = ref.empty() ? std::nullopt : stand_of(patient, ref).tip;
    if (tip) words.push_back(tip->hex());
  }
  return words.size() == none || reaches_all(patient, words);
}

// What is built on something that is not whole is not: where each tip goes on from the one before,
// those that are whole are the oldest of them, and few have to be followed, each as far as the one
// that is known to be whole.
std::optional<WayBack> newest_whole_tip(const Patient& patient, const std::string& ref) {
  const auto tips = tips_in_reflog(patient, ref);
  for (std::size_t first = 0, next = 0; first < tips.size(); first = next) {
    for (next = first + 1; next < tips.size(); ++next) {
      if (!goes_on_from(patient, tips[next - 1].tip, tips[next].tip)) break;
    }
    std::size_t whole = next - 1;
    const git::ObjectId& oldest = tips[whole].tip;
    if (!patient.repository.has_object(oldest)) continue;
    if (!reaches_all(patient, {"--objects", oldest.hex()})) continue;
    for (std::size_t lost = first; lost < whole;) {
      const std::size_t middle = lost + (whole - lost) / 2;
      if (reaches_all_beyond(patient, tips[middle].tip, tips[whole].tip)) {
        whole = middle;
      } else {
        lost = middle + 1;
      }
    }
    for (; whole < next; ++whole) {
      if (has_right_folders(patient, tips[whole].tip)) return tips[whole];
    }
  }
  return std::nullopt;
}

std::optional<WayBack> newest_whole_state(const Patient& patient, const std::string& ref) {
  return newest_tip(patient, ref, [&](const git::ObjectId& tip) {
    const auto commit = patient.repository.read_commit(tip);
    return commit && has_all_of(patient, commit->tree);
  });
}

std::optional<WayBack> newest_tip_there(const Patient& patient, const std::string& ref) {
  return newest_tip(patient, ref, [&](const git::ObjectId& tip) {
    return patient.repository.read_commit(tip).has_value();
  });
}

}  // namespace claudestep::query
