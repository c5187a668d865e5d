// Owns: what the commands about hooks, and `init --hooks`, share: which hooks stand where, putting
// them in and taking them out.
// Leaves to others: the files themselves (host/hook_files.h), what a hook does (cmd_hooks_run.cc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/context.h"
#include "git/repository.h"
#include "report/hooks.h"

namespace claudestep::cli {

// The hooks that a clone, or a shared repository, is to have.
[[nodiscard]] std::vector<std::string> usual_hooks(const git::Repository& repository);

// How every hook stands.
[[nodiscard]] Result<report::HooksPage> hooks_page(const Context& context,
                                                   const git::Repository& repository);

// Whether install_hooks() finds a place for each; kConflict for one that does not.
[[nodiscard]] Status check_hook_places(const Context& context, const git::Repository& repository,
                                       const std::vector<std::string>& hooks);

// Puts these hooks in, or, on kConflict, none of them. Where the folder is not ours to write
// nothing is written, and `lines` of the page says what is to be added by hand.
[[nodiscard]] Result<report::HooksPage> install_hooks(const Context& context,
                                                      const git::Repository& repository,
                                                      const std::vector<std::string>& hooks);

// Takes these hooks out. `lines` are those that a person has put in and is to take out.
[[nodiscard]] Result<report::HooksPage> uninstall_hooks(const Context& context,
                                                        const git::Repository& repository,
                                                        const std::vector<std::string>& hooks);

// Why nothing was written: "core.hooksPath is ...". Requires: a page that is not writable.
[[nodiscard]] std::string why_not_written(const report::HooksPage& page);

}  // namespace claudestep::cli
