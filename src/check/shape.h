// Owns: whether a document has the shape of its dialect, member by member, and what can be said of
// a single value: its kind, its bounds, its zone, its sign.
// Leaves to others: how records stand to each other (project_rules.h).
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "base/value.h"
#include "check/diagnostic.h"
#include "check/outline.h"
#include "model/project.h"

namespace claudestep::check {

// What is checked, besides the document itself.
struct Subject {
  std::string file;  // "projects/auth.json", for places
  std::string name;  // what the file's name says the project is called
  Instant now;
};

struct Shape {
  Outline outline;
  std::vector<Diagnostic> findings;  // in document order
};

// Looks at every member that the dialect gives a meaning. A document without an error among the
// findings that is not fixable can be read by codec::project_from_value, and one with such an error
// cannot, but for op/negative. Requires: `root` is an object; it outlives the outline.
[[nodiscard]] Shape read_shape(const Value& root, model::Dialect dialect, const Subject& subject);

// A finding at `value`.
[[nodiscard]] Diagnostic diagnose_at(std::string_view code, const Subject& subject,
                                     const Value& value, std::string message, std::string path);

}  // namespace claudestep::check
