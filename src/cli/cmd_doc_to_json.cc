#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "codec/json_reader.h"
#include "codec/value_writer.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kJsonSuffix = ".json";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

Result<int> run_doc_to_json(Context& context, const Arguments& arguments) {
  const std::string& path = arguments.text("FILE");
  if (!arguments.has("from") && !ends_with(path, kJsonSuffix)) {
    return fail(Error{ErrorCode::kUsage, "the form of " + quoted(path) + " is not known"}.hint(
        "say it with --from json"));
  }
  CS_ASSIGN(std::string bytes, read_file_or_input(context, path));
  codec::JsonOptions options;
  options.file = path == "-" ? "standard input" : path;
  options.code = ErrorCode::kInvalidInput;
  CS_ASSIGN(const Document document, codec::read_json(std::move(bytes), options));
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
    .example = "claudestep doc to-json projects/auth.json",
    .description =
        "Reads strictly: a key given twice, bytes that are no UTF-8 and anything after the value "
        "are refused, "
        "with line and column. Numbers keep their spelling; strings are written anew.\n"
        "\n"
        "A file '*.json' is JSON; for others, --from says what they are.",
    .operands = {{.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "a path, or - for standard input"}},
    .options = {{.name = "from",
                 .type = ValueType::kChoice,
                 .value_name = "FORM",
                 .help = "the form of the document",
                 .choices = {"json"}}},
    .run = run_doc_to_json,
};

}  // namespace claudestep::cli
