#include "git/raw_tree.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstring>

#include "git/oid.h"

namespace claudestep::git {
namespace {

// The five modes that git writes, for each of the odd ones that it has written or accepts.
FileMode normal_mode(std::uint32_t mode) {
  switch (mode & 0170000U) {
    case 0040000U:
      return FileMode::kTree;
    case 0120000U:
      return FileMode::kSymlink;
    case 0100000U:
      return (mode & 0100U) != 0 ? FileMode::kExecutable : FileMode::kFile;
    default:
      return FileMode::kSubmodule;
  }
}

char ending(std::string_view name, std::size_t at, bool is_tree) {
  if (at < name.size()) return name[at];
  return is_tree ? '/' : '\0';
}

}  // namespace

bool TreeReader::next(RawEntry& entry) {
  if (rest_.empty()) return false;
  broken_ = true;
  std::uint32_t mode = 0;
  std::size_t at = 0;
  for (; at < rest_.size() && rest_[at] >= '0' && rest_[at] <= '7' && at < 10; ++at) {
    mode = mode * 8 + static_cast<std::uint32_t>(rest_[at] - '0');
  }
  if (at == 0 || at >= rest_.size() || rest_[at] != ' ') return false;
  const std::size_t name_at = at + 1;
  const std::size_t name_end = rest_.find('\0', name_at);
  if (name_end == std::string_view::npos || name_end == name_at) return false;
  if (rest_.size() - name_end - 1 < kIdSize) return false;
  entry.mode = mode;
  entry.name = rest_.substr(name_at, name_end - name_at);
  std::memcpy(entry.id.bytes.data(), rest_.data() + name_end + 1, kIdSize);
  entry.bytes = rest_.substr(0, name_end + 1 + kIdSize);
  rest_.remove_prefix(entry.bytes.size());
  broken_ = false;
  return true;
}

Error broken_tree(const ObjectId& id) {
  return Error{ErrorCode::kCorrupt, fmt::format("the tree {} is malformed", id.hex())};
}

Result<std::vector<RawEntry>> parse_tree(std::string_view bytes, const ObjectId& id) {
  std::vector<RawEntry> entries;
  entries.reserve(bytes.size() / kTypicalEntry + 1);
  TreeReader reader(bytes);
  RawEntry entry;
  while (reader.next(entry)) entries.push_back(entry);
  if (reader.broken()) return fail(broken_tree(id));
  return entries;
}

TreeEntry to_entry(const RawEntry& entry) {
  return TreeEntry{std::string(entry.name), normal_mode(entry.mode), entry.id, entry.mode};
}

void append_entry(std::string& bytes, std::uint32_t mode, std::string_view name,
                  const ObjectId& id) {
  fmt::format_to(std::back_inserter(bytes), "{:o} ", mode);
  bytes += name;
  bytes += '\0';
  bytes.append(id.bytes.begin(), id.bytes.end());
}

bool name_less(std::string_view a, bool a_is_tree, std::string_view b, bool b_is_tree) {
  const std::size_t shared = std::min(a.size(), b.size());
  if (const int order = std::memcmp(a.data(), b.data(), shared); order != 0) return order < 0;
  return static_cast<unsigned char>(ending(a, shared, a_is_tree)) <
         static_cast<unsigned char>(ending(b, shared, b_is_tree));
}

ObjectId empty_tree_id() {
  static const ObjectId id = *ObjectId::parse(kEmptyTree);
  return id;
}

}  // namespace claudestep::git
