#include "model/spec_ids.h"

#include <algorithm>

#include "base/text.h"

namespace claudestep::model {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A byte above 0x7f is part of a letter of some other script.
bool joins_id(char c) {
  return is_digit(c) || is_letter(c) || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) > 0x7f;
}

bool looks_like_id(std::string_view run) {
  const std::size_t hyphen = run.find('-');
  return hyphen != std::string_view::npos && is_letter(run.front()) &&
         has_digit(run.substr(hyphen));
}

}  // namespace

std::vector<IdMention> find_ids(std::string_view text) {
  std::vector<IdMention> found;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!joins_id(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    while (at < text.size() && joins_id(text[at])) ++at;
    std::string_view run = text.substr(start, at - start);
    while (!run.empty() && run.back() == '-') run.remove_suffix(1);
    if (looks_like_id(run)) found.push_back({run, start});
  }
  return found;
}

bool is_requirement_id(std::string_view id) {
  for (const std::string_view prefix : {"FR-", "NFR-"}) {
    if (id.starts_with(prefix)) return has_digit(id.substr(prefix.size()));
  }
  return false;
}

std::string_view id_prefix(std::string_view id) {
  const std::size_t hyphen = id.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == id.size()) return {};
  const std::string_view number = id.substr(hyphen + 1);
  return std::all_of(number.begin(), number.end(), is_digit) ? id.substr(0, hyphen)
                                                             : std::string_view();
}

}  // namespace claudestep::model
