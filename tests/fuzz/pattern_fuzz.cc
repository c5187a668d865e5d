// Any pattern, a line, on any text, the rest: refused with a reason, or it answers within its
// limits, and the same again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/text.h"
#include "schema/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  if (claudestep::find_invalid_utf8(input) != std::string::npos) return 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  const auto pattern = claudestep::schema::Pattern::compile(input.substr(0, line));
  if (!pattern) {
    CS_CHECK(pattern.error().code == claudestep::ErrorCode::kSchemaUnusable);
    CS_CHECK(!pattern.error().message.empty());
    return 0;
  }
  const claudestep::schema::PatternLimits limits{.steps = 5'000, .total = 20'000};
  claudestep::schema::PatternScratch first(limits);
  claudestep::schema::PatternScratch second(limits);
  const std::string text = input.substr(std::min(line + 1, input.size()));
  CS_CHECK(pattern->search(text, first) == pattern->search(text, second));
  return 0;
}
