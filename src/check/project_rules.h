// Owns: how the records of one project must stand to each other: names, indices, ids, dependencies,
// statuses, pull requests, operations.
// Leaves to others: the shape of the document (shape.h), projects beside it (store/fsck.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "check/diagnostic.h"
#include "check/outline.h"
#include "check/shape.h"
#include "model/project.h"

namespace claudestep::check {

// The finding for a document of a schema above ours, which is all that is said of it; nothing for
// any other. Requires: `root` is an object.
[[nodiscard]] std::optional<Diagnostic> check_version(const Value& root, const Subject& subject);

// What is wrong between the records. `stored` is the project as the file has it (not settled), read
// from the document that `outline` is of.
[[nodiscard]] std::vector<Diagnostic> check_project(const Outline& outline,
                                                    const model::Project& stored,
                                                    const Subject& subject);

}  // namespace claudestep::check
