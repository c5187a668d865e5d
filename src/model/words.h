// Owns: the words of documents that stand for a value of an enumeration, as tables.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace claudestep::model {

template <typename E>
struct Word {
  E value;
  std::string_view word;
};

// Each enumeration of documents has one: `template <> inline constexpr auto kWords<E> =
// std::to_array<Word<E>>({...});`, in the order in which messages list the words.
template <typename E>
inline constexpr std::array<Word<E>, 0> kWords{};

template <typename E>
[[nodiscard]] std::optional<E> parse_word(std::string_view text) {
  for (const Word<E>& entry : kWords<E>) {
    if (entry.word == text) return entry.value;
  }
  return std::nullopt;
}

// Requires: the table has the value.
template <typename E>
[[nodiscard]] std::string_view word_of(E value) {
  for (const Word<E>& entry : kWords<E>) {
    if (entry.value == value) return entry.word;
  }
  abort_with(__FILE__, __LINE__, "a value without a word");
}

template <typename E>
[[nodiscard]] std::vector<std::string> all_words() {
  std::vector<std::string> words;
  for (const Word<E>& entry : kWords<E>) words.emplace_back(entry.word);
  return words;
}

}  // namespace claudestep::model
