// Owns: which folder git runs the hooks of a repository from, and whether that folder is ours to
// write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/hook_files.h"

namespace claudestep::host {

enum class HookPlace : std::uint8_t {
  kRepository,  // the repository's own folder: hooks may be written there
  kWorkTree,    // among the files that are committed
  kShared,      // core.hooksPath comes from the user's or the system's configuration
};

struct HookFolder {
  std::string path;                    // absolute
  std::optional<std::string> setting;  // core.hooksPath, with "~" resolved
  std::string scope;                   // where it is set, as git calls it: "local", "global"; or ""
  HookPlace place = HookPlace::kRepository;

  // Where a person writes the hook: beside the folder that husky makes for itself ("_").
  [[nodiscard]] std::string file_of(std::string_view hook) const;
};

// The folder hooks/ that git uses unless it is told otherwise.
[[nodiscard]] std::string usual_hook_folder(const git::Repository& repository);

// Asks git, because only git says from which of its files a setting comes.
[[nodiscard]] Result<HookFolder> find_hook_folder(const git::Repository& repository,
                                                  const Environment& environment);

// How one hook stands, and whether git gets to it.
struct SeenHook {
  std::string hook;
  HookState state;         // `executable` as git sees it: husky runs what is not
  bool reachable = false;  // false: installed where git looked earlier
};
[[nodiscard]] SeenHook see_hook(const git::Repository& repository, const HookFolder& folder,
                                std::string_view hook);

}  // namespace claudestep::host
