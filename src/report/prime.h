// Owns: how `prime` shows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "query/prime.h"
#include "report/style.h"

namespace claudestep::report {

using ExitCodes = std::vector<std::pair<std::string, std::string>>;  // "4", what it says

// One screen: projects past the first few are counted, not listed.
[[nodiscard]] std::string prime_text(const query::Prime& prime, const ExitCodes& exit_codes,
                                     const Style& style);
[[nodiscard]] std::string prime_json(const query::Prime& prime, const ExitCodes& exit_codes);

}  // namespace claudestep::report
