#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/file_replacement.h"
#include "cli/files.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/export.h"
#include "query/scan.h"
#include "report/export.h"

namespace claudestep::cli {

namespace {

using query::ExportTable;
using report::ExportFormat;

// Where rows go: standard output, or a file of a folder.
class ExportSink {
 public:
  explicit ExportSink(const Context& context) : context_(context) {}
  ExportSink(const Context& context, const std::string& path)
      : context_(context), path_(path), target_(absolute_path(context, path)), file_(target_) {}

  Status open() { return path_.empty() ? Status() : checked(file_.open()); }
  Status write(const std::string& text) {
    if (!path_.empty()) return checked(file_.write(text));
    context_.out(text);
    return {};
  }
  Status finish() {
    return path_.empty() ? Status() : checked(file_.finish(mode_to_replace(target_)));
  }

 private:
  [[nodiscard]] Status checked(int error) const {
    if (error == 0) return {};
    return fail(file_error("write", path_, error));
  }

  const Context& context_;
  std::string path_;    // as it was given; empty for standard output
  std::string target_;  // absolute
  FileReplacement file_{""};
};

// The tables that share a sink.
struct ExportPart {
  std::vector<ExportTable> tables;
  std::unique_ptr<ExportSink> sink;
};

ExportFormat export_format_of(const Arguments& arguments) {
  const std::string format = arguments.maybe("format").value_or("jsonl");
  if (format == "csv") return ExportFormat::kCsv;
  return format == "sql" ? ExportFormat::kSql : ExportFormat::kJsonLines;
}

std::vector<ExportTable> tables_of(const Arguments& arguments) {
  std::vector<ExportTable> tables;
  for (const ExportTable table : query::kExportTables) {
    const auto& wanted = arguments.all("table");
    const bool is_wanted =
        std::find(wanted.begin(), wanted.end(), query::to_string(table)) != wanted.end();
    if (wanted.empty() || is_wanted) tables.push_back(table);
  }
  return tables;
}

// One part for each file; all tables in one where they share a stream or a script.
Result<std::vector<ExportPart>> parts_of(const Context& context, const Arguments& arguments,
                                         ExportFormat format) {
  const auto tables = tables_of(arguments);
  std::vector<ExportPart> parts;
  if (!arguments.has("output")) {
    if (format == ExportFormat::kCsv && tables.size() > 1) {
      return fail(Error{ErrorCode::kUsage, "standard output takes one table as csv"}
                      .hint("claudestep export --format csv --table tasks")
                      .hint("claudestep export --format csv -o DIR"));
    }
    parts.push_back({tables, std::make_unique<ExportSink>(context)});
    return parts;
  }
  const std::string& folder = arguments.text("output");
  CS_TRY(make_folder(context, folder));
  const std::string begin = folder + (folder.ends_with('/') ? "" : "/");
  if (format == ExportFormat::kSql) {
    parts.push_back({tables, std::make_unique<ExportSink>(context, begin + "claudestep.sql")});
    return parts;
  }
  for (const ExportTable table : tables) {
    const std::string name =
        std::string(query::to_string(table)) + (format == ExportFormat::kCsv ? ".csv" : ".jsonl");
    parts.push_back({{table}, std::make_unique<ExportSink>(context, begin + name)});
  }
  return parts;
}

std::string export_source(const store::View& view) {
  return view.ref() + (view.commit() ? " at " + view.commit()->hex() : "");
}

Status write_project(std::vector<ExportPart>& parts, ExportFormat format,
                     const store::ProjectEntry& entry, const model::Project& project) {
  for (ExportPart& part : parts) {
    for (const ExportTable table : part.tables) {
      CS_TRY(part.sink->write(
          report::export_rows(format, table, query::rows_of(table, entry, project))));
    }
  }
  return {};
}

Result<int> run_export(Context& context, const Arguments& arguments) {
  const ExportFormat format = export_format_of(arguments);
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  CS_ASSIGN(auto parts, parts_of(context, arguments, format));
  if (reading.has_no_branch()) say_how_to_begin(context, reading.view);
  for (ExportPart& part : parts) {
    CS_TRY(part.sink->open());
    CS_TRY(
        part.sink->write(report::export_begin(format, part.tables, export_source(reading.view))));
  }
  Status written;
  if (selection) {
    const auto visit = [&](const store::ProjectEntry& entry, const model::Project& project) {
      if (written) written = write_project(parts, format, entry, project);
    };
    // Rows that go to the terminal leave no place for a line of progress.
    const bool is_seen = context.terminal.out_is_terminal && !arguments.has("output");
    CS_ASSIGN(const auto unreadable, is_seen
                                         ? query::scan(reading.view, *selection, visit)
                                         : read_projects(context, reading.view, *selection, visit));
    CS_TRY(std::move(written));
    warn_unreadable(context, unreadable);
  }
  for (ExportPart& part : parts) CS_TRY(part.sink->write(report::export_end(format)));
  for (ExportPart& part : parts) CS_TRY(part.sink->finish());
  return 0;
}

}  // namespace

extern const CommandSpec kExportCommand = {
    .name = "export",
    .group = Group::kPublish,
    .kind = CommandKind::kRead,
    .summary = "write projects, tasks, pull requests and AI operations as flat tables",
    .example = "claudestep export --format csv -o tables",
    .description =
        "Rows for other programs: a database, a data frame, a spreadsheet. 'jsonl' is one object a "
        "line, 'csv' has the names of the columns first, 'sql' makes the tables and fills them, in "
        "SQLite and PostgreSQL. The same commit gives the same bytes, whoever asks and when.\n\n"
        "With -o each table becomes a file of the folder, such as tasks.csv, and all of them "
        "claudestep.sql; each is replaced whole, when all rows are there. Without it they go to "
        "standard output, csv only one of them.\n\n"
        "In csv, a text that a spreadsheet could take for a formula, because it begins with one of "
        "= + - @, a tab or a carriage return, has a ' before it; one that begins so with ' already "
        "gets one more. jsonl and sql have it as it is.",
    .options = {{.name = "format",
                 .type = ValueType::kChoice,
                 .value_name = "FORMAT",
                 .help = "the form of the rows (jsonl)",
                 .choices = {"jsonl", "csv", "sql"}},
                {.name = "table",
                 .type = ValueType::kChoice,
                 .value_name = "TABLE",
                 .help = "only this one",
                 .repeatable = true,
                 .choices = {"projects", "tasks", "pull_requests", "ai_operations"}},
                {.name = "output",
                 .letter = 'o',
                 .type = ValueType::kFolder,
                 .value_name = "DIR",
                 .help = "write the tables as files into this folder, which is made if need be"},
                kScopeProjectOption,
                kScopeArchivedOption},
    .run = run_export,
};

}  // namespace claudestep::cli
