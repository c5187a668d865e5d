// Owns: where the system does not let us read or write, and whose that is.
#pragma once

#include <optional>
#include <string>

namespace claudestep {

// Whether the system refuses us what `how` says of access(2) (R_OK, X_OK, ...) for want of rights.
[[nodiscard]] bool is_refused(const std::string& path, int how);

// The file or folder at `path`, or the first folder on the way to it that may not be entered, where
// that is why it cannot be read. Nothing where it can be, or is not there.
[[nodiscard]] std::optional<std::string> unreadable_place(const std::string& path);

// "'/a/b' is root's": a file or folder and the name of the user who owns it, or the number of one
// who has none. The path alone where nobody says.
[[nodiscard]] std::string with_owner(const std::string& path);

}  // namespace claudestep
