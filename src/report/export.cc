#include "report/export.h"

#include <cstddef>
#include <utility>

#include "base/json_writer.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

using query::ColumnKind;
using query::ExportColumn;
using query::ExportRow;
using query::ExportTable;

// So many rows in one INSERT; SQLite takes statements up to a megabyte by its own limit.
constexpr std::size_t kRowsAStatement = 100;

std::string json_line(ExportTable table, const ExportRow& row) {
  const auto& columns = query::columns_of(table);
  JsonWriter writer(JsonLayout::kCompact);
  writer.begin_object().key("table").string(query::to_string(table));
  for (std::size_t at = 0; at < columns.size(); ++at) {
    writer.key(columns[at].name);
    if (!row[at]) {
      writer.null();
    } else if (columns[at].kind == ColumnKind::kText) {
      writer.string(*row[at]);
    } else {
      writer.raw(*row[at]);
    }
  }
  writer.end_object();
  return std::move(writer).finish() + "\n";
}

// No database and few readers of CSV take a NUL.
std::string without_nul(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\0') {
      out += "\uFFFD";
    } else {
      out += c;
    }
  }
  return out;
}

// Whether a spreadsheet could take a cell for a formula, or for one that was defused.
bool is_to_defuse(std::string_view text) {
  const std::size_t start = text.find_first_not_of('\'');
  return start != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(text[start]) != std::string_view::npos;
}

// The empty text is quoted, nothing is not: readers that look can tell them apart.
std::string csv_text(const std::string& text) {
  std::string cell = without_nul(text);
  if (is_to_defuse(cell)) cell.insert(0, 1, '\'');
  const bool plain = cell.find_first_of(",\"\r\n") == std::string::npos && !cell.empty() &&
                     cell.front() != ' ' && cell.back() != ' ' && cell.front() != '\'';
  if (plain) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string csv_line(ExportTable table, const ExportRow& row) {
  const auto& columns = query::columns_of(table);
  std::string line;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (at > 0) line += ',';
    if (row[at]) line += columns[at].kind == ColumnKind::kText ? csv_text(*row[at]) : *row[at];
  }
  return line + "\n";
}

std::string csv_heading(ExportTable table) {
  std::string line;
  for (const ExportColumn& column : query::columns_of(table)) {
    line += (line.empty() ? "" : ",") + std::string(column.name);
  }
  return line + "\n";
}

std::string sql_text(const std::string& text) {
  std::string out = "'";
  for (const char c : without_nul(text)) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string sql_type(const ExportColumn& column) {
  switch (column.kind) {
    case ColumnKind::kText:
      return "TEXT";
    case ColumnKind::kInteger:
      return "NUMERIC(38,0)";
    case ColumnKind::kDecimal:
      return "NUMERIC(38," + std::to_string(column.digits) + ")";
    case ColumnKind::kFlag:
      break;
  }
  return "BOOLEAN";
}

std::string sql_table(ExportTable table) {
  std::string out = "CREATE TABLE " + std::string(query::to_string(table)) + " (";
  bool first = true;
  for (const ExportColumn& column : query::columns_of(table)) {
    out += (first ? "\n  " : ",\n  ") + std::string(column.name) + " " + sql_type(column);
    first = false;
  }
  return out + "\n);\n";
}

std::string sql_row(ExportTable table, const ExportRow& row) {
  const auto& columns = query::columns_of(table);
  std::string out = "(";
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (at > 0) out += ",";
    if (!row[at]) {
      out += "NULL";
    } else {
      out += columns[at].kind == ColumnKind::kText ? sql_text(*row[at]) : *row[at];
    }
  }
  return out + ")";
}

std::string sql_rows(ExportTable table, const std::vector<ExportRow>& rows) {
  std::string out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (at % kRowsAStatement == 0) {
      out += "INSERT INTO " + std::string(query::to_string(table)) + " VALUES\n";
    }
    const bool ends = at + 1 == rows.size() || (at + 1) % kRowsAStatement == 0;
    out += sql_row(table, rows[at]) + (ends ? ";\n" : ",\n");
  }
  return out;
}

}  // namespace

std::string export_begin(ExportFormat format, const std::vector<ExportTable>& tables,
                         std::string_view source) {
  std::string text;
  switch (format) {
    case ExportFormat::kJsonLines:
      break;
    case ExportFormat::kCsv:
      text = csv_heading(tables.front());
      break;
    case ExportFormat::kSql:
      text = "-- claudestep export of " + safe(source) + "\nBEGIN;\n";
      for (const ExportTable table : tables) text += sql_table(table);
      break;
  }
  return text;
}

std::string export_rows(ExportFormat format, ExportTable table,
                        const std::vector<ExportRow>& rows) {
  if (format == ExportFormat::kSql) return sql_rows(table, rows);
  std::string text;
  for (const ExportRow& row : rows) {
    text += format == ExportFormat::kCsv ? csv_line(table, row) : json_line(table, row);
  }
  return text;
}

std::string export_end(ExportFormat format) {
  return format == ExportFormat::kSql ? "COMMIT;\n" : "";
}

}  // namespace claudestep::report
