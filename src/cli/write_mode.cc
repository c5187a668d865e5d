#include "cli/write_mode.h"

#include <string>
#include <vector>

namespace claudestep::cli {

Status check_write_mode(const Arguments& arguments, std::string_view flag,
                        std::initializer_list<std::string_view> more) {
  const std::string mode = "--" + std::string(flag);
  if (arguments.has(flag)) {
    for (const std::string_view past : {"at", "local"}) {
      if (!arguments.has(past)) continue;
      return fail(
          Error{ErrorCode::kUsage, mode + " cannot be used with --" + std::string(past)}.hint(
              mode + " changes the branch as it is now"));
    }
    return {};
  }
  std::vector<std::string_view> writing = {"dry-run", "op-id", "timeout", "force"};
  writing.insert(writing.end(), more);
  for (const std::string_view option : writing) {
    if (!arguments.has(option)) continue;
    return fail(Error{ErrorCode::kUsage, "--" + std::string(option) + " is for " + mode});
  }
  return {};
}

}  // namespace claudestep::cli
