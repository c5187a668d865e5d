// Merging the folders of projects: under which name and on which shelf each project ends. Which
// files are versions of one is told by lineages.h, what a project says is merged by model::merge().
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "codec/project_codec.h"
#include "model/shelf.h"
#include "store/lineages.h"
#include "store/merge_entries.h"
#include "store/merge_lineage.h"
#include "store/spare_name.h"
#include "store/workshop.h"

namespace claudestep::store {

namespace {

using model::Shelf;

constexpr std::string_view kFormerNames = "\"former_names\"";
// So few are merged faster than a thread is started.
constexpr std::size_t kFewLineages = 4;
// Lineages that one thread merges in a row: several contents are named faster than each, and
// neighbours in a pack are made of the same.
constexpr std::size_t kTogether = 8;

// The project files of one name in the three trees.
using PlacedFiles = std::array<MaybePlacedFile, 3>;

class ShelfMerge final : public ProjectVersions {
 public:
  explicit ShelfMerge(TreeMerge& merge) : merge_(merge) {}

  Status run(const EntryVersions& projects, const EntryVersions& archive) {
    CS_TRY(collect(Shelf::kProjects, projects));
    CS_TRY(collect(Shelf::kArchive, archive));
    CS_TRY(drop_strays());
    const std::size_t receipts = merge_.receipts.size();
    const bool is_traced = merge_.trace != nullptr;
    CS_TRY(merge_all(is_traced ? Search::kAllNames : Search::kNewNames));
    if (names_changed_hands_ && !is_traced) {
      merge_.receipts.resize(receipts);
      with_old_name_.clear();
      with_new_name_.clear();
      CS_TRY(merge_all(Search::kAllNames));
    }
    for (auto* merged : {&with_old_name_, &with_new_name_}) {
      for (PlacedFile& placed : *merged) CS_TRY(settle_on(std::move(placed)));
    }
    CS_TRY(part_twins());
    for (const auto& [name, placed] : result_) trace(placed);
    return put_all();
  }

  // Tells who is who where only one side changed, and the merge is as that is.
  Status trace_alone(Side side, const EntryVersions& projects, const EntryVersions& archive) {
    CS_TRY(collect(Shelf::kProjects, projects));
    CS_TRY(collect(Shelf::kArchive, archive));
    CS_ASSIGN(const std::vector<Lineage> lineages, trace_lineages(Search::kAllNames));
    for (const Lineage& lineage : lineages) {
      TracedProject& traced = trace(lineage);
      traced.merged = traced.at[side];
    }
    return {};
  }

 private:
  // Sorts the entries that differ: projects by name, all else is merged as any file.
  Status collect(Shelf shelf, const EntryVersions& folders) {
    if (is_in_place_of_folder(folders.ours, folders.theirs)) no_folders_.emplace(kOurs, shelf);
    if (is_in_place_of_folder(folders.theirs, folders.ours)) no_folders_.emplace(kTheirs, shelf);
    const std::string folder = folder_prefix(shelf);
    CS_ASSIGN(auto versions, versions_of(merge_, folder, folder_of(folders.base),
                                         folder_of(folders.ours), folder_of(folders.theirs)));
    for (auto& [name, one] : versions) {
      std::string path = folder + name;
      forget_odd_base(one, shelf);
      if (!place(one, shelf)) {
        CS_TRY(merge_odd(shelf, path, one));
        continue;
      }
      paths_.emplace_hint(paths_.end(), std::move(path), std::move(one.ours));
    }
    return {};
  }

  // Where only one of two sides has what may be a project, that stays.
  Status merge_odd(Shelf shelf, const std::string& path, const EntryVersions& versions) {
    if (no_folders_.contains({kTheirs, shelf})) return {};
    if (no_folders_.contains({kOurs, shelf})) {
      merge_.put(path, std::nullopt, versions.theirs);
      return {};
    }
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
    merge_.receipts.push_back(gave_way(path, kept, ours_stays ? versions.theirs : versions.ours));
    merge_.put(path, versions.ours, kept);
    return {};
  }

  // What was in the place of a project before, and is on neither side any more, says nothing of it.
  static void forget_odd_base(EntryVersions& one, Shelf shelf) {
    const auto is_odd = [&](const MaybeEntry& item) {
      const auto entry = item ? entry_of(*item, shelf) : std::nullopt;
      return item && (!entry || !entry->obstacle.empty());
    };
    if (is_odd(one.base) && !is_odd(one.ours) && !is_odd(one.theirs)) one.base.reset();
  }

