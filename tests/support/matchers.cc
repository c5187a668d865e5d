#include "tests/support/matchers.h"

#include <string>

namespace claudestep {

void PrintTo(const Error& error, std::ostream* out) {
  *out << error_code_name(error.code) << ": " << error.message;
  if (error.place != Place{}) *out << "\n  at " << to_string(error.place);
  for (const std::string& cause : error.causes) *out << "\n  caused by: " << cause;
  for (const std::string& hint : error.hints) *out << "\n  hint: " << hint;
}

namespace test::internal {

std::string explain(const Error& error) {
  return ::testing::PrintToString(error);
}

bool fails_with(const Error& error, ErrorCode code, const std::string& text) {
  CS_CHECK(!text.empty());
  return error.code == code && error.message.find(text) != std::string::npos;
}

std::string describe_failure(bool negation, ErrorCode code, const std::string& text) {
  const std::string what = std::string(error_code_name(code)) + ": ..." + text + "...";
  return (negation ? "does not fail with " : "fails with ") + what;
}

}  // namespace test::internal
}  // namespace claudestep
