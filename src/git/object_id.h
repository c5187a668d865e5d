// Owns: the name of a git object (SHA-1).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claudestep::git {

struct ObjectId {
  std::array<std::uint8_t, 20> bytes{};

  [[nodiscard]] bool is_zero() const { return *this == ObjectId{}; }
  [[nodiscard]] std::string hex() const;
  // 40 hex digits, either case; nothing for any other text.
  [[nodiscard]] static std::optional<ObjectId> parse(std::string_view hex);

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a null pointer in a made <=>
  auto operator<=>(const ObjectId&) const = default;
};

inline constexpr std::string_view kEmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

}  // namespace claudestep::git
