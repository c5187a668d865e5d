#include "store/merge.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "store/commit_message.h"
#include "store/fsck_trailer.h"
#include "store/merge_trees.h"
#include "store/remote.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kMergerName = "claudestep";
constexpr std::string_view kMergerEmail = "claudestep@localhost";
// Bases of bases of bases: beyond this the first one serves alone.
constexpr int kDeepestBases = 32;

std::string merge_message(const git::Commit& first, const git::Commit& second,
                          const std::vector<model::Receipt>& receipts) {
  std::string message = std::string(kMergeSubject) + first.id.hex().substr(0, 7) + " and " +
                        second.id.hex().substr(0, 7) + "\n";
  if (!receipts.empty()) message += '\n';
  for (const model::Receipt& receipt : receipts) {
    message += std::string(kDroppedTrailer) + ": " + model::trailer_of(receipt) + "\n";
  }
  return message;
}

class Merger {
 public:
  explicit Merger(const git::Repository& repository) : repository_(repository) {}

  Result<HeldMerge> merge(git::ObjectId a, git::ObjectId b, int depth) {
    if (b < a) std::swap(a, b);
    const auto known = known_.find({a, b});
    if (known != known_.end()) return known->second;
    CS_ASSIGN(const git::Commit first, repository_.read_commit(a));
    CS_ASSIGN(const git::Commit second, repository_.read_commit(b));
    CS_ASSIGN(const git::ObjectId base, base_tree(a, b, depth));
    CS_ASSIGN(auto batch, repository_.begin_objects());
    CS_ASSIGN(auto merged, merge_trees(repository_, batch, base, first.tree, second.tree));
    const git::Commit& later = first.committer.when < second.committer.when ? second : first;
    const git::Signature who{std::string(kMergerName), std::string(kMergerEmail),
                             later.committer.when, 0};
    HeldMerge result;
    CS_ASSIGN(result.commit,
              batch.add_commit(
                  {merged.tree, {a, b}, who, who, merge_message(first, second, merged.receipts)}));
    result.objects = batch.hold();
    result.receipts = std::move(merged.receipts);
    return known_.emplace(std::pair(a, b), std::move(result)).first->second;
  }

 private:
  // The tree that both began with: several are merged first, one after the other.
  Result<git::ObjectId> base_tree(git::ObjectId a, git::ObjectId b, int depth) {
    CS_ASSIGN(const auto bases, repository_.merge_bases(a, b));
    if (bases.empty()) {
      if (repository_.is_shallow()) return fail(too_shallow(repository_, a, b));
      return git::ObjectId();
    }
    git::ObjectId base = bases.front();
    for (std::size_t at = 1; at < bases.size() && depth < kDeepestBases; ++at) {
      CS_ASSIGN(const HeldMerge merged, merge(base, bases[at], depth + 1));
      base = merged.commit;
    }
    CS_ASSIGN(const git::Commit commit, repository_.read_commit(base));
    return commit.tree;
  }

  const git::Repository& repository_;
  std::map<std::pair<git::ObjectId, git::ObjectId>, HeldMerge> known_;
};

std::int64_t number_in(const std::string& digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

Error too_shallow(const git::Repository& repository, git::ObjectId a, git::ObjectId b) {
  Error error{ErrorCode::kUnsupported,
              "this shallow clone does not know where the two histories went apart"};
  for (const git::ObjectId& one : {a, b}) {
    if (!has_whole_history(repository, one)) continue;
    return std::move(error)
        .caused_by(one.hex().substr(0, 7) +
                   " has no more history than is here: a remote that has it, and no more, was "
                   "rewound to before where this clone begins")
        .hint(
            "the next hint brings what is missing from a clone that has the branch as it was, with "
            "its path or address in the place of CLONE")
        .hint(unshallow_from_clone("BRANCH"));
  }
  return std::move(error).hint(std::string(kUnshallow));
}

bool has_whole_history(const git::Repository& repository, git::ObjectId tip) {
  bool is_whole = true;
  const Status walked = repository.walk(tip, [&](const git::Commit& commit) {
    is_whole = !repository.is_at_boundary(commit.id);
    return is_whole;
  });
  return walked && is_whole;
}

std::string unshallow_from_clone(const std::string& branch) {
  return std::string(kUnshallow) + " CLONE " + branch;
}

Result<HeldMerge> merge_commits(const git::Repository& repository, git::ObjectId a,
                                git::ObjectId b) {
  return Merger(repository).merge(a, b, 0);
}

std::vector<model::Receipt> receipts_in(std::string_view message) {
  std::vector<model::Receipt> receipts;
  for (const std::string& value : trailer_values(message, kDroppedTrailer)) {
    const auto parsed = parse_trailer(value);
    if (!parsed) continue;
    receipts.push_back({parsed->project, parsed->key("task"), number_in(parsed->key("pr")),
                        parsed->key("operation"), parsed->key("file"), parsed->name,
                        parsed->key("kept"), parsed->key("dropped")});
  }
  return receipts;
}

}  // namespace claudestep::store
