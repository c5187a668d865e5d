#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "model/project.h"
#include "query/scan.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

// What one look at the branch decided; filled anew on every retry.
struct Plan {
  std::vector<std::string> lacking_ids;  // paths of 2.0 files that only lack ids
  std::vector<std::string> left_alone;   // why a file stays as it is
  bool has_branch = false;
};

std::string nothing_to_migrate(const Plan& plan) {
  if (!plan.has_branch) return "there is no metadata branch yet";
  if (plan.left_alone.empty()) return "all of it is in the form 2.0 already";
  return "all else is in the form 2.0 already";
}

Result<std::vector<model::Operation>> plan_all(const store::View& view,
                                               const std::vector<std::string>& names, Plan& plan) {
  plan = {};
  plan.has_branch = view.commit().has_value();
  std::vector<model::Operation> operations;
  CS_ASSIGN(const auto unreadable,
            query::scan(view, {names, true},
                        [&](const store::ProjectEntry& entry, const model::Project& project) {
                          if (model::is_newer_schema(project.schema_version.value)) {
                            plan.left_alone.push_back(quoted(entry.path()) +
                                                      " was written by a newer claudestep");
                            return;
                          }
                          const bool is_old_form = project.dialect != model::Dialect::kHybrid;
                          if (!is_old_form && !project.lacks_ids) return;
                          if (!is_old_form) plan.lacking_ids.push_back(entry.path());
                          operations.emplace_back(model::MigrateProject{entry.name});
                        }));
  for (const query::UnreadableFile& file : unreadable) {
    if (!names.empty()) {
      return fail(Error{ErrorCode::kCorrupt, "cannot migrate " + quoted(file.file)}
                      .caused_by(file.message)
                      .hint("claudestep fsck"));
    }
    plan.left_alone.push_back(quoted(file.file) + " cannot be read: " + file.message);
  }
  return operations;
}

Result<int> run_migrate(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  Plan plan;
  store::WriteOptions options = write_options(context, session, arguments);
  options.asked_kind = "migrate";
  CS_ASSIGN(auto outcome,
            store::write(session.repository, options, [&](const store::View& view, model::Branch&) {
              return plan_all(view, arguments.all("PROJECT"), plan);
            }));
  for (const std::string& path : plan.lacking_ids) {
    outcome.notes.push_back("gave ids to the tasks of " + quoted(path));
  }
  for (const std::string& why : plan.left_alone)
    warn(context, report::safe(why) + "; left as it is");
  CS_TRY(
      answer_write(context, arguments, outcome, {.done = "", .nothing = nothing_to_migrate(plan)}));
  return plan.left_alone.empty() ? 0 : 1;
}

}  // namespace

extern const CommandSpec kMigrateCommand = {
    .name = "migrate",
    .group = Group::kCheck,
    .kind = CommandKind::kWrite,
    .summary = "bring project files of older forms to 2.0, in one commit",
    .example = "claudestep migrate --dry-run",
    .description =
        "Every older form can be read by every command, and a write upgrades the file that it "
        "touches. This upgrades all of them, or those named, archived ones included, in one "
        "commit, and says of each which form it had. 2.0 files without task ids get them.\n\n"
        "No fact changes: counts, costs, times and people are the same before and after, and "
        "members that 2.0 does not know are kept. A file that cannot be read stays as it is.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "these projects only",
                  .optional = true,
                  .repeatable = true}},
    .json_kind = "write",
    .run = run_migrate,
    .no_means = "a file could not be migrated and was left as it is",
};

}  // namespace claudestep::cli
