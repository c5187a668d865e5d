#include "truth/claims.h"

#include <algorithm>
#include <map>
#include <set>

namespace claudestep::truth {
namespace {

class Claims {
 public:
  Claims(const BaseHistory& history, const std::vector<Record>& records,
         std::vector<std::optional<Evidence>>& found)
      : history_(history), records_(records), found_(found) {}

  void settle() {
    std::map<Place, std::vector<std::size_t>> claims;
    for (std::size_t at = 0; at < found_.size(); ++at) {
      if (found_[at] && found_[at]->rule == model::TruthRule::kPatch) {
        claims[found_[at]->commit].push_back(at);
      }
    }
    std::map<git::ObjectId, std::vector<std::size_t>> recorded;
    for (std::size_t at = 0; at < records_.size(); ++at) {
      if (records_[at].merge_commit) recorded[*records_[at].merge_commit].push_back(at);
    }
    std::map<Place, bool> named;  // by a stronger rule
    for (const auto& evidence : found_) {
      if (evidence && evidence->rule != model::TruthRule::kPatch) named[evidence->commit] = true;
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
        // One pull request may be recorded in two projects.
        if (owner && records_[*owner].number == records_[at].number) continue;
        if (owner || named.contains(place)) {
          found_[at].reset();
        } else {
          found_[at]->weight = model::TruthWeight::kLikely;
        }
      }
    }
    doubt_closed();
  }

 private:
  // Of those that had one branch, the only one that was opened last before `when`; of others, the
  // only one that is not recorded as closed. Nothing when that is not one.
  [[nodiscard]] std::optional<std::size_t> owner_among(const std::vector<std::size_t>& claimants,
                                                       Instant when) const {
    const std::string& branch = records_[claimants.front()].branch;
    const bool one_branch = std::all_of(claimants.begin(), claimants.end(), [&](std::size_t at) {
      return records_[at].branch == branch;
    });
    std::vector<std::size_t> owners;
    for (const std::size_t at : claimants) {
      const Record& record = records_[at];
      if (!one_branch && record.state == model::PrState::kClosed) continue;
      if (one_branch && record.created_at && when < *record.created_at) continue;
      if (one_branch && !owners.empty()) {
        const auto& latest = records_[owners.front()].created_at;
        if (record.created_at < latest) continue;
        if (latest < record.created_at) owners.clear();
      }
      owners.push_back(at);
    }
    if (owners.empty() && claimants.size() == 1) return claimants.front();
    const bool one = std::all_of(owners.begin(), owners.end(), [&](std::size_t at) {
      return records_[at].number == records_[owners.front()].number;
    });
    return one && !owners.empty() ? std::optional(owners.front()) : std::nullopt;
  }

  // A closed one, all of whose commits came with those of another, was not reopened: the other was
  // built upon it. Nor need it be where its work came later, and nothing says whose it was.
  void doubt_closed() {
    for (std::size_t at = 0; at < found_.size(); ++at) {
      if (!found_[at] || records_[at].state != model::PrState::kClosed) continue;
      if (found_[at]->rule == model::TruthRule::kPatch &&
          was_over(records_[at], history_.at(found_[at]->commit).when)) {
        found_[at]->weight = model::TruthWeight::kLikely;
      }
      const std::set<Place> work(found_[at]->work.begin(), found_[at]->work.end());
      for (std::size_t other = 0; other < found_.size(); ++other) {
        if (work.empty() || other == at || !found_[other]) continue;
        const std::set<Place> more(found_[other]->work.begin(), found_[other]->work.end());
        if (more.size() > work.size() &&
            std::includes(more.begin(), more.end(), work.begin(), work.end())) {
          found_[at]->weight = model::TruthWeight::kLikely;
        }
      }
    }
  }

  const BaseHistory& history_;
  const std::vector<Record>& records_;
  std::vector<std::optional<Evidence>>& found_;
};

}  // namespace

void settle_claims(const BaseHistory& history, const std::vector<Record>& records,
                   std::vector<std::optional<Evidence>>& found) {
  Claims(history, records, found).settle();
}

}  // namespace claudestep::truth
