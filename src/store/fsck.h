// Owns: fsck: everything of the branch read with distrust, from the ref down to the members of each
// project file, and, where asked for, its history held to what its commits say of themselves.
// Leaves to others: the rules of a document (check/), how findings show (report/).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/diagnostic.h"
#include "check/shape.h"
#include "git/repository.h"
#include "model/operation.h"
#include "store/view.h"

namespace claudestep::store {

struct FsckOptions {
  ViewOptions view;
  bool frame = false;  // the history as well
};

struct FsckReport {
  bool has_branch = true;   // false: there is no such branch, and nothing was checked
  std::size_t files = 0;    // project files that were read
  std::size_t commits = 0;  // that were held to their trailers
  std::vector<check::Diagnostic> diagnostics;  // sorted; those of the history last, oldest first
};

// What is wrong is in the report, never an error: kNotFound for --at that names nothing, and what
// keeps git itself from working. Objects are checked against their names while this runs.
[[nodiscard]] Result<FsckReport> fsck(const git::Repository& repository,
                                      const FsckOptions& options);

// What is wrong with the bytes of one project file, sorted.
[[nodiscard]] std::vector<check::Diagnostic> check_file(std::string bytes,
                                                        const check::Subject& subject);

// A `repair` for each project of the view that has a fixable finding, by name.
[[nodiscard]] Result<std::vector<model::Operation>> repairs_for(const View& view, Instant now);

}  // namespace claudestep::store
