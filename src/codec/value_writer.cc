#include "codec/value_writer.h"

#include <utility>

namespace claudestep::codec {

std::string key_token(const Member& member) {
  if (!member.source.empty()) return std::string(member.source);
  std::string token;
  append_json_string(token, member.key);
  return token;
}

void write_value(JsonWriter& writer, const Value& value, Spelling spelling) {
  const bool kept = spelling == Spelling::kKept;
  switch (value.kind) {
    case ValueKind::kNull:
      writer.null();
      return;
    case ValueKind::kBool:
      writer.boolean(value.boolean);
      return;
    case ValueKind::kNumber:
      writer.raw(value.text);
      return;
    case ValueKind::kString:
      if (kept && !value.source.empty()) {
        writer.raw(value.source);
      } else {
        writer.string(value.text);
      }
      return;
    case ValueKind::kArray:
      writer.begin_array();
      for (const Value& item : value.items) write_value(writer, item, spelling);
      writer.end_array();
      return;
    case ValueKind::kObject:
      break;
  }
  writer.begin_object();
  for (const Member& member : value.members) {
    if (kept) {
      writer.key_token(key_token(member));
    } else {
      writer.key(member.key);
    }
    write_value(writer, member.value, spelling);
  }
  writer.end_object();
}

std::string compact_json(const Value& value) {
  JsonWriter writer(JsonLayout::kCompact);
  write_value(writer, value, Spelling::kKept);
  return std::move(writer).finish();
}

}  // namespace claudestep::codec
