#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/open_arguments.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_pr_retitle(Context& context, const Arguments& arguments) {
  model::RetitlePr operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.pr = arguments.integer("pr");
  operation.title = arguments.text("title");
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kPrRetitleCommand = {
    .name = "pr retitle",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record another title of a pull request",
    .example = "claudestep pr retitle auth --pr 42 --title \"Users can log in\"",
    .description =
        "Only the record changes, not the pull request on the forge. Lists show the title of a "
        "pull request, and where it has none the description of its task.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kPrOption,
                {.name = "title",
                 .type = ValueType::kText,
                 .value_name = "T",
                 .help = "its title from now on",
                 .required = true}},
    .json_kind = "write",
    .run = run_pr_retitle,
};

}  // namespace claudestep::cli
