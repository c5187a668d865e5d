#include "truth/evidence.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "truth/patches.h"

namespace claudestep::truth {
namespace {

using model::TruthRule;
using model::TruthWeight;

constexpr std::int64_t kTolerance = 86400;  // how far clocks may differ, in seconds
constexpr std::int64_t kSlack = 300;        // for clocks, where no number agrees
constexpr std::size_t kMostOwnCommits = 1000;

// The first moment at which a merge of `record` may be dated.
std::optional<Instant> earliest(const Record& record) {
  if (!record.created_at) return std::nullopt;
  return plus_seconds(*record.created_at, -kTolerance);
}

bool timely(const Record& record, const HistoryCommit& commit) {
  const auto from = earliest(record);
  return !from || !(commit.when < *from);
}

// Whether a commit that no number ties to `record` was made after it was opened: what came before
// is the work of whoever had the branch then. A record that says merged is only confirmed by it.
bool came_after(const Record& record, const HistoryCommit& commit, std::int64_t slack) {
  if (!record.created_at || record.state == model::PrState::kMerged) return timely(record, commit);
  return !(commit.when < plus_seconds(*record.created_at, -slack));
}

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
        base_names_(base_names),
        patches_(repository, history) {
    index_messages();
    for (const Record& record : records) {
      if (!record.branch.empty()) by_branch_.emplace(record.branch, &record);
    }
  }

  Result<std::vector<std::optional<Evidence>>> examine(
      std::optional<std::chrono::steady_clock::time_point> deadline) {
    found_.resize(records_.size());
    std::vector<std::vector<BranchPatches>> branches(records_.size());
    for (std::size_t at = 0; at < records_.size(); ++at) {
      const Record& record = records_[at];
      found_[at] = merge_commit(record);
      if (!found_[at]) found_[at] = ancestor(record);
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
    settle_claims();
    for (std::size_t at = 0; at < records_.size(); ++at) {
      if (!found_[at]) found_[at] = likely(records_[at]);
    }
    return std::move(found_);
  }

 private:
  using Places = std::vector<Place>;

  void index_messages() {
    for (auto place = static_cast<Place>(history_.commits().size()); place-- > 0;) {
      const HistoryCommit& commit = history_.at(place);
      if (!commit.counts) continue;
      const ForgeMessage& message = commit.message;
      const bool merge = commit.parents.size() > 1;
      if (message.merged_number) {
        (merge ? merges_of_ : squashes_of_)[*message.merged_number].push_back(place);
      }
      if (message.ending_number) squashes_of_[*message.ending_number].push_back(place);
      for (const std::int64_t number : message.trailer_numbers) {
        trailers_of_[number].push_back(place);
      }
      for (const std::string& name : message.merged_branches) {
        if (!merge) continue;
        merges_naming_[name].push_back(place);
        const auto slash = name.find('/');
        if (slash != std::string::npos) merges_naming_[name.substr(slash + 1)].push_back(place);
      }
      for (std::size_t parent = 1; parent < commit.parents.size(); ++parent) {
        merged_at_[commit.parents[parent]].push_back(place);
      }
    }
  }

  // Of several commits the first that was not taken back, else the first.
  [[nodiscard]] std::optional<Evidence> choose(const Places& places, TruthRule rule,
                                               TruthWeight weight) const {
    if (places.empty()) return std::nullopt;
    const auto standing = std::find_if(places.begin(), places.end(), [&](Place place) {
      return history_.reverted_by(history_.at(place).id) == kNowhere;
    });
    return Evidence{rule, weight, standing == places.end() ? places.front() : *standing};
  }

  template <typename Test>
  [[nodiscard]] static Places those_of(const std::unordered_map<std::int64_t, Places>& index,
                                       std::int64_t number, const Test& test) {
    Places places;
    const auto found = index.find(number);
    if (found == index.end()) return places;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(places), test);
    return places;
  }

  [[nodiscard]] bool goes_into_base(const ForgeMessage& message) const {
    return !message.merged_into || std::find(base_names_.begin(), base_names_.end(),
                                             *message.merged_into) != base_names_.end();
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
    const Places places = those_of(merges_of_, record.number, [&](Place place) {
      const HistoryCommit& commit = history_.at(place);
      return commit.message.names(record.branch) && goes_into_base(commit.message) &&
             timely(record, commit) &&
             ((record.tips.empty() && commit.on_base_line) ||
              std::any_of(record.tips.begin(), record.tips.end(),
                          [&](const Tip& tip) { return took_in(place, tip); }));
    });
    return choose(places, TruthRule::kMergeCommit, TruthWeight::kProved);
  }

