#include "git/library.h"

#include <git2.h>

#include <atomic>
#include <mutex>
#include <string>

#include "git/repository.h"

namespace claudestep::git {
namespace {

std::atomic<bool> verifies = false;

bool start() {
  git_libgit2_init();
  // Checking every object against its name halves the speed of bulk reads; fsck turns it on.
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  // We read an object once, and many of them: libgit2's cache of them costs more than it saves.
  git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
  // Saves one look for a .keep file a pack, which only matters to programs that repack.
  git_libgit2_opts(GIT_OPT_DISABLE_PACK_KEEP_FILE_CHECKS, 1);
  // The files of a configuration are chosen from an Environment, never found by libgit2 itself.
  for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                          GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL}) {
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  }
  return true;
}

}  // namespace

void ensure_library() {
  [[maybe_unused]] static const bool started = start();
}

void set_fsync(bool on) {
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, on ? 1 : 0);
}

void set_home(const Environment& environment) {
  static std::mutex mutex;
  static std::string current;
  const std::string home(environment.get("HOME").value_or(""));
  const std::scoped_lock lock(mutex);
  if (home == current) return;
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, static_cast<int>(GIT_CONFIG_LEVEL_GLOBAL),
                   home.c_str());
  current = home;
}

bool verifies_on_read() {
  return verifies.load(std::memory_order_relaxed);
}

void Repository::verify_on_read(bool on) {
  ensure_library();
  verifies = on;
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, on ? 1 : 0);
}

}  // namespace claudestep::git
