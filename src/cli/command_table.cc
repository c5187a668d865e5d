// The list of commands: a line here and a file cmd_*.cc make a command. Keep the order of the
// groups of `Group`; within a group it is the order in which help and the reference show them.
#include "cli/command.h"

#define CLAUDESTEP_COMMANDS(X) \
  /* start */                  \
  X(kInitCommand)              \
  X(kDoctorCommand)            \
  X(kPrimeCommand)             \
  /* look */                   \
  X(kListCommand)              \
  X(kShowCommand)              \
  X(kPricesCommand)            \
  X(kBudgetCheckCommand)       \
  X(kStatsCommand)             \
  X(kCostsCommand)             \
  X(kLeaderboardCommand)       \
  X(kCapacityCommand)          \
  X(kProgressCommand)          \
  X(kTaskListCommand)          \
  X(kPrListCommand)            \
  X(kLogCommand)               \
  X(kDiffCommand)              \
  /* work */                   \
  X(kNextCommand)              \
  X(kPrepareCommand)           \
  X(kFinalizeCommand)          \
  X(kPrOpenCommand)            \
  X(kPrMergeCommand)           \
  X(kPrCloseCommand)           \
  X(kPrReopenCommand)          \
  X(kPrAssignCommand)          \
  X(kPrRetitleCommand)         \
  X(kPrMoveCommand)            \
  X(kOpAddCommand)             \
  X(kOpImportCommand)          \
  X(kTaskAddCommand)           \
  X(kTaskEditCommand)          \
  X(kTaskCheckCommand)         \
  X(kTaskUncheckCommand)       \
  X(kTaskReleaseCommand)       \
  X(kUndoCommand)              \
  /* plan */                   \
  X(kPlanImportCommand)        \
  X(kPlanDiffCommand)          \
  X(kPlanStatusCommand)        \
  X(kPlanTraceCommand)         \
  X(kPlanCompleteCommand)      \
  /* truth */                  \
  X(kReconcileCommand)         \
  X(kPrImportCommand)          \
  X(kMergeCommand)             \
  X(kSyncCommand)              \
  X(kHooksInstallCommand)      \
  X(kHooksStatusCommand)       \
  X(kHooksUninstallCommand)    \
  X(kHooksRunCommand)          \
  /* check */                  \
  X(kValidateCommand)          \
  X(kExplainCommand)           \
  X(kFsckCommand)              \
  X(kMigrateCommand)           \
  X(kTrustEvalCommand)         \
  /* projects */               \
  X(kProjectCreateCommand)     \
  X(kProjectRenameCommand)     \
  X(kProjectArchiveCommand)    \
  X(kProjectUnarchiveCommand)  \
  X(kProjectDeleteCommand)     \
  /* publish */                \
  X(kReportCommand)            \
  X(kExportCommand)            \
  /* plumbing */               \
  X(kApplyCommand)             \
  X(kDocToJsonCommand)         \
  X(kDocNewCommand)            \
  X(kSchemaListCommand)        \
  X(kSchemaPrintCommand)       \
  X(kSchemaCheckCommand)       \
  X(kCacheStatusCommand)       \
  X(kCacheClearCommand)        \
  X(kMergeFileCommand)         \
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
