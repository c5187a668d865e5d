// Owns: what the commit says that puts unpushed work upon the tip of a remote: all that its commits
// said, in the terms of that tip, what was done by hand between them, and which projects are not
// accounted for by that.
// Leaves to others: merging the trees (store/merge_trees.h). Internal to store/.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"
#include "store/merge_trees.h"

namespace claudestep::store {

// What becomes of changes of the tip for which no operation accounts.
enum class Rest : bool {
  kCarried,     // the tip is another than that of which the work was made: they are the work's
  kMadeByHand,  // the work was built upon the tip: somebody made them by hand
};

// The trees that take part, and the projects: where the work began is the base, where it ended are
// ours, theirs are those of the tip.
struct Transplant {
  git::Commit tip;  // what it is put upon
  git::ObjectId merged;
  std::vector<TracedProject> projects;
  Rest rest = Rest::kCarried;

  // The commit that is made of them, before it is written.
  [[nodiscard]] git::Commit commit_saying(std::string message) const {
    return {{}, merged, {tip.id}, {}, {}, std::move(message)};
  }
};

// Where nothing is lost, and yet a guard would not let it in.
inline constexpr std::string_view kWorkOnIt =
    "nothing is lost there: a guard, which sees that commit alone, lets in what a merge kept once "
    "a "
    "command has worked on the project as well, as claudestep task add does";

// The message for a new tip that is called `tip`. `commits` are those of the work, oldest first,
// `receipts` what gave way when it was merged. fsck --frame has no objection to a commit that says
// this, in whatever repository; kInternal should it have one. Of work that was built upon the tip:
// kConflict where it takes away what that has (store/squash_losses.h), kUnsupported where too
// little of the past is here to know.
[[nodiscard]] Result<std::string> transplant_message(const git::Repository& repository,
                                                     const Transplant& trees,
                                                     const std::vector<git::Commit>& commits,
                                                     const std::vector<model::Receipt>& receipts,
                                                     const std::string& tip);

}  // namespace claudestep::store
