#include <utility>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "report/events.h"
#include "store/log.h"

namespace claudestep::cli {

namespace {

// The branch as of a revision or a date.
Result<store::View> view_at(const Context& context, const Session& session,
                            const Arguments& arguments, const std::string& revision) {
  return store::View::open(session.repository, {.ref = session.ref,
                                                .at = revision,
                                                .local = arguments.has("local"),
                                                .now = context.clock->now()});
}

Result<int> run_diff(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto reading, open_reading(context, arguments));
  const Session& session = *reading.session;
  CS_ASSIGN(const auto before, view_at(context, session, arguments, arguments.text("A")));
  if (arguments.has("B")) {
    CS_ASSIGN(reading.view, view_at(context, session, arguments, arguments.text("B")));
  }
  CS_ASSIGN(auto changed, store::compare_views(session.repository, before, reading.view));
  std::vector<report::EventEntry> entries;
  entries.reserve(changed.size());
  for (store::ProjectEvents& project : changed) {
    entries.push_back({std::nullopt, std::move(project.project), std::move(project.events)});
  }
  if (arguments.json()) {
    context.out(report::events_json(entries));
  } else if (entries.empty()) {
    say(context, "no project differs");
  } else {
    context.out(report::events_text(entries, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kDiffCommand = {
    .name = "diff",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "tell what happened between two states of the branch",
    .example = "claudestep diff 7d",
    .description =
        "Shows for each project what leads from A to B, in the words of `log`. What came and went "
        "in between is not seen: a pull request that was closed and opened again is as it was.\n\n"
        "A and B are revisions as git names them (claudestep-metadata~3) or moments (7d, "
        "2026-01-27): then the newest commit not after it. Without B it is the branch as it is "
        "now, or as of --at.",
    .operands = {{.name = "A",
                  .type = ValueType::kCommit,
                  .help = "a revision or a moment to begin with"},
                 {.name = "B",
                  .type = ValueType::kCommit,
                  .help = "a revision or a moment to end with",
                  .optional = true}},
    .json_kind = "events",
    .run = run_diff,
};

}  // namespace claudestep::cli
