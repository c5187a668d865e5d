// Owns: the parts of the table that rules() puts together. Private to check/.
#pragma once

#include <vector>

#include "check/rules.h"

namespace claudestep::check {

[[nodiscard]] std::vector<Rule> document_reading_rules();  // yaml, document
[[nodiscard]] std::vector<Rule> document_shape_rules();    // schema, of keywords that projects lack
[[nodiscard]] std::vector<Rule> document_content_rules();  // spec and the smaller kinds

}  // namespace claudestep::check
