// Reads any bytes as a branch name: no reading may be unfit to look a task up with.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "model/branch_name.h"
#include "model/project_name.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claudestep;
  const std::string_view branch(reinterpret_cast<const char*>(data), size);
  for (const auto& reading : model::read_branch_name(branch)) {
    CS_CHECK(reading.index.has_value() != reading.hash.has_value());
    CS_CHECK(model::check_project_name(reading.project).has_value());
    CS_CHECK(branch.find(reading.project) != std::string_view::npos);
    CS_CHECK(!reading.index || *reading.index >= 1);
    CS_CHECK(!reading.hash || reading.hash->size() == 8);
    CS_CHECK(!reading.attempt || *reading.attempt >= 1);
  }
  return 0;
}
