#include "store/merge_lineage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

#include "base/text.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "store/lineages.h"
#include "store/merge_entries.h"
#include "store/thin_merge.h"

namespace claudestep::store {

namespace {

using model::Shelf;

Error newer_schema(const ProjectEntry& entry, const std::string& schema) {
  return model::newer_schema("cannot merge " + quoted(entry.path()), schema)
      .caused_by("both sides changed it, and what this claudestep does not know it could lose");
}

class LineageMerge {
 public:
  LineageMerge(const git::Repository& repository, git::ByteRoom& room, const git::ObjectBatch* made)
      : repository_(repository), room_(room), made_(made) {}

  Result<MergedLineage> run(const PlacedLineage& lineage) {
    CS_ASSIGN(done_.file, merge(lineage));
    return std::move(done_);
  }

 private:
  Result<MaybePlacedFile> merge(const PlacedLineage& lineage) {
    const auto [base, ours, theirs] = lineage.at;
    if (are_same(ours, theirs) || are_same(theirs, base)) return maybe(ours);
    if (are_same(ours, base)) return maybe(theirs);
    if (ours == nullptr || theirs == nullptr) {
      const PlacedFile& left = ours != nullptr ? *ours : *theirs;
      CS_ASSIGN(const bool goes, says_what_it_said(*base, left));
      if (goes) return MaybePlacedFile();
      note(left, "deletion", "the project", "deleted");
      return MaybePlacedFile(left);
    }
    CS_ASSIGN(PlacedFile merged, merge_contents(base, *ours, *theirs));
    choose_shelf(base, *ours, *theirs, merged);
    return MaybePlacedFile(std::move(merged));
  }

  static bool are_same(const PlacedFile* a, const PlacedFile* b) {
    return a == b || (a != nullptr && b != nullptr && *a == *b);
  }
  static MaybePlacedFile maybe(const PlacedFile* placed) {
    return placed == nullptr ? std::nullopt : MaybePlacedFile(*placed);
  }

  // Whether a file is only laid out in another way.
  Result<bool> says_what_it_said(const PlacedFile& base, const PlacedFile& now) const {
    if (base.entry.name != now.entry.name || base.entry.shelf != now.entry.shelf) return false;
    CS_ASSIGN(const std::string before, bytes_to_merge(repository_, made_, base));
    CS_ASSIGN(const std::string after, bytes_to_merge(repository_, made_, now));
    const auto old = read_entry(base.entry, before);
    const auto read = read_entry(now.entry, after);
    return old && read && model::says_the_same(*old, *read);
  }

  // The side that changed what it holds (the greater where both did), which one may have another
  // name for.
  static const PlacedFile& greater(const PlacedFile* base, const PlacedFile& ours,
                                   const PlacedFile& theirs) {
    if (base != nullptr && ours.item.id == base->item.id) return theirs;
    if (base != nullptr && theirs.item.id == base->item.id) return ours;
    const auto rank = [](const PlacedFile& one) { return std::pair(one.item.id, one.entry.name); };
    return rank(ours) < rank(theirs) ? theirs : ours;
  }

  Result<PlacedFile> merge_contents(const PlacedFile* base, const PlacedFile& ours,
                                    const PlacedFile& theirs) {
    const bool same_name = ours.entry.name == theirs.entry.name;
    if (same_name && (ours.item.id == theirs.item.id ||
                      (base != nullptr && base->entry.name == ours.entry.name &&
                       (base->item.id == ours.item.id || base->item.id == theirs.item.id)))) {
      return with_mode(base, ours, theirs, greater(base, ours, theirs));
    }
    if (base != nullptr && same_name && base->entry.name == ours.entry.name) {
      if (auto thin = merge_thinly(*base, ours, theirs)) {
        note_strangers(thin->base, thin->ours, thin->theirs);
        return take(base, ours, theirs, std::move(thin->merged), thin->ours, thin->theirs,
                    [&](const model::Project&) { return std::move(thin->content); });
      }
    }
    const auto mine = read(ours);
    const auto other = read(theirs);
    CS_TRY(check_schema(ours, mine));
    CS_TRY(check_schema(theirs, other));
    if (!mine || !other) return take_readable(base, ours, theirs, mine.has_value());
    Result<model::Project> old = base != nullptr ? read(*base) : fail(ErrorCode::kNotFound, "");
    if (base != nullptr && !old) CS_TRY(bytes_to_merge(repository_, made_, *base));
    if (old && same_name) note_strangers(*old, *mine, *other);
    model::Merged merged = model::merge(old ? &*old : nullptr, *mine, *other);
    return take(base, ours, theirs, std::move(merged), *mine, *other,
                [](const model::Project& project) { return codec::write_project(project); });
  }

