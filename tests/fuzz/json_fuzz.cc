// Any bytes: the JSON reader refuses them with a place, or what it read survives writing and
// reading.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/result.h"
#include "codec/json_reader.h"
#include "codec/value_writer.h"

namespace {

using claudestep::JsonLayout;
using claudestep::JsonWriter;
namespace codec = claudestep::codec;

std::string write(const claudestep::Value& value, JsonLayout layout, codec::Spelling spelling) {
  JsonWriter writer(layout);
  codec::write_value(writer, value, spelling);
  return std::move(writer).finish();
}

void check_round_trip(const claudestep::Value& value, codec::Spelling spelling) {
  const std::string compact = write(value, JsonLayout::kCompact, spelling);
  const auto again = codec::read_json(compact);
  CS_CHECK(again.has_value());
  CS_CHECK(write(again->root(), JsonLayout::kCompact, spelling) == compact);
  const std::string indented = write(value, JsonLayout::kIndented, spelling);
  CS_CHECK(write(again->root(), JsonLayout::kIndented, spelling) == indented);
  // raw() lays a compact value out as if it had been told piece by piece.
  JsonWriter relaid;
  relaid.raw(compact);
  CS_CHECK(std::move(relaid).finish() == indented);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read = codec::read_json(std::move(bytes), {.file = "f"});
  if (!read) {
    CS_CHECK(read.error().place.line >= 1 && read.error().place.column >= 1);
    CS_CHECK(!read.error().message.empty());
    return 0;
  }
  check_round_trip(read->root(), codec::Spelling::kKept);
  check_round_trip(read->root(), codec::Spelling::kPlain);
  return 0;
}
