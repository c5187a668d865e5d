#include "store/merge_trees.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "git/text_merge.h"
#include "model/shelf.h"
#include "store/merge_entries.h"

namespace claudestep::store {

namespace {

// Folders in each other that are merged name by name, far more than anybody has; what is below is
// one thing.
constexpr std::ptrdiff_t kDeepestFolder = 500;

bool is_plain_file(const MaybeEntry& entry) {
  return entry &&
         (entry->mode == git::FileMode::kFile || entry->mode == git::FileMode::kExecutable);
}

// The value that stays when both sides changed it: the greater, whoever asks.
template <typename T>
T changed_or_greater(const T& base, const T& ours, const T& theirs) {
  if (ours == base) return theirs;
  if (theirs == base) return ours;
  return std::max(ours, theirs);
}

// Two texts that were changed in different places; nothing when they are not such.
Result<std::optional<git::ObjectId>> merge_contents(TreeMerge& merge,
                                                    const EntryVersions& versions) {
  std::optional<git::ObjectId> nothing;
  std::optional<std::string> base;
  if (is_plain_file(versions.base)) {
    CS_ASSIGN(base, merge.repository.read_blob(versions.base->id));
  }
  // In the order of the ids, so that both clones ask the same.
  const bool in_order = versions.ours->id < versions.theirs->id;
  CS_ASSIGN(const std::string first,
            merge.repository.read_blob((in_order ? versions.ours : versions.theirs)->id));
  CS_ASSIGN(const std::string second,
            merge.repository.read_blob((in_order ? versions.theirs : versions.ours)->id));
  CS_ASSIGN(const auto merged, git::merge_text(base, first, second));
  if (!merged) return nothing;
  CS_ASSIGN(const git::ObjectId id, merge.batch.add_blob(*merged));
  return std::optional(id);
}

Status merge_files(TreeMerge& merge, const std::string& path, const EntryVersions& versions) {
  git::TreeEntry entry = *versions.ours;
  entry.raw_mode = changed_or_greater(versions.base ? versions.base->raw_mode : 0U,
                                      versions.ours->raw_mode, versions.theirs->raw_mode);
  const git::ObjectId base = versions.base ? versions.base->id : git::ObjectId();
  if (versions.ours->id == versions.theirs->id || versions.ours->id == base ||
      versions.theirs->id == base) {
    entry.id = changed_or_greater(base, versions.ours->id, versions.theirs->id);
    merge.put(path, versions.ours, entry);
    return {};
  }
  CS_ASSIGN(const auto merged, merge_contents(merge, versions));
  entry.id = merged.value_or(std::max(versions.ours->id, versions.theirs->id));
  if (!merged) {
    const bool ours_stays = entry.id == versions.ours->id;
    merge.receipts.push_back(gave_way(path, ours_stays ? versions.ours : versions.theirs,
                                      ours_stays ? versions.theirs : versions.ours));
  }
  merge.put(path, versions.ours, entry);
  return {};
}

Status merge_below(TreeMerge& merge, const std::string& path, const EntryVersions& versions) {
  CS_ASSIGN(const auto below, versions_of(merge, path + "/", folder_of(versions.base),
                                          folder_of(versions.ours), folder_of(versions.theirs)));
  for (const auto& [name, one] : below) CS_TRY(merge_foreign(merge, path + "/" + name, one));
  return {};
}

// Whether an entry that both sides changed can be merged folder by folder: no side has a file
// there.
bool is_folder_everywhere(const EntryVersions& versions) {
  const auto fits = [](const MaybeEntry& entry) { return !entry || is_folder(entry); };
  return fits(versions.ours) && fits(versions.theirs) && (versions.ours || versions.theirs);
}

// Names that a tree has more than once, as only a broken program makes them.
class NamesTwice {
 public:
  using Entries = std::vector<git::TreeEntry>;  // of one name, sorted

  NamesTwice(TreeMerge& merge, const std::string& folder) : merge_(merge), folder_(folder) {}

  // Puts what is to be merged of these names among the versions.
  Status settle(const std::set<std::string>& names, const git::ObjectId (&trees)[3],
                VersionsByName& versions) {
    std::map<std::string, Entries> entries[3];
    for (std::size_t side = 0; side < 3; ++side) {
      CS_ASSIGN(entries[side], entries_of(names, trees[side]));
    }
    for (const std::string& name : names) {
      versions.erase(name);
      const Entries& ours = entries[1][name];
      const Entries& theirs = entries[2][name];
      if (folder_.empty() && model::shelf_named(name)) {
        CS_TRY(check_shelf(name, ours, theirs));
        // Both mended what came before: nothing that either of them kept was taken away since.
        if (ours != theirs) versions.emplace(name, of_two_menders(ours, theirs));
        continue;
      }
      if (ours != theirs) versions.emplace(name, settle_one(entries[0][name], ours, theirs));
    }
    return {};
  }

