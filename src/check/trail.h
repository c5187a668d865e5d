// Owns: the path of a value while a document is walked, "pull_requests[3].created_at". A chain on
// the stack, spelt out only when it is asked for; each link must outlive those that point to it.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace claudestep::check {

class Trail {
 public:
  Trail() = default;
  [[nodiscard]] Trail member(std::string_view name) const { return {this, name, kNoIndex}; }
  [[nodiscard]] Trail item(std::size_t index) const { return {this, {}, index}; }

  // "" for the root.
  [[nodiscard]] std::string path() const;
  // As a sentence begins with it: "the document" for the root.
  [[nodiscard]] std::string subject() const;

 private:
  static constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();
  Trail(const Trail* parent, std::string_view name, std::size_t index)
      : parent_(parent), name_(name), index_(index) {}
  void append_to(std::string& out) const;

  const Trail* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = kNoIndex;
};

}  // namespace claudestep::check
