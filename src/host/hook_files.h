// Owns: putting our hooks into a folder of hooks, beside what is there, and taking them out again.
// Leaves to others: which folder (host/hook_folder.h), what a hook does (cli/).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

// Every hook that we have, in the order in which they are listed.
[[nodiscard]] const std::vector<std::string_view>& hook_names();

enum class HookChange : std::uint8_t {
  kNone,      // it is as it should be
  kWritten,   // there was no hook
  kUpdated,   // older lines of ours gave way
  kJoined,    // our lines went into the script that was there
  kBehind,    // the hook that was there was moved aside, and ours goes on with it
  kRemoved,   // the file was all ours and went
  kCut,       // our lines were cut out of it
  kRestored,  // the hook that was moved aside is back
};

// What stands at the path of one hook.
struct HookState {
  std::string file;
  bool exists = false;
  bool installed = false;   // our lines are in it, or somebody calls us from it
  bool current = false;     // and they are those of this program
  bool executable = false;  // git ignores a hook that is not
  bool chained = false;     // another hook runs with ours
};

[[nodiscard]] HookState hook_state(const std::string& file, std::string_view hook);

// Whether install_hook() has a place at `file`: kConflict for a folder there, or two hooks of which
// one would have to be moved aside and one was before.
[[nodiscard]] Status check_hook_place(const std::string& file, std::string_view hook);

// Makes `hook` run ours at `file`, whatever is there: a shell script gets our lines, anything else
// is moved aside and called. Again: kNone. At every moment either the old or the new hook is there.
// kIo when the system refuses, kConflict as check_hook_place() says.
[[nodiscard]] Result<HookChange> install_hook(const git::Repository& repository,
                                              const std::string& file, std::string_view hook);

// Takes ours out, and puts back what there was before, byte for byte. What somebody has written
// beside our lines since stays.
[[nodiscard]] Result<HookChange> uninstall_hook(const git::Repository& repository,
                                                const std::string& file);

}  // namespace claudestep::host
