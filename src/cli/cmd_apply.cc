#include <utility>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/write_answer.h"
#include "codec/operation_codec.h"

namespace claudestep::cli {

namespace {

Result<int> run_apply(Context& context, const Arguments& arguments) {
  const std::string file = arguments.maybe("FILE").value_or("-");
  CS_ASSIGN(const auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(auto operations, codec::read_operations(bytes, input_name(file)));
  return write_operations(context, arguments, std::move(operations));
}

}  // namespace

extern const CommandSpec kApplyCommand = {
    .name = "apply",
    .group = Group::kPlumbing,
    .kind = CommandKind::kWrite,
    .summary = "apply operations given as JSON lines, in one commit",
    .example = "claudestep apply operations.jsonl",
    .description =
        "Each line is one operation, as writing commands print it with --json: {\"op\": "
        "\"open-pr\", "
        "\"project\": \"auth\", \"task\": 3, \"pr\": 42, \"branch\": \"b\"}. They are applied in "
        "order, each on what the ones before left. When one is refused nothing is written.",
    .operands = {{.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "the operations, - or nothing for standard input",
                  .optional = true}},
    .json_kind = "write",
    .run = run_apply,
};

}  // namespace claudestep::cli
