#include "base/address.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"

namespace claudestep {

namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";
constexpr std::string_view kQuotes = "'\"`(<";

bool is_word_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has(std::string_view text, char c) {
  return text.find(c) != std::string_view::npos;
}

// What a mark says of what follows it.
enum class Follows : std::uint8_t {
  kAddress,
  kPath,    // after "file://"
  kEither,  // after "//" at the beginning of a word
};

struct AddressMark {
  std::size_t end;
  Follows follows;
};

// Whether a slash after `before` is that of "http:/host/x", which lacks another: "host:/x" does
// not.
bool ends_in_scheme(std::string_view before) {
  constexpr std::string_view kSchemes[] = {"http:", "https:", "ftp:", "ftps:", "ssh:", "git:"};
  constexpr std::size_t kLongest = 6;
  const std::string end =
      to_lower_ascii(before.substr(before.size() - std::min(before.size(), kLongest)));
  return std::any_of(std::begin(kSchemes), std::end(kSchemes), [&](std::string_view scheme) {
    if (!end.ends_with(scheme)) return false;
    const std::string_view rest = before.substr(0, before.size() - scheme.size());
    return rest.empty() || !is_word_char(rest.back());
  });
}

// The first place from `from` on that user information may follow.
std::optional<AddressMark> find_mark(std::string_view text, std::size_t from = 0) {
  for (std::size_t at = text.find('/', from); at != std::string_view::npos;
       at = text.find('/', at + 1)) {
    const std::string_view before = text.substr(0, at);
    const bool is_double = text.substr(at).starts_with("//");
    if (before.ends_with(':')) {
      if (is_double) {
        return AddressMark{at + 2, before.ends_with("file:") ? Follows::kPath : Follows::kAddress};
      }
      if (ends_in_scheme(before)) return AddressMark{at + 1, Follows::kAddress};
    } else if (is_double &&
               (before.empty() || has(kSpace, before.back()) || has(kQuotes, before.back()))) {
      return AddressMark{at + 2, Follows::kEither};
    }
  }
  return std::nullopt;
}

// `authority` without a port, and without a host in brackets before it.
std::string_view without_port(std::string_view authority) {
  constexpr std::size_t kMostDigits = 5;
  const std::size_t colon = authority.find_last_not_of("0123456789");
  if (colon != std::string_view::npos && authority[colon] == ':' &&
      authority.size() - colon - 1 <= kMostDigits) {
    authority = authority.substr(0, colon);
  }
  return authority.ends_with(']') ? authority.substr(0, authority.rfind('[')) : authority;
}

// `text` up to its last "@", with it; nothing when it has none.
std::string_view to_last_at(std::string_view text) {
  return text.substr(0, text.rfind('@') + 1);
}

// The words of a text, asked for from the left to the right: each is looked through once.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  // What is left of the word there.
  std::string_view from(std::size_t place) {
    go_to(place);
    return text_.substr(place, end_ - place);
  }
  // The same up to its last "@", with it; nothing when it has none.
  std::string_view to_last_at_from(std::size_t place) {
    go_to(place);
    return text_.substr(place, std::max(behind_last_at_, place) - place);
  }

 private:
  void go_to(std::size_t place) {
    if (is_known_ && place <= end_) return;
    end_ = std::min(text_.find_first_of(kSpace, place), text_.size());
    behind_last_at_ = place + to_last_at(text_.substr(place, end_ - place)).size();
    is_known_ = true;
  }

  std::string_view text_;
  bool is_known_ = false;
  std::size_t end_ = 0;
  std::size_t behind_last_at_ = 0;  // or at most where it was looked from
};

