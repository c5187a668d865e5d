// Owns: how the rules of documents note what they find. Private to check/.
#pragma once

#include <cstddef>
#include <map>
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

  // After the first thousand of a code they are counted, no more: nobody reads so many, and a
  // document can hold enough of them to fill the memory.
  void add(std::string_view code, const model::Origin& origin, std::string message);
  // The last that is listed of a code says how many more there are.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  struct Listed {
    std::size_t count = 0;
    std::size_t last = 0;  // in findings_
  };

  std::string file_;
  std::vector<Diagnostic> findings_;
  std::map<std::string, Listed, std::less<>> listed_;  // by code
};

// The instant that a date or a time names; nothing for any other text.
[[nodiscard]] std::optional<Instant> instant_of(std::string_view text);

// Notes `code` at the later of two texts when both name instants and the first is after the second.
void check_order(DocumentFindings& findings, std::string_view code, std::string_view first_name,
                 const model::Words& first, std::string_view second_name,
                 const model::Words& second);

}  // namespace claudestep::check
