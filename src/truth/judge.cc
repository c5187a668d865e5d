#include "truth/judge.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace claudestep::truth {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::size_t kShortDigits = 7;

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
    } else if (evidence && !doubt_reverted(history_.at(evidence->commit).id)) {
      const HistoryCommit& commit = history_.at(evidence->commit);
      result_.changes.push_back({record_.project, record_.number, record_.state,
                                 model::PrState::kMerged, evidence->rule, evidence->weight,
                                 commit.id.hex(), commit.when, sight_.base, false});
    }
  }

 private:
  void decide_merged(const std::optional<Evidence>& evidence) {
    if (record_.merge_commit) {
      if (doubt_reverted(*record_.merge_commit)) return;
      const Place place = history_.find(*record_.merge_commit);
      if (place != kNowhere && history_.at(place).on_base) return;
    }
    if (evidence) {
      doubt_reverted(history_.at(evidence->commit).id);
      return;
    }
    if (!sight_.partial) decide_absent();
  }

  // Nothing of a recorded merge was found.
  void decide_absent() {
    const auto from = record_.created_at
                          ? std::optional(plus_seconds(*record_.created_at, -kDay))
                          : std::nullopt;
    if (history_.unknown_until() && (!from || *from <= *history_.unknown_until())) {
      result_.unknown.push_back({record_.project, record_.number, record_.state,
                                 "it may lie behind the end of this shallow clone", {}, false});
      return;
    }
    if (sight_.since && (!from || *from < *sight_.since)) return;
    doubt(why_absent(), newest_sign());
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

  bool doubt_reverted(const git::ObjectId& id) {
    const Place place = history_.reverted_by(id);
    if (place == kNowhere) return false;
    const HistoryCommit& revert = history_.at(place);
    if (sight_.partial && !revert.counts) return true;
    doubt("it was merged by " + short_hex(id) + ", which " + short_hex(revert.id) + " reverted",
          revert.when);
    return true;
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
