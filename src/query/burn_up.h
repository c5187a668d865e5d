// Owns: how the plan and what is done of it grew, as the branch's own history has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "query/scan.h"
#include "store/view.h"

namespace claudestep::query {

struct BurnUpPoint {
  Instant at;
  std::int64_t tasks = 0;
  std::int64_t completed = 0;

  bool operator==(const BurnUpPoint&) const = default;
};

// The selected projects after commits on the first-parent line of `view`, oldest first: after each
// where there are at most `most`, else after the last one of each of `most` equal parts of the
// time. A file counts as it was then, also one that is gone today; one that cannot be read counts
// nothing. A project that is selected by name counts under its former ones where it was not there
// under a later one yet. Times never go back: a clock that did is taken to stand still. Empty for
// an empty view. Calls `on_read` with how many files were read, as it goes on.
[[nodiscard]] Result<std::vector<BurnUpPoint>> burn_up(
    const store::View& view, const Selection& selection, std::size_t most,
    const std::function<void(std::size_t files)>& on_read = [](std::size_t) {});

}  // namespace claudestep::query
