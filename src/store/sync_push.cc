// The push of a sync, and what came of it.
#include <utility>

#include "base/text.h"
#include "host/transport.h"
#include "store/sync_errors.h"
#include "store/sync_run.h"

namespace claudestep::store {

namespace {

constexpr int kDenials = 3;
// What git says of a push whose commit does not lead to what the remote has, as it sees them here.
constexpr std::string_view kDeniesPart = "non-fast-forward";

}  // namespace

Result<bool> SyncRun::push(git::ObjectId local, std::optional<git::ObjectId> there) {
  CS_ASSIGN(const auto known, find_here(place_.tracking_ref));
  const auto answer = host::push(repository_, environment(), local, place_.there);
  if (!answer || answer->status != host::PushStatus::kDone) {
    CS_TRY(check_half_push(known, there, local, answer));
  }
  CS_ASSIGN(const host::Pushed pushed, answer);
  refused_ = pushed;
  switch (pushed.status) {
    case host::PushStatus::kDone:
      refused_.reset();
      outcome_.pushed = true;
      CS_TRY(check_arrival(known, there, local));
      note_pushed(known, local);
      return true;
    case host::PushStatus::kMovedOn:
      unknown_ = 0;
      CS_TRY(check_contradiction(there, pushed));
      break;
    case host::PushStatus::kUnknown:
      if (++unknown_ < kUnknownTries) break;
      return fail(refused_push(outcome_.remote, ref(), pushed, shared(), command_with("--squash")));
    case host::PushStatus::kRejected:
      return fail(refused_push(outcome_.remote, ref(), pushed, shared(), command_with("--squash")));
  }
  tell("somebody pushed before us (" + escape_for_terminal(pushed.ref.reason) +
       "); starting again from what is there now");
  return false;
}

Status SyncRun::check_contradiction(std::optional<git::ObjectId> there,
                                    const host::Pushed& pushed) {
  const bool denies = there && pushed.ref.reason == kDeniesPart;
  denials_ = !denies ? 0 : denied_ == there ? denials_ + 1 : 1;
  denied_ = denies ? there : std::nullopt;
  if (denials_ < kDenials) return {};
  return fail(denied_push(outcome_.remote, *there, pushed, shared()));
}

Status SyncRun::check_half_push(std::optional<git::ObjectId> known,
                                std::optional<git::ObjectId> there, git::ObjectId local,
                                const Result<host::Pushed>& answer) {
  if (place_.push_sides.empty()) return {};
  const auto fetched =
      host::find_remote_ref(repository_, environment(), {place_.fetch_side, place_.there.ref});
  if (!fetched) return {};  // the next sync asks before it pushes
  if (known && *fetched == there) CS_TRY(note(local, *known, kPushedElsewhereDeed));
  if (!answer || !answer->is_taken) return {};
  CS_ASSIGN(auto other, find_other_place(repository_, environment(), place_, *fetched));
  if (!other) return {};
  add_last_push(*other, *answer);
  return fail(std::move(*other).caused_by(std::string(kStaysThere)));
}

void SyncRun::note_pushed(std::optional<git::ObjectId> known, git::ObjectId local) {
  const Status moved = note(known, local, kPushedDeed);
  if (moved) return;
  outcome_.warnings.push_back("it was pushed, but " + quoted(place_.tracking_ref) +
                              " was not brought along: " + moved.error().one_line() +
                              (moved.error().code == ErrorCode::kIo
                                   ? "; nothing is lost, and the next sync does it once it may"
                                   : "; the next sync does it"));
}

Status SyncRun::check_arrival(std::optional<git::ObjectId> known,
                              std::optional<git::ObjectId> there, git::ObjectId pushed) {
  Status arrived = store::check_arrival(repository_, environment(), place_, there, pushed,
                                        [this](auto round) { rest(round); });
  // Git has noted it as what is fetched.
  if (!arrived && known) static_cast<void>(note(pushed, *known, kPushedElsewhereDeed));
  return arrived;
}

Status SyncRun::note(std::optional<git::ObjectId> from, git::ObjectId to, std::string_view deed) {
  return move_tracking(repository_, options_.write, place_.tracking_ref, {from, to, deed},
                       deadline_, teller());
}

Tell SyncRun::teller() {
  return [this](const std::string& note) { outcome_.notes.push_back(note); };
}

}  // namespace claudestep::store
