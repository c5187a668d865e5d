// Owns: what is shown of addresses: never who one logs in as, nor with which password.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claudestep {

// `text` without the user information of the addresses in it, as git shows them:
// "https://host/path" for "https://user:password@host/path". What it leaves alone it returns as it
// is: "git@host:path" has a name, no password.
[[nodiscard]] std::string without_credentials(std::string_view text);

// What one logs in with at some addresses, to be kept out of what programs say that are given them:
// git says "user:password@host" of git://user:password@host/path.
class Credentials {
 public:
  // `address` may be anything; one without user information adds nothing.
  void add(std::string_view address);

  // without_credentials(), and without those that were added: before a host they go, elsewhere
  // "***" stands for them. A name without a password is no secret where ssh is told it.
  [[nodiscard]] std::string taken_out_of(std::string_view text) const;

 private:
  std::vector<std::pair<std::string, std::string_view>> secrets_;  // and what stands for them
};

// An address as it is shown, also one that lacks its scheme: "host/path" for
// "user:password@host/path".
[[nodiscard]] std::string shown_address(std::string_view address);

}  // namespace claudestep
