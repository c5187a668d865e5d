// Owns: projects as rows of four flat tables, for other programs to ask. What they hold follows
// from the files alone, not from the time at which they are asked for. Leaves to others: how rows
// are spelt (report/export.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"
#include "store/view.h"

namespace claudestep::query {

enum class ExportTable : std::uint8_t { kProjects, kTasks, kPullRequests, kAiOperations };
inline constexpr std::array kExportTables = {ExportTable::kProjects, ExportTable::kTasks,
                                             ExportTable::kPullRequests,
                                             ExportTable::kAiOperations};
[[nodiscard]] std::string_view to_string(ExportTable table);  // "pull_requests"
[[nodiscard]] std::optional<ExportTable> parse_export_table(std::string_view word);

enum class ColumnKind : std::uint8_t { kText, kInteger, kDecimal, kFlag };

struct ExportColumn {
  std::string_view name;
  ColumnKind kind = ColumnKind::kText;
  int digits = 0;  // of a decimal, after the point
};
[[nodiscard]] const std::vector<ExportColumn>& columns_of(ExportTable table);

// A text, the digits of a number, or "true" and "false"; nothing where the record says nothing.
using ExportCell = std::optional<std::string>;
using ExportRow = std::vector<ExportCell>;  // a cell a column

// The rows of one project, in the order of its file. Requires: a settled project.
[[nodiscard]] std::vector<ExportRow> rows_of(ExportTable table, const store::ProjectEntry& entry,
                                             const model::Project& project);

}  // namespace claudestep::query