  std::optional<ThinMerge> merge_thinly(const PlacedFile& base, const PlacedFile& ours,
                                        const PlacedFile& theirs) const {
    std::optional<ThinMerge> merged;
    const std::array versions{base.item.id, ours.item.id, theirs.item.id};
    const auto merge = [&](std::span<const std::string_view> bytes) {
      merged = merge_thin({base.entry.name, bytes[kBase], bytes[kOurs], bytes[kTheirs]});
    };
    if (!repository_.visit_blobs(versions, merge)) return std::nullopt;
    return merged;
  }

  // What was merged of two projects; `content` is the file with it.
  template <typename Content>
  PlacedFile take(const PlacedFile* base, const PlacedFile& ours, const PlacedFile& theirs,
                  model::Merged merged, const model::Project& mine, const model::Project& other,
                  const Content& content) {
    for (model::Receipt& receipt : merged.receipts) done_.receipts.push_back(std::move(receipt));
    const std::string& name = merged.project.name.value;
    PlacedFile result = with_mode(base, ours, theirs, name == ours.entry.name ? ours : theirs);
    // A file that says all that the merge says stays as it is spelt.
    const bool as_ours = model::says_the_same(merged.project, mine);
    const bool as_theirs = model::says_the_same(merged.project, other);
    if (as_ours && as_theirs) {
      result.item.id = std::max(ours.item.id, theirs.item.id);
    } else if (as_ours || as_theirs) {
      result.item.id = as_ours ? ours.item.id : theirs.item.id;
    } else {
      done_.content = room_.keep(content(merged.project));  // merge_lineages() gives it a name
    }
    result.entry.blob = result.item.id;
    return result;
  }

  // Who looks like another project than the base's has its name from somebody.
  void note_strangers(const model::Project& base, const model::Project& ours,
                      const model::Project& theirs) {
    const Identity before = identity_of(base);
    for (const model::Project* now : {&ours, &theirs}) {
      if (may_be_another(before, identity_of(*now))) done_.has_strangers = true;
    }
  }

  // Refuses what a newer claudestep wrote.
  Status check_schema(const PlacedFile& placed, const Result<model::Project>& project) const {
    if (project) {
      const std::string& schema = project->schema_version.value;
      if (model::is_newer_schema(schema)) return fail(newer_schema(placed.entry, schema));
      return {};
    }
    CS_ASSIGN(auto bytes, bytes_to_merge(repository_, made_, placed));
    const auto schema = codec::newer_schema_in(std::move(bytes));
    return schema ? fail(newer_schema(placed.entry, *schema)) : Status();
  }

  // Of two versions that cannot be merged the one that can be read, else the greater.
  PlacedFile take_readable(const PlacedFile* base, const PlacedFile& ours, const PlacedFile& theirs,
                           bool ours_readable) {
    const bool theirs_readable = !ours_readable && read(theirs).has_value();
    const PlacedFile& kept = ours_readable     ? ours
                             : theirs_readable ? theirs
                                               : greater(base, ours, theirs);
    const PlacedFile& dropped = &kept == &ours ? theirs : ours;
    done_.receipts.push_back(gave_way(kept.entry.path(), kept.item, dropped.item));
    return with_mode(base, ours, theirs, kept);
  }

