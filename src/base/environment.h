// Owns: the process environment as a value, so that nothing below cli/ asks the process for it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace claudestep {

class Environment {
 public:
  Environment() = default;
  explicit Environment(std::map<std::string, std::string, std::less<>> variables)
      : variables_(std::move(variables)) {}

  // The value of `name`, also when it is empty; nothing when it is not set. Valid as long as this.
  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const {
    const auto found = variables_.find(name);
    if (found == variables_.end()) return std::nullopt;
    return found->second;
  }

  // The value of `name` unless it is not set or empty.
  [[nodiscard]] std::optional<std::string_view> get_nonempty(std::string_view name) const {
    const auto value = get(name);
    return value && !value->empty() ? value : std::nullopt;
  }

  void set(std::string name, std::string value) {
    variables_.insert_or_assign(std::move(name), std::move(value));
  }
  void unset(std::string_view name) {
    if (const auto found = variables_.find(name); found != variables_.end())
      variables_.erase(found);
  }

  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
    return variables_;
  }

 private:
  std::map<std::string, std::string, std::less<>> variables_;
};

}  // namespace claudestep
