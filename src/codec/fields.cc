#include "codec/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <tuple>

#include "base/decimal.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/record_reader.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_version_pair(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && are_digits(text.substr(0, dot)) &&
         are_digits(text.substr(dot + 1));
}

bool is_whole_date(std::string_view text) {
  constexpr std::size_t kLength = 10;  // 2026-01-27
  if (text.size() != kLength) return false;
  return Timestamp::parse(std::string(text) + "T00:00:00Z").has_value();
}

bool is_zoned_instant(std::string_view text) {
  const auto time = Timestamp::parse(text);
  return time && time->is_zoned() && text.find(' ') == std::string_view::npos;
}

bool is_uuid(std::string_view text) {
  constexpr std::size_t kParts[] = {8, 4, 4, 4, 12};
  for (const std::size_t size : kParts) {
    if (text.size() < size || !is_hex(text.substr(0, size))) return false;
    text.remove_prefix(size);
    if (text.empty()) return size == 12;
    if (text.front() != '-') return false;
    text.remove_prefix(1);
  }
  return false;
}

// A scheme and something after it, without what no URI may have. The schema's engine looks closer.
bool is_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
         text.find_first_of(" <>\"{}|\\^`") == std::string_view::npos;
}

bool has_form(std::string_view text, TextForm form) {
  switch (form) {
    case TextForm::kAny:
      return true;
    case TextForm::kFilled:
      return !text.empty();
    case TextForm::kVersion:
      return is_version_pair(text);
    case TextForm::kDate:
      return is_whole_date(text);
    case TextForm::kInstant:
      return is_zoned_instant(text);
    case TextForm::kUuid:
      return is_uuid(text);
    case TextForm::kUri:
      return is_uri(text);
  }
  abort_with(__FILE__, __LINE__, "a form of text that is none");
}

std::string_view describe_form(TextForm form) {
  switch (form) {
    case TextForm::kAny:
      return "a string";
    case TextForm::kFilled:
      return "a string that is not empty";
    case TextForm::kVersion:
      return "a version such as \"1.0\"";
    case TextForm::kDate:
      return "a date such as 2026-01-27";
    case TextForm::kInstant:
      return "a time such as 2026-01-27T10:00:00Z";
    case TextForm::kUuid:
      return "a UUID";
    case TextForm::kUri:
      return "a URI";
  }
  abort_with(__FILE__, __LINE__, "a form of text that is none");
}

// The nearest double; a JSON number is one that from_chars takes.
double number_as_double(std::string_view text) {
  double number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  // What is beyond all doubles is as good as infinite for comparing.
  if (end.ec == std::errc::result_out_of_range) {
    return text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  }
  return number;
}

std::string whole_number_between(std::int64_t least, std::int64_t most) {
  if (most == std::numeric_limits<std::int64_t>::max()) {
    return fmt::format("a whole number of {} or more", least);
  }
  return fmt::format("a whole number from {} to {}", least, most);
}

std::string joined_kinds(const std::vector<ValueKind>& kinds) {
  std::string text;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) text += i + 1 == kinds.size() ? " or " : ", ";
    text += describe(kinds[i]);
  }
  return text;
}

}  // namespace

void Refusals::add(const Value& value, const std::string& path, std::string_view expected) {
  if (is_full()) return;
  const Source source{file_, ErrorCode::kInvalidInput};
  const Path place{std::string_view(path)};
  errors_.push_back(std::move(refuse(Found{value, place, source}, expected)).value());
}

void Refusals::add_plain(const Value& value, const std::string& path, std::string_view what) {
  if (is_full()) return;
  errors_.push_back(
      Error{ErrorCode::kInvalidInput,
            (path.empty() ? std::string("the document") : path) + " " + std::string(what)}
          .at(Place{file_, value.mark.line, value.mark.column}));
}

std::vector<Error> Refusals::take() {
  std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return std::move(errors_);
}

std::optional<model::Words> read_words(const Value& value, std::string path, TextForm form,
                                       Refusals& refusals) {
  if (value.is_string() && has_form(value.text, form)) {
    return model::Words{value.text, {value.mark, std::move(path)}};
  }
  refusals.add(value, path, describe_form(form));
  return std::nullopt;
}

Fields::Fields(const Value& value, std::string path, Refusals& refusals)
    : value_(&value),
      path_(std::move(path)),
      refusals_(&refusals),
      known_(value.members.size(), false) {
  if (!value.is_object()) refusals.add(value, path_, "an object");
}

