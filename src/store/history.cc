#include "store/history.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/operation_parts.h"
#include "model/shelf.h"
#include "store/commit_message.h"
#include "store/remote.h"
#include "store/root.h"

namespace claudestep::store {

namespace {

constexpr std::int64_t kDefaultWindow = std::int64_t{14} * 24 * 3600;

// `what` of the tip of `ref`, or of a commit that was named otherwise, is not there.
Error not_whole(const std::optional<std::string>& ref, git::ObjectId tip, const std::string& what) {
  const std::string whose = ref ? "the tip of " + quoted(*ref) : "the commit " + tip.hex();
  Error error = missing_object({ErrorCode::kCorrupt, whose + " is not whole: its " + what},
                               ref ? host::kAskDoctor : kLookForLost);
  return ref ? std::move(error).hint(earlier_tips(*ref)) : error;
}

// A folder that is looked through, beside that of its name in what is known to be whole, or zeros.
struct FolderLeft {
  git::ObjectId id;
  git::ObjectId known;
  std::string path;
};

using EntryIds = std::map<std::string, git::ObjectId>;

// What the tree has by its names; nothing of zeros, or of what cannot be read as a tree.
EntryIds entry_ids(const git::Repository& repository, git::ObjectId id) {
  EntryIds ids;
  if (id.is_zero()) return ids;
  const auto tree = repository.read_tree(id);
  for (const git::TreeEntry& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
    ids.emplace(entry.name, entry.id);
  }
  return ids;
}

// How a file is looked at.
enum class FileLook {
  kIsThere,
  kCanBeRead,  // where an object has a file of its own, which a power cut may have emptied
};

struct WholeQuestion {
  std::optional<std::string> ref;
  git::ObjectId tip;
  git::ObjectId known;
  FileLook look = FileLook::kIsThere;
};

// `error` of reading what is at `path`; Ok for what a partial clone lacks.
Status not_there(const git::Repository& repository, const WholeQuestion& question, Error error,
                 const std::string& path, git::ObjectId id) {
  if (error.code == ErrorCode::kUnsupported) return {};
  if (error.code != ErrorCode::kCorrupt || repository.has_object(id)) return fail(std::move(error));
  return fail(
      not_whole(question.ref, question.tip, quoted(path) + " (" + id.hex() + ") is missing"));
}

Status look_at_file(const git::Repository& repository, const WholeQuestion& question,
                    const std::string& path, git::ObjectId id) {
  const bool is_there = repository.has_object(id);
  if (is_there && (question.look == FileLook::kIsThere || !repository.damaged_file(id))) return {};
  auto blob = repository.read_blob(id);
  if (blob) return {};
  Error error = std::move(blob).error();
  if (is_there) error.message = "cannot read " + quoted(path) + ": " + error.message;
  return not_there(repository, question, std::move(error), path, id);
}

Status look_through(const git::Repository& repository, const WholeQuestion& question) {
  CS_ASSIGN(const git::Commit commit, repository.read_commit(question.tip));
  std::vector<FolderLeft> folders{{commit.tree, question.known, ""}};
  while (!folders.empty()) {
    const FolderLeft folder = std::move(folders.back());
    folders.pop_back();
    const auto tree = repository.read_tree(folder.id);
    if (!tree && !folder.path.empty() && repository.has_object(folder.id)) {
      return fail(Error(tree.error()).within(quoted(folder.path) + " is damaged, or is no folder"));
    }
    if (!tree) CS_TRY(not_there(repository, question, tree.error(), folder.path, folder.id));
    const EntryIds known = entry_ids(repository, folder.known);
    for (const git::TreeEntry& item : tree ? tree->entries : std::vector<git::TreeEntry>()) {
      const auto was = known.find(item.name);
      const git::ObjectId known_id = was == known.end() ? git::ObjectId() : was->second;
      if (known_id == item.id) continue;
      const std::string path = folder.path + item.name;
      if (item.mode == git::FileMode::kTree) {
        folders.push_back({item.id, known_id, path + "/"});
      } else if (item.mode != git::FileMode::kSubmodule) {
        CS_TRY(look_at_file(repository, question, path, item.id));
      }
    }
  }
  return {};
}

// Whether `commit` was made at `since` or later. One whose own date is older was so if an ancestor
// is younger: a clock stood wrong, for nobody builds on what does not exist yet.
Result<bool> made_since(const git::Repository& repository, const git::Commit& commit,
                        Instant since) {
  bool young = false;
  PassedCommits passed(since);
  CS_TRY(repository.walk(commit.id, [&](const git::Commit& ancestor) {
    young = ancestor.committer.when >= since;
    return !young && passed.goes_on(ancestor.committer.when);
  }));
  return young;
}

}  // namespace

Error missing_object(Error error, std::string_view command) {
  return std::move(error)
      .caused_by(
          "objects were pruned while somebody wrote (git gc --prune=now), or the object store is "
          "damaged")
      .hint(
          "look for a whole state before anything else is pruned: other clones, work trees and "
          "remote-tracking refs may still have the missing objects")
      .hint(std::string(command));
}

std::string earlier_tips(const std::string& ref) {
  return "cat \"$(git rev-parse --path-format=absolute --git-path logs/" +
         model::shell_word(ref, "REF") + ")\"";
}

Error lost_project(const git::Repository& repository, const ProjectEntry& entry, Error error) {
  const bool lost = error.code == ErrorCode::kCorrupt && entry.obstacle.empty() &&
                    !repository.has_object(entry.blob);
  if (!lost) return error;
  return missing_object({ErrorCode::kCorrupt, "the file of project " + quoted(entry.name) +
                                                  " is lost: its blob " + entry.blob.hex() +
                                                  " is missing"})
      .at(Place{entry.path()});
}

Status check_tip(const git::Repository& repository, const std::optional<std::string>& ref,
                 git::ObjectId tip) {
  const auto missing = [&](const std::string& what, git::ObjectId id) {
    return fail(not_whole(ref, tip, what + " " + id.hex() + " is missing; nothing was written"));
  };
  const auto check_tree = [&](const std::string& what, git::ObjectId id) -> Status {
    if (repository.has_object(id)) return {};
    const auto tree = repository.read_tree(id);
    if (tree) return {};
    if (tree.error().code == ErrorCode::kCorrupt) return missing(what, id);
    return fail(tree.error());
  };
  if (!repository.has_object(tip)) return missing("commit", tip);
  CS_ASSIGN(const git::Commit commit, repository.read_commit(tip));
  CS_TRY(check_tree("tree", commit.tree));
  for (const model::Shelf shelf : model::kShelves) {
    const std::string folder(folder_name(shelf));
    const auto entry = repository.find_entry(commit.tree, folder);
    // Where it is there twice, whoever reads it says so.
    if (!entry && !repository.read_tree(commit.tree)) return fail(entry.error());
    if (entry && *entry && (*entry)->mode == git::FileMode::kTree) {
      CS_TRY(check_tree(folder + " tree", (*entry)->id));
    }
  }
  // Beyond a shallow boundary parents are missing by design.
  if (repository.is_shallow()) return {};
  for (const git::ObjectId parent : commit.parents) {
    if (!repository.has_object(parent)) return missing("parent", parent);
  }
  return {};
}

Status check_contents(const git::Repository& repository, const std::string& ref,
                      git::ObjectId tip) {
  return look_through(repository, {ref, tip, git::ObjectId(), FileLook::kIsThere});
}

Status check_new_contents(const git::Repository& repository, const std::optional<std::string>& ref,
                          git::ObjectId tip, std::optional<git::ObjectId> known) {
  // Which may lack anything, and each thing that it does not find is looked for anew.
  if (repository.is_partial()) return {};
  git::ObjectId known_tree;
  if (known) {
    CS_ASSIGN(const git::Commit commit, repository.read_commit(*known));
    known_tree = commit.tree;
  }
  return look_through(repository, {ref, tip, known_tree, FileLook::kCanBeRead});
}

Result<std::optional<git::ObjectId>> find_op_id(const git::Repository& repository,
                                                git::ObjectId tip, const std::string& op_id,
                                                Instant since) {
  std::vector<git::Commit> named;
  PassedCommits passed(since);
  CS_TRY(repository.walk(tip, [&](const git::Commit& commit) {
    const auto ids = trailer_values(commit.message, kOpIdTrailer);
    const bool names_it = std::find(ids.begin(), ids.end(), op_id) != ids.end();
    if (names_it) named.push_back(commit);
    const bool done = names_it && commit.committer.when >= since;
    return !done && passed.goes_on(commit.committer.when);
  }));
  for (const git::Commit& commit : named) {
    CS_ASSIGN(const bool counts, made_since(repository, commit, since));
    if (counts) return commit.id;
  }
  return std::optional<git::ObjectId>{};
}

Result<bool> ends_early(const git::Repository& repository, git::ObjectId tip, Instant since) {
  if (!repository.is_shallow()) return false;
  bool is_cut = false;
  PassedCommits passed(since);
  CS_TRY(repository.walk(tip, [&](const git::Commit& commit) {
    // Git counts a beginning without parents as cut off when it is as deep as was asked for.
    is_cut = repository.is_at_boundary(commit.id) && commit.id.hex() != kRootId;
    return !is_cut && passed.goes_on(commit.committer.when);
  }));
  return is_cut;
}

Error too_shallow(std::string message, const std::string& cause) {
  return Error{ErrorCode::kUnsupported, std::move(message)}
      .caused_by("this clone is shallow, and " + cause)
      .hint(std::string(kUnshallow))
      .hint("in a workflow: actions/checkout with fetch-depth: 0");
}

Result<std::set<std::string>> op_ids_of(const git::Repository& repository, git::ObjectId tip) {
  std::set<std::string> ids;
  CS_TRY(repository.walk(tip, [&](const git::Commit& commit) {
    for (std::string& id : trailer_values(commit.message, kOpIdTrailer)) ids.insert(std::move(id));
    return true;
  }));
  return ids;
}

Result<std::int64_t> op_id_window(const git::Repository& repository) {
  CS_ASSIGN(const auto configured, repository.config("claudestep.opIdWindow"));
  if (!configured) return kDefaultWindow;
  auto seconds = parse_duration(*configured);
  if (seconds) return seconds;
  return fail(std::move(seconds).error().within("git config claudestep.opIdWindow is " +
                                                quoted(*configured)));
}

Result<bool> is_metadata_branch(const git::Repository& repository, git::ObjectId tip) {
  CS_ASSIGN(const git::Commit commit, repository.read_commit(tip));
  const auto entry = repository.find_entry(commit.tree, folder_name(model::Shelf::kProjects));
  // One that cannot be asked and can be read has it twice.
  const bool is_twice = !entry && repository.read_tree(commit.tree);
  if (!entry && !is_twice) return fail(entry.error());
  if (is_twice || *entry) return true;
  bool ours = false;
  bool is_cut = false;
  CS_TRY(repository.walk_first_parents(tip, [&](const git::Commit& ancestor) {
    ours = ancestor.id.hex() == kRootId;
    is_cut = !ours && repository.is_at_boundary(ancestor.id);
    return !ours;
  }));
  if (!is_cut) return ours;
  return fail(too_shallow("cannot tell whether " + tip.hex() + " is of a metadata branch",
                          "the beginning of the branch, which would say it where there is no "
                          "folder projects/, is not in it"));
}

}  // namespace claudestep::store
