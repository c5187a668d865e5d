#include "cli/command.h"
#include "cli/document_kinds.h"

namespace claudestep::cli {

namespace {

Result<int> run_doc_new(Context& context, const Arguments& arguments) {
  context.out(document_template(*find_document_kind(arguments.text("KIND"))));
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
        "has comments.",
    .operands = {{.name = "KIND",
                  .type = ValueType::kChoice,
                  .help = "the kind of document",
                  .choices = document_kind_names()}},
    .run = run_doc_new,
};

}  // namespace claudestep::cli
