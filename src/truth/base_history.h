// Owns: the commits of a base branch that may be evidence, and those of the branches that left it,
// read in one walk by date and put into one graph.
// Leaves to others: what they prove (evidence.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "git/hash_id.h"
#include "git/repository.h"
#include "truth/forge_message.h"

namespace claudestep::truth {

// The place of a commit in a BaseHistory.
using Place = std::uint32_t;
inline constexpr Place kNowhere = std::numeric_limits<Place>::max();

struct HistoryCommit {
  git::ObjectId id;
  git::ObjectId tree;
  Instant when;  // of the committer
  ForgeMessage message;
  std::vector<Place> parents;  // kNowhere: not read, because the walk ended before
  bool on_base = false;        // reached from the base branch
  bool on_base_line = false;   // by first parents alone
  bool counts = false;         // on base, and within the bounds of the walk
  // The commit of the base's first-parent line by which it came: itself on that line.
  Place brought_by = kNowhere;
};

struct HistoryBounds {
  std::vector<git::ObjectId> base_tips;    // the base branch, here and on its remote
  std::vector<git::ObjectId> line_tips;    // where lines of the base begin as well, if read
  std::vector<std::string> base_names;     // as merges name it: "main"
  std::string home;                        // where the remote is, as git has it; "" without one
  std::vector<git::ObjectId> excluded;     // what these reach does not count
  std::vector<git::ObjectId> branch_tips;  // read back to where they left the base
  std::optional<Instant> since;            // older commits of the base do not count
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

class BaseHistory {
 public:
  // kBusy when the deadline passes; kCorrupt for an object that is missing.
  [[nodiscard]] static Result<BaseHistory> read(const git::Repository& repository,
                                                const HistoryBounds& bounds);

  // In an order in which no commit comes before its children.
  [[nodiscard]] const std::vector<HistoryCommit>& commits() const { return commits_; }
  [[nodiscard]] const HistoryCommit& at(Place place) const { return commits_[place]; }
  [[nodiscard]] Place find(const git::ObjectId& id) const;

  // Whether `descendant` reaches `place`. Requires: both are places.
  [[nodiscard]] bool reaches(Place descendant, Place place) const;
  // What `tip` reaches and the base does not, children first; nothing for a tip that is on the
  // base.
  [[nodiscard]] std::vector<Place> own_commits(Place tip) const;
  // Where commits `own` of a branch left the base: the commits of the base that they go back to.
  // kNowhere is among them when that is not known.
  [[nodiscard]] std::vector<Place> left_base_at(const std::vector<Place>& own) const;

  // The commits but merges that the base has through `merge` and not before it.
  [[nodiscard]] std::vector<Place> brought_by(Place merge) const;
  // The same with merges.
  [[nodiscard]] std::vector<Place> brought_with(Place merge) const;

  // The commit of the base that takes `id` back, by itself or with the merge that brought it,
  // unless that was itself taken back; else kNowhere.
  [[nodiscard]] Place reverted_by(const git::ObjectId& id) const;
  [[nodiscard]] bool has_reverts() const { return !reverts_.empty(); }
  // The newest commit of the base that takes back a pull request of this number and branch, which
  // `merge` brought, and names no more than its number; kNowhere when there is none. With kNowhere
  // as `merge`, whatever brought it.
  [[nodiscard]] Place number_reverted_by(std::int64_t number, std::string_view branch,
                                         Place merge) const;

  // Whether the message is of a pull request from "owner/branch" whose owner is not that of the
  // remote: from a fork, or another repository's, whose history came here. Not where the address of
  // the remote tells no owner.
  [[nodiscard]] bool names_stranger(const ForgeMessage& message, std::string_view branch) const;

  // Commits of the base at and before this instant may be unknown: behind a shallow boundary.
  [[nodiscard]] std::optional<Instant> unknown_until() const { return unknown_until_; }
  // Whether commits of a branch that ends in `tip` are behind such a boundary.
  [[nodiscard]] bool is_cut_off(Place tip) const;

 private:
  class Reader;
  class RevertReader;
  struct NumberRevert {
    RevertedPull pull;
    Place by = kNowhere;
  };
  [[nodiscard]] Status read_reverts(const git::Repository& repository, const std::string& home);
  void read_home(const std::string& home);

  std::vector<HistoryCommit> commits_;
  std::unordered_map<git::ObjectId, Place, git::HashId> places_;
  std::map<git::ObjectId, Place> reverts_;
  std::vector<NumberRevert> number_reverts_;  // newest first
  std::string home_owner_;                    // in lower case; "" where it is not known
  std::optional<Instant> unknown_until_;
  std::vector<git::ObjectId> boundary_;  // of a shallow clone, sorted
};

}  // namespace claudestep::truth
