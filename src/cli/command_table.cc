// The list of commands: a line here and a file cmd_*.cc make a command. Keep the order of the
// groups of `Group`; within a group it is the order in which help and the reference show them.
#include "cli/command.h"

#define CLAUDESTEP_COMMANDS(X) \
  /* start */                  \
  X(kDoctorCommand)            \
  /* look */                   \
  /* work */                   \
  /* plan */                   \
  /* truth */                  \
  /* check */                  \
  X(kExplainCommand)           \
  X(kFsckCommand)              \
  X(kMigrateCommand)           \
  /* projects */               \
  /* publish */                \
  /* plumbing */               \
  X(kCompletionCommand)        \
  X(kCompleteCommand)          \
  X(kHelpCommand)              \
  X(kVersionCommand)

namespace claudestep::cli {

#define CLAUDESTEP_DECLARE(name) extern const CommandSpec name;
CLAUDESTEP_COMMANDS(CLAUDESTEP_DECLARE)
#undef CLAUDESTEP_DECLARE

const std::vector<const CommandSpec*>& command_table() {
#define CLAUDESTEP_LIST(name) &name,
  static const std::vector<const CommandSpec*> table = {CLAUDESTEP_COMMANDS(CLAUDESTEP_LIST)};
#undef CLAUDESTEP_LIST
  return table;
}

}  // namespace claudestep::cli
