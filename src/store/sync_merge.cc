// What a sync does to the branch here: bringing in what the remote has, and what it had.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "host/transport.h"
#include "model/operation_parts.h"
#include "store/remote.h"
#include "store/sync_elsewhere.h"
#include "store/sync_errors.h"
#include "store/sync_run.h"

namespace claudestep::store {

Status SyncRun::check_rewind(std::optional<git::ObjectId> known,
                             std::optional<git::ObjectId> there) {
  CS_ASSIGN(const auto had, find_dropped(repository_, ref(), place_.tracking_ref, known, there));
  rewound_from_.reset();
  if (!had) return {};
  if (!place_.push_sides.empty()) {
    // What is missing is where it was pushed to, which is no rewind.
    return fail(two_places(outcome_.remote, {place_.fetch_side, there},
                           {place_.push_sides.front(), had}, ref()));
  }
  if (!options_.accept_rewind) {
    const std::string back = there ? gives_back(*had, *there) : "";
    return fail(
        rewound(outcome_.remote, ref(), {*had, there, command_with("--accept-rewind"), back}));
  }
  outcome_.rewound = true;
  rewound_from_ = had;
  CS_ASSIGN(const auto local, repository_.find_ref(ref()));
  if (!local || !there) return {};
  return check_elsewhere(repository_, ref(), place_, *local, std::array{*had, *there},
                         gives_back(*had, *there), command_with("--accept-rewind"));
}

// Each push is one that git need not force: who pushed meanwhile loses nothing.
std::string SyncRun::gives_back(git::ObjectId had, git::ObjectId there) const {
  const auto local = repository_.find_ref(ref()).value_or(std::nullopt);
  const auto has = [&](git::ObjectId tip, git::ObjectId commit) {
    return repository_.reaches(tip, commit).value_or(false);
  };
  // A mirror refuses to be given one ref.
  const std::string mirror = "remote." + place_.there.remote + ".mirror";
  const bool is_mirror = repository_.config_bool(mirror, false).value_or(false);
  const std::string push =
      "git " + (is_mirror ? "-c " + model::shell_word(mirror + "=false", "SETTING") + " " : "") +
      "push " + model::shell_word(outcome_.remote, "REMOTE") + " ";
  const std::string branch = model::shell_word(ref(), "REF");
  if (has(had, there)) {
    return "to give it back what it lost, before the next claudestep sync: " + push +
           had.hex().substr(0, 12) + ":" + branch;
  }
  std::string merges;
  for (const git::ObjectId& one : {had, there}) {
    if (local && has(*local, one)) continue;
    merges += "claudestep merge " + ref_option() + one.hex().substr(0, 12) + " && ";
  }
  if (merges.empty()) {
    return "to give it back what it lost, which the branch here has beside all that is there, "
           "before the next claudestep sync: " +
           push + local->hex().substr(0, 12) + ":" + branch;
  }
  return "to give it back what it lost, beside all that is there, before the next claudestep "
         "sync: " +
         merges + push + branch;
}

Status SyncRun::bring_in(std::optional<git::ObjectId> known, git::ObjectId there) {
  CS_ASSIGN(const auto before, repository_.find_ref(ref()));
  CS_ASSIGN(const auto merged, rewound_from_
                                   ? rebase(repository_, without_id(), *rewound_from_, there)
                                   : merge(repository_, without_id(), there));
  // Only now: a merge that failed is to find the remote as new as it was.
  CS_TRY(note(known, there, kFetchedDeed));
  outcome_.receipts.insert(outcome_.receipts.end(), merged.receipts.begin(), merged.receipts.end());
  take(merged.notes, outcome_.notes);
  take(merged.warnings, outcome_.warnings);
  if (!merged.changed) return {};
  outcome_.fetched = true;
  brought_in_ = merged.commit;
  if (before && merged.commit != there) outcome_.merged = true;
  return {};
}

Status SyncRun::preview_squash(git::ObjectId there) {
  if (!outcome_.merged) CS_TRY(put_together(*outcome_.commit, there));
  outcome_.squashed = outcome_.local_before;
  outcome_.commit.reset();
  return {};
}

Result<std::optional<git::ObjectId>> SyncRun::put_together(git::ObjectId local,
                                                           git::ObjectId there) {
  CS_TRY(check_elsewhere(repository_, ref(), place_, local, {&there, 1},
                         "whoever keeps " + quoted(outcome_.remote) +
                             " can take the commits as they are, its pre-receive hook put aside "
                             "for one push",
                         command_with("--squash")));
  auto put = squash(repository_, without_id(), there);
  if (!put)
    return fail(not_squashed(std::move(put).error(), ref(), there, command_with("--squash")));
  if (!outcome_.squashed) outcome_.squashed = local;
  put_together_ = put->commit;
  take(put->notes, outcome_.notes);
  take(put->warnings, outcome_.warnings);
  return put->commit;
}

void SyncRun::take(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& one : from) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  }
}

Status SyncRun::make_here(git::ObjectId had) {
  if (options_.write.dry_run) return {};
  CS_ASSIGN(const auto made, merge(repository_, without_id(), had));
  outcome_.notes.push_back("made " + quoted(short_ref(ref())) + " here from what " +
                           quoted(outcome_.remote) + " had: " + had.hex().substr(0, 7));
  take(made.notes, outcome_.notes);
  take(made.warnings, outcome_.warnings);
  return {};
}

Status SyncRun::check_first_push() {
  CS_ASSIGN(const auto local, repository_.find_ref(ref()));
  if (!local && rewound_from_) CS_TRY(make_here(*rewound_from_));
  if (!local && !rewound_from_) {
    return fail(Error{ErrorCode::kNotFound, "there is no branch " + quoted(short_ref(ref())) +
                                                ", neither here nor on " + quoted(outcome_.remote)}
                    .hint("claudestep init"));
  }
  if (options_.force_first || !options_.push) return {};
  CS_ASSIGN(const bool is_empty,
            host::is_empty_remote(repository_, environment(), place_.there.remote));
  const auto command =
      command_with(rewound_from_ ? "--accept-rewind --force-first" : "--force-first");
  if (is_empty) return fail(empty_remote(outcome_.remote, ref(), command));
  return {};
}

void SyncRun::follow(git::ObjectId pushed) {
  auto merged = merge(repository_, without_id(), pushed);
  if (merged) {
    outcome_.receipts.insert(outcome_.receipts.end(), merged->receipts.begin(),
                             merged->receipts.end());
    take(merged->warnings, outcome_.warnings);
    return;
  }
  Error& why = merged.error();
  // On the remote it was.
  std::erase_if(why.causes, [](const auto& cause) { return cause.ends_with(kNothingWritten); });
  outcome_.warnings.push_back("the write is on " + quoted(outcome_.remote) +
                              ", but the local branch was not brought along: " + why.one_line() +
                              "; claudestep sync does it");
}

}  // namespace claudestep::store
