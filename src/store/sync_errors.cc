#include "store/sync_errors.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/address.h"
#include "base/text.h"
#include "model/operation_parts.h"
#include "store/commit_message.h"
#include "store/history.h"
#include "store/merge.h"
#include "store/remote.h"
#include "store/transplant.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kBranchRefs = "refs/heads/";

std::string branch_of(std::string_view ref) {
  return std::string(ref.starts_with(kBranchRefs) ? ref.substr(kBranchRefs.size()) : ref);
}

// Whether the remote says that a lock on the branch was there before the push.
bool tells_of_lock(const std::string& line) {
  return line.find(".lock': File exists") != std::string::npos;
}

// Whether a guard says that a commit takes something away.
bool tells_of_loss(const std::string& line) {
  return line.find("[push/metadata-lost]") != std::string::npos ||
         line.find("[push/merge-of-many]") != std::string::npos ||
         line.find("[frame/") != std::string::npos;
}

// Whether it says so of what `sync --squash` made.
bool tells_of_squash(const std::string& line) {
  return line.find(kTransplantSubject) != std::string::npos;
}

std::string summary_of(const host::PushedRef& pushed) {
  const std::string reason = pushed.reason.empty() ? "" : " (" + pushed.reason + ")";
  return escape_for_terminal(pushed.summary + reason);
}

std::string what_is_safe(bool shared) {
  return shared ? "nothing was written" : "what was written is safe in the local branch";
}

std::string given_up(int rounds, bool shared) {
  return "gave up after " + counted(static_cast<std::size_t>(rounds), "round") + "; " +
         what_is_safe(shared);
}

}  // namespace

void hint_at_damage(Error& error) {
  constexpr std::string_view kWords[] = {"unable to read ",
                                         "bad object ",
                                         "bad tree object ",
                                         " is corrupt",
                                         "object file ",
                                         "packed-refs",
                                         "cannot read existing object",
                                         "unresolved delta",
                                         "did not send all necessary objects"};
  const auto tells = [&](const std::string& line) {
    return !line.starts_with("remote: ") &&
           std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view word) { return line.find(word) != std::string::npos; });
  };
  if (std::none_of(error.causes.begin(), error.causes.end(), tells)) return;
  error.hints.insert(error.hints.begin(), std::string(kAskDoctor));
}

void hint_at_loss(Error& error) {
  if (error.code != ErrorCode::kCorrupt) return;
  if (error.hints.empty() || error.hints.back() == kLookForLost) {
    error.hints.emplace_back(kAskDoctor);
  }
}

Error no_remote(const std::optional<std::string>& wish, const std::vector<std::string>& names,
                const std::string& ref) {
  if (wish) {
    Error error{ErrorCode::kNotFound, "no remote " + quoted(*wish)};
    if (const auto near = nearest(*wish, names)) {
      error.hints.push_back("did you mean " + quoted(*near) + "?");
    }
    error.hints.emplace_back("git remote -v");
    error.hints.emplace_back("a path or an address can be given as well");
    return error;
  }
  if (names.empty()) {
    return Error{ErrorCode::kNotFound, "there is no remote to sync with"}.hint(
        "to name one: git remote add origin ADDRESS, or claudestep sync ADDRESS");
  }
  Error error{ErrorCode::kNotFound, "there are several remotes, and none is chosen"};
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  error.causes.push_back("they are " + list);
  error.hints.emplace_back("to choose one: claudestep sync NAME, or " + choose_remote(ref));
  return error;
}

Error empty_remote(const std::string& remote, const std::string& ref, const std::string& command) {
  return Error{ErrorCode::kConflict, "the remote " + quoted(remote) + " is empty"}
      .caused_by(
          "a forge makes the first branch that it gets its default: the one that people "
          "see and clone")
      .hint("push the code first; or, to push " + quoted(short_ref(ref)) +
            " all the same: " + command);
}

Error no_place(const std::string& tracking, const std::string& other,
               std::optional<git::ObjectId> at) {
  Error error{ErrorCode::kConflict,
              "there is no place for " + quoted(tracking) + " beside " + quoted(other)};
  error.causes.emplace_back(
      "it notes what the remote has, and git keeps no ref below another; nothing was pushed");
  if (at) error.causes.push_back(quoted(other) + " is at " + at->hex());
  if (at) error.hints.emplace_back("to keep its commit, if nothing else does: git branch NAME ID");
  error.hints.push_back("to take it away: git update-ref --no-deref -d " +
                        model::shell_word(other, "REF"));
  return error;
}

Error locked_tracking(const std::string& tracking, const std::string& described) {
  return Error{ErrorCode::kBusy, "the ref " + quoted(tracking) + " is locked"}
      .caused_by(described)
      .caused_by("the ref notes what the remote has: without it a rewind would not be noticed")
      .hint(
          "a git process is at work, or one was killed; make sure that none runs before the lock "
          "file is taken away");
}

Error two_places(const std::string& remote, const RemoteSide& fetched, const RemoteSide& pushed,
                 const std::string& ref) {
  const auto says = [&](const RemoteSide& side) {
    return quoted(shown_address(side.address)) + ", where " + quoted(short_ref(ref)) +
           (side.has ? " is at " + side.has->hex().substr(0, 7) : " is not");
  };
  return Error{ErrorCode::kConflict, "the remote " + quoted(remote) +
                                         " is fetched from one repository and pushed to another"}
      .caused_by("it is fetched from " + says(fetched))
      .caused_by("it is pushed to " + says(pushed))
      .hint("to sync with one of the two: claudestep sync ADDRESS")
      .hint("to mean it always: git remote add NAME ADDRESS; git config branch." + short_ref(ref) +
            ".remote NAME");
}