  // Whether the message is about a recorded pull request that is not `record`, or about the very
  // commit `tip` as the head of another one.
  [[nodiscard]] bool speaks_of_another(const ForgeMessage& message, const Record& record) const {
    if (message.merged_number) {
      return *message.merged_number != record.number || !message.names(record.branch);
    }
    if (message.merged_branches.empty() || message.names(record.branch)) return false;
    return std::any_of(
        message.merged_branches.begin(), message.merged_branches.end(),
        [&](const std::string& name) {
          const auto slash = name.find('/');
          return by_branch_.contains(name) ||
                 (slash != std::string::npos && by_branch_.contains(name.substr(slash + 1)));
        });
  }

  // The commit that brought the end of a branch to the base, where it was merged for itself: not a
  // branch without commits of its own, which stands on the base or on what others merged.
  [[nodiscard]] Place brought(const Record& record, const Tip& tip) const {
    const Place end = history_.find(tip.id);
    if (end == kNowhere || !history_.at(end).on_base) return kNowhere;
    const Place bringer = history_.at(end).brought_by;
    if (bringer == kNowhere || !history_.at(bringer).counts) return kNowhere;
    if (tip.own) return bringer;
    if (history_.at(end).on_base_line) return kNowhere;
    const auto merges = merged_at_.find(end);
    const bool as_another =
        merges != merged_at_.end() &&
        std::all_of(merges->second.begin(), merges->second.end(), [&](Place place) {
          return speaks_of_another(history_.at(place).message, record);
        });
    return as_another ? kNowhere : bringer;
  }

