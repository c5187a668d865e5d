// Owns: what the ways back from damage share: how commands are written that a person types, what is
// whole, and what work trees still have. Private to query/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "host/lost_files.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

// Where the tip has a folder of projects twice: how to keep one of them, as hints. Whether it is
// so.
bool add_names_twice(const Patient& patient, Checkup& problem);
// What is to be done where something may not be read.
inline constexpr std::string_view kGivesRight =
    "who owns it, or root, gives the right; nothing is known to be lost before that. Then "
    "claudestep doctor looks again";
// Where an object may not be read by whoever asks: it is not lost, and no other way out is printed.
[[nodiscard]] bool add_missing_rights(const Patient& patient, Checkup& problem);
// A file or folder of objects that may not be read.
[[nodiscard]] std::optional<std::string> refused_object(const Patient& patient);

// Where files are damaged in which git looks up objects and commits, and which are made of these:
// how to move them aside, as hints. Whether there are such files.
bool add_lookups_aside(const Patient& patient, Checkup& problem);

// Where a folder that objects are borrowed from cannot be used: they may be there. Whether it is
// so.
[[nodiscard]] bool add_lost_alternates(const Patient& patient, Checkup& problem);

// Where packs of objects are damaged: how to mend them, as hints. Whether there are such packs.
bool add_packs_mended(const Patient& patient, Checkup& problem);
// How many damaged files are moved aside before doctor looks again.
inline constexpr std::size_t kMostMovedAside = 100;
struct ObjectFile {
  std::string path;
  git::ObjectId id;
};
// The files of objects that are damaged, or hold an object of another name, by name, also
// where nothing leads to them: a fetch ends at one, and what is written stands upon it.
[[nodiscard]] std::vector<ObjectFile> damaged_loose_files(const Patient& patient);
// Where files stand in the way because they are damaged: how to move them all aside, as hints.
// Whether there are such files.
bool add_moves_aside(const Patient& patient, Checkup& problem);
// Where the file of the branch is gone or says nothing, or that of its remote-tracking ref says
// nothing: how to write it anew, as hints. Whether it is so.
bool add_ref_anew(const Patient& patient, Checkup& problem);

// Where the file of packed refs is cut: how to write it anew, as hints. Whether it is so.
bool add_packed_refs_anew(const Patient& patient, Checkup& problem);
// The id that packed refs have for `ref`, which it is at once its own file is away; else zeros.
[[nodiscard]] std::string packed_value(const Patient& patient, const std::string& ref);
// The command that puts `ref` at `where`. Given when the ref is not at `from`, it is refused.
[[nodiscard]] std::string puts_ref(const Patient& patient, const std::string& ref,
                                   const std::string& where, const std::string& from);

// Which command lists the commits that nothing leads to, and which puts `ref` at one of them.
[[nodiscard]] std::string lists_lost(const Patient& patient, const std::string& ref);

// Words of commands (doctor_commands.cc).

// A path as one word for any shell, however long or odd; it is shown as it has to be typed.
[[nodiscard]] std::string path_word(const std::string& path, std::string_view placeholder);
// "git -C DIR" for the work tree, wherever it is typed.
[[nodiscard]] std::string git_in(const Patient& patient, const git::Worktree& worktree);
// The command that makes a commit of a tree, which is a word of a shell, upon `pasts`, of which
// there is one at least; where they are more than two, upon claudestep's merge of all but the last.
// Also where git knows nobody to have made it.
[[nodiscard]] std::string commits_tree(const Patient& patient, const std::string& tree,
                                       const std::vector<git::ObjectId>& pasts,
                                       const std::string& message);
// Where a damaged file is put: into the git folder, where nothing looks at it, under a name that
// nothing has yet.
[[nodiscard]] std::string place_aside(const Patient& patient, const std::string& name);
[[nodiscard]] std::string place_aside(const std::string& common_dir, const std::string& name);
// The command that moves it there. Given later, it moves nothing.
[[nodiscard]] std::string move_aside(const Patient& patient, const std::string& path,
                                     const std::string& name);
[[nodiscard]] std::string move_aside(const std::string& common_dir, const std::string& path,
                                     const std::string& name);
// The command that shows the reflog of the branch, also when git cannot follow it any more.
[[nodiscard]] std::string cat_reflog(const Patient& patient);
// "'a', 'b', 'c' and 2 more files".
[[nodiscard]] std::string some_files(const std::vector<std::string>& paths);
// "the next hint", "the next 2 hints, one after the other,".
[[nodiscard]] std::string next_hints(std::size_t count);

