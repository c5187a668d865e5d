// Owns: what is said when a sync cannot go on. Internal to store/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/object_id.h"
#include "host/transport.h"

namespace claudestep::store {

// `wish` names no remote; without one none of `names` is chosen for the branch `ref`.
[[nodiscard]] Error no_remote(const std::optional<std::string>& wish,
                              const std::vector<std::string>& names, const std::string& ref);
// The remote has no branch at all, and would make `ref` its default, which `command` lets it do.
[[nodiscard]] Error empty_remote(const std::string& remote, const std::string& ref,
                                 const std::string& command);
// `tracking`, the ref that notes what the remote has, cannot be beside `other`, which is `at`.
[[nodiscard]] Error no_place(const std::string& tracking, const std::string& other,
                             std::optional<git::ObjectId> at);
// The same where its lock stays, of which `described` says since when.
[[nodiscard]] Error locked_tracking(const std::string& tracking, const std::string& described);
// What a remote has at one of its addresses.
struct RemoteSide {
  std::string address;
  std::optional<git::ObjectId> has;
};
inline constexpr std::string_view kStaysThere =
    "before the push both were alike; what was pushed stays there";
// What is pushed would not be found by the next fetch.
[[nodiscard]] Error two_places(const std::string& remote, const RemoteSide& fetched,
                               const RemoteSide& pushed, const std::string& ref);
// Adds whom to ask where git says that something is damaged here.
void hint_at_damage(Error& error);
// Adds whom to ask where something is missing here and nothing is said that brings it.
void hint_at_loss(Error& error);
// The remote had `had` and has `has`, which does not contain it; or nothing.
struct Rewind {
  git::ObjectId had;
  std::optional<git::ObjectId> has;
  std::string accept;     // the command that goes along with that
  std::string give_back;  // what undoes it, with its command; needed only where it has something
};
[[nodiscard]] Error rewound(const std::string& remote, const std::string& ref,
                            const Rewind& rewind);
// The same in a shallow clone that has nothing of what both have.
[[nodiscard]] Error rewound_beyond(const std::string& ref, git::ObjectId had, git::ObjectId has);
// Only pushing was asked for, and `has` on the remote is not in the branch here.
[[nodiscard]] Error not_merged(const std::string& remote, const std::string& ref,
                               git::ObjectId has);
// What was never pushed cannot be put upon `there` as one commit, which `command` is to do, for the
// reason `why`.
[[nodiscard]] Error not_squashed(Error why, const std::string& ref, git::ObjectId there,
                                 const std::string& command);
// The remote's policy, or a reason that we do not know. `shared`: of a write that counts only where
// it was pushed. `squash`: the command that pushes all as one commit.
[[nodiscard]] Error refused_push(const std::string& remote, const std::string& ref,
                                 const host::Pushed& pushed, bool shared,
                                 const std::string& squash);
// Git goes on saying that `has`, which the remote has, is no part of what is pushed, though it is.
[[nodiscard]] Error denied_push(const std::string& remote, git::ObjectId has,
                                const host::Pushed& pushed, bool shared);
// The time is up, and the last thing that was refused was a push.
[[nodiscard]] Error kept_pushing(const std::string& remote, int rounds, bool shared,
                                 const host::Pushed& last);
// The same of a fetch, that failed with `why`.
[[nodiscard]] Error kept_fetching(Error why, int rounds, bool shared);
// Adds what came of the last push to the causes of another error that ends the sync.
void add_last_push(Error& error, const host::Pushed& last);

}  // namespace claudestep::store
