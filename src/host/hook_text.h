// Owns: what stands in the file of a hook: our lines between two markers, alone or in a script of
// somebody else. Pure.
// Leaves to others: the files (host/hook_files.h).
#pragma once

#include <string>
#include <string_view>

namespace claudestep::host {

// What a hook that was moved aside is called: "post-merge.before-claudestep".
inline constexpr std::string_view kMovedAside = ".before-claudestep";

// The whole file that stands alone for `hook`. Requires: one of hook_names().
[[nodiscard]] std::string_view shim_of(std::string_view hook);
// The same, which then goes on with the hook that was moved aside.
[[nodiscard]] std::string chaining_shim_of(std::string_view hook);

// The lines from one of our markers to the other, both included; empty where there are none.
[[nodiscard]] std::string_view block_in(std::string_view text);
// Whether these lines are what this program would write for `hook`.
[[nodiscard]] bool is_current_block(std::string_view block, std::string_view hook);

// Whether `text` is a script of a shell that our lines can be put into and cut out of again, so
// that every byte is as it was.
[[nodiscard]] bool can_take_block(std::string_view text);
// `text` with our lines in place of older ones, else behind the first line.
[[nodiscard]] std::string with_block(std::string_view text, std::string_view hook);
// `text` without our lines.
[[nodiscard]] std::string without_block(std::string_view text);

// What is left of a file that was all ours once our lines are cut out of it.
[[nodiscard]] bool is_bare_shim(std::string_view rest);
[[nodiscard]] bool is_bare_chaining_shim(std::string_view rest);

// One line of sh that does the same as `hook`'s shim, for a file that its owner writes.
[[nodiscard]] std::string line_to_add(std::string_view hook);
// Whether somebody has put such a line into `text`.
[[nodiscard]] bool calls_us(std::string_view text, std::string_view hook);

}  // namespace claudestep::host
