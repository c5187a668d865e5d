// Owns: what a delta of a pack makes of its base.
// Internal to git/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace claudestep::git {

// Bytes after those of a buffer that apply_delta may read or write but does not care about: short
// pieces are copied faster by a fixed size.
inline constexpr std::size_t kSlack = 32;

// What a delta says at its beginning.
struct DeltaSizes {
  std::size_t base = 0;
  std::size_t result = 0;
};

// Takes the sizes off the beginning of `delta`; nothing when they are not there.
[[nodiscard]] std::optional<DeltaSizes> take_sizes(std::string_view& delta);

// Follows the commands of `delta`, whose sizes were taken, and writes exactly `size` bytes to
// `out`. False for a delta that would make more or less of it, or reads beside its base. Requires:
// kSlack bytes after `base` and `delta` can be read, and after `out` + `size` written.
[[nodiscard]] bool apply_delta(std::string_view base, std::string_view delta, char* out,
                               std::size_t size);

}  // namespace claudestep::git
