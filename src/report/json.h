// Owns: the frame of every JSON answer and the spelling of its scalars.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "base/time.h"

namespace claudestep::report {

// A writer that has begun {"kind": kind, "version": 1.
[[nodiscard]] JsonWriter begin_answer(std::string_view kind);
// Ends the root object and gives the text.
[[nodiscard]] std::string end_answer(JsonWriter writer);

// One member each; nothing becomes null. Bytes that are no UTF-8 are written as visible escapes.
void write_text(JsonWriter& writer, std::string_view key, std::string_view text);
void write_text_or_null(JsonWriter& writer, std::string_view key,
                        const std::optional<std::string>& text);
void write_time(JsonWriter& writer, std::string_view key, const std::optional<Instant>& instant);
void write_count(JsonWriter& writer, std::string_view key, Int128 number);
void write_flag(JsonWriter& writer, std::string_view key, bool value);
void write_cost(JsonWriter& writer, std::string_view key, Money money);
// Percent with one decimal: 66.6, 100.0.
void write_completion(JsonWriter& writer, std::string_view key, int permille);
void write_strings(JsonWriter& writer, std::string_view key, const std::vector<std::string>& texts);

}  // namespace claudestep::report
