// Owns: how JSON text is laid out and escaped, for every document and every answer of the tool.
// Leaves to others: which members there are and in what order.
// It lives in base/ because both codec/ (documents) and report/ (answers) write JSON and neither
// may see the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claudestep {

enum class JsonLayout {
  kIndented,  // two spaces a level, one member or item a line, "[]" and "{}" when empty
  kCompact,   // no white space at all
};

// Appends `text` as a JSON string token: '"', '\' and control characters escaped, the rest as it
// is. Requires: well-formed UTF-8.
void append_json_string(std::string& out, std::string_view text);

// A writer that is told a document from front to back and lays it out. Misuse (a value without a
// key in an object, an end without a begin) is a broken invariant.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout = JsonLayout::kIndented) : layout_(layout) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& key_token(std::string_view token);  // the key as it was spelt, quotes included

  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // A scalar token, or a whole compact value ("{"a":[1,2]}"), laid out as if it had been told piece
  // by piece, its tokens kept letter for letter. Requires: valid JSON without surrounding white
  // space.
  JsonWriter& raw(std::string_view json);

  // The text so far; with a final newline when indented. Requires: everything begun is ended.
  [[nodiscard]] std::string finish() &&;

 private:
  struct Level {
    bool array = false;
    bool empty = true;
  };

  void before_value();
  void separate();
  void new_line();

  JsonLayout layout_;
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace claudestep
