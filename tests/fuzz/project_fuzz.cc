// Any bytes: the project reader refuses them with a place, or the project that it read is written
// so that it reads the same, whatever dialect it came from.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "codec/project_codec.h"
#include "model/derive.h"

namespace {

namespace codec = claudestep::codec;
namespace model = claudestep::model;

// Returns what was written.
std::string check_round_trip(const model::Project& project) {
  std::string written = codec::write_project(project);
  const auto again = codec::read_project(written, "again");
  CS_CHECK(again.has_value());
  CS_CHECK(again->dialect == model::Dialect::kHybrid);
  CS_CHECK(*again == project);
  CS_CHECK(codec::write_project(*again) == written);
  return written;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto read = codec::read_project(bytes, "f");
  if (!read) {
    CS_CHECK(read.error().place.line >= 1 && read.error().place.column >= 1);
    CS_CHECK(!read.error().message.empty());
    return 0;
  }
  check_round_trip(*read);
  model::settle(*read);
  const std::string settled = check_round_trip(*read);
  model::settle(*read);
  CS_CHECK(codec::write_project(*read) == settled);
  return 0;
}
