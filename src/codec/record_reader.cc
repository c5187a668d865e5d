#include "codec/record_reader.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

constexpr std::size_t kLongestShown = 60;

// The value as a message shows it: `"soon"`, `3`, `an array`.
std::string show(const Value& value) {
  switch (value.kind) {
    case ValueKind::kString: {
      std::string token = quoted(value.text, kLongestShown);
      token.front() = '"';
      token.back() = '"';
      return token;
    }
    case ValueKind::kNumber:
      return truncate_to_width(value.text, kLongestShown);
    case ValueKind::kBool:
      return value.boolean ? "true" : "false";
    default:
      return std::string(describe(value.kind));
  }
}

// The token, unless it is what we would write.
std::string kept_token(const Value& value, std::string_view canonical) {
  return value.text == canonical ? std::string() : value.text;
}

template <typename T, int Digits>
Result<T> read_scaled(const Found& found, std::string_view expected) {
  if (!found.value.is_number()) return refuse(found, expected);
  const auto number = parse_scaled(found.value.text, Digits);
  if (!number) return refuse(found, "a number of at most 10^18");
  const Fixed<Digits> value{.units = number->units};
  return T(value, kept_token(found.value, to_string(value)));
}

}  // namespace

void Path::append_to(std::string& out) const {
  if (parent_ == nullptr) return;
  parent_->append_to(out);
  if (index_ != kNoIndex) {
    out += fmt::format("[{}]", index_);
    return;
  }
  if (!out.empty()) out += '.';
  out += name_;
}

std::string Path::to_string() const {
  std::string out;
  append_to(out);
  if (!out.empty()) return out;
  return name_.empty() ? "the document" : std::string(name_);
}

tl::unexpected<Error> refuse(const Found& found, std::string_view expected) {
  return fail(Error{.code = found.source.code,
                    .message = fmt::format("{} is {}; expected {}", found.path.to_string(),
                                           show(found.value), expected)}
                  .at(Place{.file = std::string(found.source.file),
                            .line = found.value.mark.line,
                            .column = found.value.mark.column}));
}

Result<model::Text> read_text(const Found& found) {
  const Value& value = found.value;
  if (!value.is_string()) return refuse(found, "a string");
  // Without a backslash there is only one way to spell a string.
  if (value.source.find('\\') == std::string_view::npos) return model::Text(value.text);
  std::string canonical;
  append_json_string(canonical, value.text);
  return model::Text(value.text, canonical == value.source ? "" : std::string(value.source));
}

Result<model::Integer> read_integer(const Found& found) {
  if (!found.value.is_number()) return refuse(found, "a whole number");
  const auto number = parse_integer(found.value.text);
  if (!number) return refuse(found, "a whole number of at most 64 bits");
  return model::Integer(*number, kept_token(found.value, std::to_string(*number)));
}

Result<model::Integer> read_positive(const Found& found) {
  CS_ASSIGN(model::Integer number, read_integer(found));
  if (number.value < 1) return refuse(found, "a whole number of 1 or more");
  return number;
}

Result<model::Time> read_time(const Found& found) {
  constexpr std::string_view kExpected = "a time such as 2026-01-27T10:00:00Z";
  CS_ASSIGN(model::Text text, read_text(found).or_else([&](const Error&) -> Result<model::Text> {
    return refuse(found, kExpected);
  }));
  auto time = Timestamp::parse(text.value);
  if (time) return model::Time(*std::move(time), std::move(text.token));
  auto refusal = refuse(found, kExpected);
  if (!time.error().message.starts_with("expected")) {
    refusal.value().causes.push_back(std::move(time).error().message);
  }
  return refusal;
}

Result<model::Cost> read_cost(const Found& found) {
  return read_scaled<model::Cost, 9>(found, "an amount of dollars such as 0.17");
}

Result<model::Seconds> read_seconds(const Found& found) {
  return read_scaled<model::Seconds, 6>(found, "a number of seconds such as 12.5");
}

Result<bool> read_bool(const Found& found) {
  if (!found.value.is_bool()) return refuse(found, "true or false");
  return found.value.boolean;
}

Result<std::vector<model::Text>> read_texts(const Found& found) {
  std::vector<model::Text> texts;
  CS_TRY(read_items(found, texts, read_text));
  return texts;
}

Result<RecordReader> RecordReader::open(const Found& found) {
  if (!found.value.is_object()) return refuse(found, "an object");
  return RecordReader(found);
}

const Value* RecordReader::take(std::string_view name) {
  const std::vector<Member>& members = value_->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].key != name) continue;
    taken_[i] = true;
    return &members[i].value;
  }
  return nullptr;
}

const Value* RecordReader::take_value(std::string_view name) {
  const Value* member = take(name);
  return member == nullptr || member->is_null() ? nullptr : member;
}

tl::unexpected<Error> RecordReader::missing(std::string_view name) const {
  return fail(Error{.code = source_->code,
                    .message = fmt::format("{} has no member '{}'", path_->to_string(), name)}
                  .at(Place{.file = std::string(source_->file),
                            .line = value_->mark.line,
                            .column = value_->mark.column}));
}

std::vector<const Member*> RecordReader::untaken() const {
  std::vector<const Member*> members;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (!taken_[i]) members.push_back(&value_->members[i]);
  }
  return members;
}

model::Extra RecordReader::rest() const {
  model::Extra extra;
  for (const Member* member : untaken()) {
    extra.push_back({.key_token = key_token(*member), .json = compact_json(member->value)});
  }
  return extra;
}

}  // namespace claudestep::codec