  // Who puts a project away keeps it: a file of its name on the other shelf that holds none is no
  // version of it, whatever became of its folder.
  Status drop_strays() {
    for (auto& [name, at] : files_) {
      const MaybePlacedFile& before = at[kBase];
      if (!before || at[kOurs] == at[kTheirs]) continue;
      for (const Side side : {kOurs, kTheirs}) {
        MaybePlacedFile& now = at[side];
        const bool is_moved = now && now->entry.shelf != before->entry.shelf;
        if (!is_moved || now->item.id == before->item.id) continue;
        CS_ASSIGN(const bool is_stray, holds_no_project(*now));
        if (!is_stray) continue;
        CS_ASSIGN(const bool was_none, holds_no_project(*before));
        if (was_none) continue;
        merge_.receipts.push_back(gave_way(now->entry.path(), before->item, now->item));
        strays_.emplace(std::pair(side, name), now->entry);
        now = before;
      }
    }
    return {};
  }

  Result<bool> holds_no_project(const PlacedFile& placed) const {
    CS_ASSIGN(std::string bytes, bytes_to_merge(merge_.repository, &merge_.batch, placed));
    return !read_entry(placed.entry, bytes) && !codec::newer_schema_in(std::move(bytes));
  }

  static const MaybeEntry& of(const EntryVersions& versions, Side side) {
    return side == kBase ? versions.base : side == kOurs ? versions.ours : versions.theirs;
  }

  // Notes where all versions are. Returns false when they are not those of a project that lies on
  // one shelf only.
  bool place(const EntryVersions& versions, Shelf shelf) {
    PlacedFiles placed;
    std::string name;  // empty where nothing is left
    for (const Side side : kSides) {
      const MaybeEntry& item = of(versions, side);
      if (!item) continue;
      auto entry = entry_of(*item, shelf);
      if (!entry || !entry->obstacle.empty() || find(side, entry->name) != nullptr) return false;
      name = entry->name;
      placed[side] = PlacedFile{*std::move(entry), *item};
    }
    if (name.empty()) return true;
    PlacedFiles& here = files_.try_emplace(files_.end(), std::move(name))->second;
    for (const Side side : kSides) {
      if (placed[side]) here[side] = std::move(placed[side]);
    }
    return true;
  }

  const PlacedFile* find(Side side, std::string_view name) const {
    const auto found = files_.find(name);
    const bool is_there = found != files_.end() && found->second[side];
    return is_there ? &*found->second[side] : nullptr;
  }

  // Nothing when what the file holds is no project.
  Result<std::optional<model::Project>> read(const PlacedFile& placed) const {
    CS_ASSIGN(const std::string bytes, bytes_to_merge(merge_.repository, &merge_.batch, placed));
    auto project = read_entry(placed.entry, bytes);
    return project ? std::optional(*std::move(project)) : std::nullopt;
  }

  // --- which files belong together: what lineages_of() asks

  std::vector<NamedFiles> files() const override {
    std::vector<NamedFiles> files;
    files.reserve(files_.size());
    for (const auto& [name, at] : files_) {
      NamedFiles& file = files.emplace_back();
      file.name = name;
      for (const Side side : kSides) {
        if (at[side]) file.at[side] = Placed{at[side]->entry.shelf, at[side]->item.id};
      }
    }
    return files;
  }

  bool has_lost(Side side, Shelf shelf) const override {
    return no_folders_.contains({side, shelf});
  }

  Result<bool> may_be_renamed(Side side, std::string_view name) const override {
    bool may = false;
    const PlacedFile* placed = find(side, name);
    const auto look = [&may](std::string_view bytes) {
      may = bytes.find(kFormerNames) != std::string_view::npos;
    };
    if (placed != nullptr && !merge_.repository.visit_blob(placed->item.id, look)) {
      CS_TRY(bytes_to_merge(merge_.repository, &merge_.batch, *placed));
      return true;  // in doubt: it is there now
    }
    return may;
  }

  Result<std::optional<Identity>> identity(Side side, std::string_view name) const override {
    const PlacedFile* placed = find(side, name);
    if (placed == nullptr) return std::nullopt;
    CS_ASSIGN(const auto project, read(*placed));
    return project ? std::optional(identity_of(*project)) : std::nullopt;
  }

  Result<std::vector<Lineage>> trace_lineages(Search search) const {
    const bool is_known = merge_.trace != nullptr && merge_.trace->kin;
    return lineages_of(*this, search, is_known ? &*merge_.trace->kin : nullptr);
  }

  PlacedLineage placed(const Lineage& lineage) const {
    PlacedLineage placed;
    for (const Side side : kSides) {
      if (lineage.at[side]) placed.at[side] = find(side, *lineage.at[side]);
    }
    // What went with its folder was not taken away.
    const PlacedFile* const before = placed.at[kBase];
    for (const Side side : {kOurs, kTheirs}) {
      if (before != nullptr && placed.at[side] == nullptr && has_lost(side, before->entry.shelf)) {
        placed.at[side] = before;
      }
    }
    return placed;
  }

