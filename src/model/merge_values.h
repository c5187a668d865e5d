// Owns: the total order of each type of value by which a merge decides, and its words for receipts.
// A spelling decides between equal values, so that two sides never end with different bytes.
// Private to model/.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/project.h"

namespace claudestep::model::merging {

// The members of a pull request that move as one.
struct PrOutcome {
  PrState state = PrState::kOpen;
  Opt<Time> merged_at;
  Opt<Text> merge_commit;
  Opt<Time> closed_at;

  bool operator==(const PrOutcome&) const = default;
};

// The task that a pull request names. An index counts only where there is no id.
struct TaskRef {
  Opt<Text> id;
  Integer index;

  bool operator==(const TaskRef&) const = default;
};

// A run id together with whether it is a number, which is but another spelling.
struct RunId {
  Opt<Text> id;
  bool is_number = true;

  bool operator==(const RunId& other) const {
    return id.has_value() == other.id.has_value() &&
           trim(text_or_empty(id)) == trim(text_or_empty(other.id));
  }
};

using Order = std::strong_ordering;

// --- how two values stand to each other; equal means: spelt the same as well

template <typename T>
requires std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string>
[[nodiscard]] Order order(const T& a, const T& b) {
  return a <=> b;
}
template <typename T>
[[nodiscard]] Order order(const Kept<T>& a, const Kept<T>& b) {
  if (const Order values = a.value <=> b.value; values != 0) return values;
  return a.token <=> b.token;
}
[[nodiscard]] Order order(const Time& a, const Time& b);
[[nodiscard]] Order order(const ExtraMember& a, const ExtraMember& b);
[[nodiscard]] Order order(const Source& a, const Source& b);
[[nodiscard]] Order order(const Claim& a, const Claim& b);
[[nodiscard]] Order order(const PlanRef& a, const PlanRef& b);
[[nodiscard]] Order order(const PrOutcome& a, const PrOutcome& b);
[[nodiscard]] Order order(const TaskRef& a, const TaskRef& b);
[[nodiscard]] Order order(const RunId& a, const RunId& b);

template <typename T>
[[nodiscard]] Order order(const std::vector<T>& a, const std::vector<T>& b) {
  for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
    if (const Order items = order(a[at], b[at]); items != 0) return items;
  }
  return a.size() <=> b.size();
}
// Absent comes first, then null.
template <typename T>
[[nodiscard]] Order order(const Opt<T>& a, const Opt<T>& b) {
  if (a && b) return order(*a, *b);
  const auto rank = [](const Opt<T>& opt) { return opt ? 2 : opt.is_null() ? 1 : 0; };
  return rank(a) <=> rank(b);
}

struct Greatest {
  template <typename T>
  Order operator()(const T& a, const T& b) const {
    return order(a, b);
  }
};
// For when something was made: the earlier instant is the greater value.
struct Earliest {
  Order operator()(const Opt<Time>& a, const Opt<Time>& b) const {
    const bool two = a && b;
    if (two && a->value != b->value) return b->value <=> a->value;
    return order(a, b);
  }
};

// --- for receipts

[[nodiscard]] std::string spell(const std::string& value);
[[nodiscard]] std::string spell(bool value);
[[nodiscard]] std::string spell(std::int64_t value);
[[nodiscard]] std::string spell(const Text& value);
[[nodiscard]] std::string spell(const Integer& value);
[[nodiscard]] std::string spell(const Time& value);
[[nodiscard]] std::string spell(const Cost& value);
[[nodiscard]] std::string spell(const Seconds& value);
[[nodiscard]] std::string spell(const Source& value);
[[nodiscard]] std::string spell(const Claim& value);
[[nodiscard]] std::string spell(const PlanRef& value);
[[nodiscard]] std::string spell(const PrOutcome& value);
[[nodiscard]] std::string spell(const TaskRef& value);
[[nodiscard]] std::string spell(const RunId& value);
template <typename T>
[[nodiscard]] std::string spell(const Opt<T>& value) {
  return value ? spell(*value) : value.is_null() ? "null" : "";
}

}  // namespace claudestep::model::merging
