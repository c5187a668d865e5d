#include "base/address.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

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

std::string_view user_information(std::string_view address) {
  const std::size_t mark = address.find(kMark);
  if (mark != std::string_view::npos) {
    const std::string_view rest = address.substr(mark + kMark.size());
    const std::size_t length = credentials_in(rest);
    return rest.substr(0, length == 0 ? 0 : length - 1);
  }
  // "git@host:path" has none, and a path may hold anything.
  const std::string_view authority = address.substr(0, address.find('/'));
  const std::size_t at = authority.find('@');
  if (at == std::string_view::npos || authority.find(':') > at) return {};
  return authority.substr(0, authority.rfind('@'));
}

bool is_ssh(std::string_view address) {
  constexpr std::string_view kSchemes[] = {"ssh://", "git+ssh://", "ssh+git://"};
  return std::any_of(std::begin(kSchemes), std::end(kSchemes),
                     [&](std::string_view scheme) { return address.starts_with(scheme); });
}

bool is_word_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether `text` has `part` at `at`, and not as a part of a longer word.
bool is_word_at(std::string_view text, std::size_t at, std::string_view part) {
  const std::size_t end = at + part.size();
  const bool goes_on = end < text.size() && is_word_char(part.back()) && is_word_char(text[end]);
  const bool began = at > 0 && is_word_char(part.front()) && is_word_char(text[at - 1]);
  return !goes_on && !began;
}

std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at)) {
    if (!is_word_at(text, at, part)) {
      ++at;
      continue;
    }
    out.append(text.substr(from, at - from)).append(by);
    from = at += part.size();
  }
  return out.append(text.substr(from));
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

void Credentials::add(std::string_view address) {
  constexpr std::string_view kMasked = "***";
  const std::string_view written = user_information(address);
  // Git takes the escapes of an address for what they stand for.
  for (const std::string& login : {std::string(written), percent_unescaped(written)}) {
    const std::size_t colon = login.find(':');
    if (login.empty() || (colon == std::string::npos && is_ssh(address))) continue;
    secrets_.emplace_back(login + "@", "");
    if (colon == std::string::npos || colon + 1 == login.size()) continue;
    secrets_.emplace_back(login, kMasked);
    secrets_.emplace_back(login.substr(colon + 1), kMasked);
  }
  std::sort(secrets_.begin(), secrets_.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string Credentials::taken_out_of(std::string_view text) const {
  std::string shown = without_credentials(text);
  for (const auto& [secret, stand_in] : secrets_) shown = replaced(shown, secret, stand_in);
  return shown;
}

std::string shown_address(std::string_view address) {
  Credentials own;
  own.add(address);
  return own.taken_out_of(address);
}

}  // namespace claudestep