  [[nodiscard]] std::optional<Evidence> ancestor(const Record& record) const {
    for (const Tip& tip : record.tips) {
      const Place bringer = brought(record, tip);
      const std::int64_t slack = tip.own ? kSlack : 0;
      if (bringer == kNowhere || !came_after(record, history_.at(bringer), slack)) continue;
      return Evidence{TruthRule::kAncestor, TruthWeight::kProved, bringer};
    }
    return std::nullopt;
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

  Result<std::vector<BranchPatches>> want_patches(const Record& record) {
    std::vector<BranchPatches> branches;
    for (const Tip& tip : record.tips) {
      const Place end = history_.find(tip.id);
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
    for (const Place place : those_of(squashes_of_, record.number, [&](Place one) {
           return timely(record, history_.at(one));
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
    if (!came_after(record, commit, kSlack)) return false;
    const auto of_another = [&](const std::optional<std::int64_t>& number) {
      return number && *number != record.number;
    };
    if (of_another(commit.message.merged_number)) return false;
    if (of_another(commit.message.ending_number) &&
        (own == nullptr || own->message.ending_number != commit.message.ending_number)) {
      return false;
    }
    return commit.brought_by == place || commit.brought_by == kNowhere ||
           !speaks_of_another(history_.at(commit.brought_by).message, record);
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
      bool all = !branch.commits.empty();
      for (const auto& [place, one] : branch.commits) {
        CS_ASSIGN(const Place equal, equal_on_base(record, branch, one, &history_.at(place)));
        all = all && equal != kNowhere;
        if (!all) break;
        newest = std::min(newest, equal);
      }
      if (!all && branch.whole) {
        const HistoryCommit* only =
            branch.commits.size() == 1 ? &history_.at(branch.commits.front().first) : nullptr;
        CS_ASSIGN(newest, equal_on_base(record, branch, *branch.whole, only));
        all = newest != kNowhere;
      }
      if (all) return std::optional(Evidence{TruthRule::kPatch, TruthWeight::kProved, newest});
    }
    return std::optional<Evidence>{};
  }

  // One commit is the work of one pull request.
  void settle_claims() {
    std::map<Place, std::vector<std::size_t>> claims;
    for (std::size_t at = 0; at < found_.size(); ++at) {
      if (found_[at] && found_[at]->rule == TruthRule::kPatch) {
        claims[found_[at]->commit].push_back(at);
      }
    }
    std::map<git::ObjectId, std::vector<std::size_t>> recorded;
    for (std::size_t at = 0; at < records_.size(); ++at) {
      if (records_[at].merge_commit) recorded[*records_[at].merge_commit].push_back(at);
    }
    std::map<Place, bool> named;  // by a stronger rule
    for (const auto& evidence : found_) {
      if (evidence && evidence->rule != TruthRule::kPatch) named[evidence->commit] = true;
    }
    for (const auto& [place, claimants] : claims) {
      std::optional<std::size_t> owner;
      const auto record = recorded.find(history_.at(place).id);
      if (record != recorded.end()) {
        owner = record->second.front();
      } else if (!named.contains(place)) {
        owner = owner_among(claimants, history_.at(place).when);
      }
      for (const std::size_t at : claimants) {
        if (owner && *owner == at) continue;
        if (owner || named.contains(place)) {
          found_[at].reset();
        } else {
          found_[at]->weight = TruthWeight::kLikely;
        }
      }
    }
  }

  // Of those that had one branch, the one that was opened last before `when`; of others, the only
  // one that is not recorded as closed. Nothing when that is not one.
  [[nodiscard]] std::optional<std::size_t> owner_among(const std::vector<std::size_t>& claimants,
                                                       Instant when) const {
    const std::string& branch = records_[claimants.front()].branch;
    const bool one_branch = std::all_of(claimants.begin(), claimants.end(), [&](std::size_t at) {
      return records_[at].branch == branch;
    });
    std::optional<std::size_t> owner;
    for (const std::size_t at : claimants) {
      const Record& record = records_[at];
      if (one_branch) {
        if (record.created_at && when < *record.created_at) continue;
        if (!owner || records_[*owner].created_at < record.created_at) owner = at;
      } else if (record.state != model::PrState::kClosed) {
        if (owner) return std::nullopt;
        owner = at;
      }
    }
    if (!owner && claimants.size() == 1) owner = claimants.front();
    return owner;
  }

  // Whether `record` had its branch when a merge that names only the branch was made: no other pull
  // request had been opened for it since.
  [[nodiscard]] bool had_branch_at(const Record& record, Instant when) const {
    const auto [begin, end] = by_branch_.equal_range(record.branch);
    for (auto at = begin; at != end; ++at) {
      const Record& other = *at->second;
      if (&other == &record || !other.created_at || when < *other.created_at) continue;
      if (!record.created_at || *record.created_at < *other.created_at) return false;
      if (when < *record.created_at) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<Evidence> likely(const Record& record) const {
    const auto timely_one = [&](Place place) { return timely(record, history_.at(place)); };
    if (record.tips.empty()) {
      // Not on the base's own line: it may have come with the past of another repository.
      const Places merges = those_of(merges_of_, record.number, [&](Place place) {
        const ForgeMessage& message = history_.at(place).message;
        return timely_one(place) && message.names(record.branch) && goes_into_base(message);
      });
      if (!merges.empty()) return choose(merges, TruthRule::kMergeCommit, TruthWeight::kLikely);
      const Places places = those_of(squashes_of_, record.number, timely_one);
      if (!places.empty()) return choose(places, TruthRule::kSquashMessage, TruthWeight::kLikely);
    }
    const auto found = merges_naming_.find(record.branch);
    if (!record.branch.empty() && found != merges_naming_.end()) {
      Places places;
      for (const Place place : found->second) {
        const HistoryCommit& commit = history_.at(place);
        if (timely_one(place) && !commit.message.merged_number && goes_into_base(commit.message) &&
            had_branch_at(record, commit.when)) {
          places.push_back(place);
        }
      }
      if (!places.empty()) return choose(places, TruthRule::kBranchName, TruthWeight::kLikely);
    }
    return choose(those_of(trailers_of_, record.number, timely_one), TruthRule::kTrailer,
                  TruthWeight::kLikely);
  }

  const BaseHistory& history_;
  const std::vector<Record>& records_;
  const std::vector<std::string>& base_names_;
  PatchIndex patches_;
  // Commits that count, oldest first.
  std::unordered_map<std::int64_t, Places> merges_of_;
  std::unordered_map<std::int64_t, Places> squashes_of_;
  std::unordered_map<std::int64_t, Places> trailers_of_;
  std::unordered_map<std::string, Places> merges_naming_;
  std::unordered_map<Place, Places> merged_at_;  // a commit -> the merges that took it in
  std::unordered_multimap<std::string, const Record*> by_branch_;
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
