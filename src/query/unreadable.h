// Owns: how a project file that could not be read shows in an answer.
#pragma once

#include <string>

namespace claudestep::query {

struct UnreadableFile {
  std::string file;     // "projects/auth.json"
  std::string message;  // why: "line 3, column 5: expected ',' or '}'", "it is a folder"

  bool operator==(const UnreadableFile&) const = default;
};

}  // namespace claudestep::query
