// Any bytes as a progress file: refused with a place, or a value that JSON can say, whose marks are
// in the text and in its order within a section; and what JSON says comes back the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/json_writer.h"
#include "base/result.h"
#include "codec/json_reader.h"
#include "codec/progress_reader.h"
#include "codec/value_writer.h"

namespace {

namespace codec = claudestep::codec;

void check_marks_within(const claudestep::Value& value, std::size_t lines) {
  CS_CHECK(value.mark.line >= 1 && value.mark.line <= lines);
  CS_CHECK(value.mark.column >= 1);
  std::uint32_t line = 0;
  for (const auto& item : value.items) {
    CS_CHECK(item.mark.line >= line);
    line = item.mark.line;
    check_marks_within(item, lines);
  }
  for (const auto& member : value.members) check_marks_within(member.value, lines);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read = codec::read_progress(bytes, "f");
  if (!read) {
    CS_CHECK(read.error().place.line >= 1 && read.error().place.column >= 1);
    CS_CHECK(!read.error().message.empty());
    return 0;
  }
  CS_CHECK(codec::looks_like_progress(bytes));
  const auto breaks = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  check_marks_within(read->root(), breaks + 1);
  const std::string json = codec::compact_json(read->root());
  const auto again = codec::read_json(json);
  CS_CHECK(again.has_value());
  CS_CHECK(codec::compact_json(again->root()) == json);
  return 0;
}