 private:
  Result<std::map<std::string, Entries>> entries_of(const std::set<std::string>& names,
                                                    const git::ObjectId& id) {
    std::map<std::string, Entries> found;
    if (id.is_zero()) return found;
    CS_ASSIGN(const git::Tree tree, merge_.repository.read_tree(id));
    for (const git::TreeEntry& entry : tree.entries) {
      if (names.contains(entry.name)) found[entry.name].push_back(entry);
    }
    const auto rank = [](const git::TreeEntry& entry) {
      return std::pair(entry.id, entry.raw_mode);
    };
    for (auto& [name, entries] : found) {
      std::sort(entries.begin(), entries.end(),
                [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    }
    return found;
  }

  static Status check_shelf(const std::string& name, const Entries& ours, const Entries& theirs) {
    if (ours.size() <= 1 && theirs.size() <= 1) return {};
    return fail(
        Error{ErrorCode::kCorrupt, "a tree to be merged has " + quoted(name) + " twice"}.caused_by(
            "nobody can tell which of the two is meant: who has that side mends "
            "it first, as claudestep doctor says there"));
  }

  static EntryVersions of_two_menders(const Entries& ours, const Entries& theirs) {
    const auto only = [](const Entries& entries) {
      return entries.empty() ? MaybeEntry() : MaybeEntry(entries.front());
    };
    return {MaybeEntry(), only(ours), only(theirs)};
  }

  EntryVersions settle_one(const Entries& base, const Entries& ours, const Entries& theirs) {
    const auto one_of = [](const Entries& entries, const MaybeEntry& before) {
      if (entries.empty()) return MaybeEntry();
      return entries.size() > 1 && before ? before : MaybeEntry(entries.back());
    };
    EntryVersions one;
    one.base = one_of(base, std::nullopt);
    one.ours = one_of(ours, one.base);
    one.theirs = one_of(theirs, one.base);
    if (ours != base) give_up(ours, one.ours, one.theirs);
    if (theirs != base) give_up(theirs, one.theirs, one.ours);
    if (ours.size() > 1) clear(ours.front().name, one.ours);
    return one;
  }

  void give_up(const Entries& twice, const MaybeEntry& taken, const MaybeEntry& other) {
    if (twice.size() < 2) return;
    for (const git::TreeEntry& entry : twice) {
      if (entry != taken) {
        merge_.receipts.push_back(gave_way(folder_ + entry.name, other ? other : taken, entry));
      }
    }
  }

  // Leaves one entry of ours in place of several.
  void clear(const std::string& name, const MaybeEntry& left) {
    git::TreeChange gone;
    gone.path = folder_ + name;
    gone.whole = true;
    merge_.removals.push_back(std::move(gone));
    merge_.put(folder_ + name, std::nullopt, left);
  }

  TreeMerge& merge_;
  const std::string& folder_;
};

// Ours without what is to be removed first, which nothing that is written needs.
Result<git::ObjectId> cleared_tree(const TreeMerge& merge) {
  const git::ObjectId& ours = merge.trees[1];
  if (merge.removals.empty()) return ours;
  CS_ASSIGN(auto batch, merge.repository.begin_objects());
  CS_ASSIGN(const git::ObjectId cleared, batch.add_tree(ours, merge.removals));
  (void)batch.hold();
  return cleared;
}

// A folder of projects stays, whatever the other side put in its place: nothing that stands there
// is worth all projects. Returns what merge_shelves() is to look at.
Result<EntryVersions> keep_shelf(TreeMerge& merge, model::Shelf shelf,
                                 const EntryVersions& versions) {
  const std::string path(folder_name(shelf));
  const auto& [base, ours, theirs] = versions;
  if (!is_folder(ours) && !is_folder(theirs)) {
    CS_TRY(merge_foreign(merge, path, versions));
    return EntryVersions{base, std::nullopt, std::nullopt};
  }
  const bool ours_goes = is_in_place_of_folder(ours, theirs);
  const bool theirs_goes = is_in_place_of_folder(theirs, ours);
  if (ours_goes && versions.by_us()) merge.receipts.push_back(gave_way(path, theirs, ours));
  if (theirs_goes && versions.by_them()) merge.receipts.push_back(gave_way(path, ours, theirs));
  if (ours_goes) merge.put(path, ours, std::nullopt);
  return versions;
}

}  // namespace

void TreeMerge::put(std::string path, const MaybeEntry& ours, const MaybeEntry& entry) {
  if (ours == entry) return;
  git::TreeChange change;
  change.path = std::move(path);
  if (entry) {
    change.blob = entry->id;
    change.mode = static_cast<git::FileMode>(entry->raw_mode);
  }
  change.whole = true;
  changes.push_back(std::move(change));
}

model::Receipt gave_way(std::string path, const MaybeEntry& kept, const MaybeEntry& dropped) {
  model::Receipt receipt;
  receipt.file = std::move(path);
  receipt.member = dropped ? "content" : "deletion";
  receipt.kept = kept ? kept->id.hex() : "";
  receipt.dropped = dropped ? dropped->id.hex() : "deleted";
  return receipt;
}

git::ObjectId folder_of(const MaybeEntry& entry) {
  return is_folder(entry) ? entry->id : git::ObjectId();
}

bool is_folder(const MaybeEntry& entry) {
  return entry && entry->mode == git::FileMode::kTree;
}

bool is_in_place_of_folder(const MaybeEntry& side, const MaybeEntry& other) {
  return side && !is_folder(side) && is_folder(other);
}

Result<VersionsByName> versions_of(TreeMerge& merge, const std::string& folder, git::ObjectId base,
                                   git::ObjectId ours, git::ObjectId theirs) {
  VersionsByName versions;
  // A file that became a folder is told as two differences of one name.
  const auto note = [&versions](git::TreeDifference& one,
                                MaybeEntry EntryVersions::*side) -> EntryVersions& {
    const std::string& name = one.before ? one.before->name : one.after->name;
    EntryVersions& here = versions.try_emplace(name).first->second;
    if (one.before) here.base = std::move(one.before);
    if (one.after) here.*side = std::move(one.after);
    return here;
  };
  std::set<std::string> twice;
  CS_ASSIGN(auto mine, merge.repository.diff_trees(base, ours, &twice));
  CS_ASSIGN(auto other, merge.repository.diff_trees(base, theirs, &twice));
  std::map<EntryVersions*, unsigned> changed;
  for (git::TreeDifference& one : mine) changed[&note(one, &EntryVersions::ours)] |= 1U;
  for (git::TreeDifference& one : other) changed[&note(one, &EntryVersions::theirs)] |= 2U;
  for (const auto& [here, sides] : changed) {
    if ((sides & 1U) == 0) here->ours = here->base;
    if ((sides & 2U) == 0) here->theirs = here->base;
  }
  if (!twice.empty()) {
    CS_TRY(NamesTwice(merge, folder).settle(twice, {base, ours, theirs}, versions));
  }
  return versions;
}

Status merge_foreign(TreeMerge& merge, const std::string& path, const EntryVersions& versions) {
  if (!versions.by_them() || versions.ours == versions.theirs) return {};
  if (!versions.by_us()) {
    merge.put(path, versions.ours, versions.theirs);
    return {};
  }
  const bool is_deep = std::count(path.begin(), path.end(), '/') >= kDeepestFolder;
  if (is_folder_everywhere(versions) && !is_deep) return merge_below(merge, path, versions);
  if (!versions.ours || !versions.theirs) {
    const MaybeEntry& left = versions.ours ? versions.ours : versions.theirs;
    merge.receipts.push_back(gave_way(path, left, std::nullopt));
    merge.put(path, versions.ours, left);
    return {};
  }
  if (is_plain_file(versions.ours) && is_plain_file(versions.theirs)) {
    return merge_files(merge, path, versions);
  }
  // A folder may hold any number of files.
  const auto rank = [](const MaybeEntry& entry) {
    return std::tuple(is_folder(entry), entry->id, entry->raw_mode);
  };
  const bool ours_stays = rank(versions.ours) > rank(versions.theirs);
  const MaybeEntry& kept = ours_stays ? versions.ours : versions.theirs;
  merge.receipts.push_back(gave_way(path, kept, ours_stays ? versions.theirs : versions.ours));
  merge.put(path, versions.ours, kept);
  return {};
}

Result<MergedTree> merge_trees(const git::Repository& repository, git::ObjectBatch& batch,
                               git::ObjectId base, git::ObjectId ours, git::ObjectId theirs,
                               Trace* trace) {
  TreeMerge merge{repository, batch, {base, ours, theirs}, {}, {}, {}, trace};
  CS_ASSIGN(auto versions, versions_of(merge, "", base, ours, theirs));
  const auto take = [&versions](model::Shelf shelf) {
    const auto found = versions.find(folder_name(shelf));
    if (found == versions.end()) return EntryVersions{};
    return versions.extract(found).mapped();
  };
  using model::Shelf;
  CS_ASSIGN(const auto projects, keep_shelf(merge, Shelf::kProjects, take(Shelf::kProjects)));
  CS_ASSIGN(const auto archive, keep_shelf(merge, Shelf::kArchive, take(Shelf::kArchive)));
  for (const auto& [name, one] : versions) CS_TRY(merge_foreign(merge, name, one));
  CS_TRY(merge_shelves(merge, projects, archive));
  MergedTree result;
  CS_ASSIGN(const git::ObjectId cleared, cleared_tree(merge));
  CS_ASSIGN(result.tree, batch.add_tree(cleared, merge.changes));
  std::stable_sort(merge.receipts.begin(), merge.receipts.end(),
                   [](const model::Receipt& a, const model::Receipt& b) {
                     return std::pair(a.file, a.project) < std::pair(b.file, b.project);
                   });
  result.receipts = std::move(merge.receipts);
  return result;
}

}  // namespace claudestep::store
