#include "truth/evidence.h"

#include <algorithm>
#include <string>
#include <utility>

#include "truth/ancestor.h"
#include "truth/claims.h"
#include "truth/merge_index.h"
#include "truth/patches.h"

namespace claudestep::truth {
namespace {

using model::TruthRule;
using model::TruthWeight;

constexpr std::size_t kMostOwnCommits = 1000;

// A branch that is not on the base, as patches.
struct BranchPatches {
  Place tip = kNowhere;
  std::optional<Patch> whole;                    // from where it left the base to its tip
  std::vector<std::pair<Place, Patch>> commits;  // newest first; merges and empty ones left out
};

class Examiner {
 public:
  Examiner(const git::Repository& repository, const BaseHistory& history,
           const std::vector<Record>& records, const std::vector<std::string>& base_names)
      : history_(history),
        records_(records),
        index_(history, records, base_names),
        ancestor_(history, records, index_),
        patches_(repository, history) {}

  Result<std::vector<std::optional<Evidence>>> examine(
      std::optional<std::chrono::steady_clock::time_point> deadline) {
    found_.resize(records_.size());
    std::vector<std::vector<BranchPatches>> branches(records_.size());
    std::vector<std::optional<Evidence>> weak(records_.size());
    for (std::size_t at = 0; at < records_.size(); ++at) {
      const Record& record = records_[at];
      found_[at] = merge_commit(record);
      if (found_[at]) continue;
      weak[at] = ancestor_.apply(record);
      if (weak[at] && weak[at]->weight == TruthWeight::kProved) std::swap(found_[at], weak[at]);
      if (found_[at]) continue;
      CS_ASSIGN(branches[at], want_patches(record));
    }
    const Status searched = patches_.search(deadline);
    if (!searched) patches_.keep();  // who gives up early gets further the next time
    CS_TRY(searched);
    for (std::size_t at = 0; at < records_.size(); ++at) {
      if (found_[at] || branches[at].empty()) continue;
      CS_ASSIGN(found_[at], squash_commit(records_[at], branches[at]));
      if (found_[at]) continue;
      CS_ASSIGN(found_[at], patch(records_[at], branches[at]));
    }
    patches_.keep();
    settle_claims(history_, records_, found_);
    for (std::size_t at = 0; at < records_.size(); ++at) {
      if (!found_[at]) found_[at] = weak[at] ? weak[at] : likely(records_[at]);
    }
    return std::move(found_);
  }

 private:
  // Of several commits the first that was not taken back, else the first.
  [[nodiscard]] std::optional<Evidence> choose(const Places& places, TruthRule rule,
                                               TruthWeight weight) const {
    if (places.empty()) return std::nullopt;
    const auto standing = std::find_if(places.begin(), places.end(), [&](Place place) {
      return history_.reverted_by(history_.at(place).id) == kNowhere;
    });
    return Evidence{rule, weight, standing == places.end() ? places.front() : *standing, {}};
  }

  template <typename Test>
  [[nodiscard]] static Places those_of(const Places& all, const Test& test) {
    Places places;
    std::copy_if(all.begin(), all.end(), std::back_inserter(places), test);
    return places;
  }

