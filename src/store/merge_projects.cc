// Merging the folders of projects: under which name and on which shelf each project ends. Which
// files are versions of one is told by lineages.h, what a project says is merged by model::merge().
#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "model/branch.h"
#include "model/derive.h"
#include "store/lineages.h"
#include "store/merge_entries.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

using model::Shelf;

constexpr std::string_view kShelfFolders[] = {"projects", "archive"};
constexpr std::string_view kFormerNames = "\"former_names\"";

// A project file in one of the three trees.
struct PlacedFile {
  ProjectEntry entry;
  git::TreeEntry item;

  bool operator==(const PlacedFile& other) const {
    return entry.name == other.entry.name && entry.shelf == other.entry.shelf && item == other.item;
  }
};
using MaybePlacedFile = std::optional<PlacedFile>;

// The project files that differ, of each tree, by name.
using FilesByName = std::map<std::string, PlacedFile, std::less<>>;

// A project in the three trees, perhaps under several names.
struct PlacedLineage {
  MaybePlacedFile at[3];
};

Error newer_schema(const ProjectEntry& entry, const std::string& schema) {
  return Error{ErrorCode::kSchemaUnusable, "cannot merge " + quoted(entry.path()) +
                                               ": it was written by a newer claudestep (schema " +
                                               escape_for_terminal(schema) + ")"}
      .caused_by("both sides changed it, and what this claudestep does not know it could lose")
      .hint("this claudestep writes schema " + std::string(model::kSchemaVersion) +
            ": use a newer one");
}

class ShelfMerge final : public ProjectVersions {
 public:
  explicit ShelfMerge(TreeMerge& merge) : merge_(merge) {}

  Status run(const EntryVersions& projects, const EntryVersions& archive) {
    CS_TRY(collect(Shelf::kProjects, projects));
    CS_TRY(collect(Shelf::kArchive, archive));
    const std::size_t receipts = merge_.receipts.size();
    CS_TRY(merge_all(Search::kNewNames));
    if (names_changed_hands_) {
      merge_.receipts.resize(receipts);
      with_old_name_.clear();
      with_new_name_.clear();
      CS_TRY(merge_all(Search::kAllNames));
    }
    for (auto* merged : {&with_old_name_, &with_new_name_}) {
      for (PlacedFile& placed : *merged) CS_TRY(settle_on(std::move(placed)));
    }
    CS_TRY(part_twins());
    return put_all();
  }

 private:
  // Sorts the entries that differ: projects by name, all else is merged as any file.
  Status collect(Shelf shelf, const EntryVersions& folders) {
    CS_ASSIGN(auto versions, versions_of(merge_.repository, folder_of(folders.base),
                                         folder_of(folders.ours), folder_of(folders.theirs)));
    const std::string folder = shelf == Shelf::kProjects ? "projects/" : "archive/";
    for (auto& [name, one] : versions) {
      const std::string path = folder + name;
      if (!is_project(one, shelf)) {
        CS_TRY(merge_odd(shelf, path, one));
        continue;
      }
      for (const Side side : kSides) {
        const MaybeEntry& item = of(one, side);
        if (!item) continue;
        ProjectEntry entry = *entry_of(*item, shelf);
        files_[side].emplace(entry.name, PlacedFile{entry, *item});
      }
      paths_.emplace(path, one.ours);
    }
    return {};
  }

  // Where only one of two sides has what may be a project, that stays.
  Status merge_odd(Shelf shelf, const std::string& path, const EntryVersions& versions) {
    const auto may_be_project = [&](const MaybeEntry& item) {
      const auto entry = item ? entry_of(*item, shelf) : std::nullopt;
      return entry && entry->obstacle.empty();
    };
    const bool both_changed = versions.by_us() && versions.by_them();
    const bool ours_stays = may_be_project(versions.ours);
    if (!both_changed || !versions.ours || !versions.theirs ||
        ours_stays == may_be_project(versions.theirs)) {
      return merge_foreign(merge_, path, versions);
    }
    const MaybeEntry& kept = ours_stays ? versions.ours : versions.theirs;
    merge_.give_way(path, kept, ours_stays ? versions.theirs : versions.ours);
    merge_.put(path, versions.ours, kept);
    return {};
  }

