// Files that are no project's under a merge commit: each path by the three-way rule, mode and
// content for themselves. What the merge adds or edits by itself is let in, as in any commit by
// hand.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/fsck_judge.h"
#include "store/fsck_versions.h"
#include "store/merge_entries.h"
#include "store/view.h"

namespace claudestep::store {

// What is at one path: a file, a link or a submodule; nothing where there is none, or a folder.
struct MergeFile {
  std::string path;
  std::array<MaybeEntry, 4> at;  // by Side, and kMergeTree
  bool is_replaced;              // a side has something else in the place of a folder that it is in
};

namespace {

constexpr std::size_t kMergeTree = 3;

using FourEntries = std::array<MaybeEntry, 4>;

const FactKey kFileMode{FactOf::kProject, "file", "mode"};

bool is_runnable_or_not(const MaybeEntry& entry) {
  return entry &&
         (entry->mode == git::FileMode::kFile || entry->mode == git::FileMode::kExecutable);
}

// Whether both are the same but for the mode of a file.
bool is_same_content(const MaybeEntry& a, const MaybeEntry& b) {
  if (!a || !b) return !a && !b;
  const bool is_same_kind = a->mode == b->mode || (is_runnable_or_not(a) && is_runnable_or_not(b));
  return is_same_kind && a->id == b->id;
}

bool is_same_file(const MaybeEntry& a, const MaybeEntry& b) {
  return is_same_content(a, b) && (!a || a->mode == b->mode);
}

// Whether the merge has what the one side has that changed it, or all have the same.
bool is_as_changed(const FourEntries& at) {
  const auto& [base, ours, theirs, merged] = at;
  return (merged == ours && (theirs == base || theirs == ours)) ||
         (merged == theirs && ours == base);
}

// Finds what differs between the trees, zero for none, but where the merge has it, as a whole or
// with the folder that it is in, as the one side has it that changed it. Only folders that differ
// are read, and those of projects only where they are among `shelves`. A name that a folder has
// twice is left out.
class FileWalk {
 public:
  FileWalk(const git::Repository& repository, const std::set<model::Shelf>& shelves)
      : repository_(repository), shelves_(shelves) {}

