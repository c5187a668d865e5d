// Owns: bringing a ref from a remote and to it, through the user's own git: its ssh, credential
// helpers, proxies and settings. This tool opens no connection itself.
// Leaves to others: what the commits hold, and when to try again (store/sync.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/process.h"
#include "host/push_report.h"

namespace claudestep::host {

// Where a ref comes from and goes to.
struct RemoteRef {
  std::string remote;  // a name, a path or an address
  std::string ref;     // its full name there
};

enum class FetchStatus : std::uint8_t {
  kDone,
  kNoBranch,  // the remote can be reached and has no such ref
  kBusy,      // another fetch of this repository holds a lock, or was faster
  kUnknown,   // it failed for a reason that we do not know, or that may pass: an object was missing
};

struct Fetched {
  FetchStatus status = FetchStatus::kDone;
  Error why;  // when kBusy or kUnknown: what to say when trying again is no use
};

// Brings the ref into `into`, whatever that was before. Other refs, tags and FETCH_HEAD are left
// alone. kGitFailed with all that git said when the remote cannot be reached, or `into` not
// written for a reason that stays.
[[nodiscard]] Result<Fetched> fetch(const git::Repository& repository, const UnderLock& under,
                                    const RemoteRef& from, const std::string& into);

// Where a remote is fetched from, and pushed to. Nothing of either where it is one address.
struct RemoteSides {
  std::string fetched_from;
  std::vector<std::string> pushed_to;
};
// Those of a configured remote (several remote.NAME.url, remote.NAME.pushurl,
// url.BASE.pushInsteadOf), by what git says of it.
[[nodiscard]] Result<RemoteSides> sides_of(const git::Repository& repository,
                                           const Environment& environment, const std::string& name);
// Those of an address (url.BASE.pushInsteadOf).
[[nodiscard]] Result<RemoteSides> sides_of_address(const git::Repository& repository,
                                                   const Environment& environment,
                                                   const std::string& address);

// Whether the remote has no branch at all.
[[nodiscard]] Result<bool> is_empty_remote(const git::Repository& repository,
                                           const Environment& environment,
                                           const std::string& remote);

// What the ref is there now; nothing is fetched.
[[nodiscard]] Result<std::optional<git::ObjectId>> find_remote_ref(
    const git::Repository& repository, const Environment& environment, const RemoteRef& of);

struct Pushed {
  PushStatus status = PushStatus::kUnknown;
  bool is_taken = false;          // whether an address of the remote took it
  PushedRef ref;                  // as git reported it
  std::vector<std::string> said;  // what git and the remote said besides, line by line
};

// Pushes `commit` to the ref, never by force. kGitFailed when git could not even ask.
[[nodiscard]] Result<Pushed> push(const git::Repository& repository, const Environment& environment,
                                  git::ObjectId commit, const RemoteRef& to);

// Lets git tidy up if it thinks that it is time.
void maintain(const git::Repository& repository, const Environment& environment);

}  // namespace claudestep::host