Error rewound(const std::string& remote, const std::string& ref, const Rewind& rewind) {
  const std::string branch = quoted(short_ref(ref));
  const std::string had = rewind.had.hex().substr(0, 7);
  Error error{ErrorCode::kDivergedRewound, "the remote " + quoted(remote) + " was rewound"};
  if (!rewind.has) {
    return std::move(error)
        .caused_by(branch + " is not there any more; it was at " + had)
        .caused_by("somebody forced it, or took it away; nothing was changed here")
        .hint("to push the branch again: " + rewind.accept);
  }
  const std::string has = rewind.has->hex().substr(0, 7);
  return std::move(error)
      .caused_by(branch + " there is at " + has + ", which does not contain " + had +
                 " that it had")
      .caused_by("somebody forced it, or restored it from a backup; nothing was changed here")
      .hint("to see what was dropped: git log " + has + ".." + had)
      .hint(rewind.give_back)
      .hint("to drop it here as well, and put what was never pushed on the new tip: " +
            rewind.accept);
}

Error rewound_beyond(const std::string& ref, git::ObjectId had, git::ObjectId has) {
  const std::string from = had.hex().substr(0, 7);
  return Error{ErrorCode::kDivergedRewound,
               "the remote was rewound, to before where this shallow clone begins"}
      .caused_by(quoted(short_ref(ref)) + " there is at " + has.hex().substr(0, 7) +
                 ", which does not contain " + from + " that it had")
      .caused_by("somebody forced it, or restored it from a backup; nothing was changed here")
      .hint(
          "the next hint brings what is missing from a clone that has the branch as it was, with "
          "its path or address in the place of CLONE; then claudestep sync tells the ways out")
      .hint(unshallow_from_clone(model::shell_word(branch_of(ref), "BRANCH")))
      .hint(
          "where there is none, a new clone of the remote has what that has; to see what was "
          "written here and never pushed: git log " +
          from + ".." + model::shell_word(branch_of(ref), "BRANCH") + " --");
}

Error not_merged(const std::string& remote, const std::string& ref, git::ObjectId has) {
  return Error{ErrorCode::kConflict, "the remote " + quoted(remote) + " has what is not here"}
      .caused_by(quoted(short_ref(ref)) + " there is at " + has.hex().substr(0, 7) +
                 ", which is not merged")
      .hint("to fetch and merge it first: claudestep sync, without --no-fetch");
}

Error not_squashed(Error why, const std::string& ref, git::ObjectId there,
                   const std::string& command) {
  if (why.code != ErrorCode::kConflict) return why;
  const bool is_here = std::find(why.hints.begin(), why.hints.end(), kWorkOnIt) != why.hints.end();
  return std::move(why)
      .caused_by("nothing was put together, and nothing was pushed")
      .hint("to see all that is another here: git diff " + there.hex().substr(0, 7) + " " +
            model::shell_word(branch_of(ref), "BRANCH") + " --")
      .hint((is_here ? "to push it then: " : "to push it once all that is here again: ") + command);
}

Error refused_push(const std::string& remote, const std::string& ref, const host::Pushed& pushed,
                   bool shared, const std::string& squash) {
  Error error{ErrorCode::kRejected, "the remote " + quoted(remote) + " refused " +
                                        quoted(branch_of(ref)) + ": " + summary_of(pushed.ref)};
  error.causes = pushed.said;
  error.hints.emplace_back(shared ? "nothing was written; try again once the remote lets it"
                                  : "what was written is safe in the local branch; claudestep sync "
                                    "pushes it once the remote lets it");
  // Not of what is wrong with the files.
  const bool is_of_the_way = std::any_of(pushed.said.begin(), pushed.said.end(), tells_of_loss) &&
                             std::none_of(pushed.said.begin(), pushed.said.end(), tells_of_squash);
  if (is_of_the_way) {
    error.hints.push_back(
        "where the branch here has all of it again, to push that as one commit: " + squash);
  }
  hint_at_damage(error);
  return error;
}

Error denied_push(const std::string& remote, git::ObjectId has, const host::Pushed& pushed,
                  bool shared) {
  Error error{ErrorCode::kGitFailed,
              "git here refuses to push to " + quoted(remote) + ": " + summary_of(pushed.ref)};
  // Without git's advice, which is for what is not so.
  std::copy_if(pushed.said.begin(), pushed.said.end(), std::back_inserter(error.causes),
               [](const std::string& line) { return !line.starts_with("hint: "); });
  error.causes.push_back("the branch does contain " + has.hex().substr(0, 7) +
                         ", which the remote has: git sees other commits here than there are");
  error.causes.push_back(what_is_safe(shared));
  error.hints.emplace_back(kAskDoctor);
  return error;
}

Error kept_pushing(const std::string& remote, int rounds, bool shared, const host::Pushed& last) {
  const bool is_locked = std::any_of(last.said.begin(), last.said.end(), tells_of_lock);
  Error error{
      ErrorCode::kBusy,
      (is_locked ? "the branch is locked at " : "others kept pushing to ") + quoted(remote)};
  add_last_push(error, last);
  error.causes.push_back(given_up(rounds, shared));
  error.hints.emplace_back(
      is_locked ? "try again; if nobody is pushing there, a push that was killed left the lock: "
                  "remove that file where the remote lies"
                : "try again; --timeout T waits longer");
  return error;
}

void add_last_push(Error& error, const host::Pushed& last) {
  error.causes.push_back("the last push came to: " + summary_of(last.ref));
  error.causes.insert(error.causes.end(), last.said.begin(), last.said.end());
}

Error kept_fetching(Error why, int rounds, bool shared) {
  why.code = ErrorCode::kBusy;
  return std::move(why)
      .caused_by(given_up(rounds, shared))
      .hint("try again, when no other git is at work here; --timeout T waits longer");
}

}  // namespace claudestep::store
