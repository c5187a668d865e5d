// Owns: one handle on a git repository: finding it, reading and writing its objects and refs.
// Leaves to others: what the objects mean (store/), running git itself (host/).
// A handle belongs to one thread; `reopen` makes another for another thread.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "base/time.h"
#include "git/object_id.h"

namespace claudestep::git {

// How a repository is looked for: as git does.
struct Discovery {
  std::string cwd;                     // absolute; `-C` already applied
  std::optional<std::string> git_dir;  // --git-dir
  const Environment* environment = nullptr;
  // Asks git itself whether it accepts the repository at `cwd` that libgit2 refused for its owner;
  // true when git does. Given by host/, which runs processes; null means "no".
  std::function<bool()> git_accepts_owner;
};

enum class FileMode : std::uint32_t {
  kTree = 0040000,
  kFile = 0100644,
  kExecutable = 0100755,
  kSymlink = 0120000,
  kSubmodule = 0160000,
};

struct TreeEntry {
  std::string name;  // as stored: any bytes but NUL
  FileMode mode = FileMode::kFile;
  ObjectId id;
  // The mode as stored, which old or foreign tools may have made odd (0100664); `mode` is the
  // nearest of the five. TreeChange takes it too: static_cast<FileMode>(raw_mode) puts it back as
  // it was.
  std::uint32_t raw_mode = static_cast<std::uint32_t>(mode);

  bool operator==(const TreeEntry&) const = default;
};

// A tree read once; entries in git's order.
struct Tree {
  ObjectId id;
  std::vector<TreeEntry> entries;
};

// An entry in which two trees differ; none: it is not there.
struct TreeDifference {
  std::optional<TreeEntry> before;
  std::optional<TreeEntry> after;
};

// The same for a file, a link or a submodule by its path.
struct FileDifference {
  std::string path;
  std::optional<TreeEntry> before;
  std::optional<TreeEntry> after;
};

struct Signature {
  std::string name;
  std::string email;
  Instant when;
  int offset_minutes = 0;
};

struct Commit {
  ObjectId id;
  ObjectId tree;
  std::vector<ObjectId> parents;
  Signature author;
  Signature committer;
  std::string message;
};

struct NewCommit {
  ObjectId tree;
  std::vector<ObjectId> parents;
  Signature author;
  Signature committer;
  std::string message;
};

// One change of a tree: the blob to put at `path` ("projects/a.json"), or none to take it away.
// Folders come and go as needed.
struct TreeChange {
  std::string path;
  std::optional<ObjectId> blob;
  FileMode mode = FileMode::kFile;
  // An entry as another tree has it: a folder in this place gives way, `blob` may be a tree (with
  // kTree), and the name one that git checks out nowhere (".git", "..").
  bool whole = false;
};

enum class SwapOutcome {
  kDone,
  kMoved,   // the ref was not at `expected`
  kLocked,  // somebody holds the ref's lock
};

struct ReflogEntry {
  ObjectId old_id;
  ObjectId new_id;
  std::string message;
};

struct Worktree {
  std::string path;                 // the work tree's folder
  std::string git_dir;              // its own git folder
  std::optional<std::string> head;  // the ref that its HEAD names; none when detached
  // Whether git's note of where it is does not lead to it, as when it was moved: it is known
  // because it is the one that the repository was opened from.
  bool is_misplaced = false;
};

// A linked work tree whose own ".git" file leads elsewhere, as where a repository was copied with
// all that it knows of the work trees of the original, or was moved.
struct StrayWorktree {
  Worktree worktree;
  std::string leads_to;  // the git folder of a work tree, which need not be there
};

// A linked work tree that cannot be used: it is not where git noted that it is, or is not noted to
// be anywhere, or its HEAD says nothing.
struct LostWorktree {
  Worktree worktree;  // `path`: where it is noted to be; empty where nothing says it
  bool is_there = false;
  bool has_head = false;
};

enum class Ancestry { kSame, kBehind, kAhead, kDiverged, kUnrelated };

class ByteRoom;  // git/byte_room.h
class ObjectBatch;

class Repository {
 public:
  // kNotFound when there is none ("not a git repository (or any of the parent directories)"),
  // kUnsupported naming the obstacle and the way out (SHA-256, reftable, unknown extension, refused
  // owner), kIo.
  static Result<Repository> open(const Discovery& discovery);

  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  // Another handle on the same repository, for another thread.
  [[nodiscard]] Result<Repository> reopen() const;

