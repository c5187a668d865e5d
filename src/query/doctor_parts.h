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
  bool asks_git = true;  // git works here, and what it fails with tells of the repository

  void add(std::string name, Health health, std::string message,
           std::vector<std::string> hints = {}) const {
    checkups.push_back({std::move(name), health, std::move(message), std::move(hints)});
  }
};

void examine_settings(const Patient& patient);  // clone, author, signing, pruning, hooks
// Whether git works in the repository; else what it says.
[[nodiscard]] bool examine_git_here(const Patient& patient);
// Whether the file of packed refs has lines that git cannot read: then git does not work.
void examine_packed_refs(Patient& patient);
void examine_branch(const Patient& patient);      // remote, ref, branch, tip, files
void examine_other_refs(const Patient& patient);  // those that keep git from fetching
// That another remote has the branch as well, with claims of its own.
void examine_other_remote(const Patient& patient, const std::string& remote);
void examine_ref_names(const Patient& patient);  // files in refs/ that are none
void examine_disk(const Patient& patient);       // whether a write may, and has room
// Refs of ours that a sync moves and may not: who once ran one as root left them.
void examine_own_refs(const Patient& patient);
void examine_reflogs(const Patient& patient);     // whether a write may tell of its move
void examine_places(const Patient& patient);      // disk, flock, locks
void examine_loose(const Patient& patient);       // loose objects, after the branch
void examine_alternates(const Patient& patient);  // folders of objects that are borrowed from
void examine_fetching(const Patient& patient);    // the lock of those who fetch
// Those of the `lost` refs of which something may not be read; they are taken out.
void examine_closed_refs(const Patient& patient, std::vector<std::string>& lost, bool is_synced);
// The first folder or file that moving `ref` needs and may not write.
[[nodiscard]] std::optional<std::string> closed_to_moves(const Patient& patient,
                                                         const std::string& ref);
// Where objects of the branch are gone: how to go back, as hints of the problem that says so.
void add_way_back(const Patient& patient);
// Where nothing else is wrong with the objects: what makes git alone see them otherwise.
void examine_lookups(const Patient& patient);
// `command`, which begins with "git ", with the repository that is meant, wherever it is typed.
[[nodiscard]] std::string in_repository(const Patient& patient, std::string_view command);
// Whether git finds all commits that `tip` reaches.
[[nodiscard]] bool has_history_of(const Patient& patient, const git::ObjectId& tip);
// What the branch had before its tip, as far as nobody else is known to have it: what the next push
// has to send, earlier versions of files too; without a remote, what the newest commits have.
inline constexpr std::size_t kNewestLookedAt = 1000;
struct PastLook {
  bool is_whole = true;  // what was looked at
  bool is_all = true;    // whether that was all; false where there are more than the newest commits
  bool has_remote = true;
};
[[nodiscard]] PastLook look_at_past(const Patient& patient);
// Whether git finds all that the newest commits have, also what a remote was given.
[[nodiscard]] bool has_newest(const Patient& patient);
// Where something of the past is lost that no push needs: reads and writes do without it.
void add_lost_past(const Patient& patient, Health health, const std::string& message);

void examine_worktrees(const Patient& patient);  // where the branch is checked out
// Linked work trees that no write finds. Whether one of them has the branch checked out.
bool examine_lost_worktrees(const Patient& patient);
// Where git takes a work tree to be in which we stand.
void examine_place(const Patient& patient, const git::Worktree& worktree);
// Of a small file; empty where that cannot be read.
[[nodiscard]] std::string first_line_of(const std::string& path);

}  // namespace claudestep::query
