#include "cli/command.h"
#include "cli/version.h"

namespace claudestep::cli {
namespace {

Result<int> run_version(Context& context, const Arguments& arguments) {
  context.out(arguments.json() ? version_json() : version_text());
  return 0;
}

}  // namespace

extern const CommandSpec kVersionCommand = {
    .name = "version",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print the version, and those of the libraries it was built with",
    .example = "claudestep version",
    .description = "The same as 'claudestep --version'.",
    .json_kind = "version",
    .run = run_version,
};

}  // namespace claudestep::cli
