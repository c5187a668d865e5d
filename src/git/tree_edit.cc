#include "git/tree_edit.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "git/raw_tree.h"

namespace claudestep::git {
namespace {

// A change seen from one folder: what is left of its path, and the change itself.
struct Step {
  std::string_view path;
  const TreeChange* change = nullptr;
};

// What happens to one name of a folder.
struct Group {
  const TreeChange* leaf = nullptr;  // the last one said about this very name
  std::vector<Step> below;
};

// What a name comes to: an entry, or none.
struct Outcome {
  bool changed = false;
  bool present = false;
  std::uint32_t mode = 0;
  ObjectId id;
};

// A name about which something is said.
struct Named {
  Group group;
  const RawEntry* entry = nullptr;  // the first of it
  Outcome outcome;
};
using Names = std::map<std::string_view, Named>;

struct Insertion {
  std::string_view name;
  Outcome outcome;

  [[nodiscard]] bool is_tree() const { return (outcome.mode & 0170000U) == 0040000U; }
};

// What is said about each entry of a folder; null: nothing. Both are sorted, as a rule by the same
// order.
std::vector<Named*> match(Names& names, const std::vector<RawEntry>& entries) {
  std::vector<Named*> matched;
  matched.reserve(entries.size());
  std::string_view last;
  auto next = names.begin();
  for (const RawEntry& entry : entries) {
    if (entry.name < last) next = names.lower_bound(entry.name);
    while (next != names.end() && next->first < entry.name) ++next;
    const bool is_named = next != names.end() && next->first == entry.name;
    matched.push_back(is_named ? &next->second : nullptr);
    if (is_named && next->second.entry == nullptr) next->second.entry = &entry;
    last = entry.name;
  }
  return matched;
}

bool comes_before(const RawEntry& a, const RawEntry& b) {
  return name_less(a.name, a.is_tree(), b.name, b.is_tree());
}

// A name that git keeps out of indexes and checks out nowhere.
bool is_kept_out(std::string_view name) {
  constexpr std::string_view kGit = ".git";
  return name == "." || name == ".." ||
         (name.size() == kGit.size() && to_lower_ascii(name) == kGit);
}

Status check_name(std::string_view name, const TreeChange& change) {
  const bool is_none = name.empty() || name.find('\0') != std::string_view::npos;
  if (!is_none && (change.whole || !is_kept_out(name))) return {};
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{} cannot be a path in a tree", quoted(change.path)));
}

Result<Names> named_in(const std::vector<Step>& steps) {
  Names names;
  for (const Step& step : steps) {
    const std::size_t slash = step.path.find('/');
    const std::string_view name = step.path.substr(0, slash);
    CS_TRY(check_name(name, *step.change));
    Group& here = names[name].group;
    if (slash == std::string_view::npos) {
      here.leaf = step.change;
    } else {
      here.below.push_back(Step{step.path.substr(slash + 1), step.change});
    }
  }
  return names;
}

Error not_a_folder(std::string_view path) {
  return Error{ErrorCode::kConflict, fmt::format("{} is not a folder", quoted(path))};
}

Error is_a_folder(std::string_view path) {
  return Error{ErrorCode::kConflict, fmt::format("{} is a folder", quoted(path))};
}

class Editor {
 public:
  explicit Editor(const TreeStore& store) : store_(store) {}

  // The id of the changed folder; nothing when it has no entries left.
  Result<std::optional<ObjectId>> edit(const ObjectId& base, const std::string& folder,
                                       const std::vector<Step>& steps) const {
    if (base.is_zero()) return edit_bytes(base, "", folder, steps);
    const bool goes_below = std::any_of(steps.begin(), steps.end(), [](const Step& step) {
      return step.path.find('/') != std::string_view::npos;
    });
    // Nothing is held open on the way down, which may be long; where it ends many names may be.
    Result<std::optional<ObjectId>> edited;
    std::string copy;
    CS_TRY(store_.visit(base, [&](std::string_view bytes) {
      if (goes_below) {
        copy = bytes;
      } else {
        edited = edit_bytes(base, bytes, folder, steps);
      }
    }));
    return goes_below ? edit_bytes(base, copy, folder, steps) : edited;
  }

 private:
  Result<std::optional<ObjectId>> edit_bytes(const ObjectId& base, std::string_view bytes,
                                             const std::string& folder,
                                             const std::vector<Step>& steps) const {
    CS_ASSIGN(Names names, named_in(steps));
    CS_ASSIGN(auto entries, parse_tree(bytes, base));
    if (!std::is_sorted(entries.begin(), entries.end(), comes_before)) {
      std::stable_sort(entries.begin(), entries.end(), comes_before);
    }
    const std::vector<Named*> matched = match(names, entries);
    bool changed = false;
    for (auto& [name, named] : names) {
      CS_ASSIGN(named.outcome, decide(folder + std::string(name), named.group, named.entry));
      changed = changed || named.outcome.changed;
    }
    if (!changed) return entries.empty() ? std::nullopt : std::optional(base);
    const std::string result = splice(bytes.size(), entries, matched, new_names(names));
    if (result.empty()) return std::nullopt;
    return store_.write(result);
  }

