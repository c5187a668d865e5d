// Comparing two trees entry by entry.
#include <algorithm>
#include <cstring>

#include "git/oid.h"
#include "git/raw_tree.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

bool comes_first(const RawEntry& a, const RawEntry& b) {
  return name_less(a.name, a.is_tree(), b.name, b.is_tree());
}

// Two trees side by side; what is not there is empty.
struct TreePair {
  ObjectId before;
  ObjectId after;
  std::string_view old_bytes;
  std::string_view new_bytes;
};

// Calls `visit` with the bytes of a tree, none for the zero id. Repository::Impl has no name here:
// it is private.
template <typename Impl, typename Visit>
Status visit_tree(const Impl& impl, const ObjectId& id, const Visit& visit) {
  if (id.is_zero()) return visit(std::string_view());
  Status done;
  CS_TRY(impl.visit(id, GIT_OBJECT_TREE, [&](std::string_view bytes) { done = visit(bytes); }));
  return done;
}

template <typename Impl, typename Visit>
Status visit_pair(const Impl& impl, ObjectId before, ObjectId after, const Visit& visit) {
  return visit_tree(impl, before, [&](std::string_view old_bytes) {
    return visit_tree(impl, after, [&](std::string_view new_bytes) {
      return visit(TreePair{before, after, old_bytes, new_bytes});
    });
  });
}

// Passes the entries that both begin with. They are not read, only where each ends: of most pairs
// of trees nearly all are such.
void skip_alike(std::string_view& was, std::string_view& is) {
  if (was == is) {
    was = is = {};
    return;
  }
  while (true) {
    const std::size_t name_end = was.find('\0');
    if (name_end == std::string_view::npos || was.size() - name_end <= kIdSize) return;
    const std::size_t size = name_end + 1 + kIdSize;
    if (is.size() < size || std::memcmp(was.data(), is.data(), size) != 0) return;
    was.remove_prefix(size);
    is.remove_prefix(size);
  }
}

// The entry that `bytes` begin with; none at their end.
Result<std::optional<RawEntry>> first_entry(std::string_view bytes, const ObjectId& tree) {
  RawEntry entry;
  TreeReader reader(bytes);
  if (reader.next(entry)) return std::optional(entry);
  if (reader.broken()) return fail(broken_tree(tree));
  return std::optional<RawEntry>{};
}

// Calls `visit` with each pair of entries that differ, null for one that is not there. The entries
// point into the objects.
template <typename Visit>
Status each_difference(const TreePair& pair, const Visit& visit) {
  std::string_view old_rest = pair.old_bytes;
  std::string_view new_rest = pair.new_bytes;
  while (true) {
    skip_alike(old_rest, new_rest);
    CS_ASSIGN(const auto was, first_entry(old_rest, pair.before));
    CS_ASSIGN(const auto is, first_entry(new_rest, pair.after));
    if (!was && !is) return {};
    const RawEntry* gone = was && !(is && comes_first(*is, *was)) ? &*was : nullptr;
    const RawEntry* came = is && !(was && comes_first(*was, *is)) ? &*is : nullptr;
    if (gone != nullptr) old_rest.remove_prefix(gone->bytes.size());
    if (came != nullptr) new_rest.remove_prefix(came->bytes.size());
    CS_TRY(visit(gone, came));
  }
}

// Whether a tree is made of files with names that rise, as in most folders: none follows itself.
bool has_rising_files(std::string_view bytes) {
  constexpr std::string_view kFile = "100644 ";
  std::string_view last;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\0');
    if (!bytes.starts_with(kFile) || end == std::string_view::npos ||
        bytes.size() - end <= kIdSize) {
      return false;
    }
    const std::string_view name = bytes.substr(kFile.size(), end - kFile.size());
    if (name <= last) return false;
    last = name;
    bytes.remove_prefix(end + 1 + kIdSize);
  }
  return true;
}

// Adds the names that a tree has twice.
void note_names_twice(std::string_view bytes, std::set<std::string>& twice) {
  if (has_rising_files(bytes)) return;
  std::vector<std::string_view> names;
  TreeReader reader(bytes);
  for (RawEntry entry; reader.next(entry);) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  for (auto at = names.begin(); (at = std::adjacent_find(at, names.end())) != names.end(); ++at) {
    twice.emplace(*at);
  }
}

std::optional<TreeEntry> maybe_entry(const RawEntry* raw) {
  return raw == nullptr ? std::nullopt : std::optional(to_entry(*raw));
}

std::string_view name_of(const TreeDifference& one) {
  return one.before ? one.before->name : one.after->name;
}

bool precedes(const TreeDifference& a, const TreeDifference& b) {
  const auto is_tree = [](const TreeDifference& one) {
    return (one.before ? one.before : one.after)->mode == FileMode::kTree;
  };
  return name_less(name_of(a), is_tree(a), name_of(b), is_tree(b));
}

