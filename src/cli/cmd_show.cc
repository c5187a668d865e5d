#include <utility>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "codec/value_writer.h"
#include "query/project_page.h"
#include "query/scan.h"
#include "report/project.h"

namespace claudestep::cli {

namespace {

// The blob as it is, also where it is no project that can be read.
Result<int> print_raw(Context& context, const store::View& view, const std::string& name) {
  CS_ASSIGN(const auto entry, query::find_entry(view, name));
  CS_ASSIGN(const auto bytes, view.read_file(entry.path()));
  if (bytes) {
    context.out(*bytes);
    return 0;
  }
  // Not a file: reading it as a project says what it is.
  CS_TRY(view.read(entry));
  return 0;
}

// The document in 2.0 form on one line, every kept token as it is.
Result<std::string> compact_document(const model::Project& project) {
  CS_ASSIGN(const Document document, codec::read_json(codec::write_project(project)));
  return codec::compact_json(document.root());
}

Result<int> run_show(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  if (arguments.has("raw")) return print_raw(context, reading.view, name);

  CS_ASSIGN(const auto found, query::read_one(reading.view, name));
  query::ProjectRow row =
      query::project_row(found.project, found.entry.path(), found.entry.blob.hex(),
                         found.entry.shelf == model::Shelf::kArchive, reading.now);
  if (arguments.json()) {
    CS_ASSIGN(const auto document, compact_document(found.project));
    context.out(report::project_json(document, row));
  } else {
    query::PrScope scope;
    CS_TRY(ask_stale_days(arguments, reading, scope));
    context.out(report::project_text(
        query::project_page(found.project, std::move(row), reading.now, scope), style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kShowCommand = {
    .name = "show",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "show one project: its tasks, pull requests and costs",
    .example = "claudestep show auth",
    .description =
        "Shows the progress of a project, its tasks by index and its pull requests by number. An "
        "archived project is shown as well.\n\n"
        "With --json the document itself, in the form of schema 2.0 whatever the file's form is, "
        "with statuses derived from the pull requests. With --raw the file's bytes, also when they "
        "are no project that can be read.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "raw", .help = "print the bytes of the file instead"}},
    .json_kind = "project",
    .run = run_show,
};

}  // namespace claudestep::cli