  [[nodiscard]] const std::string& git_dir() const;  // of this work tree, absolute, no final slash
  [[nodiscard]] const std::string& common_dir() const;  // shared by all work trees
  [[nodiscard]] std::optional<std::string> work_dir() const;
  [[nodiscard]] bool is_bare() const;
  [[nodiscard]] bool is_shallow() const;
  // Whether git may have left out objects here that a remote has promised.
  [[nodiscard]] bool is_partial() const;
  // The commits whose parents a shallow clone does not have, sorted.
  [[nodiscard]] const std::vector<ObjectId>& shallow_boundary() const;
  [[nodiscard]] bool is_at_boundary(const ObjectId& commit) const;
  // Every work tree whose HEAD can be read: the main one (unless bare) and the linked ones. Broken
  // or prunable ones are left out, and those that are another repository's.
  [[nodiscard]] Result<std::vector<Worktree>> worktrees() const;
  [[nodiscard]] std::vector<StrayWorktree> stray_worktrees() const;
  // Linked ones that are in neither list.
  [[nodiscard]] std::vector<LostWorktree> lost_worktrees() const;

  // Configuration, as git sees it, GIT_CONFIG_PARAMETERS and GIT_CONFIG_COUNT included. Nothing
  // when not set.
  [[nodiscard]] Result<std::optional<std::string>> config(std::string_view key) const;
  [[nodiscard]] Result<bool> config_bool(std::string_view key, bool fallback) const;
  // The settings whose keys begin with `prefix` ("claudestep."; section and name in lower case), in
  // the order in which later ones win. One without a value has the empty one.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> settings(
      std::string_view prefix) const;

  // The author or committer as git would choose it: environment (GIT_AUTHOR_NAME, ..._DATE), then
  // configuration, the address at last from EMAIL; nothing when the name or the address is missing
  // (git would make one up). `now` is the time unless the environment gives one, in UTC: the same
  // command makes the same commit everywhere. kInvalidInput for an empty name or a date that is
  // none.
  enum class Role { kAuthor, kCommitter };
  [[nodiscard]] Result<std::optional<Signature>> signature(Role role, Instant now) const;

  // The commit that the full ref name points to, symbolic refs followed; nothing when there is
  // none. kCorrupt when it names something that is no commit ("'refs/heads/x' names a tag"), or is
  // unreadable.
  [[nodiscard]] Result<std::optional<ObjectId>> find_ref(std::string_view name) const;
  // The id that the ref has, whether there is such a commit or not; nothing when it has none that
  // can be read.
  [[nodiscard]] std::optional<ObjectId> ref_value(std::string_view name) const;
  // The target of a symbolic ref ("refs/remotes/origin/HEAD"); nothing when not there or not
  // symbolic.
  [[nodiscard]] Result<std::optional<std::string>> symbolic_target(std::string_view name) const;
  // The ref that a full name stands for: itself, or where its chain of symbolic refs ends. That one
  // need not exist. kCorrupt when the chain does not end.
  [[nodiscard]] Result<std::string> resolve_ref_name(std::string_view name) const;
  // The ref at the end of that chain if its file is there and says nothing that git understands, as
  // an empty one, or nothing but zeros. That file is common_dir()/NAME.
  [[nodiscard]] std::optional<std::string> damaged_ref(std::string_view name) const;
  // A ref beside which one of that name cannot exist: one that is a folder on its way, or one
  // beneath it.
  [[nodiscard]] std::optional<std::string> ref_in_the_way_of(std::string_view name) const;
  // Full names of refs that match a glob such as "refs/remotes/*/claudestep-metadata", sorted.
  [[nodiscard]] Result<std::vector<std::string>> refs_matching(std::string_view glob) const;
  // Full names of the refs beneath "refs/x", or in its place, that lead to no commit: unreadable
  // ones, which refs_matching() leaves out, and those whose commit is lost. While there is one, git
  // refuses to fetch anything.
  [[nodiscard]] std::vector<std::string> broken_refs(std::string_view folder) const;
  // The same of refs that lead to no object of any kind; one that stands for a ref that is not
  // there is none of them.
  [[nodiscard]] std::vector<std::string> lost_refs(std::string_view folder) const;
  // Full names of those whose file is a pipe, a device or a socket: git waits there without end.
  [[nodiscard]] std::vector<std::string> refs_without_file() const;
  // Files beneath "refs" whose names no ref may have ("refs/heads/x (copy)"), sorted: git takes
  // each for a ref that leads nowhere, and refuses to fetch anything. Those it passes over are
  // none.
  [[nodiscard]] std::vector<std::string> misnamed_refs() const;
  // Names of remotes, sorted.
  [[nodiscard]] Result<std::vector<std::string>> remotes() const;
  // The commit that a revision names, as `git rev-parse REV^{commit}`. kNotFound otherwise.
  [[nodiscard]] Result<ObjectId> resolve_commit(std::string_view revision) const;

