#include "check/document_findings.h"

#include "base/text.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestDate = 40;
constexpr std::size_t kDateLength = 10;  // "2026-01-27"

}  // namespace

std::optional<Instant> instant_of(std::string_view text) {
  const std::string whole =
      text.size() == kDateLength ? std::string(text) + "T00:00:00Z" : std::string(text);
  const auto time = Timestamp::parse(whole);
  if (!time) return std::nullopt;
  return time->instant();
}

void check_order(DocumentFindings& findings, std::string_view code, std::string_view first_name,
                 const model::Words& first, std::string_view second_name,
                 const model::Words& second) {
  const auto begin = instant_of(first.value);
  const auto end = instant_of(second.value);
  if (!begin || !end || *begin <= *end) return;
  // A date without a time is the whole of that day, wherever that is.
  const bool has_date_alone =
      first.value.size() == kDateLength || second.value.size() == kDateLength;
  if (has_date_alone && first.value.substr(0, kDateLength) <= second.value.substr(0, kDateLength)) {
    return;
  }
  findings.add(code, second.origin,
               std::string(second_name) + " is " + quoted(second.value, kLongestDate) +
                   ", which is before " + std::string(first_name) + " " +
                   quoted(first.value, kLongestDate));
}

}  // namespace claudestep::check
