#include "cli/reconciling.h"

#include "cli/output.h"
#include "report/text.h"

namespace claudestep::cli {

void warn_left_out(const Context& context, const truth::Reconciled& result) {
  for (const store::Unreadable& file : result.unreadable) {
    warn(context, report::safe(file.file) + " is left out: " + report::safe(file.error.message));
  }
}

void say_what_follows(const Context& context, const store::WriteOutcome& outcome) {
  if (!outcome.commit) return;
  for (const std::string& project : outcome.completed_projects) {
    hint(context, "claudestep plan complete " + project);
  }
}

}  // namespace claudestep::cli
