#include "cli/plan_folders.h"

#include "base/text.h"
#include "cli/output.h"
#include "store/base_branch.h"

namespace claudestep::cli {

Result<store::PlanFolders> open_plan_folders(const Session& session, const Arguments& arguments) {
  CS_ASSIGN(const auto base,
            store::find_base(session.repository, session.ref, arguments.maybe("base")));
  return store::PlanFolders::open(session.repository, base);
}

void warn_of_missing_folder(const Context& context, const store::PlanFolders& folders) {
  const auto& missing = folders.missing();
  if (!missing) return;
  warn(context, "claudestep.projectsDir names " + quoted(missing->folder) + ", which " +
                    quoted(missing->base) + " does not have: no configuration is read from it");
}

}  // namespace claudestep::cli
