// Owns: Value, the one positioned tree that JSON and YAML documents are read into.
// Leaves to others: reading (codec/), judging (schema/, check/), the typed records (model/).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace claudestep {

// Where something starts: line and column from 1, the column in code points.
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const Mark&) const = default;
};

enum class ValueKind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

// "null", "a boolean", "a number", "a string", "an array", "an object": for messages.
[[nodiscard]] std::string_view describe(ValueKind kind);

struct Member;

// One node of a document. Numbers keep their spelling and are never turned into binary fractions
// here.
struct Value {
  ValueKind kind = ValueKind::kNull;
  bool boolean = false;     // kBool
  Mark mark;                // where the node starts
  std::string text;         // kString: the decoded text; kNumber: the spelling, a JSON number
  std::string_view source;  // kString, kNumber of a JSON document: the bytes of the token, quotes
                            // included; valid as long as the Document that owns it; empty otherwise
  std::vector<Value> items;     // kArray
  std::vector<Member> members;  // kObject, in document order; keys are unique

  [[nodiscard]] bool is_null() const { return kind == ValueKind::kNull; }
  [[nodiscard]] bool is_bool() const { return kind == ValueKind::kBool; }
  [[nodiscard]] bool is_number() const { return kind == ValueKind::kNumber; }
  [[nodiscard]] bool is_string() const { return kind == ValueKind::kString; }
  [[nodiscard]] bool is_array() const { return kind == ValueKind::kArray; }
  [[nodiscard]] bool is_object() const { return kind == ValueKind::kObject; }

  // The value of a member, or null when this is no object or has no such member.
  [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;          // decoded
  std::string_view source;  // as in Value: the key's token in a JSON document
  Mark mark;                // where the key starts
  Value value;
};

// A value and the bytes it was read from, which its `source` views point into. Movable, not
// copyable.
class Document {
 public:
  Document(std::unique_ptr<const std::string> bytes, Value root)
      : bytes_(std::move(bytes)), root_(std::move(root)) {}

  [[nodiscard]] const Value& root() const { return root_; }
  [[nodiscard]] std::string_view bytes() const { return *bytes_; }

 private:
  std::unique_ptr<const std::string> bytes_;
  Value root_;
};

}  // namespace claudestep