  // Sets `name` to `value` if it is at `expected` (none: must not exist), with a reflog entry also
  // in bare repositories. kIo when the file system refuses. `on_lock` is called each time when its
  // lock file has just been made by us, and is empty.
  [[nodiscard]] Result<SwapOutcome> compare_and_swap(std::string_view name,
                                                     std::optional<ObjectId> expected,
                                                     ObjectId value, const Signature& who,
                                                     std::string_view reflog_message,
                                                     const std::function<void()>& on_lock = {});
  // Takes a ref away whatever it says, also one that cannot be read; a symbolic ref itself, not
  // what it names. kIo when its lock is held or the file system refuses.
  [[nodiscard]] Status remove_ref(std::string_view name) const;
  // Gives a file or folder that we made in the git folder the permissions that
  // core.sharedRepository asks for. One that somebody else made stays as it is.
  void share(const std::string& path) const;
  // Newest first; empty when there is no reflog. Of a ref that cannot be followed, its own.
  [[nodiscard]] std::vector<ReflogEntry> reflog(std::string_view name) const;
  // Whether its last line does not say any more where the ref moved to: a crash cut it.
  [[nodiscard]] bool is_reflog_cut(std::string_view name) const;

  // Objects. kCorrupt when an object that must be there is missing or broken; kUnsupported when it
  // is missing from a partial clone (message names it).
  [[nodiscard]] Result<std::string> read_blob(ObjectId id) const;
  // The same without a copy: calls `visit` with the contents, which are valid during the call.
  [[nodiscard]] Status visit_blob(ObjectId id,
                                  const std::function<void(std::string_view)>& visit) const;
  // The same of several at once, in the order of `ids`; of versions of one file this is less work
  // than one after the other.
  [[nodiscard]] Status visit_blobs(
      std::span<const ObjectId> ids,
      const std::function<void(std::span<const std::string_view>)>& visit) const;
  [[nodiscard]] Result<Tree> read_tree(ObjectId id) const;
  [[nodiscard]] Result<Commit> read_commit(ObjectId id) const;
  // What `git fsck` objects to in the headers of a commit ("the author has no address"), each as it
  // is to be read after the commit's name; empty when all is well.
  [[nodiscard]] Result<std::vector<std::string>> commit_flaws(ObjectId id) const;
  // The entry of `name` in a tree without reading all of it into our types; nothing when not there.
  // kCorrupt when it is there twice.
  [[nodiscard]] Result<std::optional<TreeEntry>> find_entry(ObjectId tree,
                                                            std::string_view name) const;
  // The same of several names; the tree is read once.
  [[nodiscard]] Result<std::vector<std::optional<TreeEntry>>> find_entries(
      ObjectId tree, std::initializer_list<std::string_view> names) const;
  // The same for a path below it, "projects/auth.json"; nothing for an empty name in it.
  [[nodiscard]] Result<std::optional<TreeEntry>> find_path(ObjectId tree,
                                                           std::string_view path) const;
  // The entries in which two trees differ, in git's order; folders are not entered. The zero id
  // means no tree. A file that became a folder is two entries: one went, one came. Of a name that a
  // tree has twice nothing certain can be told: `twice` takes such names of either tree.
  [[nodiscard]] Result<std::vector<TreeDifference>> diff_trees(
      ObjectId before, ObjectId after, std::set<std::string>* twice = nullptr) const;
  // The files in which two trees differ, folders entered, in git's order; nothing when there are
  // more than `most`. The zero id means no tree.
  [[nodiscard]] Result<std::optional<std::vector<FileDifference>>> changed_files(
      ObjectId before, ObjectId after, std::size_t most) const;
  // What `git diff-tree -p --full-index BEFORE AFTER | git patch-id --stable` prints: the same for
  // patches that differ in place and white space alone. Nothing when the trees do not differ. The
  // zero id means no tree.
  [[nodiscard]] Result<std::optional<ObjectId>> patch_id(ObjectId before, ObjectId after) const;
  [[nodiscard]] bool has_object(ObjectId id) const;
  // The file of an object that is there and cannot be read for what it holds, or holds an object of
  // another name; nothing for one that is sound, or has no file of its own. Git writes no object
  // anew while there is one.
  [[nodiscard]] std::optional<std::string> damaged_file(ObjectId id) const;
  // Whether object ids are checked against contents on read: off by default (bulk reads), on for
  // fsck. Process-wide.
  static void verify_on_read(bool on);

