// Owns: what can be said of how a requirement or a criterion is worded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claudestep::check {

// The first word or phrase of `text` by which nobody can tell whether it holds ("fast", "as
// needed"); nothing when there is none, or the text has a number, which makes it one that can be
// measured. Words are matched whole.
[[nodiscard]] std::optional<std::string> vague_words(std::string_view text);

// What is wrong with a text that is written as WHEN/WHILE/WHERE/IF ... THE SYSTEM SHALL ..., as a
// phrase that goes on after its name: "has no THE SYSTEM SHALL". Nothing when it is in order or is
// not written so. A text is written so when it begins with one of the four in capitals, or in any
// letter case and has SHALL, or when it has THE SYSTEM SHALL in capitals. Words are matched whole.
[[nodiscard]] std::optional<std::string> ears_fault(std::string_view text);

}  // namespace claudestep::check
