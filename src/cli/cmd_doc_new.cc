#include <string>
#include <utility>

#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/document_kinds.h"
#include "cli/validation.h"
#include "codec/value_writer.h"

namespace claudestep::cli {

namespace {

Result<int> run_doc_new(Context& context, const Arguments& arguments) {
  const DocumentKind kind = *find_document_kind(arguments.text("KIND"));
  const std::string text(document_template(kind));
  if (!arguments.json()) {
    context.out(text);
    return 0;
  }
  CS_ASSIGN(const Document document, read_document(text, arguments.text("KIND"), kind));
  JsonWriter writer;
  codec::write_value(writer, document.root());
  context.out(std::move(writer).finish());
  return 0;
}

}  // namespace

extern const CommandSpec kDocNewCommand = {
    .name = "doc new",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print a document to begin with, with comments, that validates",
    .example = "claudestep doc new feature-spec >specs/my-feature/spec.yaml",
    .description =
        "The members that must be there are; those that may be are in comments where the form "
        "has comments. With --json it is printed as 'claudestep doc to-json' prints it.",
    .operands = {{.name = "KIND",
                  .type = ValueType::kChoice,
                  .help = "the kind of document",
                  .choices = document_kind_names()}},
    .run = run_doc_new,
};

}  // namespace claudestep::cli
