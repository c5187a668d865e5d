#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/validation.h"
#include "codec/json_reader.h"
#include "codec/value_writer.h"
#include "codec/yaml_reader.h"
#include "plan/checklist.h"

namespace claudestep::cli {

namespace {

// A plan in Markdown, as `plan import` reads it.
Result<Document> read_plan(std::string bytes, const std::string& file) {
  if (find_invalid_utf8(bytes) != std::string::npos) {
    return fail(Error{ErrorCode::kInvalidInput, claudestep::quoted(file) + " is not UTF-8"});
  }
  Value root = plan::checklist_value(bytes);
  return Document(std::make_unique<const std::string>(std::move(bytes)), std::move(root));
}

Result<Document> read_for_json(std::string bytes, const std::string& file,
                               const std::optional<std::string>& from) {
  if (from == "json") {
    codec::JsonOptions options;
    options.file = file;
    options.code = ErrorCode::kInvalidInput;
    return codec::read_json(std::move(bytes), options);
  }
  if (from == "yaml") {
    codec::YamlOptions options;
    options.file = file;
    return codec::read_yaml(std::move(bytes), options);
  }
  const bool is_plan = file == "spec.md" || file.ends_with("/spec.md");
  if (from == "checklist" || (!from && is_plan)) return read_plan(std::move(bytes), file);
  return read_document(std::move(bytes), file, kind_of_path(file));
}

Result<int> run_doc_to_json(Context& context, const Arguments& arguments) {
  const std::string& path = arguments.text("FILE");
  CS_ASSIGN(std::string bytes, read_file_or_input(context, path));
  CS_ASSIGN(const Document document,
            read_for_json(std::move(bytes), input_name(path), arguments.maybe("from")));
  JsonWriter writer;
  codec::write_value(writer, document.root());
  context.out(std::move(writer).finish());
  return 0;
}

}  // namespace

extern const CommandSpec kDocToJsonCommand = {
    .name = "doc to-json",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print a document as the tool reads it, as JSON",
    .example = "claudestep doc to-json specs/auth/spec.yaml",
    .description =
        "Reads strictly: a key given twice, bytes that are no UTF-8 and anything after the value "
        "are refused, with line and column. Numbers of JSON keep their spelling; strings are "
        "written anew.\n"
        "\n"
        "A file '*.json' is JSON, a session's progress file is read by its sections, 'spec.md' as "
        "a "
        "checklist, and anything else is YAML 1.2 with its core schema; --from says otherwise.",
    .operands = {{.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "a path, or - for standard input"}},
    .options = {{.name = "from",
                 .type = ValueType::kChoice,
                 .value_name = "FORM",
                 .help = "the form of the document",
                 .choices = {"json", "yaml", "checklist"}}},
    .run = run_doc_to_json,
};

}  // namespace claudestep::cli