  TracedProject& trace(const Lineage& lineage) const {
    TracedProject& traced = merge_.trace->projects.emplace_back();
    for (const Side side : kSides) {
      const PlacedFile* const file = lineage.at[side] ? find(side, *lineage.at[side]) : nullptr;
      if (file == nullptr) continue;
      const auto stray = strays_.find({side, file->entry.name});
      traced.at[side] = stray == strays_.end() ? file->entry : stray->second;
    }
    return traced;
  }
  // Where a project ended.
  void trace(const PlacedFile& placed) const {
    if (merge_.trace != nullptr) merge_.trace->projects[placed.lineage].merged = placed.entry;
  }

  // Merges on every core: what becomes of one project does not depend on the others.
  Status merge_all(Search search) {
    CS_ASSIGN(const std::vector<Lineage> lineages, trace_lineages(search));
    struct Part {
      std::vector<Result<MergedLineage>> lineages;
      std::shared_ptr<git::ByteRoom> room;
    };
    std::vector<Part> merged((lineages.size() + kTogether - 1) / kTogether);
    const auto some_of = [&](std::size_t number) {
      const std::size_t first = number * kTogether;
      return std::span(lineages).subspan(first, std::min(kTogether, lineages.size() - first));
    };
    const auto merge_with = [&](const git::Repository* repository) {
      const auto room = std::make_shared<git::ByteRoom>();
      return [&, repository, room](std::size_t number) {
        std::vector<PlacedLineage> some;
        for (const Lineage& lineage : some_of(number)) some.push_back(placed(lineage));
        merged[number] = {merge_lineages(*repository, some, *room), room};
      };
    };
    const std::size_t threads = lineages.size() < kFewLineages ? 1 : usable_cores();
    Workshop workshop(
        merged.size(), threads, merge_with(&merge_.repository), [&]() -> Workshop::Make {
          auto opened = merge_.repository.reopen();
          if (!opened) return {};
          const auto another = std::make_shared<git::Repository>(*std::move(opened));
          return
              [another, merge = merge_with(another.get())](std::size_t number) { merge(number); };
        });
    std::size_t next = 0;
    for (Part& part : merged) {
      workshop.take();
      merge_.batch.keep(std::move(part.room));
      for (Result<MergedLineage>& one : part.lineages) {
        const std::size_t at = next++;
        if (merge_.trace != nullptr) trace(lineages[at]);
        CS_ASSIGN(MaybePlacedFile file, take(std::move(one)));
        if (!file) continue;
        file->lineage = at;
        const bool keeps_name = file->entry.name == lineages[at].at[kBase];
        (keeps_name ? with_old_name_ : with_new_name_).push_back(*std::move(file));
      }
      part.lineages.clear();
    }
    return {};
  }

  // Puts what became of a project among the rest.
  Result<MaybePlacedFile> take(Result<MergedLineage> merged) {
    CS_TRY(merged);
    for (model::Receipt& receipt : merged->receipts) {
      merge_.receipts.push_back(std::move(receipt));
    }
    names_changed_hands_ |= merged->has_strangers;
    if (merged->content) merge_.batch.add_blob(merged->file->item.id, *merged->content);
    return std::move(merged->file);
  }

  // --- all of them together

  // Of two projects that end under one name the second gets another.
  Status settle_on(PlacedFile placed) {
    const auto [place, is_new] = result_.try_emplace(placed.entry.name);
    if (is_new) {
      place->second = std::move(placed);
      return {};
    }
    CS_ASSIGN(const auto project, read(placed));
    if (project) {
      namesakes_.push_back(std::move(placed));
      return {};
    }
    const PlacedLineage both{{nullptr, &place->second, &placed}};
    const auto room = std::make_shared<git::ByteRoom>();
    auto versions = merge_lineages(merge_.repository, {&both, 1}, *room, &merge_.batch);
    merge_.batch.keep(room);
    CS_ASSIGN(MaybePlacedFile merged, take(std::move(versions.front())));
    merged->lineage = place->second.lineage;
    place->second = *std::move(merged);
    return {};
  }

  Status part_twins() {
    const auto has_capital = [](const auto& one) { return to_lower_ascii(one.first) != one.first; };
    if (std::any_of(result_.begin(), result_.end(), has_capital)) CS_TRY(find_twins());
    for (PlacedFile& namesake : namesakes_) CS_TRY(give_new_name(std::move(namesake)));
    return {};
  }

