#include "base/text.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "report/text.h"
#include "store/transaction.h"

namespace claudestep::cli {

namespace {

Result<int> run_init(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto outcome,
            store::init(session.repository, write_options(context, session, arguments)));
  const std::string branch = "the branch " + quoted(report::short_ref(session.ref));
  return answer_write(context, arguments, outcome,
                      {"make " + branch, branch + " is already there"});
}

}  // namespace

extern const CommandSpec kInitCommand = {
    .name = "init",
    .group = Group::kStart,
    .kind = CommandKind::kWrite,
    .summary = "make the metadata branch",
    .example = "claudestep init",
    .description =
        "Makes the branch that holds one JSON file a project, with a README that says what it is. "
        "Where a remote already has the branch, the local one starts from it.\n\n"
        "Doing it again changes nothing. Any command that writes makes the branch as well when it "
        "is missing.",
    .json_kind = "write",
    .run = run_init,
};

}  // namespace claudestep::cli
