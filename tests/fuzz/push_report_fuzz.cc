// Any bytes as what `git push --porcelain` prints: each line that tells of a ref is whole.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "host/push_report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claudestep;
  const std::string_view output(reinterpret_cast<const char*>(data), size);
  for (const host::PushedRef& pushed : host::parse_push_report(output)) {
    CS_CHECK(output.find(pushed.to) != std::string_view::npos);
    CS_CHECK(pushed.from.find(':') == std::string::npos);
    CS_CHECK(pushed.reason.find('\n') == std::string::npos);
    if (pushed.flag != '!') CS_CHECK(host::status_of(pushed) == host::PushStatus::kDone);
  }
  return 0;
}