  Result<Outcome> decide(const std::string& path, const Group& group, const RawEntry* entry) const {
    const bool over_folder = group.leaf != nullptr && entry != nullptr && entry->is_tree();
    if (over_folder && !group.leaf->whole) return fail(is_a_folder(path));
    if (group.below.empty()) return decide_leaf(*group.leaf, entry);
    const bool leaf_goes = group.leaf != nullptr && !group.leaf->blob;
    if (group.leaf != nullptr && !leaf_goes) return fail(not_a_folder(path));
    const bool is_folder = entry != nullptr && entry->is_tree();
    if (entry != nullptr && !is_folder && !leaf_goes) return fail(not_a_folder(path));
    const ObjectId base = is_folder ? entry->id : ObjectId();
    CS_ASSIGN(const auto id, edit(base, path + "/", group.below));
    Outcome outcome;
    outcome.present = id.has_value();
    outcome.mode = is_folder ? entry->mode : static_cast<std::uint32_t>(FileMode::kTree);
    outcome.id = id.value_or(ObjectId());
    outcome.changed = is_folder ? !id || *id != base : entry != nullptr || id.has_value();
    return outcome;
  }

  static Outcome decide_leaf(const TreeChange& change, const RawEntry* entry) {
    Outcome outcome;
    outcome.present = change.blob.has_value();
    outcome.mode = static_cast<std::uint32_t>(change.mode);
    outcome.id = change.blob.value_or(ObjectId());
    if (!outcome.present) {
      outcome.changed = entry != nullptr;
    } else {
      outcome.changed = entry == nullptr || entry->id != outcome.id || entry->mode != outcome.mode;
    }
    return outcome;
  }

  // The folder's bytes: entries that are not named as they are. A replaced entry keeps its place
  // unless a file becomes a folder, which git sorts elsewhere; a name that is there more than once
  // is replaced where it comes first, and goes away everywhere.
  static std::string splice(std::size_t old_size, const std::vector<RawEntry>& entries,
                            const std::vector<Named*>& matched,
                            const std::vector<Insertion>& insertions) {
    std::string bytes;
    bytes.reserve(old_size + insertions.size() * 64);
    auto next = insertions.begin();
    for (std::size_t at = 0; at < entries.size(); ++at) {
      const RawEntry& entry = entries[at];
      const Outcome* outcome = matched[at] == nullptr ? nullptr : &matched[at]->outcome;
      const bool untouched = outcome == nullptr || !outcome->changed;
      if (!untouched && !outcome->present) continue;
      for (; next != insertions.end() &&
             name_less(next->name, next->is_tree(), entry.name, entry.is_tree());
           ++next) {
        append_entry(bytes, next->outcome.mode, next->name, next->outcome.id);
      }
      if (untouched) {
        bytes += entry.bytes;
      } else {
        append_entry(bytes, outcome->mode, entry.name, outcome->id);
        matched[at]->outcome.changed = false;
      }
    }
    for (; next != insertions.end(); ++next) {
      append_entry(bytes, next->outcome.mode, next->name, next->outcome.id);
    }
    return bytes;
  }

  // The outcomes that take a new place, in git's order. One that leaves its old place for it is
  // told to go there.
  static std::vector<Insertion> new_names(Names& names) {
    std::vector<Insertion> insertions;
    for (auto& [name, named] : names) {
      Outcome& outcome = named.outcome;
      if (!outcome.changed || !outcome.present) continue;
      Insertion insertion{name, outcome};
      if (named.entry != nullptr && named.entry->is_tree() == insertion.is_tree()) continue;
      insertions.push_back(insertion);
      outcome.present = false;
    }
    std::sort(insertions.begin(), insertions.end(), [](const Insertion& a, const Insertion& b) {
      return name_less(a.name, a.is_tree(), b.name, b.is_tree());
    });
    return insertions;
  }

  const TreeStore& store_;
};

}  // namespace

Result<ObjectId> edit_tree(const TreeStore& store, const ObjectId& base,
                           const std::vector<TreeChange>& changes) {
  std::vector<Step> steps;
  steps.reserve(changes.size());
  for (const TreeChange& change : changes) steps.push_back(Step{change.path, &change});
  CS_ASSIGN(const auto id, Editor(store).edit(base, "", steps));
  if (id) return *id;
  return store.write("");
}

}  // namespace claudestep::git
