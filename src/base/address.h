// Owns: what is shown of addresses: never who one logs in as, nor with which password.
#pragma once

#include <string>
#include <string_view>

namespace claudestep {

// `text` without the user information of the addresses in it, as git shows them:
// "https://host/path" for "https://user:password@host/path". What it leaves alone it returns as it
// is: "git@host:path" has a name, no password.
[[nodiscard]] std::string without_credentials(std::string_view text);

}  // namespace claudestep