  // Whether a merge took in the branch that ends in `tip`: as it is, or as it was before it went
  // on without the merge.
  [[nodiscard]] bool took_in(Place merge, const Tip& tip) const {
    const Place end = history_.find(tip.id);
    const auto& parents = history_.at(merge).parents;
    for (std::size_t at = 1; at < parents.size(); ++at) {
      if (parents[at] == kNowhere || end == kNowhere) continue;
      if (history_.reaches(parents[at], end)) return true;
      if (!tip.own && history_.reaches(end, parents[at]) && !history_.reaches(end, merge)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::optional<Evidence> merge_commit(const Record& record) const {
    const Places places = those_of(index_.merges_of(record.number), [&](Place place) {
      const HistoryCommit& commit = history_.at(place);
      return commit.message.names(record.branch) && index_.goes_into_base(commit.message) &&
             timely(record, commit.when) &&
             ((record.tips.empty() && commit.on_base_line && !was_over(record, commit.when) &&
               !history_.names_stranger(commit.message, record.branch)) ||
              std::any_of(record.tips.begin(), record.tips.end(),
                          [&](const Tip& tip) { return took_in(place, tip); }));
    });
    return choose(places, TruthRule::kMergeCommit, TruthWeight::kProved);
  }

  // Where a branch left the base: the one commit that it goes back to, of several the one that
  // reaches the others.
  [[nodiscard]] std::optional<Place> parting(const Places& own) const {
    const Places left = history_.left_base_at(own);
    if (left.empty() || left.back() == kNowhere) return std::nullopt;
    // Children come first, so only the first can reach all others.
    for (const Place other : left) {
      if (!history_.reaches(left.front(), other)) return std::nullopt;
    }
    return left.front();
  }

  // The end of a branch before the base was merged into it and left nothing of its own: all of it
  // had come to the base by then.
  [[nodiscard]] Place before_emptied(Place end) const {
    while (!history_.at(end).on_base && history_.at(end).parents.size() == 2) {
      const auto& parents = history_.at(end).parents;
      const auto on_base = [&](Place place) {
        return place != kNowhere && history_.at(place).on_base;
      };
      if (on_base(parents[0]) == on_base(parents[1])) break;
      const Place merged = on_base(parents[0]) ? parents[0] : parents[1];
      const Place own = on_base(parents[0]) ? parents[1] : parents[0];
      if (own == kNowhere || history_.at(merged).tree != history_.at(end).tree) break;
      end = own;
    }
    return end;
  }

  Result<std::vector<BranchPatches>> want_patches(const Record& record) {
    std::vector<BranchPatches> branches;
    for (const Tip& tip : record.tips) {
      Place end = history_.find(tip.id);
      if (end != kNowhere) end = before_emptied(end);
      if (end == kNowhere || history_.at(end).on_base) continue;
      const Places own = history_.own_commits(end);
      if (own.size() > kMostOwnCommits) continue;
      BranchPatches branch;
      branch.tip = end;
      if (const auto base = parting(own)) {
        branch.whole = Patch{history_.at(*base).tree, history_.at(end).tree};
        CS_TRY(patches_.want(*branch.whole, earliest(record)));
      }
      for (const Place place : own) {
        const HistoryCommit& commit = history_.at(place);
        if (commit.parents.size() != 1 || commit.parents.front() == kNowhere) continue;
        const Patch patch{history_.at(commit.parents.front()).tree, commit.tree};
        if (patch.before == patch.after) continue;
        branch.commits.emplace_back(place, patch);
        CS_TRY(patches_.want(patch, earliest(record)));
      }
      branches.push_back(std::move(branch));
    }
    return branches;
  }

  Result<std::optional<Evidence>> squash_commit(const Record& record,
                                                const std::vector<BranchPatches>& branches) {
    Places equal;
    for (const Place place : those_of(index_.squashes_of(record.number), [&](Place one) {
           return timely(record, history_.at(one).when);
         })) {
      for (const BranchPatches& branch : branches) {
        if (!branch.whole || history_.reaches(branch.tip, place)) continue;
        CS_ASSIGN(const bool same, patches_.is_equal(*branch.whole, place));
        if (!same) continue;
        equal.push_back(place);
        break;
      }
    }
    return choose(equal, TruthRule::kSquashCommit, TruthWeight::kProved);
  }

  // Whether a commit of the base with an equal patch may be the work of `record`: nothing says that
  // it is another pull request's. `own` is the branch's commit, whose words may be the same.
  [[nodiscard]] bool may_be_of(const Record& record, Place place, const HistoryCommit* own) const {
    const HistoryCommit& commit = history_.at(place);
    if (!came_after(record, commit.when, kClockSlack)) return false;
    const auto of_another = [&](const std::optional<std::int64_t>& number) {
      return number && *number != record.number;
    };
    if (of_another(commit.message.merged_number)) return false;
    if (of_another(commit.message.ending_number) &&
        (own == nullptr || own->message.ending_number != commit.message.ending_number)) {
      return false;
    }
    return commit.brought_by == place || commit.brought_by == kNowhere ||
           !index_.speaks_of_another(history_.at(commit.brought_by).message, record);
  }

  // The first commit of the base that has this patch and may be the work of `record`; kNowhere when
  // there is none.
  Result<Place> equal_on_base(const Record& record, const BranchPatches& branch, const Patch& patch,
                              const HistoryCommit* own) {
    CS_ASSIGN(Places equal, patches_.equal_commits(patch));
    std::erase_if(equal, [&](Place place) {
      return !may_be_of(record, place, own) || history_.reaches(branch.tip, place);
    });
    const auto chosen = choose(equal, TruthRule::kPatch, TruthWeight::kProved);
    return chosen ? chosen->commit : kNowhere;
  }

  Result<std::optional<Evidence>> patch(const Record& record,
                                        const std::vector<BranchPatches>& branches) {
    for (const BranchPatches& branch : branches) {
      Place newest = kNowhere;
      Places work;
      bool all = !branch.commits.empty();
      for (const auto& [place, one] : branch.commits) {
        CS_ASSIGN(const Place equal, equal_on_base(record, branch, one, &history_.at(place)));
        all = all && equal != kNowhere;
        if (!all) break;
        newest = std::min(newest, equal);
        work.push_back(equal);
      }
      if (!all && branch.whole) {
        const HistoryCommit* only =
            branch.commits.size() == 1 ? &history_.at(branch.commits.front().first) : nullptr;
        CS_ASSIGN(newest, equal_on_base(record, branch, *branch.whole, only));
        all = newest != kNowhere;
        work = {newest};
      }
      if (all)
        return std::optional(Evidence{TruthRule::kPatch, TruthWeight::kProved, newest, work});
    }
    return std::optional<Evidence>{};
  }

  // Whether `record` had its branch when a merge that names only the branch was made: no other pull
  // request had been opened for it since.
  [[nodiscard]] bool had_branch_at(const Record& record, Instant when) const {
    for (const Record* one : index_.records_of(record.branch)) {
      const Record& other = *one;
      if (&other == &record || !other.created_at || when < *other.created_at) continue;
      if (!record.created_at || *record.created_at < *other.created_at) return false;
      if (when < *record.created_at) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<Evidence> likely(const Record& record) const {
    const auto timely_one = [&](Place place) { return timely(record, history_.at(place).when); };
    if (record.tips.empty()) {
      // Not on the base's own line: it may have come with the past of another repository.
      const Places merges = those_of(index_.merges_of(record.number), [&](Place place) {
        const ForgeMessage& message = history_.at(place).message;
        return timely_one(place) && message.names(record.branch) && index_.goes_into_base(message);
      });
      if (!merges.empty()) return choose(merges, TruthRule::kMergeCommit, TruthWeight::kLikely);
      const Places places = those_of(index_.squashes_of(record.number), timely_one);
      if (!places.empty()) return choose(places, TruthRule::kSquashMessage, TruthWeight::kLikely);
    }
    const Places named = those_of(index_.merges_naming(record.branch), [&](Place place) {
      const HistoryCommit& commit = history_.at(place);
      return timely_one(place) && !commit.message.merged_number &&
             index_.goes_into_base(commit.message) && had_branch_at(record, commit.when);
    });
    if (!record.branch.empty() && !named.empty()) {
      return choose(named, TruthRule::kBranchName, TruthWeight::kLikely);
    }
    return choose(those_of(index_.trailers_of(record.number), timely_one), TruthRule::kTrailer,
                  TruthWeight::kLikely);
  }

  const BaseHistory& history_;
  const std::vector<Record>& records_;
  MergeIndex index_;
  AncestorRule ancestor_;
  PatchIndex patches_;
  std::vector<std::optional<Evidence>> found_;
};

}  // namespace

Result<std::vector<std::optional<Evidence>>> find_evidence(
    const git::Repository& repository, const BaseHistory& history,
    const std::vector<Record>& records, const std::vector<std::string>& base_names,
    std::optional<std::chrono::steady_clock::time_point> deadline) {
  return Examiner(repository, history, records, base_names).examine(deadline);
}

}  // namespace claudestep::truth