// How much of `rest`, which follows a mark, is user information: up to the last "@" before the
// path, or all of `word`, which `rest` begins with and an "@" ends, where a ':' that is no port's
// is before that: a password may hold what an address may not. Rather too much is taken away than
// too little.
std::size_t credentials_in(std::string_view rest, std::string_view word, Follows follows) {
  const std::string_view authority = rest.substr(0, rest.find_first_of("/\n"));
  const std::size_t plain = follows == Follows::kEither ? 0 : to_last_at(authority).size();
  if (follows == Follows::kPath || word.size() <= plain) return plain;
  const std::string_view path = word.substr(std::min(authority.size(), word.size()));
  const bool is_login =
      has(without_port(authority), ':') || (follows == Follows::kAddress && has(path, ':'));
  return is_login ? word.size() : plain;
}

// What one logs in with at an address.
struct Login {
  std::string_view text;
  bool is_sure = true;  // "user:pass/word@host" may be "host:path/with@at" as well
};

Login login_of(std::string_view address) {
  if (const auto mark = find_mark(address)) {
    const std::string_view rest = address.substr(mark->end);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t length = credentials_in(rest, to_last_at(line), mark->follows);
    std::string_view login = rest.substr(0, length == 0 ? 0 : length - 1);
    login.remove_prefix(std::min(login.find_first_not_of('/'), login.size()));
    return {login};
  }
  // "git@host:path" has none, and a path may hold anything.
  const std::size_t colon = address.find(':');
  const std::size_t slash = address.find('/');
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || colon > std::min(at, slash)) return {};
  return {address.substr(0, address.rfind('@')), at < slash};
}

bool is_ssh(std::string_view address) {
  constexpr std::string_view kSchemes[] = {"ssh://", "git+ssh://", "ssh+git://"};
  return std::any_of(std::begin(kSchemes), std::end(kSchemes),
                     [&](std::string_view scheme) { return address.starts_with(scheme); });
}

// How long `part` is where `text` has it at `at`, any of its characters perhaps as "%XX"; 0 when it
// is not there, or is a part of a longer word.
std::size_t length_at(std::string_view text, std::size_t at, std::string_view part) {
  std::size_t end = at;
  for (const char c : part) {
    const bool is_plain = end < text.size() && text[end] == c;
    if (!is_plain && percent_escape_at(text, end) != c) return 0;
    end += is_plain ? 1 : 3;
  }
  const bool goes_on = end < text.size() && is_word_char(part.back()) && is_word_char(text[end]);
  const bool began = at > 0 && is_word_char(part.front()) && is_word_char(text[at - 1]);
  return goes_on || began ? 0 : end - at;
}

std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
  const std::string begins = std::string("%") + part.front();
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find_first_of(begins); at != std::string_view::npos;
       at = text.find_first_of(begins, at)) {
    const std::size_t length = length_at(text, at, part);
    if (length == 0) {
      ++at;
      continue;
    }
    out.append(text.substr(from, at - from)).append(by);
    from = at += length;
  }
  return out.append(text.substr(from));
}

}  // namespace

std::string without_credentials(std::string_view text) {
  std::string shown;
  std::size_t from = 0;
  Words words(text);
  while (const auto mark = find_mark(text, from)) {
    shown.append(text.substr(from, mark->end - from));
    from = mark->end;
    const std::string_view word = words.to_last_at_from(from);
    const std::size_t length = credentials_in(text.substr(from), word, mark->follows);
    from += length;
    if (length > 0 || !word.empty() || mark->follows == Follows::kPath) continue;
    const std::string_view plain = words.from(from);
    shown.append(plain);
    from += plain.size();
  }
  return shown.append(text.substr(from));
}

void Credentials::add(std::string_view address) {
  constexpr std::string_view kMasked = "***";
  const auto [written, is_sure] = login_of(address);
  // Git takes the escapes of an address for what they stand for.
  for (const std::string& login : {std::string(written), percent_unescaped(written)}) {
    const std::size_t colon = login.find(':');
    if (login.empty() || (colon == std::string::npos && is_ssh(address))) continue;
    if (is_sure) secrets_.emplace_back(login + "@", "");
    if (colon == std::string::npos || colon + 1 == login.size()) continue;
    if (is_sure) secrets_.emplace_back(login, kMasked);
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
