// Owns: which work trees are in the middle of a rebase of a branch, and the ways out of that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

// When it is given up git puts the branch back to where it began, whatever was written to it since;
// when it is ended, where it has it, or it asks where the branch is and does not get there.
struct PausedRebase {
  std::string folder;       // of the work tree
  bool is_there = true;     // whether the folder is
  bool has_branch = false;  // whether its HEAD names the branch, against git's own custom
  bool has_moved = false;   // whether the branch is where it was not when this began
  bool is_broken = false;   // whether git has lost what it needs to go on or to go back
  bool is_twice = false;  // whether it has the state of both its ways to rebase: it ends one a time
};

// Those of the branch that `ref` leads to, whether their work trees can be found or not: one that
// was moved goes on where it is now.
[[nodiscard]] Result<std::vector<PausedRebase>> paused_rebases(const git::Repository& repository,
                                                               const std::string& ref);

// What to do about one so that nothing is taken back. `ref`: as it was asked for.
[[nodiscard]] std::vector<std::string> ways_out_of(const PausedRebase& rebase,
                                                   const std::string& ref);

// "is in the middle of a rebase of the branch", with what is the matter beside it.
[[nodiscard]] std::string describe(const PausedRebase& rebase);

// kDirty: nothing is written to the branch `ref` while there is one.
[[nodiscard]] Status check_no_rebase(const git::Repository& repository, const std::string& ref);

}  // namespace claudestep::host
