// Any bytes: the YAML reader refuses them with a place, or what it read is a value that JSON can
// say and that comes back the same.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/json_writer.h"
#include "base/result.h"
#include "codec/json_reader.h"
#include "codec/value_writer.h"
#include "codec/yaml_reader.h"

namespace {

namespace codec = claudestep::codec;

void check_marks(const claudestep::Value& value) {
  CS_CHECK(value.mark.line >= 1 && value.mark.column >= 1);
  for (const auto& item : value.items) check_marks(item);
  for (const auto& member : value.members) {
    CS_CHECK(member.mark.line >= 1 && member.mark.column >= 1 && member.source.empty());
    check_marks(member.value);
  }
}

// The reader of simple documents says what the library says.
void check_same(const claudestep::Value& a, const claudestep::Value& b) {
  CS_CHECK(a.kind == b.kind && a.text == b.text && a.boolean == b.boolean);
  CS_CHECK(a.mark.line == b.mark.line && a.mark.column == b.mark.column);
  CS_CHECK(a.items.size() == b.items.size() && a.members.size() == b.members.size());
  for (std::size_t at = 0; at < a.items.size(); ++at) check_same(a.items[at], b.items[at]);
  for (std::size_t at = 0; at < a.members.size(); ++at) {
    const auto& ours = a.members[at];
    const auto& theirs = b.members[at];
    CS_CHECK(ours.key == theirs.key);
    CS_CHECK(ours.mark.line == theirs.mark.line && ours.mark.column == theirs.mark.column);
    check_same(ours.value, theirs.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  codec::YamlOptions options;
  options.file = "f";
  options.max_copied = 10'000;
  codec::YamlOptions by_library = options;
  by_library.plain_first = false;
  const auto theirs = codec::read_yaml(bytes, by_library);
  const auto read = codec::read_yaml(std::move(bytes), options);
  CS_CHECK(read.has_value() == theirs.has_value());
  if (read) check_same(read->root(), theirs->root());
  if (!read) {
    CS_CHECK(read.error().place.line >= 1 && read.error().place.column >= 1);
    CS_CHECK(!read.error().message.empty());
    return 0;
  }
  check_marks(read->root());
  const std::string json = codec::compact_json(read->root());
  const auto again = codec::read_json(json);
  CS_CHECK(again.has_value());
  CS_CHECK(codec::compact_json(again->root()) == json);
  return 0;
}
