#include "store/merge_trees.h"

#include <algorithm>
#include <utility>

#include "git/text_merge.h"
#include "store/merge_entries.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kProjectsFolder = "projects";
constexpr std::string_view kArchiveFolder = "archive";

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
  CS_ASSIGN(const auto below, versions_of(merge.repository, folder_of(versions.base),
                                          folder_of(versions.ours), folder_of(versions.theirs)));
  for (const auto& [name, one] : below) CS_TRY(merge_foreign(merge, path + "/" + name, one));
  return {};
}

// Whether an entry that both sides changed can be merged folder by folder: no side put a file
// there.
bool is_folder_everywhere(const EntryVersions& versions) {
  const auto fits = [](const MaybeEntry& entry) { return !entry || is_folder(entry); };
  return fits(versions.base) && fits(versions.ours) && fits(versions.theirs) &&
         (versions.ours || versions.theirs);
}

// A folder of projects stays, whatever the other side put in its place: nothing that stands there
// is worth all projects. Returns what merge_shelves() is to look at.
Result<EntryVersions> keep_shelf(TreeMerge& merge, std::string_view name,
                                 const EntryVersions& versions) {
  const std::string path(name);
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

Result<VersionsByName> versions_of(const git::Repository& repository, git::ObjectId base,
                                   git::ObjectId ours, git::ObjectId theirs) {
  VersionsByName versions;
  // A file that became a folder is told as two differences of one name.
  const auto note = [&versions](const git::TreeDifference& one, MaybeEntry EntryVersions::*side) {
    const std::string& name = one.before ? one.before->name : one.after->name;
    const auto [place, is_new] = versions.emplace(name, EntryVersions{});
    EntryVersions& here = place->second;
    if (one.before) here.base = one.before;
    if (one.after) here.*side = one.after;
  };
  CS_ASSIGN(const auto mine, repository.diff_trees(base, ours));
  CS_ASSIGN(const auto other, repository.diff_trees(base, theirs));
  std::map<std::string_view, unsigned> changed;
  for (const git::TreeDifference& one : mine) {
    note(one, &EntryVersions::ours);
    changed[one.before ? one.before->name : one.after->name] |= 1U;
  }
  for (const git::TreeDifference& one : other) {
    note(one, &EntryVersions::theirs);
    changed[one.before ? one.before->name : one.after->name] |= 2U;
  }
  for (const auto& [name, sides] : changed) {
    EntryVersions& here = versions.find(name)->second;
    if ((sides & 1U) == 0) here.ours = here.base;
    if ((sides & 2U) == 0) here.theirs = here.base;
  }
  return versions;
}

Status merge_foreign(TreeMerge& merge, const std::string& path, const EntryVersions& versions) {
  if (!versions.by_them() || versions.ours == versions.theirs) return {};
  if (!versions.by_us()) {
    merge.put(path, versions.ours, versions.theirs);
    return {};
  }
  if (is_folder_everywhere(versions)) return merge_below(merge, path, versions);
  if (!versions.ours || !versions.theirs) {
    const MaybeEntry& left = versions.ours ? versions.ours : versions.theirs;
    merge.receipts.push_back(gave_way(path, left, std::nullopt));
    merge.put(path, versions.ours, left);
    return {};
  }
  if (is_plain_file(versions.ours) && is_plain_file(versions.theirs)) {
    return merge_files(merge, path, versions);
  }
  const auto rank = [](const MaybeEntry& entry) { return std::pair(entry->id, entry->raw_mode); };
  const bool ours_stays = rank(versions.ours) > rank(versions.theirs);
  const MaybeEntry& kept = ours_stays ? versions.ours : versions.theirs;
  merge.receipts.push_back(gave_way(path, kept, ours_stays ? versions.theirs : versions.ours));
  merge.put(path, versions.ours, kept);
  return {};
}

Result<MergedTree> merge_trees(const git::Repository& repository, git::ObjectBatch& batch,
                               git::ObjectId base, git::ObjectId ours, git::ObjectId theirs) {
  TreeMerge merge{repository, batch, {base, ours, theirs}, {}, {}};
  CS_ASSIGN(auto versions, versions_of(repository, base, ours, theirs));
  const auto take = [&versions](std::string_view name) {
    const auto found = versions.find(name);
    if (found == versions.end()) return EntryVersions{};
    return versions.extract(found).mapped();
  };
  CS_ASSIGN(const auto projects, keep_shelf(merge, kProjectsFolder, take(kProjectsFolder)));
  CS_ASSIGN(const auto archive, keep_shelf(merge, kArchiveFolder, take(kArchiveFolder)));
  for (const auto& [name, one] : versions) CS_TRY(merge_foreign(merge, name, one));
  CS_TRY(merge_shelves(merge, projects, archive));
  MergedTree result;
  CS_ASSIGN(result.tree, batch.add_tree(ours, merge.changes));
  std::stable_sort(merge.receipts.begin(), merge.receipts.end(),
                   [](const model::Receipt& a, const model::Receipt& b) {
                     return std::pair(a.file, a.project) < std::pair(b.file, b.project);
                   });
  result.receipts = std::move(merge.receipts);
  return result;
}

}  // namespace claudestep::store
