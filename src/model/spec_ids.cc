#include "model/spec_ids.h"

#include <algorithm>
#include <string>

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

struct IdParts {
  std::string letters;  // "be", before the number
  std::string number;   // "1"
  std::string ending;   // "a", and whatever else is behind the number
};

// Of "BE-001a"; letter case, hyphens, underscores and leading zeros make no difference.
IdParts parts_of(std::string_view id) {
  std::string plain = to_lower_ascii(id);
  std::erase_if(plain, [](char c) { return c == '-' || c == '_'; });
  const std::size_t first = std::min(plain.find_first_of("0123456789"), plain.size());
  const std::size_t end = std::min(plain.find_first_not_of("0123456789", first), plain.size());
  const std::size_t digits = std::min(plain.find_first_not_of('0', first), end);
  return {plain.substr(0, first), plain.substr(digits, end - digits), plain.substr(end)};
}

bool is_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin());
  const auto left = a.end() - differ.first;
  return left >= 2 && differ.first[0] == differ.second[1] && differ.first[1] == differ.second[0] &&
         std::equal(differ.first + 2, a.end(), differ.second + 2);
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
  for (std::size_t at = 0; at + 1 < id.size(); ++at) {
    if (id[at] == '-' && is_digit(id[at + 1])) return id.substr(0, at);
  }
  return {};
}

std::string_view without_word(std::string_view mention) {
  const std::size_t hyphen = mention.rfind('-');
  if (hyphen == std::string_view::npos) return mention;
  const std::string_view last = mention.substr(hyphen + 1);
  const bool is_word = last.empty() || (last.size() > 1 && !has_digit(last));
  return is_word ? mention.substr(0, hyphen) : mention;
}

bool is_slip_of(std::string_view written, std::string_view id) {
  const IdParts a = parts_of(written);
  const IdParts b = parts_of(id);
  if (a.letters != b.letters || a.number.empty() || b.number.empty()) return false;
  if (a.number == b.number) return a.ending == b.ending || a.ending.empty() || b.ending.empty();
  return a.ending == b.ending && is_swapped(a.number, b.number);
}

}  // namespace claudestep::model