  static PlacedFile with_mode(const PlacedFile* base, const PlacedFile& ours,
                              const PlacedFile& theirs, const PlacedFile& kept) {
    PlacedFile placed = kept;
    const std::uint32_t mine = ours.item.raw_mode;
    const std::uint32_t other = theirs.item.raw_mode;
    const std::uint32_t old = base != nullptr ? base->item.raw_mode : mine;
    placed.item.raw_mode = mine == old ? other : other == old ? mine : std::max(mine, other);
    placed.item.mode = placed.item.raw_mode == mine ? ours.item.mode : theirs.item.mode;
    return placed;
  }

  // A project that one side put away and the other changed, or made as well, stays in projects/;
  // one that was put back is back.
  void choose_shelf(const PlacedFile* base, const PlacedFile& ours, const PlacedFile& theirs,
                    PlacedFile& merged) {
    merged.entry.shelf = ours.entry.shelf;
    if (ours.entry.shelf == theirs.entry.shelf) return;
    merged.entry.shelf = Shelf::kProjects;
    const PlacedFile& archived = ours.entry.shelf == Shelf::kArchive ? ours : theirs;
    const PlacedFile& other = &archived == &ours ? theirs : ours;
    if (base != nullptr && base->entry.shelf == Shelf::kArchive) return;
    const bool changed =
        base == nullptr || other.item.id != base->item.id || other.entry.name != base->entry.name;
    if (!changed) {
      merged.entry.shelf = Shelf::kArchive;
      return;
    }
    note(merged, "archive", "projects", "archived");
  }

  Result<model::Project> read(const PlacedFile& placed) const {
    CS_ASSIGN(const std::string bytes, bytes_to_merge(repository_, made_, placed));
    return read_entry(placed.entry, bytes);
  }

  void note(const PlacedFile& placed, std::string member, std::string kept, std::string dropped) {
    model::Receipt receipt;
    receipt.project = placed.entry.name;
    receipt.member = std::move(member);
    receipt.kept = std::move(kept);
    receipt.dropped = std::move(dropped);
    done_.receipts.push_back(std::move(receipt));
  }

  const git::Repository& repository_;
  git::ByteRoom& room_;
  const git::ObjectBatch* made_;
  MergedLineage done_;
};

}  // namespace

Result<std::string> bytes_to_merge(const git::Repository& repository, const git::ObjectBatch* made,
                                   const PlacedFile& placed) {
  if (const auto merged = made == nullptr ? std::nullopt : made->find_blob(placed.item.id)) {
    return std::string(*merged);
  }
  auto bytes = repository.read_blob(placed.item.id);
  if (bytes) return bytes;
  Error error = std::move(bytes).error();
  error.message = "cannot merge " + quoted(placed.entry.path()) + ": " + error.message;
  if (error.hints.empty()) {
    error.hints.emplace_back("git fsck");
    error.hints.emplace_back("to bring what a remote has: git fetch --refetch");
  }
  return fail(std::move(error));
}

std::vector<Result<MergedLineage>> merge_lineages(const git::Repository& repository,
                                                  std::span<const PlacedLineage> lineages,
                                                  git::ByteRoom& room,
                                                  const git::ObjectBatch* made) {
  std::vector<Result<MergedLineage>> all;
  all.reserve(lineages.size());
  std::vector<std::string_view> contents;
  std::vector<PlacedFile*> files;
  for (const PlacedLineage& lineage : lineages) {
    all.push_back(LineageMerge(repository, room, made).run(lineage));
    if (!all.back() || !all.back()->content) continue;
    contents.emplace_back(*all.back()->content);
    files.push_back(&*all.back()->file);
  }
  const std::vector<git::ObjectId> ids = git::hash_objects("blob", contents);
  for (std::size_t at = 0; at < ids.size(); ++at) {
    files[at]->item.id = files[at]->entry.blob = ids[at];
  }
  return all;
}

}  // namespace claudestep::store
