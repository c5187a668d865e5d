// Owns: what the forms of `report` share. For them alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/overview.h"
#include "report/style.h"

namespace claudestep::report {

inline constexpr std::size_t kMonthsShown = 12;

// The last kMonthsShown of the rows; operations without a time, which are last, stay.
[[nodiscard]] std::vector<query::CostRow> latest_months(const query::Overview& overview);

// "(none)" for nobody and nothing.
[[nodiscard]] std::string or_none(const std::optional<std::string>& name);

// "since 2026-01-01T00:00:00Z, reviewed by 'alice'"; "" where all was asked for. Safe text.
[[nodiscard]] std::string scope_text(const query::Overview& overview);

// "and 12 more projects"; "" for none.
[[nodiscard]] std::string more_text(std::size_t count, std::string_view singular);

// `text` cut to at most `width` columns and four bytes a column: marks that combine take no column
// and have no end.
[[nodiscard]] std::string fitted(const std::string& text, std::size_t width);

// How long a stale pull request has been open: "for more than 7 days".
[[nodiscard]] std::string stale_span(const query::Overview& overview);
[[nodiscard]] std::string stale_table(const std::vector<query::StaleRow>& rows, const Style& style);

}  // namespace claudestep::report
