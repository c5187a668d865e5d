// Compare-and-swap of a ref.
#include <fmt/format.h>
#include <chrono>
#include <thread>

#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/repository_impl.h"
#include "git/signature.h"

namespace claudestep::git {
namespace {

// `git pack-refs` takes away the folder of a ref that it has packed, perhaps between our making
// that folder and our making the lock in it, which fails in ways that look like any other. Another
// try finds things settled; a failure that stays costs these tries.
constexpr int kTries = 10;
constexpr std::chrono::milliseconds kPause{2};

// A ref that makes `name` impossible: one that is a folder on its way, or one beneath it.
std::optional<std::string> colliding_ref(const Repository& repository, git_repository* handle,
                                         const std::string& name) {
  for (std::size_t slash = name.find('/'); slash != std::string::npos;
       slash = name.find('/', slash + 1)) {
    const std::string above = name.substr(0, slash);
    ReferenceHandle reference;
    if (git_reference_lookup(Out(reference), handle, above.c_str()) == 0) return above;
  }
  git_error_clear();
  const auto beneath = repository.refs_matching(name + "/*");
  if (beneath && !beneath->empty()) return beneath->front();
  return std::nullopt;
}

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

bool is_final(int code) {
  return code == 0 || code == GIT_EMODIFIED || code == GIT_ELOCKED;
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
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS || (code == GIT_ENOTFOUND && expected)) {
    git_error_clear();
    return SwapOutcome::kMoved;
  }
  if (code == GIT_ELOCKED) {
    git_error_clear();
    return SwapOutcome::kLocked;
  }
  const ErrorCode last = code_of_last_error();
  Error error = from_libgit2(last, fmt::format("cannot move the ref {}", quoted(end.name)));
  if (const auto other = colliding_ref(*this, handle, end.name)) {
    return fail(ErrorCode::kConflict,
                fmt::format("the ref {} cannot exist beside {}", quoted(end.name), quoted(*other)));
  }
  return fail(std::move(error));
}

}  // namespace claudestep::git
