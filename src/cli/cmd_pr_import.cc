#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/reconciling.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "codec/forge_reader.h"
#include "query/forge_import.h"
#include "report/forge_import.h"

namespace claudestep::cli {

namespace {

int answer_import(const Context& context, const Arguments& arguments,
                  const store::WriteOutcome& outcome, const query::ForgeImport& import) {
  if (arguments.json()) {
    say_about_write(context, outcome);
    JsonWriter answer = begin_write_answer("pr_import", arguments, outcome);
    report::write_forge_left(answer, import);
    print_answer(context, std::move(answer));
    return 0;
  }
  const std::size_t settled = import.settled;
  const std::string nothing =
      settled == 0 ? "nothing of the list is to be recorded"
                   : counted(settled, "pull request") + (settled == 1 ? " is" : " are") +
                         " recorded as the forge has " + (settled == 1 ? "it" : "them");
  const auto answered = answer_write(context, arguments, outcome, {.done = "", .nothing = nothing});
  CS_CHECK(answered.has_value());
  if (context.talk != Talk::kQuiet) {
    context.out(report::forge_left_text(import, style_of(context)));
  }
  return *answered;
}

Result<int> run_pr_import(Context& context, const Arguments& arguments) {
  const std::string& file = arguments.text("FILE");
  CS_ASSIGN(auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(const auto pulls, codec::read_forge_pulls(std::move(bytes), input_name(file)));
  CS_ASSIGN(auto session, open_session(context, arguments));
  query::ForgeImport import;
  const auto decide = [&](const store::View& view,
                          model::Branch&) -> Result<std::vector<model::Operation>> {
    CS_ASSIGN(import, query::import_pulls(view, pulls));
    return import.operations;
  };
  CS_ASSIGN(const auto outcome,
            store::write(session.repository, write_options(context, session, arguments), decide));
  warn_unreadable(context, import.unreadable);
  const int code = answer_import(context, arguments, outcome, import);
  say_what_follows(context, session.repository, session.ref, outcome);
  return code;
}

}  // namespace

extern const CommandSpec kPrImportCommand = {
    .name = "pr import",
    .group = Group::kTruth,
    .kind = CommandKind::kWrite,
    .summary = "bring the records to what a forge's own tool says",
    .example = "claudestep pr import pulls.json --dry-run",
    .description =
        "Reads what one of these prints; members that it does not use are ignored:\n\n"
        "gh pr list --state all --limit 1000 --json number,state,headRefName,title,author,"
        "assignees,reviewRequests,isCrossRepository,createdAt,mergedAt,closedAt,mergeCommit\n\n"
        "glab mr list --all -F json --per-page 100\n\n"
        "Of pull requests that are recorded it settles the state (git alone cannot tell open from "
        "closed), the title and the reviewer, and fills in when they ended and by which commit. "
        "Those that are not recorded, and whose branch is named for a task, are recorded for it. "
        "The others are listed. All of it is one commit, and doing it again changes nothing.\n\n"
        "What the forge does not say stays as it is, and so does a recorded time or merge commit. "
        "A record that is merged where the forge says otherwise, or that has another branch, is "
        "listed and left alone.",
    .operands = {{.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "what the forge's tool printed, - for standard input"}},
    .json_kind = "pr_import",
    .run = run_pr_import,
};

}  // namespace claudestep::cli
