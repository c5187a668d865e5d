// Comparing two trees entry by entry.
#include "git/raw_tree.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

bool comes_first(const RawEntry& a, const RawEntry& b) {
  return name_less(a.name, a.is_tree(), b.name, b.is_tree());
}

}  // namespace

Result<std::vector<TreeDifference>> Repository::diff_trees(ObjectId before, ObjectId after) const {
  std::vector<TreeDifference> differences;
  if (before == after) return differences;
  // The entries point into these.
  OdbObjectHandle old_object;
  OdbObjectHandle new_object;
  if (!before.is_zero()) {
    CS_ASSIGN(old_object, impl_->read_typed(before, GIT_OBJECT_TREE));
  }
  if (!after.is_zero()) {
    CS_ASSIGN(new_object, impl_->read_typed(after, GIT_OBJECT_TREE));
  }
  CS_ASSIGN(const auto old_entries, parse_tree(bytes_of(old_object), before));
  CS_ASSIGN(const auto new_entries, parse_tree(bytes_of(new_object), after));
  auto was = old_entries.begin();
  auto is = new_entries.begin();
  while (was != old_entries.end() || is != new_entries.end()) {
    if (is == new_entries.end() || (was != old_entries.end() && comes_first(*was, *is))) {
      differences.push_back({to_entry(*was++), std::nullopt});
    } else if (was == old_entries.end() || comes_first(*is, *was)) {
      differences.push_back({std::nullopt, to_entry(*is++)});
    } else {
      if (was->bytes != is->bytes) differences.push_back({to_entry(*was), to_entry(*is)});
      ++was;
      ++is;
    }
  }
  return differences;
}

}  // namespace claudestep::git