  static const MaybeEntry& of(const EntryVersions& versions, Side side) {
    return side == kBase ? versions.base : side == kOurs ? versions.ours : versions.theirs;
  }

  // Whether all versions are those of a project that lies on one shelf only.
  bool is_project(const EntryVersions& versions, Shelf shelf) const {
    return std::all_of(std::begin(kSides), std::end(kSides), [&](Side side) {
      const MaybeEntry& item = of(versions, side);
      if (!item) return true;
      const auto entry = entry_of(*item, shelf);
      return entry && entry->obstacle.empty() && find(side, entry->name) == nullptr;
    });
  }

  const PlacedFile* find(Side side, std::string_view name) const {
    const auto found = files_[side].find(name);
    return found == files_[side].end() ? nullptr : &found->second;
  }

  Result<model::Project> read(const PlacedFile& placed) const {
    // What was made here is not in the repository yet.
    const auto made = made_.find(placed.item.id);
    if (made != made_.end()) return made->second;
    return read_entry(merge_.repository, placed.entry);
  }

  // --- which files belong together: what lineages_of() asks

  std::set<std::string> names(Side side) const override {
    std::set<std::string> names;
    for (const auto& [name, placed] : files_[side]) names.insert(name);
    return names;
  }

  bool is_changed(Side side, const std::string& name) const override {
    const PlacedFile* before = find(kBase, name);
    const PlacedFile* now = find(side, name);
    return before == nullptr || now == nullptr ? before != now : before->item.id != now->item.id;
  }

  bool is_moved(Side side, const std::string& name) const override {
    const PlacedFile* before = find(kBase, name);
    const PlacedFile* now = find(side, name);
    return before == nullptr || now == nullptr ? before != now
                                               : before->entry.shelf != now->entry.shelf;
  }

  bool may_be_renamed(Side side, const std::string& name) const override {
    bool may = false;
    const PlacedFile* placed = find(side, name);
    const auto look = [&may](std::string_view bytes) {
      may = bytes.find(kFormerNames) != std::string_view::npos;
    };
    return placed != nullptr && merge_.repository.visit_blob(placed->item.id, look) && may;
  }

  std::optional<Identity> identity(Side side, const std::string& name) const override {
    const PlacedFile* placed = find(side, name);
    if (placed == nullptr) return std::nullopt;
    const auto project = read(*placed);
    return project ? std::optional(identity_of(*project)) : std::nullopt;
  }

  PlacedLineage placed(const Lineage& lineage) const {
    PlacedLineage placed;
    for (const Side side : kSides) {
      if (lineage.at[side]) placed.at[side] = *find(side, *lineage.at[side]);
    }
    return placed;
  }

  Status merge_all(Search search) {
    for (const Lineage& lineage : lineages_of(*this, search)) {
      CS_ASSIGN(MaybePlacedFile merged, merge_one(placed(lineage)));
      if (!merged) continue;
      const bool keeps_name = merged->entry.name == lineage.at[kBase];
      (keeps_name ? with_old_name_ : with_new_name_).push_back(*std::move(merged));
    }
    return {};
  }

  // --- one project

  Result<MaybePlacedFile> merge_one(const PlacedLineage& lineage) {
    const auto& [base, ours, theirs] = lineage.at;
    if (ours == theirs || theirs == base) return ours;
    if (ours == base) return theirs;
    if (!ours || !theirs) {
      const PlacedFile& left = ours ? *ours : *theirs;
      model::Receipt receipt;
      receipt.project = left.entry.name;
      receipt.member = "deletion";
      receipt.kept = "the project";
      receipt.dropped = "deleted";
      merge_.receipts.push_back(std::move(receipt));
      return MaybePlacedFile(left);
    }
    CS_ASSIGN(PlacedFile merged, merge_contents(base, *ours, *theirs));
    choose_shelf(base, *ours, *theirs, merged);
    return MaybePlacedFile(std::move(merged));
  }

