// Owns: taking a document apart without stopping at what is wrong: each value that cannot be read
// is noted with its place, the rest goes on. Leaves to others: which members a record has (the
// readers of documents.h). Private to codec/.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "codec/documents.h"
#include "model/kept.h"
#include "model/placed.h"
#include "model/words.h"

namespace claudestep::codec {

// What could not be read of one document. After the first thousand refusals no more are kept: a
// large document can have enough to fill the memory, and one is enough to know that it was not read
// whole.
class Refusals {
 public:
  explicit Refusals(std::string_view file) : file_(file) {}

  // `<path> is <value>; expected <what>`.
  void add(const Value& value, const std::string& path, std::string_view expected);
  // `<path> <what>`, at the value.
  void add_plain(const Value& value, const std::string& path, std::string_view what);
  // Those that were kept, by place.
  [[nodiscard]] std::vector<Error> take();

 private:
  [[nodiscard]] bool is_full() const { return errors_.size() >= kMostKept; }

  static constexpr std::size_t kMostKept = 1000;
  std::string file_;
  std::vector<Error> errors_;
};

enum class Need : std::uint8_t {
  kRequired,
  kOptional,  // may be absent
  kNullable,  // may be absent or null
};

enum class TextForm : std::uint8_t { kAny, kFilled, kVersion, kDate, kInstant, kUuid, kUri };

// A value that is a text of a form, or a refusal and nothing.
[[nodiscard]] std::optional<model::Words> read_words(const Value& value, std::string path,
                                                     TextForm form, Refusals& refusals);

// The members of one object. A member that is not there, may be null and is, or was refused, is
// read as nothing.
class Fields {
 public:
  // Refuses what is no object; it then has no members, and none is missed.
  Fields(const Value& value, std::string path, Refusals& refusals);

  // The member, which counts as known from now on; null when there is none or it is a null that may
  // be. One that is required and missing is refused at the object.
  const Value* take(std::string_view name, Need need = Need::kRequired);
  // Counts as known, whatever it is.
  void know(std::string_view name) { (void)take(name, Need::kNullable); }

  model::Words text(std::string_view name, TextForm form = TextForm::kFilled);
  std::optional<model::Words> maybe_text(std::string_view name, Need need = Need::kOptional,
                                         TextForm form = TextForm::kFilled);
  std::optional<std::string> maybe_string(std::string_view name, Need need = Need::kOptional,
                                          TextForm form = TextForm::kFilled);
  std::optional<model::Placed<std::int64_t>> whole_number(
      std::string_view name, std::int64_t least,
      std::int64_t most = std::numeric_limits<std::int64_t>::max(), Need need = Need::kRequired);
  double number(std::string_view name);
  std::optional<model::Placed<bool>> flag(std::string_view name, Need need = Need::kRequired);
  std::vector<model::Words> texts(std::string_view name, Need need = Need::kRequired,
                                  std::size_t least = 0);
  // One text, or a list of them.
  std::vector<model::Words> text_or_texts(std::string_view name, Need need = Need::kOptional,
                                          std::size_t least = 0);
  // A value of one of some kinds as compact JSON, a string as its text.
  std::string opaque(std::string_view name, Need need, const std::vector<ValueKind>& kinds);

  template <typename E>
  std::optional<model::Placed<E>> word(std::string_view name, Need need = Need::kRequired);
  template <typename E>
  E word_or(std::string_view name, E fallback, Need need = Need::kRequired) {
    const auto found = word<E>(name, need);
    return found ? found->value : fallback;
  }

  // The object under `name`.
  std::optional<Fields> object(std::string_view name, Need need = Need::kRequired);
  // Calls `read(value, path)` for each item of the array under `name`.
  template <typename Read>
  void each(std::string_view name, Need need, Read&& read);

  [[nodiscard]] model::Origin origin() const { return {value_->mark, path_}; }
  [[nodiscard]] const Value& value() const { return *value_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path_of(std::string_view name) const;
  [[nodiscard]] Refusals& refusals() { return *refusals_; }
  // The members that nobody asked for.
  [[nodiscard]] std::vector<const Member*> unknown() const;
  [[nodiscard]] model::Extra extra() const;

 private:
  const Value* value_;
  std::string path_;
  Refusals* refusals_;
  std::vector<bool> known_;
};

[[nodiscard]] std::string item_path(const std::string& path, std::size_t index);

// "one of a, b, c".
[[nodiscard]] std::string one_of(const std::vector<std::string>& words);

template <typename E>
std::optional<model::Placed<E>> Fields::word(std::string_view name, Need need) {
  const Value* member = take(name, need);
  if (member == nullptr) return std::nullopt;
  if (member->is_string()) {
    if (const auto parsed = model::parse_word<E>(member->text)) {
      return model::Placed<E>{*parsed, {member->mark, path_of(name)}};
    }
  }
  refusals_->add(*member, path_of(name), one_of(model::all_words<E>()));
  return std::nullopt;
}

template <typename Read>
void Fields::each(std::string_view name, Need need, Read&& read) {
  const Value* member = take(name, need);
  if (member == nullptr) return;
  const std::string path = path_of(name);
  if (!member->is_array()) return refusals_->add(*member, path, "an array");
  for (std::size_t i = 0; i < member->items.size(); ++i) {
    read(member->items[i], item_path(path, i));
  }
}

// What a reader of documents.h ends with.
template <typename T>
[[nodiscard]] Typed<T> typed(T document, Refusals& refusals) {
  return {std::move(document), refusals.take()};
}

}  // namespace claudestep::codec
