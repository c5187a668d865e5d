#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/diagnostic.h"
#include "check/schema_findings.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/schema_files.h"
#include "cli/validation.h"
#include "codec/json_reader.h"
#include "report/diagnostics.h"
#include "report/excerpt.h"
#include "report/json.h"
#include "report/table.h"
#include "schema/embedded.h"

namespace claudestep::cli {

namespace {

using schema::EmbeddedSchema;

// What a schema says of itself.
std::string title_of(const EmbeddedSchema& schema) {
  const auto document = codec::read_json(std::string(schema.bytes));
  const Value* title = document ? document->root().find("title") : nullptr;
  return title != nullptr ? title->text : std::string();
}

Result<int> run_schema_list(Context& context, const Arguments& arguments) {
  if (arguments.json()) {
    JsonWriter writer = report::begin_answer("schemas");
    writer.key("schemas").begin_array();
    for (const EmbeddedSchema& schema : schema::embedded_schemas()) {
      writer.begin_object();
      report::write_text(writer, "name", schema.name);
      report::write_text(writer, "title", title_of(schema));
      report::write_text(writer, "id", schema::embedded_uri(schema));
      report::write_flag(writer, "metaschema", schema.kind == schema::EmbeddedKind::kMetaschema);
      writer.end_object();
    }
    writer.end_array();
    print_answer(context, std::move(writer));
    return 0;
  }
  report::Table table({{"NAME"}, {"DESCRIBES", report::Align::kLeft, 20}});
  for (const EmbeddedSchema& schema : schema::embedded_schemas()) {
    table.add({{schema.name}, {title_of(schema)}});
  }
  context.out(table.render(style_of(context)));
  return 0;
}

Result<int> run_schema_print(Context& context, const Arguments& arguments) {
  const std::string& name = arguments.text("NAME");
  const EmbeddedSchema* schema = schema::find_embedded(name);
  if (schema == nullptr) return fail(schema::no_such_schema(name));
  context.out(schema->bytes);
  return 0;
}

struct CheckedFiles {
  std::vector<check::Diagnostic> diagnostics;
  std::map<std::string, std::string> texts;  // of the files that have findings
};

Status check_file(const Context& context, const schema::Schema& schema, const std::string& word,
                  CheckedFiles& checked) {
  const std::string file = input_name(word);
  CS_ASSIGN(std::string bytes, read_file_or_input(context, word));
  CS_ASSIGN(const Document document, read_document(bytes, file, std::nullopt));
  auto findings = schema::validate(schema, document.root());
  if (!findings) {
    Error error = std::move(findings).error();
    return fail(std::move(error).at(Place{file}));
  }
  if (findings->empty()) return {};
  for (check::Diagnostic& found : check::schema_diagnostics(*findings, file)) {
    checked.diagnostics.push_back(std::move(found));
  }
  checked.texts.emplace(file, std::move(bytes));
  return {};
}

std::string check_excerpts(const CheckedFiles& checked, const report::Style& style) {
  std::map<std::string, report::SourceText> sources;
  return report::diagnostics_excerpts(
      checked.diagnostics,
      [&](const std::string& file) -> const report::SourceText* {
        const auto text = checked.texts.find(file);
        if (text == checked.texts.end()) return nullptr;
        return &sources.try_emplace(file, text->second).first->second;
      },
      style);
}

Result<int> run_schema_check(Context& context, const Arguments& arguments) {
  const auto formats =
      arguments.has("assert-format") ? schema::Formats::kAssert : schema::Formats::kAnnotate;
  CS_ASSIGN(const schema::Schema schema, load_schema(context, arguments.text("schema"), formats));
  const std::vector<std::string>& files = arguments.all("FILE");
  CheckedFiles checked;
  for (const std::string& file : files) CS_TRY(check_file(context, schema, file, checked));
  check::sort_diagnostics(checked.diagnostics);
  const check::Tally tally = check::tally_of(checked.diagnostics);
  if (arguments.json()) {
    context.out(report::diagnostics_json(files.size(), checked.diagnostics));
  } else {
    const report::Style style = style_of(context);
    context.out(check_excerpts(checked, style));
    if (context.talk != Talk::kQuiet) {
      context.out(report::diagnostics_summary(files.size(), tally, style));
    }
  }
  return tally.errors > 0 ? 1 : 0;
}

}  // namespace

extern const CommandSpec kSchemaListCommand = {
    .name = "schema list",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "list the schemas that the program carries",
    .example = "claudestep schema list",
    .description =
        "JSON Schemas of the kinds of documents, and the metaschemas of the drafts that are "
        "evaluated, 2020-12 and 7.",
    .json_kind = "schemas",
    .run = run_schema_list,
};

extern const CommandSpec kSchemaPrintCommand = {
    .name = "schema print",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print one of the schemas that the program carries",
    .example = "claudestep schema print feature-spec",
    .description = "Prints the schema to the byte, for an editor or another validator.",
    .operands = {{.name = "NAME", .help = "one of 'schema list'"}},
    .run = run_schema_print,
    .more_codes = "3",
};

extern const CommandSpec kSchemaCheckCommand = {
    .name = "schema check",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "hold files to a schema",
    .example = "claudestep schema check --schema feature-spec specs/auth/spec.yaml",
    .description =
        "Holds JSON and YAML files to any JSON Schema of draft 2020-12 or 7, and says of each "
        "value that does not fit where it is and what was expected. Only the schema speaks: the "
        "rules beyond it are validate's.\n"
        "\n"
        "A schema with '/' or '.' in its name is a file. It may refer to itself, to files in its "
        "folder and below, and to the schemas of 'schema list'; nothing is fetched. `format` is "
        "asserted with --assert-format, and always for the schemas of the program.",
    .operands = {{.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "a path, or - for standard input",
                  .repeatable = true}},
    .options = {{.name = "schema",
                 .type = ValueType::kText,
                 .value_name = "NAME|PATH",
                 .help = "a name of 'schema list', or a file",
                 .required = true},
                {.name = "assert-format",
                 .help = "a text must be of the `format` it is said to be"}},
    .json_kind = "diagnostics",
    .run = run_schema_check,
    .no_means = "something does not fit",
    .more_codes = "35",
};

}  // namespace claudestep::cli
