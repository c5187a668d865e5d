#include "truth/judge.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace claudestep::truth {
namespace {

constexpr std::size_t kShortDigits = 7;

bool contains(const std::vector<Place>& places, Place place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

std::string short_hex(const git::ObjectId& id) {
  return id.hex().substr(0, kShortDigits);
}

class Judge {
 public:
  Judge(const BaseHistory& history, const Sight& sight, const Record& record,
        model::Reconciliation& result)
      : history_(history), sight_(sight), record_(record), result_(result) {}

  void decide(const std::optional<Evidence>& evidence) {
    if (record_.state == model::PrState::kMerged) {
      decide_merged(evidence);
    } else if (!evidence) {
      if (!sight_.partial && may_be_behind()) cannot_know("its merge");
    } else if (!doubt_reverted(*evidence)) {
      const HistoryCommit& commit = history_.at(evidence->commit);
      result_.changes.push_back({record_.project, record_.number, record_.state,
                                 model::PrState::kMerged, evidence->rule, evidence->weight,
                                 commit.id.hex(), commit.when, sight_.base, false});
    }
  }

 private:
  void decide_merged(const std::optional<Evidence>& evidence) {
    const Place recorded = record_.merge_commit ? history_.find(*record_.merge_commit) : kNowhere;
    if (recorded != kNowhere && history_.at(recorded).on_base) {
      const bool same = evidence && contains(evidence->work, recorded);
      doubt_reverted(same ? *evidence : Evidence{{}, {}, recorded, {}});
    } else if (record_.merge_commit && doubt_reverted(*record_.merge_commit)) {
      return;  // behind the end of a shallow clone, perhaps
    } else if (!evidence && doubt_number_reverted()) {
      return;
    } else if (evidence) {
      if (!doubt_reverted(*evidence)) doubt_commit(*evidence);
    } else if (!sight_.partial && !record_.has_merge_commit) {
      decide_absent();
    }
  }

  // The merge is there, but not by the commit that is recorded.
  void doubt_commit(const Evidence& evidence) {
    if (!record_.merge_commit || sight_.partial || record_.has_merge_commit ||
        history_.unknown_until()) {
      return;
    }
    const HistoryCommit& commit = history_.at(evidence.commit);
    const bool likely = evidence.weight != model::TruthWeight::kProved;
    const std::string why = std::string(likely ? "perhaps " : "") + "it was merged by " +
                            short_hex(commit.id) + ", not by " + short_hex(*record_.merge_commit) +
                            " as recorded";
    result_.doubts.push_back({record_.project, record_.number, record_.state, why, commit.when,
                              false, commit.id.hex(), likely});
  }

  // Nothing of a recorded merge was found.
  void decide_absent() {
    if (may_be_behind()) return cannot_know("it");
    const auto from = earliest(record_);
    if (sight_.since && (!from || *from < *sight_.since)) return;
    doubt(why_absent(), newest_sign());
  }

  // Whether the end of a shallow clone hides commits that would be evidence: of the base, from
  // after the record was opened, or of its branch, which can be compared with nothing then.
  [[nodiscard]] bool may_be_behind() const {
    for (const Tip& tip : record_.tips) {
      const Place end = history_.find(tip.id);
      if (end != kNowhere && history_.is_cut_off(end)) return true;
    }
    const auto until = history_.unknown_until();
    if (!until || (sight_.since && *until < *sight_.since)) return false;
    const auto from = earliest(record_);
    return !from || *from <= *until;
  }

  void cannot_know(const std::string& what) {
    result_.unknown.push_back({record_.project,
                               record_.number,
                               record_.state,
                               what + " may lie behind the end of this shallow clone",
                               {},
                               false});
  }

  [[nodiscard]] std::string why_absent() const {
    const std::string base = quoted(sight_.base);
    if (record_.merge_commit) {
      return "its merge commit " + short_hex(*record_.merge_commit) + " is not on " + base;
    }
    if (!record_.tips.empty()) return "its branch was not merged into " + base;
    return "no commit of " + base + " merges it or names it";
  }

  // The time of a doubt is that of what it was looked for in.
  [[nodiscard]] Instant newest_sign() const {
    if (record_.ended_at) return *record_.ended_at;
    return record_.created_at.value_or(Instant{});
  }

  // Taken back as one, or commit by commit.
  bool doubt_reverted(const Evidence& evidence) {
    const git::ObjectId& id = history_.at(evidence.commit).id;
    const bool likely = evidence.weight != model::TruthWeight::kProved;
    const auto by = [&](Place revert) { return doubt_reverted(id, revert, likely); };
    return (evidence.work.size() < 2 && by(history_.reverted_by(id))) ||
           by(last_revert_of(work_of(evidence))) ||
           by(history_.number_reverted_by(record_.number, record_.branch, evidence.commit));
  }

  // By the number, where nothing else is known of the merge.
  bool doubt_number_reverted() {
    const Place by = history_.number_reverted_by(record_.number, record_.branch, kNowhere);
    if (by == kNowhere || !timely(record_, history_.at(by).when)) return false;
    if (sight_.partial && !history_.at(by).counts) return false;
    doubt(short_hex(history_.at(by).id) + " reverted it", history_.at(by).when);
    return true;
  }

  bool doubt_reverted(const git::ObjectId& id) {
    return doubt_reverted(id, history_.reverted_by(id), false);
  }

  bool doubt_reverted(const git::ObjectId& id, Place by, bool likely) {
    if (by == kNowhere) return false;
    const HistoryCommit& revert = history_.at(by);
    if (sight_.partial && !revert.counts) return true;
    const std::string why = std::string(likely ? "perhaps" : "it was") + " merged by " +
                            short_hex(id) + ", which " + short_hex(revert.id) + " reverted";
    result_.doubts.push_back({record_.project, record_.number, record_.state, why, revert.when,
                              false, std::nullopt, likely});
    return true;
  }

  // The commits of the base that are the work of this one.
  [[nodiscard]] std::vector<Place> work_of(const Evidence& evidence) const {
    if (!evidence.work.empty() || !history_.has_reverts()) return evidence.work;
    std::vector<Place> work = history_.brought_by(evidence.commit);
    // A merge may take in several branches.
    std::vector<Place> ends;
    for (const Tip& tip : record_.tips) {
      if (const Place end = history_.find(tip.id); contains(work, end)) ends.push_back(end);
    }
    if (ends.empty()) return work;
    std::erase_if(work, [&](Place place) {
      return std::none_of(ends.begin(), ends.end(),
                          [&](Place end) { return history_.reaches(end, place); });
    });
    return work;
  }

  // The newest of the reverts that take back all of `work`; kNowhere while any of it stands.
  [[nodiscard]] Place last_revert_of(const std::vector<Place>& work) const {
    Place last = kNowhere;
    for (const Place place : work) {
      const Place revert = history_.reverted_by(history_.at(place).id);
      if (revert == kNowhere) return kNowhere;
      last = std::min(last, revert);
    }
    return last;
  }

  void doubt(std::string reason, Instant when) {
    result_.doubts.push_back(
        {record_.project, record_.number, record_.state, std::move(reason), when, false});
  }

  const BaseHistory& history_;
  const Sight& sight_;
  const Record& record_;
  model::Reconciliation& result_;
};

}  // namespace

void judge(const BaseHistory& history, const Sight& sight, const Record& record,
           const std::optional<Evidence>& evidence, model::Reconciliation& result) {
  Judge(history, sight, record, result).decide(evidence);
}

}  // namespace claudestep::truth