  // The side that changed what it holds (the greater where both did), which one may have another
  // name for.
  static const PlacedFile& greater(const MaybePlacedFile& base, const PlacedFile& ours,
                                   const PlacedFile& theirs) {
    if (base && ours.item.id == base->item.id) return theirs;
    if (base && theirs.item.id == base->item.id) return ours;
    const auto rank = [](const PlacedFile& one) { return std::pair(one.item.id, one.entry.name); };
    return rank(ours) < rank(theirs) ? theirs : ours;
  }

  Result<PlacedFile> merge_contents(const MaybePlacedFile& base, const PlacedFile& ours,
                                    const PlacedFile& theirs) {
    const bool same_name = ours.entry.name == theirs.entry.name;
    if (same_name && (ours.item.id == theirs.item.id ||
                      (base && base->entry.name == ours.entry.name &&
                       (base->item.id == ours.item.id || base->item.id == theirs.item.id)))) {
      return with_mode(base, ours, theirs, greater(base, ours, theirs));
    }
    const auto mine = read(ours);
    const auto other = read(theirs);
    CS_TRY(check_schema(ours, mine));
    CS_TRY(check_schema(theirs, other));
    if (!mine || !other) return take_readable(base, ours, theirs, mine.has_value());
    Result<model::Project> old = base ? read(*base) : fail(ErrorCode::kNotFound, "");
    if (base && !old) CS_TRY(bytes_of(*base));
    if (old && same_name) note_strangers(*old, *mine, *other);
    model::Merged merged = model::merge(old ? &*old : nullptr, *mine, *other);
    for (model::Receipt& receipt : merged.receipts) merge_.receipts.push_back(std::move(receipt));
    const std::string& name = merged.project.name.value;
    PlacedFile result = with_mode(base, ours, theirs, name == ours.entry.name ? ours : theirs);
    CS_ASSIGN(result.item.id, blob_of(merged.project, ours, *mine, theirs, *other));
    result.entry.blob = result.item.id;
    return result;
  }

  // Who looks like another project than the base's made the name change hands.
  void note_strangers(const model::Project& base, const model::Project& ours,
                      const model::Project& theirs) {
    const Identity before = identity_of(base);
    for (const model::Project* now : {&ours, &theirs}) {
      if (may_be_another(before, identity_of(*now))) names_changed_hands_ = true;
    }
  }

  // An object that is missing or damaged is no version that may give way.
  Result<std::string> bytes_of(const PlacedFile& placed) const {
    auto bytes = merge_.repository.read_blob(placed.item.id);
    if (bytes) return bytes;
    Error error = std::move(bytes).error();
    error.message = "cannot merge " + quoted(placed.entry.path()) + ": " + error.message;
    if (error.hints.empty()) {
      error.hints.emplace_back(
          "git fsck names what is missing or damaged; git fetch --refetch "
          "brings what a remote has");
    }
    return fail(std::move(error));
  }

  // Refuses what a newer claudestep wrote, also where that has a form which cannot be read here.
  Status check_schema(const PlacedFile& placed, const Result<model::Project>& project) const {
    if (project) {
      const std::string& schema = project->schema_version.value;
      if (model::is_newer_schema(schema)) return fail(newer_schema(placed.entry, schema));
      return {};
    }
    CS_ASSIGN(auto bytes, bytes_of(placed));
    const auto document = codec::read_json(std::move(bytes), {});
    const Value* schema = document ? document->root().find("schema_version") : nullptr;
    if (schema == nullptr || !schema->is_string() || !model::is_newer_schema(schema->text)) {
      return {};
    }
    return fail(newer_schema(placed.entry, schema->text));
  }

  // A file that says all that the merge says stays as it is spelt.
  Result<git::ObjectId> blob_of(const model::Project& merged, const PlacedFile& ours,
                                const model::Project& mine, const PlacedFile& theirs,
                                const model::Project& other) {
    const bool as_ours = model::says_the_same(merged, mine);
    const bool as_theirs = model::says_the_same(merged, other);
    if (as_ours && as_theirs) return std::max(ours.item.id, theirs.item.id);
    if (as_ours) return ours.item.id;
    if (as_theirs) return theirs.item.id;
    CS_ASSIGN(const git::ObjectId made, merge_.batch.add_blob(codec::write_project(merged)));
    made_.emplace(made, merged);
    return made;
  }

