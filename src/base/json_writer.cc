#include "base/json_writer.h"

#include <array>
#include <cstddef>

#include "base/result.h"

namespace claudestep {
namespace {

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '\\';
  switch (c) {
    case '"':
    case '\\':
      out += c;
      return;
    case '\b':
      out += 'b';
      return;
    case '\f':
      out += 'f';
      return;
    case '\n':
      out += 'n';
      return;
    case '\r':
      out += 'r';
      return;
    case '\t':
      out += 't';
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xfU];
}

// The size of the scalar token that `json` begins with.
std::size_t token_size(std::string_view json) {
  if (json.front() != '"') {
    const std::size_t end = json.find_first_of(",:]}");
    return end == std::string_view::npos ? json.size() : end;
  }
  for (std::size_t i = 1; i < json.size(); ++i) {
    if (json[i] == '"') return i + 1;
    if (json[i] == '\\') ++i;
  }
  return json.size();
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out += text.substr(plain, i - plain);
    append_escaped(out, text[i]);
    plain = i + 1;
  }
  out += text.substr(plain);
  out += '"';
}

void JsonWriter::new_line() {
  if (layout_ == JsonLayout::kCompact) return;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::separate() {
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
}

void JsonWriter::before_value() {
  if (levels_.empty()) {
    CS_CHECK(out_.empty());
    return;
  }
  if (levels_.back().array) {
    separate();
    return;
  }
  CS_CHECK(after_key_);
  after_key_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  levels_.push_back(Level{.array = false, .empty = true});
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  levels_.push_back(Level{.array = true, .empty = true});
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  CS_CHECK(!levels_.empty() && !levels_.back().array && !after_key_);
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) new_line();
  out_ += '}';
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  CS_CHECK(!levels_.empty() && levels_.back().array);
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) new_line();
  out_ += ']';
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  CS_CHECK(!levels_.empty() && !levels_.back().array && !after_key_);
  separate();
  append_json_string(out_, name);
  out_ += layout_ == JsonLayout::kIndented ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::key_token(std::string_view token) {
  CS_CHECK(!levels_.empty() && !levels_.back().array && !after_key_);
  separate();
  out_ += token;
  out_ += layout_ == JsonLayout::kIndented ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  before_value();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  CS_CHECK(!json.empty());
  while (!json.empty()) {
    std::size_t taken = 1;
    switch (json.front()) {
      case '{':
        begin_object();
        break;
      case '[':
        begin_array();
        break;
      case '}':
        end_object();
        break;
      case ']':
        end_array();
        break;
      case ',':
        break;
      default: {
        taken = token_size(json);
        const bool is_key = taken < json.size() && json[taken] == ':';
        if (is_key) {
          key_token(json.substr(0, taken));
          ++taken;
        } else {
          before_value();
          out_ += json.substr(0, taken);
        }
      }
    }
    json.remove_prefix(taken);
  }
  return *this;
}

std::string JsonWriter::finish() && {
  CS_CHECK(levels_.empty() && !out_.empty());
  if (layout_ == JsonLayout::kIndented) out_ += '\n';
  return std::move(out_);
}

}  // namespace claudestep
