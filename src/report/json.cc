#include "report/json.h"

#include <utility>

#include "base/text.h"

namespace claudestep::report {

namespace {

constexpr int kVersion = 1;

void write_safe(JsonWriter& writer, std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) {
    writer.string(text);
  } else {
    writer.string(escape_for_terminal(text));
  }
}

}  // namespace

JsonWriter begin_answer(std::string_view kind) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("kind").string(kind);
  writer.key("version").integer(kVersion);
  return writer;
}

std::string end_answer(JsonWriter writer) {
  writer.end_object();
  return std::move(writer).finish();
}

void write_text(JsonWriter& writer, std::string_view key, std::string_view text) {
  write_safe(writer.key(key), text);
}

void write_text_or_null(JsonWriter& writer, std::string_view key,
                        const std::optional<std::string>& text) {
  if (text) {
    write_text(writer, key, *text);
  } else {
    writer.key(key).null();
  }
}

void write_time(JsonWriter& writer, std::string_view key, const std::optional<Instant>& instant) {
  if (instant) {
    writer.key(key).string(format_instant(*instant));
  } else {
    writer.key(key).null();
  }
}

void write_count(JsonWriter& writer, std::string_view key, Int128 number) {
  writer.key(key).raw(format_scaled(number, 0));
}

void write_flag(JsonWriter& writer, std::string_view key, bool value) {
  writer.key(key).boolean(value);
}

void write_cost(JsonWriter& writer, std::string_view key, Money money) {
  writer.key(key).raw(to_string(money));
}

void write_completion(JsonWriter& writer, std::string_view key, int permille) {
  writer.key(key).raw(std::to_string(permille / 10) + "." + std::to_string(permille % 10));
}

void write_strings(JsonWriter& writer, std::string_view key,
                   const std::vector<std::string>& texts) {
  writer.key(key).begin_array();
  for (const std::string& text : texts) write_safe(writer, text);
  writer.end_array();
}

}  // namespace claudestep::report