// What is whole (doctor_whole.cc).

// Where a ref is, as far as that can be told.
struct Stand {
  std::optional<git::ObjectId> tip;  // none where it cannot be followed
  bool is_lost = false;              // it is there all the same
  // Then where its reflog says that it was last, or without one where it is; else the same.
  std::optional<git::ObjectId> last;
};
[[nodiscard]] Stand stand_of(const Patient& patient, const std::string& ref);
// All of what look_at_past() looks at that can be named, lost or not.
[[nodiscard]] std::vector<git::ObjectId> unsent_objects(const Patient& patient);
// Whether git finds all that `tip` reaches, but for its wrong folders. What `whole` reaches is
// known to be there.
[[nodiscard]] bool reaches_all_beyond(const Patient& patient, const git::ObjectId& tip,
                                      const std::optional<git::ObjectId>& whole);
// What is missing of what `tips` lead to, as far as it can be named: where a commit is, that and
// what hangs on other commits at once.
[[nodiscard]] std::set<git::ObjectId> missing_below(const Patient& patient,
                                                    const std::vector<git::ObjectId>& tips);
// Whether git finds all that `tip` leads to.
[[nodiscard]] bool has_all_of(const Patient& patient, const git::ObjectId& tip);
[[nodiscard]] bool have_all_of(const Patient& patient, const std::vector<git::ObjectId>& tips);
// The newest tip in the reflog of which that is so, and how many moves of the ref ago it was.
struct WayBack {
  git::ObjectId tip;
  std::size_t moves = 0;
  bool is_by_history = false;  // then it is so many commits ago, and no reflog tells of it
};
[[nodiscard]] std::optional<WayBack> newest_whole_tip(const Patient& patient,
                                                      const std::string& ref);
// The newest tip in it whose commit can be read, whatever else of it is lost.
[[nodiscard]] std::optional<WayBack> newest_tip_there(const Patient& patient,
                                                      const std::string& ref);
// The newest tip in it all files of which are there, whatever is lost of its history.
[[nodiscard]] std::optional<WayBack> newest_whole_state(const Patient& patient,
                                                        const std::string& ref);

// Without a reflog: the newest commit that `tip` is built on of which that is so, one of those that
// the remote is not known to have where there are such (doctor_ancestor.cc).
[[nodiscard]] std::optional<WayBack> newest_whole_ancestor(const Patient& patient,
                                                           const git::ObjectId& tip);

// Which remotes have the branch (doctor_holders.cc).

// All remotes, first that with which a sync is when none is named.
[[nodiscard]] std::vector<std::string> remotes_in_order(const Patient& patient);
// The refs that note what remotes without a name have, with which a sync was by their addresses.
[[nodiscard]] std::vector<std::string> refs_of_addresses(const Patient& patient);
// Those whose ref has lost some of what it leads to, or led to what the branch misses.
struct Holders {
  std::vector<std::string> remotes;    // in that order
  std::vector<std::string> addresses;  // by the refs that note them: these name none
};
[[nodiscard]] Holders holders_of_lost(const Patient& patient);

// The commits that a tip is built on since an earlier one (doctor_since.cc).

class Since {
 public:
  // As far as they can be read from `tip`.
  Since(const Patient& patient, const git::ObjectId& tip, const git::ObjectId& past);

  // Whether it is none of what `past` is built on, nor `past`.
  [[nodiscard]] bool has(const git::ObjectId& commit) const { return parents_.contains(commit); }
  [[nodiscard]] std::size_t size() const { return parents_.size(); }
  // Those that are built on `commit`.
  [[nodiscard]] std::set<git::ObjectId> upon(const git::ObjectId& commit) const;
  // Those that `other` has as well, and on which none of these is built.
  [[nodiscard]] std::vector<git::ObjectId> newest_shared(const Since& other) const;
  [[nodiscard]] std::vector<git::ObjectId> all() const;
  // Those that cannot be read.
  [[nodiscard]] const std::set<git::ObjectId>& lost() const { return lost_; }

 private:
  std::map<git::ObjectId, std::vector<git::ObjectId>> parents_;
  std::map<git::ObjectId, std::vector<git::ObjectId>> children_;
  std::set<git::ObjectId> lost_;
};

// What can stand in the place of what a tip has lost (doctor_older_files.cc,
// doctor_older_folders.cc, doctor_older_words.cc).