  // Of two versions that cannot be merged the one that can be read, else the greater.
  PlacedFile take_readable(const MaybePlacedFile& base, const PlacedFile& ours,
                           const PlacedFile& theirs, bool ours_readable) {
    const bool theirs_readable = !ours_readable && read(theirs).has_value();
    const PlacedFile& kept = ours_readable     ? ours
                             : theirs_readable ? theirs
                                               : greater(base, ours, theirs);
    const PlacedFile& dropped = &kept == &ours ? theirs : ours;
    merge_.give_way(kept.entry.path(), kept.item, dropped.item);
    return with_mode(base, ours, theirs, kept);
  }

  static PlacedFile with_mode(const MaybePlacedFile& base, const PlacedFile& ours,
                              const PlacedFile& theirs, const PlacedFile& kept) {
    PlacedFile placed = kept;
    const std::uint32_t mine = ours.item.raw_mode;
    const std::uint32_t other = theirs.item.raw_mode;
    const std::uint32_t old = base ? base->item.raw_mode : mine;
    placed.item.raw_mode = mine == old ? other : other == old ? mine : std::max(mine, other);
    placed.item.mode = placed.item.raw_mode == mine ? ours.item.mode : theirs.item.mode;
    return placed;
  }

  // A project that one side put away and the other changed stays in projects/; one that was put
  // back is back.
  void choose_shelf(const MaybePlacedFile& base, const PlacedFile& ours, const PlacedFile& theirs,
                    PlacedFile& merged) {
    merged.entry.shelf = ours.entry.shelf;
    if (ours.entry.shelf == theirs.entry.shelf) return;
    merged.entry.shelf = Shelf::kProjects;
    const PlacedFile& archived = ours.entry.shelf == Shelf::kArchive ? ours : theirs;
    const PlacedFile& other = &archived == &ours ? theirs : ours;
    if (!base || base->entry.shelf == Shelf::kArchive) return;
    const bool changed = other.item.id != base->item.id || other.entry.name != base->entry.name;
    if (!changed) {
      merged.entry.shelf = Shelf::kArchive;
      return;
    }
    model::Receipt receipt;
    receipt.project = merged.entry.name;
    receipt.member = "archive";
    receipt.kept = "projects";
    receipt.dropped = "archived";
    merge_.receipts.push_back(std::move(receipt));
  }

  // --- all of them together

  // Of two projects that end under one name the second gets another.
  Status settle_on(PlacedFile placed) {
    const std::string name = placed.entry.name;
    const auto [place, is_new] = result_.emplace(name, placed);
    if (is_new) return {};
    if (read(placed)) {
      namesakes_.push_back(std::move(placed));
      return {};
    }
    const PlacedLineage both{{std::nullopt, place->second, std::move(placed)}};
    CS_ASSIGN(MaybePlacedFile merged, merge_one(both));
    place->second = *std::move(merged);
    return {};
  }

  // Both sides may have made a project, under names that differ by letter case alone. The first of
  // them keeps its name.
  Status part_twins() {
    std::set<std::string> added[2];
    for (const Side side : {kOurs, kTheirs}) {
      for (const auto& [name, placed] : files_[side]) {
        if (find(kBase, name) == nullptr) added[side - 1].insert(name);
      }
    }
    std::map<std::string, std::string> folded;  // the one that keeps its name, by lower case
    for (const auto& [name, placed] : result_) {
      if (!added[0].contains(name) && !added[1].contains(name)) {
        folded.emplace(to_lower_ascii(name), name);
      }
    }
    std::vector<std::string> names;
    for (const auto& [name, placed] : result_) names.push_back(name);
    for (const std::string& name : names) {
      const auto [first, is_new] = folded.emplace(to_lower_ascii(name), name);
      if (is_new || first->second == name) continue;
      auto twin = result_.extract(name);
      if (read(twin.mapped())) {
        namesakes_.push_back(std::move(twin.mapped()));
      } else {  // fsck names it
        result_.insert(std::move(twin));
      }
    }
    for (PlacedFile& namesake : namesakes_) CS_TRY(give_new_name(std::move(namesake)));
    return {};
  }

