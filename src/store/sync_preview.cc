#include "store/sync_preview.h"

#include "store/history.h"
#include "store/merge.h"
#include "store/sync_tracking.h"

namespace claudestep::store {

namespace {

// The commit that would carry what was never pushed is not known: its date is that of its making.
Status preview_rewound(git::Repository& repository, const WriteOptions& options,
                       git::ObjectId there, git::ObjectId rewound_from, SyncOutcome& outcome) {
  CS_ASSIGN(const auto put, rebase(repository, options, rewound_from, there));
  CS_ASSIGN(const bool is_all_pushed, repository.reaches(rewound_from, *outcome.local_before));
  outcome.fetched = true;
  outcome.merged = !is_all_pushed;
  outcome.pushed = outcome.merged;
  outcome.commit = outcome.merged ? std::nullopt : std::optional(there);
  outcome.receipts = put.receipts;
  return {};
}

// What the branch would be moved onto is looked at as by who does it.
Status check_moved_onto(const git::Repository& repository, git::ObjectId there,
                        std::optional<git::ObjectId> local) {
  CS_TRY(check_tip(repository, std::nullopt, there));
  return check_new_contents(repository, std::nullopt, there, local);
}

}  // namespace

Status preview_sync(git::Repository& repository, const WriteOptions& options,
                    std::optional<git::ObjectId> there, std::optional<git::ObjectId> rewound_from,
                    SyncOutcome& outcome) {
  // A branch that is not there any more is made anew from what the remote had.
  const auto local = !outcome.local_before && !there ? rewound_from : outcome.local_before;
  outcome.commit = local ? local : there;
  outcome.pushed = local && !there;
  outcome.fetched = !local;
  if (!there) return {};
  if (!local) return check_moved_onto(repository, *there, local);
  if (rewound_from) return preview_rewound(repository, options, *there, *rewound_from, outcome);
  CS_ASSIGN(const git::Ancestry ancestry, repository.compare(*local, *there));
  outcome.fetched = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kAhead;
  outcome.pushed = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kBehind;
  outcome.merged = outcome.fetched && outcome.pushed;
  if (!outcome.pushed) outcome.commit = there;
  if (!outcome.fetched) return {};
  if (!outcome.merged) return check_moved_onto(repository, *there, local);
  CS_ASSIGN(const HeldMerge merged, merge_commits(repository, *local, *there));
  outcome.commit = merged.commit;
  outcome.receipts = merged.receipts;
  return {};
}

}  // namespace claudestep::store
