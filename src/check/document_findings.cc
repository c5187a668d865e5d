#include "check/document_findings.h"

#include "base/text.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestDate = 40;
constexpr std::size_t kDateLength = 10;  // "2026-01-27"

constexpr std::size_t kMostListed = 1000;  // of a code, in one document

}  // namespace

void DocumentFindings::add(std::string_view code, const model::Origin& origin,
                           std::string message) {
  auto listed = listed_.find(code);
  if (listed == listed_.end()) listed = listed_.emplace(code, Listed()).first;
  if (++listed->second.count > kMostListed) return;
  listed->second.last = findings_.size();
  findings_.push_back(diagnose(code, Place{file_, origin.mark.line, origin.mark.column},
                               std::move(message), origin.path));
}

std::vector<Diagnostic> DocumentFindings::take() {
  for (const auto& [code, listed] : listed_) {
    if (listed.count <= kMostListed) continue;
    const std::size_t more = listed.count - kMostListed;
    findings_[listed.last].message += "; " + std::to_string(more) + " more of this code " +
                                      (more == 1 ? "is" : "are") + " not listed";
  }
  return std::move(findings_);
}

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
