#include "host/index_tree.h"

#include <algorithm>
#include <string>
#include <vector>

#include "git/repository.h"

namespace claudestep::host {
namespace {

// "<mode> <id> <stage>\t<path>".
std::optional<IndexEntry> parse_entry(std::string_view line) {
  const std::size_t space = line.find(' ');
  const std::size_t tab = line.find('\t');
  if (space == std::string_view::npos || tab == std::string_view::npos || tab < space + 4) {
    return std::nullopt;
  }
  const auto id = git::ObjectId::parse(line.substr(space + 1, tab - space - 3));
  if (!id) return std::nullopt;
  return IndexEntry{line.substr(0, space), line.substr(tab + 1), *id, line[tab - 1] != '0'};
}

void append(std::string& bytes, std::string_view mode, std::string_view name,
            const git::ObjectId& id) {
  bytes += mode;
  bytes += ' ';
  bytes += name;
  bytes += '\0';
  bytes.append(id.bytes.begin(), id.bytes.end());
}

// The tree of the entries from `at` on whose paths begin with `folder`. The index is sorted by
// whole paths, which is the order that git wants in each tree too. Moves `at` past them, and adds
// the tree to `trees`, after those in it.
git::ObjectId build(const std::vector<IndexEntry>& entries, std::size_t& at,
                    std::string_view folder, std::vector<git::ObjectId>& trees) {
  std::string bytes;
  while (at < entries.size() && entries[at].path.starts_with(folder)) {
    const std::string_view rest = entries[at].path.substr(folder.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) {
      append(bytes, entries[at].mode, rest, entries[at].id);
      ++at;
      continue;
    }
    const std::string_view below = entries[at].path.substr(0, folder.size() + slash + 1);
    const git::ObjectId id = build(entries, at, below, trees);
    append(bytes, "40000", rest.substr(0, slash), id);
  }
  return trees.emplace_back(git::hash_object("tree", bytes));
}

}  // namespace

Result<std::vector<IndexEntry>> entries_of_listing(std::string_view listing) {
  std::vector<IndexEntry> entries;
  while (!listing.empty()) {
    const std::size_t end = std::min(listing.find('\0'), listing.size());
    const auto entry = parse_entry(listing.substr(0, end));
    if (!entry) return fail(ErrorCode::kGitFailed, "cannot understand what git says of the index");
    entries.push_back(*entry);
    listing.remove_prefix(std::min(end + 1, listing.size()));
  }
  return entries;
}

Result<std::vector<git::ObjectId>> trees_of_listing(std::string_view listing) {
  std::vector<git::ObjectId> trees;
  CS_ASSIGN(const auto entries, entries_of_listing(listing));
  for (const IndexEntry& entry : entries) {
    if (entry.is_in_conflict) return trees;
  }
  std::size_t at = 0;
  build(entries, at, "", trees);
  return trees;
}

}  // namespace claudestep::host
