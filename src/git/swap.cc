// Compare-and-swap of a ref, and taking one away.
#include <fmt/format.h>
#include <git2/errors.h>
#include <git2/graph.h>
#include <git2/sys/refdb_backend.h>
#include <git2/sys/refs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/ref_lock.h"
#include "git/reflog_append.h"
#include "git/repository_impl.h"
#include "git/signature.h"

namespace claudestep::git {
namespace {

// `git pack-refs` takes away the folder of a ref that it has packed, perhaps between our making
// that folder and our making the lock in it, which fails in ways that look like any other. Another
// try finds things settled; a failure that stays costs these tries.
constexpr int kTries = 10;
constexpr std::chrono::milliseconds kPause{2};

constexpr std::string_view kBranches = "refs/heads/";

struct Swap {
  const std::string& name;
  const git_oid& expected;  // zero: must not exist
  const git_oid& value;
  const Signature& who;
  const std::string& message;
  const std::function<void()>& on_lock;
  std::string file;  // of the ref
  Reflogs logs;
  const Sharing& sharing;
};

void free_backend(git_refdb_backend* backend) {
  backend->free(backend);
}
using RefsHandle = Handle<git_refdb_backend, free_backend>;
using SignatureHandle = Handle<git_signature, git_signature_free>;

// Whether the ref is where it is expected to be: 0 or GIT_EMODIFIED. Requires: its lock is ours.
int compare(git_refdb_backend* refs, const Swap& swap) {
  ReferenceHandle now;
  const int code = refs->lookup(Out(now), refs, swap.name.c_str());
  if (code < 0 && code != GIT_ENOTFOUND) return code;
  git_error_clear();
  const git_oid* id = code == 0 ? git_reference_target(now.get()) : nullptr;
  const bool is_there = code == 0;
  const bool as_expected = is_there ? id != nullptr && git_oid_equal(id, &swap.expected) != 0
                                    : git_oid_is_zero(&swap.expected) != 0;
  return as_expected ? 0 : GIT_EMODIFIED;
}

int check_value(git_repository* repository, const git_oid& value) {
  OdbHandle objects;
  if (const int code = git_repository_odb(Out(objects), repository); code < 0) return code;
  if (git_odb_exists(objects.get(), &value) != 0) return 0;
  git_error_set_str(GIT_ERROR_REFERENCE, "the object that it shall be at does not exist");
  return -1;
}

int sign(SignatureHandle& signature, const Signature& who) {
  const int code = git_signature_now(Out(signature), who.name.c_str(), who.email.c_str());
  return code == 0 ? 0 : git_signature_now(Out(signature), "unknown", "unknown");
}

// Puts the ref in its place, whose lock is ours. `may_be_done` says then whether that may be so
// although it failed.
int place(RefLock& lock, const Swap& swap, const LoggedMove& move, bool& may_be_done) {
  MoveLog log;
  if (const int code = log.begin(swap.logs, move); code != 0) return code;
  const RefLock::Outcome outcome = lock.become_ref(move.to, swap.logs.are_durable);
  if (outcome.is_in_place) {
    log.finish();
  } else {
    log.take_back();
  }
  may_be_done |= outcome.code != 0;
  return outcome.code;
}

// libgit2's own way of writing a ref that is compared first, but that somebody may look at the lock
// before anything else is done, and that what a reflog was told is taken away before others have
// the lock. libgit2 does not know either what the environment sets for reflogs, and would read the
// branch that HEAD is at.
int try_once(git_repository* repository, const Swap& swap, bool& may_be_done) {
  SignatureHandle who;
  RefsHandle refs;
  int code = check_value(repository, swap.value);
  if (code == 0) code = sign(who, swap.who);
  if (code == 0) code = git_refdb_backend_fs(Out(refs), repository);
  RefLock lock;
  if (code == 0) code = lock.take(swap.file, swap.sharing);
  if (code != 0) return code;
  if (swap.on_lock) swap.on_lock();
  code = compare(refs.get(), swap);
  if (code != 0 || git_oid_equal(&swap.expected, &swap.value) != 0) return code;
  return place(lock, swap, {from_oid(swap.expected), from_oid(swap.value), *who, swap.message},
               may_be_done);
}

// Whether libgit2's last error is a refusal that no other try gets around.
bool is_refusal() {
  const git_error* last = git_error_last();
  if (last == nullptr || last->message == nullptr) return false;
  const std::string_view said(last->message);
  constexpr std::array kRefusals = {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EIO};
  return std::any_of(kRefusals.begin(), kRefusals.end(), [&](int number) {
    return said.find(std::strerror(number)) != std::string_view::npos;
  });
}

bool is_final(int code) {
  return code == 0 || code == GIT_EMODIFIED || code == GIT_ELOCKED || is_refusal();
}

// Whether the ref is where it was expected after all: where it is moved to packed-refs and back all
// the time, it was seen elsewhere once in some thousand times.
bool is_misread(git_repository* repository, const Swap& swap, int code) {
  git_oid now;
  return code == GIT_EMODIFIED && !git_oid_is_zero(&swap.expected) &&
         git_reference_name_to_id(&now, repository, swap.name.c_str()) == 0 &&
         git_oid_equal(&now, &swap.expected) != 0;
}

// Whether what was to be done is done: the ref is there, or where somebody went on to from there.
bool is_done(git_repository* repository, const Swap& swap) {
  git_oid now;
  if (git_reference_name_to_id(&now, repository, swap.name.c_str()) != 0) return false;
  if (git_oid_equal(&now, &swap.value) != 0) return true;
  if (git_graph_descendant_of(repository, &now, &swap.value) != 1) return false;
  // Where a ref that goes back was is built on where it goes to; so is what goes on from there.
  const bool goes_back = git_graph_descendant_of(repository, &swap.expected, &swap.value) == 1;
  return !goes_back || (git_oid_equal(&now, &swap.expected) == 0 &&
                        git_graph_descendant_of(repository, &now, &swap.expected) != 1);
}

// The same, asked again as long as it is not: see is_misread(). libgit2's last error stays.
bool is_done_after_all(git_repository* repository, const Swap& swap) {
  const git_error* last = git_error_last();
  const int group = last != nullptr ? last->klass : GIT_ERROR_NONE;
  const std::string said = last != nullptr && last->message != nullptr ? last->message : "";
  bool is_it = is_done(repository, swap);
  for (int i = 1; i < kTries && !is_it; ++i) {
    std::this_thread::sleep_for(kPause);
    is_it = is_done(repository, swap);
  }
  git_error_set_str(group, said.c_str());
  return is_it;
}

// git takes away the folder of a ref that it packs. Where that was so right after the ref was put
// in its place, its folder cannot be had kept by the disk; but it is done, unless somebody has put
// back what was there before.
int try_some_times(git_repository* repository, const Swap& swap) {
  bool may_be_done = false;  // one failed when the ref was to be put in its place, or after that
  int code = try_once(repository, swap, may_be_done);
  for (int i = 1; i < kTries && (!is_final(code) || is_misread(repository, swap, code)); ++i) {
    if (may_be_done && is_done(repository, swap)) return 0;
    std::this_thread::sleep_for(kPause);
    code = try_once(repository, swap, may_be_done);
  }
  if (code == 0 || !may_be_done || (code != GIT_EMODIFIED && is_refusal())) return code;
  return is_done_after_all(repository, swap) ? 0 : code;
}

// A pipe in the place of the reflog, or a folder, would not be told of; empty folders git takes
// away.
Status make_way_for_reflog(const std::string& log, const std::string& name) {
  struct stat status {};
  if (::stat(log.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return {};
  if (S_ISDIR(status.st_mode) && remove_empty_folders(log)) return {};
  return fail(
      Error{ErrorCode::kCorrupt, fmt::format("cannot move the ref {}", quoted(name))}
          .caused_by(fmt::format("{} is no file, and its reflog has to be there", quoted(log, 200)))
          .hint("move that out of the git folder, then try again"));
}

// As libgit2 has it, which reads them.
bool is_of_worktree(std::string_view name) {
  return !name.starts_with("refs/") || name.starts_with("refs/bisect/");
}

Error beside(const std::string& name, const std::string& other) {
  return Error{ErrorCode::kConflict,
               fmt::format("the ref {} cannot exist beside {}", quoted(name), quoted(other))}
      .hint(std::string("name another branch with --ref") +
            (other.starts_with(kBranches) ? ", or give that one another name with git branch -m"
                                          : ""));
}

}  // namespace

std::optional<std::string> Repository::ref_in_the_way_of(std::string_view name) const {
  for (std::size_t slash = name.find('/'); slash != std::string_view::npos;
       slash = name.find('/', slash + 1)) {
    const std::string above(name.substr(0, slash));
    ReferenceHandle reference;
    const int code = git_reference_lookup(Out(reference), impl_->repository.get(), above.c_str());
    git_error_clear();
    if (code == 0) return above;
  }
  const auto beneath = refs_matching(std::string(name) + "/*");
  if (beneath && !beneath->empty()) return beneath->front();
  return std::nullopt;
}

Result<SwapOutcome> Repository::compare_and_swap(std::string_view name,
                                                 std::optional<ObjectId> expected, ObjectId value,
                                                 const Signature& who,
                                                 std::string_view reflog_message,
                                                 const std::function<void()>& on_lock) {
  git_repository* handle = impl_->repository.get();
  // As git: a symbolic ref stands for the one it names.
  CS_ASSIGN(const auto end, follow_ref(handle, name));
  // Who moved it, for the reflog; when is the clock's business, as libgit2 has it.
  const Signature clean = cleaned(who);
  const git_oid old_oid = to_oid(expected.value_or(ObjectId()));
  const git_oid new_oid = to_oid(value);
  const std::string message(reflog_message);
  const std::string log = join_path(impl_->location.common_dir, "logs/" + end.name);
  const Status way = make_way_for_reflog(log, end.name);
  if (!expected || !way) {
    if (const auto other = ref_in_the_way_of(end.name)) return fail(beside(end.name, *other));
  }
  CS_TRY(way);
  const std::string& common = impl_->location.common_dir;
  Swap swap{end.name,
            old_oid,
            new_oid,
            clean,
            message,
            on_lock,
            join_path(is_of_worktree(end.name) ? git_dir() : common, end.name),
            {{common, log}, std::nullopt, true, true, impl_->sharing},
            impl_->sharing};
  const auto head = symbolic_target("HEAD");
  if (head && *head == end.name) swap.logs.head = {git_dir(), join_path(git_dir(), "logs/HEAD")};
  swap.logs.are_made =
      impl_->config.get_bool("core.logAllRefUpdates").value_or(true).value_or(true);
  swap.logs.are_durable = impl_->durable;
  const int code = try_some_times(handle, swap);
  if (code == 0) {
    impl_->sharing.apply_up_to(common, swap.file);
    return SwapOutcome::kDone;
  }
  const ErrorCode last = code_of_last_error();
  const bool is_locked = code == GIT_ELOCKED && !is_refusal();
  Error error = from_libgit2(last, fmt::format("cannot move the ref {}", quoted(end.name)));
  if (code == GIT_EMODIFIED || (code == GIT_ENOTFOUND && expected)) return SwapOutcome::kMoved;
  // A ref in its place looks like a lock or like a ref that came meanwhile, and no waiting helps.
  if (!expected || code != GIT_ELOCKED) {
    if (const auto other = ref_in_the_way_of(end.name)) return fail(beside(end.name, *other));
  }
  if (code == GIT_EEXISTS) return SwapOutcome::kMoved;
  if (is_locked) return SwapOutcome::kLocked;
  return fail(std::move(error));
}

Status Repository::remove_ref(std::string_view name) const {
  const std::string text(name);
  if (git_reference_remove(impl_->repository.get(), text.c_str()) == 0) return {};
  return fail(
      from_libgit2(ErrorCode::kIo, fmt::format("cannot take the ref {} away", quoted(name))));
}

}  // namespace claudestep::git
