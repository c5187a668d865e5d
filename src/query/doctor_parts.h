// Owns: what the parts of examine() share. Private to query/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/doctor.h"

namespace claudestep::query {

struct Patient {
  const git::Repository& repository;
  const std::string& ref;
  const Environment& environment;
  Instant now;
  std::vector<Checkup>& checkups;

  void add(std::string name, Health health, std::string message,
           std::vector<std::string> hints = {}) const {
    checkups.push_back({std::move(name), health, std::move(message), std::move(hints)});
  }
};

void examine_settings(const Patient& patient);  // clone, author, signing, pruning, hooks
void examine_branch(const Patient& patient);    // remote, ref, branch, tip, files
void examine_disk(const Patient& patient);      // whether a write may, and has room
void examine_places(const Patient& patient);    // disk, flock, locks, loose objects
// Where objects of the branch are gone: how to go back, as hints of the problem that says so.
void add_way_back(const Patient& patient);
// Where files stand in the way of that because they are damaged: how to move them aside, as hints.
// Whether there are such files.
bool add_moves_aside(const Patient& patient, Checkup& problem);
// Where the file of the branch says nothing: how to write it anew, as hints. Whether it is so.
bool add_ref_anew(const Patient& patient, Checkup& problem);

// A path as one word for any shell, however long or odd; it is shown as it has to be typed.
[[nodiscard]] std::string path_word(const std::string& path, std::string_view placeholder);
// "the next hint", "the next 2 hints, one after the other,".
[[nodiscard]] std::string next_hints(std::size_t count);
// Whether git finds all that `tip` leads to.
[[nodiscard]] bool has_all_of(const Patient& patient, const git::ObjectId& tip);
// Whether the commits that it reaches are there.
[[nodiscard]] bool has_history_of(const Patient& patient, const git::ObjectId& tip);
// The newest tip in the reflog of which that is so, and how many moves of the branch ago it was.
struct WayBack {
  git::ObjectId tip;
  std::size_t moves = 0;
};
[[nodiscard]] std::optional<WayBack> newest_whole_tip(const Patient& patient);
// Commands that write anew what `tip` has lost and work trees still have, in files or in an index.
[[nodiscard]] std::vector<std::string> rescues(const Patient& patient, const git::ObjectId& tip,
                                               const std::vector<git::Worktree>& worktrees);

void examine_worktrees(const Patient& patient);  // where the branch is checked out

}  // namespace claudestep::query
