#include "host/hook_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include "base/file_io.h"
#include "base/text.h"
#include "host/hook_text.h"
#include "host/pipes.h"

namespace claudestep::host {
namespace {

constexpr mode_t kPermissions = 07777;
constexpr mode_t kFreshHook = 0777;  // the umask takes from it

std::string aside_of(const std::string& file) {
  return file + std::string(kMovedAside);
}

Error cannot_place(const std::string& file, int number) {
  return Error{ErrorCode::kIo, "cannot write the hook " + quoted(file)}.caused_by(
      std::strerror(number));
}

// What is at a path itself, a link not followed.
std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

// A hook's text, through a link; "" for what cannot be read or is no file.
std::string text_of(const std::string& path) {
  return read_file(path).value_or("");
}

int write_whole(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Writes the bytes beside `file` and renames them there. `like`: whose permissions they get.
Status place_text(const git::Repository& repository, const std::string& file,
                  std::string_view bytes, const struct stat* like) {
  const std::string beside = file + ".claudestep-" + std::to_string(::getpid());
  const Descriptor out(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kFreshHook));
  if (!out.is_open()) return fail(cannot_place(file, errno));
  int number = write_whole(out.get(), bytes);
  if (number == 0 && like != nullptr && ::fchmod(out.get(), like->st_mode & kPermissions) != 0) {
    number = errno;
  }
  if (like == nullptr) repository.share(beside);
  if (number == 0 && ::fsync(out.get()) != 0) number = errno;
  if (number == 0 && ::rename(beside.c_str(), file.c_str()) != 0) number = errno;
  if (number == 0) return {};
  ::unlink(beside.c_str());
  return fail(cannot_place(file, number));
}

Status make_folder_of(const git::Repository& repository, const std::string& file) {
  const std::string folder = file.substr(0, file.rfind('/'));
  if (::mkdir(folder.c_str(), kFreshHook) == 0) {
    repository.share(folder);
    return {};
  }
  const int number = errno;
  struct stat status {};
  if (::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return {};
  return fail(cannot_place(file, number == EEXIST ? ENOTDIR : number));
}

// Whether our lines go into the hook that is there. One that git ignores is not woken up by them.
bool takes_lines(const std::string& file, const struct stat& status, const std::string& text) {
  return S_ISREG(status.st_mode) && ::access(file.c_str(), X_OK) == 0 && can_take_block(text);
}

Status move_aside(const std::string& file) {
  const std::string aside = aside_of(file);
  // A second name first, so that there is no moment without the hook.
  if (::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, aside.c_str(), 0) == 0) return {};
  if (::rename(file.c_str(), aside.c_str()) == 0) return {};
  return fail(cannot_place(aside, errno));
}

// Puts ours where a hook is that has no lines of ours.
Result<HookChange> join(const git::Repository& repository, const std::string& file,
                        const struct stat& status, const std::string& text, std::string_view hook) {
  if (takes_lines(file, status, text)) {
    CS_TRY(place_text(repository, file, with_block(text, hook), &status));
    return HookChange::kJoined;
  }
  CS_TRY(move_aside(file));
  CS_TRY(place_text(repository, file, chaining_shim_of(hook), nullptr));
  return HookChange::kBehind;
}

}  // namespace

const std::vector<std::string_view>& hook_names() {
  static const std::vector<std::string_view> names = {"post-merge", "post-rewrite", "post-commit",
                                                      "pre-commit", "pre-push",     "pre-receive"};
  return names;
}

HookState hook_state(const std::string& file, std::string_view hook) {
  HookState state;
  state.file = file;
  struct stat status {};
  state.exists = ::stat(file.c_str(), &status) == 0;
  if (!state.exists) return state;
  const std::string text = text_of(file);
  const std::string_view block = block_in(text);
  state.installed = !block.empty() || calls_us(text, hook);
  state.current = block.empty() ? state.installed : is_current_block(block, hook);
  state.executable = ::access(file.c_str(), X_OK) == 0;
  state.chained = !block.empty() && !is_bare_shim(without_block(text));
  return state;
}

Status check_hook_place(const std::string& file, std::string_view hook) {
  const auto status = status_of(file);
  if (!status || hook_state(file, hook).installed) return {};
  if (!S_ISREG(status->st_mode) && !S_ISLNK(status->st_mode)) {
    return fail(ErrorCode::kConflict, quoted(file) + " is no file");
  }
  const std::string aside = aside_of(file);
  if (takes_lines(file, *status, text_of(file)) || !status_of(aside)) return {};
  return fail(Error{ErrorCode::kConflict,
                    "there is a hook " + quoted(file) + " and another that was moved aside before"}
                  .hint("keep one of the two: " + quoted(aside)));
}

Result<HookChange> install_hook(const git::Repository& repository, const std::string& file,
                                std::string_view hook) {
  CS_TRY(check_hook_place(file, hook));
  CS_TRY(make_folder_of(repository, file));
  const auto status = status_of(file);
  if (!status) {
    // Moved aside by an installation that was cut off, or by hand: it goes on.
    const bool has_other = status_of(aside_of(file)).has_value();
    CS_TRY(place_text(repository, file,
                      has_other ? chaining_shim_of(hook) : std::string(shim_of(hook)), nullptr));
    return has_other ? HookChange::kBehind : HookChange::kWritten;
  }
  const std::string text = text_of(file);
  const HookState state = hook_state(file, hook);
  if (!state.installed) return join(repository, file, *status, text, hook);
  if (state.current && state.executable) return HookChange::kNone;
  if (block_in(text).empty() || !S_ISREG(status->st_mode)) return HookChange::kNone;
  struct stat like = *status;
  like.st_mode |= (like.st_mode & 0444U) >> 2U;  // who may read it may run it
  CS_TRY(place_text(repository, file, with_block(text, hook), &like));
  return HookChange::kUpdated;
}

Result<HookChange> uninstall_hook(const git::Repository& repository, const std::string& file) {
  const auto status = status_of(file);
  const std::string text = status ? text_of(file) : std::string();
  if (!status || block_in(text).empty() || !S_ISREG(status->st_mode)) return HookChange::kNone;
  const std::string rest = without_block(text);
  const std::string aside = aside_of(file);
  const bool all_ours = is_bare_shim(rest) || is_bare_chaining_shim(rest);
  if (all_ours && status_of(aside)) {
    if (::rename(aside.c_str(), file.c_str()) != 0) return fail(cannot_place(file, errno));
    return HookChange::kRestored;
  }
  if (all_ours) {
    if (::unlink(file.c_str()) != 0) return fail(cannot_place(file, errno));
    return HookChange::kRemoved;
  }
  CS_TRY(place_text(repository, file, rest, &*status));
  return HookChange::kCut;
}

}  // namespace claudestep::host
