// Owns: the formats of texts that schemas name: "date-time", "uri" and their like.
#pragma once

#include <string_view>

namespace claudestep::schema {

// Whether `text` is of a format.
using FormatCheck = bool (*)(std::string_view text);

// The check of the format of that name, or null for one that is not evaluated.
[[nodiscard]] FormatCheck find_format(std::string_view name);

// "a date such as 2026-01-27": for messages. "" for a format that is not evaluated.
[[nodiscard]] std::string_view describe_format(std::string_view name);

}  // namespace claudestep::schema
