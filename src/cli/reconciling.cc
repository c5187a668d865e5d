#include "cli/reconciling.h"

#include "cli/output.h"
#include "report/text.h"

namespace claudestep::cli {

void warn_left_out(const Context& context, const truth::Reconciled& result) {
  for (const store::Unreadable& file : result.unreadable) {
    std::string why = file.error.message;
    for (const std::string& cause : file.error.causes) why += ": " + cause;
    warn(context, report::safe(file.file) + " is left out: " + report::safe(why));
  }
}

void say_what_follows(const Context& context, const store::WriteOutcome& outcome) {
  if (!outcome.commit) return;
  for (const std::string& project : outcome.completed_projects) {
    hint(context, "claudestep plan complete " + project);
  }
}

}  // namespace claudestep::cli
