#include "check/wording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"

namespace claudestep::check {
namespace {

constexpr auto kVague = std::to_array<std::string_view>({
    "adequate",   "adequately", "appropriate",   "appropriately", "asap",        "better",
    "correctly",  "easily",     "easy",          "efficient",     "efficiently", "etc",
    "fast",       "flexible",   "generally",     "good",          "intuitive",   "intuitively",
    "many",       "maybe",      "mostly",        "nice",          "nicely",      "normally",
    "often",      "possibly",   "properly",      "quick",         "quickly",     "reasonable",
    "reasonably", "robust",     "scalable",      "seamless",      "seamlessly",  "several",
    "simply",     "smooth",     "smoothly",      "sometimes",     "sufficient",  "sufficiently",
    "tbd",        "todo",       "user-friendly", "usually",       "various",     "well",
});
constexpr auto kVaguePhrases = std::to_array<std::string_view>({
    "and so on",
    "as appropriate",
    "as expected",
    "as needed",
    "as soon as possible",
    "high quality",
    "if necessary",
    "if possible",
    "user friendly",
});
constexpr auto kConditions = std::to_array<std::string_view>({"when", "while", "where", "if"});
constexpr std::size_t kSubject = 3;  // THE SYSTEM SHALL

bool is_word_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         c == '\'' || c == '-' || static_cast<unsigned char>(c) > 0x7f;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && is_word_char(text[at])) ++at;
    if (at > start) words.push_back(text.substr(start, at - start));
    if (at < text.size()) ++at;
  }
  return words;
}

template <typename Table>
bool has_word(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

// Where the words THE SYSTEM SHALL begin, in any letter case; words.size() when nowhere.
std::size_t find_subject(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at + kSubject <= words.size(); ++at) {
    if (words[at] == "the" && words[at + 1] == "system" && words[at + 2] == "shall") return at;
  }
  return words.size();
}

bool has_capital_subject(const std::vector<std::string_view>& words, std::size_t subject) {
  return subject < words.size() && words[subject] == "THE" && words[subject + 1] == "SYSTEM" &&
         words[subject + 2] == "SHALL";
}

}  // namespace

std::optional<std::string> vague_words(std::string_view text) {
  if (text.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::string spaced = " ";
  for (const std::string_view word : words_in(text)) {
    const std::string lower = to_lower_ascii(word);
    if (has_word(kVague, lower)) return std::string(word);
    spaced += lower + " ";
  }
  for (const std::string_view phrase : kVaguePhrases) {
    if (spaced.find(" " + std::string(phrase) + " ") != std::string::npos) {
      return std::string(phrase);
    }
  }
  return std::nullopt;
}

std::optional<std::string> ears_fault(std::string_view text) {
  const std::vector<std::string_view> spelt = words_in(text);
  if (spelt.empty()) return std::nullopt;
  std::vector<std::string> words;
  for (const std::string_view word : spelt) words.push_back(to_lower_ascii(word));

  const bool is_conditional = has_word(kConditions, words.front());
  const bool has_shall = has_word(words, "shall");
  const std::size_t subject = find_subject(words);
  const std::string first = to_upper_ascii(spelt.front());
  const bool is_meant = (is_conditional && (has_shall || first == spelt.front())) ||
                        has_capital_subject(spelt, subject);
  if (!is_meant) return std::nullopt;

  if (subject == words.size()) {
    return has_shall ? "has SHALL without THE SYSTEM before it" : "has no THE SYSTEM SHALL";
  }
  if (subject + kSubject == words.size()) return "says nothing after THE SYSTEM SHALL";
  if (!is_conditional) {
    if (subject == 0) return std::nullopt;
    return "begins with none of WHEN, WHILE, WHERE, IF and THE SYSTEM SHALL";
  }
  // IF ..., THEN THE SYSTEM SHALL ...
  const std::size_t end = words[subject - 1] == "then" ? subject - 1 : subject;
  if (end <= 1) return "says nothing between " + first + " and THE SYSTEM SHALL";
  return std::nullopt;
}

}  // namespace claudestep::check