const Value* Fields::take(std::string_view name, Need need) {
  const std::vector<Member>& members = value_->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].key != name) continue;
    known_[i] = true;
    const bool is_nothing = need == Need::kNullable && members[i].value.is_null();
    return is_nothing ? nullptr : &members[i].value;
  }
  if (need == Need::kRequired && value_->is_object()) {
    refusals_->add_plain(*value_, path_, "has no member '" + std::string(name) + "'");
  }
  return nullptr;
}

std::string Fields::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

std::optional<model::Words> Fields::maybe_text(std::string_view name, Need need, TextForm form) {
  const Value* member = take(name, need);
  if (member == nullptr) return std::nullopt;
  return read_words(*member, path_of(name), form, *refusals_);
}

model::Words Fields::text(std::string_view name, TextForm form) {
  return maybe_text(name, Need::kRequired, form).value_or(model::Words{"", origin()});
}

std::optional<std::string> Fields::maybe_string(std::string_view name, Need need, TextForm form) {
  auto text = maybe_text(name, need, form);
  if (!text) return std::nullopt;
  return std::move(text->value);
}

std::optional<model::Placed<std::int64_t>> Fields::whole_number(std::string_view name,
                                                                std::int64_t least,
                                                                std::int64_t most, Need need) {
  const Value* member = take(name, need);
  if (member == nullptr) return std::nullopt;
  // 7.0 is whole too, as JSON Schema has it.
  std::optional<std::int64_t> number;
  if (member->is_number()) {
    if (const auto parsed = parse_integer(member->text)) number = *parsed;
  }
  if (!number || *number < least || *number > most) {
    refusals_->add(*member, path_of(name), whole_number_between(least, most));
    return std::nullopt;
  }
  return model::Placed<std::int64_t>{*number, {member->mark, path_of(name)}};
}

double Fields::number(std::string_view name) {
  const Value* member = take(name);
  if (member == nullptr) return 0;
  if (member->is_number()) return number_as_double(member->text);
  refusals_->add(*member, path_of(name), "a number");
  return 0;
}

std::optional<model::Placed<bool>> Fields::flag(std::string_view name, Need need) {
  const Value* member = take(name, need);
  if (member == nullptr) return std::nullopt;
  if (member->is_bool()) return model::Placed<bool>{member->boolean, {member->mark, path_of(name)}};
  refusals_->add(*member, path_of(name), "true or false");
  return std::nullopt;
}

std::vector<model::Words> Fields::texts(std::string_view name, Need need, std::size_t least) {
  std::vector<model::Words> found;
  const Value* list = value_->find(name);
  each(name, need, [&](const Value& item, std::string path) {
    if (auto words = read_words(item, std::move(path), TextForm::kFilled, *refusals_)) {
      found.push_back(*std::move(words));
    }
  });
  if (list != nullptr && list->is_array() && list->items.size() < least) {
    refusals_->add_plain(*list, path_of(name), "is empty; expected an item or more");
  }
  return found;
}

std::vector<model::Words> Fields::text_or_texts(std::string_view name, Need need,
                                                std::size_t least) {
  const Value* member = value_->find(name);
  if (member == nullptr || member->is_array()) return texts(name, need, least);
  const Value* taken = take(name, need);
  if (taken == nullptr) return {};
  if (taken->is_string()) {
    auto words = read_words(*taken, path_of(name), TextForm::kFilled, *refusals_);
    return words ? std::vector<model::Words>{*std::move(words)} : std::vector<model::Words>();
  }
  refusals_->add(*taken, path_of(name), "a string or an array of strings");
  return {};
}

std::string Fields::opaque(std::string_view name, Need need, const std::vector<ValueKind>& kinds) {
  const Value* member = take(name, need);
  if (member == nullptr) return {};
  if (std::find(kinds.begin(), kinds.end(), member->kind) == kinds.end()) {
    refusals_->add(*member, path_of(name), joined_kinds(kinds));
    return {};
  }
  return member->is_string() ? member->text : compact_json(*member);
}

std::optional<Fields> Fields::object(std::string_view name, Need need) {
  const Value* member = take(name, need);
  if (member == nullptr) return std::nullopt;
  return Fields(*member, path_of(name), *refusals_);
}

std::vector<const Member*> Fields::unknown() const {
  std::vector<const Member*> members;
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (!known_[i]) members.push_back(&value_->members[i]);
  }
  return members;
}

model::Extra Fields::extra() const {
  model::Extra extra;
  for (const Member* member : unknown()) {
    extra.push_back({.key_token = key_token(*member), .json = compact_json(member->value)});
  }
  return extra;
}

std::string item_path(const std::string& path, std::size_t index) {
  return fmt::format("{}[{}]", path, index);
}

std::string one_of(const std::vector<std::string>& words) {
  return fmt::format("one of {}", fmt::join(words, ", "));
}

}  // namespace claudestep::codec
