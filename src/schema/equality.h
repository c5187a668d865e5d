// Owns: when two values are the same for a schema: numbers by what they are, members in any order.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/value.h"

namespace claudestep::schema {

// A text that two values share exactly when they are equal.
[[nodiscard]] std::string canonical(const Value& value);

[[nodiscard]] bool equal(const Value& a, const Value& b);

// The first pair of equal items: the earlier and the later one's index.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find_equal_items(
    const std::vector<Value>& items);

}  // namespace claudestep::schema