  Status give_new_name(PlacedFile placed) {
    const std::string name = placed.entry.name;
    CS_ASSIGN(model::Project project, read(placed));
    CS_ASSIGN(const std::string fresh, free_name(name));
    if (!project.former_names) project.former_names = std::vector<model::Text>();
    if (!model::was_called(project, name)) project.former_names->emplace_back(name);
    project.name = model::Text(fresh);
    placed.entry.name = fresh;
    CS_ASSIGN(placed.item.id, merge_.batch.add_blob(codec::write_project(project)));
    placed.entry.blob = placed.item.id;
    model::Receipt receipt;
    receipt.project = fresh;
    receipt.member = "project";
    receipt.kept = fresh;
    receipt.dropped = name;
    merge_.receipts.push_back(std::move(receipt));
    result_.emplace(fresh, std::move(placed));
    return {};
  }

  // `name` and a number that no file has, differing in the trees or not.
  Result<std::string> free_name(const std::string& name) {
    if (taken_names_.empty()) CS_TRY(collect_taken_names());
    for (const auto& [other, placed] : result_) taken_names_.insert(to_lower_ascii(other));
    for (int number = 2;; ++number) {
      const std::string ending = "-" + std::to_string(number);
      std::string fresh = name.substr(0, 100 - ending.size()) + ending;
      if (taken_names_.insert(to_lower_ascii(fresh)).second) return fresh;
    }
  }

  Status collect_taken_names() {
    for (const git::ObjectId& root : merge_.trees) {
      for (const Shelf shelf : {Shelf::kProjects, Shelf::kArchive}) {
        if (root.is_zero()) continue;
        CS_ASSIGN(const auto folder, merge_.repository.find_entry(
                                         root, kShelfFolders[shelf == Shelf::kArchive ? 1 : 0]));
        if (folder_of(folder).is_zero()) continue;
        CS_ASSIGN(const git::Tree tree, merge_.repository.read_tree(folder->id));
        for (const git::TreeEntry& item : tree.entries) {
          const auto entry = entry_of(item, shelf);
          if (entry) taken_names_.insert(to_lower_ascii(entry->name));
        }
      }
    }
    return {};
  }

  Status put_all() {
    std::map<std::string, MaybeEntry> wanted;
    for (auto& [name, placed] : result_) {
      MaybeEntry item = placed.item;
      wanted.emplace(placed.entry.path(), std::move(item));
    }
    for (const auto& [path, ours] : paths_) {
      const auto found = wanted.extract(path);
      merge_.put(path, ours, found ? found.mapped() : std::nullopt);
    }
    for (auto& [path, item] : wanted) merge_.put(path, std::nullopt, item);
    return {};
  }

  TreeMerge& merge_;
  FilesByName files_[3];
  std::map<std::string, MaybeEntry> paths_;  // every path that differs, and what ours has there
  FilesByName result_;
  std::vector<PlacedFile> with_old_name_;  // merged, under the name that the base knows
  std::vector<PlacedFile> with_new_name_;
  bool names_changed_hands_ = false;              // a project seems to have the name of another
  std::vector<PlacedFile> namesakes_;             // that need another name
  std::set<std::string> taken_names_;             // in lower case, of all trees
  std::map<git::ObjectId, model::Project> made_;  // by merging, and not written yet
};

}  // namespace

Status merge_shelves(TreeMerge& merge, const EntryVersions& projects,
                     const EntryVersions& archive) {
  if (!projects.by_them() && !archive.by_them()) return {};
  if (!projects.by_us() && !archive.by_us()) {
    merge.put("projects", projects.ours, projects.theirs);
    merge.put("archive", archive.ours, archive.theirs);
    return {};
  }
  return ShelfMerge(merge).run(projects, archive);
}

}  // namespace claudestep::store
