#include "truth/patches.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/checksum.h"
#include "base/text.h"

namespace claudestep::truth {
namespace {

constexpr std::size_t kMostPaths = 5000;  // a change of more files than these is no one's task

std::uint64_t hash_of(const std::vector<git::FileDifference>& files) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U; };
  for (const git::FileDifference& file : files) {
    std::for_each(file.path.begin(), file.path.end(), add);
    add('\0');
  }
  return hash;
}

// Calls `visit` with both contents of each file that is changed; "" for one that is not there.
template <typename Visit>
Status each_content(const git::Repository& repository, const Patch& patch, const Visit& visit) {
  CS_ASSIGN(const auto files, repository.changed_files(patch.before, patch.after, kMostPaths));
  if (!files) return {};
  const auto read = [&](const std::optional<git::TreeEntry>& entry) -> Result<std::string> {
    if (!entry || entry->mode == git::FileMode::kSubmodule) return std::string();
    return repository.read_blob(entry->id);
  };
  for (const git::FileDifference& file : *files) {
    CS_ASSIGN(const std::string before, read(file.before));
    CS_ASSIGN(const std::string after, read(file.after));
    visit(before, after);
  }
  return {};
}

template <typename Visit>
void each_line(std::string_view text, const Visit& visit) {
  while (!text.empty()) visit(cut_line(text));
}

// How often each line is added, less how often it is removed, white space and all: a patch id does
// not see an indentation.
Result<std::map<std::string, int>> changed_lines(const git::Repository& repository,
                                                 const Patch& patch) {
  std::map<std::string, int> lines;
  CS_TRY(each_content(repository, patch, [&](std::string_view before, std::string_view after) {
    each_line(before, [&](std::string_view line) { --lines[std::string(line)]; });
    each_line(after, [&](std::string_view line) { ++lines[std::string(line)]; });
  }));
  std::erase_if(lines, [](const auto& line) { return line.second == 0; });
  return lines;
}

}  // namespace

std::optional<Patch> PatchIndex::patch_of(Place place) const {
  const HistoryCommit& commit = history_.at(place);
  if (commit.parents.empty()) return Patch{{}, commit.tree};
  if (commit.parents.size() != 1 || commit.parents.front() == kNowhere) return std::nullopt;
  return Patch{history_.at(commit.parents.front()).tree, commit.tree};
}

Result<std::optional<PatchIndex::PathsHash>> PatchIndex::paths_of(const Patch& patch) {
  PatchTraits& known = cache_.at(patch);
  if (known.paths) return *known.paths;
  CS_ASSIGN(const auto files, repository_.changed_files(patch.before, patch.after, kMostPaths));
  std::optional<PathsHash> hash;
  if (files && !files->empty()) hash = hash_of(*files);
  known.paths = hash;
  return hash;
}

// What changed_lines() counts, as one number: where two are not the same, neither are those.
Result<std::uint64_t> PatchIndex::lines_of(const Patch& patch) {
  PatchTraits& known = cache_.at(patch);
  if (known.lines) return *known.lines;
  std::uint64_t sum = 0;
  CS_TRY(each_content(repository_, patch, [&](std::string_view before, std::string_view after) {
    each_line(before, [&](std::string_view line) { sum -= checksum(line); });
    each_line(after, [&](std::string_view line) { sum += checksum(line); });
  }));
  known.lines = sum;
  return sum;
}

Result<std::optional<git::ObjectId>> PatchIndex::id_of(const Patch& patch) {
  PatchTraits& known = cache_.at(patch);
  if (known.id) return *known.id;
  CS_ASSIGN(const auto id, repository_.patch_id(patch.before, patch.after));
  known.id = id;
  return id;
}

Status PatchIndex::want(const Patch& patch, std::optional<Instant> since) {
  CS_ASSIGN(const auto paths, paths_of(patch));
  if (!paths) return {};
  found_.try_emplace(*paths);
  if (!since) unbounded_ = true;
  if (since && (!since_ || *since < *since_)) since_ = since;
  return {};
}

Status PatchIndex::search(std::optional<std::chrono::steady_clock::time_point> deadline) {
  if (found_.empty()) return {};
  for (auto place = static_cast<Place>(history_.commits().size()); place-- > 0;) {
    const HistoryCommit& commit = history_.at(place);
    if (!commit.counts || (!unbounded_ && since_ && commit.when < *since_)) continue;
    if (deadline && std::chrono::steady_clock::now() > *deadline) {
      return fail(ErrorCode::kBusy, "comparing patches takes long, and time is up");
    }
    const auto patch = patch_of(place);
    if (!patch) continue;
    CS_ASSIGN(const auto paths, paths_of(*patch));
    const auto wanted = paths ? found_.find(*paths) : found_.end();
    if (wanted != found_.end()) wanted->second.push_back(place);
  }
  return {};
}

Result<std::vector<Place>> PatchIndex::equal_commits(const Patch& patch) {
  std::vector<Place> equal;
  CS_ASSIGN(const auto paths, paths_of(patch));
  if (!paths) return equal;
  for (const Place place : found_[*paths]) {
    CS_ASSIGN(const bool same, is_equal(patch, place));
    if (same) equal.push_back(place);
  }
  return equal;
}

Result<bool> PatchIndex::is_equal(const Patch& patch, Place place) {
  const auto other = patch_of(place);
  if (!other) return false;
  if (*other == patch) return patch.before != patch.after;
  CS_ASSIGN(const auto ours, paths_of(patch));
  CS_ASSIGN(const auto theirs, paths_of(*other));
  if (!ours || ours != theirs) return false;
  CS_ASSIGN(const std::uint64_t sum, lines_of(patch));
  CS_ASSIGN(const std::uint64_t other_sum, lines_of(*other));
  if (sum != other_sum) return false;
  CS_ASSIGN(const auto id, id_of(patch));
  CS_ASSIGN(const auto other_id, id_of(*other));
  if (!id || id != other_id) return false;
  CS_ASSIGN(const auto lines, changed_lines(repository_, patch));
  CS_ASSIGN(const auto other_lines, changed_lines(repository_, *other));
  return lines == other_lines;
}

}  // namespace claudestep::truth
