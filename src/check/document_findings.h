// Owns: how the rules of documents note what they find. Private to check/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "check/diagnostic.h"
#include "model/placed.h"

namespace claudestep::check {

class DocumentFindings {
 public:
  explicit DocumentFindings(std::string file) : file_(std::move(file)) {}

  void add(std::string_view code, const model::Origin& origin, std::string message) {
    findings_.push_back(diagnose(code, Place{file_, origin.mark.line, origin.mark.column},
                                 std::move(message), origin.path));
  }
  [[nodiscard]] std::vector<Diagnostic> take() { return std::move(findings_); }

 private:
  std::string file_;
  std::vector<Diagnostic> findings_;
};

// The instant that a date or a time names; nothing for any other text.
[[nodiscard]] std::optional<Instant> instant_of(std::string_view text);

// Notes `code` at the later of two texts when both name instants and the first is after the second.
void check_order(DocumentFindings& findings, std::string_view code, std::string_view first_name,
                 const model::Words& first, std::string_view second_name,
                 const model::Words& second);

}  // namespace claudestep::check
