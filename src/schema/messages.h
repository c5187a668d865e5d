// Owns: the words of findings: what a value is called, how it is shown, where it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/program.h"
#include "schema/validator.h"

namespace claudestep::schema {

// "`priority`", "`acceptance_criteria[0]`", "the name `Foo`", "the document".
[[nodiscard]] std::string subject(const Instance& instance);

// Text of a document or a schema in back quotes, safe for a terminal, cut when long.
[[nodiscard]] std::string code(std::string_view text);

// A scalar in back quotes; "an array", "an object".
[[nodiscard]] std::string show(const Value& value);

// "a, b, c"; what is beyond a dozen is counted.
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

// "did you mean `high`?", or "" when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& candidates);

// "12 characters", "1 item".
[[nodiscard]] std::string amount(std::size_t count, std::string_view thing);

[[nodiscard]] Finding make_finding(const Instance& instance, std::string_view keyword,
                                   std::string location, std::string message, std::string hint);

}  // namespace claudestep::schema
