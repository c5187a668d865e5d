// Owns: how `cache status` and `cache clear` show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace claudestep::report {

struct CacheAmount {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

struct CacheState {
  std::string folder;  // of the facts
  CacheAmount facts;
  CacheAmount merges;
  CacheAmount patches;
  std::int64_t projects = 0;            // project files of the branch, archived ones too
  std::int64_t cached = 0;              // of these, how many have their facts kept
  std::optional<std::int64_t> cleared;  // files that were just taken away
};

[[nodiscard]] std::string cache_text(const CacheState& state);
[[nodiscard]] std::string cache_json(const CacheState& state);

}  // namespace claudestep::report