  // Both sides may have made a project, under names that differ by letter case alone. The first of
  // them keeps its name.
  Status find_twins() {
    const auto is_new = [&](const std::string& name) {
      return find(kBase, name) == nullptr &&
             (find(kOurs, name) != nullptr || find(kTheirs, name) != nullptr);
    };
    std::map<std::string, std::string> folded;  // the one that keeps its name, by lower case
    for (const auto& [name, placed] : result_) {
      if (!is_new(name)) folded.emplace(to_lower_ascii(name), name);
    }
    std::vector<std::string> names;
    for (const auto& [name, placed] : result_) names.push_back(name);
    for (const std::string& name : names) {
      const auto [first, is_first] = folded.emplace(to_lower_ascii(name), name);
      if (is_first || first->second == name) continue;
      auto twin = result_.extract(name);
      CS_ASSIGN(const auto project, read(twin.mapped()));
      if (project) {
        namesakes_.push_back(std::move(twin.mapped()));
      } else {  // fsck names it
        result_.insert(std::move(twin));
      }
    }
    return {};
  }

  Status give_new_name(PlacedFile placed) {
    const std::string name = placed.entry.name;
    CS_ASSIGN(auto project, read(placed));
    CS_CHECK(project.has_value());
    CS_ASSIGN(const std::string fresh, free_name(name));
    if (!project->former_names) project->former_names = std::vector<model::Text>();
    if (!model::was_called(*project, name)) project->former_names->emplace_back(name);
    project->name = model::Text(fresh);
    placed.entry.name = fresh;
    CS_ASSIGN(placed.item.id, merge_.batch.add_blob(codec::write_project(*project)));
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
    return take_spare_name(name, taken_names_);
  }

  Status collect_taken_names() {
    for (const git::ObjectId& root : merge_.trees) {
      for (const Shelf shelf : model::kShelves) {
        if (root.is_zero()) continue;
        CS_ASSIGN(const auto folder, merge_.repository.find_entry(root, folder_name(shelf)));
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
      wanted.emplace_hint(wanted.end(), placed.entry.path(), std::move(placed.item));
    }
    auto next = wanted.begin();
    const auto put_before = [&](const std::string* path) {
      for (; next != wanted.end() && (path == nullptr || next->first < *path); ++next) {
        merge_.put(next->first, std::nullopt, next->second);
      }
    };
    for (const auto& [path, ours] : paths_) {
      put_before(&path);
      const bool is_wanted = next != wanted.end() && next->first == path;
      merge_.put(path, ours, is_wanted ? (next++)->second : std::nullopt);
    }
    put_before(nullptr);
    return {};
  }

  TreeMerge& merge_;
  std::set<std::pair<Side, Shelf>> no_folders_;            // something else is in their place
  std::map<std::string, PlacedFiles, std::less<>> files_;  // those that differ
  std::map<std::string, MaybeEntry> paths_;  // every path that differs, and what ours has there
  std::map<std::string, PlacedFile, std::less<>> result_;
  std::vector<PlacedFile> with_old_name_;  // merged, under the name that the base knows
  std::vector<PlacedFile> with_new_name_;
  std::map<std::pair<Side, std::string>, ProjectEntry> strays_;  // that gave way
  bool names_changed_hands_ = false;   // a project seems to have the name of another
  std::vector<PlacedFile> namesakes_;  // that need another name
  std::set<std::string> taken_names_;  // in lower case, of all trees
};

}  // namespace

Status merge_shelves(TreeMerge& merge, const EntryVersions& projects,
                     const EntryVersions& archive) {
  const auto lacks_folder = [](const EntryVersions& one) {
    return is_in_place_of_folder(one.ours, one.theirs) ||
           is_in_place_of_folder(one.theirs, one.ours);
  };
  if (lacks_folder(projects) || lacks_folder(archive)) {
    return ShelfMerge(merge).run(projects, archive);
  }
  const bool by_us = projects.by_us() || archive.by_us();
  const bool by_them = projects.by_them() || archive.by_them();
  if (merge.trace != nullptr && by_us != by_them) {
    // Nothing gives way, so what it puts there and says is not wanted.
    TreeMerge aside{merge.repository, merge.batch, {}, {}, {}, {}, merge.trace};
    std::copy(std::begin(merge.trees), std::end(merge.trees), std::begin(aside.trees));
    CS_TRY(ShelfMerge(aside).trace_alone(by_us ? kOurs : kTheirs, projects, archive));
  }
  if (!by_them) return {};
  if (!by_us) {
    merge.put(std::string(folder_name(Shelf::kProjects)), projects.ours, projects.theirs);
    merge.put(std::string(folder_name(Shelf::kArchive)), archive.ours, archive.theirs);
    return {};
  }
  return ShelfMerge(merge).run(projects, archive);
}

}  // namespace claudestep::store
