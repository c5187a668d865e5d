#include "cli/command.h"
#include "cli/plan_source.h"
#include "cli/reading.h"
#include "report/plan_trace.h"

namespace claudestep::cli {

namespace {

Result<int> run_plan_trace(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto trace, read_trace(context, arguments, reading));
  context.out(arguments.json() ? report::plan_trace_json(trace)
                               : report::plan_trace_text(trace, style_of(context)));
  return 0;
}

}  // namespace

extern const CommandSpec kPlanTraceCommand = {
    .name = "plan trace",
    .group = Group::kPlan,
    .kind = CommandKind::kRead,
    .summary = "trace requirements to tasks, pull requests and merges",
    .example = "claudestep plan trace auth",
    .description =
        "For each requirement its tasks, their pull requests and the commits they were merged by. "
        "A requirement that no task works for stands out, and so does work that no requirement "
        "asked for or that the plan has no more.\n\n"
        "Requirements come from where `plan status` takes them.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "plan_trace",
    .run = run_plan_trace,
};

}  // namespace claudestep::cli