// An entry of a tree that is not in git's order may be met later than that of the other tree: it
// is said to have gone and to have come. These two are one.
void join_halves(std::vector<TreeDifference>& differences) {
  const auto is_disorder = [](const auto& a, const auto& b) { return !precedes(a, b); };
  if (std::adjacent_find(differences.begin(), differences.end(), is_disorder) ==
      differences.end()) {
    return;
  }
  std::stable_sort(differences.begin(), differences.end(), precedes);
  std::vector<TreeDifference> joined;
  for (TreeDifference& one : differences) {
    TreeDifference* last = joined.empty() ? nullptr : &joined.back();
    const bool are_halves = last != nullptr && !precedes(*last, one) &&
                            last->before.has_value() == one.after.has_value() &&
                            last->after.has_value() == one.before.has_value() &&
                            one.before.has_value() != one.after.has_value();
    if (!are_halves) {
      joined.push_back(std::move(one));
      continue;
    }
    (one.before ? last->before : last->after) = std::move(one.before ? one.before : one.after);
    if (last->before == last->after) joined.pop_back();
  }
  differences = std::move(joined);
}

template <typename Impl>
class FileCollector {
 public:
  FileCollector(const Impl& impl, std::size_t most) : impl_(impl), most_(most) {}

  // Folders may lie in each other as deep as they like: what is still to be looked at waits.
  Status collect(ObjectId before, ObjectId after) {
    waiting_.push_back({Folders{before, after}, {"", {}, {}}});
    while (!waiting_.empty() && !overflown()) {
      const Waiting next = std::move(waiting_.back());
      waiting_.pop_back();
      if (!next.folders) {
        files_.push_back(next.file);
        continue;
      }
      if (next.folders->before == next.folders->after) continue;
      const std::size_t known = waiting_.size();
      CS_TRY(visit_pair(impl_, next.folders->before, next.folders->after,
                        [&](const TreePair& pair) { return note(pair, next.file.path); }));
      std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(known), waiting_.end());
    }
    return {};
  }

  [[nodiscard]] bool overflown() const { return files_.size() > most_; }
  std::vector<FileDifference> take() { return std::move(files_); }

 private:
  struct Folders {
    ObjectId before;
    ObjectId after;
  };
  // A difference, or two folders at its path that differ.
  struct Waiting {
    std::optional<Folders> folders;
    FileDifference file;
  };

  Status note(const TreePair& pair, const std::string& folder) {
    return each_difference(pair, [&](const RawEntry* was, const RawEntry* is) -> Status {
      const std::string path = folder + std::string(was != nullptr ? was->name : is->name);
      const RawEntry* old_folder = was != nullptr && was->is_tree() ? was : nullptr;
      const RawEntry* new_folder = is != nullptr && is->is_tree() ? is : nullptr;
      const RawEntry* old_file = old_folder == nullptr ? was : nullptr;
      const RawEntry* new_file = new_folder == nullptr ? is : nullptr;
      if (old_file != nullptr || new_file != nullptr) {
        waiting_.push_back({{}, {path, maybe_entry(old_file), maybe_entry(new_file)}});
      }
      if (old_folder == nullptr && new_folder == nullptr) return {};
      const auto id = [](const RawEntry* entry) { return entry ? entry->id : ObjectId{}; };
      waiting_.push_back({Folders{id(old_folder), id(new_folder)}, {path + "/", {}, {}}});
      return {};
    });
  }

  const Impl& impl_;
  std::size_t most_;
  std::vector<Waiting> waiting_;  // the last one is next
  std::vector<FileDifference> files_;
};

}  // namespace

Result<std::vector<TreeDifference>> Repository::diff_trees(ObjectId before, ObjectId after,
                                                           std::set<std::string>* twice) const {
  std::vector<TreeDifference> differences;
  if (before == after) return differences;
  CS_TRY(visit_pair(*impl_, before, after, [&](const TreePair& pair) {
    if (twice != nullptr) {
      note_names_twice(pair.old_bytes, *twice);
      note_names_twice(pair.new_bytes, *twice);
    }
    return each_difference(pair, [&](const RawEntry* was, const RawEntry* is) -> Status {
      differences.push_back({maybe_entry(was), maybe_entry(is)});
      return {};
    });
  }));
  join_halves(differences);
  return differences;
}

Result<std::optional<std::vector<FileDifference>>> Repository::changed_files(
    ObjectId before, ObjectId after, std::size_t most) const {
  FileCollector collector(*impl_, most);
  CS_TRY(collector.collect(before, after));
  if (collector.overflown()) return std::optional<std::vector<FileDifference>>{};
  return std::optional(collector.take());
}

}  // namespace claudestep::git