  Result<std::vector<MergeFile>> walk(const std::array<git::ObjectId, 4>& trees) {
    todo_.push_back({"", trees, false, false});
    while (!todo_.empty()) {
      const Folder next = std::move(todo_.back());
      todo_.pop_back();
      CS_TRY(enter(next));
    }
    std::sort(files_.begin(), files_.end(),
              [](const MergeFile& a, const MergeFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  // Folders may lie in each other as deep as they like: those to be entered wait.
  struct Folder {
    std::string path;  // with a final slash; "" for the root
    std::array<git::ObjectId, 4> at;
    bool is_shelf;
    bool may_go;  // what was in it before: a side has something else in the place of the folder
  };

  Status enter(const Folder& folder) {
    std::map<std::string, FourEntries> names;
    std::map<std::string, std::set<std::size_t>> changed;
    std::set<std::string> twice;
    for (const std::size_t side : {std::size_t{kOurs}, std::size_t{kTheirs}, kMergeTree}) {
      CS_ASSIGN(auto differences,
                repository_.diff_trees(folder.at[kBase], folder.at[side], &twice));
      // A file that became a folder is told as two differences of one name.
      for (git::TreeDifference& one : differences) {
        const std::string& name = one.before ? one.before->name : one.after->name;
        changed[name].insert(side);
        FourEntries& at = names[name];
        if (one.before) at[kBase] = std::move(one.before);
        if (one.after) at[side] = std::move(one.after);
      }
    }
    for (auto& [name, at] : names) {
      for (std::size_t side = kOurs; side < at.size(); ++side) {
        if (!changed[name].contains(side)) at[side] = at[kBase];
      }
      if (!twice.contains(name)) look_at(folder, name, at);
    }
    return {};
  }

  void look_at(const Folder& folder, const std::string& name, FourEntries at) {
    if (is_as_changed(at)) return;
    const auto is_projects = [](const MaybeEntry& entry) {
      return entry && is_project_file(*entry);
    };
    if (folder.is_shelf && std::any_of(at.begin(), at.end(), is_projects)) return;
    const auto shelf = folder.path.empty() ? model::shelf_named(name) : std::nullopt;
    const auto place = share_place(at, shelf.has_value());
    if (place == Sharing::kFile) return;
    const std::string path = folder.path + name;
    if (std::any_of(at.begin(), at.end(), is_folder)) {
      Folder below{path + "/", {}, shelf.has_value(), folder.may_go || place == Sharing::kFolder};
      std::transform(at.begin(), at.end(), below.at.begin(), folder_of);
      if (!shelf || shelves_.contains(*shelf)) todo_.push_back(std::move(below));
      if (shelf) return;
    }
    for (MaybeEntry& entry : at) {
      if (is_folder(entry)) entry.reset();
    }
    const bool has_gone = at[kBase] && !at[kMergeTree];
    if (is_as_changed(at) || (folder.may_go && has_gone)) return;
    files_.push_back({path, std::move(at), folder.may_go});
  }

  enum class Sharing : std::uint8_t { kNone, kFolder, kFile };

  // Where one side has a file and the other a folder, and neither from before, the merge may have
  // either. Where it has that very file, the folder gave way. Where it has the folder, the side of
  // the file says nothing of what is in there. Any other file is no choice of the two: each path is
  // judged for itself. A folder of projects stays in any case.
  static Sharing share_place(FourEntries& at, bool is_shelf) {
    const MaybeEntry& merged = at[kMergeTree];
    for (const auto& [side, other] : {std::pair(kOurs, kTheirs), std::pair(kTheirs, kOurs)}) {
      if (!is_in_place_of_folder(at[side], at[other])) continue;
      if (!is_shelf) {
        if (at[side] == at[kBase] || at[other] == at[kBase] || !merged) return Sharing::kNone;
        if (!is_folder(merged)) {
          return is_same_content(merged, at[side]) ? Sharing::kFile : Sharing::kNone;
        }
      }
      at[side] = is_folder(at[kBase]) ? at[kBase] : std::nullopt;
      return Sharing::kFolder;
    }
    return Sharing::kNone;
  }

  const git::Repository& repository_;
  const std::set<model::Shelf>& shelves_;
  std::vector<Folder> todo_;
  std::vector<MergeFile> files_;
};

// What the merge alone has where it has it: a file that is dropped elsewhere was moved there.
std::set<git::ObjectId> moved_contents(const std::vector<MergeFile>& files) {
  std::set<git::ObjectId> moved;
  for (const MergeFile& file : files) {
    const MaybeEntry& merged = file.at[kMergeTree];
    const bool is_new =
        std::none_of(file.at.begin(), file.at.begin() + kMergeTree,
                     [&](const auto& entry) { return is_same_content(entry, merged); });
    if (merged && is_new) moved.insert(merged->id);
  }
  return moved;
}

}  // namespace

Status FrameJudge::hold_files(const git::Commit& commit, const std::array<git::ObjectId, 4>& trees,
                              const std::array<TreeStep, 3>& steps,
                              std::vector<MergeFinding>& found) const {
  std::set<model::Shelf> shelves;  // those with files that are no project's
  for (const model::Shelf shelf : model::kShelves) {
    const std::string folder = folder_prefix(shelf);
    for (const TreeStep& step : steps) {
      const auto first = step.others.lower_bound(folder);
      if (first != step.others.end() && first->first.starts_with(folder)) shelves.insert(shelf);
    }
  }
  CS_ASSIGN(const auto files, FileWalk(repository_, shelves).walk(trees));
  const auto moved = moved_contents(files);
  for (const MergeFile& file : files) {
    if (receipts_.gave_way(file.path)) continue;
    if (file.at[kMergeTree]) {
      judge_content_of(commit, file, found);
      judge_mode_of(commit, file, found);
    } else {
      judge_dropped(commit, file, moved, found);
    }
  }
  return {};
}

// What one side took away may go, whatever the other did.
void FrameJudge::judge_dropped(const git::Commit& commit, const MergeFile& file,
                               const std::set<git::ObjectId>& moved,
                               std::vector<MergeFinding>& found) {
  const auto& [base, ours, theirs, merged] = file.at;
  const bool both_have = ours && theirs;
  if (!both_have && (base || (!ours && !theirs))) return;
  // What one side alone changed has to be there as it is on that side.
  const bool is_ours = ours && !is_same_content(ours, base);
  const bool is_theirs = theirs && !is_same_content(theirs, base);
  if ((is_ours || !is_theirs) && ours && moved.contains(ours->id)) return;
  if ((is_theirs || !is_ours) && theirs && moved.contains(theirs->id)) return;
  const std::string who = short_commit(commit.parents[ours ? 0 : 1]);
  found.push_back({"frame/lost-update", file.path, kWholeFile,
                   both_have ? "the merge drops what both sides have here"
                             : "the merge drops what " + who + " has added here"});
}

void FrameJudge::judge_content_of(const git::Commit& commit, const MergeFile& file,
                                  std::vector<MergeFinding>& found) const {
  const auto& [base, ours, theirs, merged] = file.at;
  const bool by_us = !is_same_content(ours, base);
  const bool by_them = !is_same_content(theirs, base);
  const bool is_ours = is_same_content(merged, ours);
  const bool is_theirs = is_same_content(merged, theirs);
  const auto add = [&](std::string_view code, std::string message) {
    found.push_back({std::string(code), file.path, kWholeFile, std::move(message)});
  };
  if (is_ours || is_theirs) {
    const bool drops_them = !is_theirs && by_them && !by_us;
    const bool drops_us = !is_ours && by_us && !by_them;
    if (!drops_them && !drops_us) return;
    const std::string who = short_commit(commit.parents[drops_us ? 0 : 1]);
    if (!(drops_us ? ours : theirs)) {
      return add("frame/lost-update", "the merge brings back what " + who + " took away here");
    }
    return add("frame/lost-update", "the merge drops what " + who +
                                        " has here and the other side " +
                                        (file.is_replaced ? "has no folder for" : "left alone"));
  }
  if (is_same_content(merged, base)) {
    return add("frame/lost-update",
               ours || theirs
                   ? "the merge puts the file back to how it was before both sides changed it"
                   : "the merge brings back what neither side has here");
  }
  if (by_us || by_them || foreign_ != Foreign::kListed) return;
  add("frame/foreign-commit", subject_of(commit) + (base ? " changes" : " adds") +
                                  " a file that is no project's, by itself");
}

void FrameJudge::judge_mode_of(const git::Commit& commit, const MergeFile& file,
                               std::vector<MergeFinding>& found) {
  if (!std::all_of(file.at.begin(), file.at.end(), is_runnable_or_not)) return;
  const auto& [base, ours, theirs, merged] = file.at;
  if (merged->mode != base->mode) return;
  const bool by_us = ours->mode != base->mode;
  const bool by_them = theirs->mode != base->mode;
  // Of what both changed one may be taken as it is.
  const bool by_both = !is_same_content(ours, base) && !is_same_content(theirs, base);
  const bool is_one = is_same_file(merged, ours) || is_same_file(merged, theirs);
  if ((!by_us && !by_them) || (by_both && is_one)) return;
  const std::string who = short_commit(commit.parents[by_us ? 0 : 1]);
  found.push_back({"frame/lost-update", file.path, kFileMode,
                   "the merge drops the mode that " + who + " has given the file"});
}

}  // namespace claudestep::store
