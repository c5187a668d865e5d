// Owns: one sync, from the choice of its remote to the last round.
// Leaves to others: what each step takes (store/sync_*.h). Internal to store/; callers use sync.h.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "host/transport.h"
#include "store/sync.h"
#include "store/sync_place.h"
#include "store/sync_tracking.h"

namespace claudestep::store {

inline constexpr int kUnknownTries = 3;  // a reason that we do not know is tried twice again

class SyncRun {
 public:
  SyncRun(git::Repository& repository, const SyncOptions& options)
      : repository_(repository),
        options_(options),
        deadline_(std::chrono::steady_clock::now() +
                  std::chrono::seconds(options.write.timeout_seconds)) {}

  // Writes what `planner` decides, on what the remote has.
  [[nodiscard]] Result<WriteOutcome> write_with(const Planner& planner);
  [[nodiscard]] Result<SyncOutcome> run();

 private:
  [[nodiscard]] const std::string& ref() const { return options_.write.ref; }
  // For steps that are no writes of their own: an op-id stands for one write.
  [[nodiscard]] WriteOptions without_id() const {
    WriteOptions options = options_.write;
    options.op_id.reset();
    return options;
  }
  [[nodiscard]] const Environment& environment() const { return *options_.write.environment; }
  // Whether this is a write that counts only where it was pushed.
  [[nodiscard]] bool shared() const { return planner_ != nullptr; }
  void tell(const std::string& text) const {
    if (options_.write.verbose) options_.write.verbose(text);
  }

  // The rounds (sync.cc).
  // Whether what is fetched and pushed can be noted.
  [[nodiscard]] Status check_tracking_lock();
  void warn_of_prunes();
  // A claim is worth something only where all claim.
  void warn_of_other_remote();
  // Where a ref is whose commits the remote may have.
  [[nodiscard]] Result<std::optional<git::ObjectId>> find_here(const std::string& name) const;
  // Fetches, merges and pushes once. True when both are the same now.
  [[nodiscard]] Result<bool> one_round();
  // Pushes what is here where the remote's is part of it.
  [[nodiscard]] Result<bool> push_round();
  // Decides on what is there now, and pushes that before anything here moves: what the remote does
  // not take was never part of the local branch, and the next round decides anew.
  [[nodiscard]] Result<bool> write_round(std::optional<git::ObjectId> there);
  // Whether a push goes to the repository that was fetched from: two addresses of one say the same
  // of the branch, unless somebody pushed in between, which the next round tells.
  [[nodiscard]] Result<bool> check_push_sides(std::optional<git::ObjectId> there);
  // False, for another round; or why there is no use in one.
  [[nodiscard]] Result<bool> fetch_again(const host::Fetched& fetched);
  [[nodiscard]] Error with_last_words(Error error) const;
  // An error says what came of the branch here before it.
  [[nodiscard]] Error with_what_stays(Error error) const;
  [[nodiscard]] Error out_of_time() const;
  // The command of this sync with more options.
  [[nodiscard]] std::string command_with(std::string_view options) const;
  // What names the branch to a command, where it is not the usual one; else nothing.
  [[nodiscard]] std::string ref_option() const;
  // Longer the more often others were faster, and never the same twice: so many times as long as a
  // round takes, since that is how long one keeps others from being in time. Of the time that is
  // left only a part, so that there are tries enough.
  void rest(std::chrono::steady_clock::duration round) const;

  // The branch here (sync_merge.cc).
  [[nodiscard]] Status check_rewind(std::optional<git::ObjectId> known,
                                    std::optional<git::ObjectId> there);
  // How the remote, which has `there`, can have `had` again.
  [[nodiscard]] std::string gives_back(git::ObjectId had, git::ObjectId there) const;
  // Merges what the remote has into the local branch.
  [[nodiscard]] Status bring_in(std::optional<git::ObjectId> known, git::ObjectId there);
  // What is to be merged first is not there to be looked at.
  [[nodiscard]] Status preview_squash(git::ObjectId there);
  // Makes one commit upon `there` of all that `local` has beyond it.
  [[nodiscard]] Result<std::optional<git::ObjectId>> put_together(git::ObjectId local,
                                                                  git::ObjectId there);
  static void take(const std::vector<std::string>& from, std::vector<std::string>& to);
  // Makes the branch, which the remote does not have any more, from what it had.
  [[nodiscard]] Status make_here(git::ObjectId had);
  [[nodiscard]] Status check_first_push();
  // Brings the local branch to what was pushed. The write is done, whatever comes of this.
  void follow(git::ObjectId pushed);

  // The push, and what came of it (sync_push.cc).
  // Pushes upon `there`, what the remote had.
  [[nodiscard]] Result<bool> push(git::ObjectId local, std::optional<git::ObjectId> there);
  // That somebody else was faster shows in what the remote has in the next round. Where git goes on
  // saying that `there`, upon which is pushed, is no part of that, it does not see what is here.
  [[nodiscard]] Status check_contradiction(std::optional<git::ObjectId> there,
                                           const host::Pushed& pushed);
  // After a push that not all addresses took: what only another one has is not noted, as git does
  // it, as what is fetched, and is where the error says.
  [[nodiscard]] Status check_half_push(std::optional<git::ObjectId> known,
                                       std::optional<git::ObjectId> there, git::ObjectId local,
                                       const Result<host::Pushed>& answer);
  // The push is done, whatever comes of this: the next fetch notes it as well.
  void note_pushed(std::optional<git::ObjectId> known, git::ObjectId local);
  [[nodiscard]] Status check_arrival(std::optional<git::ObjectId> known,
                                     std::optional<git::ObjectId> there, git::ObjectId pushed);
  [[nodiscard]] Status note(std::optional<git::ObjectId> from, git::ObjectId to,
                            std::string_view deed);
  [[nodiscard]] Tell teller();

  git::Repository& repository_;
  const SyncOptions& options_;
  std::chrono::steady_clock::time_point deadline_;
  SyncPlace place_;
  int apart_ = 0;           // rounds in which two addresses did not say the same
  bool was_asked_ = false;  // whether the remote has said what it has
  std::optional<git::ObjectId> rewound_from_;
  std::optional<git::ObjectId> brought_in_;    // where the branch here moved to
  std::optional<git::ObjectId> put_together_;  // the same, by squashing
  int unknown_ = 0;
  int denials_ = 0;                      // rounds in which git denied that `denied_` is a part
  std::optional<git::ObjectId> denied_;  // of what was pushed
  Error unfetched_;                      // why the last fetch came to nothing
  std::optional<host::Pushed> refused_;  // what came of the last push, if that came last
  const Planner* planner_ = nullptr;     // of a write that counts only where it was pushed
  WriteOutcome written_;                 // what it came to last
  SyncOutcome outcome_;
};

}  // namespace claudestep::store
