// Owns: values that remember how a file spelt them, and members that may be absent or null.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "base/time.h"

namespace claudestep::model {

// A value and the JSON token it was read from. `token` is empty for a value of our own making and
// for one that was spelt as we would spell it. Equality looks at the value alone.
template <typename T>
struct Kept {
  T value{};
  std::string token{};

  Kept() = default;
  Kept(T v) : value(std::move(v)) {}  // NOLINT(google-explicit-constructor): a plain value is one
  Kept(T v, std::string t) : value(std::move(v)), token(std::move(t)) {}

  bool operator==(const Kept& other) const { return value == other.value; }
  auto operator<=>(const Kept& other) const { return value <=> other.value; }
};

using Text = Kept<std::string>;
using Integer = Kept<std::int64_t>;
using Time = Kept<Timestamp>;
using Cost = Kept<Money>;
using Seconds = Kept<Duration>;

// A member that a document may leave out or set to null; both are kept as they were.
template <typename T>
class Opt {
 public:
  Opt() = default;
  Opt(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  static Opt null() {
    Opt opt;
    opt.null_ = true;
    return opt;
  }

  [[nodiscard]] bool has_value() const { return value_.has_value(); }
  [[nodiscard]] bool is_null() const { return null_ && !value_; }
  [[nodiscard]] bool is_absent() const { return !null_ && !value_; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] T& operator*() { return *value_; }
  [[nodiscard]] const T* operator->() const { return &*value_; }
  [[nodiscard]] T* operator->() { return &*value_; }
  void reset() {
    value_.reset();
    null_ = false;
  }

  bool operator==(const Opt&) const = default;

 private:
  std::optional<T> value_;
  bool null_ = false;
};

// The text of an optional member, or "" when it has none.
[[nodiscard]] inline const std::string& text_or_empty(const Opt<Text>& text) {
  static const std::string kEmpty;
  return text ? text->value : kEmpty;
}

// A member that the schema does not know: its key as it was spelt (quotes included) and its value
// as compact JSON, every token letter for letter. It travels with the record it was found in.
struct ExtraMember {
  std::string key_token;
  std::string json;

  bool operator==(const ExtraMember&) const = default;
};

using Extra = std::vector<ExtraMember>;

}  // namespace claudestep::model
