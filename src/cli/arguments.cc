#include <algorithm>
#include <charconv>

#include "cli/command.h"

namespace claudestep::cli {
namespace {

const std::vector<std::string>& none() {
  static const std::vector<std::string> empty;
  return empty;
}

}  // namespace

const CommandSpec& Arguments::spec() const {
  CS_CHECK(spec_ != nullptr);
  return *spec_;
}

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == values_.end() ? none() : found->second;
}

bool Arguments::has(std::string_view name) const {
  return !all(name).empty();
}

const std::string& Arguments::text(std::string_view name) const {
  const std::vector<std::string>& values = all(name);
  CS_CHECK(!values.empty());
  return values.back();
}

std::optional<std::string> Arguments::maybe(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return text(name);
}

std::int64_t Arguments::integer(std::string_view name) const {
  const std::string& word = text(name);
  std::int64_t number = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), number);
  CS_CHECK(result.ec == std::errc() && result.ptr == word.data() + word.size());
  return number;
}

bool Arguments::json() const {
  return has("json") || (has("format") && text("format") == "json");
}

void Arguments::add(std::string_view name, std::string value) {
  for (auto& [known, values] : values_) {
    if (known != name) continue;
    values.push_back(std::move(value));
    return;
  }
  values_.emplace_back(std::string(name), std::vector<std::string>{std::move(value)});
}

}  // namespace claudestep::cli
