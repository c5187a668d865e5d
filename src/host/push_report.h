// Owns: what `git push --porcelain` says of a ref, and what that means for whoever pushed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claudestep::host {

// One line: "!\tabc:refs/heads/x\t[remote rejected] (hook declined)".
struct PushedRef {
  char flag = ' ';
  std::string from;
  std::string to;
  std::string summary;  // "[remote rejected]", "1a2b3c4..5d6e7f8"
  std::string reason;   // "hook declined"; "" for none

  bool operator==(const PushedRef&) const = default;
};

// The lines that tell of refs, in order; all others are left out.
[[nodiscard]] std::vector<PushedRef> parse_push_report(std::string_view output);

enum class PushStatus : std::uint8_t {
  kDone,      // the remote has it, now or before
  kMovedOn,   // somebody else was faster, or is at it: fetch and try again
  kRejected,  // the remote's policy said no
  kUnknown,   // a reason that we do not know
};
[[nodiscard]] PushStatus status_of(const PushedRef& pushed);

}  // namespace claudestep::host