  // Writes held objects (ObjectBatch::hold), `commit` among them, to a file that `hold_file` takes.
  // False when the disk does not take them.
  [[nodiscard]] bool write_held(int fd, std::uint64_t version, ObjectId commit,
                                const std::vector<ObjectId>& ids) const;
  // Holds what is in such a file, if it is of this `version` and its commit has these `parents`;
  // the commit. Nothing for any other file. Objects are read when they are asked for; when one of
  // them turns out to be damaged, `remake` gets a handle, and is to hold all of them anew.
  [[nodiscard]] std::optional<ObjectId> hold_file(
      const std::string& path, std::uint64_t version, const std::vector<ObjectId>& parents,
      std::function<void(const Repository&)> remake) const;

  // How `a` stands to `b`: kBehind when `a` is an ancestor of `b`.
  [[nodiscard]] Result<Ancestry> compare(ObjectId a, ObjectId b) const;
  // Whether `commit` is `tip` or one of its ancestors.
  [[nodiscard]] Result<bool> reaches(ObjectId tip, ObjectId commit) const;
  // All best common ancestors, sorted by id; the same from either side.
  [[nodiscard]] Result<std::vector<ObjectId>> merge_bases(ObjectId a, ObjectId b) const;
  // Walks first parents from `tip`, newest first, until `visit` says false.
  [[nodiscard]] Status walk_first_parents(ObjectId tip,
                                          const std::function<bool(const Commit&)>& visit) const;
  // Walks all ancestors of `tip` by committer date, newest first, until `visit` says false.
  [[nodiscard]] Status walk(ObjectId tip, const std::function<bool(const Commit&)>& visit) const;

  // A unified diff of two contents under one path, without colour, as `git diff` prints it; an
  // absent side is /dev/null. Empty when they are equal.
  [[nodiscard]] Result<std::string> diff_text(std::string_view path,
                                              std::optional<std::string_view> before,
                                              std::optional<std::string_view> after) const;

  // Starts collecting new objects; see ObjectBatch.
  [[nodiscard]] Result<ObjectBatch> begin_objects() const;

 private:
  friend class ObjectBatch;
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// New objects on their way into a repository. Nothing of them is visible to others before `flush`,
// which writes few as loose objects and many (over 50) as one pack, fsync'ed (unless core.fsync /
// core.fsyncObjectFiles say otherwise). Requires: the Repository outlives it.
class ObjectBatch {
 public:
  ObjectBatch(ObjectBatch&&) noexcept;
  ObjectBatch& operator=(ObjectBatch&&) noexcept;
  ~ObjectBatch();

  [[nodiscard]] Result<ObjectId> add_blob(std::string_view bytes);
  // The same, where the id is known and the bytes are in a room. Requires: the id is that of the
  // blob, and the room is kept.
  void add_blob(const ObjectId& id, std::string_view bytes);
  // Keeps a room as long as it keeps the objects.
  void keep(std::shared_ptr<const ByteRoom> room);
  // What add_blob() was given; nothing for what was not, or has left. Valid until it leaves.
  [[nodiscard]] std::optional<std::string_view> find_blob(const ObjectId& id) const;
  // `base` (zero: the empty tree) with `changes`: every other entry keeps its bytes, name and mode.
  // Each affected folder is read once and written once. kConflict when a change's folder is
  // something else than a folder.
  [[nodiscard]] Result<ObjectId> add_tree(ObjectId base, const std::vector<TreeChange>& changes);
  [[nodiscard]] Result<ObjectId> add_commit(const NewCommit& commit);
  [[nodiscard]] Status flush();

  // Lets the repository, and every handle that was or will be reopened from it, read the objects
  // without writing them. Returns their ids.
  [[nodiscard]] std::vector<ObjectId> hold();
  // Adds objects that are held, so that flush() writes them. Requires: hold() returned the ids.
  void add_held(const std::vector<ObjectId>& ids);

 private:
  friend class Repository;
  struct Impl;
  explicit ObjectBatch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Whether git accepts `name` as a full ref name ("refs/heads/x").
[[nodiscard]] bool is_valid_ref_name(std::string_view name);

// The id that git gives an object with these contents; needs no repository. Forged collisions are
// looked for when an object is written.
[[nodiscard]] ObjectId hash_object(std::string_view type, std::string_view bytes);
// Those of several, which is faster than one after the other.
[[nodiscard]] std::vector<ObjectId> hash_objects(std::string_view type,
                                                 std::span<const std::string_view> contents);

}  // namespace claudestep::git
