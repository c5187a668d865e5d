// Owns: turning the words of a command line into the values that operations take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "cli/command.h"
#include "cli/context.h"
#include "git/repository.h"

namespace claudestep::cli {

// The operand PROJECT. kInvalidInput when no project can have that name.
[[nodiscard]] Result<std::string> project_of(const Arguments& arguments);

// A task's word. kInvalidInput for one that is blank.
[[nodiscard]] Result<std::string> task_word(std::string_view word);

// The value of an option of type kTime, spelt as we write it (a date is its first instant in UTC),
// or of type kMoment, where ages count back from `now`. Nothing when it is not given.
[[nodiscard]] std::optional<Timestamp> time_of(const Arguments& arguments, std::string_view option);
[[nodiscard]] std::optional<Instant> moment_of(const Arguments& arguments, std::string_view option,
                                               Instant now);

// A commit's whole id from `word`: 40 or 64 hex digits as they are (lower case), for a forge may
// know commits that are not here; anything else as git names it here. kInvalidInput when it is
// neither.
[[nodiscard]] Result<std::string> commit_id_of(const git::Repository& repository,
                                               std::string_view word);

}  // namespace claudestep::cli
