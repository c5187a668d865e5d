#include "model/project_name.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kLongestName = 100;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool may_be_in_name(char c) {
  return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
}

}  // namespace

std::optional<std::string> project_name_flaw(std::string_view name) {
  if (name.empty()) return "it is empty";
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (may_be_in_name(name[at])) continue;
    const auto character = name.substr(at, next_utf8(name.substr(at)).size);
    return fmt::format("it contains {}", quoted(character));
  }
  if (!is_letter_or_digit(name.front())) {
    return fmt::format("it begins with {}", quoted(name.substr(0, 1)));
  }
  if (name.size() > kLongestName) return fmt::format("it is {} characters long", name.size());
  for (const std::string_view ending : {".lock", ".json"}) {
    if (name.ends_with(ending)) return fmt::format("it ends in {}", ending);
  }
  return std::nullopt;
}

Status check_project_name(std::string_view name) {
  const auto flaw = project_name_flaw(name);
  if (!flaw) return {};
  return fail(
      Error{ErrorCode::kInvalidInput, fmt::format("{} is no project name: {}", quoted(name), *flaw)}
          .hint("a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a "
                "letter or a digit and does not end in .lock or .json"));
}

}  // namespace claudestep::model
