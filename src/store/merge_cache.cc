#include "store/merge_cache.h"

#include <utility>

namespace claudestep::store {
namespace {

constexpr std::string_view kMergesSuffix = ".merge";
constexpr std::size_t kMergesKept = 4;  // the branch goes on, and old pairs are not asked for again
constexpr std::uint64_t kMergesAllowance = 64ULL * 1024 * 1024;

}  // namespace

MergeCache::MergeCache(const std::string& common_dir, Share share)
    : folder_(common_dir + "/claudestep/merges", kMergesSuffix, std::move(share)) {}

Result<git::ObjectId> MergeCache::merge(const git::Repository& repository, git::ObjectId a,
                                        git::ObjectId b) const {
  if (b < a) std::swap(a, b);
  const std::string stem = a.hex() + "-" + b.hex();
  const auto remake = [a, b, stem, folder = folder_](const git::Repository& another) {
    folder.drop(stem);
    // When this fails as well, whoever asked is told that the object is missing.
    (void)merge_commits(another, a, b);
  };
  // What a shallow clone merges follows from how deep it is as well.
  const bool lasts = !repository.is_shallow();
  if (lasts) {
    const auto kept = repository.hold_file(folder_.path_of(stem), kMergeVersion, {a, b}, remake);
    if (kept) return *kept;
  }
  CS_ASSIGN(const HeldMerge merged, merge_commits(repository, a, b));
  const auto fill = [&](int fd) {
    return repository.write_held(fd, kMergeVersion, merged.commit, merged.objects);
  };
  if (lasts && folder_.keep(stem, fill)) {
    folder_.prune({stem}, {.files = kMergesKept - 1, .bytes = kMergesAllowance});
  }
  return merged.commit;
}

}  // namespace claudestep::store
