#include "base/address.h"

#include <algorithm>

namespace claudestep {

namespace {

constexpr std::string_view kMark = "://";

// How much of `rest`, which follows a mark, is user information: up to the last "@" before the
// path.
std::size_t credentials_in(std::string_view rest) {
  // A password may hold what an address may not. Rather too much is taken away than too little.
  const auto end =
      std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '\n'; });
  const std::string_view authority(rest.data(), static_cast<std::size_t>(end - rest.begin()));
  const std::size_t at = authority.rfind('@');
  return at == std::string_view::npos ? 0 : at + 1;
}

}  // namespace

std::string without_credentials(std::string_view text) {
  std::string shown;
  for (;;) {
    const std::size_t mark = text.find(kMark);
    if (mark == std::string_view::npos) return shown.append(text);
    const std::size_t host = mark + kMark.size();
    shown.append(text.substr(0, host));
    text.remove_prefix(host);
    text.remove_prefix(credentials_in(text));
  }
}

}  // namespace claudestep
