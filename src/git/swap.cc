// Compare-and-swap of a ref.
#include <fmt/format.h>
#include <git2/errors.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string_view>
#include <thread>
#include <vector>

#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/reflog_undo.h"
#include "git/repository_impl.h"
#include "git/signature.h"

namespace claudestep::git {
namespace {

// `git pack-refs` takes away the folder of a ref that it has packed, perhaps between our making
// that folder and our making the lock in it, which fails in ways that look like any other. Another
// try finds things settled; a failure that stays costs these tries.
constexpr int kTries = 10;
constexpr std::chrono::milliseconds kPause{2};

struct Swap {
  const std::string& name;
  const git_oid& expected;  // zero: must not exist
  const git_oid& value;
  const std::string& message;
};

int try_once(git_repository* repository, const Swap& swap) {
  if (const int code = git_reference_ensure_log(repository, swap.name.c_str()); code < 0)
    return code;
  ReferenceHandle reference;
  // Forced, because the comparison under the lock is the whole guard: libgit2's own look for an
  // existing ref happens before it and only there.
  return git_reference_create_matching(Out(reference), repository, swap.name.c_str(), &swap.value,
                                       1, &swap.expected, swap.message.c_str());
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

int try_some_times(git_repository* repository, const Swap& swap) {
  int code = try_once(repository, swap);
  for (int i = 1; i < kTries && !is_final(code); ++i) {
    std::this_thread::sleep_for(kPause);
    code = try_once(repository, swap);
  }
  return code;
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
                                                 std::string_view reflog_message) {
  git_repository* handle = impl_->repository.get();
  // As git: a symbolic ref stands for the one it names.
  CS_ASSIGN(const auto end, follow_ref(handle, name));
  // Who moved it, for the reflog; when is the clock's business, as libgit2 has it.
  const Signature clean = cleaned(who);
  git_repository_set_ident(handle, clean.name.c_str(), clean.email.c_str());
  const git_oid old_oid = to_oid(expected.value_or(ObjectId()));
  const git_oid new_oid = to_oid(value);
  const std::string message(reflog_message);
  const int code = try_some_times(handle, Swap{end.name, old_oid, new_oid, message});
  if (code == 0) {
    const std::string& common = impl_->location.common_dir;
    impl_->sharing.apply_up_to(common, join_path(common, end.name));
    impl_->sharing.apply_up_to(common, join_path(common, "logs/" + end.name));
    return SwapOutcome::kDone;
  }
  const ErrorCode last = code_of_last_error();
  Error error = from_libgit2(last, fmt::format("cannot move the ref {}", quoted(end.name)));
  if (code == GIT_EMODIFIED || (code == GIT_ENOTFOUND && expected)) return SwapOutcome::kMoved;
  // A ref in its place looks like a lock or like a ref that came meanwhile, and no waiting helps.
  if (!expected || code != GIT_ELOCKED) {
    if (const auto other = ref_in_the_way_of(end.name)) {
      return fail(Error{ErrorCode::kConflict, fmt::format("the ref {} cannot exist beside {}",
                                                          quoted(end.name), quoted(*other))}
                      .hint("name another branch with --ref"));
    }
  }
  if (code == GIT_EEXISTS) return SwapOutcome::kMoved;
  if (code == GIT_ELOCKED) return SwapOutcome::kLocked;
  const auto now = follow_ref(handle, end.name);
  if (now && now->id != value) {
    const std::string& common = impl_->location.common_dir;
    const std::string log = join_path(common, "logs/" + end.name);
    // libgit2 does not say it.
    if (exists(log) && ::access(log.c_str(), W_OK) != 0) {
      error.causes.push_back(quoted(log) + ": " + std::strerror(errno));
    }
    undo_reflogs(join_path(common, end.name + ".lock"), {log, join_path(git_dir(), "logs/HEAD")},
                 expected.value_or(ObjectId()), value);
  }
  return fail(std::move(error));
}

}  // namespace claudestep::git
