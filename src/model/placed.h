// Owns: where a record of a document stood, so that rules can point at it after the document was
// taken apart.
#pragma once

#include <string>

#include "base/value.h"

namespace claudestep::model {

struct Origin {
  Mark mark;         // of the value; of the object that lacks a member
  std::string path;  // "tasks.qa[0].done_when"; "" for the whole document

  bool operator==(const Origin&) const = default;
};

// A value and where it stood.
template <typename T>
struct Placed {
  T value{};
  Origin origin;

  bool operator==(const Placed&) const = default;
};

using Words = Placed<std::string>;

}  // namespace claudestep::model
