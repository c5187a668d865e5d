// Owns: View, an immutable snapshot of the metadata branch: which commit, which project files,
// their contents. Leaves to others: changing it (store/transaction.h), answering questions
// (query/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/branch.h"
#include "model/project.h"
#include "store/merge.h"

namespace claudestep::store {

inline constexpr std::string_view kDefaultRef = "refs/heads/claudestep-metadata";

// The full name of the branch: `flag` (--ref), else CLAUDESTEP_REF, else config claudestep.ref,
// else kDefaultRef; a short name means refs/heads/<name>. kInvalidInput for what git refuses as a
// ref name.
[[nodiscard]] Result<std::string> choose_ref(const git::Repository& repository,
                                             const Environment& environment,
                                             const std::optional<std::string>& flag);

struct ViewOptions {
  std::string ref = std::string(kDefaultRef);
  std::optional<std::string>
      at;              // a revision, or a date: the newest first-parent commit not after it
  bool local = false;  // the local ref alone
  // A merge of two lines may come from the cache (store/merge_cache.h). For views that are only
  // read: such a merge cannot be written.
  bool use_cache = false;
  Instant now;
};

// Where a view's commit was found.
enum class ViewSource {
  kNone,      // there is no such branch, here or on a remote
  kLocal,     // the local ref, which is at or ahead of the tracking ref, or has none
  kTracking,  // the remote-tracking ref: no local one, or the local one is behind
  kDiverged,  // both went on apart: this view is their merge, of which nothing is written
  kUnmerged,  // the same, but they cannot be merged: the local ref alone, and writing is refused
  kPinned,    // --at
};

// A file of projects/ or archive/ by its tree entry.
struct ProjectEntry {
  std::string name;  // without ".json"
  model::Shelf shelf = model::Shelf::kProjects;
  git::ObjectId blob;
  // Why it cannot be read as a project whatever its bytes: "is a symbolic link", "is a submodule",
  // "is a folder", "is not named like a project: it contains ' '", "lies in projects/ as well",
  // "is in its folder twice". Empty when it can.
  std::string obstacle;

  [[nodiscard]] std::string path() const;  // "projects/auth.json"

  bool operator==(const ProjectEntry&) const = default;
};

// What an item of a folder of projects is; nothing for one that is not ours (no `*.json`).
[[nodiscard]] std::optional<ProjectEntry> entry_of(const git::TreeEntry& item, model::Shelf shelf);

// Reads one entry into a settled project; kCorrupt for one with an obstacle.
[[nodiscard]] Result<model::Project> read_entry(const git::Repository& repository,
                                                const ProjectEntry& entry);
// The same, of bytes that the entry is to hold. Requires: it has no obstacle.
[[nodiscard]] Result<model::Project> read_entry(const ProjectEntry& entry, std::string_view bytes);

// A file that could not be read, and why.
struct Unreadable {
  std::string file;
  Error error;
};

class View final : public model::ProjectSource {
 public:
  // kNotFound for --at naming nothing; kCorrupt for a ref that names a tag or a tree. A missing
  // branch is an empty view with ViewSource::kNone, not an error.
  [[nodiscard]] static Result<View> open(const git::Repository& repository,
                                         const ViewOptions& options);

  [[nodiscard]] const git::Repository& repository() const { return *repository_; }
  [[nodiscard]] ViewSource source() const { return source_; }
  // With --at, the moment of which the view tells: the date asked for, no later than now, or when
  // the commit was made. Nothing without, when it tells of now.
  [[nodiscard]] std::optional<Instant> pinned_at() const { return pinned_at_; }
  [[nodiscard]] const std::string& ref() const { return ref_; }
  [[nodiscard]] std::optional<git::ObjectId> commit() const { return commit_; }
  [[nodiscard]] std::optional<git::ObjectId> tree() const { return tree_; }
  // The local ref's value, that a write compares with; and the tracking ref with its value, when
  // one exists.
  [[nodiscard]] std::optional<git::ObjectId> local() const { return local_; }
  [[nodiscard]] const std::optional<std::string>& tracking_ref() const { return tracking_ref_; }
  [[nodiscard]] std::optional<git::ObjectId> tracking() const { return tracking_; }

  // With kDiverged, opened without the cache: the merge that commit() is, to be written before
  // anything is built upon it.
  [[nodiscard]] const std::optional<HeldMerge>& merge() const { return merge_; }
  // With kUnmerged: why.
  [[nodiscard]] const std::optional<Error>& merge_error() const { return merge_error_; }

  // kCorrupt when the place of one of the two folders is taken by something else.
  [[nodiscard]] Status check_folders() const;
  // The `*.json` entries of both folders, archive after projects, each sorted by name. Other files
  // are foreign and not listed.
  [[nodiscard]] Result<std::vector<ProjectEntry>> entries() const;

  // The entry at a path of the view ("projects/auth.json"), whatever it is; nothing when there is
  // none.
  [[nodiscard]] Result<std::optional<git::TreeEntry>> find_file(std::string_view path) const;
  // The bytes of a file of the view; nothing when it is not there.
  [[nodiscard]] Result<std::optional<std::string>> read_file(std::string_view path) const;

  // Reads one entry into a settled project; kCorrupt for one with an obstacle.
  [[nodiscard]] Result<model::Project> read(const ProjectEntry& entry) const;

  // model::ProjectSource
  [[nodiscard]] std::optional<model::Shelf> find(std::string_view name) const override;
  [[nodiscard]] bool is_taken(std::string_view name, model::Shelf shelf) const override;
  [[nodiscard]] Result<model::Project> load(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> names() const override;
  [[nodiscard]] std::vector<std::string> once_called(std::string_view name) const override;

 private:
  View() = default;
  [[nodiscard]] Status open_commit();
  [[nodiscard]] Status find_tips(bool local_only);
  [[nodiscard]] Status find_tracking();
  void merge_tips(bool use_cache);
  [[nodiscard]] Status take_kept_merge();
  [[nodiscard]] Status take_merge();
  [[nodiscard]] Status check_pinned(const std::string& at, git::ObjectId named) const;
  [[nodiscard]] Status pin(const std::string& at, Instant now);
  [[nodiscard]] Status find_folders();
  [[nodiscard]] Status check_folder(model::Shelf shelf) const;
  [[nodiscard]] Result<std::optional<git::TreeEntry>> lookup(std::string_view name,
                                                             model::Shelf shelf) const;

  const git::Repository* repository_ = nullptr;
  ViewSource source_ = ViewSource::kNone;
  std::optional<Instant> pinned_at_;
  std::string ref_;
  std::optional<git::ObjectId> commit_;
  std::optional<git::ObjectId> tree_;
  std::optional<git::ObjectId> folders_[2];  // the trees projects/ and archive/, by Shelf
  std::string folder_obstacle_[2];  // "is a symbolic link" when the folder's place is taken
  std::optional<git::ObjectId> local_;
  std::optional<std::string> tracking_ref_;
  std::optional<git::ObjectId> tracking_;
  std::optional<HeldMerge> merge_;
  std::optional<Error> merge_error_;
};

}  // namespace claudestep::store
