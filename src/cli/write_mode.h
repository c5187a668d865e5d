// Owns: commands that read, and write only where one of their options asks for it (`fsck --fix`,
// `next --claim`).
#pragma once

#include <initializer_list>
#include <string_view>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

// kUsage where the options do not go together: without `flag` those of a write (--dry-run, --op-id,
// --timeout, --force) and `more`, with it those that look at the past (--at) or at one side alone
// (--local).
[[nodiscard]] Status check_write_mode(const Arguments& arguments, std::string_view flag,
                                      std::initializer_list<std::string_view> more = {});

}  // namespace claudestep::cli
