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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  codec::YamlOptions options;
  options.file = "f";
  options.max_copied = 10'000;
  const auto read = codec::read_yaml(std::move(bytes), options);
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
