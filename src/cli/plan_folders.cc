#include "cli/plan_folders.h"

#include "store/base_branch.h"

namespace claudestep::cli {

Result<store::PlanFolders> open_plan_folders(const Session& session, const Arguments& arguments) {
  CS_ASSIGN(const auto base,
            store::find_base(session.repository, session.ref, arguments.maybe("base")));
  return store::PlanFolders::open(session.repository, base);
}

}  // namespace claudestep::cli