// A version of a file.
struct OlderFile {
  std::string path;
  git::FileMode mode = git::FileMode::kFile;
  git::ObjectId id;
  git::ObjectId from = {};  // a commit that has it; zeros in the archive, which is told of by many
};
// A version of a folder; none where it is to be left out.
struct OlderFolder {
  std::string path;    // "archive", without a slash at its end
  git::ObjectId lost;  // what the tip has there, which is gone or no folder
  std::optional<git::ObjectId> id;
  // Of the archive: files in that version which it does not have any more, by their paths, and
  // those that it has since, or in other versions.
  std::vector<std::string> without;
  std::vector<OlderFile> with;
};
struct Losses {
  std::vector<OlderFile> files;  // contents that are gone
  std::vector<OlderFolder> folders;
  std::string untold;  // why what the archive had cannot be told: then all that is no use
};
// What `tip` has lost, with what can stand in its place: of each the newest version that is whole
// and leaves out nothing that is in `past`, which `tip` is built upon. Empty where nothing is lost;
// nothing where projects/ is, a file has no such version, or `past` has all that would be kept.
[[nodiscard]] std::optional<Losses> older_versions(const Patient& patient, const git::ObjectId& tip,
                                                   const git::ObjectId& past);
// Fills in the versions of the folders. False where what is lost, or was in it, cannot be told.
[[nodiscard]] bool find_older_folders(const Patient& patient, const git::Commit& tip,
                                      const git::Commit& past, const Since& since, Losses& lost);
// The paths that the file of a project may have, of which `path` is one; else that alone.
[[nodiscard]] std::vector<std::string> places_of(const std::string& path);
// The name of the project whose file is at `path`.
[[nodiscard]] std::optional<std::string> project_at(const std::string& path);
// Whether the commit may have put another project where the file is, or taken it from there.
[[nodiscard]] bool may_be_birth(const Patient& patient, const git::Commit& commit,
                                const std::string& path);
// A word of a shell that is the tree with these versions of its folders.
[[nodiscard]] std::string tree_word(const Patient& patient, const git::ObjectId& tree,
                                    const std::vector<OlderFolder>& folders);
// "1 file as of an earlier version, 1 folder left out".
[[nodiscard]] std::string older_message(const Losses& lost);
// What the next `hints` hints do: " puts 'notes/' back to the newest version that is whole and
// keeps all else".
[[nodiscard]] std::string older_says(const Losses& lost, std::size_t hints);
// The commands that read the tree with these versions into the index.
[[nodiscard]] std::string older_index(const Patient& patient, const git::ObjectId& tree,
                                      const Losses& lost);

// What the commit of a way back is built on (doctor_pasts.cc).
struct Pasts {
  std::vector<git::ObjectId> commits;
  std::string warning;  // "; ..." where it cannot be told whether that is all
};
// Of one in the place of `tip`, with the versions of `older` in the place of what that has lost:
// `back`, which is whole, and the newest that `tip` had merged of what is noted of each remote, or
// as its reflog tells; else the next merge would take the tip's answer to that back. Not where a
// version is older than it.
[[nodiscard]] Pasts pasts_of(const Patient& patient, const git::ObjectId& tip,
                             const git::ObjectId& back, const Losses& older);

// What of a remote a tip can be put upon, where no reflog tells it (doctor_footing.cc).
struct Footing {
  git::ObjectId commit;
  std::string warning;  // "; ..." where it may be more than the tip was built on
};
// The newest commit of `noted`, which the ref `ref` notes, that `tip` was built on; where a commit
// is lost that could tell, the newest of which it has all as far as a guard can see: upon a newer
// one it would take away what others did.
[[nodiscard]] std::optional<Footing> footing_of(const Patient& patient, const git::Commit& tip,
                                                const std::string& ref, const git::ObjectId& noted);

// What work trees still have (doctor_rescue.cc).

// A work tree on the branch, with what its index has lost. Where the index itself is lost or
// damaged, what the branch has lost of files.
struct Ward {
  git::Worktree worktree;
  std::vector<host::LostFile> lost;
  bool has_index = true;
};
[[nodiscard]] std::vector<Ward> look_at_worktrees(const Patient& patient,
                                                  const std::vector<git::Worktree>& worktrees);
// Commands that write anew what `tip` has lost and work trees still have, in files or in an index.
[[nodiscard]] std::vector<std::string> rescues(const Patient& patient, const git::ObjectId& tip,
                                               const std::vector<Ward>& wards);

}  // namespace claudestep::query
