// Owns: how the rows of `export` are spelt: lines of JSON, CSV, or SQL that SQLite and PostgreSQL
// read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/export.h"

namespace claudestep::report {

enum class ExportFormat : std::uint8_t { kJsonLines, kCsv, kSql };

// What stands before the rows of `tables`: nothing, the names of the columns (one table), or the
// statements that make the tables. `source` says where the rows come from.
[[nodiscard]] std::string export_begin(ExportFormat format,
                                       const std::vector<query::ExportTable>& tables,
                                       std::string_view source);

[[nodiscard]] std::string export_rows(ExportFormat format, query::ExportTable table,
                                      const std::vector<query::ExportRow>& rows);

// What stands behind them.
[[nodiscard]] std::string export_end(ExportFormat format);

}  // namespace claudestep::report
