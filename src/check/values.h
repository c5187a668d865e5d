// Owns: what can be said of one value: whether it is what its member may hold, and where it can be
// read but is odd (no zone, ahead of the clock, negative, too fine).
// Leaves to others: which member it is of (members.h), walking the document (shape.cc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/value.h"
#include "check/members.h"

namespace claudestep::check {

struct ValueFinding {
  std::string_view code;
  std::string what;  // goes on after the value's path: "is 0; expected a whole number of 1 or more"
};

// What is wrong with `value` as a member of `kind`; empty when all is well. Requires: not null, and
// a kind that holds a single value.
[[nodiscard]] std::vector<ValueFinding> judge(const Value& value, MemberKind kind, Instant now);

// "is 3; expected an object": a value of the wrong kind.
[[nodiscard]] std::string expected(const Value& value, std::string_view what);

}  // namespace claudestep::check
