// Comparing two trees entry by entry.
#include "git/raw_tree.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

bool comes_first(const RawEntry& a, const RawEntry& b) {
  return name_less(a.name, a.is_tree(), b.name, b.is_tree());
}

// Two trees side by side; the entries point into the objects.
struct TreePair {
  OdbObjectHandle old_object;
  OdbObjectHandle new_object;
  std::vector<RawEntry> old_entries;
  std::vector<RawEntry> new_entries;
};

// Repository::Impl has no name here: it is private.
template <typename Impl>
Result<TreePair> read_pair(const Impl& impl, ObjectId before, ObjectId after) {
  TreePair pair;
  if (!before.is_zero()) {
    CS_ASSIGN(pair.old_object, impl.read_typed(before, GIT_OBJECT_TREE));
  }
  if (!after.is_zero()) {
    CS_ASSIGN(pair.new_object, impl.read_typed(after, GIT_OBJECT_TREE));
  }
  CS_ASSIGN(pair.old_entries, parse_tree(bytes_of(pair.old_object), before));
  CS_ASSIGN(pair.new_entries, parse_tree(bytes_of(pair.new_object), after));
  return pair;
}

// Calls `visit` with each pair of entries that differ, null for one that is not there.
template <typename Visit>
Status each_difference(const TreePair& pair, const Visit& visit) {
  auto was = pair.old_entries.begin();
  auto is = pair.new_entries.begin();
  while (was != pair.old_entries.end() || is != pair.new_entries.end()) {
    const RawEntry* gone = nullptr;
    const RawEntry* came = nullptr;
    if (is == pair.new_entries.end() || (was != pair.old_entries.end() && comes_first(*was, *is))) {
      gone = &*was++;
    } else if (was == pair.old_entries.end() || comes_first(*is, *was)) {
      came = &*is++;
    } else {
      gone = &*was++;
      came = &*is++;
      if (gone->bytes == came->bytes) continue;
    }
    CS_TRY(visit(gone, came));
  }
  return {};
}

std::optional<TreeEntry> maybe_entry(const RawEntry* raw) {
  return raw == nullptr ? std::nullopt : std::optional(to_entry(*raw));
}

template <typename Impl>
class FileCollector {
 public:
  FileCollector(const Impl& impl, std::size_t most) : impl_(impl), most_(most) {}

  Status collect(ObjectId before, ObjectId after, const std::string& folder) {
    if (before == after || overflown()) return {};
    CS_ASSIGN(const TreePair pair, read_pair(impl_, before, after));
    return each_difference(pair, [&](const RawEntry* was, const RawEntry* is) -> Status {
      const std::string path = folder + std::string(was != nullptr ? was->name : is->name);
      const RawEntry* old_folder = was != nullptr && was->is_tree() ? was : nullptr;
      const RawEntry* new_folder = is != nullptr && is->is_tree() ? is : nullptr;
      const RawEntry* old_file = old_folder == nullptr ? was : nullptr;
      const RawEntry* new_file = new_folder == nullptr ? is : nullptr;
      if (old_file != nullptr || new_file != nullptr) {
        files_.push_back({path, maybe_entry(old_file), maybe_entry(new_file)});
      }
      if (old_folder == nullptr && new_folder == nullptr) return {};
      return collect(old_folder != nullptr ? to_entry(*old_folder).id : ObjectId{},
                     new_folder != nullptr ? to_entry(*new_folder).id : ObjectId{}, path + "/");
    });
  }

  [[nodiscard]] bool overflown() const { return files_.size() > most_; }
  std::vector<FileDifference> take() { return std::move(files_); }

 private:
  const Impl& impl_;
  std::size_t most_;
  std::vector<FileDifference> files_;
};

}  // namespace

Result<std::vector<TreeDifference>> Repository::diff_trees(ObjectId before, ObjectId after) const {
  std::vector<TreeDifference> differences;
  if (before == after) return differences;
  CS_ASSIGN(const TreePair pair, read_pair(*impl_, before, after));
  CS_TRY(each_difference(pair, [&](const RawEntry* was, const RawEntry* is) -> Status {
    differences.push_back({maybe_entry(was), maybe_entry(is)});
    return {};
  }));
  return differences;
}

Result<std::optional<std::vector<FileDifference>>> Repository::changed_files(
    ObjectId before, ObjectId after, std::size_t most) const {
  FileCollector collector(*impl_, most);
  CS_TRY(collector.collect(before, after, ""));
  if (collector.overflown()) return std::optional<std::vector<FileDifference>>{};
  return std::optional(collector.take());
}

}  // namespace claudestep::git
